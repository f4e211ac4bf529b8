package model

import (
	"reflect"
	"strings"
	"sync"
	"time"
)

// FieldNames returns the names, in the JSON form, of the fields of a row in the order in which it
// shows them: About shows two, every other call one. A field that it does not show is not among them.
func FieldNames(r Row) []string {
	var names []string
	for _, f := range fieldsOf(r) {
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

// fieldsOf finds out which field of the struct each call of a visit shows, by filling one at a time.
func fieldsOf(r Row) []rowField {
	of := reflect.TypeOf(r)
	var found []rowField
	for i := range of.NumField() {
		row := reflect.New(of).Elem()
		fill(row.Field(i))
		rec := &recorder{filled: -1}
		row.Interface().(Row).Visit(rec)
		if found == nil {
			found = rec.fields
		}
		if rec.filled >= 0 {
			found[rec.filled].index = i
			found[rec.filled].json, _, _ = strings.Cut(of.Field(i).Tag.Get("json"), ",")
		}
	}
	for i := range found {
		if found[i].link && found[i].to == "" {
			found[i].of = found[i-1].index
		}
	}
	return found
}

// fill gives a field a value that is not zero.
func fill(f reflect.Value) {
	switch f.Kind() {
	case reflect.String:
		f.SetString("x")
	case reflect.Int:
		f.SetInt(1)
	case reflect.Uint8:
		f.SetUint(1)
	case reflect.Bool:
		f.SetBool(true)
	case reflect.Struct:
		switch p := f.Addr().Interface().(type) {
		case *time.Time:
			*p = time.Unix(1, 0)
		case *Date:
			p.Year = 1
		case *Moment:
			p.Typed = "x"
		}
	}
}

// recorder notes what a row says of each field that it shows, and which one is filled.
type recorder struct {
	fields []rowField
	filled int
}

func (r *recorder) note(filled bool, f rowField) {
	if filled {
		r.filled = len(r.fields)
	}
	r.fields = append(r.fields, f)
}

func (r *recorder) Key(id *ID) { r.note(*id != "", rowField{name: "Id"}) }

func (r *recorder) Text(text *string, d Description) {
	r.note(*text != "", rowField{name: d.Name, naming: d.naming(), prose: d.Prose})
}

func (r *recorder) List(words *List, d Description) {
	r.note(*words != "", rowField{name: d.Name, naming: d.naming()})
}

func (r *recorder) Link(id *ID, to Table, t Tie) {
	r.note(*id != "", rowField{name: t.Name, link: true, tie: t, to: to})
}

func (r *recorder) About(of *Table, id *ID, t Tie) {
	r.note(*of != "", rowField{name: t.Name})
	r.note(*id != "", rowField{link: true, tie: t})
}

func (r *recorder) Word(word Letters, d Description) {
	r.note(word.Get() != "", rowField{name: d.Name})
}
func (r *recorder) Moment(when *Moment, d Description) {
	r.note(*when != Moment{}, rowField{name: d.Name})
}
func (r *recorder) Time(at *time.Time, d Description) { r.note(!at.IsZero(), rowField{name: d.Name}) }
func (r *recorder) Day(on *Date, d Description)       { r.note(*on != Date{}, rowField{name: d.Name}) }
func (r *recorder) Number(n Int, _, _ int, d Description) {
	r.note(n.Get() != 0, rowField{name: d.Name})
}
func (r *recorder) Flag(set *bool)    { r.note(*set, rowField{}) }
func (r *recorder) Private(set *bool) { r.note(*set, rowField{name: "Private", private: true}) }
func (r *recorder) Position(pos *string) {
	r.note(*pos != "", rowField{name: "Position", orders: true})
}
