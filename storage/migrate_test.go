package storage_test

import (
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/meeting"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/storage/backup"
)

// ofVersion unpacks a store that an earlier version wrote.
func ofVersion(t *testing.T, version int) string {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", fmt.Sprintf("v%d.db.gz", version)))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "debrief.db")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// ask reads one value past the store.
func ask[V any](t *testing.T, path, query string) V {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var value V
	if err := db.QueryRow(query).Scan(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

// schema is everything that is made in the file, in the order of its names.
const schema = "SELECT group_concat(type || ' ' || name || ': ' || coalesce(sql, ''), char(10)) FROM (SELECT * FROM sqlite_schema ORDER BY type, name)"

func TestAStoreOfVersion1OpensWithAllThatItHolds(t *testing.T) {
	ctx, path, id := context.Background(), ofVersion(t, 1), sample.ID("checkout")
	s := open(t, path)
	kept, err := backup.List(path)
	if err != nil || len(kept) != 1 {
		t.Fatalf("backups: %v, %v", kept, err)
	}
	if got := ask[int](t, kept[0], "PRAGMA user_version"); got != 1 {
		t.Errorf("the backup is of version %d", got)
	}
	if got := ask[int](t, kept[0], "SELECT COUNT(*) FROM changes"); got != 7 {
		t.Errorf("the backup has %d entries of the log", got)
	}
	if h, err := s.Health(ctx); err != nil || !h.Sound() {
		t.Errorf("%+v, %v", h, err)
	}
	fresh := filepath.Join(t.TempDir(), "new.db")
	if err := open(t, fresh).Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := ask[string](t, path, schema), ask[string](t, fresh, schema); got != want {
		t.Errorf("the schema is\n%s\nthat of a new file is\n%s", got, want)
	}
	if got, want := ask[int](t, path, "PRAGMA user_version"), ask[int](t, fresh, "PRAGMA user_version"); got != want {
		t.Errorf("version %d, a new file has %d", got, want)
	}

	p, seq, err := s.Read(ctx, id)
	if err != nil || seq != 7 {
		t.Fatalf("read: %d, %v", seq, err)
	}
	if got := model.NewIndex(p).Session(); got.ComesAgain != 5 || got.Hands != 6 || !got.ClockAt.IsZero() || got.Minutes != 60 {
		t.Errorf("the session is %+v", got)
	}
	if drafts, err := s.Drafts(ctx, id); err != nil || len(drafts) != 1 || drafts[0].Text != "14:40 half a li" {
		t.Errorf("drafts: %+v, %v", drafts, err)
	}

	// What the other version did can be taken back, and the new columns are written beside it.
	w := &window{store: s, id: id}
	if err := w.load(); err != nil {
		t.Fatal(err)
	}
	now := sampletest.Start().Add(8 * 24 * time.Hour)
	ed := edit.Editor{Now: func() time.Time { return now }}
	started, err := ed.StartClock(w.p)
	if err == nil {
		err = w.save(entry(w, model.Fact, "clock started", started))
	}
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		e, err := w.history.Undo(w.p, now)
		if err == nil {
			err = w.save(e)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.history.Undo(w.p, now); !errors.Is(err, model.ErrNothingToUndo) {
		t.Errorf("what came with the file is taken back: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	p, _, err = s.Read(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	was := sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
	if p.Header.TLDR != was.Header.TLDR || len(p.Events) != len(was.Events) {
		t.Errorf("after undo: %q, %d rows", p.Header.TLDR, len(p.Events))
	}
	if !meeting.ClockOf(p, now).Runs() {
		t.Error("the clock does not run")
	}
	if h, err := s.Health(ctx); err != nil || !h.Sound() {
		t.Errorf("after undo: %+v, %v", h, err)
	}
	if again, err := backup.List(path); err != nil || len(again) != 1 {
		t.Errorf("opened twice: %v, %v", again, err)
	}
}

func TestAStoreOfVersion2OpensWithAllThatItHolds(t *testing.T) {
	ctx, path, id := context.Background(), ofVersion(t, 2), sample.ID("checkout")
	s := open(t, path)
	fresh := filepath.Join(t.TempDir(), "new.db")
	if err := open(t, fresh).Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := ask[string](t, path, schema), ask[string](t, fresh, schema); got != want {
		t.Errorf("the schema is\n%s\nthat of a new file is\n%s", got, want)
	}
	if h, err := s.Health(ctx); err != nil || !h.Sound() {
		t.Errorf("%+v, %v", h, err)
	}
	p, seq, err := s.Read(ctx, id)
	if err != nil || seq != 6 || p.Header.TLDR != "Another summary." {
		t.Errorf("entry %d, %q, %v", seq, p.Header.TLDR, err)
	}
	if drafts, err := s.Drafts(ctx, id); err != nil || len(drafts) != 1 || drafts[0].Text != "14:40 half a li" {
		t.Errorf("drafts: %+v, %v", drafts, err)
	}
	kept, err := backup.List(path)
	if err != nil || len(kept) != 1 || ask[int](t, kept[0], "PRAGMA user_version") != 2 {
		t.Errorf("backups: %v, %v", kept, err)
	}
}
