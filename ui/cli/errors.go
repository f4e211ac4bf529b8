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
	return explained(err, "debrief doctor says what is damaged and what to do")
}

// explained is explain with what is said of a store that is open and damaged.
func explained(err error, damaged string) (code int, words string) {
	words = strings.Join(strings.Fields(err.Error()), " ")
	var f failure
	if errors.As(err, &f) {
		return f.code, words
	}
	var value model.DamagedError
	if errors.As(err, &value) {
		words = value.Error()
	}
	code, advice := failed, ""
	for _, known := range []struct {
		is     error
		code   int
		advice string
	}{
		{model.ErrNewer, failed, "use that version, or name another file with --db"},
		{model.ErrForeign, failed, "name another file with --db"},
		{model.ErrDamaged, failed, damaged},
		{model.ErrReadOnly, failed, "change its permissions, or name another file with --db"},
		{model.ErrBusy, failed, "close it, then try again"},
		{model.ErrFull, failed, "make room, then try again"},
		{model.ErrDisk, failed, "look at the disk, then try again"},
		{model.ErrRemoved, failed, "put it or a copy of it back, then try again"},
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
			code, advice = known.code, known.advice
			break
		}
	}
	var u model.UnopenedError
	if errors.As(err, &u) {
		advice = unopened(u, advice)
	}
	if advice == "" {
		return code, strings.TrimSuffix(words, ".")
	}
	return code, words + "; " + advice
}

// unopened says what to do about a store that cannot be opened, and where the rest of it is.
func unopened(u model.UnopenedError, advice string) string {
	lost := errors.Is(u.Err, model.ErrDamaged) || errors.Is(u.Err, model.ErrForeign)
	switch {
	case errors.Is(u.Err, model.ErrDamaged):
		advice = remedy(u.Backup, "")
	case lost && (u.Backup != "" || len(u.Rescues) > 0):
		advice += "; or, where the store should stand there, " + remedy(u.Backup, "")
	}
	if len(u.Rescues) == 0 {
		return advice
	}
	if advice != "" {
		advice += ". "
	}
	holds := rescuesHold(u.Rescues)
	if lost {
		return advice + holds + " what was not on disk when debrief ended: when a backup or a copy stands in the place of the " +
			"store, or the file that is there now is moved away, the next start offers it"
	}
	return advice + holds + " what was not on disk when debrief ended: the next start that can open the store offers it"
}

func rescuesHold(files []string) string {
	if len(files) > 1 {
		return "The rescue files " + model.ListWords(files) + " hold"
	}
	return "The rescue file " + files[0] + " holds"
}

// noStore says what to do where there is no store at a path, and what one that stood there left.
func noStore(left model.UnopenedError) string {
	words := "there is no store at " + left.Path
	if left.Backup == "" && len(left.Rescues) == 0 {
		return words + "; debrief new makes one"
	}
	words += " any more"
	if left.Backup != "" {
		words += "; the latest backup that can be read is " + left.Backup + ": copy it there to go on from it"
	}
	if len(left.Rescues) > 0 {
		words += ". " + rescuesHold(left.Rescues) + " what was not on disk when debrief ended; debrief without a command offers it"
	}
	return words
}

// remedy says what to put in the place of a damaged store.
func remedy(backup, copied string) string {
	var there []string
	if backup != "" {
		there = append(there, "the latest backup that can be read, "+backup)
	}
	if copied != "" {
		there = append(there, "the latest copy that can be read, "+copied)
	}
	if len(there) == 0 {
		return "keep the file under another name, and put a backup or a copy in its place; none that can be read is known"
	}
	return "keep the file under another name, and put in its place " + strings.Join(there, ", or ") +
		"; what was saved after that was made is not in it"
}
