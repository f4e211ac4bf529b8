package prompt_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/prompt"
)

// update writes docs/prompts.md instead of comparing it.
var update = flag.Bool("update", false, "write docs/prompts.md")

const page = "../../docs/prompts.md"

func TestThePageOfQuestionsIsTheTable(t *testing.T) {
	got := markdown()
	if *update {
		if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Error("docs/prompts.md differs from the table: go test ./model/prompt -update")
	}
}

const head = `# The questions

What stands behind ` + "`Ask`" + `, by phase. Space on an empty line, or in the list, shows the next one: first those for
which something holds of what is marked (column "first when"), then those that may be asked at any
time. What is typed may call for one too ("when typed"); the wording guard's question goes before it.
` + "`a`" + ` lists all of a phase.

A team adds its own in the settings, and changes or silences these by their id; the [guide](guide.md#settings)
shows how. Words in ` + "`{}`" + ` are put in: who, by when, which row, which term. A pattern of typed words is one of
the wording guard's ([wording.md](wording.md)); ` + "`" + prompt.Acronym + "`" + ` is any abbreviation in capitals, asked about once.

This page is written by ` + "`go test ./model/prompt -update`" + `.
`

func markdown() string {
	var b strings.Builder
	b.WriteString(head)
	all := prompt.Default()
	b.WriteString("\n## Home\n\n" + table(all, 0, prompt.Question))
	for _, phase := range model.Phases() {
		fmt.Fprintf(&b, "\n## %s\n\n%s", phase, table(all, phase, prompt.Question))
	}
	b.WriteString("\n## When somebody says so\n\n| id | phases | words | when typed |\n| --- | --- | --- | --- |\n")
	for _, p := range all {
		if len(p.Typed) > 0 {
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", p.ID, phases(p), cell(p.Words), codes(p.Typed))
		}
	}
	b.WriteString("\n## When things slip\n\nChosen from the list of all.\n\n| id | phases | words | for |\n| --- | --- | --- | --- |\n")
	for _, p := range all {
		if p.Kind == prompt.Slip {
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", p.ID, phases(p), cell(p.Words), p.For)
		}
	}
	b.WriteString("\n## Before the meeting\n\nChosen from the list of Open; for the facilitator.\n\n| id | words |\n| --- | --- |\n")
	for _, p := range all {
		if p.Kind == prompt.Before {
			fmt.Fprintf(&b, "| %s | %s |\n", p.ID, cell(p.Words))
		}
	}
	b.WriteString("\n## Conditions\n\nWhat `when` may name in the settings. It holds of the marked row where nothing else is said.\n\n| condition | phases | it holds when |\n| --- | --- | --- |\n")
	for _, k := range prompt.Conditions() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k.Condition, names(k.Phases), k.Says)
	}
	return b.String()
}

func table(all []prompt.Prompt, phase model.Phase, kind prompt.Kind) string {
	var b strings.Builder
	b.WriteString("| id | words | first when | at any time |\n| --- | --- | --- | --- |\n")
	for _, p := range all {
		if p.Kind != kind || len(p.Typed) > 0 || !slices.Contains(p.Phases, phase) {
			continue
		}
		anytime := ""
		if p.Anytime || len(p.When) == 0 {
			anytime = "yes"
		}
		var when []string
		for _, c := range p.When {
			when = append(when, string(c))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", p.ID, cell(p.Words), codes(when), anytime)
	}
	return b.String()
}

func phases(p prompt.Prompt) string {
	if len(p.Phases) == len(model.Phases()) {
		return "all"
	}
	return names(p.Phases)
}

func names(phases []model.Phase) string {
	var all []string
	for _, p := range phases {
		if p == 0 {
			all = append(all, "home")
		} else {
			all = append(all, prompt.PhaseName(p))
		}
	}
	return strings.Join(all, ", ")
}

func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }

func codes(all []string) string {
	for i := range all {
		all[i] = "`" + strings.ReplaceAll(all[i], "|", "\\|") + "`"
	}
	return strings.Join(all, ", ")
}
