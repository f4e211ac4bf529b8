package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/rescue"
	"debrief/storage"
)

// The parts are tested in their packages, and the whole in ui/journey; here is what main.go itself does
// to join them.

func noon() time.Time { return time.Date(2026, 3, 19, 12, 0, 0, 0, time.UTC) }

// atHome gives the test a home folder of its own, and the path of a store in it.
func atHome(t *testing.T) (db string) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	return filepath.Join(home, "meetings", "debrief.db")
}

func TestTheCommandsAreJoinedWithTheStore(t *testing.T) {
	db := atHome(t)
	run := func(wantCode int, args ...string) string {
		t.Helper()
		var out, said bytes.Buffer
		p := program(noon)
		p.In, p.Out, p.Err = strings.NewReader(""), &out, &said
		if code := p.Run(t.Context(), append(args, "--db", db)); code != wantCode {
			t.Fatalf("%v ended with %d, want %d: %s", args, code, wantCode, said.String())
		}
		return out.String() + said.String()
	}
	id, _, _ := strings.Cut(run(0, "new", "Checkout errors"), "\n")
	if got := run(0, "list"); !strings.Contains(got, "Checkout errors") {
		t.Errorf("list does not name what was made: %s", got)
	}
	page := filepath.Join(filepath.Dir(db), "page.md")
	run(0, "export", id, "-o", page)
	if is, err := os.Stat(page); err != nil || is.Mode().Perm() != 0o600 {
		t.Errorf("the page is %v, %v; want one that its owner alone may read", is, err)
	}
	if got := run(0, "doctor"); !strings.Contains(got, db) {
		t.Errorf("doctor does not name the store: %s", got)
	}
	if !strings.HasPrefix(built(), version) {
		t.Errorf("the version is %q", built())
	}
	if _, err := (parts{now: noon}).openForCommands(t.Context(), filepath.Dir(db)); err == nil {
		t.Error("a folder opens as a store")
	}
}

func TestTheSampleGoesWithTheProgram(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	samples := throwaways{now: noon}
	for range 2 {
		s, id, err := samples.open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if p, _, err := s.(*throwaway).Read(t.Context(), id); err != nil || len(p.Events) == 0 {
			t.Errorf("the sample has %d events, %v", len(p.Events), err)
		}
		if err := s.(*throwaway).Close(); err != nil { // the screen leaves it
			t.Error(err)
		}
	}
	if err := samples.close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("what is left of the samples: %v, %v", left, err)
	}
	t.Setenv("TMPDIR", filepath.Join(os.TempDir(), "no such folder"))
	if _, _, err := samples.open(t.Context()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a folder for it: %v", err)
	}
}

func TestAStoreIsOpenedAgainForTheScreen(t *testing.T) {
	db := atHome(t)
	p := parts{now: noon}
	s, err := p.reopen(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	if err := closeInTime(s.(*storage.Store)); err != nil {
		t.Error(err)
	}
	if s, err := p.reopen(t.Context(), filepath.Dir(db)); err == nil || s != nil {
		t.Errorf("a folder opens as a store: %v, %v", s, err)
	}
}

func TestARescueFileIsWrittenFoundAndRemoved(t *testing.T) {
	db := atHome(t)
	s, err := storage.Open(t.Context(), db, storage.Options{Now: noon, Rescues: rescueFolders()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	files := rescues{s}
	what := rescue.Rescue{At: noon(), Store: db, Drafts: []model.Draft{{Window: "w", Text: "half a line", At: noon()}}}
	for name, write := range map[string]func(rescue.Rescue) (string, error){"beside": files.Write, "elsewhere": files.WriteElsewhere} {
		path, err := write(what)
		if err != nil {
			t.Fatal(name, err)
		}
		list, err := files.List()
		if err != nil || len(list) != 1 || list[0].Path != path {
			t.Fatalf("%s: the list is %v, %v; want %s", name, list, err, path)
		}
		if f, there := files.Read(path); !there || f.Err != nil || len(f.Rescue.Drafts) != 1 {
			t.Errorf("%s: read %+v, %v", name, f, there)
		}
		if err := errors.Join(files.Sync(path), files.Remove(path)); err != nil {
			t.Error(name, err)
		}
		if f, there := files.Read(path); there {
			t.Errorf("%s: it is there after it was removed: %+v", name, f)
		}
	}
}

func TestAFileThatNoMeetingCouldMakeIsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.json")
	if err := writeFile(path, []byte("{}"), false); err != nil {
		t.Fatal(err)
	}
	if got, err := readFile(path); err != nil || string(got) != "{}" {
		t.Errorf("read %q, %v", got, err)
	}
	if err := writeFile(path, nil, false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file is written over: %v", err)
	}
	if err := os.Truncate(path, jsonfile.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	if _, err := readFile(path); err == nil || !strings.Contains(err.Error(), "is no export") {
		t.Errorf("a file without end: %v", err)
	}
	if _, err := readFile(path + "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
