package ui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/screen"
)

// twoWindows are two programs on one file, each with a connection of its own.
func twoWindows(t *testing.T) (one, two *driver) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "debrief.db")
	a, b := openStore(t, path), openStore(t, path)
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	save(t, a, p)
	at := screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID}
	one, two = driverOn(t, a, at), driverOn(t, b, at)
	two.ids = 5000 // other ids than the first
	return one, two
}

// retime changes the time of the marked event.
func (d *driver) retime(clock string) {
	d.t.Helper()
	d.press("esc", "home", "i")
	d.kind(">" + clock)
	d.press("enter")
}

func TestAChangeElsewhereIsKeptAndOursIsSavedBehindIt(t *testing.T) {
	one, two := twoWindows(t)
	n := len(one.record().Events)
	one.kind("15:01 from the first window")
	one.press("enter")
	two.kind("15:02 from the second window")
	two.press("enter")
	if got := len(two.record().Events); got != n+2 {
		t.Fatalf("%d events on disk, want %d", got, n+2)
	}
	two.want("from the first window", "from the second window", "saved")
	if len(two.app.panels) != 0 {
		t.Error("a panel opened although nothing contradicts")
	}
}

func TestTwoVersionsOfARowAreShownToChoose(t *testing.T) {
	for _, c := range []struct {
		choose string
		downs  int
		want   []string // of the rows on disk, by time
	}{
		{"Keep both", 0, []string{"13:41", "13:42"}},
		{"Take theirs", 1, []string{"13:41"}},
		{"Take ours", 2, []string{"13:42"}},
	} {
		one, two := twoWindows(t)
		text := one.app.desk.Index.Events[0].What
		one.retime("13:41")
		two.retime("13:42")
		two.want("NOT SAVED (1)", "changed in another window", "13:41", "13:42", c.choose)
		for range c.downs {
			two.press("down")
		}
		two.press("enter")
		if len(two.app.panels) != 0 || two.conflict() {
			t.Fatalf("%s: the panel stays:\n%s", c.choose, two.text())
		}
		two.want("saved")
		x := model.NewIndex(two.record())
		x.Zone, _ = time.LoadLocation(x.Header.Zone)
		var got []string
		for _, e := range x.Events {
			if e.What == text {
				got = append(got, e.When.Clock(x.Zone))
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: on disk the row stands at %v, want %v", c.choose, got, c.want)
		}
	}
}

func TestWhatWasNotTakenInAConflictComesBackByUndo(t *testing.T) {
	one, two := twoWindows(t)
	one.retime("13:41")
	two.retime("13:42")
	two.press("down", "enter") // theirs
	two.press("ctrl+z")
	if got := two.app.desk.Index.Events[0].When.Clock(two.app.desk.Index.Zone); got != "13:42" {
		t.Errorf("after ctrl+z the row stands at %s, want ours, 13:42", got)
	}
}

func TestTypingGoesOnWhileAConflictWaits(t *testing.T) {
	one, two := twoWindows(t)
	one.retime("13:41")
	two.retime("13:42")
	two.want("NOT SAVED (1)")
	n := len(two.app.desk.Record.Events)
	two.kind("15:05 people talk on")
	two.press("enter")
	if got := len(two.app.desk.Record.Events); got != n+1 {
		t.Errorf("%d events, want %d: the line was not recorded while the panel is open", got, n+1)
	}
}

func TestAThousandInterleavedEditsOfTwoWindowsLoseNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a few seconds")
	}
	one, two := twoWindows(t)
	windows := []*driver{one, two}
	r := rand.New(rand.NewPCG(1, 2))
	typed := 0
	for i := range 1000 {
		d := windows[r.IntN(2)]
		switch r.IntN(4) {
		case 0:
			d.press("ctrl+z")
		default:
			d.app.focus.typeOn()
			d.kind(fmt.Sprintf("%02d:%02d n%d", 10+i/60%12, i%60, i))
			d.press("enter")
			typed++
		}
		for len(d.app.panels) > 0 {
			d.press("enter")
		}
	}
	for _, d := range windows {
		d.elapse()
		if !d.app.desk.Idle() || d.conflict() {
			t.Fatal("something is not on disk")
		}
	}
	checkLog(t, one.store.(*storage.Store), one.app.desk.ID(), typed)
}

// checkLog folds the log and compares it with the tables.
func checkLog(t *testing.T, s *storage.Store, id model.ID, typed int) {
	t.Helper()
	entries, err := s.History(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	var p model.Postmortem
	added := 0
	for _, e := range entries {
		if p, err = model.Apply(p, e.Change); err != nil {
			t.Fatalf("entry %d: %v", e.Seq, err)
		}
		if e.Kind == model.Edit && e.Change.Label == "Event added" {
			added++
		}
	}
	stored, _, err := s.Read(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if c := model.Diff("", p, stored); !c.IsEmpty() {
		t.Errorf("the log leads to another record than the tables hold: %d rows differ", len(c.Rows))
	}
	if added != typed {
		t.Errorf("%d events were typed, %d stand in the log", typed, added)
	}
}

func TestUndoDoesNotTakeBackHowARecordCame(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	p := d.record()
	s := openStore(t, filepath.Join(t.TempDir(), "imported.db"))
	e := model.Entry{Seq: 1, At: model.UTC(time.Now()), Kind: model.Edit, Change: model.Diff("imported", model.Postmortem{}, p)}
	if err := s.Save(context.Background(), p.Header.ID, e); err != nil {
		t.Fatal(err)
	}
	d = driverOn(t, s, screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID})
	d.press("ctrl+z")
	d.want("nothing to take back")
	if n := len(d.record().Events); n != len(p.Events) {
		t.Errorf("%d events after ctrl+z, want %d", n, len(p.Events))
	}
}

func TestARecordDeletedInAnotherWindowLeadsHome(t *testing.T) {
	one, two := twoWindows(t)
	one.does(func() { one.app.deleteRecord() })
	two.elapse()
	two.want("Home", "deleted outside this window")
	two.press("ctrl+z")
	two.want("Taken back: Post-mortem deleted")
	if p := one.record(); !p.Header.Deleted.IsZero() {
		t.Error("the post-mortem is still deleted on disk")
	}
}
