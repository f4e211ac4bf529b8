package storage

import "debrief/model"

// evidence: what ties rows to places in artefacts.
func evidence() table {
	return rows[model.Evidence]{
		table: model.EvidenceRows,
		columns: func(r *model.Evidence) []column {
			return []column{
				word("id", &r.ID),
				word("of_table", &r.Of),
				word("of_id", &r.OfID),
				ref("artefact", &r.Artefact),
				typed("lines", &r.Lines),
				text("url", &r.URL),
				instant("at", &r.At),
				text("quote", &r.Quote),
				ref("attendee", &r.Attendee),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Evidence) { rec.postmortem.Evidence = append(rec.postmortem.Evidence, r) },
	}.ready()
}
