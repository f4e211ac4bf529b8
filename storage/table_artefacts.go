package storage

import "debrief/model"

// artefacts: chat logs, tickets, graphs, posts, messages, files and links.
func artefacts() table {
	return rows[model.Artefact]{
		table: model.Artefacts,
		columns: func(r *model.Artefact) []column {
			return []column{
				word("id", &r.ID),
				word("kind", &r.Kind),
				text("title", &r.Title),
				text("url", &r.URL),
				text("text", &r.Text),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Artefact) { rec.postmortem.Artefacts = append(rec.postmortem.Artefacts, r) },
	}.ready()
}
