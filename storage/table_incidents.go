package storage

import "debrief/model"

// incidents: the facts of what is reviewed, one row a record.
func incidents() table {
	return rows[model.Incident]{
		table: model.Incidents,
		columns: func(r *model.Incident) []column {
			return []column{
				word("id", &r.ID),
				word("kind", &r.Kind),
				number("severity", &r.Severity),
				word("detected_by", &r.DetectedBy),
				text("detected_by_what", &r.DetectedByWhat),
				text("impact", &r.Impact),
				text("customer_contact", &r.CustomerContact),
				text("measure", &r.Measure),
				text("systems", &r.Systems),
			}
		},
		keep: func(rec *record, r model.Incident) { rec.postmortem.Incident = r },
	}.ready()
}
