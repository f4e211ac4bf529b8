package storage

import (
	"errors"
	"fmt"

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
	c := code(err)
	if c == 0 {
		return err
	}
	var kind error
	switch c {
	case sqlite3.SQLITE_READONLY_DBMOVED:
		kind = model.ErrReplaced
	case sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS:
		kind = model.ErrDamaged
	case sqlite3.SQLITE_CONSTRAINT_TRIGGER:
		return err // its text says what is not allowed
	default:
		switch c & 0xff {
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			kind = model.ErrBusy
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM,
			sqlite3.SQLITE_CANTOPEN: // the journal could not be made: the folder may not be written
			kind = model.ErrReadOnly
		case sqlite3.SQLITE_FULL:
			kind = model.ErrFull
		case sqlite3.SQLITE_IOERR:
			kind = model.ErrDisk
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
			kind = model.ErrDamaged
		default:
			return err
		}
	}
	if errors.Is(err, kind) {
		return err
	}
	return fmt.Errorf("%w (%w)", kind, err)
}
