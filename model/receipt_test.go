package model_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/sample"
)

func TestProseIsWhatPeopleWroteInSentences(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	fields := make(map[model.Table]int)
	p.Rows(func(r model.Row) {
		for _, q := range model.ProseOf(r) {
			if strings.TrimSpace(q.Text) == "" {
				t.Errorf("%s %s: %s is empty", r.Table(), r.Key(), q.Field)
			}
			fields[r.Table()]++
		}
	})
	for _, table := range []model.Table{model.Headers, model.Incidents, model.Events, model.Accounts, model.CardLines, model.Learnings,
		model.Countermeasures, model.ParkedIdeas} {
		if fields[table] == 0 {
			t.Errorf("no sentence is found in %s", table)
		}
	}
	for _, table := range []model.Table{model.Attendees, model.Milestones, model.Knowings, model.Artefacts, model.EvidenceRows} {
		if fields[table] > 0 {
			t.Errorf("%d sentences in %s", fields[table], table)
		}
	}
	if got := model.ProseOf(model.Account{Text: "we would have", Quoted: true}); got != nil {
		t.Errorf("a quotation is read as prose: %v", got)
	}
}

func TestSetProseChangesOneTextAndChecksIt(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	id := p.Events[0].ID
	after, err := edit.Editor{}.SetProse(p, model.Events, id, "what", "  Rebuild starts ")
	if err != nil {
		t.Fatal(err)
	}
	c := model.Diff("", p, after)
	if len(c.Rows) != 1 || c.Rows[0].After.(model.Event).What != "Rebuild starts" {
		t.Errorf("the change is %+v", c)
	}
	var problem model.Problem
	if _, err := (edit.Editor{}).SetProse(p, model.Events, id, "what", ""); !errors.As(err, &problem) {
		t.Errorf("an event without words: %v", err)
	}
	if _, err := (edit.Editor{}).SetProse(p, model.Events, "gone", "what", "x"); !errors.Is(err, model.ErrGone) {
		t.Errorf("a row that is not there: %v", err)
	}
}

// A text that is added to a row has to be named here: as prose, or as something else.
func TestEveryTextOfARowIsProseOrNamedAsNone(t *testing.T) {
	none := map[string]string{
		"Header.Zone": "a name", "Header.PublishTo": "an address", "Header.PublishedTo": "a path", "Header.WorkingWord": "chosen from three",
		"Attendee.Handle": "a name", "Attendee.Name": "a name", "Attendee.Team": "a name",
		"Session.Where":         "a room or an address",
		"Countermeasure.Ticket": "an address",
		"Artefact.Title":        "how a ticket, a post or a log is called elsewhere: a quotation as often as not",
		"Artefact.URL":          "an address", "Artefact.Text": "the words of somebody outside the review",
		"Evidence.Lines": "numbers", "Evidence.URL": "an address", "Evidence.Quote": "a quotation",
		"Finding.Field": "a name", "Finding.Category": "a name", "Finding.Rule": "a name", "Finding.Text": "the words that were found; the page leaves them out",
	}
	for _, row := range []model.Row{model.Header{}, model.Incident{}, model.Milestone{}, model.Session{}, model.PhaseMinutes{}, model.Attendee{},
		model.Event{}, model.Account{}, model.Knowing{}, model.DecisionPoint{}, model.CardLine{}, model.Learning{}, model.Countermeasure{},
		model.ParkedIdea{}, model.Artefact{}, model.Evidence{}, model.Note{}, model.Finding{}} {
		kind := reflect.TypeOf(row)
		for i := range kind.NumField() {
			field := kind.Field(i)
			if field.Type != reflect.TypeFor[string]() || field.Name == "Pos" {
				continue
			}
			filled := reflect.New(kind).Elem()
			filled.Field(i).SetString("we would have seen it")
			name := kind.Name() + "." + field.Name
			prose := len(model.ProseOf(filled.Interface().(model.Row))) == 1
			if why, named := none[name]; prose == named {
				t.Errorf("%s: prose is %t, and as none it is named %q", name, prose, why)
			}
		}
	}
}
