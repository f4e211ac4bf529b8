package storage

import "debrief/model"

// cardLines: the lines on the cards.
func cardLines() table {
	return rows[model.CardLine]{
		table: model.CardLines,
		columns: func(r *model.CardLine) []column {
			return []column{
				word("id", &r.ID),
				ref("decision_point", &r.DecisionPoint),
				word("field", &r.Field),
				text("text", &r.Text),
				ref("attendee", &r.Attendee),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.CardLine) { rec.postmortem.CardLines = append(rec.postmortem.CardLines, r) },
	}.ready()
}
