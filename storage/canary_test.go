package storage_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/rescue"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/backup"
	stored "debrief/storage/rescue"
	"debrief/storage/storagetest"
)

// canary is a text that stands nowhere by itself; its form in JSON is another one.
const canary = `canary"bird-7731`

// aviary is a home folder in which every kind of file that the program makes holds the canary.
type aviary struct {
	home, path, state string
	copied, inner     string // a copy, and a copy of the copy
	store             *storage.Store
	id                model.ID
}

func newAviary(t *testing.T) *aviary {
	t.Helper()
	ctx := context.Background()
	a := &aviary{home: t.TempDir(), id: sample.ID("checkout")}
	a.path = filepath.Join(a.home, ".local", "share", "debrief", "debrief.db")
	a.state = filepath.Join(a.home, ".local", "state", "debrief")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}

	// A store of an earlier version, so that a backup of that version is made.
	must(os.MkdirAll(filepath.Dir(a.path), 0o700))
	must(os.Rename(ofVersion(t, 1), a.path))
	raw(t, a.path, `INSERT INTO purging (open) VALUES (1)`,
		`UPDATE changes SET label = label || ' canary"bird-7731' WHERE seq = 2`,
		`UPDATE postmortems SET tldr = 'canary"bird-7731'`,
		`UPDATE drafts SET text = 'canary"bird-7731'`,
		`DELETE FROM purging`)
	s, err := storage.Open(ctx, a.path, storage.Options{Now: sampletest.Start, Rescues: []string{a.state}})
	must(err)
	t.Cleanup(func() { s.Close() })
	a.store = s
	if old, err := backup.List(a.path); err != nil || len(old) != 1 {
		t.Fatalf("backups of the earlier version: %v, %v", old, err)
	}

	// Typed wherever one can type, and taken back.
	w := &window{store: s, id: a.id}
	must(w.load())
	n := 0
	ed := edit.Editor{Now: sampletest.Start, NewID: func() model.ID { n++; return sample.ID("canary " + string(rune('a'+n))) }}
	p := w.p
	p.Events = slices.Clone(p.Events)
	p.Events[0].What = "It says " + canary + " and " + canary
	p.Attendees = slices.Clone(p.Attendees)
	p.Attendees[0].Name = canary
	p.Header.Tags = model.ListOf("db", canary)
	must(w.save(entry(w, model.Edit, "Typed "+canary, p)))
	p, _, err = ed.Add(w.p, model.Note{Of: model.Events, OfID: p.Events[0].ID, Text: canary, Private: true})
	must(err)
	must(w.save(entry(w, model.Edit, "A note", p)))
	p = w.p
	p.Header.Title = canary
	must(w.save(entry(w, model.Edit, "Title", p)))
	e, err := w.history.Undo(w.p, sampletest.Start())
	must(err)
	must(w.save(e))
	must(s.SaveDraft(ctx, model.Draft{Postmortem: a.id, Window: "w", Place: "timeline", Field: "line", Text: "half " + canary, At: sampletest.Start()}))

	// And whatever is made of the store.
	_, err = s.Backup(ctx)
	must(err)
	a.copied = filepath.Join(a.home, "Documents", "copy.db")
	a.inner = filepath.Join(a.home, "stick", "copy of the copy.db")
	for _, path := range []string{a.copied, a.inner} {
		must(os.MkdirAll(filepath.Dir(path), 0o700))
	}
	must(s.Copy(ctx, a.copied))
	c, err := storage.Open(ctx, a.copied, storage.Options{Now: sampletest.Start})
	must(err)
	_, err = c.Backup(ctx)
	must(errors.Join(err, c.Copy(ctx, a.inner), c.Close()))
	next := w.p
	next.Header.TLDR = "rescued " + canary
	r := rescue.Rescue{At: sampletest.Start(), Cause: "the disk is full", Store: s.Path(), Record: next, Base: w.history.Next() - 1,
		Waiting: []rescue.Waiting{{Record: a.id, Entry: entry(w, model.Edit, "Typed "+canary, next)}},
		Drafts:  []model.Draft{{Postmortem: a.id, Window: "w", Place: "timeline", Field: "line", Text: canary, At: sampletest.Start()}}}
	_, err = stored.Write(r)
	must(err)
	r.Store = filepath.Join(a.home, "no", "debrief.db") // its folder is gone, so it goes to the next
	must(os.MkdirAll(a.state, 0o700))
	elsewhere, err := stored.Write(r, a.state)
	must(err)
	moved := strings.Replace(read(t, elsewhere), r.Store, s.Path(), 1)
	must(os.WriteFile(elsewhere, []byte(moved), 0o600))

	if found := a.holders(t, canary); len(found) != 8 {
		t.Fatalf("only %q hold it before the purge", found)
	}
	return a
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// holders returns the files below the home folder that hold the text, as it is or as JSON has it.
func (a *aviary) holders(t *testing.T, text string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(a.home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(text)) || bytes.Contains(b, []byte(strings.ReplaceAll(text, `"`, `\"`))) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestAPurgedTextStandsInNoFile(t *testing.T) {
	a := newAviary(t)
	n, err := a.store.PurgeText(context.Background(), a.id, canary, "[gone]")
	if err != nil || n.Times == 0 {
		t.Fatalf("replaced %+v, %v", n, err)
	}
	for _, text := range []string{canary, "bird-7731"} {
		if found := a.holders(t, text); len(found) > 0 {
			t.Errorf("%q still hold %q", found, text)
		}
	}
	if found, err := stored.List(a.store.Path(), a.state); err != nil || len(found) != 2 || found[0].Rescue.Drafts[0].Text != "[gone]" {
		t.Errorf("rescue files: %+v, %v", found, err)
	}
	log, err := a.store.History(context.Background(), a.id)
	if err != nil || log[len(log)-1].Change.Label != model.PurgedLabel || log[len(log)-1].Kind != model.Fact {
		t.Errorf("the last entry is %+v, %v", log[len(log)-1], err)
	}
}

func TestAPurgedRecordStandsInNoFile(t *testing.T) {
	a := newAviary(t)
	if _, err := a.store.Purge(context.Background(), a.id); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{canary, "bird-7731", string(a.id)} {
		if found := a.holders(t, text); len(found) > 0 {
			t.Errorf("%q still hold %q", found, text)
		}
	}
	if found, err := stored.List(a.store.Path(), a.state); err != nil || len(found) != 0 {
		t.Errorf("rescue files with nothing in them: %+v, %v", found, err)
	}
	if h, err := a.store.Health(context.Background()); err != nil || !h.Sound() {
		t.Errorf("%+v, %v", h, err)
	}
}

// What cannot be reached is named, each file by itself, and keeps no other from being cleaned.
func TestAFileThatAPurgeCannotReachIsNamed(t *testing.T) {
	damaged := func(t *testing.T, path string) {
		b := []byte(read(t, path))
		copy(b[100:], bytes.Repeat([]byte(canary), 300))
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, purge := range []struct {
		name string
		run  func(a *aviary) error
	}{
		{"a text", func(a *aviary) error {
			_, err := a.store.PurgeText(context.Background(), a.id, canary, "[gone]")
			return err
		}},
		{"a record", func(a *aviary) error {
			_, err := a.store.Purge(context.Background(), a.id)
			return err
		}},
	} {
		for i, test := range []struct {
			name  string
			spoil func(t *testing.T, a *aviary) (path string)
			want  error
			words string
		}{
			{"a damaged backup", func(t *testing.T, a *aviary) string {
				all, err := backup.List(a.path)
				if err != nil {
					t.Fatal(err)
				}
				damaged(t, all[0])
				return all[0]
			}, model.ErrDamaged, "the backup "},
			{"a copy that was moved", func(t *testing.T, a *aviary) string {
				if err := os.Rename(a.inner, a.inner+".moved"); err != nil {
					t.Fatal(err)
				}
				return a.inner
			}, nil, "it may have been moved"},
			{"a copy of a later version", func(t *testing.T, a *aviary) string {
				raw(t, a.copied, "PRAGMA user_version = 99")
				return a.copied
			}, model.ErrNewer, "the copy "},
			{"a copy that became something else", func(t *testing.T, a *aviary) string {
				if err := os.WriteFile(a.inner, []byte(strings.Repeat("a text about "+canary, 100)), 0o600); err != nil {
					t.Fatal(err)
				}
				return a.inner
			}, model.ErrForeign, "the copy "},
			{"a copy that another program holds", func(t *testing.T, a *aviary) string {
				t.Cleanup(hold(t, a.inner))
				return a.inner
			}, model.ErrBusy, "the copy "},
			{"a rescue file that cannot be read", func(t *testing.T, a *aviary) string {
				found, err := stored.List(a.path)
				if err != nil || len(found) != 1 {
					t.Fatal(err)
				}
				if err := os.WriteFile(found[0].Path, []byte(`{"half": "`+canary), 0o600); err != nil {
					t.Fatal(err)
				}
				return found[0].Path
			}, nil, "the rescue file "},
			{"a leftover of a killed program", func(t *testing.T, a *aviary) string {
				path := filepath.Join(filepath.Dir(a.path), ".debrief.db-rescue-x.json123")
				if err := os.WriteFile(path, []byte(strings.ReplaceAll(canary, `"`, `\"`)+string(a.id)), 0o600); err != nil {
					t.Fatal(err)
				}
				return path
			}, storage.ErrRemains, "the leftover "},
		} {
			if purge.name == "a record" && i > 1 {
				continue // the walk over the files is the same
			}
			t.Run(purge.name+"/"+test.name, func(t *testing.T) {
				t.Parallel()
				a := newAviary(t)
				path := test.spoil(t, a)
				err := purge.run(a)
				var left model.UnreachedError
				if !errors.As(err, &left) || left[0].Path != path || len(left) != 1 {
					t.Fatalf("got %v, want %s named", err, path)
				}
				if test.want != nil && !errors.Is(err, test.want) {
					t.Errorf("got %v, want %v", err, test.want)
				}
				if !strings.Contains(err.Error(), test.words) || !strings.Contains(err.Error(), path) {
					t.Errorf("it says %q", err)
				}
				for _, found := range a.holders(t, canary) {
					// What is made of a file that is not reached is not known.
					if !strings.HasPrefix(found, path) && (path != a.copied || found != a.inner && filepath.Dir(found) != backup.Folder(a.copied)) {
						t.Errorf("%s still holds it", found)
					}
				}
			})
		}
	}
}

func TestACopyThatIsNoMoreCanBeForgotten(t *testing.T) {
	ctx := context.Background()
	a := newAviary(t)
	if err := os.Remove(a.copied); err != nil {
		t.Fatal(err)
	}
	if _, err := a.store.PurgeText(ctx, a.id, canary, "[gone]"); err == nil {
		t.Error("a copy that is no more is not named")
	}
	if err := a.store.ForgetCopy(ctx, a.copied); err != nil {
		t.Fatal(err)
	}
	if _, err := a.store.PurgeText(ctx, a.id, canary, "[gone]"); err != nil {
		t.Error(err)
	}
	// Copied there again, it is known again.
	if err := a.store.Copy(ctx, a.copied); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(a.copied); err != nil {
		t.Fatal(err)
	}
	if _, err := a.store.PurgeText(ctx, a.id, canary, "[gone]"); err == nil {
		t.Error("the second copy is not named")
	}
}

// A copy is the way out where the store cannot be written: just then it must know itself, and the
// store when it can be written again.
func TestACopyOfAStoreThatCannotBeWrittenIsReached(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	path := filepath.Join(folder, "debrief.db")
	s := open(t, path)
	p := storagetest.Begun(sampletest.ID(1), "about "+canary)
	if err := s.Save(ctx, sampletest.ID(1), storagetest.First(p)); err != nil {
		t.Fatal(err)
	}
	// It is moved away for a moment: writing is refused, reading is not.
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder, "copy.db")
	if err := s.Copy(ctx, copied); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveDraft(ctx, model.Draft{Field: "f", Text: "x", At: sampletest.Start()}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t, path).PurgeText(ctx, sampletest.ID(1), canary, "[gone]"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(read(t, copied), "bird-7731") {
		t.Error("the copy still holds it")
	}
	// Purged in the copy, the store that it was made of stays as it is.
	if _, err := open(t, copied).Purge(ctx, sampletest.ID(1)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := open(t, path).Read(ctx, sampletest.ID(1)); err != nil {
		t.Errorf("a purge in a copy reached the store: %v", err)
	}
}

// The window that made it ended before the store could be written again: a file beside the store says
// where the copy is, until a purge has noted it.
func TestACopyIsReachedThatOnlyAFileBesideTheStoreKnows(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	path, copied := filepath.Join(folder, "debrief.db"), filepath.Join(folder, "copy.db")
	s := open(t, path)
	p := storagetest.Begun(sampletest.ID(1), "about "+canary)
	if err := s.Save(ctx, sampletest.ID(1), storagetest.First(p)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Rename(path, path+".away"), s.Copy(ctx, copied), s.Close(), os.Rename(path+".away", path)); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	h, err := s.Health(ctx)
	if err != nil || !slices.Contains(h.Copies, copied) || len(h.Rescues) > 0 {
		t.Errorf("doctor knows %q and calls %q rescue files, %v", h.Copies, h.Rescues, err)
	}
	cleaned, err := s.Purge(ctx, sampletest.ID(1))
	if err != nil || len(cleaned) != 2 || cleaned[0].Kind != "the store" || cleaned[1].Path != copied {
		t.Errorf("cleaned %+v, %v", cleaned, err)
	}
	if strings.Contains(read(t, copied), "bird-7731") {
		t.Error("the copy still holds it")
	}
	if notes, err := filepath.Glob(path + "-rescue-*"); err != nil || len(notes) > 0 {
		t.Errorf("the store knows the copy by now, and %q says so too, %v", notes, err)
	}
}

// A store that is moved leaves its backups where they are.
func TestABackupIsReachedFromWhereTheStoreIsMovedTo(t *testing.T) {
	ctx := context.Background()
	old, path := ofVersion(t, 1), filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, old)
	backups, err := filepath.Glob(filepath.Join(filepath.Dir(old), "backups", "*.backup"))
	if err != nil || len(backups) != 1 {
		t.Fatalf("backups %q, %v", backups, err)
	}
	ids, err := s.Summaries(ctx, model.SummaryQuery{})
	if err != nil || len(ids) == 0 {
		t.Fatal(len(ids), err)
	}
	if err := errors.Join(s.Close(), os.Rename(old, path)); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	cleaned, err := s.Purge(ctx, ids[0].ID)
	if err != nil || len(cleaned) != 2 || cleaned[1].Path != backups[0] {
		t.Errorf("cleaned %+v, %v", cleaned, err)
	}
	// Where it was removed too, a purge says that it does not know where it is.
	if err := os.Remove(backups[0]); err != nil {
		t.Fatal(err)
	}
	if _, err = s.Purge(ctx, ids[0].ID); !errors.Is(err, model.ErrMoved) {
		t.Errorf("got %v, want ErrMoved", err)
	}
}

// Who asks doctor whether everything is there must not be told so while something waits beside it.
func TestDoctorNamesRescueFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, path)
	left, err := stored.Write(rescue.Rescue{At: time.Date(2026, 3, 12, 14, 9, 0, 0, time.UTC), Store: path, Drafts: []model.Draft{{Text: "half a row"}}})
	if err != nil {
		t.Fatal(err)
	}
	h, err := s.Health(context.Background())
	if err != nil || !h.Sound() || !slices.ContainsFunc(h.Warnings, func(w string) bool { return strings.HasPrefix(w, left+" holds") }) {
		t.Errorf("warnings %q, damage %q, %v", h.Warnings, h.Damage, err)
	}
}
