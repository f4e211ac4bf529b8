package storage

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"debrief/model"
	"debrief/storage/backup"
)

// Migrations are named NNNN_what.sql, go forward only and are never edited after a release. The
// number of the last one that ran is the file's user_version.
//
//go:embed migrations/*.sql
var migrations embed.FS

// steps returns the names of the migrations in their order; step n leads to version n.
func steps() []string {
	names, _ := fs.Glob(migrations, "migrations/*.sql") // the pattern is well formed; Glob sorts
	return names
}

// newest is the version that this program writes.
func newest() int { return len(steps()) }

// migrate runs the pending migrations in one transaction with the version they lead to, after a
// backup of a store that holds anything.
func (s *Store) migrate(ctx context.Context, from int, keepBackup bool) error {
	kept := ""
	if keepBackup {
		err := s.sound(ctx)
		if err != nil {
			return err
		}
		if kept, err = s.keep(ctx, fmt.Sprintf("v%d", from)); err != nil {
			return fmt.Errorf("back the store up before it is brought up to date: %w", err)
		}
	}
	return s.write(ctx, func(t *tx) error {
		// Another window may have been faster.
		var version int
		if err := t.one("PRAGMA user_version", nil, &version); err != nil {
			return err
		}
		for n, name := range steps()[version:] {
			sql, err := migrations.ReadFile(name)
			if err != nil {
				return err
			}
			if err := t.script(string(sql)); err != nil {
				return fmt.Errorf("bring the store to version %d: %w", version+n+1, err)
			}
		}
		if kept != "" { // a purge finds it there, also from where the store is moved to
			if err := t.noteCopy(kept); err != nil {
				return err
			}
		}
		return t.script(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, newest()))
	})
}

// sound makes sure that nothing is built on a damaged file.
func (s *Store) sound(ctx context.Context) error {
	return s.read(ctx, func(t *tx) error {
		var said string
		if err := t.one("PRAGMA quick_check(1)", nil, &said); err != nil {
			return err
		}
		if said != "ok" {
			return fmt.Errorf("%w: its pages contradict each other", model.ErrDamaged)
		}
		return nil
	})
}

// Backup writes a dated copy of the store to the folder "backups" beside it, checks that the copy
// can be read, and removes the oldest beyond backup.Keep. It returns the copy's path.
func (s *Store) Backup(ctx context.Context) (string, error) {
	path, err := s.keep(ctx, fmt.Sprintf("v%d", newest()))
	if err != nil {
		return "", fmt.Errorf("back up %s: %w", s.path, err)
	}
	return path, nil
}

func (s *Store) keep(ctx context.Context, mark string) (path string, err error) {
	err = s.outside(ctx, func(_ *tx) error {
		path, err = backup.Write(ctx, s.conn, s.file, s.now(), mark)
		return err
	})
	return path, err
}
