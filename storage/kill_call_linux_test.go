package storage_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/jsonfile"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/backup"
	"debrief/storage/storagetest"
	"debrief/storage/storagetest/strace"
)

// The calls by which a commit reaches the disk. A kill before each of them leaves every state that
// a kill at any moment can leave.
const written = "pwrite64,fsync,fdatasync,?unlink,unlinkat,ftruncate,linkat,?rename,renameat,?renameat2"

// deed is something that a store does, and that a kill may cut off.
type deed struct {
	name string
	// before makes what the file holds beforehand; nil where there is no file yet.
	before func(t *testing.T, path string)
	// do runs in the process that is killed.
	do func(ctx context.Context, s *storage.Store) error
	// gone is a text that stands in no file any more once the deed was acknowledged.
	gone string
}

const secret = "the-word-that-nobody-may-read"

// grown is the record that the deeds work on: one whose store has pages to spare, so that a small
// edit does not make the file grow.
func grown() model.Postmortem {
	p := storagetest.Begun(sampletest.ID(1), "one")
	for i := range 20 {
		p.Events = append(p.Events, model.Event{ID: sampletest.ID(10 + i), Pos: "a0", What: fmt.Sprintf("event %d", i)})
	}
	p.Notes = []model.Note{{ID: sampletest.ID(50), Phase: 1, Pos: "a0", Text: secret}}
	return p
}

func keepGrown(t *testing.T, path string) {
	s := open(t, path)
	ctx, id, p := context.Background(), sampletest.ID(1), grown()
	q := p
	q.Notes = nil
	err := errors.Join(s.Save(ctx, id, storagetest.First(p)), s.Save(ctx, id, storagetest.Next(2, p, q)),
		s.Save(ctx, id, storagetest.Next(3, q, p)),
		s.Save(ctx, sampletest.ID(500), storagetest.First(sampletest.Full(sampletest.ID(500), 500))), s.Close())
	if err != nil {
		t.Fatal(err)
	}
}

// edit saves what fn makes of the record, as an entry of the kind.
func editing(kind model.EntryKind, fn func(model.Postmortem) (model.Postmortem, error)) func(context.Context, *storage.Store) error {
	return func(_ context.Context, s *storage.Store) error {
		w := &window{store: s, id: sampletest.ID(1)}
		if err := w.load(); err != nil {
			return err
		}
		q, err := fn(w.p)
		if err != nil {
			return err
		}
		return w.save(entry(w, kind, "changed", q))
	}
}

func deeds() []deed {
	editor := edit.Editor{Now: func() time.Time { return sampletest.Start() }}
	return []deed{
		{name: "first creation", do: func(context.Context, *storage.Store) error { return nil }},
		{name: "new record", before: keepGrown, do: func(ctx context.Context, s *storage.Store) error {
			return s.Save(ctx, sampletest.ID(2), storagetest.First(storagetest.Begun(sampletest.ID(2), "two")))
		}},
		{name: "one row", before: keepGrown, do: editing(model.Edit, func(p model.Postmortem) (model.Postmortem, error) {
			p.Events = append(p.Events[:len(p.Events):len(p.Events)], model.Event{ID: sampletest.ID(60), Pos: "a1", What: "one more"})
			return p, nil
		})},
		{name: "import", before: keepGrown, do: func(ctx context.Context, s *storage.Store) error {
			p := storagetest.Begun(sampletest.ID(3), "brought in")
			for i := range 400 {
				p.Events = append(p.Events, model.Event{ID: sampletest.ID(1000 + i), Pos: "a0", What: fmt.Sprintf("event %d of many words", i)})
			}
			return s.Save(ctx, p.Header.ID, storagetest.First(p))
		}},
		{name: "a long text", before: keepGrown, do: editing(model.Edit, func(p model.Postmortem) (model.Postmortem, error) {
			p.Notes = []model.Note{p.Notes[0]}
			p.Notes[0].Text = strings.Repeat("what somebody wrote down ", 2000)
			return p, nil
		})},
		{name: "draft", before: keepGrown, do: func(ctx context.Context, s *storage.Store) error {
			return s.SaveDraft(ctx, model.Draft{Postmortem: sampletest.ID(1), Window: "1", Place: "timeline", Field: "what",
				Text: "half a sen", At: sampletest.Start()})
		}},
		{name: "undo", before: keepGrown, do: func(_ context.Context, s *storage.Store) error {
			w := &window{store: s, id: sampletest.ID(1)}
			if err := w.load(); err != nil {
				return err
			}
			e, err := w.history.Undo(w.p, sampletest.Start())
			if err != nil {
				return err
			}
			return w.save(e)
		}},
		{name: "delete", before: keepGrown, do: editing(model.Edit, editor.Delete)},
		{name: "settings", before: keepGrown, do: func(ctx context.Context, s *storage.Store) error {
			return s.Save(ctx, model.SettingsID, model.Entry{Seq: 1, At: sampletest.Start(), Kind: model.Edit,
				Change: model.Diff("Set", model.Settings{}, model.Settings{Values: []model.Setting{{Name: "threshold", Value: "3"}}})})
		}},
		{name: "purge a text", before: keepGrown, gone: secret, do: func(ctx context.Context, s *storage.Store) error {
			_, err := s.PurgeText(ctx, sampletest.ID(1), secret, "[removed]")
			return err
		}},
		{name: "purge a record", before: keepGrown, gone: secret, do: func(ctx context.Context, s *storage.Store) error {
			_, err := s.Purge(ctx, sampletest.ID(1))
			if errors.Is(err, model.ErrNotFound) {
				return nil // it was cut off behind the removal, and has now been written anew
			}
			return err
		}},
		{name: "migration", before: func(t *testing.T, path string) {
			if err := os.Rename(ofVersion(t, 1), path); err != nil {
				t.Fatal(err)
			}
		}, do: func(context.Context, *storage.Store) error { return nil }},
		{name: "taking back what another kill left", before: func(t *testing.T, path string) { cutOff(t, path) },
			do: func(context.Context, *storage.Store) error { return nil }},
	}
}

const doing = "DEBRIEF_TEST_DEED"

// TestDeed is no test but the process that is killed: it opens the store, does the deed and says
// so. It stays in one thread, for strace counts the calls of each thread by itself.
func TestDeed(t *testing.T) {
	name, path := os.Getenv(doing), os.Getenv(victim)
	if name == "" {
		t.Skip("runs only as the process that is killed")
	}
	runtime.LockOSThread()
	ctx := context.Background()
	for _, d := range deeds() {
		if d.name != name {
			continue
		}
		s, err := storage.Open(ctx, path, storage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := d.do(ctx, s); err != nil {
			t.Fatal(err)
		}
		fmt.Println("acknowledged")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("there is no deed %q", name)
}

// under runs the deed under strace and tells whether it was acknowledged and whether it was killed.
func (d deed) under(t *testing.T, path, log string, f strace.Fault) (acknowledged, killed bool) {
	t.Helper()
	child := strace.Command(t, f, log, os.Args[0], "-test.run=^TestDeed$")
	child.Env = append(os.Environ(), doing+"="+d.name, victim+"="+path)
	out, err := child.CombinedOutput()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		killed = ended.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL
	}
	if err != nil && !killed {
		t.Fatalf("%s: %v\n%s", f, err, out)
	}
	return bytes.Contains(out, []byte("acknowledged")), killed
}

// state is everything that can be read in the store at path, which is opened as the program does.
func state(t *testing.T, path string) string {
	t.Helper()
	ctx := context.Background()
	s, err := storage.Open(ctx, path, storage.Options{})
	if err != nil {
		t.Errorf("the next start is refused: %v", err)
		return ""
	}
	defer s.Close()
	if h, err := s.Health(ctx); err != nil || !h.Sound() {
		t.Errorf("the store is not sound: %q, %v", h.Damage, err)
	}
	var b strings.Builder
	list, err := s.Summaries(ctx, model.SummaryQuery{})
	deleted, wrong := s.Summaries(ctx, model.SummaryQuery{Deleted: true})
	if err = errors.Join(err, wrong); err != nil {
		t.Error(err)
	}
	for _, one := range append(list, deleted...) {
		p, seq, err := s.Read(ctx, one.ID)
		if err != nil {
			t.Error(err)
		}
		page, err := jsonfile.Encode(p)
		if err != nil {
			t.Error(err)
		}
		drafts, err := s.Drafts(ctx, one.ID)
		fmt.Fprintf(&b, "entry %d %v %v %s\n", seq, drafts, err, page)
	}
	settings, seq, err := s.Settings(ctx)
	fmt.Fprintln(&b, settings, seq, err)
	return b.String()
}

// killing is a deed with what it is compared with.
type killing struct {
	deed
	store         string // the file as it is beforehand; "" is none
	before, after string // what can be read
	counts        map[string]int
}

func prepared(t *testing.T, d deed) killing {
	t.Helper()
	folder := t.TempDir()
	k := killing{deed: d}
	path := filepath.Join(folder, "debrief.db")
	if d.before != nil {
		k.store = filepath.Join(folder, "beforehand.db")
		d.before(t, k.store)
		k.lay(t, path)
		k.before = state(t, path)
		k.lay(t, path)
	}
	log := filepath.Join(folder, "log")
	if done, killed := d.under(t, path, log, strace.Fault{Calls: written, Do: "delay_enter=1us"}); !done || killed {
		t.Fatalf("undisturbed: acknowledged %v, killed %v", done, killed)
	}
	k.after = state(t, path)
	if d.before == nil {
		k.before = k.after
	}
	k.counts = strace.Calls(log)
	return k
}

// lay puts the store as it is beforehand at path, with the journal that may lie beside it.
func (k killing) lay(t *testing.T, path string) {
	t.Helper()
	if k.store == "" {
		return
	}
	clone(t, k.store, path)
	if _, err := os.Stat(k.store + "-journal"); err == nil {
		clone(t, k.store+"-journal", path+"-journal")
	}
}

// TestAKillBeforeAnyCallOfACommitLosesNothing kills a process before each write, sync, unlink and
// link of what a store does; the short form leaves out most writes. The next start opens the file
// and finds it sound; the change is there wholly or not at all, and wholly if the process had said
// so.
func TestAKillBeforeAnyCallOfACommitLosesNothing(t *testing.T) {
	strace.Need(t)
	for _, d := range deeds() {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			k := prepared(t, d)
			kills := k.kills()
			for n := storagetest.From(t); n < len(kills) && !storagetest.Ending(t, n); n++ {
				if k.kill(t, kills[n]); t.Failed() {
					t.Fatalf("go on with DEBRIEF_SEED=%d", n)
				}
			}
			t.Logf("%d kills, of %v", len(kills), k.counts)
		})
	}
}

// kills are the moments at which the deed is killed.
func (k killing) kills() []strace.Fault {
	var moments []strace.Fault
	for _, name := range slices.Sorted(maps.Keys(k.counts)) {
		count := k.counts[name]
		step := 1
		if name == "pwrite64" && !storagetest.Long() {
			step = max(1, count/4)
		}
		for n := 1; n <= count; n += step {
			moments = append(moments, strace.Fault{Calls: name, Do: "signal=SIGKILL", When: strconv.Itoa(n)})
		}
	}
	return moments
}

func (k killing) kill(t *testing.T, f strace.Fault) {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "debrief.db")
	k.lay(t, path)
	acknowledged, killed := k.under(t, path, filepath.Join(t.TempDir(), "log"), f)
	if !killed {
		t.Errorf("%s: nothing was killed: the calls are not those of the run that was counted", f)
	}
	if is, err := os.Stat(path); err == nil && is.Size() == 0 {
		t.Errorf("%s: an empty file was left", f)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	got := state(t, path)
	switch {
	case got == k.after:
	case got != k.before:
		t.Errorf("%s: half of the change is there:\n%s", f, got)
	case acknowledged:
		t.Errorf("%s: what was acknowledged is lost", f)
	}
	backups, err := backup.List(path)
	if err != nil {
		t.Error(err)
	}
	for _, one := range backups {
		if got := ask[string](t, one, "PRAGMA quick_check"); got != "ok" {
			t.Errorf("%s: half a backup was left: %s", f, got)
		}
		if got := ask[int](t, one, "SELECT COUNT(*) FROM changes"); got == 0 {
			t.Errorf("%s: half a backup was left", f)
		}
	}
	if k.gone == "" {
		return
	}
	if !acknowledged {
		if err := again(path, k.do); err != nil {
			t.Errorf("%s: it cannot be done again: %v", f, err)
		}
	}
	if held := holding(t, folder, k.gone); len(held) > 0 {
		t.Errorf("%s: what is gone stands in %q", f, held)
	}
}

// again does in this process what was cut off.
func again(path string, do func(context.Context, *storage.Store) error) (err error) {
	s, err := storage.Open(context.Background(), path, storage.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return do(context.Background(), s)
}

// holding returns the files below the folder that hold the text.
func holding(t *testing.T, folder, text string) []string {
	t.Helper()
	var held []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(text)) {
			held = append(held, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return held
}
