package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/desk"
	"debrief/ui/screen"
)

// rescueFiles are rescue files in memory.
type rescueFiles struct {
	files []desk.Rescued
	err   error // of writing
}

func (f *rescueFiles) Write(r rescue.Rescue) (string, error) {
	if f.err != nil {
		return "", f.err
	}
	b, err := rescue.Encode(r)
	if err != nil {
		return "", err
	}
	read, err := rescue.Decode(b)
	path := "/rescued/" + string(rune('a'+len(f.files))) + ".json"
	f.files = append(f.files, desk.Rescued{Path: path, Rescue: read, Err: err})
	return path, nil
}

func (f *rescueFiles) WriteElsewhere(r rescue.Rescue) (string, error) { return f.Write(r) }
func (f *rescueFiles) List() ([]desk.Rescued, error)                  { return slices.Clone(f.files), nil }

func (f *rescueFiles) Sync(string) error { return nil }

func (f *rescueFiles) Read(path string) (desk.Rescued, bool) {
	for _, r := range f.files {
		if r.Path == path {
			return r, true
		}
	}
	return desk.Rescued{}, false
}

func (f *rescueFiles) Remove(path string) error {
	for i := range f.files {
		if f.files[i].Path == path {
			f.files = slices.Delete(f.files, i, i+1)
			return nil
		}
	}
	return errors.New("there is no such file")
}

// startAgain starts the program at home on the store, with the rescue files that d left.
func (d *driver) startAgain(s desk.Store) *driver {
	d.t.Helper()
	again := newDriverOn(d.t, s, screen.Place{})
	again.rescues = d.rescues
	again.ids = 7000
	again.run(again.app.Init())
	again.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return again
}

// events counts the events of the record that say the words.
func events(p model.Postmortem, words string) (n int) {
	for _, e := range p.Events {
		if e.What == words {
			n++
		}
	}
	return n
}

func TestWhoLeavesAFullDiskFindsEverythingAtTheNextStart(t *testing.T) {
	d, f := fullDisk(t)
	id := d.app.desk.ID()
	d.kind("15:01 the disk is full")
	d.press("enter")
	d.kind("15:02 half a row")
	d.press("ctrl+c")
	d.want("NOT SAVED", "ctrl+c again leaves")
	if strings.Contains(d.text(), "Saved") {
		t.Errorf("something is called saved:\n%s", d.text())
	}
	if d.quit {
		t.Fatal("left at the first ctrl+c")
	}
	d.press("ctrl+c")
	if !d.quit || d.app.ExitCode() != 1 || !strings.Contains(d.app.desk.Leaving.Farewell, "/rescued/a.json") {
		t.Fatalf("quit %v with code %d, said %q", d.quit, d.app.ExitCode(), d.app.desk.Leaving.Farewell)
	}

	again := d.startAgain(f.Store)
	again.want("Something was not on disk when debrief ended", "the disk is full", "Half typed: 15:02 half a row")
	again.press("down", "enter") // look at it
	again.want("the disk is full", "Half typed: 15:02 half a row")
	again.press("esc", "up", "enter") // take it in
	if got := again.app.desk.ID(); got != id {
		t.Fatalf("record %q is open, want %q:\n%s", got, id, again.text())
	}
	again.want("15:02 half a row", "saved", "Taken in, and on disk: 1 change and 1 half-typed text")
	if n := events(again.record(), "the disk is full"); n != 1 {
		t.Errorf("the row is on disk %d times", n)
	}
	if len(again.rescues.files) != 0 {
		t.Error("the file is still there")
	}
	again.startAgain(f.Store).noRescue()
}

func (d *driver) noRescue() {
	d.t.Helper()
	if d.front() != nil {
		d.t.Errorf("something is offered:\n%s", d.text())
	}
}

func (d *driver) front() screen.Panel { return d.app.front() }

// What the first window knew to be unsaved may be on disk after all, and other windows wrote meanwhile.
func TestWhatIsOnDiskByNowIsNotTakenInTwice(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 saved by the late answer")
	d.mute = true
	d.press("enter") // the save takes place, and nobody hears of it
	d.send(Terminate{Code: 143})
	d.elapse()
	if !d.quit || len(d.rescues.files) != 1 {
		t.Fatalf("quit %v, %d files", d.quit, len(d.rescues.files))
	}
	other := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	other.ids = 9000
	other.kind("15:03 from another window")
	other.press("enter")

	again := d.startAgain(d.store)
	again.noRescue() // all of it is on disk
	again.press("enter")
	for _, words := range []string{"saved by the late answer", "from another window"} {
		if n := events(again.record(), words); n != 1 {
			t.Errorf("%q is on disk %d times", words, n)
		}
	}
	if len(again.rescues.files) != 0 {
		t.Error("the file is still there")
	}
}

func TestARescueFileOfARecordThatIsGoneMakesItAnew(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 only here")
	d.press("enter")
	d.press("ctrl+c", "ctrl+c")
	empty := openStore(t, filepath.Join(t.TempDir(), "debrief.db"))
	again := d.startAgain(empty)
	again.press("enter")
	if n := events(again.record(), "only here"); n != 1 {
		t.Errorf("the row is on disk %d times", n)
	}
	if n := len(again.record().Attendees); n != len(d.app.desk.Record.Attendees) {
		t.Errorf("%d people came along", n)
	}
}

func TestARescueFileIsKeptOrRemovedAsAPersonChooses(t *testing.T) {
	d, f := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter")
	d.press("ctrl+c", "ctrl+c")

	kept := d.startAgain(f.Store)
	kept.press("esc")
	kept.noRescue()
	if len(kept.rescues.files) != 1 {
		t.Fatal("Esc removed the file")
	}
	removed := kept.startAgain(f.Store)
	removed.press("down", "down", "down", "enter")
	removed.want("Enter once more removes it")
	if len(removed.rescues.files) != 1 {
		t.Fatal("removed without a second Enter")
	}
	removed.press("enter")
	if len(removed.rescues.files) != 0 {
		t.Error("it is still there")
	}
}

// Private words do not stand on a screen that the room sees, and home is seen by the room.
func TestARescueFileTellsNothingPrivate(t *testing.T) {
	d, f := fullDisk(t)
	d.press("esc", "y")
	d.kind("a secret note")
	d.press("enter")
	d.press("ctrl+c", "ctrl+c")
	again := d.startAgain(f.Store)
	again.want("a private row")
	if strings.Contains(again.text(), "secret") {
		t.Errorf("it is on the screen:\n%s", again.text())
	}
}

func TestASaveWithoutAnAnswerIsSaidAndDoesNotHoldTheProgram(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 a network drive went away")
	d.mute = true
	d.press("enter")
	d.want("saving")
	d.elapse()
	d.want("NOT SAVED (1)", "has not answered for 5 seconds", "Save a copy")
	if strings.Contains(d.text(), "Try again") {
		t.Error("it offers to try again while a try is under way")
	}
	d.press("esc", "ctrl+c")
	if strings.Contains(d.text(), "Saved") {
		t.Errorf("something is called saved:\n%s", d.text())
	}
	d.press("ctrl+c")
	d.elapse()
	if !d.quit || len(d.rescues.files) != 1 {
		t.Errorf("quit %v, %d rescue files:\n%s", d.quit, len(d.rescues.files), d.text())
	}
}

// The folder of the store may not answer either, and nothing may hold the program back.
func TestNothingThatDoesNotAnswerHoldsTheProgram(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 one")
	d.mute = true
	d.press("enter", "ctrl+c", "ctrl+c")
	d.holds = true // neither does what comes now
	for range 3 {
		d.elapse()
		for _, cmd := range d.held {
			switch msg := cmd().(type) {
			case tea.BatchMsg:
				d.finish(msg[0]) // the pause
			case tea.QuitMsg:
				d.quit = true
			}
		}
		d.held = nil
	}
	if !d.quit {
		t.Errorf("the program is still there:\n%s", d.text())
	}
}

func TestAnAnswerThatComesLateIsTold(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 slow")
	d.mute = true
	d.press("enter")
	d.elapse()
	d.want("NOT SAVED (1)")
	d.mute = false
	for _, msg := range d.late {
		d.send(msg)
	}
	d.want("saved", "everything is on disk again")
	if d.front() != nil {
		t.Error("the panel stays open")
	}
}

func TestAPanicSavesWhatWaits(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 half a row")
	d.does(func() { d.app.desk.Leaving.AfterPanic() })
	if !d.quit {
		t.Fatal("the program stays")
	}
	driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()}).want("15:01 half a row")

	full, _ := fullDisk(t)
	full.kind("15:01 one")
	full.press("enter")
	full.does(func() { full.app.desk.Leaving.AfterPanic() })
	for range 3 {
		if full.quit {
			break
		}
		timers := full.timers
		full.timers = nil
		for _, msg := range timers {
			full.does(func() { full.app.end(msg) })
		}
	}
	if !full.quit || len(full.rescues.files) != 1 {
		t.Errorf("quit %v, %d rescue files; want one", full.quit, len(full.rescues.files))
	}
}

// "Save a copy: write everything to another file" copied only what was on disk.
func TestACopyHoldsWhatIsNotOnDisk(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter")
	d.kind("15:02 half a row")
	path := filepath.Join(t.TempDir(), "copy.db")
	d.does(func() { d.app.desk.SaveCopy(path) })
	if !strings.Contains(d.app.said.words, "Copy written") {
		t.Fatalf("said %q", d.app.said.words)
	}
	s, err := storage.Open(context.Background(), path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p, _, err := s.Read(context.Background(), d.app.desk.ID())
	if err != nil || events(p, "one") != 1 {
		t.Errorf("the copy holds the row %d times, %v", events(p, "one"), err)
	}
	drafts, err := s.Drafts(context.Background(), d.app.desk.ID())
	if err != nil || !slices.ContainsFunc(drafts, func(d model.Draft) bool { return d.Text == "15:02 half a row" }) {
		t.Errorf("the half-typed line is not in the copy: %v, %v", drafts, err)
	}
}

// deaf is a store of which no copy can be made either.
type deaf struct{ *failing }

func (d deaf) Copy(context.Context, string) error { return model.ErrBusy }

func TestWhereNoCopyCanBeMadeWhatWaitsBecomesARescueFile(t *testing.T) {
	d, f := fullDisk(t)
	d = driverOn(t, deaf{f}, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	d.kind("15:01 one")
	d.press("enter")
	d.does(func() { d.app.desk.SaveCopy(filepath.Join(t.TempDir(), "copy.db")) })
	if len(d.rescues.files) != 1 || !strings.Contains(d.app.said.words, "another program is using the file; what waits is in /rescued/a.json") {
		t.Fatalf("%d files, said %q", len(d.rescues.files), d.app.said.words)
	}
	f.err = nil
	d.elapse()
	d.settle()
	if len(d.rescues.files) != 0 {
		t.Error("the file is still there although everything is on disk")
	}
}

func TestACopyThatNeedsAnotherPathSaysSo(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter")
	d.does(func() { d.app.desk.SaveCopy(filepath.Join(t.TempDir(), "no", "folder", "copy.db")) })
	if len(d.rescues.files) != 0 || !strings.Contains(d.app.said.words, "there is no such folder") {
		t.Errorf("%d files, said %q", len(d.rescues.files), d.app.said.words)
	}
}

func TestASecondSignalDoesNotWait(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 one")
	d.mute = true
	d.press("enter")
	d.send(Terminate{Code: 143})
	d.send(Terminate{Code: 143})
	if !d.quit || d.app.ExitCode() != 143 || len(d.rescues.files) != 1 {
		t.Errorf("quit %v with code %d and %d rescue files", d.quit, d.app.ExitCode(), len(d.rescues.files))
	}
}

func TestNothingOfTheSampleIsRescued(t *testing.T) {
	d, _ := fullDisk(t, func(o *Options) { o.Throwaway = true })
	d.kind("15:01 one")
	d.press("enter")
	d.press("ctrl+c", "ctrl+c")
	if !d.quit || len(d.rescues.files) != 0 {
		t.Errorf("quit %v, %d files", d.quit, len(d.rescues.files))
	}
}

// unstorable is a store that can never hold rows with some words, whatever its own check says.
type unstorable struct{ desk.Store }

func (u unstorable) Save(ctx context.Context, id model.ID, e model.Entry, done ...model.Draft) error {
	for _, r := range e.Change.Rows {
		if ev, ok := r.After.(model.Event); ok && strings.Contains(ev.What, "never") {
			return model.ErrUnstorable
		}
	}
	return u.Store.Save(ctx, id, e, done...)
}

func neverDisk(t *testing.T) *driver {
	t.Helper()
	d := sampleDriver(t, screen.Timeline)
	d = driverOn(t, unstorable{d.store}, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	d.kind("15:01 never")
	d.press("enter")
	d.want("NOT SAVED (1)", "Leave it out")
	d.kind("15:02 behind it")
	d.press("enter")
	d.want("NOT SAVED (2)")
	return d
}

// One change that could not be stored kept every later row and undo waiting behind it.
func TestWhatCanNeverBeStoredIsLeftOutAndTheRestIsSaved(t *testing.T) {
	d := neverDisk(t)
	d.press("enter")
	d.settle()
	d.want("saved", "/rescued/a.json")
	if len(d.rescues.files) != 1 || len(d.rescues.files[0].Rescue.Waiting) != 2 {
		t.Errorf("what was left out is in %d files", len(d.rescues.files))
	}
	if p := d.record(); events(p, "never") != 0 || events(p, "behind it") != 1 {
		t.Errorf("on disk: %d never, %d behind it", events(p, "never"), events(p, "behind it"))
	}
}

func TestUndoTakesBackWhatStillWaitsBehindIt(t *testing.T) {
	d := neverDisk(t)
	d.press("ctrl+z")
	d.settleUnder(1)
	if events(d.app.desk.Record, "behind it") != 0 {
		t.Error("the row behind it is still there")
	}
	d.press("ctrl+z")
	d.settle()
	d.want("saved")
	if p := d.app.desk.Record; events(p, "never") != 0 || model.Diff("", p, d.record()).IsEmpty() == false {
		t.Error("the window and the disk differ")
	}
	d.press("ctrl+z") // and undo goes on where the disk stands
	d.kind("15:04 after")
	d.press("enter")
	d.settle()
	if events(d.record(), "after") != 1 {
		t.Error("what was typed afterwards is not on disk")
	}
}

// settleUnder runs what can be run while so many saves are refused.
func (d *driver) settleUnder(waiting int) {
	d.t.Helper()
	for range 20 {
		if d.app.desk.Waiting() <= waiting {
			return
		}
		d.elapse()
	}
	d.t.Fatalf("%d changes wait", d.app.desk.Waiting())
}

func TestATimeThatNoRecordKeepsIsRefusedBeforeItIsRecorded(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Header.Zone = "America/New_York"
	d := recordDriver(t, p, screen.Timeline)
	n := len(d.record().Events)
	d.kind("9999-12-31 23:30 x")
	d.press("enter")
	if strings.Contains(d.text(), "Done") || d.app.line.Value() != "9999-12-31 23:30 x" {
		t.Errorf("the line is %q:\n%s", d.app.line.Value(), d.text())
	}
	d.press("ctrl+u")
	d.kind("15:02 later")
	d.press("enter")
	d.want("saved")
	if got := len(d.record().Events); got != n+1 {
		t.Errorf("%d events on disk, want %d", got, n+1)
	}
}

// New record, Esc g 7, Esc v, one letter typed into File, Enter, while the clock stands: the header
// said saving from then on, home's Enter did nothing, and ctrl+c said "Saved" and never left.
func TestAPageUnderAnotherNameDoesNotStopSaving(t *testing.T) {
	d := newDriver(t)
	d.app.options.WriteFile = func(string, []byte, bool) error { return nil }
	d.kind("A new record")
	d.press("enter", "esc", "g", "7", "esc", "v")
	d.kind("x")
	d.press("enter")
	d.want("Written", "saved")
	d.press("esc", "g", "0")
	d.kind("Another record")
	d.press("enter")
	d.want("Another record", "[Open]")
	d.press("ctrl+c")
	d.want("Saved")
	d.press("ctrl+c")
	if !d.quit {
		t.Errorf("ctrl+c twice does not leave:\n%s", d.text())
	}
}

func TestNothingIsCalledSavedThatWaits(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.holds = true
	d.kind("15:01 half a row")
	d.press("ctrl+c")
	if strings.Contains(d.text(), "Saved") {
		t.Errorf("the half-typed line is called saved before it is:\n%s", d.text())
	}
	d.want("Saving. ctrl+c again leaves")
}

// In front of a room a program that goes away in mid-sentence has fallen over.
func TestOneCtrlCDoesNotLeaveLaterByItself(t *testing.T) {
	d, f := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter", "ctrl+c")
	d.kind("15:02 and the talk goes on")
	f.err = nil
	d.elapse()
	d.settle()
	if d.quit {
		t.Fatal("the program left by itself")
	}
	d.want("saved", "15:02 and the talk goes on")
}

func TestNothingIsCalledOnDiskWhileAConflictWaits(t *testing.T) {
	one, two := twoWindows(t)
	f := &failing{Store: two.store}
	two = driverOn(t, f, screen.Place{Screen: screen.Timeline, Postmortem: one.app.desk.ID()})
	one.retime("13:41")
	two.retime("13:42")
	two.want("NOT SAVED (1)")
	f.err = model.ErrFull
	two.kind("14:30 a row while the disk is full")
	two.press("enter")
	f.err = nil
	two.elapse()
	if strings.Contains(two.text(), "everything is on disk") {
		t.Errorf("everything is called on disk:\n%s", two.text())
	}
	two.want("NOT SAVED (1)", "Take theirs")
}

func TestUndoDoesNotGoPastWhatWaitsForAnAnswer(t *testing.T) {
	one, two := twoWindows(t)
	one.retime("13:41")
	two.retime("13:42")
	seq := two.app.desk.Seq
	two.press("ctrl+z")
	two.want("waits for an answer")
	if two.app.desk.Seq != seq {
		t.Error("something that is on disk was taken back")
	}
}

// A file is removed only when all that is in it is on disk, and what waits for an answer is not.
func TestTakingInAConflictKeepsTheFileUntilItIsSettled(t *testing.T) {
	one, two := twoWindows(t)
	f := &failing{Store: two.store, err: model.ErrFull}
	two = driverOn(t, f, screen.Place{Screen: screen.Timeline, Postmortem: two.app.desk.ID()})
	two.ids = 5000
	two.retime("13:42")
	two.press("ctrl+c", "ctrl+c")
	one.retime("13:41")
	again := two.startAgain(f.Store)
	again.press("enter")
	again.want("NOT SAVED (1)", "Take theirs")
	if len(again.rescues.files) != 1 || strings.Contains(again.text(), "Taken in") {
		t.Fatalf("%d files:\n%s", len(again.rescues.files), again.text())
	}
	again.press("down", "down", "enter") // ours
	again.settle()
	again.want("saved")
	if len(again.rescues.files) != 0 {
		t.Error("the file is still there")
	}
}

// A panel that opens by itself over the list must not make text of the letters that are commands there.
func TestLettersStayCommandsInTheListWhenThePanelOpens(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	f := &failing{Store: d.store}
	d = driverOn(t, f, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	n := len(d.app.desk.Record.Events)
	d.press("esc", "home")
	f.err = model.ErrFull
	d.press("x")
	d.want("NOT SAVED (1)")
	d.press("u")
	if got := len(d.app.desk.Record.Events); got != n || !d.app.line.Empty() {
		t.Errorf("%d events, want %d; the line holds %q", got, n, d.app.line.Value())
	}
}

func TestAWayOnIsTakenWithTextInTheLineOnceItIsMarked(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter")
	d.kind("15:02 half a row")
	d.press("down", "enter") // save a copy
	if !d.app.unsaved.Copying() {
		t.Fatalf("no path is asked for:\n%s", d.text())
	}
	if events(d.app.desk.Record, "half a row") != 0 {
		t.Error("the half-typed row was recorded")
	}
	d.press("esc")
	d.kind(" on")
	d.press("enter") // what was typed last is what Enter means
	if events(d.app.desk.Record, "half a row on") != 1 {
		t.Errorf("the row was not recorded:\n%s", d.text())
	}
}

// The disk came back while the path of a copy was typed: the rest of it became a row of the timeline.
func TestAPathThatIsTypedStaysAPath(t *testing.T) {
	d, f := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter", "down", "enter")
	path := filepath.Join(t.TempDir(), "copy.db")
	d.kind(path[:5])
	f.err = nil
	d.elapse()
	d.settle()
	d.kind(path[5:])
	n := len(d.app.desk.Record.Events)
	d.press("enter")
	d.settle()
	if got := len(d.app.desk.Record.Events); got != n {
		t.Errorf("%d events, want %d", got, n)
	}
	d.want("Copy written")
	if d.front() != nil {
		t.Error("the panel stays")
	}
}

func TestARefusedPathStaysInTheLine(t *testing.T) {
	d, _ := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter", "down", "enter")
	d.kind("/no/such/folder/copy.db")
	d.press("enter")
	d.want("there is no such folder", "/no/such/folder/copy.db")
	if !d.app.unsaved.Copying() {
		t.Error("the path is not asked for any more")
	}
}

func TestTheOfferTellsAllThatIsInTheFile(t *testing.T) {
	d, f := fullDisk(t)
	d.kind("14:07 told by somebody new @nadia")
	d.press("enter", "esc", "esc", "home", "x")
	d.press("ctrl+c", "ctrl+c")
	again := d.startAgain(f.Store)
	again.press("down", "enter")
	again.want("14:07", "told by somebody new", "Nadia", "removed event", "Planned index rebuild")
}

func TestADeletedRecordIsSaidWhenItIsTakenIn(t *testing.T) {
	d, f := fullDisk(t)
	d.kind("15:01 one")
	d.press("enter", "ctrl+c", "ctrl+c")
	other := driverOn(t, f.Store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	other.ids = 9000
	other.does(func() { other.app.deleteRecord() })
	other.settle()
	again := d.startAgain(f.Store)
	again.press("enter")
	again.settle()
	if !again.app.atHome() || events(again.record(), "one") != 1 {
		t.Errorf("it is open as if nothing were:\n%s", again.text())
	}
	again.press("ctrl+z")
}

func TestLookingAtAReadOnlyStoreChangesNothing(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d = driverOn(t, readOnlyStore{d.store}, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	d.press("esc", "g", "6")
	if !d.app.desk.Idle() {
		t.Errorf("%d changes wait:\n%s", d.app.desk.Waiting(), d.text())
	}
	d.want("READ ONLY")
	d.press("ctrl+c")
	if strings.Contains(d.text(), "Saved") {
		t.Errorf("something is called saved:\n%s", d.text())
	}
}

type readOnlyStore struct{ desk.Store }

func (readOnlyStore) ReadOnly() bool { return true }

func (readOnlyStore) Save(context.Context, model.ID, model.Entry, ...model.Draft) error {
	return model.ErrReadOnly
}

// Nothing waits to be saved, and yet nothing is on disk any more.
func TestAStoreThatIsGoneIsToldAndTheRecordIsRescued(t *testing.T) {
	for name, take := range map[string]func(t *testing.T, path string){
		"removed": func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		},
		"replaced by another": func(t *testing.T, path string) {
			other := filepath.Join(t.TempDir(), "other.db")
			s, err := storage.Open(context.Background(), other, storage.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(s.Close(), os.Rename(other, path)); err != nil {
				t.Fatal(err)
			}
		},
	} {
		for _, waits := range []bool{true, false} { // for the next look at the file
			d := sampleDriver(t, screen.Timeline)
			d.kind("15:01 only in memory")
			d.press("enter")
			d.want("saved")
			take(t, d.store.(*storage.Store).Path())
			if waits {
				d.elapse()
				d.want("NOT SAVED (1)", "is gone, or another one stands in its place")
				d.press("esc")
			}
			d.press("ctrl+c")
			d.press("ctrl+c")
			if !d.quit || len(d.rescues.files) != 1 || d.app.ExitCode() != 1 {
				t.Fatalf("%s: quit %v with code %d and %d rescue files:\n%s", name, d.quit, d.app.ExitCode(), len(d.rescues.files), d.text())
			}
			again := d.startAgain(openStore(t, filepath.Join(t.TempDir(), "debrief.db")))
			again.want("the whole post-mortem as it stood", "events, ")
			again.press("enter")
			again.settle()
			again.want("Taken in, and on disk: the whole post-mortem, as it stood")
			if n := events(again.record(), "only in memory"); n != 1 {
				t.Errorf("%s: the row is on disk %d times", name, n)
			}
		}
	}
}

// An older copy was put in the place of the store: what it lacks comes back as one edit.
func TestWhatAnOlderCopyLacksIsTakenIn(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	path := d.store.(*storage.Store).Path()
	older := filepath.Join(t.TempDir(), "older.db")
	if err := d.store.Copy(context.Background(), older); err != nil {
		t.Fatal(err)
	}
	d.kind("15:01 since the copy")
	d.press("enter")
	if err := os.Rename(older, path); err != nil {
		t.Fatal(err)
	}
	d.elapse()
	d.press("ctrl+c", "ctrl+c")
	again := d.startAgain(openStore(t, path))
	again.want("as one change for undo")
	again.press("enter")
	again.settle()
	again.want("saved", "Taken in, and on disk: what was not there, as one change")
	if n := events(again.record(), "since the copy"); n != 1 {
		t.Errorf("the row is on disk %d times", n)
	}
	again.press("ctrl+z")
	again.settle()
	if n := events(again.record(), "since the copy"); n != 0 {
		t.Error("undo does not take back what was taken in")
	}
}

// The text that stood in a form waits as words of the conflict, and no second time in the form, where
// Enter would put it over what the other window wrote.
func TestASettledConflictLeavesNoTextInTheForm(t *testing.T) {
	one, two := twoWindows(t)
	edit := func(d *driver, words string) {
		d.kind(words)
		d.send(desk.DraftTick{}) // it is a draft on disk
		d.press("enter")
	}
	for _, d := range []*driver{one, two} {
		d.press("esc", "home", "enter", "down")
		d.want("> What")
	}
	edit(one, " as they say")
	edit(two, " as we say")
	two.want("NOT SAVED (1)", "Keep both")
	two.press("enter")
	two.settle()
	drafts, err := two.store.Drafts(context.Background(), two.app.desk.ID())
	if err != nil || len(drafts) != 0 {
		t.Errorf("left on disk: %+v, %v", drafts, err)
	}
}

// Another window, or a command, brought the record back: undo in the meeting must not take it away again.
func TestUndoInAMeetingTakesNoRecordAway(t *testing.T) {
	one, two := twoWindows(t)
	one.does(func() { one.app.deleteRecord() })
	one.press("ctrl+z")
	one.settle()
	two.elapse()
	two.settle()
	two.press("enter") // the panel that says that it was deleted
	two.does(func() { two.app.desk.Open(screen.Place{Postmortem: one.app.desk.ID(), Screen: screen.Timeline}) })
	for range 3 {
		two.press("esc", "u")
	}
	two.press("U")
	two.settle()
	if p := two.record(); !p.Header.Deleted.IsZero() {
		t.Errorf("undo deleted the post-mortem:\n%s", two.text())
	}
}

func TestARecordThatWasDeletedOutsideComesBackIntoTheMeeting(t *testing.T) {
	one, two := twoWindows(t)
	one.does(func() { one.app.deleteRecord() })
	two.kind("15:01 recorded before the panel")
	two.elapse()
	two.want("deleted outside this window", "ctrl+z brings it back")
	two.press("ctrl+z")
	two.settle()
	if p := two.record(); !p.Header.Deleted.IsZero() {
		t.Fatal("it is still deleted")
	}
	two.want("[Timeline]", "15:01 recorded before the panel")
}

// stubborn is a store that refuses every save as another window's, though there is none.
type stubborn struct {
	desk.Store
	saves int
}

func (s *stubborn) Save(context.Context, model.ID, model.Entry, ...model.Draft) error {
	s.saves++
	return model.ErrConflict
}

func TestASaveThatIsRefusedWithoutAReasonIsToldAndTriedWithPauses(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	s := &stubborn{Store: d.store}
	d = driverOn(t, s, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	d.kind("15:01 one")
	d.press("enter")
	d.want("NOT SAVED (1)", "Try again")
	for range 5 {
		before := s.saves
		d.elapse()
		if n := s.saves - before; n == 0 || n > 3+2 {
			t.Fatalf("%d tries in a second", n)
		}
	}
}

// An older copy was written over the open file, as cp and some programs that keep folders in step do.
func TestAnOlderCopyWrittenOverTheOpenFileIsTold(t *testing.T) {
	for _, typesOn := range []bool{false, true} {
		d := sampleDriver(t, screen.Timeline)
		path := d.store.(*storage.Store).Path()
		older := filepath.Join(t.TempDir(), "older.db")
		if err := d.store.Copy(context.Background(), older); err != nil {
			t.Fatal(err)
		}
		d.kind("15:01 since the copy")
		d.press("enter")
		b, err := os.ReadFile(older)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		d.kind("15:02 half a row")
		if typesOn {
			d.press("enter")
		}
		for range 3 {
			d.elapse()
		}
		d.want("NOT SAVED (1)", "holds less than was saved")
		d.press("esc", "ctrl+c", "ctrl+c")
		for range 3 {
			d.elapse()
		}
		if !d.quit || len(d.rescues.files) != 1 {
			t.Fatalf("quit %v, %d rescue files:\n%s", d.quit, len(d.rescues.files), d.text())
		}
		again := d.startAgain(openStore(t, path))
		again.press("enter")
		again.settle()
		again.want("saved")
		if there := strings.Contains(again.text(), "15:02 half a row") || events(again.record(), "half a row") == 1; !there {
			t.Errorf("what was typed last is gone:\n%s", again.text())
		}
		if n := events(again.record(), "since the copy"); n != 1 {
			t.Errorf("the row is on disk %d times", n)
		}
	}
}

func TestTheHalfTypedLineIsRescuedFromAStoreThatIsGone(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 half a row")
	d.press("esc", "g", "1", "i")
	d.kind("a title half typed")
	d.send(desk.DraftTick{}) // both are drafts on disk
	if err := os.Remove(d.store.(*storage.Store).Path()); err != nil {
		t.Fatal(err)
	}
	d.elapse()
	d.press("ctrl+c", "ctrl+c")
	again := d.startAgain(openStore(t, filepath.Join(t.TempDir(), "debrief.db")))
	again.press("enter")
	again.settle()
	again.press("esc", "g", "3")
	again.want("15:01 half a row")
}
