package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/screen"
)

// namesakes is the sample with two people who share a given name.
func namesakes() model.Postmortem {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Attendees = append(p.Attendees, model.Attendee{ID: "aaaaaaaaaaaaaaax", Pos: "zz", Name: "Alex Silva", Handle: "alex"},
		model.Attendee{ID: "aaaaaaaaaaaaaaay", Pos: "zzz", Name: "Alex Winter", Handle: "alexw"})
	return p
}

// added is what the event says that came in.
func (d *driver) added(before []model.Event) string {
	d.t.Helper()
	for _, e := range d.record().Events {
		if !slices.ContainsFunc(before, func(b model.Event) bool { return b.ID == e.ID }) {
			return e.What
		}
	}
	d.t.Fatalf("no event was recorded:\n%s", d.text())
	return ""
}

// halfTypedWords are words in which roles cannot be read back as the names that stood there.
func halfTypedWords() []string {
	return []string{
		"mail to ben.okafor@example.org",
		"Ben restarted deploy-by-ben-1 from /home/ben/run",
		"Alex called, then Silva",
		"bokafor and OKAFOR looked at https://wiki/~ben/x",
	}
}

func TestWhatIsHalfTypedWhenNamesGoOffIsRecordedAsItWasTyped(t *testing.T) {
	for _, words := range halfTypedWords() {
		d := recordDriver(t, namesakes(), screen.Timeline)
		before := d.record().Events
		d.kind("14:33 " + words)
		d.press("esc", "r", "i")
		d.kind(" again")
		if shown := d.app.line.Value(); strings.Contains(strings.ToLower(shown), "ben") || strings.Contains(shown, "Alex") {
			t.Errorf("the line shows %q", shown)
		}
		d.press("enter")
		if got := d.added(before); got != words+" again" {
			t.Errorf("recorded is %q, want %q", got, words+" again")
		}
	}
}

func TestWhatIsHalfTypedWhenNamesGoOffAndOnIsTheSame(t *testing.T) {
	for _, words := range halfTypedWords() {
		d := recordDriver(t, namesakes(), screen.Timeline)
		d.kind("14:33 " + words)
		d.press("esc", "r", "i")
		d.kind(", twice")
		d.press("esc", "r")
		if got := d.app.line.Value(); got != "14:33 "+words+", twice" {
			t.Errorf("the line holds %q", got)
		}
	}
}

func TestADraftThatIsReadWithNamesOffIsSavedAndRecordedAsItWasTyped(t *testing.T) {
	for _, words := range halfTypedWords() {
		p := namesakes()
		path := filepath.Join(t.TempDir(), "debrief.db")
		s := openStore(t, path)
		save(t, s, p)
		at := screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID}
		one := driverOn(t, s, at)
		one.kind("14:33 " + words)
		one.press("esc", "r")
		one.elapse()

		two := driverOn(t, openStore(t, path), at)
		two.want("names off")
		two.kind(" again")
		two.elapse()
		drafts, _ := two.store.Drafts(t.Context(), p.Header.ID)
		if !slices.ContainsFunc(drafts, func(d model.Draft) bool { return d.Text == "14:33 "+words+" again" }) {
			t.Errorf("on disk waits %+v", drafts)
		}
		two.press("enter")
		if got := two.added(p.Events); got != words+" again" {
			t.Errorf("recorded is %q, want %q", got, words+" again")
		}
	}
}

func TestWhatIsTypedOverATextOfTheOwnerKeepsTheNameWhenNamesComeOn(t *testing.T) {
	for _, restart := range []bool{false, true} {
		p := namesakes()
		for i := range p.Countermeasures {
			if p.Countermeasures[i].Owner == sample.ID("ben") {
				p.Countermeasures[i].Text = "Ben sends the replica lag alert to Alex"
			}
		}
		path := filepath.Join(t.TempDir(), "debrief.db")
		s := openStore(t, path)
		save(t, s, p)
		at := screen.Place{Screen: screen.Countermeasures, Postmortem: p.Header.ID}
		d := driverOn(t, s, at)
		d.press("esc", "r", "home", "e")
		d.want("The owner sends")
		d.kind(" today")
		d.elapse()
		drafts := halfTyped(t, d.store, p.Header.ID)
		if len(drafts) != 1 || drafts[0].Text != "Ben sends the replica lag alert to Alex today" {
			t.Errorf("on disk waits %+v", drafts)
		}
		d.press("esc")
		if restart {
			d = driverOn(t, openStore(t, path), at)
			d.press("esc", "home", "e")
			d.want("The owner sends")
			d.press("esc")
		}
		d.press("esc", "r", "e", "enter")
		if !slices.ContainsFunc(d.record().Countermeasures, func(c model.Countermeasure) bool {
			return c.Text == "Ben sends the replica lag alert to Alex today"
		}) {
			t.Errorf("after a restart (%t) recorded is %+v", restart, d.record().Countermeasures)
		}
	}
}

func TestAFormThatWasBegunWithNamesOnIsRecordedAsItWasTyped(t *testing.T) {
	d := recordDriver(t, namesakes(), screen.Timeline)
	d.press("esc", "home", "e", "down")
	d.kind(" by Alex and ben.okafor@example.org")
	d.press("esc", "esc", "r", "e", "enter")
	if !slices.ContainsFunc(d.record().Events, func(e model.Event) bool {
		return strings.HasSuffix(e.What, " by Alex and ben.okafor@example.org")
	}) {
		t.Errorf("recorded is %+v\n%s", d.record().Events, d.text())
	}
}

func TestAPasteOnOneLineWhileNamesAreOffIsRecordedAsItWasCopied(t *testing.T) {
	d := recordDriver(t, namesakes(), screen.Timeline)
	before := d.record().Events
	d.press("esc", "r", "i")
	d.kind("14:33 so: ")
	d.send(tea.PasteMsg{Content: "Alex mailed ben.okafor@example.org"})
	d.press("enter")
	if got := d.added(before); got != "so: Alex mailed ben.okafor@example.org" {
		t.Errorf("recorded is %q", got)
	}
}
