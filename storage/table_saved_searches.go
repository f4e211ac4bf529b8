package storage

import "debrief/model"

// savedSearches: searches that a person wants to run again.
func savedSearches() table {
	return rows[model.SavedSearch]{
		table: model.SavedSearches,
		columns: func(r *model.SavedSearch) []column {
			return []column{
				word("id", &r.ID),
				typed("name", &r.Name),
				typed("query", &r.Query),
				word("pos", &r.Pos),
			}
		},
		keep:   func(rec *record, r model.SavedSearch) { rec.settings.Searches = append(rec.settings.Searches, r) },
		shared: true,
	}.ready()
}
