package storage

import (
	"errors"
	"testing"

	"debrief/model"

	sqlite3 "modernc.org/sqlite/lib"
)

// Every code by which SQLite says that the disk, the file or another program refused is an error
// that a person is told about in words.
func TestEveryCodeOfTheDiskHasItsError(t *testing.T) {
	for _, test := range []struct {
		want  error
		codes []int
	}{
		{model.ErrBusy, []int{sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY, sqlite3.SQLITE_BUSY_SNAPSHOT, sqlite3.SQLITE_BUSY_TIMEOUT,
			sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_LOCKED_SHAREDCACHE, sqlite3.SQLITE_PROTOCOL}},
		{model.ErrFull, []int{sqlite3.SQLITE_FULL}},
		{model.ErrReadOnly, []int{sqlite3.SQLITE_READONLY, sqlite3.SQLITE_READONLY_DIRECTORY, sqlite3.SQLITE_READONLY_ROLLBACK,
			sqlite3.SQLITE_READONLY_CANTLOCK, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CANTOPEN_ISDIR}},
		{model.ErrDisk, []int{sqlite3.SQLITE_IOERR, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC,
			sqlite3.SQLITE_IOERR_DIR_FSYNC, sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_FSTAT, sqlite3.SQLITE_IOERR_UNLOCK,
			sqlite3.SQLITE_IOERR_RDLOCK, sqlite3.SQLITE_IOERR_LOCK, sqlite3.SQLITE_IOERR_DELETE, sqlite3.SQLITE_IOERR_ACCESS,
			sqlite3.SQLITE_IOERR_CLOSE, sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK, sqlite3.SQLITE_IOERR_SEEK,
			sqlite3.SQLITE_IOERR_DELETE_NOENT, sqlite3.SQLITE_IOERR_GETTEMPPATH, sqlite3.SQLITE_NOLFS,
			sqlite3.SQLITE_IOERR_CORRUPTFS}}, // a disk that refuses to be read
		{model.ErrDamaged, []int{sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_CORRUPT_INDEX, sqlite3.SQLITE_NOTADB,
			sqlite3.SQLITE_IOERR_SHORT_READ}},
		{model.ErrReplaced, []int{sqlite3.SQLITE_READONLY_DBMOVED}},
	} {
		for _, code := range test.codes {
			if got := kindOf(code); !errors.Is(got, test.want) {
				t.Errorf("code %d: got %v, want %v", code, got, test.want)
			}
		}
	}
	for _, code := range []int{sqlite3.SQLITE_OK, sqlite3.SQLITE_CONSTRAINT_TRIGGER, sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_INTERRUPT} {
		if got := kindOf(code); got != nil {
			t.Errorf("code %d: got %v, want none", code, got)
		}
	}
}
