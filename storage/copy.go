package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/storage/backup"
	stored "debrief/storage/rescue"
)

// Copy writes the whole store to another file, which only its owner may read, and checks it. What
// stands at path already is left as it is, and the error wraps fs.ErrExist.
//
// Where the copy stands is noted in the store before it is written, and so in the copy itself: a
// purge will reach it there. A store that cannot be written just now is copied all the same; then a
// file among the rescue files notes it, until a save of this Store or a purge notes it in the store.
func (s *Store) Copy(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		err = s.copy(ctx, path)
	}
	if err != nil {
		return fmt.Errorf("copy the store to %s: %w", path, err)
	}
	return nil
}

func (s *Store) copy(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	known := false
	err := s.read(ctx, func(t *tx) error {
		return t.one("SELECT COUNT(*) FROM copies WHERE path = ?", []any{path}, &known)
	})
	if err != nil {
		return err
	}
	refused := s.write(ctx, func(t *tx) error { return t.noteCopy(path) })
	if err := s.outside(ctx, func(_ *tx) error { return backup.Copy(ctx, s.conn, path) }); err != nil {
		if refused == nil && !known && !errors.Is(err, fs.ErrExist) { // another window may have been faster
			err = errors.Join(err, s.ForgetCopy(ctx, path))
		}
		return err
	}
	if refused == nil {
		return nil
	}
	// Where no folder takes the note, this Store alone knows: the copy is whole all the same.
	note, _ := stored.Write(rescue.Rescue{At: model.UTC(s.now()), Store: s.path, Copies: []string{path}}, s.rescues...)
	s.turn <- struct{}{}
	s.unnoted = append(s.unnoted, unnoted{path, note})
	<-s.turn
	// The copy is whole, whatever becomes of this.
	_ = s.inside(ctx, path, func(copied *Store) error {
		return copied.write(ctx, func(t *tx) error { return t.noteCopy(path) })
	})
	return nil
}

// ForgetCopy takes the copy at path off the list of those that a purge looks for. It touches no
// other file. That it is not on the list is a model.ErrNotFound.
func (s *Store) ForgetCopy(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		err = s.adoptCopies()
	}
	if err == nil && len(s.unnoted) > 0 {
		err = s.write(ctx, func(*tx) error { return nil })
	}
	if err == nil {
		err = s.write(ctx, func(t *tx) error {
			n, err := t.exec("DELETE FROM copies WHERE path = ?", path)
			if err == nil && n == 0 {
				err = model.ErrNotFound
			}
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("forget the copy %s: %w", path, err)
	}
	return nil
}

// copies returns where copies of this store were written, oldest first. A copy holds those of the
// store that it was made of as well, up to itself; they are none of its own.
func (s *Store) copies(ctx context.Context) ([]string, error) {
	var all []string
	err := s.read(ctx, func(t *tx) error {
		var path string
		return t.each("SELECT path FROM copies ORDER BY copy", nil, []any{&path}, func() { all = append(all, path) })
	})
	for _, u := range s.unnoted {
		if !slices.Contains(all, u.path) {
			all = append(all, u.path)
		}
	}
	own := 0
	for i, path := range all {
		if is, err := os.Stat(path); err == nil && os.SameFile(is, s.is) {
			own = i + 1
		}
	}
	return all[own:], err
}

// noteCopy puts a path at the end of the list.
func (t *tx) noteCopy(path string) error {
	if _, err := t.exec("DELETE FROM copies WHERE path = ?", path); err != nil {
		return err
	}
	_, err := t.exec("INSERT INTO copies (path, at) VALUES (?, ?)", path, model.FormatTime(t.store.now()))
	return err
}

// unnoted is a copy that could not be noted in the store when it was made.
type unnoted struct{ path, file string } // file notes it meanwhile, "" where none could be written

// noteCopies notes those that could not be noted when they were made, and returns them.
func (t *tx) noteCopies() ([]unnoted, error) {
	for _, u := range t.store.unnoted {
		if _, err := t.exec("INSERT OR IGNORE INTO copies (path, at) VALUES (?, ?)", u.path, model.FormatTime(t.store.now())); err != nil {
			return nil, err
		}
	}
	return slices.Clone(t.store.unnoted), nil
}

// notes are the copies that could not be noted yet. They belong to whoever has the turn.
type notes []unnoted

// forget drops copies that the store knows by now, and the files that said so until then.
func (n *notes) forget(copies []unnoted) {
	*n = slices.DeleteFunc(*n, func(u unnoted) bool { return slices.Contains(copies, u) })
	for _, u := range copies {
		if u.file != "" {
			_ = stored.Remove(u.file) // it says what is true, and the next purge tries again
		}
	}
}

// adopt takes over what an earlier window could note in a file alone.
func (n *notes) adopt(found []stored.File) {
	for _, f := range found {
		if !f.Rescue.IsEmpty() || slices.ContainsFunc(*n, func(u unnoted) bool { return u.file == f.Path }) {
			continue
		}
		for _, path := range f.Rescue.Copies {
			*n = append(*n, unnoted{path, f.Path})
		}
	}
}

// adoptCopies takes the copies over that an earlier window could note in a file alone. The next write
// notes them, and removes the files.
func (s *Store) adoptCopies() error {
	found, err := stored.Copies(s.path, s.rescues...)
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	s.unnoted.adopt(found)
	return err
}
