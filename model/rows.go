package model

import "slices"

// Without leaves out the rows for which leave says so, and those that hang on a row that is left
// out; links from other rows to any of them are cleared.
func Without(p Postmortem, leave func(Row) bool) Postmortem {
	p, _ = without(p, leave)
	return p
}

// without is Without, and returns which rows are out.
func without(p Postmortem, leave func(Row) bool) (Postmortem, map[place]bool) {
	out := make(map[place]bool)
	for _, t := range p.tables() {
		if t.table() != Milestones {
			t.leave(out, leave)
		}
	}
	if len(out) == 0 {
		return p, out
	}
	return relink(p, out, ""), out
}

func keep[R Row](rows []R, out map[place]bool, leave func(Row) bool) []R {
	var kept []R
	for i, r := range rows {
		if row := Row(r); !leave(row) && !hangsOn(row, out) {
			if kept != nil {
				kept = append(kept, r)
			}
			continue
		}
		if kept == nil {
			kept = make([]R, i, len(rows))
			copy(kept, rows)
		}
		out[place{r.Table(), r.Key()}] = true
	}
	if kept == nil {
		return rows // the same slice, so that Diff sees nothing changed
	}
	return kept
}

// Rewrite returns the rows each made by f, or the same slice where f changes none.
func Rewrite[R ComparableRow](rows []R, f func(R) R) []R {
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

// Find returns the row of that id.
func Find[R Row](rows []R, id ID) (R, bool) {
	if i := indexOf(rows, id); i >= 0 {
		return rows[i], true
	}
	var none R
	return none, false
}

// indexOf is where the row of that id is, -1 where there is none. It copies no row on its way.
func indexOf[R Row](rows []R, id ID) int {
	for i := range rows {
		if rows[i].Key() == id {
			return i
		}
	}
	return -1
}

// CountOf counts the rows for which is holds.
func CountOf[R any](rows []R, is func(R) bool) int {
	n := 0
	for _, r := range rows {
		if is(r) {
			n++
		}
	}
	return n
}
