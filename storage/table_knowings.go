package storage

import (
	"slices"

	"debrief/model"
)

// knowings: who knew of an event, and when.
func knowings() table {
	return rows[model.Knowing]{
		table: model.Knowings,
		columns: func(r *model.Knowing) []column {
			return slices.Concat([]column{word("id", &r.ID), ref("event", &r.Event), ref("attendee", &r.Attendee), word("state", &r.State)}, moment(&r.When), []column{
				word("pos", &r.Pos),
			})
		},
		keep: func(rec *record, r model.Knowing) { rec.postmortem.Knowings = append(rec.postmortem.Knowings, r) },
	}.ready()
}
