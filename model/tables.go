package model

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// tableRows is where a record holds the rows of one table. Whatever changes rows through it makes
// another slice: the old one may be drawn from at the same time.
type tableRows interface {
	table() Table
	each(func(Row))
	find(id ID) (Row, bool)
	// any tells whether is holds of a row, which it is given as a value of the struct.
	any(is func(reflect.Value) bool) bool
	// diff adds what leads to the rows of the same table of another record.
	diff(after tableRows, add func(RowChange))
	apply([]RowChange) error
	rewrite(func(Row) Row)
	// leave takes out the rows for which leave says so, and those that hang on a row that is out.
	leave(out map[place]bool, leave func(Row) bool)
	decode([]byte) (Row, error)
}

// tables are the tables of a post-mortem, so that a row stands behind those it refers to.
func (p *Postmortem) tables() []tableRows {
	return []tableRows{
		one[Header]{&p.Header}, one[Incident]{&p.Incident}, many[Milestone]{&p.Milestones}, many[Attendee]{&p.Attendees},
		many[Session]{&p.Sessions}, many[PhaseMinutes]{&p.PhaseMinutes}, many[Event]{&p.Events}, many[Account]{&p.Accounts},
		many[Knowing]{&p.Knowings}, many[DecisionPoint]{&p.DecisionPoints}, many[CardLine]{&p.CardLines},
		many[Learning]{&p.Learnings}, many[Countermeasure]{&p.Countermeasures}, many[ParkedIdea]{&p.ParkedIdeas},
		many[Artefact]{&p.Artefacts}, many[Evidence]{&p.Evidence}, many[Note]{&p.Notes}, many[Finding]{&p.Findings},
	}
}

// tables are the tables of the settings.
func (s *Settings) tables() []tableRows {
	return []tableRows{many[Setting]{&s.Values}, many[Signal]{&s.Signals}, many[SavedSearch]{&s.Searches}}
}

// Tables lists the tables of a post-mortem so that a row stands behind those it refers to.
func Tables() []Table { return namesOfTables(new(Postmortem).tables()) }

// SettingTables lists the tables of the settings.
func SettingTables() []Table { return namesOfTables(new(Settings).tables()) }

func namesOfTables(all []tableRows) []Table {
	names := make([]Table, len(all))
	for i, t := range all {
		names[i] = t.table()
	}
	return names
}

// tableOf returns the rows of that table, nil where it is none of these.
func tableOf(all []tableRows, table Table) tableRows {
	for _, t := range all {
		if t.table() == table {
			return t
		}
	}
	return nil
}

// DecodeRow reads the JSON form of one row of the table. Fields that this version does not know
// are passed over, so that entries written before a field was dropped can still be read.
func DecodeRow(table Table, b []byte) (Row, error) {
	for _, all := range [][]tableRows{new(Postmortem).tables(), new(Settings).tables()} {
		if t := tableOf(all, table); t != nil {
			return t.decode(b)
		}
	}
	return nil, fmt.Errorf("table %q is not known to this version", table)
}

// newRow returns an empty row of the table, nil where that is not known.
func newRow(table Table) Row {
	r, err := DecodeRow(table, []byte("{}"))
	if err != nil {
		return nil
	}
	return r
}

// one is a table with one row, which a record has always; it has no id before it is made.
type one[R ComparableRow] struct{ row *R }

func (t one[R]) table() Table { return (*t.row).Table() }

func (t one[R]) each(each func(Row)) {
	if (*t.row).Key() != "" {
		each(*t.row)
	}
}

func (t one[R]) any(is func(reflect.Value) bool) bool { return is(reflect.ValueOf(t.row).Elem()) }

func (t one[R]) find(id ID) (Row, bool) { return *t.row, id != "" && (*t.row).Key() == id }

func (t one[R]) diff(after tableRows, add func(RowChange)) {
	diffRow(*t.row, *after.(one[R]).row, add)
}

func (t one[R]) apply(changes []RowChange) (err error) {
	*t.row, err = applyRow(*t.row, changes)
	return err
}

func (t one[R]) rewrite(f func(Row) Row)              { *t.row = f(*t.row).(R) }
func (t one[R]) leave(map[place]bool, func(Row) bool) {}
func (t one[R]) decode(b []byte) (Row, error)         { return decode[R](b) }

// many is a table with any number of rows.
type many[R ComparableRow] struct{ rows *[]R }

func (t many[R]) table() Table {
	var none R
	return none.Table()
}

func (t many[R]) each(each func(Row)) {
	for _, r := range *t.rows {
		each(r)
	}
}

func (t many[R]) any(is func(reflect.Value) bool) bool {
	rows := reflect.ValueOf(*t.rows)
	for i := range rows.Len() {
		if is(rows.Index(i)) {
			return true
		}
	}
	return false
}

func (t many[R]) find(id ID) (Row, bool) { return Find(*t.rows, id) }

func (t many[R]) diff(after tableRows, add func(RowChange)) {
	diffRows(*t.rows, *after.(many[R]).rows, add)
}

func (t many[R]) apply(changes []RowChange) (err error) {
	*t.rows, err = applyRows(*t.rows, changes)
	return err
}

func (t many[R]) rewrite(f func(Row) Row) {
	*t.rows = Rewrite(*t.rows, func(r R) R { return f(r).(R) })
}

func (t many[R]) leave(out map[place]bool, leave func(Row) bool) {
	*t.rows = keep(*t.rows, out, leave)
}

func (t many[R]) decode(b []byte) (Row, error) { return decode[R](b) }

func decode[R Row](b []byte) (Row, error) {
	var r R
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fmt.Errorf("read a row of %s: %w", r.Table(), err)
	}
	return r, nil
}
