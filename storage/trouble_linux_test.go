package storage_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
)

// asNobody runs fn with the rights of the user nobody where the test runs as root, to whom every
// file is open.
func asNobody(t *testing.T, paths []string, fn func()) {
	t.Helper()
	if os.Getuid() != 0 {
		fn()
		return
	}
	for _, path := range paths {
		if err := os.Lchown(path, 65534, 65534); err != nil {
			t.Skip("the files cannot be given away: ", err)
		}
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := syscall.Setfsuid(65534); err != nil {
		t.Skip("root stays root here: ", err)
	}
	defer func() {
		if err := syscall.Setfsuid(0); err != nil {
			panic(err)
		}
	}()
	fn()
}

func TestAFileThatMayOnlyBeReadIsRead(t *testing.T) {
	for _, test := range []struct {
		name         string
		folder, file os.FileMode
	}{
		{"file", 0o700, 0o400},
		{"folder", 0o500, 0o600},
		{"both", 0o500, 0o400},
	} {
		t.Run(test.name, func(t *testing.T) {
			above := t.TempDir()
			if err := os.Chmod(filepath.Dir(above), 0o755); err != nil {
				t.Fatal(err)
			}
			folder := filepath.Join(above, "store")
			path := filepath.Join(folder, "debrief.db")
			id := sampletest.ID(1)
			p := sampletest.Full(id, 1)
			s := open(t, path)
			if err := errors.Join(s.Save(context.Background(), id, storagetest.First(p)), s.Close(),
				os.Chmod(path, test.file), os.Chmod(folder, test.folder)); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(folder, 0o700) })
			asNobody(t, []string{path, folder}, func() {
				s, err := storage.Open(context.Background(), path, storage.Options{})
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				got, _, err := s.Read(context.Background(), id)
				if err != nil || storagetest.Differs(got, p) != "" {
					t.Errorf("read: %v", err)
				}
				q := p
				q.Header.Title = "two"
				if err := s.Save(context.Background(), id, storagetest.Next(2, p, q)); !errors.Is(err, model.ErrReadOnly) {
					t.Errorf("save: got %v, want ErrReadOnly", err)
				}
				if h, err := s.Health(context.Background()); err != nil || !h.Sound() {
					t.Errorf("health: %v, %v", h.Damage, err)
				}
			})
		})
	}
}

// A store that is to be put in order, where nothing may be written, is refused in words.
func TestAStoreInTheMiddleOfACommitThatMayOnlyBeReadIsRefusedInOneSentence(t *testing.T) {
	for _, test := range []struct {
		name         string
		folder, file os.FileMode
	}{
		{"file", 0o700, 0o400},
		{"folder", 0o500, 0o600},
		{"both", 0o500, 0o400},
	} {
		t.Run(test.name, func(t *testing.T) {
			above := t.TempDir()
			folder := filepath.Join(above, "store")
			path := filepath.Join(folder, "debrief.db")
			if err := errors.Join(os.Chmod(filepath.Dir(above), 0o755), os.Mkdir(folder, 0o700)); err != nil {
				t.Fatal(err)
			}
			cutOff(t, path)
			if err := errors.Join(os.Chmod(path, test.file), os.Chmod(path+"-journal", test.file), os.Chmod(folder, test.folder)); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(folder, 0o700) })
			asNobody(t, []string{path, path + "-journal", folder}, func() {
				s, err := storage.Open(context.Background(), path, storage.Options{})
				if err == nil {
					s.Close()
				}
				if !errors.Is(err, model.ErrReadOnly) || !strings.Contains(err.Error(), "a crash left a change half-way") {
					t.Errorf("got %v, want ErrReadOnly and why", err)
				}
			})
		})
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1536k"); err != nil {
		t.Skip("a small disk cannot be made here (needs root): ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	path := filepath.Join(folder, "debrief.db")
	s, err := storage.Open(context.Background(), path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 500<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	id := sampletest.ID(1)
	p := storagetest.Begun(id, "one")
	if err := s.Save(context.Background(), id, storagetest.First(p)); err != nil {
		t.Fatal(err)
	}
	var failed model.Entry
	for seq := int64(2); ; seq++ {
		q := p
		q.Notes = append(q.Notes[:len(q.Notes):len(q.Notes)], model.Note{ID: sampletest.ID(int(seq)), Phase: 1, Pos: "a0",
			Text: strings.Repeat(fmt.Sprintf("words of note %d ", seq), 1000)})
		e := storagetest.Next(seq, p, q)
		if err = s.Save(context.Background(), id, e); err != nil {
			failed = e
			break
		}
		p = q
		if seq > 1000 {
			t.Fatal("the disk never filled up")
		}
	}
	if !errors.Is(err, model.ErrFull) {
		t.Fatalf("got %v, want ErrFull", err)
	}
	got, seq, err := s.Read(context.Background(), id)
	if err != nil || seq != failed.Seq-1 || storagetest.Differs(got, p) != "" {
		t.Errorf("while the disk is full: entry %d, %v", seq, err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(context.Background(), id, failed); err != nil {
		t.Errorf("with space again: %v", err)
	}
	if h, err := s.Health(context.Background()); err != nil || !h.Sound() {
		t.Errorf("health: %v, %v", h.Damage, err)
	}
}

func TestAStoreCannotBeMadeWhereNothingMayBeWritten(t *testing.T) {
	above := t.TempDir()
	if err := errors.Join(os.Chmod(filepath.Dir(above), 0o755), os.Chmod(above, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(above, 0o700) })
	asNobody(t, nil, func() {
		for _, path := range []string{filepath.Join(above, "debrief.db"), filepath.Join(above, "folder", "debrief.db")} {
			if _, err := storage.Open(context.Background(), path, storage.Options{}); !errors.Is(err, model.ErrReadOnly) {
				t.Errorf("%s: got %v, want ErrReadOnly", path, err)
			}
		}
	})
}
