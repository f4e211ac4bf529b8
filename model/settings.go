package model

import "time"

// SettingsID is the id of the record that holds what must travel with the data: settings,
// signals and saved searches. It has a change log of its own, like a post-mortem.
const SettingsID ID = "settings"

// Settings is that record.
type Settings struct {
	Values   []Setting
	Signals  []Signal
	Searches []SavedSearch
}

// Setting is one value that travels with the data, such as the review threshold.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Signal is a weaker signal noted outside a post-mortem, which may become one.
type Signal struct {
	ID         ID        `json:"id"`
	Text       string    `json:"text"`
	Source     string    `json:"source,omitzero"`
	Severity   int       `json:"severity,omitzero"` // 1 is worst; 0 is not said
	At         time.Time `json:"at,omitzero"`
	Postmortem ID        `json:"postmortem,omitzero"` // what it became
	Reason     string    `json:"reason,omitzero"`     // why it was not reviewed
	Private    bool      `json:"private,omitzero"`
	Pos        string    `json:"pos"`
}

// SavedSearch is a search that a person wants to run again.
type SavedSearch struct {
	ID    ID     `json:"id"`
	Name  string `json:"name"`
	Query string `json:"query"`
	Pos   string `json:"pos"`
}

// Setting returns the value of that name, "" where there is none.
func (s Settings) Setting(name string) string {
	for _, v := range s.Values {
		if v.Name == name {
			return v.Value
		}
	}
	return ""
}
