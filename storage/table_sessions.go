package storage

import "debrief/model"

// sessions: the sittings of a post-mortem.
func sessions() table {
	return rows[model.Session]{
		table: model.Sessions,
		columns: func(r *model.Session) []column {
			return []column{
				word("id", &r.ID),
				instant("start_at", &r.Start),
				instant("end_at", &r.End),
				ref("facilitator", &r.Facilitator),
				number("minutes", &r.Minutes),
				word("gate", &r.Gate),
				instant("gate_at", &r.GateAt),
				number("hands", &r.Hands),
				number("learned", &r.Learned),
				number("differently", &r.Differently),
				number("comes_again", &r.ComesAgain),
				number("hands_asked", &r.HandsAsked),
				text("try_next", &r.TryNext),
				word("pos", &r.Pos),
				instant("planned_at", &r.PlannedAt),
				typed("place", &r.Where),
				instant("clock_at", &r.ClockAt),
			}
		},
		keep: func(rec *record, r model.Session) { rec.postmortem.Sessions = append(rec.postmortem.Sessions, r) },
	}.ready()
}
