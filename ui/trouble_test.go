package ui

import (
	"context"
	"testing"

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
