package storage_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
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

func rawOpen(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	return db
}

// clone copies a file.
func clone(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// cutOff runs the statements on the file at path, or on a store of ours where none are given, and
// leaves the file with its journal as a crash in the middle of a commit that makes it grow would:
// the first pages are written, the header counts pages that are not there.
func cutOff(t *testing.T, path string, statements ...string) {
	t.Helper()
	if len(statements) == 0 {
		if err := open(t, path).Close(); err != nil {
			t.Fatal(err)
		}
	}
	raw(t, path, statements...)
	raw(t, path, "CREATE TABLE IF NOT EXISTS growing (a)")
	is, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	db := rawOpen(t, path)
	// So small a cache is spilled into the file long before the commit.
	for _, s := range []string{"PRAGMA cache_size = 1", "BEGIN",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 200) INSERT INTO growing SELECT randomblob(3000) FROM n",
		"UPDATE growing SET a = 1"} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	clone(t, path, path+"-kept")
	clone(t, path+"-journal", path+"-kept-journal")
	if _, err := db.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path + "-kept")
	if err != nil {
		t.Fatal(err)
	}
	pages := uint32(len(b) / 4096)
	b = b[:is.Size()+4096]
	binary.BigEndian.PutUint32(b[28:], pages) // the count of pages; its two witnesses stay equal
	if err := errors.Join(os.Remove(path+"-kept"), os.WriteFile(path, b, 0o600), os.Rename(path+"-kept-journal", path+"-journal")); err != nil {
		t.Fatal(err)
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
		{"another program's, in the middle of a commit", func(t *testing.T, path string) {
			cutOff(t, path, "PRAGMA application_id = 7")
		}, model.ErrForeign},
		{"another program's, beside a journal of ours", func(t *testing.T, path string) {
			cutOff(t, path)
			raw(t, filepath.Join(filepath.Dir(path), "other.db"), "PRAGMA application_id = 7", "CREATE TABLE t (a)")
			if err := os.Rename(filepath.Join(filepath.Dir(path), "other.db"), path); err != nil {
				t.Fatal(err)
			}
		}, model.ErrForeign},
		{"another program's, with a write-ahead log", func(t *testing.T, path string) {
			db := rawOpen(t, path)
			for _, s := range []string{"PRAGMA application_id = 7", "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)"} {
				if _, err := db.Exec(s); err != nil {
					t.Fatal(err)
				}
			}
			clone(t, path, path+"-kept")
			clone(t, path+"-wal", path+"-kept-wal")
			if err := errors.Join(db.Close(), os.Rename(path+"-kept", path), os.Rename(path+"-kept-wal", path+"-wal")); err != nil {
				t.Fatal(err)
			}
		}, model.ErrForeign},
		{"newer, in the middle of a commit", func(t *testing.T, path string) {
			if err := open(t, path).Close(); err != nil {
				t.Fatal(err)
			}
			cutOff(t, path, "PRAGMA user_version = 99")
		}, model.ErrNewer},
		{"zeros", write(strings.Repeat("\x00", 8192)), model.ErrForeign},
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

func TestAStoreInTheMiddleOfACommitIsPutInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	cutOff(t, path)
	if h, err := open(t, path).Health(context.Background()); err != nil || !h.Sound() {
		t.Errorf("%q, %v", h.Damage, err)
	}
	if got := ask[int](t, path, "SELECT COUNT(*) FROM growing"); got != 0 {
		t.Errorf("%d rows of the transaction that was cut off are there", got)
	}
}

// The disk may lose a page when the power goes. What is put back must be ours, and only nothing at
// all may stand in its place.
func TestAFirstPageThatTheDiskLostIsPutBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	cutOff(t, path)
	if b, err := os.ReadFile(path); err != nil {
		t.Fatal(err)
	} else if err := os.WriteFile(path, append(make([]byte, 4096), b[4096:]...), 0o600); err != nil {
		t.Fatal(err)
	}
	if h, err := open(t, path).Health(context.Background()); err != nil || !h.Sound() {
		t.Errorf("%q, %v", h.Damage, err)
	}
}

func TestAStoreWhoseEndIsMissingNamesTheLatestBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, path)
	kept, err := s.Backup(context.Background())
	if err := errors.Join(err, s.Close(), os.Truncate(path, 5000)); err != nil {
		t.Fatal(err)
	}
	var u model.UnopenedError
	if _, err := storage.Open(context.Background(), path, storage.Options{}); !errors.As(err, &u) || u.Backup != kept {
		t.Errorf("got %v, want the name of %s in it", err, kept)
	}
}

func TestAStoreWhoseEndIsMissingIsRefusedInOneSentence(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole.db")
	s := open(t, whole)
	if err := errors.Join(s.Save(context.Background(), sampletest.ID(1), storagetest.First(sampletest.Full(sampletest.ID(1), 1))), s.Close()); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{100, 300, 511, 512, 4095, 4096, 5000, len(b) - 4096, len(b) - 1} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "debrief.db")
			if err := os.WriteFile(path, b[:size], 0o600); err != nil {
				t.Fatal(err)
			}
			before := photograph(t, filepath.Dir(path))
			s, err := storage.Open(context.Background(), path, storage.Options{})
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, model.ErrTruncated) || !errors.Is(err, model.ErrDamaged) {
				t.Errorf("got %v, want ErrTruncated", err)
			}
			if after := photograph(t, filepath.Dir(path)); after != before {
				t.Errorf("touched:\n got %s\nwant %s", after, before)
			}
		})
	}
}

// The definitions of the tables may stand on the last page: what is cut off there is said to be
// missing, and not to be a table of an unknown kind.
func TestACutInsideTheLastPageOfAMigratedStoreIsSaidAsSuch(t *testing.T) {
	whole := ofVersion(t, 1)
	if err := open(t, whole).Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for size := len(b) - 4096 + 32; size < len(b); size += 128 {
		path := filepath.Join(t.TempDir(), "debrief.db")
		if err := os.WriteFile(path, b[:size], 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := storage.Open(context.Background(), path, storage.Options{})
		if err == nil {
			s.Close()
		}
		if !errors.Is(err, model.ErrTruncated) || strings.Contains(err.Error(), "schema") {
			t.Errorf("cut at %d of %d: got %v, want ErrTruncated", size, len(b), err)
		}
	}
}

// What a killed creation left goes at the next start, but not what another window may be making.
func TestWhatAKilledCreationLeftIsRemoved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	if err := open(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	beside := func(name string) string { return filepath.Join(filepath.Dir(path), name) }
	old, young := sampletest.Start().Add(-2*time.Hour), sampletest.Start().Add(-time.Second)
	for name, at := range map[string]time.Time{
		".debrief.db.new-ABCDEFGHIJ":                             old,
		".debrief.db.new-ABCDEFGHIJ-journal":                     old,
		".debrief.db.new-KLMNOPQRST":                             young,
		".debrief.db.new-KLMNOPQRST-journal":                     young,
		".other.db.new-ABCDEFGHIJ":                               old,
		"backups/.debrief.db-20260312T140000.000Z-v1.backup.new": old,
		"backups/.debrief.db-20260312T140001.000Z-v1.backup.new": young,
	} {
		if err := os.MkdirAll(filepath.Dir(beside(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(os.WriteFile(beside(name), []byte("half"), 0o600), os.Chtimes(beside(name), at, at)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link(path, beside(".debrief.db.new-UVWXYZ2345")); err != nil {
		t.Skip("a file has no second name here: ", err)
	}
	open(t, path)
	var names []string
	err := filepath.WalkDir(filepath.Dir(path), func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, filepath.Base(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{".debrief.db.new-KLMNOPQRST", ".debrief.db.new-KLMNOPQRST-journal", ".other.db.new-ABCDEFGHIJ",
		".debrief.db-20260312T140001.000Z-v1.backup.new", "debrief.db"}
	if !slices.Equal(names, want) {
		t.Errorf("beside the store stand\n got %q\nwant %q", names, want)
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
	if err := s.Save(context.Background(), sampletest.ID(1), storagetest.First(sampletest.Full(sampletest.ID(1), 1))); err != nil {
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
	id := sampletest.ID(1)
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
	id := sampletest.ID(1)
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
