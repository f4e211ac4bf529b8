package storage

import "debrief/model"

// settings: the settings that travel with the data.
func settings() table {
	return rows[model.Setting]{
		table: model.SettingRows,
		columns: func(r *model.Setting) []column {
			return []column{
				word("id", &r.Name),
				typed("value", &r.Value),
			}
		},
		keep:   func(rec *record, r model.Setting) { rec.settings.Values = append(rec.settings.Values, r) },
		shared: true,
	}.ready()
}
