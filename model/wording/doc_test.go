package wording

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

const docPath = "../../docs/wording.md"

// sections are the parts of docs/wording.md that are made from the code. WRITE_DOCS=1 writes them.
func sections(t *testing.T) map[string]string {
	g := defaultGuard(t)
	all := sentences(t)
	scores, _ := measure(g, all)
	var figures strings.Builder
	fmt.Fprintf(&figures, "- counterfactual: %s\n- blame, hindsight and agent-as-cause together: %s\n", scores["counterfactual"], scores["people"])
	var made strings.Builder
	made.WriteString("| file | sentences | counterfactual: precision, recall | blame, hindsight, agent-as-cause | plain ones stopped / asked about |\n| --- | --: | --- | --- | --- |\n")
	for _, path := range []string{madeSentences, ourSentences} {
		made.WriteString(madeRow(g, path, readLabelled(t, path)))
	}
	return map[string]string{"rules": ruleTable(g), "figures": figures.String(), "made": made.String(), "sentences": sentenceTable(g, all)}
}

// madeRow is a line of the table of sentences made up for this project.
func madeRow(g *Guard, path string, all []labelled) string {
	scores, _ := measure(g, all)
	plain, stopped, asked := 0, 0, 0
	for _, l := range all {
		if l.label != "ok" {
			continue
		}
		plain++
		firm, soft := false, false
		for _, f := range g.Check(l.text, Context{}) {
			firm, soft = firm || f.Firm, soft || group(string(f.Category)) != ""
		}
		switch {
		case firm:
			stopped++
		case soft:
			asked++
		}
	}
	c, p := scores["counterfactual"], scores["people"]
	return fmt.Sprintf("| `%s` | %d | %.2f, %.2f | %.2f, %.2f | %d / %d of %d |\n",
		path, len(all), c.precision(), c.recall(), p.precision(), p.recall(), stopped, asked, plain)
}

func ruleTable(g *Guard) string {
	var b strings.Builder
	b.WriteString("| rule | category | any | timeline | discretion | countermeasures | why |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, r := range g.Rules() {
		fmt.Fprintf(&b, "| %s | %s |", r.ID, r.Category)
		for phase := AnyPhase; phase <= Countermeasures; phase++ {
			word := [...]string{"–", "soft", "firm"}[r.Weights.In(phase)]
			if r.Disabled && word != "–" {
				word = "(" + word + ")"
			}
			fmt.Fprintf(&b, " %s |", word)
		}
		fmt.Fprintf(&b, " %s |\n", r.Why)
	}
	return b.String()
}

// sentenceTable shows forty sentences of real reports, each with one finding: the firmest, then the first.
func sentenceTable(g *Guard, all []labelled) string {
	var b strings.Builder
	b.WriteString("| sentence | rule: words | question | proposed fact | parked idea |\n| --- | --- | --- | --- | --- |\n")
	n := 0
	for _, l := range all {
		found := g.Check(l.text, Context{})
		if l.label == "ok" || len(found) == 0 || n == 40 {
			continue
		}
		best := found[0]
		for _, f := range found {
			if rank := func(f Finding) int {
				switch {
				case f.Category == Counterfactual:
					return 2
				case group(string(f.Category)) != "":
					return 1
				}
				return 0
			}; rank(f) > rank(best) {
				best = f
			}
		}
		fact, idea := g.Halves(l.text, best)
		n++
		cells := []string{l.text, best.Rule + ": " + best.Text, best.Ask, fact, idea}
		for i, c := range cells {
			if c == "" {
				c = "–"
			}
			cells[i] = strings.ReplaceAll(c, "|", "\\|")
		}
		fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | "))
	}
	return b.String()
}

func TestDocsShowWhatTheGuardDoes(t *testing.T) {
	raw, err := os.ReadFile(docPath)
	if err != nil {
		t.Fatal(err)
	}
	doc := string(raw)
	for name, want := range sections(t) {
		begin, end := "<!-- begin "+name+" -->\n", "<!-- end "+name+" -->"
		from := strings.Index(doc, begin)
		to := strings.Index(doc, end)
		if from < 0 || to < from {
			t.Fatalf("docs/wording.md has no section %q", name)
		}
		from += len(begin)
		if os.Getenv("WRITE_DOCS") != "" {
			doc = doc[:from] + want + doc[to:]
			continue
		}
		if doc[from:to] != want {
			t.Errorf("the section %q of docs/wording.md is out of date; run WRITE_DOCS=1 go test ./model/wording", name)
		}
	}
	if os.Getenv("WRITE_DOCS") != "" {
		if err := os.WriteFile(docPath, []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
