package storage

import "debrief/model"

// headers: the post-mortem's own row.
func headers() table {
	return rows[model.Header]{
		table: model.Headers,
		columns: func(r *model.Header) []column {
			return []column{
				word("id", &r.ID),
				text("title", &r.Title),
				word("status", &r.Status),
				instant("created_at", &r.Created),
				instant("deleted_at", &r.Deleted),
				ref("owner", &r.Owner),
				ref("facilitator", &r.Facilitator),
				ref("note_taker", &r.NoteTaker),
				word("zone", &r.Zone),
				text("tags", &r.Tags),
				text("tldr", &r.TLDR),
				text("summary", &r.Summary),
				text("drift_signal", &r.DriftSignal),
				typed("publish_to", &r.PublishTo),
				text("told_direct", &r.ToldDirect),
				number("phase", &r.Phase),
				flag("names_off", &r.NamesOff),
				flag("unshared", &r.Unshared),
				instant("published_at", &r.PublishedAt),
				typed("published_to", &r.PublishedTo),
				typed("working_word", &r.WorkingWord),
				flag("page_names_off", &r.PageNamesOff),
			}
		},
		keep: func(rec *record, r model.Header) { rec.postmortem.Header = r },
		head: true,
	}.ready()
}
