package storage

import (
	"errors"
	"strings"

	"debrief/model"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

const codeForeignKey = sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY

// code returns SQLite's extended code of the error, 0 where it is none of SQLite's.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// known turns SQLite's codes into the handful of errors that callers tell apart.
func known(err error) error {
	kind := kindOf(code(err))
	if kind == nil && code(err) == sqlite3.SQLITE_ERROR && lacksTable(err) {
		kind = model.ErrDamaged // every statement is one that fits the tables of this version
	}
	if kind == nil || errors.Is(err, kind) {
		return err
	}
	return knownError{kind, err}
}

func lacksTable(err error) bool {
	return strings.Contains(err.Error(), "no such table") || strings.Contains(err.Error(), "no such column")
}

// knownError says an error of SQLite in the words of package model: a person is told what is wrong,
// not by which number the library calls it. The cause stays in it for errors.As.
type knownError struct{ kind, cause error }

func (e knownError) Error() string   { return e.kind.Error() }
func (e knownError) Unwrap() []error { return []error{e.kind, e.cause} }

// kindOf returns the error of package model that an extended code of SQLite means, nil where it
// means none. Busy, full, read-only and the disk's own errors may go by themselves: the same
// change can be tried again later.
func kindOf(code int) error {
	switch code {
	case sqlite3.SQLITE_READONLY_DBMOVED:
		return model.ErrReplaced
	case sqlite3.SQLITE_IOERR_SHORT_READ: // a disk that refuses to be read (IOERR_CORRUPTFS) is none: it may answer again
		return model.ErrDamaged
	case sqlite3.SQLITE_IOERR_NOMEM:
		return nil
	}
	switch code & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL:
		return model.ErrBusy
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM,
		sqlite3.SQLITE_CANTOPEN: // the journal could not be made: the disk is mounted to be read only
		return model.ErrReadOnly
	case sqlite3.SQLITE_FULL:
		return model.ErrFull
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS:
		return model.ErrDisk
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return model.ErrDamaged
	}
	return nil // a trigger's text, for example, says by itself what is not allowed
}
