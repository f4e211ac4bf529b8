package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"debrief/model"
	"debrief/storage/backup"
)

// Copy writes the whole store to another file, which only its owner may read, and checks it. What
// stands at path already is left as it is, and the error wraps fs.ErrExist.
//
// Where the copy stands is noted in the store before it is written, and so in the copy itself: a
// purge will reach it there. A store that cannot be written just now is copied all the same; then
// the copy alone knows, and the store from the next save on that this Store makes.
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
	known, err := s.knowsCopy(ctx, path)
	if err != nil {
		return err
	}
	unnoted := s.write(ctx, func(t *tx) error { return t.noteCopy(path) })
	if err := s.outside(ctx, func(_ *tx) error { return backup.Copy(ctx, s.conn, path) }); err != nil {
		if unnoted == nil && !known && !errors.Is(err, fs.ErrExist) { // another window may have been faster
			err = errors.Join(err, s.ForgetCopy(ctx, path))
		}
		return err
	}
	if unnoted == nil {
		return nil
	}
	s.turn <- struct{}{}
	s.unnoted = append(s.unnoted, path)
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

func (s *Store) knowsCopy(ctx context.Context, path string) (known bool, err error) {
	err = s.read(ctx, func(t *tx) error {
		return t.one("SELECT COUNT(*) FROM copies WHERE path = ?", []any{path}, &known)
	})
	return known, err
}

// copies returns where copies of this store were written, oldest first. A copy holds those of the
// store that it was made of as well, up to itself; they are none of its own.
func (s *Store) copies(ctx context.Context) ([]string, error) {
	var all []string
	err := s.read(ctx, func(t *tx) error {
		var path string
		return t.each("SELECT path FROM copies ORDER BY copy", nil, []any{&path}, func() { all = append(all, path) })
	})
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

// noteCopies notes those that could not be noted when they were made.
func (t *tx) noteCopies() error {
	for _, path := range t.store.unnoted {
		if _, err := t.exec("INSERT OR IGNORE INTO copies (path, at) VALUES (?, ?)", path, model.FormatTime(t.store.now())); err != nil {
			return err
		}
	}
	return nil
}
