package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"debrief/model"
	"debrief/storage/files"
)

// headerSize is what every SQLite file begins with.
const headerSize = 100

// present makes sure that a regular file of some size stands at the path, and makes a new store
// where nothing does. It opens nothing that is there: closing a handle of the live file would
// drop SQLite's locks on it.
func present(ctx context.Context, path string) error {
	is, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return create(ctx, path)
	}
	if err != nil {
		return err
	}
	if is.Mode()&fs.ModeSymlink != 0 {
		if !files.Own(is) {
			return fmt.Errorf("%w: it is a link that another user made", model.ErrForeign)
		}
		if is, err = os.Stat(path); err != nil {
			return fmt.Errorf("follow the link: %w", err)
		}
	}
	switch {
	case is.IsDir():
		return fmt.Errorf("%w: it is a folder", model.ErrForeign)
	case !is.Mode().IsRegular():
		return fmt.Errorf("%w: it is not a regular file", model.ErrForeign)
	case is.Size() == 0:
		// SQLite would take an empty file for a new store; it is more likely one that was lost.
		return fmt.Errorf("%w: it is empty; restore a backup, or remove it to start anew", model.ErrForeign)
	case is.Size() < headerSize:
		return fmt.Errorf("%w: it is too short to be one", model.ErrForeign)
	}
	return nil
}

// create makes a new store under another name and gives it its own when it is complete: a crash
// half-way leaves no empty file behind that the next start would have to refuse.
func create(ctx context.Context, path string) (err error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make the folder: %w", forbidden(err))
	}
	fresh := freshName(path, rand.Text()[:10])
	// Made by us before SQLite opens it, which would make it readable by everybody.
	f, err := os.OpenFile(fresh, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return forbidden(err)
	}
	defer func() {
		if gone := os.Remove(fresh); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	if err := f.Close(); err != nil {
		return err
	}
	if err := begin(ctx, fresh); err != nil {
		return fmt.Errorf("make a new store: %w", known(err))
	}
	// Another window may have made the store meanwhile; then that one is opened.
	if err := files.Rename(fresh, path); err != nil && !errors.Is(err, fs.ErrExist) {
		return forbidden(err)
	}
	return nil
}

// begin brings an empty file to the newest version.
func begin(ctx context.Context, path string) (err error) {
	s := newStore(Options{})
	s.path, s.file = path, path
	if s.db, s.conn, err = connect(ctx, path); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if s.is, err = os.Stat(path); err != nil {
		return err
	}
	return s.migrate(ctx, 0, false)
}

// forbidden adds model.ErrReadOnly to an error of the system that says so, and what else it means.
func forbidden(err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err)
	}
	return files.Known(err)
}
