// Package backup keeps dated copies of a store in the folder "backups" beside it. A copy is
// checked before it counts as one, and may be read by its owner only.
package backup

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"debrief/storage/files"

	_ "modernc.org/sqlite" // the driver with which copies are checked
)

// Keep is how many backups of one store are kept.
const Keep = 10

const (
	suffix     = ".backup"
	unfinished = ".new" // behind the suffix, until the copy is checked
)

// Folder returns where the backups of the store at path lie.
func Folder(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// List returns the backups of the store at path, oldest first.
func List(path string) ([]string, error) {
	return list(path, func(store string) bool { return store == filepath.Base(path) })
}

// Strays returns the backups in the same folder whose store is no longer beside it, as after it was
// renamed. Whether they are of this store is told by the records in them.
func Strays(path string) ([]string, error) {
	return list(path, func(store string) bool {
		_, err := os.Lstat(filepath.Join(filepath.Dir(path), store))
		return errors.Is(err, fs.ErrNotExist)
	})
}

// Is tells, by its name, that a file is a backup.
func Is(path string) bool { return named.MatchString(filepath.Base(path)) }

// named is the name of a backup, and in it that of its store.
var named = regexp.MustCompile(`^(.+)-[0-9]{8}T[0-9]{6}\.[0-9]{3}Z-v[0-9]+\.backup$`) // constant

// list returns the backups beside a store, oldest first, of the stores that are wanted by name.
func list(path string, wanted func(store string) bool) ([]string, error) {
	entries, err := os.ReadDir(Folder(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list the backups: %w", err)
	}
	var found []string
	for _, e := range entries {
		if of := named.FindStringSubmatch(e.Name()); of != nil && e.Type().IsRegular() && wanted(of[1]) {
			found = append(found, filepath.Join(Folder(path), e.Name()))
		}
	}
	slices.Sort(found) // the date stands first in what differs
	return found, nil
}

// Write copies the store that conn has open to a file named after it, the time (in UTC) and the
// mark, such as "debrief.db-20260312T140900.000Z-v1.backup", checks the copy and removes the
// oldest ones beyond Keep. A kill leaves no half copy under a backup's name. It runs in no
// transaction.
func Write(ctx context.Context, conn *sql.Conn, store string, now time.Time, mark string) (_ string, err error) {
	folder := Folder(store)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make the folder of the backups: %w", err)
	}
	name := filepath.Base(store) + "-" + now.UTC().Format("20060102T150405.000Z") + "-" + mark + suffix
	path, fresh := filepath.Join(folder, name), filepath.Join(folder, "."+name+unfinished)
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%s: %w", path, fs.ErrExist)
	}
	if err := Copy(ctx, conn, fresh); err != nil {
		return "", err
	}
	if err := files.Rename(fresh, path); err != nil {
		return "", errors.Join(err, os.Remove(fresh))
	}
	return path, Prune(store)
}

// Unfinished returns the copies that were begun and are no backups yet: those that are being made
// right now, and those that a crash cut off. They may hold all that the store holds.
func Unfinished(store string) []string {
	entries, err := os.ReadDir(Folder(store))
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		name := e.Name()
		if e.Type().IsRegular() && strings.HasPrefix(name, "."+filepath.Base(store)+"-") && strings.Contains(name, suffix+unfinished) {
			found = append(found, filepath.Join(Folder(store), name))
		}
	}
	return found
}

// Copy writes the whole store that conn has open to a new file, which only its owner may read,
// and checks it. An existing file is an fs.ErrExist and left as it is.
func Copy(ctx context.Context, conn *sql.Conn, path string) (err error) {
	// VACUUM INTO takes an empty file for a new one, so the file can be ours, 0600, beforehand.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	if err := f.Close(); err != nil {
		return err
	}
	before, err := count(ctx, conn)
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fmt.Errorf("copy the store: %w", err)
	}
	after, err := count(ctx, conn)
	if err != nil {
		return err
	}
	if err := verify(ctx, path, before, after); err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	return flush(path)
}

// Prune removes the oldest backups of the store beyond Keep.
func Prune(store string) error {
	found, err := List(store)
	if err != nil {
		return err
	}
	for len(found) > Keep {
		if err := os.Remove(found[0]); err != nil {
			return fmt.Errorf("remove the oldest backup: %w", err)
		}
		found = found[1:]
	}
	return nil
}

// querier is what a connection and a pool have in common.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// count returns the number of rows of each table.
func count(ctx context.Context, q querier) (_ map[string]int64, err error) {
	var names []string
	rows, err := q.QueryContext(ctx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		names = append(names, name)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	counts := make(map[string]int64, len(names))
	for _, name := range names {
		var n int64
		if err := q.QueryRowContext(ctx, `SELECT COUNT(*) FROM "`+strings.ReplaceAll(name, `"`, `""`)+`"`).Scan(&n); err != nil {
			return nil, err
		}
		counts[name] = n
	}
	return counts, nil
}

// Readable tells why a backup or a copy cannot take the place of a store, nil where it can: its pages fit
// together, and post-mortems are listed in it.
func Readable(ctx context.Context, path string) (err error) {
	db, err := readOnly(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := check(ctx, db); err != nil {
		return err
	}
	var n int64
	return db.QueryRowContext(ctx, "SELECT COUNT(*) FROM postmortems").Scan(&n)
}

func readOnly(path string) (*sql.DB, error) {
	u := url.URL{Scheme: "file", Path: path}
	return sql.Open("sqlite", u.String()+"?mode=ro&_pragma=busy_timeout(5000)")
}

// check is SQLite's own look at the pages of a file.
func check(ctx context.Context, db *sql.DB) error {
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return errors.New(said)
	}
	return nil
}

// verify opens the copy by itself and compares its row counts with those of the store before and
// after it was made, between which another window may have written.
func verify(ctx context.Context, path string, before, after map[string]int64) (err error) {
	db, err := readOnly(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := check(ctx, db); err != nil {
		return err
	}
	got, err := count(ctx, db)
	if err != nil {
		return err
	}
	for name := range before {
		n, ok := got[name]
		if !ok || n < min(before[name], after[name]) || n > max(before[name], after[name]) {
			return fmt.Errorf("table %s holds %d rows, the store %d", name, n, after[name])
		}
	}
	return nil
}

// flush puts the copy and its name on the disk.
func flush(path string) error {
	for _, p := range []string{path, filepath.Dir(path)} {
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return fmt.Errorf("put %s on the disk: %w", p, err)
		}
	}
	return nil
}
