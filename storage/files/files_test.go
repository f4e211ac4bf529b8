package files_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"debrief/storage/files"
)

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// alone makes sure that nothing but the named files lies in the folder.
func alone(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("the folder holds %q, want %q", got, names)
	}
}

func TestWriteMakesAFileForItsOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.md")
	if err := files.Write(path, []byte("one"), files.Options{}); err != nil {
		t.Fatal(err)
	}
	is, err := os.Stat(path)
	if err != nil || is.Mode().Perm() != 0o600 || content(t, path) != "one" {
		t.Errorf("got %s %q, %v", is.Mode(), content(t, path), err)
	}
	alone(t, filepath.Dir(path), "page.md")
}

func TestWriteReplacesOnlyWhenTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.md")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := files.Write(path, []byte("new"), files.Options{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want ErrExist", err)
	}
	if got := content(t, path); got != "old" {
		t.Errorf("the file holds %q", got)
	}
	if err := files.Write(path, []byte("new"), files.Options{Overwrite: true}); err != nil {
		t.Fatal(err)
	}
	is, err := os.Stat(path)
	if err != nil || content(t, path) != "new" || is.Mode().Perm() != 0o600 {
		t.Errorf("the file holds %q with mode %s", content(t, path), is.Mode())
	}
	alone(t, filepath.Dir(path), "page.md")
}

func TestWriteNamesAMissingFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not there")
	err := files.Write(filepath.Join(folder, "page.md"), nil, files.Options{})
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "the folder "+folder) {
		t.Errorf("got %v", err)
	}
	plain := filepath.Join(t.TempDir(), "plain")
	if err := os.WriteFile(plain, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := files.Write(filepath.Join(plain, "page.md"), nil, files.Options{}); err == nil {
		t.Error("wrote below a file")
	}
}

func TestWriteDoesNotFollowALinkOutOfTheFolder(t *testing.T) {
	folder, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(elsewhere, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, in, nowhere := filepath.Join(folder, "out.md"), filepath.Join(folder, "in.md"), filepath.Join(folder, "nowhere.md")
	real := filepath.Join(folder, "real.md")
	if err := errors.Join(os.Symlink(elsewhere, out), os.Symlink("real.md", in), os.Symlink("missing", nowhere),
		os.WriteFile(real, []byte("old"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{out, nowhere} {
		if err := files.Write(link, []byte("new"), files.Options{Overwrite: true}); err == nil {
			t.Errorf("wrote through %s", link)
		}
		if err := files.Write(link, []byte("new"), files.Options{}); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: got %v, want ErrExist", link, err)
		}
	}
	if err := files.Write(in, []byte("new"), files.Options{Overwrite: true}); err != nil {
		t.Fatal(err)
	}
	if is, err := os.Lstat(in); err != nil || is.Mode()&fs.ModeSymlink == 0 || content(t, real) != "new" {
		t.Errorf("a link inside the folder: %v, %v, the file holds %q", is.Mode(), err, content(t, real))
	}
	if got := content(t, elsewhere); got != "old" {
		t.Errorf("the file elsewhere holds %q", got)
	}
	if err := files.Write(folder, nil, files.Options{Overwrite: true}); err == nil {
		t.Error("wrote over a folder")
	}
}

func TestRenameNeverReplaces(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "from"), filepath.Join(folder, "to")
	if err := errors.Join(os.WriteFile(from, []byte("new"), 0o600), os.WriteFile(to, []byte("old"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := files.Rename(from, to); !errors.Is(err, fs.ErrExist) || content(t, to) != "old" || content(t, from) != "new" {
		t.Errorf("got %v", err)
	}
	if err := os.Remove(to); err != nil {
		t.Fatal(err)
	}
	if err := files.Rename(from, to); err != nil || content(t, to) != "new" {
		t.Errorf("got %v", err)
	}
	alone(t, folder, "to")
}
