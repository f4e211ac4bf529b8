//go:build unix

package files_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"debrief/storage/files"
)

func TestASharedFileHeedsTheUmask(t *testing.T) {
	for _, test := range []struct {
		mask   int
		shared bool
		want   os.FileMode
	}{
		{0o000, false, 0o600},
		{0o022, false, 0o600},
		{0o022, true, 0o644},
		{0o077, true, 0o600},
	} {
		for _, overwrite := range []bool{false, true} {
			path := filepath.Join(t.TempDir(), "page.md")
			old := syscall.Umask(test.mask)
			err := files.Write(path, []byte("one"), files.Options{Shared: test.shared, Overwrite: overwrite})
			syscall.Umask(old)
			if err != nil {
				t.Fatal(err)
			}
			if is, err := os.Stat(path); err != nil || is.Mode().Perm() != test.want {
				t.Errorf("umask %03o, shared %v, overwrite %v: got %s, want %s", test.mask, test.shared, overwrite, is.Mode(), test.want)
			}
		}
	}
}

func TestWriteLeavesAPipeAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("no pipe can be made here: ", err)
	}
	if err := files.Write(path, []byte("one"), files.Options{Overwrite: true}); err == nil {
		t.Error("a pipe was replaced")
	}
}
