package rescue_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"debrief/model"
	. "debrief/model/rescue"
	"debrief/storage/rescue"
)

func waiting(store string) Rescue {
	return Rescue{At: time.Date(2026, 3, 12, 14, 9, 0, 0, time.UTC), Store: store, Drafts: []model.Draft{{Text: "half a row"}}}
}

func TestAFileIsFoundBesideItsStoreAndIsItsOwnersAlone(t *testing.T) {
	store := filepath.Join(t.TempDir(), "debrief.db")
	path, err := rescue.Write(waiting(store))
	if err != nil {
		t.Fatal(err)
	}
	second, err := rescue.Write(waiting(store))
	if err != nil || second == path {
		t.Fatalf("the second file is %s, %v", second, err)
	}
	is, err := os.Stat(path)
	if err != nil || is.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", is.Mode(), err)
	}
	found, err := rescue.List(store)
	if err != nil || len(found) != 2 || found[0].Path != path || found[0].Rescue.Drafts[0].Text != "half a row" {
		t.Errorf("found %+v, %v", found, err)
	}
	if other, err := rescue.List(filepath.Join(filepath.Dir(store), "other.db")); err != nil || len(other) != 0 {
		t.Errorf("another store has %+v, %v", other, err)
	}
}

// The folder of the store may be gone, full or read-only: just then there is something to rescue.
func TestTheNextFolderTakesWhatTheFirstRefuses(t *testing.T) {
	root := t.TempDir()
	store := filepath.Join(root, "gone", "debrief.db")
	blocked := filepath.Join(root, "a file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	state := filepath.Join(root, "state", "debrief")
	path, err := rescue.Write(waiting(store), blocked, state)
	if err != nil || filepath.Dir(path) != state {
		t.Fatalf("written to %q, %v", path, err)
	}
	found, err := rescue.List(store, state)
	if err != nil || len(found) != 1 {
		t.Errorf("found %+v, %v", found, err)
	}
	// A store of the same name elsewhere does not take it for its own.
	if other, err := rescue.List(filepath.Join(root, "debrief.db"), state); err != nil || len(other) != 0 {
		t.Errorf("another store has %+v, %v", other, err)
	}
	if _, err := rescue.Write(waiting(store), blocked); err == nil || !strings.Contains(err.Error(), blocked) {
		t.Errorf("got %v, want an error that names what refused", err)
	}
}

func TestWhatCannotBeReadIsNamed(t *testing.T) {
	store := filepath.Join(t.TempDir(), "debrief.db")
	path := store + "-rescue-20260312T140900.000Z.json"
	if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := rescue.List(store)
	if err != nil || len(found) != 1 || !errors.Is(found[0].Err, ErrForeign) {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestAFileIsRemovedWithTheLastThatIsInIt(t *testing.T) {
	store := filepath.Join(t.TempDir(), "debrief.db")
	path, err := rescue.Write(waiting(store))
	if err != nil {
		t.Fatal(err)
	}
	changed := waiting(store)
	changed.Drafts[0].Text = "other words"
	if err := rescue.Replace(path, changed); err != nil {
		t.Fatal(err)
	}
	if found, _ := rescue.List(store); len(found) != 1 || found[0].Rescue.Drafts[0].Text != "other words" {
		t.Errorf("found %+v", found)
	}
	if err := errors.Join(rescue.Replace(path, Rescue{}), rescue.Remove(path)); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}
