package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"runtime"

	"debrief/model"

	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a file as ours in SQLite's header: "dbrf".
const applicationID = 0x64627266

// address returns the data source name of a file. The path is escaped, or a ? or # in it would
// end it.
func address(path, query string) string {
	u := url.URL{Scheme: "file", Path: path}
	return u.String() + "?" + query
}

// connect opens the one connection of a store. Pragmas stand in the address because they belong
// to a connection; the wait for a lock comes first because setting the journal's mode may have
// to wait already. The journal is deleted after every commit (docs/decisions/0002).
func connect(ctx context.Context, path string) (*sql.DB, *sql.Conn, error) {
	query := "mode=rw&_txlock=immediate" +
		"&_pragma=busy_timeout(5000)" +
		"&_pragma=journal_mode(DELETE)" +
		"&_pragma=synchronous(FULL)" +
		"&_pragma=foreign_keys(1)" +
		"&_pragma=trusted_schema(0)" +
		"&_pragma=cell_size_check(1)"
	if runtime.GOOS == "darwin" {
		query += "&_pragma=fullfsync(1)" // there plain fsync is no barrier
	}
	db, err := sql.Open("sqlite", address(path, query))
	if err != nil {
		return nil, nil, err
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, nil, errors.Join(known(err), db.Close())
	}
	return db, conn, nil
}

// identify refuses what is not ours and what a later version wrote. It looks at
// the file as something that never changes: no lock is taken, no journal rolled back, nothing
// written.
func identify(ctx context.Context, path string) (err error) {
	db, err := sql.Open("sqlite", address(path, "mode=ro&immutable=1"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var application, version int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
		if code(err) == sqlite3.SQLITE_NOTADB {
			return fmt.Errorf("%w: it is no SQLite file", model.ErrForeign)
		}
		return known(err)
	}
	if application != applicationID {
		return fmt.Errorf("%w: it belongs to another program", model.ErrForeign)
	}
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return known(err)
	}
	if version > newest() {
		return fmt.Errorf("%w: it has version %d, this program knows %d", model.ErrNewer, version, newest())
	}
	return nil
}
