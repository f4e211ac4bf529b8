package storage

import "debrief/model"

// signals: weaker signals noted outside a post-mortem.
func signals() table {
	return rows[model.Signal]{
		table: model.Signals,
		columns: func(r *model.Signal) []column {
			return []column{
				word("id", &r.ID),
				text("text", &r.Text),
				text("source", &r.Source),
				number("severity", &r.Severity),
				instant("at", &r.At),
				word("postmortem", &r.Postmortem),
				text("reason", &r.Reason),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep:   func(rec *record, r model.Signal) { rec.settings.Signals = append(rec.settings.Signals, r) },
		shared: true,
	}.ready()
}
