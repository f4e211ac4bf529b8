package model

import (
	"strings"
	"testing"
)

func TestAProblemNamesTheFieldAndWhatToDo(t *testing.T) {
	long, huge := strings.Repeat("x", MaxLine+1), strings.Repeat("x", MaxBody+1)
	header := Header{Title: "x", Status: StatusDraft}
	titled := func(s string) Header { h := header; h.Title = s; return h }
	for _, c := range []struct {
		row  Row
		want string
	}{
		{titled("  "), "Title is empty; say in a few words what happened."},
		{titled(strings.Repeat("é", MaxTitle+1)), "Title is longer than 200 letters; shorten it and put the rest into the summary."},
		{titled("a\xffb"), "Title holds bytes that are not text (UTF-8); type it anew."},
		{titled("a\x00b"), "Title holds a NUL character; take it out."},
		{titled("a\nb"), "Title is one line; take the line break out."},
		{Incident{Kind: Unscheduled, Severity: 6}, "Severity is 6; type a number from 1 (worst) to 5."},
		{Incident{Kind: "outage"}, `Kind "outage" is not one of unscheduled, scheduled, near miss, game day.`},
		{Incident{Kind: Unscheduled, Impact: huge}, "Impact is longer than 64 KiB; shorten it or put a part into a note."},
		{Event{What: long}, "What is longer than 4 KiB; shorten it or put a part into a note."},
		{Event{What: "x", When: Moment{At: at(5).At, End: at(1).At}}, "When ends before it begins; give the earlier time first."},
		{Attendee{Name: "Jo", Handle: "j o"}, "Handle @j o may hold letters, digits, dots, dashes and underscores; leave the rest out."},
		{Account{Text: "a\nb", Source: SaidInRoom}, ""},
		{titled(strings.Repeat("é", MaxTitle)), ""},
	} {
		got := ""
		if found := RowProblems(c.row); len(found) > 0 {
			got = found[0].Error()
		}
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestCheckFindsWhatAnImportMayHoldWrong(t *testing.T) {
	ed := testEditor()
	whole := rows(t, ed, begun(t, ed), "a1", "x", "y")
	whole, ana := mustID(t)(ed.EnsureAttendee(whole, "ana"))
	if found := Check(whole); len(found) > 0 {
		t.Fatalf("a good record has problems: %v", found)
	}
	for _, c := range []struct {
		name, field string
		spoil       func(p *Postmortem)
	}{
		{"no header", "Id", func(p *Postmortem) { p.Header.ID = "" }},
		{"an incident of another record", "Id", func(p *Postmortem) { p.Incident.ID = ana }},
		{"a short id", "Id", func(p *Postmortem) { p.Events = put(p.Events, Event{ID: "abc", What: "x", Pos: "a0"}) }},
		{"an id twice", "Id", func(p *Postmortem) { p.Events = append(p.Events[:3:3], p.Events[0]) }},
		{"no position", "Position", func(p *Postmortem) { p.Events = rewrite(p.Events, func(e Event) Event { e.Pos = ""; return e }) }},
		{"a bad position", "Position", func(p *Postmortem) { p.Events = rewrite(p.Events, func(e Event) Event { e.Pos = "a00"; return e }) }},
		{"an account of no event", "Event", func(p *Postmortem) {
			p.Accounts = []Account{{ID: ed.NewID(), Source: FromForm, Pos: "a0"}}
		}},
		{"an owner who is not there", "Owner", func(p *Postmortem) { p.Header.Owner = p.Events[0].ID }},
		{"a handle twice", "Handle", func(p *Postmortem) {
			p.Attendees = put(p.Attendees, Attendee{ID: ed.NewID(), Name: "Ana T", Handle: "Ana", Pos: "a1"})
		}},
		{"a ring of rows", "After", func(p *Postmortem) {
			x, y := named(t, *p, "x"), named(t, *p, "y")
			p.Events = rewrite(p.Events, func(e Event) Event {
				switch e.ID {
				case x:
					e.After = y
				case y:
					e.After = x
				}
				return e
			})
		}},
		{"a phase twice", "Phase", func(p *Postmortem) {
			m := p.PhaseMinutes[0]
			m.ID = ed.NewID()
			p.PhaseMinutes = put(p.PhaseMinutes, m)
		}},
		{"evidence about evidence", "Of", func(p *Postmortem) {
			id := ed.NewID()
			p.Evidence = []Evidence{{ID: id, Of: EvidenceRows, OfID: id, Pos: "a0"}}
		}},
	} {
		p := whole
		c.spoil(&p)
		found := false
		for _, problem := range Check(p) {
			found = found || problem.Field == c.field
		}
		if !found {
			t.Errorf("%s: got %v, want a problem of %s", c.name, Check(p), c.field)
		}
	}
}

func TestUnknownZonesAreSaidOnce(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	p.Milestones = []Milestone{{Kind: Began, When: Moment{At: meeting, Zone: "Mars/Base"}}, {Kind: Detected, When: Moment{At: meeting, Zone: "Mars/Base"}}}
	if found := ZoneProblems(p, ed.KnownZone); len(found) != 1 || found[0].Field != "Time zone" {
		t.Errorf("got %v", found)
	}
}
