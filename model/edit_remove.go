package model

// Without leaves out the rows for which leave says so, and those that hang on a row that is left
// out; links from other rows to any of them are cleared.
func Without(p Postmortem, leave func(Row) bool) Postmortem {
	p, _ = without(p, leave)
	return p
}

// without is Without, and returns which rows are out.
func without(p Postmortem, leave func(Row) bool) (Postmortem, map[place]bool) {
	out := make(map[place]bool)
	for _, t := range p.tables() {
		if t.table() != Milestones {
			t.leave(out, leave)
		}
	}
	if len(out) == 0 {
		return p, out
	}
	return relink(p, out, ""), out
}

func keep[R Row](rows []R, out map[place]bool, leave func(Row) bool) []R {
	var kept []R
	for i, r := range rows {
		if row := Row(r); !leave(row) && !hangsOn(row, out) {
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
	next := Without(p, func(r Row) bool { return r.Table() == table && r.Key() == id })
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
