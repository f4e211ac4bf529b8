package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"debrief/model"
	"debrief/storage/backup"
)

// ErrRemains reports that what was to be removed for good still stands in a file that the program
// made. The error's text says where.
var ErrRemains = errors.New("it is not gone everywhere")

// Purge really removes a post-mortem: rows, change log, drafts and search documents, here and in
// every backup, and what SQLite would have left of them on the pages of the files. It cannot be
// taken back. The error is a model.ErrNotFound where neither the store nor a backup holds it.
//
// Backups come first: where one cannot be opened, the error names it and the store stays as it
// was. Purge can be run again after an error. Copies that were made elsewhere are not known here.
func (s *Store) Purge(ctx context.Context, id model.ID) error {
	found := false
	err := s.everywhere(ctx, func(s *Store) error {
		n, err := s.purge(ctx, id)
		found = found || n > 0
		return err
	})
	if err == nil && !found {
		err = model.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("purge %s: %w", id, err)
	}
	return nil
}

// everywhere calls purge for each backup and at last for the store itself. What remains somewhere
// keeps it from no other file.
func (s *Store) everywhere(ctx context.Context, purge func(*Store) error) error {
	copies, err := backup.List(s.file)
	if err != nil {
		return err
	}
	for _, path := range backup.Unfinished(s.file) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove the half-made backup %s: %w", path, err)
		}
	}
	var remains error
	for _, path := range copies {
		err := s.inside(ctx, path, purge)
		if errors.Is(err, ErrRemains) {
			remains = errors.Join(remains, err)
		} else if err != nil {
			return fmt.Errorf("in the backup %s: %w", path, err)
		}
	}
	return errors.Join(remains, purge(s))
}

// inside opens a backup for purge, which brings one of an earlier version up to date.
func (s *Store) inside(ctx context.Context, path string, purge func(*Store) error) (err error) {
	old, err := open(ctx, path, Options{Now: s.now}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, old.Close()) }()
	return purge(old)
}

func (s *Store) purge(ctx context.Context, id model.ID) (int64, error) {
	if id == model.SettingsID {
		return 0, errors.New("the settings are not removed as a whole")
	}
	var removed int64
	err := s.unlocked(ctx, func(t *tx) error {
		statements := []string{
			"DELETE FROM summaries WHERE postmortem_id = ?",
			"DELETE FROM documents WHERE postmortem_id = ?",
			"DELETE FROM drafts WHERE postmortem_id = ?",
			"DELETE FROM changes WHERE record = ?",
		}
		for _, name := range model.Tables() {
			if name == model.Headers {
				statements = append(statements, "DELETE FROM postmortems WHERE id = ?")
			} else {
				statements = append(statements, fmt.Sprintf("DELETE FROM %s WHERE postmortem_id = ?", name))
			}
		}
		for _, statement := range statements {
			n, err := t.exec(statement, string(id))
			if err != nil {
				return err
			}
			removed += n
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	if err := s.shred(ctx); err != nil {
		return removed, err
	}
	// Other records may name the id, a signal for example that became this post-mortem; the id by
	// itself tells nothing.
	return removed, s.remains(ctx, string(id), true)
}

// unlocked runs fn in a transaction in which the change log may be changed.
func (s *Store) unlocked(ctx context.Context, fn func(*tx) error) error {
	return s.write(ctx, func(t *tx) error {
		if _, err := t.exec("INSERT INTO purging (open) VALUES (1)"); err != nil {
			return err
		}
		if err := fn(t); err != nil {
			return err
		}
		// Words that were taken out of the index leave marks in it until it is built anew.
		if _, err := t.exec("INSERT INTO search (search) VALUES ('rebuild')"); err != nil {
			return err
		}
		_, err := t.exec("DELETE FROM purging")
		return err
	})
}

// shred writes the file anew without the pages and parts of pages that nothing uses any more.
func (s *Store) shred(ctx context.Context) error {
	return s.outside(ctx, func(t *tx) error {
		return errors.Join(
			t.script("PRAGMA secure_delete = ON"),
			t.script("VACUUM"),
			t.script("PRAGMA secure_delete = OFF"),
		)
	})
}
