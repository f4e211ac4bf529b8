package ui

import (
	"testing"

	"debrief/ui/screen"
)

func TestAnOpenFormFollowsAnUndoAndKeepsWhatIsTyped(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 all quiet")
	d.press("enter")
	d.kind(">15:03")
	d.press("enter", "enter", "down")
	d.want("Event 15:03", "  When        15:03", "> What        all quiet")
	d.kind(" again")
	d.press("up", "ctrl+z")
	d.want("Taken back: Time changed", "Event 15:01", "> When        15:01", " *What        all quiet again")
	d.press("enter")
	d.want("  15:01", "all quiet again")
}

func TestAFormWhoseRowIsTakenBackCloses(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 all quiet")
	d.press("enter", "enter")
	d.want("Event 15:01")
	d.press("ctrl+z")
	d.want("Taken back: Event added")
	if len(d.app.panels) != 0 {
		t.Errorf("a form of a row that is gone stays open:\n%s", d.text())
	}
}
