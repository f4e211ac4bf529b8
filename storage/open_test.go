package storage_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"debrief/model"
	"debrief/storage"
	"debrief/storage/backup"
	"debrief/storage/storagetest"
)

// raw runs statements on a file past the store.
func raw(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestOpenLeavesWhatIsNotOursUntouched(t *testing.T) {
	write := func(b string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(b), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, test := range []struct {
		name string
		make func(*testing.T, string)
		want error
	}{
		{"empty", write(""), model.ErrForeign},
		{"text", write("# A page\n\nnot a store, but longer than the header of one would be, which is 100 bytes, so here are some more"), model.ErrForeign},
		{"short", write("SQLite format 3\x00"), model.ErrForeign},
		{"folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, model.ErrForeign},
		{"another program's", func(t *testing.T, path string) { raw(t, path, "PRAGMA application_id = 7", "CREATE TABLE t (a)") }, model.ErrForeign},
		{"no program's", func(t *testing.T, path string) { raw(t, path, "CREATE TABLE t (a)") }, model.ErrForeign},
		{"newer", func(t *testing.T, path string) {
			if err := open(t, path).Close(); err != nil {
				t.Fatal(err)
			}
			raw(t, path, "PRAGMA user_version = 99", "CREATE TABLE of_tomorrow (a)")
		}, model.ErrNewer},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "debrief.db")
			test.make(t, path)
			before := photograph(t, filepath.Dir(path))
			s, err := storage.Open(context.Background(), path, storage.Options{})
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if err == nil {
				s.Close()
			}
			if after := photograph(t, filepath.Dir(path)); after != before {
				t.Errorf("touched:\n got %s\nwant %s", after, before)
			}
		})
	}
}

// photograph describes every file of the folder: name, mode, time of change and content.
func photograph(t *testing.T, folder string) string {
	t.Helper()
	var b bytes.Buffer
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		is, err := d.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %s %s", path, is.Mode(), is.ModTime())
		if is.Mode().IsRegular() {
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %x", content)
		}
		b.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOpenMakesTheFolderAndLeavesNothingElse(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b c#?%&")
	s := open(t, filepath.Join(folder, "debrief ?mode=ro#.db"))
	if err := s.Save(context.Background(), storagetest.ID(1), storagetest.First(storagetest.Full(storagetest.ID(1), 1))); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestOpenFollowsALinkOfOurOwn(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "real.db"), filepath.Join(folder, "link.db")
	id := storagetest.ID(1)
	if err := open(t, path).Save(context.Background(), id, storagetest.First(storagetest.Begun(id, "one"))); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if _, _, err := open(t, link).Read(context.Background(), id); err != nil {
		t.Error(err)
	}
}

func TestAnEarlierVersionIsBroughtUpToDateAfterABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	raw(t, path, fmt.Sprintf("PRAGMA application_id = %d", 0x64627266), "CREATE TABLE before_the_first (a)", "INSERT INTO before_the_first VALUES (1)")
	s := open(t, path)
	h, err := s.Health(context.Background())
	if err != nil || !h.Sound() {
		t.Errorf("%+v, %v", h, err)
	}
	kept, err := backup.List(path)
	if err != nil || len(kept) != 1 || filepath.Base(kept[0]) != "debrief.db-20260312T140000.000Z-v0.backup" {
		t.Fatalf("backups: %v, %v", kept, err)
	}
	db, err := sql.Open("sqlite", "file:"+kept[0])
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var rows, version int
	if err := db.QueryRow("SELECT (SELECT COUNT(*) FROM before_the_first), user_version FROM pragma_user_version").Scan(&rows, &version); err != nil || rows != 1 || version != 0 {
		t.Errorf("the backup holds %d rows of version %d, %v", rows, version, err)
	}
}

func TestAFailedMigrationLeavesTheStoreAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	// The first migration makes a table of this name, half-way through.
	raw(t, path, fmt.Sprintf("PRAGMA application_id = %d", 0x64627266), "CREATE TABLE findings (a)")
	if _, err := storage.Open(context.Background(), path, storage.Options{}); err == nil {
		t.Fatal("opened")
	}
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var tables, version int
	if err := db.QueryRow("SELECT (SELECT COUNT(*) FROM sqlite_schema), user_version FROM pragma_user_version").Scan(&tables, &version); err != nil || tables != 1 || version != 0 {
		t.Errorf("left %d tables of version %d, %v", tables, version, err)
	}
}

func TestTheChangeLogCannotBeChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	id := storagetest.ID(1)
	if err := open(t, path).Save(context.Background(), id, storagetest.First(storagetest.Begun(id, "one"))); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{"UPDATE changes SET label = 'x'", "DELETE FROM changes"} {
		if _, err := db.Exec(statement); err == nil {
			t.Errorf("%s was allowed", statement)
		}
	}
}
