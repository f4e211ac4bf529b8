package storage

import "debrief/model"

// findings: the wording receipt; search passes over it, for the words themselves were reworded or stand elsewhere.
func findings() table {
	return rows[model.Finding]{
		table: model.Findings,
		columns: func(r *model.Finding) []column {
			return []column{
				word("id", &r.ID),
				word("of_table", &r.Of),
				word("of_id", &r.OfID),
				word("field", &r.Field),
				word("category", &r.Category),
				word("rule", &r.Rule),
				flag("firm", &r.Firm),
				typed("text", &r.Text),
				word("outcome", &r.Outcome),
				typed("reason", &r.Reason),
				instant("at", &r.At),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Finding) { rec.postmortem.Findings = append(rec.postmortem.Findings, r) },
	}.ready()
}
