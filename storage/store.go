package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"debrief/model"
	"debrief/storage/backup"
	stored "debrief/storage/rescue"
)

// Options are what a store is handed from outside.
type Options struct {
	// Now gives the time for the names of backups. It is time.Now where it is nil.
	Now func() time.Time
	// Rescues are the folders, beside that of the store, in which a window may have left a rescue
	// file of it. A purge looks there too.
	Rescues []string
}

// Store is one open file of post-mortems. Its methods may be called from several goroutines;
// they run one at a time. Errors wrap those of model/errors.go.
type Store struct {
	path string      // absolute, as the caller named it
	file string      // what path leads to, links followed
	is   fs.FileInfo // the file as it was opened: device and inode
	now  func() time.Time
	// rescues are those of Options.
	rescues []string

	db   *sql.DB
	conn *sql.Conn
	turn chan struct{} // holds a token while the connection is in use

	// What follows belongs to whoever has the turn.
	writable bool // SQLite opened the file for writing; it keeps to that whatever its mode becomes
	prepared map[string]*sql.Stmt
	tables   []table
	byName   map[model.Table]table
	version  int64 // the data_version last seen
	// unnoted are the copies that could not be noted when they were made; the next write notes them.
	unnoted notes
}

// Open opens the store at path, and makes it with its folder where there is none: the folder for
// its owner only (0700), the file too (0600). A store of an earlier version is brought up to
// date after a backup beside it.
//
// The file is left untouched, and the error is a model.ErrForeign where it is no store of ours
// (an empty file, a text, a folder, a pipe, a link that somebody else made), a model.ErrNewer
// where a later version wrote it, a model.ErrDamaged where it cannot be read, a model.ErrTruncated
// where its end is missing; a model.UnopenedError round it names what is left elsewhere. A file that may only be read is opened for reading; saves then say
// model.ErrReadOnly, and so does Open where a crash left a change half-way in it.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s, err := open(ctx, path, o, true)
	if err != nil {
		u := Left(ctx, path, o)
		u.Err = err
		return nil, u
	}
	return s, nil
}

// Left tells what is left elsewhere of a store that is not there or cannot be opened.
func Left(ctx context.Context, path string, o Options) model.UnopenedError {
	u := model.UnopenedError{Path: path}
	absolute, wrong := filepath.Abs(path)
	if wrong != nil {
		return u
	}
	file, wrong := filepath.EvalSymlinks(absolute)
	if wrong != nil {
		file = absolute
	}
	if kept, err := backup.List(file); err == nil {
		u.Backup = latestReadable(ctx, kept)
	}
	u.Rescues = rescuesOf(absolute, o.Rescues)
	return u
}

// latestReadable returns the last of the backups or copies that can take the place of the store, "" where
// none can.
func latestReadable(ctx context.Context, paths []string) string {
	for _, path := range slices.Backward(paths) {
		if backup.Readable(ctx, path) == nil {
			return path
		}
	}
	return ""
}

// rescuesOf returns the paths of the rescue files of a store, readable or not. A folder that cannot
// be looked through has none that could be named.
func rescuesOf(path string, folders []string) []string {
	found, _ := stored.List(path, folders...)
	var paths []string
	for _, f := range found {
		paths = append(paths, f.Path)
	}
	return paths
}

// RescueFiles returns the rescue files of the store, oldest first, and behind them those of a store that is
// no longer where it was, as after it was renamed, with something of a record that is in this one.
func (s *Store) RescueFiles(ctx context.Context) ([]stored.File, error) {
	found, failed := stored.List(s.path, s.rescues...)
	strays, err := stored.Strays(s.path, s.rescues...)
	failed = errors.Join(failed, err)
	if len(strays) == 0 {
		return found, failed
	}
	err = s.read(ctx, func(t *tx) error {
		for _, f := range strays {
			for _, id := range f.Rescue.Records() {
				there := false
				if err := t.one("SELECT COUNT(*) FROM postmortems WHERE id = ?", []any{string(id)}, &there); err != nil {
					return err
				}
				if there {
					found = append(found, f)
					break
				}
			}
		}
		return nil
	})
	return found, errors.Join(failed, err)
}

func newStore(o Options) *Store {
	s := &Store{now: o.Now, rescues: o.Rescues, turn: make(chan struct{}, 1), prepared: make(map[string]*sql.Stmt), tables: tables()}
	if s.now == nil {
		s.now = time.Now
	}
	s.byName = make(map[model.Table]table, len(s.tables))
	for _, t := range s.tables {
		s.byName[t.name()] = t
	}
	return s
}

func open(ctx context.Context, path string, o Options, keepBackup bool) (_ *Store, err error) {
	s := newStore(o)
	if s.path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	if err := present(ctx, s.path); err != nil {
		return nil, err
	}
	if s.file, err = filepath.EvalSymlinks(s.path); err != nil {
		return nil, err
	}
	if err := identify(ctx, s.file); err != nil {
		return nil, err
	}
	if s.db, s.conn, err = connect(ctx, s.file); err != nil {
		return nil, unopened(ctx, s.file, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	if s.is, err = os.Stat(s.path); err != nil {
		return nil, err
	}
	s.writable = mayBeWritten(s.file)
	version, err := s.recovered(ctx)
	if err == nil && version < newest() {
		err = s.migrate(ctx, version, keepBackup)
	}
	if err != nil {
		return nil, err
	}
	s.sweep()
	return s, nil
}

// recovered judges the file once more, now that a journal which a crash left behind has been
// rolled back, and returns its version.
func (s *Store) recovered(ctx context.Context) (version int, err error) {
	var application int
	err = s.read(ctx, func(t *tx) error {
		if err := t.whole(); err != nil {
			return err
		}
		return errors.Join(
			t.one("PRAGMA application_id", nil, &application),
			t.one("PRAGMA user_version", nil, &version),
			t.one("PRAGMA data_version", nil, &s.version),
		)
	})
	if err != nil {
		return 0, unopened(ctx, s.file, err)
	}
	return version, judge(application, version)
}

// Path returns the absolute path of the file.
func (s *Store) Path() string { return s.path }

// Close ends the use of the file. It waits for what is under way.
func (s *Store) Close() error {
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	return s.disconnect()
}

// disconnect lets go of the file. The caller has the turn.
func (s *Store) disconnect() error {
	var errs []error
	for _, stmt := range s.prepared {
		errs = append(errs, stmt.Close())
	}
	clear(s.prepared)
	if s.conn != nil {
		errs = append(errs, s.conn.Close())
		s.conn = nil
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
		s.db = nil
	}
	return errors.Join(errs...)
}

// Changed tells whether another connection wrote to the file since Changed was last asked, or
// since the store was opened. It reads no rows. A file that was removed or replaced is a
// model.ErrReplaced.
func (s *Store) Changed(ctx context.Context) (bool, error) {
	changed := false
	err := s.outside(ctx, func(t *tx) error {
		if err := s.same(); err != nil {
			return err
		}
		var version int64
		if err := t.one("PRAGMA data_version", nil, &version); err != nil {
			return err
		}
		changed, s.version = version != s.version, version
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("look for changes: %w", err)
	}
	return changed, nil
}

// same tells whether the path still leads to the file that was opened. SQLite does not notice a
// file that was replaced or removed: its commits succeed and go nowhere.
func (s *Store) same() error {
	now, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return model.ErrRemoved
	}
	if err != nil {
		return err
	}
	if !os.SameFile(now, s.is) {
		return fmt.Errorf("%w: another one stands in its place", model.ErrReplaced)
	}
	return nil
}
