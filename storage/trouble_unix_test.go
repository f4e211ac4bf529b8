//go:build unix

package storage_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
)

func TestOnlyTheOwnerMayReadWhateverTheUmask(t *testing.T) {
	for _, mask := range []int{0o000, 0o022} {
		old := syscall.Umask(mask)
		folder := filepath.Join(t.TempDir(), "a")
		path := filepath.Join(folder, "b", "debrief.db")
		s, err := storage.Open(context.Background(), path, storage.Options{})
		if err == nil {
			id := sampletest.ID(1)
			_, backed := s.Backup(context.Background())
			err = errors.Join(backed,
				s.Save(context.Background(), id, storagetest.First(sampletest.Full(id, 1))),
				s.Copy(context.Background(), filepath.Join(folder, "copy.db")),
				purged(s, id),
				s.Close())
		}
		syscall.Umask(old)
		if err != nil {
			t.Fatal(err)
		}
		if open := modes(t, folder); len(open) > 0 {
			t.Errorf("umask %03o: others may open %q", mask, open)
		}
	}
}

func TestOpenLeavesAPipeAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("no pipe can be made here: ", err)
	}
	if _, err := storage.Open(context.Background(), path, storage.Options{}); !errors.Is(err, model.ErrForeign) {
		t.Errorf("got %v, want ErrForeign", err)
	}
}

func TestOpenRefusesALinkOfAnotherUser(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can make a link of another user")
	}
	folder := t.TempDir()
	if err := open(t, filepath.Join(folder, "real.db")).Close(); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "link.db")
	if err := os.Symlink(filepath.Join(folder, "real.db"), link); err != nil {
		t.Fatal(err)
	}
	if err := os.Lchown(link, 65534, 65534); err != nil {
		t.Skip("the link cannot be given away: ", err)
	}
	if _, err := storage.Open(context.Background(), link, storage.Options{}); !errors.Is(err, model.ErrForeign) {
		t.Errorf("got %v, want ErrForeign", err)
	}
}

func purged(s *storage.Store, id model.ID) error {
	_, err := s.Purge(context.Background(), id)
	return err
}
