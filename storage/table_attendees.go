package storage

import "debrief/model"

// attendees: the people of a record.
func attendees() table {
	return rows[model.Attendee]{
		table: model.Attendees,
		columns: func(r *model.Attendee) []column {
			return []column{
				word("id", &r.ID),
				text("handle", &r.Handle),
				text("name", &r.Name),
				text("other_names", &r.Other),
				text("team", &r.Team),
				number("roles", &r.Roles),
				flag("away", &r.Away),
				flag("first_time", &r.New),
				flag("private", &r.Private),
				word("pos", &r.Pos),
				number("seat", &r.Seat),
			}
		},
		keep: func(rec *record, r model.Attendee) { rec.postmortem.Attendees = append(rec.postmortem.Attendees, r) },
	}.ready()
}
