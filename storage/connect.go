package storage

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"runtime"
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
// to wait already. The journal is deleted after every commit, and EXTRA puts that on the disk too:
// a journal that came back when the power has gone would take back a change that was called saved
// (docs/decisions/0002).
func connect(ctx context.Context, path string) (*sql.DB, *sql.Conn, error) {
	query := "mode=rw&_txlock=immediate" +
		"&_pragma=busy_timeout(5000)" +
		"&_pragma=journal_mode(DELETE)" +
		"&_pragma=synchronous(EXTRA)" +
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
		return nil, nil, errors.Join(err, db.Close())
	}
	return db, conn, nil
}
