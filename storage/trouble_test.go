package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
)

func TestAReplacedFileIsNoticed(t *testing.T) {
	id := sampletest.ID(1)
	p := storagetest.Begun(id, "one")
	q := p
	q.Header.Title = "two"
	for _, test := range []struct {
		name  string
		spoil func(path string) error
	}{
		{"removed", os.Remove},
		{"replaced by a copy", func(path string) error {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.WriteFile(path+".sync", b, 0o600); err != nil {
				return err
			}
			return os.Rename(path+".sync", path)
		}},
		{"its folder moved away", func(path string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+"-moved")
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store", "debrief.db")
			s := open(t, path)
			ctx := context.Background()
			if err := s.Save(ctx, id, storagetest.First(p)); err != nil {
				t.Fatal(err)
			}
			if err := test.spoil(path); err != nil {
				t.Fatal(err)
			}
			if err := s.Save(ctx, id, storagetest.Next(2, p, q)); !errors.Is(err, model.ErrReplaced) {
				t.Errorf("save: got %v, want ErrReplaced", err)
			}
			if err := s.SaveDraft(ctx, model.Draft{Field: "f", Text: "x"}); !errors.Is(err, model.ErrReplaced) {
				t.Errorf("save a draft: got %v, want ErrReplaced", err)
			}
			if _, err := s.Changed(ctx); !errors.Is(err, model.ErrReplaced) {
				t.Errorf("look for changes: got %v, want ErrReplaced", err)
			}
			// What was saved can still be brought to safety.
			if err := s.Copy(ctx, filepath.Join(t.TempDir(), "rescued.db")); err != nil {
				t.Errorf("copy: %v", err)
			}
		})
	}
}

func TestASaveGivesUpWithItsContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s, other := open(t, path), open(t, path)
	id := sampletest.ID(1)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	release := hold(t, path)
	err := s.Save(ctx, id, storagetest.First(storagetest.Begun(id, "one")))
	if !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, model.ErrBusy) {
		t.Errorf("got %v, want it to give up", err)
	}
	release()
	if err := other.Save(context.Background(), id, storagetest.First(storagetest.Begun(id, "one"))); err != nil {
		t.Errorf("something was left behind: %v", err)
	}
	if _, _, err := s.Read(context.Background(), id); err != nil {
		t.Errorf("the store that gave up is unusable: %v", err)
	}
}

func TestManyGoroutinesShareAStore(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "debrief.db"))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	done := make(chan error)
	for g := range 4 {
		go func() {
			id := sampletest.ID(g + 1)
			p := storagetest.Begun(id, "one")
			err := s.Save(ctx, id, storagetest.First(p))
			for seq := int64(2); err == nil && seq < 10; seq++ {
				q := p
				q.Header.Title += "x"
				err = s.Save(ctx, id, storagetest.Next(seq, p, q))
				p = q
				_, listed := s.Summaries(ctx, model.SummaryQuery{})
				_, found := s.Search(ctx, "one", 0)
				_, _, read := s.Read(ctx, id)
				err = errors.Join(err, listed, found, read)
			}
			done <- err
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// Every flip of a byte that changes what can be read is noticed: by opening, or by Health. A flip
// in a part of a page that nothing uses changes nothing.
func TestHealthNoticesDamage(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "debrief.db")
	id := sampletest.ID(1)
	ctx := context.Background()
	s, err := storage.Open(ctx, path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	saveMany(t, s, id, 300)
	full := sampletest.Full(sampletest.ID(500), 500)
	if err := s.Save(ctx, sampletest.ID(500), storagetest.First(full)); err != nil {
		t.Fatal(err)
	}
	want, _, err := s.Read(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	intact, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	noticed, harmless := 0, 0
	for i := range 200 {
		damaged := append([]byte{}, intact...)
		at := random.IntN(len(damaged))
		switch i % 4 {
		case 0, 1:
			damaged[at] ^= 1 << random.IntN(8)
		case 2:
			clear(damaged[at:min(at+512, len(damaged))])
		case 3:
			damaged = damaged[:at]
		}
		broken := filepath.Join(folder, "broken.db")
		if err := os.WriteFile(broken, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if sees, err := damageSeen(broken, want, full); err != nil {
			t.Errorf("damage %d of kind %d at byte %d went unseen: %v", i, i%4, at, err)
		} else if sees {
			noticed++
		} else {
			harmless++
		}
	}
	t.Logf("noticed %d, harmless %d", noticed, harmless)
	if noticed < 120 {
		t.Errorf("only %d of 200 were noticed", noticed)
	}
}

// damageSeen tells whether the damage is noticed; the error says what reads otherwise unnoticed.
func damageSeen(path string, wants ...model.Postmortem) (bool, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	s, err := storage.Open(ctx, path, storage.Options{})
	if err != nil {
		return true, nil
	}
	defer s.Close()
	h, err := s.Health(ctx)
	if err != nil || !h.Sound() {
		return true, ctx.Err()
	}
	for _, want := range wants {
		got, _, err := s.Read(ctx, want.Header.ID)
		if err != nil {
			return false, err
		}
		if d := storagetest.Differs(got, want); d != "" {
			return false, errors.New(d)
		}
		if _, err := s.History(ctx, want.Header.ID); err != nil {
			return false, err
		}
	}
	return false, nil
}

func TestConflictCopiesAreWarnedOf(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Dropbox")
	s := open(t, filepath.Join(folder, "debrief.db"))
	if len(s.Warnings()) != 1 {
		t.Errorf("a synchronised folder: %q", s.Warnings())
	}
	if err := os.WriteFile(filepath.Join(folder, "debrief (Ana's conflicted copy 2026-03-12).db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if len(s.Warnings()) != 2 {
		t.Errorf("with a conflict: %q", s.Warnings())
	}
}

func TestAnUnreadableEntryEndsWhatCanBeUndone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, path)
	saveMany(t, s, sampletest.ID(1), 3)
	raw(t, path, "INSERT INTO purging VALUES (1)", "UPDATE changes SET rows = '{\"v\":2}' WHERE seq = 2", "DELETE FROM purging")
	log, err := s.History(context.Background(), sampletest.ID(1))
	if !errors.Is(err, model.ErrDamaged) || len(log) != 3 || len(log[1].Change.Rows) != 0 || len(log[2].Change.Rows) != 1 {
		t.Errorf("got %+v, %v", log, err)
	}
	h, err := s.Health(context.Background())
	if err != nil || h.Sound() {
		t.Errorf("health: %+v, %v", h, err)
	}
}

func FuzzSearch(f *testing.F) {
	for _, s := range []string{"queue", `"`, "a*", "NEAR(a b)", "^a", "a:b", "-", "\x00", "é", "\xff", "col : x", "{a b}: c", "a AND", "日本"} {
		f.Add(s)
	}
	s, err := storage.Open(context.Background(), filepath.Join(f.TempDir(), "debrief.db"), storage.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	id := sampletest.ID(1)
	if err := s.Save(context.Background(), id, storagetest.First(sampletest.Full(id, 1))); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := s.Search(context.Background(), query, 10); err != nil {
			t.Errorf("%q: %v", query, err)
		}
	})
}

// hold takes the write lock of the file past the store, until release is called.
func hold(t *testing.T, path string) (release func()) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := errors.Join(tx.Rollback(), db.Close()); err != nil {
			t.Error(err)
		}
	}
}

// modes returns what is not for its owner alone below the folder.
func modes(t *testing.T, folder string) []string {
	t.Helper()
	var open []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		is, err := d.Info()
		if err == nil && is.Mode().Perm()&0o077 != 0 {
			open = append(open, path+" "+is.Mode().String())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return open
}

// A backup that a crash cut off may hold what is to go.
func TestAPurgeReachesHalfMadeBackups(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, path)
	saveMany(t, s, sampletest.ID(1), 1)
	half := filepath.Join(filepath.Dir(path), "backups", ".debrief.db-20260312T140001.000Z-v1.backup.new")
	if err := errors.Join(os.Mkdir(filepath.Dir(half), 0o700), os.WriteFile(half, []byte("half"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Purge(context.Background(), sampletest.ID(1)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(half); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}
