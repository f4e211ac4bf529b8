package backup_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"debrief/storage/backup"
)

func store(t *testing.T) (path string, conn *sql.Conn) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "debrief.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	conn, err = db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := conn.ExecContext(context.Background(), "CREATE TABLE words (w TEXT); INSERT INTO words VALUES ('alert'), ('queue')"); err != nil {
		t.Fatal(err)
	}
	return path, conn
}

func TestTheLatestTenAreKept(t *testing.T) {
	path, conn := store(t)
	at := time.Date(2026, 3, 12, 14, 0, 0, 0, time.UTC)
	other := filepath.Join(backup.Folder(path), "another.db-20200101T000000.000Z-v1.backup")
	for i := range backup.Keep + 3 {
		made, err := backup.Write(context.Background(), conn, path, at.Add(time.Duration(i)*time.Hour), "v1")
		if err != nil {
			t.Fatal(err)
		}
		if is, err := os.Stat(made); err != nil || is.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", is.Mode(), err)
		}
		if i == 0 {
			if err := os.WriteFile(other, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	kept, err := backup.List(path)
	if err != nil || len(kept) != backup.Keep {
		t.Fatalf("kept %d, %v", len(kept), err)
	}
	if want := fmt.Sprintf("debrief.db-20260312T%d0000.000Z-v1.backup", 17); filepath.Base(kept[0]) != want {
		t.Errorf("the oldest is %s, want %s", kept[0], want)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("the backup of another store went: %v", err)
	}
}

func TestACopyReplacesNothing(t *testing.T) {
	path, conn := store(t)
	target := filepath.Join(filepath.Dir(path), "copy.db")
	if err := os.WriteFile(target, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := backup.Copy(context.Background(), conn, target); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want ErrExist", err)
	}
	if is, err := os.Stat(target); err != nil || is.Size() != 0 {
		t.Errorf("the file has %d bytes, %v", is.Size(), err)
	}
}

func TestACopyThatFailsLeavesNothing(t *testing.T) {
	path, conn := store(t)
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(filepath.Dir(path), "copy.db")
	if err := backup.Copy(context.Background(), conn, target); err == nil {
		t.Fatal("copied through a closed connection")
	}
	if _, err := os.Stat(target); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was left behind: %v", err)
	}
}

func TestAStoreWithoutBackupsHasNone(t *testing.T) {
	if kept, err := backup.List(filepath.Join(t.TempDir(), "debrief.db")); err != nil || len(kept) != 0 {
		t.Errorf("got %v, %v", kept, err)
	}
}
