package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"strings"
	"testing"
)

func TestAProblemNamesTheFieldAndWhatToDo(t *testing.T) {
	long, huge := strings.Repeat("x", model.MaxLine+1), strings.Repeat("x", model.MaxBody+1)
	header := model.Header{Title: "x", Status: model.StatusDraft}
	titled := func(s string) model.Header { h := header; h.Title = s; return h }
	for _, c := range []struct {
		row  model.Row
		want string
	}{
		{titled("  "), "Title is empty; say in a few words what happened."},
		{titled(strings.Repeat("é", model.MaxTitle+1)), "Title is longer than 200 letters; shorten it and put the rest into the summary."},
		{titled("a\xffb"), "Title holds bytes that are not text (UTF-8); type it anew."},
		{titled("a\x00b"), "Title holds a NUL character; take it out."},
		{titled("a\nb"), "Title is one line; take the line break out."},
		{model.Incident{Kind: model.Unscheduled, Severity: 6}, "Severity is 6; type a number from 1 (worst) to 5."},
		{model.Incident{Kind: "outage"}, `Kind "outage" is not one of unscheduled, scheduled, near miss, game day.`},
		{model.Incident{Kind: model.Unscheduled, Impact: huge}, "Impact is longer than 64 KiB; shorten it or put a part into a note."},
		{model.Event{What: long}, "What is longer than 4 KiB; shorten it or put a part into a note."},
		{model.Event{What: "x", When: model.Moment{At: edittest.At(5).At, End: edittest.At(1).At}}, "When ends before it begins; give the earlier time first."},
		{model.Attendee{Name: "Jo", Handle: "j o"}, "Handle @j o may hold letters, digits, dots, dashes and underscores; leave the rest out."},
		{model.Account{Text: "a\nb", Source: model.SaidInRoom}, ""},
		{titled(strings.Repeat("é", model.MaxTitle)), ""},
	} {
		got := ""
		if found := model.RowProblems(c.row); len(found) > 0 {
			got = found[0].Error()
		}
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestCheckFindsWhatAnImportMayHoldWrong(t *testing.T) {
	ed := edittest.Editor()
	whole := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "x", "y")
	whole, ana := edittest.MustID(t)(ed.EnsureAttendee(whole, "ana"))
	if found := model.Check(whole); len(found) > 0 {
		t.Fatalf("a good record has problems: %v", found)
	}
	for _, c := range []struct {
		name, field string
		spoil       func(p *model.Postmortem)
	}{
		{"no header", "Id", func(p *model.Postmortem) { p.Header.ID = "" }},
		{"an incident of another record", "Id", func(p *model.Postmortem) { p.Incident.ID = ana }},
		{"a short id", "Id", func(p *model.Postmortem) { p.Events = edit.Put(p.Events, model.Event{ID: "abc", What: "x", Pos: "a0"}) }},
		{"an id twice", "Id", func(p *model.Postmortem) { p.Events = append(p.Events[:3:3], p.Events[0]) }},
		{"no position", "Position", func(p *model.Postmortem) {
			p.Events = model.Rewrite(p.Events, func(e model.Event) model.Event { e.Pos = ""; return e })
		}},
		{"a bad position", "Position", func(p *model.Postmortem) {
			p.Events = model.Rewrite(p.Events, func(e model.Event) model.Event { e.Pos = "a00"; return e })
		}},
		{"an account of no event", "Event", func(p *model.Postmortem) {
			p.Accounts = []model.Account{{ID: ed.NewID(), Source: model.FromForm, Pos: "a0"}}
		}},
		{"an owner who is not there", "Owner", func(p *model.Postmortem) { p.Header.Owner = p.Events[0].ID }},
		{"a handle twice", "Handle", func(p *model.Postmortem) {
			p.Attendees = edit.Put(p.Attendees, model.Attendee{ID: ed.NewID(), Name: "Ana T", Handle: "Ana", Pos: "a1"})
		}},
		{"a ring of rows", "After", func(p *model.Postmortem) {
			x, y := edittest.Named(t, *p, "x"), edittest.Named(t, *p, "y")
			p.Events = model.Rewrite(p.Events, func(e model.Event) model.Event {
				switch e.ID {
				case x:
					e.After = y
				case y:
					e.After = x
				}
				return e
			})
		}},
		{"a phase twice", "Phase", func(p *model.Postmortem) {
			m := p.PhaseMinutes[0]
			m.ID = ed.NewID()
			p.PhaseMinutes = edit.Put(p.PhaseMinutes, m)
		}},
		{"evidence about evidence", "Of", func(p *model.Postmortem) {
			id := ed.NewID()
			p.Evidence = []model.Evidence{{ID: id, Of: model.EvidenceRows, OfID: id, Pos: "a0"}}
		}},
	} {
		p := whole
		c.spoil(&p)
		found := false
		for _, problem := range model.Check(p) {
			found = found || problem.Field == c.field
		}
		if !found {
			t.Errorf("%s: got %v, want a problem of %s", c.name, model.Check(p), c.field)
		}
	}
}

func TestUnknownZonesAreSaidOnce(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	p.Milestones = []model.Milestone{{Kind: model.Began, When: model.Moment{At: edittest.Start, Zone: "Mars/Base"}}, {Kind: model.Detected, When: model.Moment{At: edittest.Start, Zone: "Mars/Base"}}}
	if found := model.ZoneProblems(p, ed.KnownZone); len(found) != 1 || found[0].Field != "Time zone" {
		t.Errorf("got %v", found)
	}
}
