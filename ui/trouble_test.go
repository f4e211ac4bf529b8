package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/ui/desk"
	"debrief/ui/screen"
)

// failing is a store whose saves fail while err is set.
type failing struct {
	desk.Store
	err error
}

func (f *failing) Save(ctx context.Context, id model.ID, e model.Entry, done ...model.Draft) error {
	if f.err != nil {
		return f.err
	}
	return f.Store.Save(ctx, id, e, done...)
}

func (f *failing) SaveDraft(ctx context.Context, d model.Draft) error {
	if f.err != nil {
		return f.err
	}
	return f.Store.SaveDraft(ctx, d)
}

// fullDisk is a program whose disk is full.
func fullDisk(t *testing.T, set ...func(*Options)) (*driver, *failing) {
	t.Helper()
	d := sampleDriver(t, screen.Timeline)
	f := &failing{Store: d.store}
	again := driverOn(t, f, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()}, set...)
	f.err = model.ErrFull
	return again, f
}

func TestAFullDiskIsSaidAndNothingIsLost(t *testing.T) {
	d, f := fullDisk(t)
	n := len(d.record().Events)
	d.kind("15:01 one")
	d.press("enter")
	d.want("NOT SAVED (1)", "disk is full", "Try again")
	d.kind("15:02 two")
	d.press("enter")
	d.want("NOT SAVED (2)")
	f.err = nil
	d.elapse()
	d.want("saved")
	if len(d.app.panels) != 0 {
		t.Error("the panel stays open after everything is on disk")
	}
	if got := len(d.record().Events); got != n+2 {
		t.Errorf("%d events on disk, want %d", got, n+2)
	}
}

func TestLeavingWithAFullDiskAsks(t *testing.T) {
	d, f := fullDisk(t)
	n := len(d.record().Events)
	d.kind("15:01 one")
	d.press("enter")
	d.press("esc")
	d.press("ctrl+c")
	if d.quit {
		t.Fatal("left although a change is not on disk")
	}
	d.want("NOT SAVED (1)")
	f.err = nil
	d.elapse()
	if got := len(d.record().Events); got != n+1 {
		t.Errorf("%d events on disk once space is back, want %d", got, n+1)
	}
}

func TestASignalLeavesAlsoWhenTheStoreRefuses(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter")
	d.send(Terminate{Code: 129})
	d.elapse()
	if !d.quit || d.app.ExitCode() != 129 {
		t.Errorf("quit %v with code %d, want to leave with 129", d.quit, d.app.ExitCode())
	}
}

func TestASignalSavesWhatIsTyped(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 half a row")
	d.send(Terminate{Code: 143})
	if !d.quit {
		t.Fatal("the program stays")
	}
	driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()}).want("15:01 half a row")
}

// The panel that says what is not on disk took the keys away from an open form or a private note: the
// rest of the sentence ran as commands of the list, took rows back and switched names off.
func TestWhatIsNotOnDiskTakesNoKeysFromAnOpenForm(t *testing.T) {
	for name, open := range map[string][]string{
		"a private note":      {"esc", "y"},
		"a form":              {"esc", "e", "tab"},
		"the list of all":     {"ctrl+k"},
		"the help":            {"f1"},
		"length and minutes":  {"esc", "l"},
		"the invitation":      {"ctrl+k", "i", "n", "v", "i", "t", "a", "enter"},
		"a question's answer": {"esc", "a"},
	} {
		t.Run(name, func(t *testing.T) {
			d, f := fullDisk(t)
			f.err = nil
			d.kind("15:01 one")
			d.press("enter")
			before := d.record()
			d.press(open...)
			front := d.front()
			f.err = model.ErrFull
			d.kind("unc")
			d.elapse() // a draft is refused, and it is said
			d.want("NOT SAVED (1)")
			d.kind("le ben rushed")
			if d.front() != front {
				t.Fatalf("%T took the place of %T", d.front(), front)
			}
			if field, typed := front.Field(); typed && !field.Unseen && !strings.HasSuffix(d.app.line.Value(), "uncle ben rushed") {
				t.Errorf("the line holds %q", d.app.line.Value())
			}
			d.press("esc")
			d.want("NOT SAVED (1)", "disk is full")
			f.err = nil
			d.elapse()
			d.elapse()
			d.want("saved")
			if c := model.Diff("", before, d.record()); !c.IsEmpty() {
				t.Errorf("the letters ran as commands: %+v", c.Rows)
			}
		})
	}
}

// "What waits is in FILE" was said where nothing waited, of a file that was taken away at once.
func TestACopyThatFailsNamesNoRescueFileWhereNothingWaits(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	f := &failing{Store: d.store}
	again := driverOn(t, &uncopied{f}, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	again.press("ctrl+k")
	again.kind("save a copy")
	again.press("enter")
	again.want("Save a copy")
	again.press("enter")
	again.kind("/elsewhere/copy.db")
	again.press("enter")
	again.settle()
	again.want("no copy was written: the disk is full")
	if strings.Contains(again.text(), "what waits is in") || len(again.rescues.files) > 0 {
		t.Errorf("%d rescue files:\n%s", len(again.rescues.files), again.text())
	}
}

// uncopied is a store that cannot be copied.
type uncopied struct{ desk.Store }

func (uncopied) Copy(context.Context, string) error { return model.ErrFull }

// The header said "saved" for five seconds while a half-typed line was on its way to a file that another
// program held, and ctrl+c said "Saving" beside it.
func TestAHalfTypedLineThatIsLongOnItsWayIsNotCalledSaved(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 half")
	d.mute = true
	d.send(desk.DraftTick{})
	d.want("saved")
	d.now = d.now.Add(2 * time.Second)
	d.press("x")
	d.want("saving")
	d.mute = false
	for _, msg := range d.late {
		d.send(msg)
	}
	d.elapse()
	d.settle()
	d.want("saved")
}
