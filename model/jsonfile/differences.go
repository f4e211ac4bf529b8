package jsonfile

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/merge"
)

// Differences says in words what would change if b took the place of a: a sentence a field of
// each row, tables in their order. None means that both are the same record.
func Differences(a, b model.Postmortem) []string {
	w := wordsOf{before: model.NewIndex(a), after: model.NewIndex(b)}
	var said []string
	for _, r := range model.Diff("import", a, b).Rows {
		switch {
		case r.Before == nil:
			said = append(said, fmt.Sprintf("new %s: %s", noun(r.Table), w.row(r.After, w.after)))
		case r.After == nil:
			said = append(said, fmt.Sprintf("removed %s: %s", noun(r.Table), w.row(r.Before, w.before)))
		default:
			said = append(said, w.fields(r)...)
		}
	}
	return said
}

// Compared says in words how a file stands beside a record, where nobody knows which of the two is
// the later one: what the file lacks, what it has alone, and the fields that differ.
func Compared(record, file model.Postmortem) []string {
	w := wordsOf{before: model.NewIndex(record), after: model.NewIndex(file)}
	var lacks, more, fields []string
	for _, r := range model.Diff("compare", record, file).Rows {
		switch {
		case r.Before == nil:
			more = append(more, fmt.Sprintf("only in the file: %s %s", noun(r.Table), w.row(r.After, w.after)))
		case r.After == nil:
			lacks = append(lacks, fmt.Sprintf("not in the file: %s %s", noun(r.Table), w.row(r.Before, w.before)))
		default:
			w.each(r, func(name string, f reflect.StructField, was, is reflect.Value) {
				fields = append(fields, parted(name, fieldWords(f), value(was, w.before), value(is, w.after)))
			})
		}
	}
	return append(append(lacks, fields...), more...)
}

// Conflicts says in words what the record, as it is now, and the file both changed otherwise.
func Conflicts(found []merge.Conflict, now, file model.Postmortem) []string {
	w := wordsOf{before: model.NewIndex(now), after: model.NewIndex(file)}
	var said []string
	for _, c := range found {
		switch {
		case c.Now == nil && c.File == nil:
			said = append(said, "both changed: "+noun(c.Table))
		case c.Now == nil:
			said = append(said, fmt.Sprintf("both changed: %s %s: it was removed here, and edited in the file", noun(c.Table), w.row(c.File, w.after)))
		case c.File == nil:
			said = append(said, fmt.Sprintf("both changed: %s %s: it was edited here, and removed in the file", noun(c.Table), w.row(c.Now, w.before)))
		case c.Field == "":
			said = append(said, fmt.Sprintf("both changed: %s %s: it was added here, and otherwise in the file", noun(c.Table), w.row(c.Now, w.before)))
		default:
			w.each(model.RowChange{Table: c.Table, Before: c.Now, After: c.File}, func(name string, f reflect.StructField, is, file reflect.Value) {
				if f.Name == c.Field {
					said = append(said, "both changed: "+parted(name, fieldWords(f), value(is, w.before), value(file, w.after)))
				}
			})
		}
	}
	return said
}

func parted(name, field, here, file string) string {
	if field == "pos" {
		return name + ": it stands in one place here, in another in the file"
	}
	return fmt.Sprintf("%s: %s is %s here, %s in the file", name, field, here, file)
}

type wordsOf struct{ before, after *model.Index }

// fields says of each field of a row that differs what it was and what it becomes. Positions
// are said as a move, since their letters mean nothing to people.
func (w wordsOf) fields(r model.RowChange) []string {
	var said []string
	w.each(r, func(name string, f reflect.StructField, was, is reflect.Value) {
		field := fieldWords(f)
		if field == "pos" {
			said = append(said, name+": stands in another place")
			return
		}
		said = append(said, fmt.Sprintf("%s: %s was %s, becomes %s", name, field, value(was, w.before), value(is, w.after)))
	})
	return said
}

// each calls say for the fields of a row that differ, with the row's name.
func (w wordsOf) each(r model.RowChange, say func(name string, f reflect.StructField, before, after reflect.Value)) {
	before, after := reflect.ValueOf(r.Before), reflect.ValueOf(r.After)
	name := noun(r.Table) + " " + w.row(r.Before, w.before)
	for i := range before.NumField() {
		if was, is := before.Field(i), after.Field(i); !was.Equal(is) {
			say(name, before.Type().Field(i), was, is)
		}
	}
}

func fieldWords(f reflect.StructField) string { return strings.ReplaceAll(fieldName(f), "_", " ") }

// row names a row by its own words, or by those of the rows it belongs to.
func (w wordsOf) row(r model.Row, in *model.Index) string {
	switch r := r.(type) {
	case model.Incident:
		return quote(in.Header.Title)
	case model.Session:
		return quote(value(reflect.ValueOf(r.Start), in))
	case model.PhaseMinutes:
		return quote(r.Phase.String())
	case model.Attendee:
		return quote(person(r))
	case model.Account:
		return "by " + quote(person(in.Person(r.Attendee))) + " on " + quote(in.Event(r.Event).What)
	case model.Knowing:
		return "by " + quote(person(in.Person(r.Attendee))) + " of " + quote(in.Event(r.Event).What)
	case model.DecisionPoint:
		return quote(in.Event(r.Event).What)
	case model.Evidence:
		return quote(strings.TrimSpace(r.Lines + " " + r.Quote))
	}
	if words := model.OwnWords(r); words != "" {
		return quote(words)
	}
	return quote(string(r.Key()))
}

// noun is what one row of a table is called.
func noun(t model.Table) string {
	switch t {
	case model.Headers:
		return "post-mortem"
	case model.PhaseMinuteRows:
		return "minutes of phase"
	case model.EvidenceRows:
		return "evidence"
	}
	return strings.ReplaceAll(strings.TrimSuffix(string(t), "s"), "_", " ")
}

func person(a model.Attendee) string {
	switch {
	case a.Name != "":
		return a.Name
	case a.Handle != "":
		return a.Handle
	}
	return "nobody named"
}

// value says what a field holds; an id is said by the words of its row.
func value(v reflect.Value, in *model.Index) string {
	switch f := v.Interface().(type) {
	case model.ID:
		switch {
		case f == "":
			return "empty"
		case in.Person(f).ID != "":
			return quote(person(in.Person(f)))
		case in.Event(f).ID != "":
			return quote(in.Event(f).What)
		}
		return "row " + f.Short(model.ShortID)
	case time.Time:
		return empty(model.FormatTime(f))
	case model.Moment:
		s := model.FormatTime(f.At)
		if !f.End.IsZero() {
			s += " to " + model.FormatTime(f.End)
		}
		if f.About {
			s = "about " + s
		}
		if f.Typed != "" {
			s += " (typed " + quote(f.Typed) + ")"
		}
		return empty(s)
	case model.Roles:
		return empty(f.String())
	case model.List:
		return empty(f.String())
	case model.Date:
		return empty(f.String())
	case model.Phase:
		return empty(f.String())
	case bool:
		if f {
			return "yes"
		}
		return "no"
	}
	if v.Kind() == reflect.String {
		if v.Len() == 0 {
			return "empty"
		}
		return quote(v.String())
	}
	return fmt.Sprint(v.Interface())
}

func empty(s string) string {
	if s == "" {
		return "empty"
	}
	return s
}

// quote returns a text in quotation marks, on one line and cut where it is long.
func quote(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 60 {
		r = append(r[:59:59], '…')
	}
	return "“" + string(r) + "”"
}
