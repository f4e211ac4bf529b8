package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// ErrGone reports an edit of a row that is not there, because another window removed it.
var ErrGone = errors.New("the row is not there any more")

// Editor makes the edits of a record. Each takes a Postmortem and returns the edited one; the
// one handed in stays as it was, and tables that an edit does not touch keep their slices, so
// that Diff is quick. The error is a Problem where what was typed cannot be recorded, or an
// ErrGone; the Postmortem then comes back unchanged.
//
// Edits are made on the whole record, not on a projection of it: a removal must reach the
// private rows that hang on the removed one too.
type Editor struct {
	NewID func() ID
	// Now is the time in the person's own zone: its calendar day counts as today.
	Now func() time.Time
	// KnownZone tells whether an IANA zone exists. Where it is nil every zone passes.
	KnownZone func(string) bool
}

func (ed Editor) now() time.Time { return UTC(ed.Now()) }

func (ed Editor) today() Date { return DateOf(ed.Now()) }

// check returns the first problem of the row as an error, nil where there is none.
func (ed Editor) check(r Row) error {
	if all := RowProblems(r); len(all) > 0 {
		return all[0]
	}
	return nil
}

func gone(table Table, id ID) error { return fmt.Errorf("%s %s: %w", table, id, ErrGone) }

// put returns the rows with r in the place of the row of its id, or behind all of them.
func put[R Row](rows []R, r R) []R {
	i := slices.IndexFunc(rows, func(o R) bool { return o.Key() == r.Key() })
	next := make([]R, len(rows), len(rows)+1)
	copy(next, rows)
	if i < 0 {
		return append(next, r)
	}
	next[i] = r
	return next
}

// putAll puts several rows that are all there already; it leaves the slice alone where they
// stand so already.
func putAll[R comparableRow](rows, changed []R) []R {
	by := make(map[ID]R, len(changed))
	for _, r := range changed {
		by[r.Key()] = r
	}
	return rewrite(rows, func(r R) R {
		if c, ok := by[r.Key()]; ok {
			return c
		}
		return r
	})
}

// rewrite returns the rows each made by f, or the same slice where f changes none.
func rewrite[R comparableRow](rows []R, f func(R) R) []R {
	var next []R
	for i, r := range rows {
		c := f(r)
		if c == r {
			continue
		}
		if next == nil {
			next = slices.Clone(rows)
		}
		next[i] = c
	}
	if next == nil {
		return rows
	}
	return next
}

func find[R Row](rows []R, id ID) (R, bool) {
	for _, r := range rows {
		if r.Key() == id {
			return r, true
		}
	}
	var none R
	return none, false
}

// last returns a position behind every row of the table.
func last[R any](rows []R, pos func(*R) *string) string {
	end := ""
	for i := range rows {
		if p := *pos(&rows[i]); p > end && validPosition(p) {
			end = p
		}
	}
	return After(end)
}

// tidy is what every line goes through before it is kept: no space around it. Nothing within
// it is touched.
func tidy(s string) string { return strings.TrimSpace(s) }
