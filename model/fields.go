package model

import (
	"reflect"
	"strings"
	"sync"
	"time"
)

// FieldNames returns the names, in the JSON form, of the fields of the rows of a table in the order in
// which a row shows them: About shows two, every other call one. A field that it does not show is not
// among them.
func FieldNames(table Table) []string {
	var names []string
	for _, f := range fields()[table] {
		names = append(names, f.json)
	}
	return names
}

// rowField is where a field of a row stands, and what its row says of it.
type rowField struct {
	index   int    // in the struct
	json    string // its name in the JSON form
	name    string // what people call it
	naming  bool   // a text in which names are hidden while names are off
	prose   string // the name of the text as prose, see Description.Prose
	private bool   // whether the row is for the facilitator alone
	orders  bool   // where the row stands among those of its table

	link bool // the id of another row: of the table to, or of the one that the field of holds
	tie  Tie
	to   Table
	of   int
}

// fields are the fields of the rows of each table: they are looked up for rows by the thousand,
// where a visit of each would be slow.
var fields = sync.OnceValue(func() map[Table][]rowField { // constant table
	all := make(map[Table][]rowField)
	for _, t := range append(new(Postmortem).tables(), new(Settings).tables()...) {
		all[t.table()] = fieldsOf(newRow(t.table()))
	}
	return all
})

// fieldsOf returns what the row says of its fields, each found in the struct by where it lies.
func fieldsOf(r Row) []rowField {
	row := reflect.New(reflect.TypeOf(r))
	rec := &recorder{}
	row.Interface().(interface{ Fields(Visitor) }).Fields(rec)
	at := make(map[uintptr]int, row.Elem().NumField())
	for i := range row.Elem().NumField() {
		at[row.Elem().Field(i).Addr().Pointer()] = i
	}
	for i := range rec.fields {
		f := &rec.fields[i]
		f.index = at[rec.at[i]]
		f.json, _, _ = strings.Cut(row.Elem().Type().Field(f.index).Tag.Get("json"), ",")
		if f.link && f.to == "" {
			f.of = rec.fields[i-1].index
		}
	}
	return rec.fields
}

// recorder notes what a row says of each field that it shows, and where that lies.
type recorder struct {
	fields []rowField
	at     []uintptr
}

func (r *recorder) note(p any, f rowField) {
	r.at = append(r.at, reflect.ValueOf(p).Pointer())
	r.fields = append(r.fields, f)
}

func (r *recorder) Key(id *ID) { r.note(id, rowField{name: "Id"}) }

func (r *recorder) Text(text *string, d Description) {
	r.note(text, rowField{name: d.Name, naming: d.naming(), prose: d.Prose})
}

func (r *recorder) List(words *List, d Description) {
	r.note(words, rowField{name: d.Name, naming: d.naming()})
}

func (r *recorder) Link(id *ID, to Table, t Tie) {
	r.note(id, rowField{name: t.Name, link: true, tie: t, to: to})
}

func (r *recorder) About(of *Table, id *ID, t Tie) {
	r.note(of, rowField{name: t.Name})
	r.note(id, rowField{link: true, tie: t})
}

func (r *recorder) Word(word Letters, d Description)   { r.note(word.pointer(), rowField{name: d.Name}) }
func (r *recorder) Moment(when *Moment, d Description) { r.note(when, rowField{name: d.Name}) }
func (r *recorder) Time(at *time.Time, d Description)  { r.note(at, rowField{name: d.Name}) }
func (r *recorder) Day(on *Date, d Description)        { r.note(on, rowField{name: d.Name}) }
func (r *recorder) Number(n Int, _, _ int, d Description) {
	r.note(n.pointer(), rowField{name: d.Name})
}
func (r *recorder) Flag(set *bool)       { r.note(set, rowField{}) }
func (r *recorder) Private(set *bool)    { r.note(set, rowField{name: "Private", private: true}) }
func (r *recorder) Position(pos *string) { r.note(pos, rowField{name: "Position", orders: true}) }
