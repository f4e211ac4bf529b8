package ui

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/screen"
)

func TestWhatIsTriedNextPassesTheGuardAndIsWalkedTo(t *testing.T) {
	p := beforeGate()
	p.Sessions[0].TryNext = ""
	d := recordDriver(t, p, screen.Close)
	id := p.Header.ID
	d.does(func() { d.app.goTo(screen.Place{Screen: screen.Close, Postmortem: id, Field: "try next"}) })
	d.kind("We would have tried it at night")
	d.press("enter")
	d.want("Not recorded yet", "Try next")
	d.press("esc", "ctrl+u")
	d.kind("Rebuild at night")
	d.elapse()
	again := driverOn(t, d.store, screen.Place{Screen: screen.Close, Postmortem: id, Field: "try next"})
	again.want("Try next  Rebuild at night") // it is a draft on disk
	again.press("enter")
	if got := again.record().Sessions[0].TryNext; got != "Rebuild at night" {
		t.Errorf("recorded was %q", got)
	}
	again.press("ctrl+z")
	if got := again.record().Sessions[0].TryNext; got != "" {
		t.Errorf("after undo it is %q", got)
	}

	p.Sessions[0].TryNext = "We would have tried it at night" // as it comes from elsewhere
	other := recordDriver(t, p, screen.Open)
	other.press("esc", "f")
	other.want("[Close]", "> Try next", `1 of 1, F settles: "would have tried"`)
	other.press("F", "enter")
	other.want("Try next  We would have tried it at night") // Reword goes to the line that holds it
	if !other.app.focus.isTyping() {
		t.Error("the line does not take the words")
	}
}

// The last four minutes: Enter for each that is read back, three numbers, Preview, Enter.
func TestTheMeetingIsClosedWithEnterAndThreeNumbers(t *testing.T) {
	p := beforeGate()
	p.Sessions[0].HandsAsked = 0
	for _, c := range []struct{ id, text, owner string }{{"aaaaaaaaaaaaaaax", "One", "ben"}, {"aaaaaaaaaaaaaaay", "Two", "ana"}} {
		person, _ := model.NewIndex(p).Handle(c.owner)
		p.Countermeasures = append(p.Countermeasures, model.Countermeasure{ID: model.ID(c.id), Text: c.text, Owner: person.ID,
			By: model.Date{Year: 2026, Month: 3, Day: 27}, State: model.Open, Pos: "a" + c.id[15:]})
	}
	d := recordDriver(t, p, screen.Close)
	var page string
	d.app.options.WriteFile = func(_ string, written []byte, _ bool) error { page = string(written); return nil }
	keys := d.keys
	d.press("enter", "enter")
	for _, n := range []string{"5", "4", "6"} {
		d.kind(n)
		d.press("enter")
	}
	d.want("> Preview", "Status         draft; Enter here says that the meeting was held")
	d.press("enter")
	d.want("Preview of the page")
	d.press("enter")
	if got := d.keys - keys; got != 2+3+2 {
		t.Errorf("%d keys, want 7", got)
	}
	for _, want := range []string{"Hands up:** of 6 people, 5 learned something, 4 will work differently, 6 come again", "To try next:** run the next rebuild"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
