package storage

import "debrief/model"

// learnings: what the room learned.
func learnings() table {
	return rows[model.Learning]{
		table: model.Learnings,
		columns: func(r *model.Learning) []column {
			return []column{
				word("id", &r.ID),
				word("kind", &r.Kind),
				text("text", &r.Text),
				ref("event", &r.Event),
				ref("attendee", &r.Attendee),
				day("by_date", &r.By),
				text("seen", &r.Seen),
				text("answer", &r.Answer),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Learning) { rec.postmortem.Learnings = append(rec.postmortem.Learnings, r) },
	}.ready()
}
