package storage

import (
	"slices"

	"debrief/model"
)

// milestones: the times of an incident, one a kind.
func milestones() table {
	return rows[model.Milestone]{
		table: model.Milestones,
		columns: func(r *model.Milestone) []column {
			return slices.Concat([]column{word("id", &r.Kind)}, moment(&r.When))
		},
		keep: func(rec *record, r model.Milestone) { rec.postmortem.Milestones = append(rec.postmortem.Milestones, r) },
	}.ready()
}
