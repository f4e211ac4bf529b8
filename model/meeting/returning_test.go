package meeting_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"strings"
	"testing"
	"time"
)

func TestWhatComesBackAtTheNextOpening(t *testing.T) {
	day := func(n int) model.Date { return model.Date{Year: 2026, Month: 3, Day: n} }
	all := []model.Countermeasure{
		{ID: "undecided", State: model.Open, Pos: "a0"},
		{ID: "overdue", State: model.Open, Owner: "ana", By: day(18), Pos: "a1"},
		{ID: "due today", State: model.Open, Owner: "ana", By: day(19), Pos: "a2"},
		{ID: "rests on", State: model.Resting, Owner: "ana", RestUntil: day(20), Pos: "a3"},
		{ID: "rested until today", State: model.Resting, Owner: "ana", RestUntil: day(19), Pos: "a4"},
		{ID: "rested", State: model.Resting, Owner: "ana", RestUntil: day(16), Pos: "a5"},
		{ID: "rests without a day", State: model.Resting, Pos: "a6"},
		{ID: "done", State: model.Done, Owner: "ana", By: day(1), Pos: "a7"},
		{ID: "declined", State: model.Declined, RestUntil: day(1), Pos: "a8"},
	}
	const due = "rested: to decide Mon 16 Mar, rested until today: to decide Thu 19 Mar, overdue: overdue Wed 18 Mar"
	evening := time.Date(2026, 3, 18, 23, 30, 0, 0, time.UTC) // half past midnight of the 19th in Berlin
	berlin := time.FixedZone("CET", 3600)
	for _, c := range []struct {
		name   string
		record model.Postmortem
		want   string
	}{
		{"during the meeting", model.Postmortem{Sessions: []model.Session{{ID: "s", Start: evening}}}, due},
		{"the next day", model.Postmortem{Sessions: []model.Session{{ID: "s", Start: evening.Add(-time.Hour)}}}, due + ", undecided: undecided"},
		{"held", model.Postmortem{Header: model.Header{Status: model.StatusHeld}, Sessions: []model.Session{{ID: "s", Start: evening}}}, due + ", undecided: undecided"},
		{"while its clock is paused", model.Postmortem{Sessions: []model.Session{{ID: "s", Start: evening, End: evening}}}, due},
		{"without a clock, made today", model.Postmortem{Header: model.Header{Created: evening}, Sessions: []model.Session{{ID: "s"}}}, due},
		{"without a clock, made before", model.Postmortem{Header: model.Header{Created: edittest.Start}, Sessions: []model.Session{{ID: "s"}}}, due + ", undecided: undecided"},
		{"a second sitting on the same day", model.Postmortem{Sessions: []model.Session{{ID: "r", Start: evening, Pos: "a0"}, {ID: "s", Start: evening, Pos: "a1"}}}, due + ", undecided: undecided"},
		{"a second sitting that has come to them", model.Postmortem{Sessions: []model.Session{{ID: "r", Start: evening, Pos: "a0"}, {ID: "s", Start: evening, Pos: "a1"}},
			PhaseMinutes: []model.PhaseMinutes{{Session: "s", Phase: model.PhaseCountermeasures, Visited: true}}}, due},
	} {
		c.record.Countermeasures = all
		if c.record.Header.Status == "" {
			c.record.Header.Status = model.StatusDraft
		}
		x := model.NewIndex(c.record)
		x.Zone = berlin
		var got []string
		for _, r := range meeting.Returning(x, day(19)) {
			got = append(got, string(r.Countermeasure.ID)+": "+strings.TrimSpace([]string{"to decide", "overdue", "undecided"}[r.Why]+" "+r.Since.Said()))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
