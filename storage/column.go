package storage

import (
	"cmp"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
	"time"

	"debrief/model"
)

// A column ties one column of a table to one field of a row: the same value is the argument of a
// write and the destination of a read.
type column struct {
	name    string
	value   scanned
	words   typedText // the text that a person typed, nil where the field holds none
	indexed bool      // whether search finds it
}

// typedText is text of a person's own, which search may find and purge may replace.
type typedText interface {
	text() string
	replace(old, replacement string) int
}

// fields is a pointer to a row, which shows the fields of that very row.
type fields[R any] interface {
	*R
	Fields(model.Visitor)
}

// columns returns the columns of r.
func (t rows[R, P]) columns(r *R) []column {
	c := &columns{names: t.names, all: make([]column, 0, len(t.names)+4)}
	P(r).Fields(c)
	return c.all
}

// columnNames returns the names of the columns of a table: those of its fields in the JSON form, but
// for the few that were named otherwise.
func columnNames(table model.Table) []string {
	names := model.FieldNames(table)
	for i, name := range names {
		names[i] = cmp.Or(renamed[string(table)+"."+name], renamed[name], name)
	}
	return names
}

// renamed are the columns whose names are not those of the JSON form.
var renamed = map[string]string{ // constant table
	"of": "of_table", "by": "by_date", "after": "after_id",
	"postmortems.created": "created_at", "postmortems.deleted": "deleted_at",
	"postmortems.told_directly": "told_direct", "postmortems.word_for_it": "working_word",
	"incidents.customer_contacts": "customer_contact", "incidents.business_measure": "measure",
	"milestones.kind": "id", "settings.name": "id",
	"sessions.start": "start_at", "sessions.end": "end_at", "sessions.works_differently": "differently", "sessions.where": "place",
	"countermeasures.closing_note": "closing", "countermeasures.read_back": "read_back_at",
}

// columns makes a column of each field that is shown to it; a Moment takes five.
type columns struct {
	names []string // of the fields that are still to come
	all   []column
}

type scanned interface {
	sql.Scanner
	driver.Valuer
}

func (c *columns) name() string {
	name := c.names[0]
	c.names = c.names[1:]
	return name
}

func (c *columns) add(v scanned) { c.all = append(c.all, column{name: c.name(), value: v}) }

// typed adds a text, which a person may have typed.
func (c *columns) typed(v interface {
	scanned
	typedText
}, d model.Description) {
	column := column{name: c.name(), value: v, indexed: d.Sought()}
	if d.Typed() {
		column.words = v
	}
	c.all = append(c.all, column)
}

func (c *columns) Key(id *model.ID)                       { c.add(letters[model.ID]{id}) }
func (c *columns) Text(text *string, d model.Description) { c.typed(letters[string]{text}, d) }
func (c *columns) List(words *model.List, d model.Description) {
	c.typed(letters[model.List]{words}, d)
}
func (c *columns) Word(w model.Letters, _ model.Description)         { c.add(word{w}) }
func (c *columns) Link(id *model.ID, _ model.Table, _ model.Tie)     { c.add(reference{id}) }
func (c *columns) Time(at *time.Time, _ model.Description)           { c.add(point{at}) }
func (c *columns) Day(on *model.Date, _ model.Description)           { c.add(date{on}) }
func (c *columns) Number(n model.Int, _, _ int, _ model.Description) { c.add(number{n}) }
func (c *columns) Flag(set *bool)                                    { c.add(boolean{set}) }
func (c *columns) Private(set *bool)                                 { c.add(boolean{set}) }
func (c *columns) Position(pos *string)                              { c.add(letters[string]{pos}) }

func (c *columns) About(of *model.Table, id *model.ID, _ model.Tie) {
	c.add(letters[model.Table]{of})
	c.add(letters[model.ID]{id})
}

func (c *columns) Moment(m *model.Moment, _ model.Description) {
	name, typed := c.name(), letters[string]{&m.Typed}
	c.all = append(c.all,
		column{name: name + "_at", value: point{&m.At}},
		column{name: name + "_end", value: point{&m.End}},
		column{name: name + "_about", value: boolean{&m.About}},
		column{name: name + "_typed", value: typed, words: typed},
		column{name: name + "_zone", value: letters[string]{&m.Zone}})
}

type letters[T ~string] struct{ p *T }

func (v letters[T]) Scan(src any) (err error) {
	s, err := stringOf(src)
	*v.p = T(s)
	return err
}

func (v letters[T]) Value() (driver.Value, error) { return clean(string(*v.p)), nil }
func (v letters[T]) text() string                 { return clean(string(*v.p)) }

func (v letters[T]) replace(old, replacement string) int {
	s, n := replaceAll(string(*v.p), old, replacement)
	*v.p = T(s)
	return n
}

// replaceAll returns s without old, and how often it stood there. What stood around it may make
// it anew, so it looks again; a replacement that makes it for ever is given up, and found by the
// search of the bytes that ends a purge.
func replaceAll(s, old, replacement string) (string, int) {
	n := 0
	for range 16 {
		found := strings.Count(s, old)
		if found == 0 {
			break
		}
		n += found
		s = strings.ReplaceAll(s, old, replacement)
	}
	return s, n
}

type reference struct{ p *model.ID }

func (v reference) Scan(src any) error {
	if src == nil {
		*v.p = ""
		return nil
	}
	s, err := stringOf(src)
	*v.p = model.ID(s)
	return err
}

func (v reference) Value() (driver.Value, error) {
	if *v.p == "" {
		return nil, nil
	}
	return clean(string(*v.p)), nil
}

// word is a field with one of a closed list.
type word struct{ model.Letters }

func (v word) Scan(src any) error {
	s, err := stringOf(src)
	v.Set(s)
	return err
}

func (v word) Value() (driver.Value, error) { return clean(v.Get()), nil }

// number is a field with a whole number or a set.
type number struct{ model.Int }

func (v number) Scan(src any) error {
	n := v.Get()
	err := integer[int]{&n}.Scan(src)
	v.Set(n)
	return err
}

func (v number) Value() (driver.Value, error) { return int64(v.Get()), nil }

type integer[T ~int | ~uint8] struct{ p *T }

func (v integer[T]) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("%w: %T where a number stands", model.ErrDamaged, src)
	}
	*v.p = T(n)
	return nil
}

func (v integer[T]) Value() (driver.Value, error) { return int64(*v.p), nil }

type boolean struct{ p *bool }

func (v boolean) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("%w: %T where yes or no stands", model.ErrDamaged, src)
	}
	*v.p = n != 0
	return nil
}

func (v boolean) Value() (driver.Value, error) {
	if *v.p {
		return int64(1), nil
	}
	return int64(0), nil
}

type point struct{ p *time.Time }

func (v point) Scan(src any) error {
	s, err := stringOf(src)
	if err != nil {
		return err
	}
	if *v.p, err = model.ParseTime(s); err != nil {
		return fmt.Errorf("%w: time %q", model.ErrDamaged, s)
	}
	return nil
}

func (v point) Value() (driver.Value, error) { return model.FormatTime(*v.p), nil }

type date struct{ p *model.Date }

func (v date) Scan(src any) error {
	s, err := stringOf(src)
	if err != nil {
		return err
	}
	if *v.p, err = model.ParseDate(s); err != nil {
		return fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return nil
}

func (v date) Value() (driver.Value, error) { return v.p.String(), nil }

// tolerant lets a row of a list be scanned to its end: the first value that cannot be read is
// noted in why, and the others are there.
type tolerant struct {
	sql.Scanner
	name string
	why  *string
}

func (v tolerant) Scan(src any) error {
	if err := v.Scanner.Scan(src); err != nil && *v.why == "" {
		*v.why = "its " + v.name + " is " + shown(src)
	}
	return nil
}

// shown is a value of the file for a sentence.
func shown(src any) string {
	if src == nil {
		return "missing"
	}
	s := []rune(fmt.Sprintf("%q", fmt.Sprintf("%s", src)))
	if n, ok := src.(int64); ok {
		s = []rune(fmt.Sprint(n))
	}
	if len(s) > 40 {
		s = append(s[:39], '…')
	}
	return string(s)
}

func stringOf(src any) (string, error) {
	switch s := src.(type) {
	case string:
		return s, nil
	case []byte:
		return string(s), nil
	}
	return "", fmt.Errorf("%w: %T where text stands", model.ErrDamaged, src)
}

// clean keeps text as it came, but for what neither SQLite's text functions nor JSON could keep:
// bytes that are not UTF-8 become the replacement character, as in the log's JSON, and NUL goes.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 || s[i] >= 0x80 {
			return strings.ReplaceAll(string([]rune(s)), "\x00", "")
		}
	}
	return s
}
