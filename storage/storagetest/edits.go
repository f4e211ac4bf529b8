package storagetest

import (
	"fmt"
	"slices"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

// Edits makes random edits over every table of a post-mortem. Whatever it makes is a whole
// record: no row refers to one that is not there.
type Edits struct {
	// Pick returns a number from 0 up to and without n.
	Pick func(n int) int

	all     []model.Postmortem // what rows can come from
	written int
}

// NewEdits returns edits of the post-mortem of that id.
func NewEdits(id model.ID, pick func(n int) int) *Edits {
	e := &Edits{Pick: pick}
	for i := range 3 {
		p := sampletest.Full(id, 1000*(i+1))
		p.Header.Deleted = model.Header{}.Deleted
		p.Milestones[0].Kind = model.MilestoneKinds()[i]
		e.all = append(e.all, p)
	}
	return e
}

// Next returns p after a random edit: some rows more, some fewer, some with another text.
func (e *Edits) Next(p model.Postmortem) model.Postmortem {
	from := e.all[e.Pick(len(e.all))]
	if p.Header.ID == "" {
		from.Header.Owner, from.Header.Facilitator, from.Header.NoteTaker = "", "", ""
		return model.Postmortem{Header: from.Header, Incident: from.Incident}
	}
	q := p
	for range 1 + e.Pick(3) {
		e.edit(&q, from)
	}
	return whole(q)
}

func (e *Edits) edit(p *model.Postmortem, from model.Postmortem) {
	switch e.Pick(18) {
	case 0:
		p.Header = from.Header
		p.Header.Title = e.write()
	case 1:
		p.Incident = from.Incident
		p.Incident.Severity = e.Pick(6)
	case 2:
		p.Milestones = vary(e, p.Milestones, from.Milestones, func(r *model.Milestone) { r.When.Typed = e.write() })
	case 3:
		p.Attendees = vary(e, p.Attendees, from.Attendees, func(r *model.Attendee) { r.Name = e.write() })
	case 4:
		p.Sessions = vary(e, p.Sessions, from.Sessions, func(r *model.Session) { r.TryNext = e.write() })
	case 5:
		p.PhaseMinutes = vary(e, p.PhaseMinutes, from.PhaseMinutes, func(r *model.PhaseMinutes) { r.Planned = e.Pick(60) })
	case 6:
		p.Events = vary(e, p.Events, from.Events, func(r *model.Event) { r.What = e.write() })
	case 7:
		p.Accounts = vary(e, p.Accounts, from.Accounts, func(r *model.Account) { r.Text = e.write() })
	case 8:
		p.Knowings = vary(e, p.Knowings, from.Knowings, func(r *model.Knowing) { r.When.Typed = e.write() })
	case 9:
		p.DecisionPoints = vary(e, p.DecisionPoints, from.DecisionPoints, func(r *model.DecisionPoint) { r.Private = !r.Private })
	case 10:
		p.CardLines = vary(e, p.CardLines, from.CardLines, func(r *model.CardLine) { r.Text = e.write() })
	case 11:
		p.Learnings = vary(e, p.Learnings, from.Learnings, func(r *model.Learning) { r.Answer = e.write() })
	case 12:
		p.Countermeasures = vary(e, p.Countermeasures, from.Countermeasures, func(r *model.Countermeasure) { r.Ticket = e.write() })
	case 13:
		p.ParkedIdeas = vary(e, p.ParkedIdeas, from.ParkedIdeas, func(r *model.ParkedIdea) { r.Reason = e.write() })
	case 14:
		p.Artefacts = vary(e, p.Artefacts, from.Artefacts, func(r *model.Artefact) { r.Title = e.write() })
	case 15:
		p.Evidence = vary(e, p.Evidence, from.Evidence, func(r *model.Evidence) { r.Quote = e.write() })
	case 16:
		p.Notes = vary(e, p.Notes, from.Notes, func(r *model.Note) { r.Text = e.write() })
	case 17:
		p.Findings = vary(e, p.Findings, from.Findings, func(r *model.Finding) { r.Reason = e.write() })
	}
}

// write returns a text, another one each time.
func (e *Edits) write() string {
	e.written++
	words := []string{"queue", "don't", "“quoted”", "Ümlaut", "日本", "<b>", "a\tb", ""}
	return fmt.Sprintf("%s %d", words[e.Pick(len(words))], e.written)
}

// vary adds the rows that are not there, or removes one, or rewrites one.
func vary[R model.Row](e *Edits, rows, more []R, rewrite func(*R)) []R {
	rows = slices.Clone(rows)
	if len(rows) == 0 || e.Pick(3) == 0 {
		for _, r := range more {
			if !slices.ContainsFunc(rows, func(o R) bool { return o.Key() == r.Key() }) {
				rows = append(rows, r)
			}
		}
		return rows
	}
	i := e.Pick(len(rows))
	if e.Pick(3) == 0 {
		return slices.Delete(rows, i, i+1)
	}
	rewrite(&rows[i])
	return rows
}

// whole takes out of p the rows that refer to nothing, and the optional references to nothing.
func whole(p model.Postmortem) model.Postmortem {
	people, events := keys(p.Attendees), keys(p.Events)
	loose := func(ids map[model.ID]bool, ref *model.ID) {
		if !ids[*ref] {
			*ref = ""
		}
	}
	loose(people, &p.Header.Owner)
	loose(people, &p.Header.Facilitator)
	loose(people, &p.Header.NoteTaker)
	p.Sessions = each(p.Sessions, func(r *model.Session) bool { loose(people, &r.Facilitator); return true })
	sessions := keys(p.Sessions)
	p.PhaseMinutes = each(p.PhaseMinutes, func(r *model.PhaseMinutes) bool { return sessions[r.Session] })
	p.Events = each(p.Events, func(r *model.Event) bool { loose(events, &r.After); return true })
	p.Accounts = each(p.Accounts, func(r *model.Account) bool { loose(people, &r.Attendee); return events[r.Event] })
	p.Knowings = each(p.Knowings, func(r *model.Knowing) bool { loose(people, &r.Attendee); return events[r.Event] })
	p.DecisionPoints = each(p.DecisionPoints, func(r *model.DecisionPoint) bool { loose(people, &r.Attendee); return events[r.Event] })
	cards := keys(p.DecisionPoints)
	p.CardLines = each(p.CardLines, func(r *model.CardLine) bool { loose(people, &r.Attendee); return cards[r.DecisionPoint] })
	p.Learnings = each(p.Learnings, func(r *model.Learning) bool {
		loose(people, &r.Attendee)
		loose(events, &r.Event)
		return true
	})
	learnings := keys(p.Learnings)
	p.Countermeasures = each(p.Countermeasures, func(r *model.Countermeasure) bool {
		loose(people, &r.Owner)
		loose(learnings, &r.Condition)
		loose(events, &r.Event)
		return true
	})
	measures := keys(p.Countermeasures)
	p.ParkedIdeas = each(p.ParkedIdeas, func(r *model.ParkedIdea) bool {
		loose(people, &r.Attendee)
		loose(measures, &r.Countermeasure)
		return true
	})
	artefacts := keys(p.Artefacts)
	p.Evidence = each(p.Evidence, func(r *model.Evidence) bool {
		loose(people, &r.Attendee)
		loose(artefacts, &r.Artefact)
		return true
	})
	return p
}

func keys[R model.Row](rows []R) map[model.ID]bool {
	ids := make(map[model.ID]bool, len(rows))
	for _, r := range rows {
		ids[r.Key()] = true
	}
	return ids
}

// each returns the rows that keep wants, as it left them; rows itself stays as it was.
func each[R any](rows []R, keep func(*R) bool) []R {
	var kept []R
	for _, r := range rows {
		if keep(&r) {
			kept = append(kept, r)
		}
	}
	return kept
}
