package prompt_test

import (
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/prompt"
)

func place(phase model.Phase, row model.ID) prompt.Place {
	return prompt.Place{Phase: phase, Record: "r", Row: row}
}

func ask(a *prompt.Asker, phase model.Phase, row model.ID, holds ...prompt.Condition) string {
	return a.Ask(place(phase, row), prompt.Holding(holds...), prompt.Line{})
}

func next(a *prompt.Asker, phase model.Phase, row model.ID, holds ...prompt.Condition) string {
	a.Next(place(phase, row), prompt.Holding(holds...))
	return ask(a, phase, row, holds...)
}

const (
	different = "Did anything look different to someone else?"
	between   = "What happened in between?"
	seen      = "Where did you see it, and what did you take it to mean then?"
)

func TestTheMostPressingThatHoldsIsAskedFirst(t *testing.T) {
	a := prompt.NewAsker(newTable(t))
	for _, c := range []struct {
		holds []prompt.Condition
		want  string
	}{
		{[]prompt.Condition{prompt.Between, prompt.OnePerspective, prompt.Told}, between},
		{[]prompt.Condition{prompt.OnePerspective, prompt.Between, prompt.Told}, different},
		{[]prompt.Condition{prompt.Told}, seen},
		{nil, "What did users experience at this point?"},
	} {
		if got := ask(a, model.PhaseTimeline, "a", c.holds...); got != c.want {
			t.Errorf("%v: got %q, want %q", c.holds, got, c.want)
		}
	}
	if got := ask(a, 99, "a"); got != "" {
		t.Errorf("a phase without questions asks %q", got)
	}
}

func TestTheQuestionStaysUntilSomethingElseHolds(t *testing.T) {
	a := prompt.NewAsker(newTable(t))
	one := []prompt.Condition{prompt.OnePerspective, prompt.Told}
	chosen := next(a, model.PhaseTimeline, "a", one...)
	if chosen != seen {
		t.Fatalf("after one key: %q", chosen)
	}
	for _, row := range []model.ID{"a", "b", "c"} {
		if got := ask(a, model.PhaseTimeline, row, one...); got != chosen {
			t.Errorf("at row %s the same holds, and the question is %q", row, got)
		}
	}
	if got := ask(a, model.PhaseTimeline, "d", prompt.Between, prompt.Told); got != between {
		t.Errorf("where a gap follows the question is %q", got)
	}
	if got := ask(a, model.PhaseTimeline, "a", one...); got != different {
		t.Errorf("back again the question is %q", got)
	}
}

// Each is asked once before any comes again, and those that fit come first.
func TestTheNextQuestionGoesRound(t *testing.T) {
	a := prompt.NewAsker(newTable(t))
	holds := []prompt.Condition{prompt.Between, prompt.OnePerspective, prompt.Told}
	first := ask(a, model.PhaseTimeline, "a", holds...)
	round := []string{first}
	for {
		q := next(a, model.PhaseTimeline, "a", holds...)
		if slices.Contains(round, q) {
			if q != first {
				t.Errorf("after %d questions comes %q again, not the first", len(round), q)
			}
			break
		}
		round = append(round, q)
	}
	if want := []string{between, different, seen}; !slices.Equal(round[:3], want) {
		t.Errorf("first come %q, want %q", round[:3], want)
	}
	n := 0
	for _, p := range prompt.Default() {
		if slices.Contains(p.Phases, model.PhaseTimeline) && p.Kind == prompt.Question && len(p.Typed) == 0 && (p.Anytime || len(p.When) == 0) {
			n++
		}
	}
	if len(round) != n {
		t.Errorf("the round has %d questions, want %d", len(round), n)
	}
	for _, q := range round {
		if strings.Contains(q, "Parked.") || strings.HasPrefix(q, "Can you explain") {
			t.Errorf("the round holds %q, which is chosen or called for", q)
		}
	}
}

func TestAQuestionAboutARowIsAnotherOneAtTheNextRow(t *testing.T) {
	a := prompt.NewAsker(newTable(t))
	holds := []prompt.Condition{prompt.OnePerspective, prompt.Told}
	ask(a, model.PhaseTimeline, "a", holds...)
	next(a, model.PhaseTimeline, "a", holds...)
	other := next(a, model.PhaseTimeline, "a", holds...)
	if other == different || other == seen {
		t.Fatalf("the third question is %q", other)
	}
	ask(a, model.PhaseTimeline, "b", prompt.Untimed)
	if got := ask(a, model.PhaseTimeline, "b", holds...); got != different {
		t.Errorf("at the next row the first is %q", got)
	}
	if got := next(a, model.PhaseTimeline, "b", holds...); got != seen {
		t.Errorf("at the next row the second is %q", got)
	}
	if got := next(a, model.PhaseTimeline, "b", holds...); got == other {
		t.Errorf("%q was asked a moment ago", got)
	}
}

func TestThePlacesOfAQuestionAreFilled(t *testing.T) {
	a := prompt.NewAsker(newTable(t))
	s := prompt.Scene{Holds: []prompt.Condition{prompt.ReadBack}, Fill: prompt.Fill{Who: "Chao", Day: "Monday 23 March"}}
	if got := a.Ask(place(model.PhaseClose, "a"), s, prompt.Line{}); got != "Chao, by Monday 23 March: correct?" {
		t.Errorf("got %q", got)
	}
	s.Fill = prompt.Fill{Who: "Ana", Day: "Friday 3 April"}
	if got := a.Ask(place(model.PhaseClose, "b"), s, prompt.Line{}); got != "Ana, by Friday 3 April: correct?" {
		t.Errorf("at the next row %q", got)
	}
	for range 30 {
		a.Next(place(model.PhaseLearning, "b"), prompt.Scene{})
		if got := a.Ask(place(model.PhaseLearning, "b"), prompt.Scene{}, prompt.Line{}); strings.Contains(got, "{") {
			t.Errorf("a place stays open: %q", got)
		}
	}
}

func TestAllQuestionsOfAPhaseBeginWithThoseThatFit(t *testing.T) {
	a := prompt.NewAsker(newTable(t))
	all := a.All(place(model.PhaseOpen, ""), prompt.Holding(prompt.Field(model.FieldImpact)))
	var titles []string
	seen := make(map[string]bool)
	n := 0
	for _, s := range all {
		titles = append(titles, s.Title)
		for _, p := range s.Prompts {
			if seen[p.ID] {
				t.Errorf("%s stands there twice", p.ID)
			}
			seen[p.ID] = true
			n++
		}
	}
	want := "Fit now, At any time, When things slip, When somebody says so, Where they fit, Before the meeting, for yourself"
	if got := strings.Join(titles, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if all[0].Prompts[0].ID != "open-impact" {
		t.Errorf("first stands %s", all[0].Prompts[0].ID)
	}
	of := 0
	for _, p := range prompt.Default() {
		if slices.Contains(p.Phases, model.PhaseOpen) {
			of++
		}
	}
	if n != of {
		t.Errorf("%d of the %d questions of Open are there", n, of)
	}
	for _, phase := range model.Phases() {
		titles := a.All(place(phase, ""), prompt.Scene{})
		if !slices.ContainsFunc(titles, func(s prompt.Section) bool { return s.Title == "When things slip" && len(s.Prompts) > 5 }) {
			t.Errorf("%s has nothing for when things slip", phase)
		}
	}
	a.Put("slip-drift", place(model.PhaseOpen, ""), prompt.Holding(prompt.Field(model.FieldImpact)))
	if got := ask(a, model.PhaseOpen, "", prompt.Field(model.FieldImpact)); got != "Is this worth our minutes now, or a follow-up?" {
		t.Errorf("what was chosen is not asked: %q", got)
	}
}
