package model

// place names a row of any table.
type place struct {
	table Table
	id    ID
}

// hangsOn returns the row without which r makes no sense; it is removed and hidden with it.
func hangsOn(r Row) place {
	switch r := r.(type) {
	case PhaseMinutes:
		return place{Sessions, r.Session}
	case Account:
		return place{Events, r.Event}
	case Knowing:
		return place{Events, r.Event}
	case DecisionPoint:
		return place{Events, r.Event}
	case CardLine:
		return place{DecisionPoints, r.DecisionPoint}
	case Evidence:
		return place{r.Of, r.OfID}
	case Note:
		return place{r.Of, r.OfID}
	}
	return place{}
}

// without leaves out the rows for which leave says so, and those that hang on a row that is
// left out; links from other rows to any of them are cleared.
func without(p Postmortem, leave func(Row) bool) (Postmortem, map[place]bool) {
	out := make(map[place]bool)
	p.Sessions = keep(p.Sessions, out, leave)
	p.PhaseMinutes = keep(p.PhaseMinutes, out, leave)
	p.Attendees = keep(p.Attendees, out, leave)
	p.Events = keep(p.Events, out, leave)
	p.Accounts = keep(p.Accounts, out, leave)
	p.Knowings = keep(p.Knowings, out, leave)
	p.DecisionPoints = keep(p.DecisionPoints, out, leave)
	p.CardLines = keep(p.CardLines, out, leave)
	p.Learnings = keep(p.Learnings, out, leave)
	p.Countermeasures = keep(p.Countermeasures, out, leave)
	p.ParkedIdeas = keep(p.ParkedIdeas, out, leave)
	p.Artefacts = keep(p.Artefacts, out, leave)
	p.Evidence = keep(p.Evidence, out, func(r Row) bool {
		e, ok := r.(Evidence)
		return leave(r) || ok && out[place{Artefacts, e.Artefact}]
	})
	p.Notes = keep(p.Notes, out, leave)
	p.Findings = keep(p.Findings, out, leave)
	if len(out) == 0 {
		return p, out
	}
	return unlink(p, out), out
}

func keep[R Row](rows []R, out map[place]bool, leave func(Row) bool) []R {
	var kept []R
	for i, r := range rows {
		if !leave(r) && !out[hangsOn(r)] {
			if kept != nil {
				kept = append(kept, r)
			}
			continue
		}
		if kept == nil {
			kept = make([]R, i, len(rows))
			copy(kept, rows)
		}
		out[place{r.Table(), r.Key()}] = true
	}
	if kept == nil {
		return rows // the same slice, so that Diff sees nothing changed
	}
	return kept
}

// unlink clears every link to a row that is out. Event.After is not a link in this sense: it
// holds a place in the timeline and is given another row to follow instead.
func unlink(p Postmortem, out map[place]bool) Postmortem {
	clear := func(table Table, ids ...*ID) {
		for _, id := range ids {
			if out[place{table, *id}] {
				*id = ""
			}
		}
	}
	clear(Attendees, &p.Header.Owner, &p.Header.Facilitator, &p.Header.NoteTaker)
	p.Sessions = rewrite(p.Sessions, func(r Session) Session { clear(Attendees, &r.Facilitator); return r })
	p.Accounts = rewrite(p.Accounts, func(r Account) Account { clear(Attendees, &r.Attendee); return r })
	p.Knowings = rewrite(p.Knowings, func(r Knowing) Knowing { clear(Attendees, &r.Attendee); return r })
	p.DecisionPoints = rewrite(p.DecisionPoints, func(r DecisionPoint) DecisionPoint { clear(Attendees, &r.Attendee); return r })
	p.CardLines = rewrite(p.CardLines, func(r CardLine) CardLine { clear(Attendees, &r.Attendee); return r })
	p.Learnings = rewrite(p.Learnings, func(r Learning) Learning {
		clear(Attendees, &r.Attendee)
		clear(Events, &r.Event)
		return r
	})
	p.Countermeasures = rewrite(p.Countermeasures, func(r Countermeasure) Countermeasure {
		clear(Attendees, &r.Owner)
		clear(Learnings, &r.Condition)
		clear(Events, &r.Event)
		return r
	})
	p.ParkedIdeas = rewrite(p.ParkedIdeas, func(r ParkedIdea) ParkedIdea {
		clear(Attendees, &r.Attendee)
		clear(Countermeasures, &r.Countermeasure)
		if out[place{r.Of, r.OfID}] {
			r.Of, r.OfID = "", ""
		}
		return r
	})
	p.Evidence = rewrite(p.Evidence, func(r Evidence) Evidence { clear(Attendees, &r.Attendee); return r })
	p.Findings = rewrite(p.Findings, func(r Finding) Finding {
		if out[place{r.Of, r.OfID}] {
			r.Of, r.OfID, r.Field = "", "", ""
		}
		return r
	})
	return p
}

// Remove takes the row out of the record, with the rows that hang on it: an event goes with its
// accounts, knowings, cards, evidence and notes. What points to it keeps existing without the
// link, and untimed events that followed it keep their place. A person is removed by
// RemoveAttendee. The header, the incident and the last session are never removed.
func (ed Editor) Remove(p Postmortem, table Table, id ID) (Postmortem, error) {
	switch table {
	case Attendees:
		return ed.RemoveAttendee(p, id)
	case Milestones:
		return ed.SetMilestone(p, MilestoneKind(id), Moment{})
	case Headers, Incidents, PhaseMinuteRows:
		return p, Problem{Field: string(table), Words: "This belongs to the record and stays; empty its fields instead."}
	case Sessions:
		if len(p.Sessions) == 1 {
			return p, Problem{Field: "Session", Words: "A record keeps at least one session; change this one instead."}
		}
	}
	if _, ok := p.Row(table, id); !ok {
		return p, gone(table, id)
	}
	if table == Events {
		p = followersKeepTheirPlace(p, id)
	}
	next, _ := without(p, func(r Row) bool { return r.Table() == table && r.Key() == id })
	if table == Events {
		next.Events = rewrite(next.Events, func(r Event) Event {
			if r.After == id { // a timed row, which keeps no place behind another
				r.After = ""
			}
			return r
		})
	}
	if table == Countermeasures {
		next.ParkedIdeas = rewrite(next.ParkedIdeas, func(r ParkedIdea) ParkedIdea {
			if was, _ := find(p.ParkedIdeas, r.ID); was.Countermeasure == id {
				r.State = Waiting // what it became is gone, so it waits again
			}
			return r
		})
	}
	return next, nil
}

// RemoveEvent is Remove for a row of the timeline.
func (ed Editor) RemoveEvent(p Postmortem, id ID) (Postmortem, error) {
	return ed.Remove(p, Events, id)
}
