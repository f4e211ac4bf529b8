// Package files writes whole files: the old content or the new one stands there at any moment,
// never half of one.
package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"

	"debrief/model"
)

// Options say how a file is written.
type Options struct {
	// Overwrite allows an existing regular file to be replaced.
	Overwrite bool
	// Shared makes a file that others may read (0644 less the umask) instead of one for its
	// owner only (0600).
	Shared bool
	// Own allows it for a file in which what people typed is kept, too: the caller knows what it is.
	Own bool
	// Store is the store that this process has open, "" for none. To close a handle of it would drop the
	// locks of the process, so it is known by its inode, and not by its content as others are.
	Store string
}

// Write writes data to the file: to a temporary file in the same folder, which is put on the
// disk and then takes the name.
//
// The error wraps fs.ErrExist where something has the name already and Overwrite is not set,
// even if it came there a moment before; and it names the folder where that is missing. A link
// is never written through to another folder, and what is no regular file never replaced. A file
// in which a program keeps what people typed, a database or a rescue file, is a model.ErrKeeps unless it is
// the caller's own.
func Write(path string, data []byte, o Options) (err error) {
	folder := filepath.Dir(path)
	if is, err := os.Stat(folder); err != nil {
		return fmt.Errorf("write %s: the folder %s: %w", path, folder, reason(err))
	} else if !is.IsDir() {
		return fmt.Errorf("write %s: %s is not a folder", path, folder)
	}
	if path, err = target(path, o); err != nil {
		return err
	}
	mode := renameio.WithStaticPermissions(0o600)
	if o.Shared {
		mode = renameio.WithPermissions(0o644)
	}
	pending, err := renameio.NewPendingFile(path, renameio.WithTempDir(folder), mode)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, Known(err))
	}
	defer func() {
		// Where there are no links the temporary file has been renamed, and is gone.
		if clean := pending.Cleanup(); err == nil && clean != nil && !errors.Is(clean, fs.ErrNotExist) {
			err = fmt.Errorf("write %s: %w", path, clean)
		}
	}()
	if _, err := pending.Write(data); err != nil {
		return fmt.Errorf("write %s: %w", path, Known(err))
	}
	if o.Overwrite {
		if err := pending.CloseAtomicallyReplace(); err != nil {
			return fmt.Errorf("write %s: %w", path, Known(err))
		}
		return syncFolder(folder)
	}
	if err := pending.Sync(); err != nil {
		return fmt.Errorf("write %s: %w", path, Known(err))
	}
	if err := Place(pending.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, Known(err))
	}
	return syncFolder(folder)
}

// target looks at what has the name now and returns the path to write to.
func target(path string, o Options) (string, error) {
	is, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, nil
	case err != nil:
		return "", fmt.Errorf("write %s: %w", path, err)
	case !o.Own && keeps(path, o.Store):
		return "", fmt.Errorf("write %s: %w", path, model.ErrKeeps)
	case !o.Overwrite:
		return "", fmt.Errorf("write %s: %w", path, fs.ErrExist)
	case is.Mode()&fs.ModeSymlink != 0:
		return linked(path)
	case !is.Mode().IsRegular():
		return "", fmt.Errorf("write %s: it is not a regular file", path)
	}
	return path, nil
}

// keeps tells, by how its content begins, that what people typed is in the file: every SQLite file,
// its journals, and rescue files. The content tells it under any name and through any link.
func keeps(path, store string) bool {
	is, err := os.Stat(path)
	if err != nil || !is.Mode().IsRegular() {
		return false
	}
	if own, err := os.Stat(store); err == nil && os.SameFile(is, own) {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	begin := make([]byte, 64)
	n, _ := io.ReadFull(f, begin)
	if f.Close() != nil {
		return false
	}
	for _, sign := range []string{"SQLite format 3\x00", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", "\x37\x7f\x06\x82", "\x37\x7f\x06\x83"} {
		if bytes.HasPrefix(begin[:n], []byte(sign)) {
			return true
		}
	}
	return bytes.Contains(begin[:n], []byte(`"debrief_rescue"`))
}

// linked returns the file that the link leads to, if it lies in the same folder.
func linked(path string) (string, error) {
	to, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", fmt.Errorf("write %s: it is a link to nothing: %w", path, err)
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return "", fmt.Errorf("write %s: %w", path, err)
	}
	if filepath.Dir(to) != folder {
		return "", fmt.Errorf("write %s: it is a link to %s in another folder; name that file instead", path, to)
	}
	is, err := os.Lstat(to)
	if err != nil {
		return "", fmt.Errorf("write %s: %w", path, err)
	}
	if !is.Mode().IsRegular() {
		return "", fmt.Errorf("write %s: %s is not a regular file", path, to)
	}
	return to, nil
}

// Rename gives a complete file its name, puts the name on the disk, and leaves from gone. Unlike
// os.Rename it never replaces what has the name: the error then wraps fs.ErrExist.
func Rename(from, to string) error {
	if err := Place(from, to); err != nil {
		return err
	}
	if err := os.Remove(from); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// Place gives from the second name to, and does not wait for the disk; what has the name is an fs.ErrExist. A link is made in one step and never replaces; on a file
// system without links (exFAT, some network drives) the name is reserved first.
func Place(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	reserved, reserve := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if reserve != nil {
		return reserve
	}
	if err := reserved.Close(); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	if err := os.Rename(from, to); err != nil {
		return errors.Join(err, os.Remove(to)) // nobody takes an empty file for a finished one
	}
	return nil
}

// syncFolder puts the names of a folder on the disk. Some file systems cannot; the file itself is
// safe there all the same.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return nil
	}
	_ = f.Sync()
	return f.Close()
}

func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
