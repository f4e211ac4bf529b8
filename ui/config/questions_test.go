package config

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/prompt"
)

func TestATeamAddsChangesAndSilencesQuestions(t *testing.T) {
	s, err := settled(t, `
questions:
  - phases: timeline
    words: Which version was live at that minute?
    when: [decision, action]
  - id: rota
    phases: [timeline, Discretion]
    words: Who was on the rota, and who stood in?
    typed: "on call|rota"
  - id: Open-Hope
    off: true
  - id: timeline-between
    words: What happened in these minutes?
wording:
  rules:
    - id: C5
      off: true
`)
	if err != nil {
		t.Fatal(err)
	}
	table, err := prompt.New(s.Questions)
	if err != nil {
		t.Fatal(err)
	}
	by := make(map[string]prompt.Prompt)
	for _, p := range table.Prompts() {
		by[p.ID] = p
	}
	if p := by["own-1"]; p.Words != "Which version was live at that minute?" || len(p.When) != 2 || p.Phases[0] != model.PhaseTimeline || !p.Own {
		t.Errorf("the first is %+v", p)
	}
	if p := by["rota"]; len(p.Phases) != 2 || len(p.Typed) != 1 || p.For == "" {
		t.Errorf("the second is %+v", p)
	}
	if p, there := by["open-hope"]; there {
		t.Errorf("a silenced question is there: %+v", p)
	}
	if p := by["timeline-between"]; p.Words != "What happened in these minutes?" || len(p.When) != 1 {
		t.Errorf("the changed one is %+v", p)
	}
}

func TestASlipInTheQuestionsIsSaidWithItsLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"questions: timeline", "line 1: questions are a list"},
		{"questions:\n  - timeline", "line 2: a question begins with its phases"},
		{"questions:\n  - phase: timeline\n    words: How so?", `line 2: a question has no key "phase"; the nearest is "phases"`},
		{"questions:\n  - phases: timelin\n    words: How so?", `line 2: there is no phase "timelin"; the nearest is "timeline"`},
		{"questions:\n  - phases: timeline", "line 2: this question has no words"},
		{"questions:\n  - words: How so?", "line 2: this question has no phase"},
		{"questions:\n  - id: timeline-betwen\n    off: true", `line 2: there is no question "timeline-betwen" to change; the nearest is "timeline-between"`},
		{"questions:\n  - id: a b\n    words: How so?", "line 2: id is one word"},
		{"questions:\n  - id: open-hope\n    off: perhaps", "line 3: off is true or false"},
		{"questions:\n  - phases: timeline\n    words: How so?\n    words: And then?", "line 4: words stands in line 3 already"},
		{"questions:\n  - phases: timeline\n    words: How so?\n    when: decisio", `line 4: when: there is no condition "decisio"; the nearest is "decision"`},
		{"questions:\n  - phases: close\n    words: How so?\n    when: gap", `line 4: when: "gap" never holds in these phases; it does in timeline`},
		{"questions:\n  - phases: timeline\n    words: What happened at {row}?", "line 3: words: {row} stands for nothing here"},
		{"questions:\n  - phases: timeline\n    words: " + strings.Repeat("how and ", 9), "line 3: words: this takes 71 cells and a row has 67"},
		{"questions:\n  - phases: timeline\n    words: What would have helped at that minute?", `line 3: words: the wording guard stops "would have helped"; ask for what happened`},
		{"questions:\n  - phases: timeline\n    words: How so?\n    typed: [knew, \"<perhaps>\"]", "line 4: "},
		{"questions:\n  - phases: timeline\n    words: How so?\n    typed: \"don't know\"", `line 4: typed: "don't know" is not found in a text`},
		{"questions:\n  - id: a\n    phases: timeline\n    words: How so?\n  - id: a\n    phases: open\n    words: And then?", "line 5: the question a stands in line 2 already"},
	} {
		if _, err := settled(t, c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q:\ngot  %v\nwant %s", c.text, err, c.want)
		}
	}
}
