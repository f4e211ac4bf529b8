package journey

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/terminaltest"
)

// An act is a row of the table in screens.md, section 6: what a person does a hundred times in a
// meeting, and how many keys it takes beside the words themselves.
type act struct {
	name string
	want int
	do   func(*room)
	// did tells whether the record says that it was done.
	did func(before, after model.Postmortem) bool
}

// Not here is a counterfactual that becomes a parked idea (Enter, Down, Enter). Where an act is in
// another phase, going there is no key of it.
func acts() []act {
	eventOf := func(p model.Postmortem, what string) model.Event {
		for _, e := range p.Events {
			if e.What == what {
				return e
			}
		}
		return model.Event{}
	}
	accountOf := func(p model.Postmortem, text string) model.Account {
		for _, a := range p.Accounts {
			if a.Text == text {
				return a
			}
		}
		return model.Account{}
	}
	return []act{
		{"add an event", 1, func(r *room) {
			r.p.Type("14:09 Pool lowered from 200 to 120 #dec @ben")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			e := eventOf(after, "Pool lowered from 200 to 120")
			return e.Kind == model.Decision && e.When.At.Format("15:04") == "14:09"
		}},
		{"add an event, a name completed", 2, func(r *room) {
			r.p.Type("14:12 Errors rise to 11 % @an")
			r.p.Keys("Tab", "Enter")
		}, func(before, after model.Postmortem) bool {
			return eventOf(after, "Errors rise to 11 %").ID != "" && len(after.Attendees) == len(before.Attendees)
		}},
		{"account for the event just recorded", 2, func(r *room) {
			r.p.Keys(">")
			r.p.Type("@ben The graph stood flat")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			return accountOf(after, "The graph stood flat").Event == eventOf(after, "Errors rise to 11 %").ID
		}},
		{"account for an event two rows up", 2 + 2, func(r *room) {
			r.p.Keys("Up", "Up", ">")
			r.p.Type("@ana Nobody had asked about it")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			return accountOf(after, "Nobody had asked about it").Event == eventOf(after, "Page: latency above 2 s").ID
		}},
		{"fix a time", 2, func(r *room) {
			r.p.Keys(">")
			r.p.Type("14:04")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			return eventOf(after, "Page: latency above 2 s").When.At.Format("15:04") == "14:04"
		}},
		{"park an idea", 2, func(r *room) {
			r.p.Keys("!")
			r.p.Type("alert on replica lag")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			return len(after.ParkedIdeas) == 1 && after.ParkedIdeas[0].OfID == eventOf(after, "Page: latency above 2 s").ID
		}},
		{"mark known-at", 3, func(r *room) {
			r.p.Keys(">", "k")
			r.p.Type(" 14:21 @ben")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			return len(after.Knowings) == 1 && after.Knowings[0].When.At.Format("15:04") == "14:21"
		}},
		{"undo", 1, func(r *room) {
			r.p.Keys("ctrl+z")
		}, func(_, after model.Postmortem) bool {
			return len(after.Knowings) == 0
		}},
		{"decision card from an event", 2, func(r *room) {
			r.p.Keys("Esc", "d")
		}, func(_, after model.Postmortem) bool {
			return len(after.DecisionPoints) == 1
		}},
		{"confirm the timeline", 2, func(r *room) {
			r.p.Keys("Tab") // from elsewhere: Esc g 6
			r.confirm()
		}, func(_, after model.Postmortem) bool {
			return after.Sessions[0].Gate == model.GateConfirmed && after.Header.Phase == model.PhaseCountermeasures
		}},
		{"countermeasure with owner and date", 2, func(r *room) {
			r.p.Type("Send the lag alert to the shift @an")
			r.p.Keys("Tab")
			r.p.Type(" by fri")
			r.p.Keys("Enter")
		}, func(_, after model.Postmortem) bool {
			return len(after.Countermeasures) == 1 && after.Countermeasures[0].Standing() == model.Decided
		}},
	}
}

func TestWhatIsDoneOftenTakesFewKeys(t *testing.T) {
	t.Parallel()
	r := sit(t, "")
	r.write("Checkout errors")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	r.phase("2", "Attendees")
	r.record("Ana Silva @ana payments #identified")
	r.record("Ben Okafor @ben payments #decisions")
	r.phase("3", "Timeline")
	r.record("2026-03-12 14:02 Page: latency above 2 s @ana")
	for _, a := range acts() {
		if a.name == "confirm the timeline" {
			r.phase("5", "Learning")
		}
		before := stored(t, r.p.Home)
		keys := r.p.Keystrokes()
		a.do(r)
		if got := r.p.Keystrokes() - keys; got != a.want {
			t.Errorf("to %s takes %d keys, want %d", a.name, got, a.want)
		}
		eventually(t, a.name+" to be on disk", func() bool { return a.did(before, stored(t, r.p.Home)) })
	}
}

// The next question is a row of that table too; it leaves the record as it is.
func TestTheNextQuestionTakesOneKey(t *testing.T) {
	t.Parallel()
	r := sit(t, "")
	r.write("Checkout errors")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	r.phase("3", "Timeline")
	r.record("2026-03-12 14:02 Page: latency above 2 s")
	changed := func(what string, most int, do func()) {
		t.Helper()
		before, keys := question(r.p.Screen()), r.p.Keystrokes()
		do()
		r.p.WaitFor(t, what+" to bring another question", func(s *terminaltest.Screen) bool { return question(s) != before })
		if got := r.p.Keystrokes() - keys; got != most {
			t.Errorf("%s takes %d keys, want %d", what, got, most)
		}
	}
	changed("the next question", 1, func() { r.p.Keys("Space") })
	r.write("14:09 Pool lowered")
	changed("the next question with half-typed text", 3, func() { r.p.Keys("Esc", "Space", "i") })
	r.p.Wait(t, "14:09 Pool lowered")
}

// question is what stands behind Ask.
func question(s *terminaltest.Screen) string {
	for _, row := range s.Text() {
		if words, ok := strings.CutPrefix(row, "  Ask "); ok {
			return strings.TrimSpace(words)
		}
	}
	return ""
}
