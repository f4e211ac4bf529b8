package storage

import "debrief/model"

// phaseMinutes: plan and clock of each phase of each sitting.
func phaseMinutes() table {
	return rows[model.PhaseMinutes]{
		table: model.PhaseMinuteRows,
		columns: func(r *model.PhaseMinutes) []column {
			return []column{
				word("id", &r.ID),
				ref("session", &r.Session),
				number("phase", &r.Phase),
				number("planned", &r.Planned),
				number("actual_seconds", &r.Actual),
				flag("visited", &r.Visited),
				number("given", &r.Given),
			}
		},
		keep: func(rec *record, r model.PhaseMinutes) {
			rec.postmortem.PhaseMinutes = append(rec.postmortem.PhaseMinutes, r)
		},
	}.ready()
}
