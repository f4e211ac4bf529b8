package edit

import "debrief/model"

// Remove takes the row out of the record, with the rows that hang on it: an event goes with its
// accounts, knowings, cards, evidence and notes. What points to it keeps existing without the
// link, and untimed events that followed it keep their place. A
// person whose words or tasks are in the record is not removed. The header, the incident and the last session are never removed.
func (ed Editor) Remove(p model.Postmortem, table model.Table, id model.ID) (model.Postmortem, error) {
	switch table {
	case model.Milestones:
		return ed.SetMilestone(p, model.MilestoneKind(id), model.Moment{})
	case model.Headers, model.Incidents, model.PhaseMinuteRows:
		return p, model.Problem{Field: string(table), Words: "This belongs to the record and stays; empty its fields instead."}
	case model.Sessions:
		if len(p.Sessions) == 1 {
			return p, model.Problem{Field: "Session", Words: "A record keeps at least one session; change this one instead."}
		}
	}
	row, ok := p.Row(table, id)
	if !ok {
		return p, model.Gone(table, id)
	}
	if a, ok := row.(model.Attendee); ok {
		return removeAttendee(p, a)
	}
	if table == model.Events {
		p = followersKeepTheirPlace(p, id)
	}
	next := model.Without(p, func(r model.Row) bool { return r.Table() == table && r.Key() == id })
	if table == model.Events {
		next.Events = model.Rewrite(next.Events, func(r model.Event) model.Event {
			if r.After == id { // a timed row, which keeps no place behind another
				r.After = ""
			}
			return r
		})
	}
	if table == model.Countermeasures {
		next.ParkedIdeas = model.Rewrite(next.ParkedIdeas, func(r model.ParkedIdea) model.ParkedIdea {
			if was, _ := model.Find(p.ParkedIdeas, r.ID); was.Countermeasure == id {
				r.State = model.Waiting // what it became is gone, so it waits again
			}
			return r
		})
	}
	return next, nil
}
