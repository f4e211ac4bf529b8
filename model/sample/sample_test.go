package sample_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
)

func meetingDay(t *testing.T) time.Time {
	t.Helper()
	now, err := time.Parse(time.RFC3339, "2026-03-19T14:55:00+01:00")
	if err != nil {
		t.Fatal(err)
	}
	return now
}

func TestTheSampleIsTheIncidentOfTheScreens(t *testing.T) {
	p := sample.Postmortem(meetingDay(t))
	if got, want := p.Milestone(model.Began).At, time.Date(2026, 3, 12, 12, 58, 0, 0, time.UTC); got != want {
		t.Errorf("began %v, want %v", got, want)
	}
	if got, want := p.Countermeasures[0].By.String(), "2026-03-27"; got != want {
		t.Errorf("the alert is promised for %s, want %s", got, want)
	}
	if got, want := p.Durations()[2].Words(), "33 min to resolve"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	standings := map[model.Standing]bool{}
	for _, c := range p.Countermeasures {
		standings[c.Standing()] = true
	}
	for _, s := range []model.Standing{model.Decided, model.Undecided, model.StandsResting, model.StandsDone, model.StandsDeclined} {
		if !standings[s] {
			t.Errorf("no countermeasure is %s", s)
		}
	}
}

func TestTimesOfDayStayTheSameInSummer(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 7, 9, 9, 0, 0, 0, time.UTC))
	if got, want := p.Milestone(model.Began).At, time.Date(2026, 7, 2, 11, 58, 0, 0, time.UTC); got != want {
		t.Errorf("began %v, want %v", got, want)
	}
}

func TestTheSampleIsBlameless(t *testing.T) {
	b, err := json.Marshal(sample.Postmortem(meetingDay(t)))
	if err != nil {
		t.Fatal(err)
	}
	if found := regexp.MustCompile(`(?i)\b(would|could|should|might)(n't| not)?( have|'ve)|\b(blame|fault|human error|careless|forgot|failed to)\b`).Find(b); found != nil {
		t.Errorf("the sample says %q", found)
	}
}

func TestIdsAreUniqueAndEveryRowReferredToIsThere(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"sample": sample.Postmortem(meetingDay(t)), "large": sampletest.Large(300), "three": sampletest.Large(3)} {
		here := map[model.ID]bool{"": true}
		p.Rows(func(r model.Row) {
			if r.Table() == model.Incidents || r.Table() == model.Milestones {
				return // they carry the record's id, or their kind
			}
			if here[r.Key()] || !model.ValidID(string(r.Key())) {
				t.Errorf("%s: %s %q is used twice or malformed", name, r.Table(), r.Key())
			}
			here[r.Key()] = true
		})
		for _, id := range references(p) {
			if !here[id] {
				t.Errorf("%s: nothing has the id %q", name, id)
			}
		}
	}
}

func references(p model.Postmortem) []model.ID {
	ids := []model.ID{p.Header.Owner, p.Header.Facilitator, p.Header.NoteTaker}
	for _, r := range p.Sessions {
		ids = append(ids, r.Facilitator)
	}
	for _, r := range p.PhaseMinutes {
		ids = append(ids, r.Session)
	}
	for _, r := range p.Accounts {
		ids = append(ids, r.Event, r.Attendee)
	}
	for _, r := range p.Knowings {
		ids = append(ids, r.Event, r.Attendee)
	}
	for _, r := range p.DecisionPoints {
		ids = append(ids, r.Event, r.Attendee)
	}
	for _, r := range p.CardLines {
		ids = append(ids, r.DecisionPoint, r.Attendee)
	}
	for _, r := range p.Learnings {
		ids = append(ids, r.Event, r.Attendee)
	}
	for _, r := range p.Countermeasures {
		ids = append(ids, r.Owner, r.Event, r.Condition)
	}
	for _, r := range p.ParkedIdeas {
		ids = append(ids, r.OfID, r.Attendee, r.Countermeasure)
	}
	for _, r := range p.Evidence {
		ids = append(ids, r.OfID, r.Artefact, r.Attendee)
	}
	for _, r := range p.Notes {
		ids = append(ids, r.OfID)
	}
	for _, r := range p.Findings {
		ids = append(ids, r.OfID)
	}
	return ids
}

// The page of the sample spoke of "Thursday afternoon" on whatever day it was looked at.
func TestTheSampleNamesNoDayOfTheWeekAndNoMonth(t *testing.T) {
	text, err := json.Marshal(sample.Postmortem(time.Date(2026, 11, 23, 15, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.Contains(string(text), d.String()) {
			t.Errorf("a text names %s", d)
		}
	}
	for m := time.January; m <= time.December; m++ {
		if strings.Contains(string(text), m.String()) {
			t.Errorf("a text names %s", m)
		}
	}
}
