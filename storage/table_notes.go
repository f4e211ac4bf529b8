package storage

import "debrief/model"

// notes: the facilitator's notes.
func notes() table {
	return rows[model.Note]{
		table: model.Notes,
		columns: func(r *model.Note) []column {
			return []column{
				word("id", &r.ID),
				number("phase", &r.Phase),
				word("of_table", &r.Of),
				word("of_id", &r.OfID),
				text("text", &r.Text),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Note) { rec.postmortem.Notes = append(rec.postmortem.Notes, r) },
	}.ready()
}
