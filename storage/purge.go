package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"debrief/model"
	"debrief/model/rescue"
)

// ErrRemains reports that what was to be removed for good still stands in a file that the program
// made. The error's text says where.
var ErrRemains = errors.New("what was to be removed stands there still")

// Purge really removes a post-mortem: rows, change log, drafts and search documents, in the store
// and in every file that the program made of it (backups, copies, rescue files), and what SQLite
// would have left of them on the pages of the files. It cannot be taken back. The error is a
// model.ErrNotFound where no file holds it.
//
// A file that cannot be reached, such as a copy that was moved, keeps no other from being purged,
// and the store neither: what can be removed is. The error is then a model.UnreachedError, which
// names each such file, and Purge can be run again. The files that held the post-mortem, and do not any
// more, are returned, the store first.
func (s *Store) Purge(ctx context.Context, id model.ID) (cleaned []model.Reached, err error) {
	err = s.everywhere(ctx, purging{
		record: id,
		store: func(kind string, file *Store) error {
			n, err := file.purge(ctx, id)
			reached := model.Reached{Kind: kind, Path: file.path}
			switch {
			case n == 0 || err != nil:
			case file == s:
				cleaned = slices.Insert(cleaned, 0, reached)
			default:
				cleaned = append(cleaned, reached)
			}
			return err
		},
		rescue: func(path string, r rescue.Rescue) (rescue.Rescue, error) {
			if holds(r, id) {
				cleaned = append(cleaned, model.Reached{Kind: "the rescue file", Path: path})
			}
			return r.Without(id), nil
		},
		forms: func() []string { return []string{string(id)} },
		plain: true,
	})
	if err == nil && len(cleaned) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return cleaned, fmt.Errorf("purge %s: %w", id, err)
	}
	return cleaned, nil
}

// holds tells that something of the record stands in the rescue file.
func holds(r rescue.Rescue, id model.ID) bool { return slices.Contains(r.Records(), id) }

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
	return removed, s.idRemains(ctx, id)
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
