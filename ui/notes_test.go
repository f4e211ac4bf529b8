package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

const secret = "wrought"

// unseen fails where the frame shows the words of a private note.
func (d *driver) unseen(where string) {
	d.t.Helper()
	if strings.Contains(d.text(), secret) {
		d.t.Fatalf("%s shows the note:\n%s", where, d.text())
	}
}

func TestAPrivateNoteIsTypedUnseenWhileTheScreenIsShared(t *testing.T) {
	for _, at := range phaseScreens() {
		d := sampleDriver(t, at)
		before := d.record().Notes
		d.kind("half a line")
		d.press("ctrl+k")
		d.kind("private note")
		d.press("enter")
		for _, r := range secret + ", we would have called Mia" {
			d.kind(string(r))
			d.unseen(string(at))
		}
		d.want("Private note", "Note", "****", "33 letters, for you alone")
		for _, size := range []tea.WindowSizeMsg{{Width: 60, Height: 16}, {Width: 140, Height: 40}, {Width: 40, Height: 8}, {Width: 80, Height: 24}} {
			d.send(size)
			d.unseen(string(at))
		}
		d.press("ctrl+x")
		d.want("an editor shows it")
		d.press("esc")
		d.unseen("the screen behind")
		d.does(func() { d.app.command(keymap.HandOver) })
		d.want("You are here", "1 private text")
		d.unseen("where the meeting stands")
		d.press("esc")
		d.app.command(keymap.PrivateNote)
		d.app.holdField()
		d.unseen("the note, opened again")
		d.press("enter")
		d.want("Private note kept", "half a line")
		d.unseen("what was done")
		note := only(t, before, d.record().Notes)
		if !note.Private || note.Text != secret+", we would have called Mia" || note.Phase != at.Phase() {
			t.Errorf("%s: kept is %+v", at, note)
		}
		if at == screen.Timeline && (note.Of != model.Events || note.OfID == "") {
			t.Errorf("it is about %s %s, want the marked row", note.Of, note.OfID)
		}
		if got := d.receipt(); len(got) > 0 {
			t.Errorf("the guard counts a private note: %+v", got)
		}
		for range 30 {
			d.press("down")
			d.unseen("a row of " + string(at))
		}
	}
}

func TestPrivateNotesAreReadAndChangedOnAPrivateScreen(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.press("esc", "home", "y")
	d.kind(secret)
	d.press("enter", "esc", "y")
	if strings.Contains(d.text(), "Mia is on leave") {
		t.Fatalf("a shared screen lists notes:\n%s", d.text())
	}
	d.does(func() { d.app.command(keymap.ShareScreen) })
	d.want("PRIVATE", "13:40       "+secret, "Attendees   Mia is on leave today")
	d.app.holdField()
	d.press("down")
	d.want("> Attendees   Mia is on leave today")
	d.kind(", at home")
	d.press("enter", "esc", "y")
	d.press("down")
	d.want("call her tomorrow.,", "at home")
	d.press("up")
	d.press("down", "down", "ctrl+u")
	d.want("takes this note away")
	d.press("enter")
	notes := d.record().Notes
	for _, n := range notes {
		if n.Text == secret {
			t.Error("the emptied note stays")
		}
	}
	d.press("esc", "u", "y")
	d.want(secret)
	d.does(func() { d.app.command(keymap.ShareScreen) })
	d.unseen("the form, once the room sees the screen")
	if strings.Contains(d.text(), "Mia is on leave") {
		t.Errorf("a shared screen lists notes:\n%s", d.text())
	}
}

func TestTheNoteOfAnEventIsTypedUnseenToo(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record().Notes
	d.press("esc", "home", "e", "shift+tab")
	d.want("> Note")
	d.kind(secret)
	d.unseen("the form")
	d.press("up")
	d.want(" *Note        *******")
	d.press("enter")
	if n := only(t, before, d.record().Notes); n.Text != secret || !n.Private || n.OfID != sample.ID("rebuild") {
		t.Errorf("kept is %+v", n)
	}
	d.unseen("afterwards")
}
