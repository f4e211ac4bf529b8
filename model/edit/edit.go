// Package edit makes one record of another: each edit that people can make is a method of Editor, which
// returns the record after it and writes nowhere. What cannot be recorded is a model.Problem.
package edit

import (
	"debrief/model"
	"slices"
	"time"
)

// Editor makes the edits of a record. Each takes a Postmortem and returns the edited one; the
// one handed in stays as it was, and tables that an edit does not touch keep their slices, so
// that Diff is quick. The error is a Problem where what was typed cannot be recorded, or an
// ErrGone; the Postmortem then comes back unchanged.
//
// Edits are made on the whole record, not on a projection of it: a removal must reach the
// private rows that hang on the removed one too.
type Editor struct {
	NewID func() model.ID
	// Now is the time in the person's own zone: its calendar day counts as today.
	Now func() time.Time
	// KnownZone tells whether an IANA zone exists. Where it is nil every zone passes.
	KnownZone func(string) bool
}

func (ed Editor) now() time.Time { return model.UTC(ed.Now()) }

func (ed Editor) today() model.Date { return model.DateOf(ed.Now()) }

// check returns the first problem of the row as an error, nil where there is none.
func (ed Editor) check(r model.Row) error {
	if all := model.RowProblems(r); len(all) > 0 {
		return all[0]
	}
	return nil
}

// Put returns the rows with r in the place of the row of its id, or behind all of them.
func Put[R model.Row](rows []R, r R) []R {
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
func putAll[R model.ComparableRow](rows, changed []R) []R {
	by := make(map[model.ID]R, len(changed))
	for _, r := range changed {
		by[r.Key()] = r
	}
	return model.Rewrite(rows, func(r R) R {
		if c, ok := by[r.Key()]; ok {
			return c
		}
		return r
	})
}

// last returns a position behind every row of the table.
func last[R any](rows []R, pos func(*R) *string) string {
	end := ""
	for i := range rows {
		if p := *pos(&rows[i]); p > end && model.ValidPosition(p) {
			end = p
		}
	}
	return model.After(end)
}
