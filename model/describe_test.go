package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/sample/sampletest"
)

// full is a row of each table with a value in every field.
func full() (rows []model.Row) {
	sampletest.Full(sampletest.ID(1), 10).Rows(func(r model.Row) { rows = append(rows, r) })
	sampletest.FullSettings().Rows(func(r model.Row) { rows = append(rows, r) })
	return rows
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// A field that was added to a row and is described nowhere would be checked by nobody, stored nowhere,
// and named when names are off.
func TestEveryFieldIsDescribed(t *testing.T) {
	for _, r := range full() {
		described := model.FieldNames(r.Table())
		of := reflect.TypeOf(r)
		for i := range of.NumField() {
			if name := jsonName(of.Field(i)); name == "" || !slices.Contains(described, name) {
				t.Errorf("%s.%s is not shown by its Fields method: describe it there", of.Name(), of.Field(i).Name)
			}
		}
		if len(described) != of.NumField() {
			t.Errorf("%s has %d fields and its Fields method shows %d: %q", of.Name(), of.NumField(), len(described), described)
		}
	}
}

// What holds for sampletest.Full is shown for every field only if Full has all of them.
func TestFullFillsEveryFieldOfEveryTable(t *testing.T) {
	filled := make(map[string]bool)
	tables := make(map[model.Table]bool)
	rows := full()
	for _, r := range rows {
		tables[r.Table()] = true
		v := reflect.ValueOf(r)
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				filled[v.Type().Name()+"."+v.Type().Field(i).Name] = true
			}
		}
	}
	for _, r := range rows {
		for i := range reflect.TypeOf(r).NumField() {
			if name := reflect.TypeOf(r).Name() + "." + reflect.TypeOf(r).Field(i).Name; !filled[name] {
				t.Errorf("sampletest.Full gives %s no value", name)
			}
		}
	}
	for _, table := range append(model.Tables(), model.SettingTables()...) {
		if !tables[table] {
			t.Errorf("sampletest.Full has no row in %s", table)
		}
	}
}

// A link to a person whom the room does not see must not lead to them.
func TestNoLinkOfAShownRowLeadsToAPrivatePerson(t *testing.T) {
	p := sampletest.Full(sampletest.ID(1), 10)
	hidden := p.Attendees[0].ID
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() { // everything else is for everybody
		if f := v.Field(i); f.Kind() == reflect.Slice && f.Type().Elem() != reflect.TypeFor[model.Attendee]() {
			for j := range f.Len() {
				if private := f.Index(j).FieldByName("Private"); private.IsValid() {
					private.SetBool(false)
				}
			}
		}
	}
	shown := names.For(p, model.ForRoom)
	shown.Rows(func(r model.Row) {
		row := reflect.ValueOf(r)
		for j := range row.NumField() {
			if row.Field(j).Interface() == any(hidden) {
				t.Errorf("%s.%s still leads to the private person", row.Type().Name(), row.Type().Field(j).Name)
			}
		}
	})
	p.Findings = nil // that of Full is about no row
	if found := model.Check(names.For(p, model.ForRoom)); len(found) > 0 {
		t.Errorf("what the room sees does not pass Check: %v", found)
	}
}

// FieldNames and the names of problems go together, or a problem of a file would be placed nowhere.
func TestAProblemKnowsTheNameOfItsFieldInTheFile(t *testing.T) {
	for _, test := range []struct {
		of    model.Table
		field string
		want  string
	}{
		{model.Headers, "Told directly", "told_directly"}, {model.Headers, "In short", "tldr"}, {model.CardLines, "Card field", "field"},
		{model.CardLines, "Card", "decision_point"}, {model.Evidence{}.Table(), "Quotation", "quote"}, {model.Artefacts, "Address", "url"},
		{model.Knowings, "Known", "state"}, {model.Events, "Position", "pos"}, {model.Notes, "Id", "id"}, {model.Learnings, "no such field", ""},
		{model.Milestones, "Milestone", "when"}, {"no such table", "Kind", ""},
	} {
		if got := (model.Problem{Table: test.of, Field: test.field}).Name(); got != test.want {
			t.Errorf("%s of %s is %q in the file, want %q", test.field, test.of, got, test.want)
		}
	}
}
