package model

import (
	"errors"
	"fmt"
)

// What a store can answer, as errors that every part tells apart with errors.Is. The store
// wraps them with what it was doing; the person is told what to do by whoever shows them.
var (
	// ErrNotFound: no record of that id.
	ErrNotFound = errors.New("there is no such post-mortem")
	// ErrAmbiguous: a shortened id fits more than one record.
	ErrAmbiguous = errors.New("more than one post-mortem begins with this id")
	// ErrExists: a record of that id is there already.
	ErrExists = errors.New("a post-mortem of this id exists already")
	// ErrConflict: another window saved to the same record first. Nothing was written.
	ErrConflict = errors.New("the post-mortem was changed in another window")
	// ErrReplaced: the file was removed, or another one stands in its place. Nothing was written.
	ErrReplaced = errors.New("the file is not the one that was opened")
	// ErrRemoved: the file was removed, or moved, and nothing stands in its place. It is an ErrReplaced
	// too.
	ErrRemoved = fmt.Errorf("%w: it is gone, and nothing stands in its place", ErrReplaced)
	// ErrBusy: another program holds the file.
	ErrBusy = errors.New("another program is using the file")
	// ErrReadOnly: the file or its folder may not be written.
	ErrReadOnly = errors.New("the file may not be written")
	// ErrFull: no space is left on the disk.
	ErrFull = errors.New("the disk is full")
	// ErrNewer: a later version of debrief wrote the file; it is left untouched.
	ErrNewer = errors.New("the file was written by a later version of debrief")
	// ErrForeign: the file is not a debrief store.
	ErrForeign = errors.New("the file is not a debrief store")
	// ErrUnstorable: the store cannot hold the change, whenever it is tried. Nothing was written.
	ErrUnstorable = errors.New("the store cannot hold this")
	// ErrDamaged: the file is a store, but parts of it cannot be read.
	ErrDamaged = errors.New("the file is damaged")
	// ErrTruncated: the end of the file is missing. It is an ErrDamaged too.
	ErrTruncated = fmt.Errorf("%w: its end is missing", ErrDamaged)
	// ErrHoldsItAgain: what is to stand in the place of a purged text holds that text.
	ErrHoldsItAgain = errors.New("what is to stand there instead holds the text again")
	// ErrKeeps: the name belongs to a database or a rescue file, in which a program keeps what people
	// typed. No page or export replaces it.
	ErrKeeps = errors.New("the file is a database or a rescue file, and is not replaced")
	// ErrDisk: the disk refused for a reason that is none of the above; it may work again later.
	ErrDisk = errors.New("the disk answered with an error")
)

// ErrGone reports an edit of a row that is not there, because another window removed it.
var ErrGone = errors.New("the row is not there any more")

// Gone is the ErrGone of a row.
func Gone(table Table, id ID) error { return fmt.Errorf("%s %s: %w", table, id, ErrGone) }
