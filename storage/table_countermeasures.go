package storage

import "debrief/model"

// countermeasures: what will change.
func countermeasures() table {
	return rows[model.Countermeasure]{
		table: model.Countermeasures,
		columns: func(r *model.Countermeasure) []column {
			return []column{
				word("id", &r.ID),
				text("text", &r.Text),
				ref("owner", &r.Owner),
				day("by_date", &r.By),
				word("kind", &r.Kind),
				text("done_when", &r.DoneWhen),
				text("ticket", &r.Ticket),
				ref("condition", &r.Condition),
				ref("event", &r.Event),
				word("state", &r.State),
				day("rest_until", &r.RestUntil),
				text("reason", &r.Reason),
				day("done_on", &r.DoneOn),
				text("closing", &r.Closing),
				day("tested_on", &r.TestedOn),
				text("test_result", &r.TestResult),
				instant("read_back_at", &r.ReadBack),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Countermeasure) {
			rec.postmortem.Countermeasures = append(rec.postmortem.Countermeasures, r)
		},
	}.ready()
}
