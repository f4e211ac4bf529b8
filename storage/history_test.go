package storage_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"

	"pgregory.net/rapid"
)

// window is one window of the program on one record: what it shows, and the history it undoes by.
type window struct {
	store   *storage.Store
	id      model.ID
	p       model.Postmortem
	history *model.History
}

func (w *window) load() error {
	log, err := w.store.History(context.Background(), w.id)
	if err != nil {
		return err
	}
	if w.history, err = model.NewHistory(log); err != nil {
		return err
	}
	w.p, _, err = w.store.Read(context.Background(), w.id)
	if errors.Is(err, model.ErrNotFound) {
		w.p, err = model.Postmortem{}, nil
	}
	return err
}

// save appends the entry as the program does: to the file first, then to what is shown.
func (w *window) save(e model.Entry) error {
	if err := w.store.Save(context.Background(), w.id, e); err != nil {
		return err
	}
	p, err := model.Apply(w.p, e.Change)
	if err != nil {
		return err
	}
	w.p = p
	return w.history.Append(e)
}

func entry(w *window, kind model.EntryKind, label string, after model.Postmortem) model.Entry {
	return model.Entry{Seq: w.history.Next(), At: sampletest.Start().Add(time.Duration(w.history.Next()) * time.Second), Kind: kind,
		Change: model.Diff(label, w.p, after)}
}

// A hundred runs of fifteen steps: after every step the file holds what the window shows, and
// every undo and redo leads to the state that was there before.
func TestEveryEditUndoAndRedoLeavesTheRightState(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(t.TempDir(), "debrief.db")
		id := sampletest.ID(1)
		ctx := context.Background()
		reopen := func(w *window) {
			s, err := storage.Open(ctx, path, storage.Options{})
			if err != nil {
				rt.Fatal(err)
			}
			if w.store != nil {
				if err := w.store.Close(); err != nil {
					rt.Fatal(err)
				}
			}
			w.store, w.id = s, id
			if err := w.load(); err != nil {
				rt.Fatal(err)
			}
		}
		w := &window{}
		reopen(w)
		defer func() { w.store.Close() }()
		pick := rapid.IntRange(0, 1<<20)
		edits := storagetest.NewEdits(id, func(n int) int { return pick.Draw(rt, "pick") % n })

		// The states behind and before the present one, as undo should find them.
		var past, future []model.Postmortem
		move := func(from, to *[]model.Postmortem, made model.Entry, err error, none error) {
			if len(*from) == 0 {
				if !errors.Is(err, none) {
					rt.Fatalf("got %v, want %v", err, none)
				}
				return
			}
			if err != nil {
				rt.Fatal(err)
			}
			want := (*from)[len(*from)-1]
			*from = (*from)[:len(*from)-1]
			*to = append(*to, w.p)
			if err := w.save(made); err != nil {
				rt.Fatal(err)
			}
			if d := storagetest.Differs(w.p, want); d != "" {
				rt.Fatalf("%s leads elsewhere: %s", made.Kind, d)
			}
		}
		for step := range 15 {
			at := sampletest.Start().Add(time.Hour + time.Duration(step)*time.Second)
			switch action := rapid.IntRange(0, 9).Draw(rt, "action"); {
			case action < 5:
				after := edits.Next(w.p)
				e := entry(w, model.Edit, fmt.Sprintf("step %d", step), after)
				if e.Change.IsEmpty() {
					continue
				}
				future = nil
				if w.p.Header.ID != "" { // how the record came is not taken back
					past = append(past, w.p)
				}
				if err := w.save(e); err != nil {
					rt.Fatal(err)
				}
			case action < 7:
				e, err := w.history.Undo(w.p, at)
				move(&past, &future, e, err, model.ErrNothingToUndo)
			case action < 8:
				e, err := w.history.Redo(w.p, at)
				move(&future, &past, e, err, model.ErrNothingToRedo)
			case action < 9:
				reopen(w)
			default:
				if w.p.Header.ID == "" {
					continue
				}
				// A fact takes a place in the log but stands outside undo: what undo and redo
				// lead to stays the same.
				e := model.Entry{Seq: w.history.Next(), At: at, Kind: model.Fact, Change: model.Change{Label: "seen"}}
				if err := w.save(e); err != nil {
					rt.Fatal(err)
				}
			}
			got := model.Postmortem{}
			if p, _, err := w.store.Read(ctx, id); err == nil {
				got = p
			} else if !errors.Is(err, model.ErrNotFound) {
				rt.Fatal(err)
			}
			if d := storagetest.Differs(got, w.p); d != "" {
				rt.Fatalf("after step %d the file holds something else: %s", step, d)
			}
		}
		h, err := w.store.Health(ctx)
		if err != nil || !h.Sound() {
			rt.Fatalf("%q, %v", h.Damage, err)
		}
	})
}

// Two windows edit one record, each from what it saw last. Every edit is either in the log, in
// order, or handed back; the tables are what the log leads to.
func TestTwoWindowsLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	id := sampletest.ID(1)
	ctx := context.Background()
	random := rand.New(rand.NewPCG(3, 4))
	a, b := &window{store: open(t, path), id: id}, &window{store: open(t, path), id: id}
	if err := a.load(); err != nil {
		t.Fatal(err)
	}
	first := sampletest.Full(id, 1)
	if err := a.save(entry(a, model.Edit, "Started", first)); err != nil {
		t.Fatal(err)
	}
	if err := b.load(); err != nil {
		t.Fatal(err)
	}
	edits := storagetest.NewEdits(id, random.IntN)
	saved := []string{"Started"}
	rebased, back := 0, 0
	steps := 300 // each conflict reads the whole log: a thousand take ten times as long
	if storagetest.Long() {
		steps = 1000
	}
	for step := range steps {
		w := a
		if random.IntN(2) == 0 {
			w = b
		}
		label := fmt.Sprintf("step %d", step)
		e := entry(w, model.Edit, label, edits.Next(w.p))
		err := w.save(e)
		if errors.Is(err, model.ErrConflict) {
			if err := w.load(); err != nil {
				t.Fatal(err)
			}
			rebased++
			var onto model.Change
			if onto, err = model.Onto(w.p, e.Change); err == nil {
				e.Seq, e.Change = w.history.Next(), onto
				err = w.save(e)
			}
		}
		switch {
		case err == nil:
			saved = append(saved, label)
		case errors.Is(err, model.ErrStale):
			back++
		default:
			t.Fatalf("step %d: %v", step, err)
		}
	}
	if err := errors.Join(a.load(), b.load()); err != nil {
		t.Fatal(err)
	}
	if d := storagetest.Differs(a.p, b.p); d != "" {
		t.Errorf("the windows show different records: %s", d)
	}
	folded := model.Postmortem{}
	var labels []string
	for _, e := range a.history.Entries() {
		var err error
		if folded, err = model.Apply(folded, e.Change); err != nil {
			t.Fatal(err)
		}
		labels = append(labels, e.Change.Label)
	}
	if d := storagetest.Differs(folded, a.p); d != "" {
		t.Errorf("the log leads elsewhere: %s", d)
	}
	if fmt.Sprint(labels) != fmt.Sprint(saved) {
		t.Errorf("the log holds %d entries, %d were saved", len(labels), len(saved))
	}
	if h, err := a.store.Health(ctx); err != nil || !h.Sound() {
		t.Errorf("%q, %v", h.Damage, err)
	}
	t.Logf("%d saved, %d of all met another window's save, %d handed back", len(saved)-1, rebased, back)
	if rebased < steps/5 || back == 0 {
		t.Errorf("only %d conflicts and %d handed back: the windows hardly met", rebased, back)
	}
}
