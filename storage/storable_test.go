package storage_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage/storagetest"
)

// What Storable accepts is saved and comes back as it was, rows and log; what it refuses it
// refuses in a sentence, and Save does too.
func TestWhatIsStorableComesBackAsItWas(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "debrief.db"))
	stored, refused := 0, 0
	for seed := range uint64(120) {
		random := rand.New(rand.NewPCG(1, seed))
		g := &storagetest.Generator{Pick: random.IntN, Outside: 3 * int(seed%4)}
		p := g.Record(3)
		id := p.Header.ID
		e := model.Entry{Seq: 1, At: sampletest.Start(), Kind: model.Edit, Change: model.Diff("Made", model.Postmortem{}, p)}
		if seed%3 == 0 {
			e.Kind = model.Fact
		}
		asked, saved := s.Storable(id, e), s.Save(ctx, id, e)
		if (asked == nil) != (saved == nil) {
			t.Fatalf("seed %d: asked %v, saved %v", seed, asked, saved)
		}
		if asked != nil {
			refused++
			if !errors.Is(asked, model.ErrUnstorable) || strings.Contains(asked.Error(), "\n") {
				t.Errorf("seed %d: got %v, want ErrUnstorable in one line", seed, asked)
			}
			continue
		}
		stored++
		got, seq, err := s.Read(ctx, id)
		if err != nil || seq != 1 {
			t.Fatalf("seed %d: entry %d, %v", seed, seq, err)
		}
		if d := storagetest.Differs(got, p); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
		log, err := s.History(ctx, id)
		if err != nil || len(log) != 1 || log[0].At != e.At || log[0].Kind != e.Kind {
			t.Fatalf("seed %d: the log has %d entries, %v", seed, len(log), err)
		}
		folded, err := model.Apply(model.Postmortem{}, log[0].Change)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if d := storagetest.Differs(folded, p); d != "" {
			t.Fatalf("seed %d: the log leads elsewhere: %s", seed, d)
		}
	}
	if stored < 40 || refused < 20 {
		t.Errorf("%d stored, %d refused; want some of both", stored, refused)
	}
	h, err := s.Health(ctx)
	if err != nil || !h.Sound() {
		t.Errorf("%v, %v", h.Damage, err)
	}
}

// Rules of ours that came after a row was stored do not keep its undo out.
func TestAnUndoBringsBackWhatARuleOfTodayWouldRefuse(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "debrief.db"))
	id := sampletest.ID(1)
	p := storagetest.Begun(id, "x")
	p.Header.Title = strings.Repeat("x", model.MaxTitle+1)
	e := storagetest.First(p)
	if err := s.Storable(id, e); !errors.Is(err, model.ErrUnstorable) {
		t.Errorf("an edit: got %v, want ErrUnstorable", err)
	}
	e.Seq, e.Kind, e.Target = 3, model.Undo, 2
	if err := s.Storable(id, e); err != nil {
		t.Errorf("an undo: %v", err)
	}
}

func BenchmarkStorable(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "debrief.db"))
	p := sampletest.Full(sampletest.ID(1), 10)
	for _, c := range []struct {
		name string
		e    model.Entry
	}{
		{"one row", func() model.Entry {
			q := p
			q.Events = []model.Event{p.Events[0], p.Events[1], {ID: sampletest.ID(99), What: strings.Repeat("latency rises ", 6), Pos: "a2",
				When: model.Moment{At: sampletest.Start(), Typed: "14:00", Zone: "Europe/Berlin"}}}
			return storagetest.Next(2, p, q)
		}()},
		{"a record of every table", storagetest.First(p)},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := s.Storable(p.Header.ID, c.e); err != nil {
					b.Fatal(fmt.Errorf("%s: %w", c.name, err))
				}
			}
		})
	}
}
