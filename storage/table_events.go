package storage

import (
	"slices"

	"debrief/model"
)

// events: the rows of the timeline.
func events() table {
	return rows[model.Event]{
		table: model.Events,
		columns: func(r *model.Event) []column {
			return slices.Concat([]column{word("id", &r.ID)}, moment(&r.When), []column{
				text("what", &r.What),
				word("kind", &r.Kind),
				flag("starred", &r.Starred),
				flag("private", &r.Private),
				ref("after_id", &r.After),
				word("pos", &r.Pos),
			})
		},
		keep: func(rec *record, r model.Event) { rec.postmortem.Events = append(rec.postmortem.Events, r) },
	}.ready()
}
