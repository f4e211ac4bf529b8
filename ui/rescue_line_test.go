package ui

import (
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/storage"
	"debrief/ui/screen"
)

// A line was on disk half typed; then the disk was full, and the line was recorded, wiped, or went
// on. What is taken in at the next start is where it was left, and its old state nowhere.
func TestALineThatWaitsNoMoreIsNotBackAfterARescue(t *testing.T) {
	for _, test := range []struct {
		name  string
		did   func(d *driver)
		there string // in the line after it was taken in
	}{
		{"recorded", func(d *driver) { d.press("enter") }, ""},
		{"wiped, and another row recorded", func(d *driver) {
			d.press("ctrl+u")
			d.kind("15:02 another row")
			d.press("enter")
		}, ""},
		{"went on", func(d *driver) { d.kind(" and on") }, "15:01 half a row and on"},
	} {
		t.Run(test.name, func(t *testing.T) {
			first, f := fullDisk(t)
			f.err = nil
			first.kind("15:01 half a row")
			first.elapse()

			d := driverOn(t, f, first.app.at) // another window takes the line over
			d.want("15:01 half a row")
			f.err = model.ErrFull
			test.did(d)
			d.elapse()
			d.press("ctrl+c", "ctrl+c")
			if !d.quit || len(d.rescues.files) != 1 {
				t.Fatalf("quit %v, with %d rescue files", d.quit, len(d.rescues.files))
			}

			again := d.startAgain(f.Store)
			again.press("enter") // take it in
			again.elapse()
			if got := again.app.line.Value(); got != test.there {
				t.Errorf("the line holds %q, want %q", got, test.there)
			}
			drafts, err := f.Store.(*storage.Store).Drafts(t.Context(), again.app.desk.ID())
			if err != nil {
				t.Fatal(err)
			}
			for _, left := range drafts {
				if left.Text != test.there {
					t.Errorf("%q of window %s is on disk, want %q", left.Text, left.Window, test.there)
				}
			}
		})
	}
}

// The program ended between two saves: what it typed on is on disk, and so is the state of the same
// text that it had taken over. Once the line is recorded, neither is back; another text that stands
// there is.
func TestAnEarlierStateOfALineIsNotBackOnceItIsRecorded(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	store, id := d.store.(*storage.Store), d.app.desk.ID()
	d.kind("15:01 half a row and more")
	d.elapse()
	drafts, err := store.Drafts(t.Context(), id)
	if err != nil || len(drafts) != 1 {
		t.Fatal(drafts, err)
	}
	for window, text := range map[string]string{"another": "15:00 words of somebody else", "earlier": "15:01 half a row"} {
		left := drafts[0]
		left.Window, left.Text, left.At = window, text, left.At.Add(-time.Second)
		if err := store.SaveDraft(t.Context(), left); err != nil {
			t.Fatal(err)
		}
	}
	next := driverOn(t, d.store, d.app.at)
	next.want("15:01 half a row and more")
	next.press("enter")
	left, err := store.Drafts(t.Context(), id)
	if err != nil || len(left) != 1 || left[0].Window != "another" {
		t.Errorf("on disk are %+v, %v; want the words of somebody else alone", left, err)
	}
}

// What is taken in is a sign of life: the clock of a meeting that was interrupted for a minute runs on.
func TestTheClockRunsOnWhenSomethingIsTakenIn(t *testing.T) {
	d, f := fullDisk(t)
	f.err = nil
	d.press("esc", "c", "i")
	if d.app.runsOn() == "" {
		t.Fatalf("the clock does not run:\n%s", d.text())
	}
	f.err = model.ErrFull
	d.kind("15:01 half a row")
	d.press("enter", "ctrl+c", "ctrl+c")

	again := d.startAgain(f.Store)
	again.now = again.now.Add(time.Minute)
	again.press("enter")
	again.press("ctrl+z")
	if again.app.runsOn() == "" || strings.Contains(again.text(), "went quiet") {
		t.Errorf("after a minute the clock stands:\n%s", again.text())
	}
}

// A panel that opens by itself ignores keys for a moment; to leave is asked for in that moment too.
func TestASuddenPanelDoesNotTakeTheWishToLeave(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 half a row")
	d.press("enter")
	d.want("NOT SAVED")
	d.send(keyPress("ctrl+c")) // at the very moment at which the panel opened
	d.want("ctrl+c again leaves")
	d.send(keyPress("ctrl+c"))
	if !d.quit {
		t.Errorf("asked twice, the program stays:\n%s", d.text())
	}
}
