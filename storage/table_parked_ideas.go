package storage

import "debrief/model"

// parkedIdeas: ideas said before their phase.
func parkedIdeas() table {
	return rows[model.ParkedIdea]{
		table: model.ParkedIdeas,
		columns: func(r *model.ParkedIdea) []column {
			return []column{
				word("id", &r.ID),
				text("text", &r.Text),
				ref("attendee", &r.Attendee),
				number("phase", &r.Phase),
				word("of_table", &r.Of),
				word("of_id", &r.OfID),
				instant("parked_at", &r.ParkedAt),
				word("state", &r.State),
				ref("countermeasure", &r.Countermeasure),
				text("reason", &r.Reason),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.ParkedIdea) {
			rec.postmortem.ParkedIdeas = append(rec.postmortem.ParkedIdeas, r)
		},
	}.ready()
}
