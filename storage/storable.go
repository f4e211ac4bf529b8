package storage

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"debrief/model"
)

// Storable tells, without the disk, whether the file can hold the entry and give it back as it
// is: the line of the log is written and read again, and so is every row through its columns; a
// row that is new or changed has no problem by the model's rules. The error is a
// model.ErrUnstorable that names the field and says what to do; a model.Problem within it says
// which rule it was. Whether rows that others refer to are there, only Save can tell.
//
// It takes some microseconds a row, so whoever records something asks before saying so.
func (s *Store) Storable(record model.ID, e model.Entry) error {
	if err := s.storable(record, e); err != nil {
		return fmt.Errorf("%w: %w", model.ErrUnstorable, err)
	}
	return nil
}

func (s *Store) storable(record model.ID, e model.Entry) error {
	if record == "" || clean(string(record)) != string(record) {
		return fmt.Errorf("%q is the id of no record", string(record))
	}
	if err := entryProblem(e); err != nil {
		return err
	}
	for _, c := range e.Change.Rows {
		if err := s.rowStorable(record, e.Kind, c); err != nil {
			return err
		}
	}
	line, err := encode(record, e)
	if err != nil {
		return err
	}
	back, err := line.decode()
	if err != nil {
		return err
	}
	return sameEntry(e, back)
}

// entryProblem says what is wrong with an entry apart from its rows.
func entryProblem(e model.Entry) error {
	switch {
	case !slices.Contains([]model.EntryKind{model.Edit, model.Undo, model.Redo, model.Fact}, e.Kind):
		return fmt.Errorf("%q is no kind of entry", string(e.Kind))
	case e.Seq < 1 || e.Target < 0 || e.Target >= e.Seq:
		return fmt.Errorf("entry %d about entry %d has no place in a log", e.Seq, e.Target)
	case !model.InYears(e.At):
		return fmt.Errorf("the clock of this machine stands in the year %d; set it to a time in %s", e.At.UTC().Year(), model.Years())
	}
	return nil
}

func (s *Store) rowStorable(record model.ID, kind model.EntryKind, c model.RowChange) error {
	table, ok := s.byName[c.Table]
	if !ok {
		return fmt.Errorf("table %q is not known", string(c.Table))
	}
	if !table.belongs(record, c.ID) {
		return fmt.Errorf("%s %s is no row of %s", c.Table, c.ID, record)
	}
	for _, row := range []model.Row{c.Before, c.After} {
		if row == nil {
			continue
		}
		if row.Table() != c.Table || row.Key() != c.ID || c.ID == "" {
			return fmt.Errorf("%s %s has the id of another row: %s", c.Table, row.Key(), c.ID)
		}
	}
	if c.After == nil {
		return nil
	}
	// What is taken back or made again stood in the tables before: rules of ours that came later
	// do not keep it out.
	if kind != model.Undo && kind != model.Redo {
		if problems := model.RowProblems(c.After); len(problems) > 0 {
			return problems[0]
		}
	}
	field, err := table.unkept(c.After)
	switch {
	case err != nil:
		return fmt.Errorf("%s of %s %s: %w", field, c.Table, c.ID, err)
	case field != "":
		return fmt.Errorf("%s of %s %s would not be read as it was written; type it anew", field, c.Table, c.ID)
	}
	return nil
}

// unkept returns the field that the columns of the table do not give back as the row has it, ""
// where they give back all of them.
func (t rows[R, P]) unkept(row model.Row) (field string, err error) {
	r, ok := row.(R)
	if !ok {
		return "", fmt.Errorf("%s holds no %T", t.table, row)
	}
	var back R
	from, into := t.columns(&r), t.columns(&back)
	for i, c := range from {
		v, err := c.value.Value()
		if err == nil {
			err = into[i].value.Scan(v)
		}
		if err != nil {
			return words(c.name), err
		}
	}
	if model.Row(back) == model.Row(r) {
		return "", nil
	}
	was, is := reflect.ValueOf(r), reflect.ValueOf(back)
	for i := range was.NumField() {
		if !was.Field(i).Equal(is.Field(i)) {
			return was.Type().Field(i).Name, nil
		}
	}
	return "a field", nil
}

func words(column string) string { return strings.ReplaceAll(column, "_", " ") }

// sameEntry says where an entry read from the log is another than the one written.
func sameEntry(e, back model.Entry) error {
	switch {
	case back.At != e.At:
		return errors.New("the time of the change is none that the log keeps; it keeps UTC and milliseconds")
	case back.Change.Label != e.Change.Label:
		return fmt.Errorf("the label %q holds what is no text", e.Change.Label)
	case back.Seq != e.Seq || back.Kind != e.Kind || back.Target != e.Target || len(back.Change.Rows) != len(e.Change.Rows):
		return errors.New("the log would not give the change back as it is")
	}
	for i, c := range e.Change.Rows {
		if b := back.Change.Rows[i]; b != c {
			return fmt.Errorf("%s %s would not be read from the log as it was written; type it anew", c.Table, c.ID)
		}
	}
	return nil
}
