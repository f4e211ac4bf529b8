package storage

import "debrief/model"

// decisionPoints: the cards on the discretionary space.
func decisionPoints() table {
	return rows[model.DecisionPoint]{
		table: model.DecisionPoints,
		columns: func(r *model.DecisionPoint) []column {
			return []column{
				word("id", &r.ID),
				ref("event", &r.Event),
				ref("attendee", &r.Attendee),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.DecisionPoint) {
			rec.postmortem.DecisionPoints = append(rec.postmortem.DecisionPoints, r)
		},
	}.ready()
}
