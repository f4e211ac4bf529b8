package journey

import (
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/terminaltest"
)

// TestASecondPersonTakesOverFromAProgramThatWasKilled holds a meeting up to the middle of a
// sentence, kills the program and goes on as another person would: the first screen says where
// the meeting stands, the half-typed line is there, one key shows the rest, and a name takes over.
func TestASecondPersonTakesOverFromAProgramThatWasKilled(t *testing.T) {
	const typed, rest = "08:10 the graph of db1 ", "turns flat #obs"
	r := sit(t, "")
	r.write("A meeting that changes hands")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	r.field("Facilitator", "Priya Nair")
	r.phase("2", "Attendees")
	r.record("Jo Brandt @jo support #affected new")
	r.phase("3", "Timeline")
	r.record("2026-03-12 08:00 the first row")
	r.record("!alert on the graph @jo")
	r.write(typed)
	home := r.p.Home
	eventually(t, "the half-typed line on disk", func() bool {
		return slices.ContainsFunc(drafts(t, home), func(d model.Draft) bool { return d.Text == strings.TrimRight(typed, " ") || d.Text == typed })
	})
	r.p.Kill()

	r = sit(t, home)
	r.open("Timeline")
	r.p.Wait(t, "The meeting stands at Timeline", "Esc h: you are here")
	r.p.WaitFor(t, "the half-typed line", func(s *terminaltest.Screen) bool {
		return strings.Contains(typedText(s), squeezed(typed))
	})
	r.p.Keys("Esc", "h")
	s := r.p.Wait(t, "You are here", "Timeline, 3 of 7", "Priya Nair", "1 parked idea", "Idea parked: alert on the graph", "Event added: 08:00  the first row", "Jo Brandt (affected)")
	if text := strings.Join(s.Text(), "\n"); !strings.Contains(text, "Half typed    Timeline: 08:10 the graph of db1") {
		t.Errorf("the page does not tell the half-typed line:\n%s", s)
	}
	r.record("@jo")

	r.p.Keys("i")
	r.record(rest)
	r.p.Kill()

	p := stored(t, home)
	if name := p.Attendee(p.Header.Facilitator).Name; name != "Jo Brandt" || p.Sessions[0].Facilitator != p.Header.Facilitator {
		t.Errorf("%s facilitates on disk, of the sitting %s", name, p.Sessions[0].Facilitator)
	}
	if !slices.ContainsFunc(p.Events, func(e model.Event) bool { return e.What == "the graph of db1 turns flat" && e.Kind == model.Observed }) {
		t.Errorf("the line that was taken over is not recorded whole: %+v", p.Events)
	}
	for _, d := range drafts(t, home) {
		if d.Text != "" {
			t.Errorf("%q still waits", d.Text)
		}
	}
}
