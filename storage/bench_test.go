package storage_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
)

// BenchmarkSave is one edit of one event in a record of 1,000: row, document, log, list.
func BenchmarkSave(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "debrief.db"))
	id := sampletest.ID(1)
	p := long(id, 1000)
	if err := s.Save(context.Background(), id, storagetest.First(p)); err != nil {
		b.Fatal(err)
	}
	seq := int64(1)
	for b.Loop() {
		seq++
		before := p.Events[int(seq)%1000]
		after := before
		after.What = fmt.Sprintf("edited %d", seq)
		p.Events[int(seq)%1000] = after
		e := model.Entry{Seq: seq, At: sampletest.Start(), Kind: model.Edit, Change: model.Change{Label: "Edited", Rows: []model.RowChange{
			{Table: model.Events, ID: after.ID, Before: before, After: after}}}}
		if err := s.Save(context.Background(), id, e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead5000Events(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "debrief.db"))
	id := sampletest.ID(1)
	if err := s.Save(context.Background(), id, storagetest.First(long(id, 5000))); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p, _, err := s.Read(context.Background(), id)
		if err != nil || len(p.Events) != 5000 {
			b.Fatal(len(p.Events), err)
		}
	}
}

func BenchmarkHistory5000Entries(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "debrief.db"))
	id := sampletest.ID(1)
	saveMany(b, s, id, 5000)
	for b.Loop() {
		log, err := s.History(context.Background(), id)
		if err != nil || len(log) != 5000 {
			b.Fatal(len(log), err)
		}
	}
}

func BenchmarkSummaries10000(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "debrief.db"))
	for i := range 10000 {
		id := sampletest.ID(i + 1)
		p := storagetest.Begun(id, "Checkout down")
		p.Header.Created = sampletest.Start().Add(time.Duration(i) * time.Hour)
		if err := s.Save(context.Background(), id, storagetest.First(p)); err != nil {
			b.Fatal(err)
		}
	}
	for _, limit := range []int{0, 50} {
		b.Run(fmt.Sprintf("limit=%d", limit), func(b *testing.B) {
			for b.Loop() {
				list, err := s.Summaries(context.Background(), model.SummaryQuery{Today: model.Date{Year: 2026, Month: 3, Day: 12}, Limit: limit})
				if err != nil || len(list) == 0 {
					b.Fatal(len(list), err)
				}
			}
		})
	}
	path := s.Path()
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			s, err := storage.Open(context.Background(), path, storage.Options{})
			if err != nil {
				b.Fatal(err)
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			hits, err := s.Search(context.Background(), "checkout do", 50)
			if err != nil || len(hits) != 50 {
				b.Fatal(len(hits), err)
			}
		}
	})
}

// long is a record with that many events.
func long(id model.ID, events int) model.Postmortem {
	p := storagetest.Begun(id, "a long one")
	for i := range events {
		at := sampletest.Start().Add(time.Duration(i) * time.Second)
		p.Events = append(p.Events, model.Event{ID: sampletest.ID(i + 10), What: fmt.Sprintf("event number %d of a long day", i),
			When: model.Moment{At: at, Typed: "14:00", Zone: "Europe/Berlin"}, Kind: model.Action, Pos: fmt.Sprintf("b%02d", i%60)})
	}
	return p
}

// saveMany makes a log of n entries.
func saveMany(t testing.TB, s *storage.Store, id model.ID, n int) {
	t.Helper()
	p := long(id, n)
	all := p.Events
	p.Events = nil
	if err := s.Save(context.Background(), id, storagetest.First(p)); err != nil {
		t.Fatal(err)
	}
	for i, ev := range all[1:] {
		e := model.Entry{Seq: int64(i) + 2, At: sampletest.Start(), Kind: model.Edit, Change: model.Change{Label: "Added an event",
			Rows: []model.RowChange{{Table: model.Events, ID: ev.ID, After: ev}}}}
		if err := s.Save(context.Background(), id, e); err != nil {
			t.Fatal(err)
		}
	}
}
