package storage

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
)

// A table is how the rows of one model.Table stand in the file. Each is described once, in a
// file of its own, by the columns of its row; every statement is composed from that.
type table interface {
	name() model.Table
	// belongs tells whether a row of that id can be one of the record's.
	belongs(record, id model.ID) bool
	// upsert, remove and selection are statements; their arguments are those of args, keyArgs
	// and scopeArgs.
	upsert() string
	remove() string
	selection() string
	args(record model.ID, row model.Row) ([]any, error)
	keyArgs(record, id model.ID) []any
	scopeArgs(record model.ID) []any
	// reader returns the destinations of one row of selection, and what keeps that row.
	reader() (dest []any, keep func(*record))
	// document returns what search finds of the row, and whether the row is private.
	document(row model.Row) (words string, private bool)
	// unkept returns the field that the columns do not give back as the row has it, "" for none.
	unkept(row model.Row) (field string, err error)
	// value returns what the column of that name would hold for the row, "" where there is none.
	value(row model.Row, column string) string
	// replace returns the row with old replaced in every text that a person typed, and how often.
	replace(row model.Row, old, replacement string) (model.Row, int, error)
}

// record is what the tables of one record hold: a post-mortem or the settings.
type record struct {
	postmortem model.Postmortem
	settings   model.Settings
}

// rows describes the table of one row type.
type rows[R model.Row] struct {
	table model.Table
	// columns of r in the order of the file, the first of them its id.
	columns func(r *R) []column
	keep    func(*record, R)
	// shared: the table has no postmortem_id, as its rows belong to the record of settings.
	shared bool
	// head: the table holds the record's own row, whose id is the record's.
	head bool

	sql statements
}

type statements struct{ upsert, remove, selection string }

func (t rows[R]) name() model.Table { return t.table }
func (t rows[R]) belongs(record, id model.ID) bool {
	return t.shared == (record == model.SettingsID) && (!t.head || id == record)
}

func (t rows[R]) upsert() string    { return t.sql.upsert }
func (t rows[R]) remove() string    { return t.sql.remove }
func (t rows[R]) selection() string { return t.sql.selection }

// ready composes the statements. They never say REPLACE, which would delete and insert and so
// break the references of other rows.
func (t rows[R]) ready() table {
	var zero R
	var names []string
	for _, c := range t.columns(&zero) {
		names = append(names, c.name)
	}
	scoped := names
	key := names[0]
	where := key + " = ?"
	all := " WHERE " + where
	switch {
	case t.shared:
		all = ""
	case !t.head:
		scoped = append([]string{"postmortem_id"}, names...)
		key = "postmortem_id, " + key
		where = "postmortem_id = ? AND " + where
		all = " WHERE postmortem_id = ?"
	}
	var set []string
	for _, n := range names[1:] {
		set = append(set, n+" = excluded."+n)
	}
	t.sql = statements{
		upsert: fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
			t.table, strings.Join(scoped, ", "), strings.Join(slices.Repeat([]string{"?"}, len(scoped)), ", "),
			key, strings.Join(set, ", ")),
		remove:    fmt.Sprintf("DELETE FROM %s WHERE %s", t.table, where),
		selection: fmt.Sprintf("SELECT %s FROM %s%s", strings.Join(names, ", "), t.table, all),
	}
	return t
}

func (t rows[R]) args(record model.ID, row model.Row) ([]any, error) {
	r, ok := row.(R)
	if !ok {
		return nil, fmt.Errorf("%s holds no %T", t.table, row)
	}
	var args []any
	if !t.shared && !t.head {
		args = append(args, string(record))
	}
	for _, c := range t.columns(&r) {
		v, err := c.value.Value()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		args = append(args, v)
	}
	return args, nil
}

func (t rows[R]) keyArgs(record, id model.ID) []any {
	if t.shared || t.head {
		return []any{string(id)}
	}
	return []any{string(record), string(id)}
}

func (t rows[R]) scopeArgs(record model.ID) []any {
	if t.shared {
		return nil
	}
	return []any{string(record)}
}

func (t rows[R]) reader() ([]any, func(*record)) {
	var r R
	var dest []any
	for _, c := range t.columns(&r) {
		dest = append(dest, c.value)
	}
	return dest, func(into *record) { t.keep(into, r) }
}

func (t rows[R]) document(row model.Row) (string, bool) {
	r, ok := row.(R)
	if !ok {
		return "", false
	}
	var words []string
	private := false
	for _, c := range t.columns(&r) {
		if c.indexed {
			if s := c.words.text(); s != "" {
				words = append(words, s)
			}
		}
		if v, ok := c.value.(boolean); ok && c.name == "private" {
			private = *v.p
		}
	}
	return strings.Join(words, "\n"), private
}

func (t rows[R]) value(row model.Row, name string) string {
	r, ok := row.(R)
	if !ok {
		return ""
	}
	for _, c := range t.columns(&r) {
		if v, err := c.value.Value(); c.name == name && err == nil && v != nil {
			return shown(v)
		}
	}
	return ""
}

func (t rows[R]) replace(row model.Row, old, replacement string) (model.Row, int, error) {
	r, ok := row.(R)
	if !ok {
		return nil, 0, fmt.Errorf("%s holds no %T", t.table, row)
	}
	n := 0
	for _, c := range t.columns(&r) {
		if c.words != nil {
			n += c.words.replace(old, replacement)
		}
	}
	return r, n, nil
}

// tables returns every table, those of a post-mortem in the order of model.Tables.
func tables() []table {
	return []table{
		headers(), incidents(), milestones(), attendees(), sessions(), phaseMinutes(), events(), accounts(),
		knowings(), decisionPoints(), cardLines(), learnings(), countermeasures(), parkedIdeas(), artefacts(),
		evidence(), notes(), findings(),
		settings(), signals(), savedSearches(),
	}
}
