package storagetest

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

// Begun is a new post-mortem of that id, as the program makes it.
func Begun(id model.ID, title string) model.Postmortem {
	return model.Postmortem{
		Header:   model.Header{ID: id, Title: title, Status: model.StatusDraft, Created: sampletest.Start(), Zone: "Europe/Berlin"},
		Incident: model.Incident{ID: id, Kind: model.Unscheduled},
	}
}

// Sorted returns the record with the rows of each table in the order of their ids, and empty
// lists as nil, so that two records can be compared: the order of the lists means nothing.
func Sorted[R any](record R) R {
	v := reflect.ValueOf(&record).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Slice {
			continue
		}
		if f.Len() == 0 {
			f.SetZero()
			continue
		}
		rows := make([]reflect.Value, f.Len())
		for j := range rows {
			rows[j] = f.Index(j)
		}
		slices.SortFunc(rows, func(a, b reflect.Value) int {
			return cmp.Compare(a.Interface().(model.Row).Key(), b.Interface().(model.Row).Key())
		})
		sorted := reflect.MakeSlice(f.Type(), 0, len(rows))
		f.Set(reflect.Append(sorted, rows...))
	}
	return record
}

// Differs says in which field of which row got is another record than want, "" where they are the
// same.
func Differs[R any](got, want R) string {
	g, w := reflect.ValueOf(Sorted(got)), reflect.ValueOf(Sorted(want))
	for i := range g.NumField() {
		table := g.Type().Field(i).Name
		rows, wanted := g.Field(i), w.Field(i)
		if rows.Kind() != reflect.Slice {
			if d := differsIn(table, rows, wanted); d != "" {
				return d
			}
			continue
		}
		if rows.Len() != wanted.Len() {
			return fmt.Sprintf("%s: %d rows, want %d:\n got %+v\nwant %+v", table, rows.Len(), wanted.Len(), rows, wanted)
		}
		for j := range rows.Len() {
			if d := differsIn(table, rows.Index(j), wanted.Index(j)); d != "" {
				return d
			}
		}
	}
	return ""
}

func differsIn(table string, got, want reflect.Value) string {
	for i := range got.NumField() {
		if !got.Field(i).Equal(want.Field(i)) {
			return fmt.Sprintf("%s.%s: got %#v, want %#v, in\n%+v", table, got.Type().Field(i).Name, got.Field(i), want.Field(i), want)
		}
	}
	return ""
}

// First is the entry that makes the record.
func First(p model.Postmortem) model.Entry {
	return model.Entry{Seq: 1, At: sampletest.Start(), Kind: model.Edit, Change: model.Diff("Started", model.Postmortem{}, p)}
}

// Next is the entry with that number which leads from before to after.
func Next(seq int64, before, after model.Postmortem) model.Entry {
	return model.Entry{Seq: seq, At: sampletest.Start().Add(time.Duration(seq) * time.Second), Kind: model.Edit,
		Change: model.Diff("Edited", before, after)}
}

func save(t *testing.T, s Store, id model.ID, e model.Entry, done ...model.Draft) {
	t.Helper()
	if err := s.Save(patient(t), id, e, done...); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, s Store, id model.ID) (model.Postmortem, int64) {
	t.Helper()
	p, seq, err := s.Read(patient(t), id)
	if err != nil {
		t.Fatal(err)
	}
	return p, seq
}
