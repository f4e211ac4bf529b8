package entry_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/model/sample"
	"debrief/ui/entry"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// rowForm is a form of every field that the description of a row names.
func rowForm[R model.Row](t *testing.T, row R, names ...string) (entry.FormSpec, func(changed map[string]string) (model.Postmortem, R, error)) {
	t.Helper()
	p, now := screentest.Sample(), screentest.Now
	x := model.NewIndex(p)
	ids := 0
	env := screen.Env{Editor: edit.Editor{Now: now, NewID: func() model.ID { ids++; return sample.ID("new " + string(rune('0'+ids))) }}}
	var fields []entry.FormField
	for _, name := range names {
		fields = append(fields, entry.FormField{Key: name, Of: name})
	}
	var changed R
	spec := entry.RowForm[R]{
		Env: env, X: x, People: capture.PeopleOf(x), Owners: capture.OwnersOf(x), Label: "Row changed",
		Ctx: func() capture.Context { return capture.Context{Now: now(), Zone: time.UTC} },
		Record: func(p model.Postmortem, r R, _ map[string]string) (model.Postmortem, error) {
			changed = r
			return p, nil
		},
	}.Spec("Row", row, fields)
	return spec, func(texts map[string]string) (model.Postmortem, R, error) {
		after, err := spec.Record(texts).Edit.Make(p)
		return after, changed, err
	}
}

func TestAFormHoldsAndSetsWhatTheDescriptionOfTheRowSays(t *testing.T) {
	p := screentest.Sample()
	c := p.Countermeasures[0]
	spec, record := rowForm(t, c, "Countermeasure", "Owner", "By", "Kind", "Condition", "Event", "Private")
	for _, f := range spec.Fields {
		if f.Of != "Condition" && f.Of != "Event" && f.Text == "" {
			t.Errorf("%s holds nothing", f.Of)
		}
	}
	if at := spec.Fields[0].At; at != (model.ProseAt{Table: model.Countermeasures, ID: c.ID, Field: "text"}) {
		t.Errorf("the words are read at %+v", at)
	}
	var condition model.Learning
	for _, l := range p.Learnings {
		if l.Kind == model.Condition {
			condition = l
			break
		}
	}
	at := p.Events[1].When.Clock(time.UTC)
	after, got, err := record(map[string]string{"Countermeasure": " other words ", "Owner": "Zoe Zander", "By": "2026-04-03", "Kind": entry.NotSaid,
		"Condition": condition.Text, "Event": at, "Private": "yes"})
	if err != nil {
		t.Fatal(err)
	}
	owner, _ := after.Row(model.Attendees, got.Owner)
	if a, _ := owner.(model.Attendee); a.Name != "Zoe Zander" {
		t.Errorf("the owner is %+v", a)
	}
	if got.Text != "other words" || got.By.String() != "2026-04-03" || got.Kind != "" || got.Condition != condition.ID || got.Event != p.Events[1].ID || !got.Private {
		t.Errorf("got %+v", got)
	}
	if _, got, err = record(map[string]string{"Owner": "", "Condition": entry.NotSaid, "Event": ""}); err != nil || got.Owner != "" || got.Condition != "" || got.Event != "" {
		t.Errorf("emptied: %v, %+v", err, got)
	}
	if _, _, err = record(map[string]string{"By": "some day"}); err == nil {
		t.Error("a day that is none is recorded")
	}
}

func TestAFormOfAnIdeaAndOfAPerson(t *testing.T) {
	p := screentest.Sample()
	idea := p.ParkedIdeas[0]
	idea.Of, idea.OfID = model.Learnings, p.Learnings[0].ID
	spec, _ := rowForm(t, idea, "Of", "Attendee")
	if spec.Fields[0].Text != "" {
		t.Errorf("an idea at no event holds the time %s", spec.Fields[0].Text)
	}
	_, record := rowForm(t, idea, "Of", "Attendee")
	_, got, err := record(map[string]string{"Of": p.Events[0].When.Clock(time.UTC), "Attendee": "@" + p.Attendees[0].Handle})
	if err != nil || got.Of != model.Events || got.OfID != p.Events[0].ID || got.Attendee != p.Attendees[0].ID {
		t.Errorf("%v, %+v", err, got)
	}
	_, person := rowForm(t, p.Attendees[0], "Other names")
	if _, a, err := person(map[string]string{"Other names": "aa, bb"}); err != nil || len(a.Other.Words()) != 2 {
		t.Errorf("%v, %+v", err, a)
	}
}

func TestANoteIsKeptChangedAndTakenAway(t *testing.T) {
	ed := edit.Editor{Now: screentest.Now, NewID: func() model.ID { return sample.ID("new") }}
	p := model.Postmortem{Header: screentest.Sample().Header}
	for _, text := range []string{"first", "second", ""} {
		n := model.Note{Phase: model.PhaseTimeline, Text: text}
		if len(p.Notes) > 0 {
			n.ID = p.Notes[0].ID
		}
		var err error
		if p, err = entry.SetNote(ed, p, n); err != nil {
			t.Fatal(err)
		}
		if text != "" && (len(p.Notes) != 1 || p.Notes[0].Text != text || !p.Notes[0].Private) {
			t.Errorf("%q: got %+v", text, p.Notes)
		}
	}
	if len(p.Notes) != 0 {
		t.Errorf("an emptied note stays: %+v", p.Notes)
	}
}

func TestAFormThatRecordsFieldByFieldStopsAtAFault(t *testing.T) {
	var set []string
	field := func(key string, err error) entry.FormField {
		return entry.FormField{Key: key, Set: func(p model.Postmortem, text string) (model.Postmortem, error) {
			set = append(set, key+" "+text)
			return p, err
		}}
	}
	record := entry.FieldByField("Changed", "row", []entry.FormField{field("a", nil), field("b", model.ErrGone), field("c", nil), field("d", nil)})
	edit := record(map[string]string{"a": " x ", "b": "y", "c": "z"}).Edit
	if _, err := edit.Make(model.Postmortem{}); !errors.Is(err, model.ErrGone) || strings.Join(set, ", ") != "a x, b y" || edit.Mark != "row" {
		t.Errorf("%v, set %v", err, set)
	}
	check := entry.Filled("say what will change")
	if r := check(" "); !r.Fault || r.Words != "say what will change" || check("x").Fault {
		t.Errorf("got %+v", r)
	}
}
