package storage

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
)

// A table is how the rows of one model.Table stand in the file. Its columns follow from how the model
// describes the fields of a row, and every statement from them.
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

// rows is the table of one row type.
type rows[R model.Row, P fields[R]] struct {
	table  model.Table
	names  []string // of the fields, as columns are named; the first is the id
	keep   func(*record, R)
	shared bool // the table has no postmortem_id, as its rows belong to the record of settings
	head   bool // the table holds the record's own row, whose id is the record's
	sql    statements
}

type statements struct{ upsert, remove, selection string }

// many is a table whose rows stand in the list at in.
func many[R model.Row, P fields[R]](in func(*record) *[]R) table {
	return tableFor[R, P](func(rec *record, r R) { *in(rec) = append(*in(rec), r) })
}

// one is a table with one row a record.
func one[R model.Row, P fields[R]](in func(*record) *R) table {
	return tableFor[R, P](func(rec *record, r R) { *in(rec) = r })
}

// tableFor composes the table of a row type and its statements. They never say REPLACE, which would
// delete and insert and so break the references of other rows.
func tableFor[R model.Row, P fields[R]](keep func(*record, R)) table {
	var none R
	t := rows[R, P]{table: none.Table(), names: columnNames(none.Table()), keep: keep}
	t.head = t.table == model.Headers
	t.shared = slices.Contains(model.SettingTables(), t.table)
	var names []string
	for _, c := range t.columns(&none) {
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

func (t rows[R, P]) name() model.Table { return t.table }
func (t rows[R, P]) belongs(record, id model.ID) bool {
	return t.shared == (record == model.SettingsID) && (!t.head || id == record)
}

func (t rows[R, P]) upsert() string    { return t.sql.upsert }
func (t rows[R, P]) remove() string    { return t.sql.remove }
func (t rows[R, P]) selection() string { return t.sql.selection }

func (t rows[R, P]) args(record model.ID, row model.Row) ([]any, error) {
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

func (t rows[R, P]) keyArgs(record, id model.ID) []any {
	if t.shared || t.head {
		return []any{string(id)}
	}
	return []any{string(record), string(id)}
}

func (t rows[R, P]) scopeArgs(record model.ID) []any {
	if t.shared {
		return nil
	}
	return []any{string(record)}
}

func (t rows[R, P]) reader() ([]any, func(*record)) {
	var r R
	var dest []any
	for _, c := range t.columns(&r) {
		dest = append(dest, c.value)
	}
	return dest, func(into *record) { t.keep(into, r) }
}

func (t rows[R, P]) document(row model.Row) (string, bool) {
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

func (t rows[R, P]) value(row model.Row, name string) string {
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

func (t rows[R, P]) replace(row model.Row, old, replacement string) (model.Row, int, error) {
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
		one(func(r *record) *model.Header { return &r.postmortem.Header }),
		one(func(r *record) *model.Incident { return &r.postmortem.Incident }),
		many(func(r *record) *[]model.Milestone { return &r.postmortem.Milestones }),
		many(func(r *record) *[]model.Attendee { return &r.postmortem.Attendees }),
		many(func(r *record) *[]model.Session { return &r.postmortem.Sessions }),
		many(func(r *record) *[]model.PhaseMinutes { return &r.postmortem.PhaseMinutes }),
		many(func(r *record) *[]model.Event { return &r.postmortem.Events }),
		many(func(r *record) *[]model.Account { return &r.postmortem.Accounts }),
		many(func(r *record) *[]model.Knowing { return &r.postmortem.Knowings }),
		many(func(r *record) *[]model.DecisionPoint { return &r.postmortem.DecisionPoints }),
		many(func(r *record) *[]model.CardLine { return &r.postmortem.CardLines }),
		many(func(r *record) *[]model.Learning { return &r.postmortem.Learnings }),
		many(func(r *record) *[]model.Countermeasure { return &r.postmortem.Countermeasures }),
		many(func(r *record) *[]model.ParkedIdea { return &r.postmortem.ParkedIdeas }),
		many(func(r *record) *[]model.Artefact { return &r.postmortem.Artefacts }),
		many(func(r *record) *[]model.Evidence { return &r.postmortem.Evidence }),
		many(func(r *record) *[]model.Note { return &r.postmortem.Notes }),
		many(func(r *record) *[]model.Finding { return &r.postmortem.Findings }),
		many(func(r *record) *[]model.Setting { return &r.settings.Values }),
		many(func(r *record) *[]model.Signal { return &r.settings.Signals }),
		many(func(r *record) *[]model.SavedSearch { return &r.settings.Searches }),
	}
}
