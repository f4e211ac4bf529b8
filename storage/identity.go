package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"debrief/model"

	sqlite3 "modernc.org/sqlite/lib"
)

// identify refuses what is not ours and what a later version wrote, by the header alone: no lock
// is taken, no journal rolled back, nothing written. What a crash left behind is not judged here;
// the header says whose file it is before and after.
func identify(ctx context.Context, path string) error {
	application, version, err := header(ctx, path, "writable_schema(1)")
	switch c := code(err); {
	case err == nil:
		return judge(application, version)
	case c == sqlite3.SQLITE_NOTADB && erased(path):
		return nil // judged again when the journal has been rolled back
	case c == sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: it is no SQLite file", model.ErrForeign)
	case c&0xff == sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%w: the file could not be opened for reading", fs.ErrPermission)
	default:
		return known(err)
	}
}

// header reads application_id and user_version from the first page of the file as it is now, as
// if the file never changed (immutable).
//
// SQLite reads it, not os.Open: where this process has the file open already, SQLite keeps the
// second handle until the first is in no transaction; closing one of ours would drop the locks of
// the whole process. With the pragma writable_schema SQLite does not mind that the header counts
// more pages than the file has, as it does in the middle of a commit that makes the file grow.
func header(ctx context.Context, path, pragma string) (application, version int, err error) {
	db, err := sql.Open("sqlite", address(path, "mode=ro&immutable=1&_pragma="+pragma))
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	err = db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application)
	if err == nil {
		err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	}
	return application, version, err
}

// judge tells by what its header says whether a file is a store that this program may write.
func judge(application, version int) error {
	if application != applicationID {
		return fmt.Errorf("%w: it belongs to another program", model.ErrForeign)
	}
	if version > newest() {
		return fmt.Errorf("%w: it has version %d, this program knows %d", model.ErrNewer, version, newest())
	}
	return nil
}

// unopened says why SQLite could not open a file whose header is ours.
func unopened(ctx context.Context, path string, err error) error {
	switch c := code(err); {
	case c&0xff == sqlite3.SQLITE_CORRUPT && !journal(path) && cut(ctx, path), c == sqlite3.SQLITE_CORRUPT && short(ctx, path):
		return truncated(path)
	case journal(path) && (c&0xff == sqlite3.SQLITE_READONLY || c&0xff == sqlite3.SQLITE_CANTOPEN ||
		c == sqlite3.SQLITE_IOERR_DELETE):
		return fmt.Errorf("%w, and a crash left a change half-way in it, which must be taken back before it can be read",
			model.ErrReadOnly)
	}
	return known(err)
}

// short tells that the header counts more pages than the file has. Of all that SQLite calls
// damage, that alone vanishes with the pragma.
func short(ctx context.Context, path string) bool {
	_, _, strict := header(ctx, path, "busy_timeout(0)")
	_, _, lenient := header(ctx, path, "writable_schema(1)")
	return code(strict) == sqlite3.SQLITE_CORRUPT && lenient == nil
}

func truncated(path string) error {
	is, err := os.Stat(path)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w (it has %d bytes)", model.ErrTruncated, is.Size())
}

// cut tells that the file ends inside its last page. SQLite fills that up with zeros, and then finds
// damage in whatever stood there, such as half a definition of a table.
func cut(ctx context.Context, path string) bool {
	db, err := sql.Open("sqlite", address(path, "mode=ro&immutable=1&_pragma=writable_schema(1)"))
	if err != nil {
		return false
	}
	defer db.Close() // it was only read
	db.SetMaxOpenConns(1)
	var size, count int64
	is, missing := os.Stat(path)
	if err := errors.Join(missing, db.QueryRowContext(ctx, "PRAGMA page_count").Scan(&count),
		db.QueryRowContext(ctx, "PRAGMA page_size").Scan(&size)); err != nil {
		return false
	}
	return is.Size() < size*count
}

// whole makes sure that the file has all the pages that it counts. SQLite fills up a last page
// that is cut in the middle with zeros, without a word. The count comes first: it takes the lock
// under which no other program makes the file grow.
func (t *tx) whole() error {
	var size, count int64
	if err := errors.Join(t.one("PRAGMA page_count", nil, &count), t.one("PRAGMA page_size", nil, &size)); err != nil {
		return err
	}
	is, err := os.Stat(t.store.file)
	if err != nil {
		return err
	}
	if is.Size() < size*count {
		return fmt.Errorf("%w (it has %d bytes of %d)", model.ErrTruncated, is.Size(), size*count)
	}
	return nil
}
