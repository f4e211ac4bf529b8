package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/storage"
	rescuefile "debrief/storage/rescue"
)

func TestWhatAPurgeCannotReachIsNamedAndTheRestIsClean(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The password is hunter2"))
	copied := filepath.Join(t.TempDir(), "copy.db")
	s, err := storage.Open(context.Background(), d.db, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Copy(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(copied, copied+".moved"); err != nil {
		t.Fatal(err)
	}

	purge := []string{"purge", id, "--text", "hunter2", "--with", "[password]", "--yes"}
	named := func(code int) {
		t.Helper()
		lines := strings.Split(strings.TrimSpace(d.err.String()), "\n")
		if strings.HasPrefix(lines[0], "Replaced it ") || strings.HasPrefix(lines[0], "Removed ") {
			lines = lines[1:]
		}
		if code != failed || len(lines) != 2 || !strings.HasPrefix(lines[0], "the copy "+copied+": ") ||
			!strings.HasSuffix(lines[0], "it may have been moved; purge it where it is now with --db FILE, and if it is no more, "+
				"take it off the list: debrief purge --forget-copy "+copied+" --db "+d.db) ||
			!strings.HasPrefix(lines[1], "debrief: 1 file was not reached; all others are clean.") {
			t.Errorf("it ended with %d and %q", code, lines)
		}
	}
	named(d.run(purge...))
	if out := d.must("list"); strings.Contains(out, "hunter2") {
		t.Errorf("the store was left as it was: %q", out)
	}
	named(d.run("purge", id, "--yes"))
	if out := d.must("list", "--deleted") + d.must("list"); out != "" {
		t.Errorf("the store was left as it was: %q", out)
	}
	// The copy has been seen to.
	d.must("purge", "--forget-copy", copied)
	d.fails(unknown, "there is no post-mortem", "purge", id, "--yes")
}

// Whoever tidies the list of copies after a purge must not lose the rest of the record by it.
func TestForgettingACopyPurgesNothing(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The pool ran full"))
	copied := filepath.Join(t.TempDir(), "a copy.db")
	d.open(func(s *storage.Store) error { return s.Copy(context.Background(), copied) })
	if err := os.Remove(copied); err != nil {
		t.Fatal(err)
	}
	alone := "--forget-copy only takes a copy off the list and purges nothing, so it stands alone"
	d.fails(misused, alone, "purge", id, "--forget-copy", copied, "--yes")
	d.fails(misused, alone, "purge", "--forget-copy", copied, "--text", "pool", "--with", "x")
	d.fails(unknown, "there is no copy "+copied+".other on the list", "purge", "--forget-copy", copied+".other")
	d.must("purge", "--forget-copy", copied)
	if out := d.must("list"); !strings.Contains(out, "The pool ran full") {
		t.Errorf("the record is gone: %q", out)
	}
	d.must("purge", id, "--text", "pool", "--with", "queue", "--yes")
}

// open does something with the store of the desk from outside.
func (d *desk) open(do func(*storage.Store) error) {
	d.t.Helper()
	s, err := storage.Open(context.Background(), d.db, storage.Options{Now: func() time.Time { return noon }})
	if err == nil {
		err = errors.Join(do(s), s.Close())
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

// What is typed after --with goes through the border that all typed values go through, and a purge
// that is refused has changed no file.
func TestAPurgeLeavesNoRowThatNobodyCouldType(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "hunter2"))
	var kept, rescued string
	d.open(func(s *storage.Store) (err error) {
		ctx := context.Background()
		if kept, err = s.Backup(ctx); err != nil {
			return err
		}
		p, seq, err := s.Read(ctx, model.ID(id))
		if err != nil {
			return err
		}
		next := p
		next.Header.Title = "About a password"
		if err := s.Save(ctx, p.Header.ID, model.Entry{Seq: seq + 1, At: noon, Kind: model.Edit, Change: model.Diff("Title", p, next)}); err != nil {
			return err
		}
		e := model.Event{ID: "eventoftherescue", What: "hunter2", Kind: model.Action, Pos: "a0"}
		rescued, err = rescuefile.Write(rescue.Rescue{At: noon, Store: s.Path(), Waiting: []rescue.Waiting{{Record: p.Header.ID, Entry: model.Entry{Seq: seq + 2,
			At: noon, Kind: model.Edit, Change: model.Change{Label: "x", Rows: []model.RowChange{{Table: model.Events, ID: e.ID, After: e}}}}}}})
		return err
	})
	all := func() string {
		var b strings.Builder
		for _, path := range []string{d.db, kept, rescued} {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(content)
		}
		return b.String()
	}
	before := all()
	for _, c := range []struct{ with, want string }{
		{"", "Title is empty; say in a few words what happened; choose other words for --with"},
		{"a\nb", "Title is one line; take the line break out; choose other words for --with"},
		{strings.Repeat("long", 51), "Title is longer than 200 letters"},
		{"[hunter2]", "hold the text again; choose other words"},
	} {
		d.fails(misused, c.want, "purge", id, "--text", "hunter2", "--with", c.with, "--yes")
		if !strings.Contains(d.err.String(), "nothing was changed") {
			t.Errorf("it says %q", d.err.String())
		}
		if all() != before {
			t.Errorf("with %q a file was changed all the same", c.with)
		}
	}
	d.must("purge", id, "--text", "hunter2", "--with", "[password]", "--yes")
	if got, want := d.err.String(), "Replaced it 2 times in "+id[:5]+", in 1 backup and in 1 rescue file.\n"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if strings.Contains(all(), "hunter2") {
		t.Error("a file holds the text still")
	}
}

func TestATextThatOthersHoldTooIsGoneHereAndNamedThere(t *testing.T) {
	d := newDesk(t)
	one := strings.TrimSpace(d.must("new", "About SAMEX"))
	two := strings.TrimSpace(d.must("new", "Again SAMEX"))
	code := d.run("purge", one[:5], "--text", "SAMEX", "--with", "x", "--yes")
	want := "Replaced it 2 times in " + one[:5] + ".\nThe text also stands in 1 other post-mortem: " + two[:5] + "; purge it there too, with that id.\n" +
		"debrief: the text is gone from " + one[:5] + ", and not from what is named above\n"
	if got := d.err.String(); code != failed || got != want {
		t.Errorf("it ended with %d and\n%s, want\n%s", code, got, want)
	}
	d.must("purge", two[:5], "--text", "SAMEX", "--with", "x", "--yes")
	d.fails(unknown, "the text is not in "+one[:5]+", and not in its backups", "purge", one, "--text", "SAMEX", "--with", "x", "--yes")

	// Each record has a zone, which nobody typed.
	d.fails(unknown, "that text is no words of a person in "+one[:5]+", so nothing was changed", "purge", one, "--text", "Europe/Ber", "--with", "x", "--yes")
	three := strings.TrimSpace(d.must("new", "In Europe/Berlin"))
	if d.must("purge", three, "--text", "Europe/Berlin", "--with", "a town", "--yes"); !strings.HasPrefix(d.err.String(), "Replaced it ") {
		t.Errorf("it says %q", d.err.String())
	}
}

func TestATextInARescueFileAloneIsSaidToBeGoneFromThere(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The pool ran full"))
	path, err := rescuefile.Write(rescue.Rescue{At: noon, Store: d.db, Drafts: []model.Draft{
		{Postmortem: model.ID(id), Window: "w", Place: "timeline", Field: "line", Text: "it is hunter2", At: noon}}})
	if err != nil {
		t.Fatal(err)
	}
	d.must("purge", id, "--text", "hunter2", "--with", "x", "--yes")
	content, err := os.ReadFile(path)
	if got := d.err.String(); err != nil || got != "Replaced it in 1 rescue file.\n" || strings.Contains(string(content), "hunter2") {
		t.Errorf("it says %q, the file holds %s, %v", got, content, err)
	}
}

// The store was renamed, and its backup and its rescue file kept their names: a purge said "from backups
// too" and reached neither.
func TestAPurgeReachesWhatKeptTheNameOfARenamedStore(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The canary sings"))
	s, err := storage.Open(t.Context(), d.db, storage.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := s.Backup(t.Context())
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	left, err := rescuefile.Write(rescue.Rescue{At: noon, Store: d.db, Drafts: []model.Draft{
		{Postmortem: model.ID(id), Window: "w", Place: "timeline", Field: "line", Text: "canary", At: noon}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(d.db, filepath.Join(filepath.Dir(d.db), "renamed.db")); err != nil {
		t.Fatal(err)
	}
	d.db = filepath.Join(filepath.Dir(d.db), "renamed.db")
	if d.must("doctor"); !strings.Contains(d.out.String(), left) || !strings.Contains(d.out.String(), "1 backup in ") {
		t.Errorf("doctor says %s", d.out.String())
	}
	d.must("purge", id, "--yes")
	if got, want := d.err.String(), "Removed "+id[:5]+" for good, from the store, from 1 backup and from 1 rescue file.\n"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if content, err := os.ReadFile(kept); err != nil || bytes.Contains(content, []byte("canary")) {
		t.Errorf("the backup still holds it, %v", err)
	}
	if content, err := os.ReadFile(left); err == nil && bytes.Contains(content, []byte("canary")) {
		t.Error("the rescue file still holds it")
	}
}

func TestAPurgeSaysWhereARecordWas(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The pool ran full"))
	d.must("purge", id, "--yes")
	if got, want := d.err.String(), "Removed "+id[:5]+" for good, from the store.\nIt was in no backup, copy or rescue file that is known.\n"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}
