package prompt_test

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/model/wording"
)

func TestEveryQuestionIsPlainAndHasItsPlace(t *testing.T) {
	id := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	known := make(map[prompt.Condition][]model.Phase)
	for _, k := range prompt.Conditions() {
		if k.Says == "" || known[k.Condition] != nil {
			t.Errorf("the condition %q is said twice, or says nothing", k.Condition)
		}
		known[k.Condition] = k.Phases
	}
	words := make(map[string]string)
	for _, p := range prompt.Default() {
		if !id.MatchString(p.ID) {
			t.Errorf("the id %q has other signs than letters and hyphens", p.ID)
		}
		if len(p.Phases) == 0 {
			t.Errorf("%s has no phase", p.ID)
		}
		if regexp.MustCompile(`(?i)^why\b|\bwhose fault\b`).MatchString(p.Words) {
			t.Errorf("%s asks for a justification: %s", p.ID, p.Words)
		}
		if end := p.Words[len(p.Words)-1:]; p.ID != "merge" && !strings.Contains("?.", end) {
			t.Errorf("%s ends with %q: %s", p.ID, end, p.Words)
		}
		for _, c := range p.When {
			if !slices.ContainsFunc(known[c], func(ph model.Phase) bool { return slices.Contains(p.Phases, ph) }) {
				t.Errorf("%s waits for %q, which never holds in its phases", p.ID, c)
			}
		}
		if len(p.Typed) > 0 && (p.For == "" || len(p.When) > 0) || p.Kind == prompt.Slip && p.For == "" {
			t.Errorf("%s does not say what it answers to, or waits for something beside words", p.ID)
		}
		for _, ph := range p.Phases {
			key := ph.String() + p.Words
			if other := words[key]; other != "" && len(p.Typed) == 0 && p.Kind != prompt.Before {
				t.Errorf("%s and %s are the same words in %s", other, p.ID, ph)
			}
			words[key] = p.ID
		}
	}
}

// Words that call for a question are found in a text by themselves.
func TestEveryWordThatCallsForAQuestionIsFound(t *testing.T) {
	table := newTable(t)
	for _, p := range table.Prompts() {
		for _, pattern := range p.Typed {
			if pattern == prompt.Acronym {
				continue
			}
			rule := wording.Rule{ID: "x", Category: "x", Patterns: []string{pattern}, Ask: []wording.Question{{Text: "?"}}}
			if _, err := wording.New([]wording.Rule{rule}); err != nil {
				t.Errorf("%s: %v", p.ID, err)
			}
			for i := range 40 {
				text := spoken(pattern, i)
				a := prompt.NewAsker(table)
				at := prompt.Place{Phase: p.Phases[0]}
				quiet := a.Ask(at, prompt.Scene{}, prompt.Line{})
				got := a.Ask(at, prompt.Scene{}, prompt.Line{Text: text + " then", Phase: at.Phase})
				if got == quiet || got == "" {
					t.Errorf("%s: %q calls for nothing", p.ID, text)
				}
			}
		}
	}
}

// spoken is a text that a pattern of words finds: the i-th choice of each word.
func spoken(pattern string, i int) string {
	var words []string
	for _, field := range strings.Fields(pattern) {
		either := strings.Split(field, "|")
		words = append(words, either[i%len(either)])
	}
	return strings.Join(words, " ")
}

func newTable(t *testing.T, own ...prompt.Prompt) *prompt.Table {
	t.Helper()
	table, err := prompt.New(own)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestTheTeamsOwnStandBeforeTheBuiltInOnes(t *testing.T) {
	timeline := []model.Phase{model.PhaseTimeline}
	table := newTable(t,
		prompt.Prompt{ID: "version", Phases: timeline, Words: "Which version was live?", When: []prompt.Condition{prompt.Told}},
		prompt.Prompt{ID: "timeline-between", Phases: timeline, Words: "And then?", When: []prompt.Condition{prompt.Between}},
		prompt.Prompt{ID: "timeline-seen"},
	)
	for _, c := range []struct {
		holds prompt.Condition
		want  string
	}{{prompt.Told, "Which version was live?"}, {prompt.Between, "And then?"}} {
		if got := ask(prompt.NewAsker(table), model.PhaseTimeline, "a", c.holds); got != c.want {
			t.Errorf("%s: got %q, want %q", c.holds, got, c.want)
		}
	}
	for _, p := range table.Prompts() {
		if p.ID == "timeline-seen" {
			t.Error("a silenced question is still there")
		}
	}
	for _, wrong := range [][]prompt.Prompt{
		{{Phases: timeline, Words: "?"}},
		{{ID: "a", Words: "?"}},
		{{ID: "a", Phases: timeline, Words: "?"}, {ID: "a", Phases: timeline, Words: "!"}},
	} {
		if _, err := prompt.New(wrong); !errors.Is(err, prompt.ErrPrompt) {
			t.Errorf("%v is taken: %v", wrong, err)
		}
	}
}
