package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"debrief/model"
)

// The exit codes. A signal ends the program with 128 and its number.
const (
	failed   = 1 // the store, the disk or the screen refused
	misused  = 2 // wrong usage or input
	unknown  = 3 // what was named is not there
	existing = 4 // what was to be made is there already
	stopped  = 5 // a check found something
)

// failure is an error with its exit code.
type failure struct {
	code int
	err  error
}

func (f failure) Error() string { return f.err.Error() }
func (f failure) Unwrap() error { return f.err }

func wrong(format string, args ...any) error {
	return failure{misused, fmt.Errorf(format, args...)}
}

func notFound(format string, args ...any) error {
	return failure{unknown, fmt.Errorf(format, args...)}
}

func exists(format string, args ...any) error {
	return failure{existing, fmt.Errorf(format, args...)}
}

func stoppedBy(format string, args ...any) error {
	return failure{stopped, fmt.Errorf(format, args...)}
}

// explain returns the exit code of an error and the sentence for the person: what is wrong and
// what to do.
func explain(err error) (code int, words string) {
	words = strings.Join(strings.Fields(err.Error()), " ")
	var f failure
	if errors.As(err, &f) {
		return f.code, words
	}
	for _, known := range []struct {
		is     error
		code   int
		advice string
	}{
		{model.ErrNewer, failed, "use that version, or name another file with --db"},
		{model.ErrForeign, failed, "name another file with --db"},
		{model.ErrTruncated, failed, "put a backup or a copy in its place"},
		{model.ErrDamaged, failed, "debrief doctor says what can be read"},
		{model.ErrReadOnly, failed, "change its permissions, or name another file with --db"},
		{model.ErrBusy, failed, "close it, then try again"},
		{model.ErrFull, failed, "make room, then try again"},
		{model.ErrDisk, failed, "look at the disk, then try again"},
		{model.ErrReplaced, failed, "try again"},
		{model.ErrConflict, failed, "try again"},
		{model.ErrUnstorable, misused, ""}, // its sentence says what to do
		{model.ErrNotFound, unknown, "debrief list shows those that are there"},
		{model.ErrAmbiguous, misused, "type more of the id"},
		{fs.ErrExist, existing, "take another name, or replace it with --force"},
		{fs.ErrNotExist, unknown, "look at the name"},
		{fs.ErrPermission, failed, "look at its permissions"},
	} {
		if errors.Is(err, known.is) {
			if known.advice == "" {
				return known.code, strings.TrimSuffix(words, ".")
			}
			return known.code, words + "; " + known.advice
		}
	}
	return failed, words
}
