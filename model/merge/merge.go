package merge

import (
	"reflect"
	"slices"

	"debrief/model"
)

// Conflict is a place where the record and the file part: both changed the same otherwise. A row is
// nil where it is not there.
type Conflict struct {
	Table model.Table
	ID    model.ID
	// Field is the name of the row struct's field, "" where one side has the row and the other not.
	Field           string
	Base, Now, File model.Row
}

// Merge returns the change that puts on now, which came of base, what the file changed of it. The
// rows that base left out of the file by rule are never taken as removed. Where there are
// conflicts, they come back in the order of the tables, and no change.
//
// What comes out may still not pass model.Check: a row of the file can hang on one that is gone.
func Merge(label string, base Base, now, file model.Postmortem) (model.Change, []Conflict) {
	m := merger{whole: index(base.Whole), now: index(now)}
	for _, r := range model.Diff(label, base.Shown, file).Rows {
		m.row(r)
	}
	if len(m.conflicts) > 0 {
		return model.Change{}, m.conflicts
	}
	change, err := model.Onto(now, model.Change{Label: label, Rows: m.taken})
	if err != nil {
		return model.Change{}, []Conflict{{}} // cannot be: each row was compared with now
	}
	change.Rows = slices.DeleteFunc(change.Rows, func(r model.RowChange) bool { return r.Before == r.After })
	return change, nil
}

type merger struct {
	whole, now map[place]model.Row
	taken      []model.RowChange
	conflicts  []Conflict
}

// row puts one change of the file on the record as it is now. Before is how the file's export had
// the row, which may be without a link that the record keeps to itself.
func (m *merger) row(r model.RowChange) {
	where := place{r.Table, r.ID}
	base, now := m.whole[where], m.now[where]
	parts := func(field string) {
		m.conflicts = append(m.conflicts, Conflict{Table: r.Table, ID: r.ID, Field: field, Base: base, Now: now, File: r.After})
	}
	switch {
	case now == r.After: // both made the same of it
	case r.Before == nil && now == nil && base == nil:
		m.taken = append(m.taken, r)
	case r.Before == nil: // there is another one already, or was
		parts("")
	case now == nil: // removed here, edited in the file
		parts("")
	case r.After == nil && now == base:
		m.taken = append(m.taken, r)
	case r.After == nil: // edited here, removed in the file
		parts("")
	default:
		same := fields(r.Before, base, now, r.After)
		for _, field := range same {
			parts(field)
		}
		m.taken = append(m.taken, r)
	}
}

// fields returns the fields that both sides changed otherwise: the file from its Before to After,
// the record from base to now.
func fields(before, base, now, after model.Row) []string {
	if before == base && model.Apart(base, after, now) {
		return nil
	}
	var same []string
	b, f, n, a := reflect.ValueOf(before), reflect.ValueOf(base), reflect.ValueOf(now), reflect.ValueOf(after)
	for i := range b.NumField() {
		if !b.Field(i).Equal(a.Field(i)) && !f.Field(i).Equal(n.Field(i)) && !n.Field(i).Equal(a.Field(i)) {
			same = append(same, b.Type().Field(i).Name)
		}
	}
	return same
}

func index(p model.Postmortem) map[place]model.Row {
	rows := make(map[place]model.Row)
	p.Rows(func(r model.Row) { rows[place{r.Table(), r.Key()}] = r })
	return rows
}

// mentions tells that a field of the row holds one of the ids.
func mentions(r model.Row, ids map[model.ID]bool) (found bool) {
	if len(ids) > 0 {
		eachID(r, func(id model.ID) { found = found || ids[id] })
	}
	return found
}

// eachID calls each for the ids in the row's fields, its own too.
func eachID(r model.Row, each func(model.ID)) {
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		if f := v.Field(i); f.Type() == reflect.TypeFor[model.ID]() && f.Len() > 0 {
			each(model.ID(f.String()))
		}
	}
}
