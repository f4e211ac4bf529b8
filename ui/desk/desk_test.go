package desk

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/rescue"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// window is a desk without a terminal: what it has run is run at once, and what it tells is kept.
type window struct {
	*Desk
	t      *testing.T
	told   []any
	cmds   []tea.Cmd
	timers []tea.Msg
	home   bool
	quit   bool
	full   error // why the disk takes nothing
	files  *files
	now    time.Time
}

// at opens a desk on the store of the path, and the record on it.
func at(t *testing.T, path string, record model.ID, f *files) *window {
	t.Helper()
	s, err := storage.Open(t.Context(), path, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w := &window{t: t, files: f, home: true, now: time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)}
	newID := func() model.ID {
		id, err := model.NewID(rand.Reader)
		if err != nil {
			t.Error(err)
		}
		return id
	}
	now := func() time.Time { return w.now }
	w.Desk = New(Options{
		Store: trying{s, w}, Rescues: f, Now: now, NewID: newID, Editor: edit.Editor{NewID: newID, Now: now}, Line: entry.NewLine(),
		Reopen: func(ctx context.Context, path string) (Store, error) {
			return storage.Open(ctx, path, storage.Options{Now: time.Now})
		},
		Run: func(cmd tea.Cmd) { w.cmds = append(w.cmds, cmd) },
		After: func(_ time.Duration, msg tea.Msg) tea.Cmd {
			return func() tea.Msg { w.timers = append(w.timers, msg); return nil }
		},
		Tell: func(event any) {
			w.told = append(w.told, event)
			switch e := event.(type) {
			case Opened:
				w.home = false
			case Gone, LeftDeleted:
				w.home = true
			case HomeRead:
				if e.Err != nil {
					t.Error(e.Err)
				}
			}
		},
		AtHome:    func() bool { return w.home },
		PathShown: func(path string) string { return path },
	})
	if record != "" {
		w.Open(screen.Place{Postmortem: record})
		w.Follow()
	}
	return w
}

// on is a store with the sample incident in it.
func on(t *testing.T) (path string, record model.ID) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "debrief.db")
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	w := at(t, path, "", &files{})
	w.create(p, model.ImportedLabel, entry.Slot{})
	w.Follow()
	return path, p.Header.ID
}

// Follow runs what the desk has run, to the end.
func (w *window) Follow() {
	w.Desk.Follow()
	for len(w.cmds) > 0 {
		cmd := w.cmds[0]
		w.cmds = w.cmds[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			w.cmds = append(w.cmds, msg...)
		case tea.QuitMsg:
			w.quit = true
		default:
			w.Update(msg)
			w.Desk.Follow()
		}
	}
}

func (w *window) send(msg tea.Msg) {
	w.Update(msg)
	w.Follow()
}

// elapse lets all pauses end that are under way.
func (w *window) elapse() {
	timers := w.timers
	w.timers = nil
	for _, msg := range timers {
		w.send(msg)
	}
}

// add records a row on the timeline.
func (w *window) add(what string) {
	w.t.Helper()
	after, _, err := w.o.Editor.AddEvent(w.Record, model.Event{What: what}, "")
	if err != nil || !w.Commit(model.Entry{Kind: model.Edit, Change: model.Diff("Event added", w.Record, after)}, nil) {
		w.t.Fatalf("%q is not recorded: %v", what, err)
	}
	w.Follow()
}

// reword changes the text of the first event.
func (w *window) reword(what string) {
	after := w.Record
	after.Events = slices.Clone(after.Events)
	after.Events[0].What = what
	w.Commit(model.Entry{Kind: model.Edit, Change: model.Diff("Event changed", w.Record, after)}, nil)
	w.Follow()
}

func (w *window) kind(words string) {
	w.line.Hold(entry.Slot{Place: screen.Timeline, Key: screen.Key{Field: "event"}}, "")
	w.line.Set(words)
	w.Follow()
}

// heard returns the last event of this type.
func heard[T any](w *window) (last T, is bool) {
	w.t.Helper()
	for _, e := range w.told {
		if e, ok := e.(T); ok {
			last, is = e, true
		}
	}
	return last, is
}

// wants fails unless it was told.
func wants[T comparable](w *window, want T) {
	w.t.Helper()
	if got, is := heard[T](w); !is || got != want {
		w.t.Errorf("%v: told %+v, want %+v", reflect.TypeFor[T](), got, want)
	}
}

// onDisk are the texts of the events on disk.
func (w *window) onDisk() []string {
	w.t.Helper()
	p, _, err := w.store.Read(w.t.Context(), w.ID())
	if err != nil {
		w.t.Fatal(err)
	}
	var texts []string
	for _, e := range p.Events {
		texts = append(texts, e.What)
	}
	return texts
}

func (w *window) wantOnDisk(texts ...string) {
	w.t.Helper()
	there := w.onDisk()
	for _, text := range texts {
		if !slices.Contains(there, text) {
			w.t.Errorf("%q is not on disk: %q", text, there)
		}
	}
}

// trying is a store that takes nothing while its disk is full.
type trying struct {
	Store
	w *window
}

func (s trying) Save(ctx context.Context, id model.ID, e model.Entry, settled ...model.Draft) error {
	if s.w.full != nil {
		return s.w.full
	}
	return s.Store.Save(ctx, id, e, settled...)
}

func (s trying) SaveDraft(ctx context.Context, d model.Draft) error {
	if s.w.full != nil {
		return s.w.full
	}
	return s.Store.SaveDraft(ctx, d)
}

// files are rescue files in memory.
type files struct{ all []Rescued }

func (f *files) Write(r rescue.Rescue) (string, error) {
	b, err := rescue.Encode(r)
	if err != nil {
		return "", err
	}
	r, err = rescue.Decode(b)
	f.all = append(f.all, Rescued{Path: fmt.Sprint("/rescued/", len(f.all)), Rescue: r, Err: err})
	return f.all[len(f.all)-1].Path, nil
}

func (f *files) WriteElsewhere(r rescue.Rescue) (string, error) { return f.Write(r) }
func (f *files) List() ([]Rescued, error)                       { return slices.Clone(f.all), nil }
func (f *files) Sync(string) error                              { return nil }

func (f *files) Read(path string) (Rescued, bool) {
	i := slices.IndexFunc(f.all, func(r Rescued) bool { return r.Path == path })
	if i < 0 {
		return Rescued{}, false
	}
	return f.all[i], true
}

func (f *files) Remove(path string) error {
	f.all = slices.DeleteFunc(f.all, func(r Rescued) bool { return r.Path == path })
	return nil
}

func TestAPostmortemIsMadeSavedAndOpenedAgain(t *testing.T) {
	path, _ := on(t)
	w := at(t, path, "", &files{})
	w.Make("Checkout", "Europe/Berlin", entry.Slot{})
	w.Follow()
	wants(w, Opened{screen.Place{Screen: screen.Open}, Made})
	w.add("it began")
	if !w.Idle() || w.Unsaved(w.Record.Events[0].ID) {
		t.Errorf("it waits: %+v", w.NotOnDisk())
	}
	again := at(t, path, w.ID(), &files{})
	wants(again, Opened{screen.Place{Postmortem: w.ID()}, Read})
	wants(again, HistoryRead{})
	again.wantOnDisk("it began")
	again.ReadHome(FirstSummaries)
	again.Follow()
	if read, _ := heard[HomeRead](again); len(read.List) != 2 {
		t.Errorf("home lists %d post-mortems, want 2", len(read.List))
	}
}

func TestAFullDiskIsToldAndWhatWaitsIsSavedLater(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	w.full = model.ErrFull
	w.add("one")
	w.add("two")
	wants(w, Trouble{Sudden: true})
	now := w.NotOnDisk()
	if now.Count != 2 || !strings.Contains(now.Cause, "disk is full") || !w.InTrouble() {
		t.Errorf("not on disk: %+v", now)
	}
	w.Open(screen.Place{Postmortem: id})
	wants(w, Said{Check: true, Words: "something here is not on disk yet; settle it first"})
	w.full = nil
	w.TryAgain()
	w.Follow()
	wants(w, Settled{})
	wants(w, Said{Words: "Saved; everything is on disk again"})
	w.wantOnDisk("one", "two")
}

func TestWhatNoStoreCanHoldIsRefusedBeforeItIsRecorded(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	seq := w.Seq
	after := w.Record
	after.Header.Title = "a\x00b"
	if w.Commit(model.Entry{Kind: model.Edit, Change: model.Diff("Title", w.Record, after)}, nil) || w.Seq != seq {
		t.Error("it is recorded")
	}
	if said, _ := heard[Said](w); !said.Check {
		t.Errorf("said %+v", said)
	}
}

func TestAChangeThatIsRefusedForEverIsLeftOutOrTakenBack(t *testing.T) {
	for _, undo := range []bool{false, true} {
		path, id := on(t)
		w := at(t, path, id, &files{})
		w.full = fmt.Errorf("save: %w", model.ErrUnstorable)
		w.add("never")
		w.full = nil
		if now := w.NotOnDisk(); now.Refused != "Event added" {
			t.Errorf("not on disk: %+v", now)
		}
		if undo {
			w.Undo.TakeBack(false, false)
		} else {
			w.LeaveOut()
		}
		w.Follow()
		w.add("afterwards")
		w.wantOnDisk("afterwards")
		if slices.Contains(w.onDisk(), "never") || len(w.files.all) != map[bool]int{false: 1, true: 0}[undo] {
			t.Errorf("undo %t: %d files keep it, on disk are %q", undo, len(w.files.all), w.onDisk())
		}
	}
}

func TestChangesOfTwoWindowsAreSavedOneOnTopOfTheOther(t *testing.T) {
	path, id := on(t)
	one, two := at(t, path, id, &files{}), at(t, path, id, &files{})
	one.add("of one")
	two.add("of two")
	one.send(WatchTick{})
	wants(one, Said{Words: "another window changed this post-mortem; the screen shows it"})
	for _, w := range []*window{one, two} {
		w.wantOnDisk("of one", "of two")
		if len(w.Record.Events) != len(w.onDisk()) || w.Seq != two.Seq {
			t.Errorf("%d events of %d, entry %d of %d", len(w.Record.Events), len(w.onDisk()), w.Seq, two.Seq)
		}
	}
	two.LookElsewhere()
	two.Follow()
	wants(two, LookedElsewhere{id})
}

func TestAConflictWaitsForAnAnswerAndBothVersionsStayInTheHistory(t *testing.T) {
	for choice, want := range map[Choice][]string{TakeTheirs: {"theirs"}, TakeOurs: {"ours"}, KeepBoth: {"theirs", "ours"}} {
		path, id := on(t)
		one, two := at(t, path, id, &files{}), at(t, path, id, &files{})
		one.reword("theirs")
		two.reword("ours")
		c := two.NotOnDisk().Conflict
		if c == nil || !c.Both || !strings.Contains(c.There[0], "theirs") || !strings.Contains(c.Here[0], "ours") {
			t.Fatalf("the conflict is %+v", c)
		}
		third := at(t, path, id, &files{})
		third.home = false
		third.GiveBack()
		if !strings.Contains(third.line.Value(), "ours") {
			t.Errorf("a start again gives back %q", third.line.Value())
		}
		two.Conflicts.Resolve(choice, model.PhaseTimeline)
		two.Follow()
		wants(two, Settled{})
		two.wantOnDisk(want...)
		said := fmt.Sprint(two.History.Entries())
		if !strings.Contains(said, "theirs") || !strings.Contains(said, "ours") || two.Waiting() > 0 {
			t.Errorf("choice %d: the history lacks a version, or %d wait", choice, two.Waiting())
		}
	}
}

func TestAHalfTypedTextIsOnDiskSoonAndGoneOnceItIsRecorded(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	w.kind("15:01 half a row")
	w.elapse()
	again := at(t, path, id, &files{})
	slot := w.line.Slot()
	if got := again.line.Text(slot); got.Words != "15:01 half a row" {
		t.Errorf("it waits as %+v", got)
	}
	again.Settle(slot)
	again.Follow()
	if drafts, err := again.store.Drafts(t.Context(), id); err != nil || len(drafts) != 0 {
		t.Errorf("drafts %+v, %v", drafts, err)
	}
}

func TestUndoWaitsForTheHistoryAndRedoHasTheLatestAgain(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	w.add("one")
	history := w.History
	w.History = nil
	w.Undo.TakeBack(false, false)
	if _, is := heard[TookBack](w); is {
		t.Error("it was taken back without the history")
	}
	w.History = history
	w.Undo.askedFor()
	if took, _ := heard[TookBack](w); took.Word != "Taken back: " || took.Change.Label != "Event added" {
		t.Errorf("told %+v", took)
	}
	w.kind("typed")
	w.Undo.TakeBack(false, true)
	w.Undo.TakeBack(true, true)
	if w.line.Value() != "typed" {
		t.Errorf("the line holds %q", w.line.Value())
	}
	w.Undo.TakeBack(true, true)
	w.Follow()
	if took, _ := heard[TookBack](w); took.Word != "Back again: " {
		t.Errorf("told %+v", took)
	}
	w.wantOnDisk("one")
	w.home = true
	w.Undo.TakeBack(false, false)
	wants(w, Said{Check: true, Words: "open a post-mortem to take back what was done in it"})
}

func TestWhatIsNotOnDiskGoesToAFileThatTheNextStartTakesIn(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	w.full = model.ErrFull
	w.TurnNames()
	w.add("rescued")
	w.kind("half typed")
	w.Leaving.Ask("ctrl+c", "")
	wants(w, Said{Check: true, Words: "not everything is on disk; ctrl+c again leaves; what is not on disk then goes to a file that the next start offers"})
	w.Leaving.Ask("ctrl+c", "")
	w.Follow()
	if !w.quit || w.Leaving.Exit != 1 || !strings.Contains(w.Leaving.Farewell, "/rescued/0") {
		t.Fatalf("quit %t with %d, said %q", w.quit, w.Leaving.Exit, w.Leaving.Farewell)
	}

	again := at(t, path, "", w.files)
	again.RescueFiles.Find()
	again.Follow()
	wants(again, RescuesFound{})
	found, there := again.RescueFiles.Offer()
	if !there || found.Title != "" || !slices.Contains(found.Words, "Half typed: half typed") {
		t.Fatalf("offered is %+v", found)
	}
	again.RescueFiles.Decide(TakeIn)
	again.Follow()
	wants(again, Opened{screen.Place{}, TakenIn})
	wants(again, Said{Words: "Taken in, and on disk: 1 change and 1 half-typed text"})
	again.wantOnDisk("rescued")
	if again.Names() == nil || len(w.files.all) != 0 {
		t.Errorf("names are on, or %d files stay", len(w.files.all))
	}
}

func TestLeavingSaysWhatIsOnDisk(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	w.Leaving.Ask("ctrl+c", "the clock of the meeting runs on")
	wants(w, Said{Words: "Saved. ctrl+c again leaves; the clock of the meeting runs on"})
	w.now = w.now.Add(time.Minute)
	w.Leaving.LeaveOrAsk("ctrl+c", "")
	w.Follow()
	if !w.quit || w.Leaving.Exit != 0 {
		t.Errorf("quit %t with %d", w.quit, w.Leaving.Exit)
	}
}

func TestWhatWasRemovedForGoodGoesHereToo(t *testing.T) {
	path, id := on(t)
	one, two := at(t, path, id, &files{}), at(t, path, id, &files{})
	store := two.store.(trying).Store.(*storage.Store)
	one.add("page with hunter2 in it")
	one.kind("then hunter2 and")
	one.elapse()
	if _, err := store.PurgeText(t.Context(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.kind("then hunter2 and more")
	one.send(DraftTick{}) // the draft goes out before the file is looked at
	one.send(WatchTick{})
	if _, is := heard[Purged](one); !is || one.line.Value() != "then [removed] and more" || one.refusals > 0 {
		t.Errorf("told %t; the line holds %q; refused %d times although nothing was new", is, one.line.Value(), one.refusals)
	}
	one.wantOnDisk("page with [removed] in it")
	if _, err := store.Purge(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	one.send(WatchTick{})
	gone, _ := heard[Gone](one)
	if gone.Title == "" || gone.Deleted || one.Sheet != nil {
		t.Errorf("told %+v", gone)
	}
}

func TestACopyHoldsWhatIsNotOnDisk(t *testing.T) {
	path, id := on(t)
	w := at(t, path, id, &files{})
	w.full = model.ErrFull
	w.add("only in the copy")
	to := filepath.Join(t.TempDir(), "copy.db")
	w.SaveCopy(to)
	w.Follow()
	wants(w, Copied{Over: false})
	at(t, to, id, &files{}).wantOnDisk("only in the copy")
	w.SaveCopy(to)
	w.Follow()
	wants(w, Said{Check: true, Words: "no copy was written: a file of this name is there already; type another path"})
}

func TestAnErrorIsSaidInAWholeSentence(t *testing.T) {
	for err, want := range map[error]string{
		fmt.Errorf("save: %w", model.ErrFull): "the disk is full; make room, then try again, or save a copy elsewhere",
		errors.New(" as it is "):              "as it is",
	} {
		if got := Sentence(err); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if class := queue.ClassOf(model.ErrUnstorable); class != queue.Never {
		t.Errorf("class %d", class)
	}
}
