package storage

import "debrief/model"

// accounts: the attendees' perspectives on events.
func accounts() table {
	return rows[model.Account]{
		table: model.Accounts,
		columns: func(r *model.Account) []column {
			return []column{
				word("id", &r.ID),
				ref("event", &r.Event),
				ref("attendee", &r.Attendee),
				text("text", &r.Text),
				word("source", &r.Source),
				flag("quoted", &r.Quoted),
				flag("private", &r.Private),
				word("pos", &r.Pos),
			}
		},
		keep: func(rec *record, r model.Account) { rec.postmortem.Accounts = append(rec.postmortem.Accounts, r) },
	}.ready()
}
