package jsonfile

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"debrief/model"
)

// Read reads a document for a store: it is Decode, and refuses too what model.Check and
// model.ZoneProblems find, such as a number that no meeting has or a link that leads nowhere.
// file is what the person calls the document, known tells whether an IANA zone exists. The error
// is an *Error: the first fault, and how many more there are.
func Read(file string, b []byte, known func(zone string) bool) (model.Postmortem, error) {
	d := newDecoder(b)
	p, err := d.document()
	if err == nil {
		if problems := append(model.Check(p), model.ZoneProblems(p, known)...); len(problems) > 0 {
			f := d.problem(problems[0])
			f.More = len(problems) - 1
			err = f
		}
	}
	var f *Error
	if errors.As(err, &f) {
		f.File = file
	}
	if err != nil {
		return model.Postmortem{}, err
	}
	return p, nil
}

// places is where each row of the document stands.
type places map[place]*rowPlace

type place struct {
	table model.Table
	id    model.ID
}

// rowPlace is where a row and its fields stand, as offsets.
type rowPlace struct {
	at     int
	path   string // "events[3]"
	fields []fieldPlace
}

type fieldPlace struct {
	path string // "events[3].when.at"
	at   int
}

func (r *rowPlace) add(path string, at int) { r.fields = append(r.fields, fieldPlace{path, at}) }

// field returns where the field of that name stands, else where the row begins.
func (r *rowPlace) field(name string) (path string, at int) {
	for _, f := range r.fields {
		if inner := strings.TrimPrefix(f.path, r.path+"."); inner == name || strings.HasSuffix(inner, "."+name) {
			return f.path, f.at
		}
	}
	return r.path, r.at
}

// problem puts a problem of the record where it stands in the document.
func (d *decoder) problem(p model.Problem) *Error {
	reason := strings.TrimSuffix(p.Words, fmt.Sprintf(" (%s %s)", p.Table, p.ID)) // the place says it
	reason = strings.TrimSuffix(reason, ".")
	row, ok := d.places[place{p.Table, p.ID}]
	if !ok {
		return d.fault(0, "", reason)
	}
	path, at := row.field(p.Name())
	return d.fault(at, path, reason)
}

// outside says why a time or date that was read lies outside what a record keeps, "" where it
// does not; a time that does not is brought to UTC, the same moment. Year 1 stands for no time at
// all in a record, so even that is refused: a field without a time is left out.
func outside(v reflect.Value) string {
	switch t := v.Interface().(type) {
	case time.Time:
		at := model.UTC(t)
		switch {
		case !model.InYears(t):
			return fmt.Sprintf("this time lies in the year %d; give one in %s, or leave the field out", t.UTC().Year(), model.Years())
		case !t.Equal(at):
			return fmt.Sprintf("this time is finer than a millisecond; write %q", model.FormatTime(t))
		}
		v.Set(reflect.ValueOf(at))
	case model.Date:
		if !t.IsZero() && (t.Year < model.FirstYear || t.Year > model.LastYear) {
			return fmt.Sprintf("this date lies in the year %d; give one in %s, or leave the field out", t.Year, model.Years())
		}
	}
	return ""
}
