package desk

import (
	"errors"
	"strings"

	"debrief/model"
)

// Sentence says an error to a person: what is wrong and what to do.
func Sentence(err error) string {
	var p model.Problem
	if errors.Is(err, model.ErrUnstorable) && errors.As(err, &p) {
		return p.Words
	}
	for _, known := range []struct {
		is    error
		words string
	}{
		{model.ErrKeeps, "that file is a database or a rescue file, and no page replaces it; type another name"},
		{model.ErrFull, "the disk is full; make room, then try again, or save a copy elsewhere"},
		{model.ErrReadOnly, "the file may not be written; save a copy elsewhere, or change its permissions"},
		{model.ErrReplaced, "the file of this store is gone, or another one stands in its place; save a copy, then start again"},
		{model.ErrBusy, "another program is using the file; it is tried again"},
		{model.ErrConflict, "another window changed this post-mortem"},
		{model.ErrDisk, "the disk answered with an error; it is tried again, or save a copy elsewhere"},
		{model.ErrTruncated, "the file is damaged: its end is missing; save a copy elsewhere"},
		{model.ErrDamaged, "the file is damaged; debrief doctor says what can be read"},
		{model.ErrNotFound, "there is no such post-mortem in this file"},
		{model.ErrStale, "that row was changed meanwhile; look at it and try again"},
		{model.ErrNothingToUndo, "nothing to take back"},
		{model.ErrSessionStays, "a session that has begun stays; there is nothing else to take back"},
		{model.ErrNothingToRedo, "nothing to have again"},
	} {
		if errors.Is(err, known.is) {
			return known.words
		}
	}
	return strings.TrimSpace(err.Error())
}
