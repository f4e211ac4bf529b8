// Package rescue keeps the files in which a window leaves what was not on disk when it ended: beside
// the store or, where nothing can be written there, in another folder. A file may be read by its
// owner only.
package rescue

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"debrief/model/rescue"
	"debrief/storage/files"
)

const (
	mark   = "-rescue-"
	suffix = ".json"
)

// File is a rescue file of a store.
type File struct {
	Path   string
	Rescue rescue.Rescue
	// Err says why it cannot be read, nil where it can.
	Err error
}

// Write writes the rescue to a new file beside its store or, where that fails, into the first of
// the other folders that takes it; a folder that is missing is made. It returns the path. The error
// names every folder that refused.
func Write(r rescue.Rescue, others ...string) (string, error) {
	return write(r, folders(r.Store, others))
}

// WriteElsewhere is Write without the folder of the store, where nothing may answer.
func WriteElsewhere(r rescue.Rescue, others ...string) (string, error) { return write(r, others) }

func write(r rescue.Rescue, folders []string) (string, error) {
	b, err := rescue.Encode(r)
	if err != nil {
		return "", err
	}
	var refused error
	for _, folder := range folders {
		if folder != filepath.Dir(r.Store) { // that is not made: where it is gone, so is the store
			if err := os.MkdirAll(folder, 0o700); err != nil {
				refused = errors.Join(refused, err)
				continue
			}
		}
		path, err := writeNew(folder, r, b)
		if err == nil {
			return path, nil
		}
		refused = errors.Join(refused, err)
	}
	return "", fmt.Errorf("write a rescue file: %w", refused)
}

// folders are those of a store's rescue files, in the order in which they are tried.
func folders(store string, others []string) []string {
	return append([]string{filepath.Dir(store)}, others...)
}

// writeNew takes the first name that is free. The file is complete as soon as it has the name; it is
// not waited for the disk, which may be the very thing that does not answer: see Sync.
func writeNew(folder string, r rescue.Rescue, b []byte) (path string, err error) {
	f, err := os.CreateTemp(folder, "."+filepath.Base(r.Store)+mark+"*") // of mode 0600
	if err != nil {
		return "", files.Known(err)
	}
	defer func() { _ = os.Remove(f.Name()) }() // the content has another name by then, or the error is told
	if _, err := f.Write(b); err != nil {
		return "", errors.Join(files.Known(err), f.Close())
	}
	if err := f.Close(); err != nil {
		return "", files.Known(err)
	}
	stem := filepath.Base(r.Store) + mark + r.At.UTC().Format("20060102T150405.000Z")
	for n := 1; n <= 100; n++ {
		name := stem
		if n > 1 {
			name = fmt.Sprintf("%s_%d", stem, n) // _ sorts behind the dot of the first
		}
		path = filepath.Join(folder, name+suffix)
		if err = files.Place(f.Name(), path); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return path, err
}

// Sync puts a file that was written, and its name, on the disk. Until then a power cut may take it.
func Sync(path string) error {
	for _, p := range []string{path, filepath.Dir(path)} {
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return fmt.Errorf("put the rescue file on the disk: %w", files.Known(err))
		}
	}
	return nil
}

// Read reads a rescue file again; there is false where it is gone.
func Read(path string) (f File, there bool) {
	f.Path = path
	f.Rescue, f.Err = read(path)
	return f, !errors.Is(f.Err, fs.ErrNotExist)
}

// List returns the rescue files of the store, oldest first: those beside it, and those in the other
// folders that belong to it. Files that hold nothing but where copies are (see Copies) are left out. What is
// not a regular file of this user's own is passed over, for anybody may write to a folder of temporary
// files.
func List(store string, others ...string) ([]File, error) {
	own, _, err := all(store, others)
	return slices.DeleteFunc(own, File.onlyCopies), err
}

// Strays returns the rescue files in the same folders, oldest first, whose own store is no longer where
// it was, as after it was renamed. Whether they belong to this store is told by the records in them.
func Strays(store string, others ...string) ([]File, error) {
	_, strays, err := all(store, others)
	return slices.DeleteFunc(strays, File.onlyCopies), err
}

// Copies returns the files that note copies of the store which could not be noted in it.
func Copies(store string, others ...string) ([]File, error) {
	own, _, err := all(store, others)
	return slices.DeleteFunc(own, func(f File) bool { return len(f.Rescue.Copies) == 0 }), err
}

func (f File) onlyCopies() bool {
	return f.Err == nil && f.Rescue.IsEmpty() && len(f.Rescue.Copies) > 0
}

// all returns the store's own rescue files, oldest first, and those whose store is gone.
func all(store string, others []string) (own, strays []File, failed error) {
	for i, folder := range folders(store, others) {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = errors.Join(failed, fmt.Errorf("look for rescue files: %w", err))
		}
		for _, e := range entries {
			name := e.Name()
			if !strings.Contains(name, mark) || strings.HasPrefix(name, ".") || !strings.HasSuffix(name, suffix) {
				continue
			}
			is, err := e.Info()
			if err != nil || !is.Mode().IsRegular() || !files.Own(is) {
				continue
			}
			f := File{Path: filepath.Join(folder, name)}
			f.Rescue, f.Err = read(f.Path)
			named := strings.HasPrefix(name, filepath.Base(store)+mark)
			switch {
			case named && (i == 0 || f.Err == nil && f.Rescue.Store == store):
				own = append(own, f)
			case f.Err == nil && f.Rescue.Store != store && gone(f.Rescue.Store):
				strays = append(strays, f)
			}
		}
	}
	for _, found := range [][]File{own, strays} {
		slices.SortStableFunc(found, func(a, b File) int { return cmp.Compare(filepath.Base(a.Path), filepath.Base(b.Path)) })
	}
	return own, strays, failed
}

func gone(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

func read(path string) (_ rescue.Rescue, err error) {
	f, err := os.Open(path)
	if err != nil {
		return rescue.Rescue{}, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b, err := io.ReadAll(io.LimitReader(f, rescue.MaxBytes+1))
	if err == nil && len(b) > rescue.MaxBytes {
		err = fmt.Errorf("%w: it has more than %d MiB", rescue.ErrForeign, rescue.MaxBytes>>20)
	}
	if err != nil {
		return rescue.Rescue{}, err
	}
	return rescue.Decode(b)
}

// Replace writes the file anew with another content, or removes it where nothing is left in it.
func Replace(path string, r rescue.Rescue) error {
	if r.IsEmpty() && len(r.Copies) == 0 {
		return Remove(path)
	}
	b, err := rescue.Encode(r)
	if err != nil {
		return err
	}
	return files.Write(path, b, files.Options{Overwrite: true, Own: true})
}

// Remove removes a rescue file. That it is gone already is no error.
func Remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the rescue file: %w", err)
	}
	return nil
}
