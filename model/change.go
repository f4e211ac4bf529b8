package model

import (
	"errors"
	"fmt"
	"slices"
)

// ErrStale reports a change that was made on a row that now stands otherwise.
var ErrStale = errors.New("the row was changed meanwhile")

// Change is one edit: a label that a person reads in history and undo, and the rows before and
// after. It is the unit of saving, undo and history; whatever edits makes its Change with Diff.
type Change struct {
	Label string
	Rows  []RowChange
}

// RowChange is one row of a change. A nil Before means that the row is new, a nil After that
// it is removed.
type RowChange struct {
	Table  Table
	ID     ID
	Before Row
	After  Row
}

// IsEmpty tells that the change changes nothing.
func (c Change) IsEmpty() bool { return len(c.Rows) == 0 }

// Inverse returns the change that takes c back, made on the state that c led to.
func (c Change) Inverse() Change {
	inverse := Change{Label: c.Label, Rows: make([]RowChange, len(c.Rows))}
	for i, r := range c.Rows {
		inverse.Rows[len(c.Rows)-1-i] = RowChange{Table: r.Table, ID: r.ID, Before: r.After, After: r.Before}
	}
	return inverse
}

// record is what Diff and Apply work on: a post-mortem or the settings.
type record[R any] interface {
	*R
	tables() []tableRows
}

// Diff returns the change that leads from before to after: created, edited and removed rows of
// every table. It is the only way in which changes are made.
func Diff[R any, P record[R]](label string, before, after R) Change {
	c := Change{Label: label}
	was, is := P(&before).tables(), P(&after).tables()
	for i := range was {
		was[i].diff(is[i], func(r RowChange) { c.Rows = append(c.Rows, r) })
	}
	return c
}

// Apply returns the record with the change made; r itself stays as it was. Where a row is not
// as the change found it, the error is an ErrStale and nothing is changed.
func Apply[R any, P record[R]](r R, c Change) (R, error) {
	byTable := make(map[Table][]RowChange, 4)
	for _, row := range c.Rows {
		byTable[row.Table] = append(byTable[row.Table], row)
	}
	after := r
	for _, t := range P(&after).tables() {
		if err := t.apply(byTable[t.table()]); err != nil {
			return r, fmt.Errorf("apply %q: %w", c.Label, err)
		}
	}
	return after, nil
}

// ComparableRow is a row type.
type ComparableRow interface {
	comparable
	Row
}

func diffRow[R ComparableRow](before, after R, add func(RowChange)) {
	if before == after {
		return
	}
	c := RowChange{Table: after.Table()}
	if before.Key() != "" {
		c.Before, c.ID = before, before.Key()
	}
	if after.Key() != "" {
		c.After, c.ID = after, after.Key()
	}
	add(c)
}

func diffRows[R ComparableRow](before, after []R, add func(RowChange)) {
	// Most edits leave most tables as they are, and Apply keeps their slices: same start, same
	// length, nothing to compare.
	if len(before) == len(after) && (len(before) == 0 || &before[0] == &after[0]) {
		return
	}
	// A shared beginning and end need no index, and most edits append or change one row.
	same := 0
	for same < len(before) && same < len(after) && before[same] == after[same] {
		same++
	}
	before, after = before[same:], after[same:]
	for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	was := make(map[ID]R, len(before))
	for _, r := range before {
		was[r.Key()] = r
	}
	kept := make(map[ID]bool, len(after))
	for _, r := range after {
		kept[r.Key()] = true
		b, ok := was[r.Key()]
		switch {
		case !ok:
			add(RowChange{Table: r.Table(), ID: r.Key(), After: r})
		case b != r:
			add(RowChange{Table: r.Table(), ID: r.Key(), Before: b, After: r})
		}
	}
	for _, r := range before {
		if !kept[r.Key()] {
			add(RowChange{Table: r.Table(), ID: r.Key(), Before: r})
		}
	}
}

func applyRow[R ComparableRow](now R, changes []RowChange) (R, error) {
	for _, c := range changes {
		if (c.Before == nil) != (now.Key() == "") || (c.Before != nil && c.Before != Row(now)) {
			return now, fmt.Errorf("%s %s: %w", c.Table, c.ID, ErrStale)
		}
		var next R
		if c.After != nil {
			r, ok := c.After.(R)
			if !ok {
				return now, fmt.Errorf("%s %s holds a %T", c.Table, c.ID, c.After)
			}
			next = r
		}
		now = next
	}
	return now, nil
}

func applyRows[R ComparableRow](rows []R, changes []RowChange) ([]R, error) {
	if len(changes) == 0 {
		return rows, nil
	}
	next := make([]R, len(rows), len(rows)+len(changes))
	copy(next, rows)
	find := func(id ID) (int, bool) {
		i := indexOf(next, id)
		return i, i >= 0
	}
	var at map[ID]int
	if len(changes) > 16 {
		at = make(map[ID]int, len(next))
		for i := range next {
			at[next[i].Key()] = i
		}
		find = func(id ID) (int, bool) { i, ok := at[id]; return i, ok }
	}
	removed := make(map[ID]bool)
	for _, c := range changes {
		i, here := find(c.ID)
		here = here && !removed[c.ID]
		if here != (c.Before != nil) || (here && c.Before != Row(next[i])) {
			return nil, fmt.Errorf("%s %s: %w", c.Table, c.ID, ErrStale)
		}
		if c.After == nil {
			removed[c.ID] = true
			continue
		}
		r, ok := c.After.(R)
		if !ok || r.Key() != c.ID {
			return nil, fmt.Errorf("%s %s holds another row: %T %s", c.Table, c.ID, c.After, c.After.Key())
		}
		switch {
		case here:
			next[i] = r
		case removed[c.ID]:
			delete(removed, c.ID)
			next[i] = r
		default:
			next = append(next, r)
			if at != nil {
				at[c.ID] = len(next) - 1
			}
		}
	}
	if len(removed) > 0 {
		next = slices.DeleteFunc(next, func(r R) bool { return removed[r.Key()] })
	}
	return next, nil
}
