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

// Table returns SettingRows.
func (Setting) Table() Table { return SettingRows }

// Key returns the row's id.
func (r Setting) Key() ID { return ID(r.Name) }

// Visit shows v every field.
func (r Setting) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Setting) Fields(v Visitor) {
	v.Text(&r.Name, Word("Name").Needed("name the setting"))
	v.Text(&r.Value, Body("Value").Unsought().Nameless())
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

// Table returns Signals.
func (Signal) Table() Table { return Signals }

// Key returns the row's id.
func (r Signal) Key() ID { return r.ID }

// Visit shows v every field.
func (r Signal) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Signal) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Text(&r.Text, Line("Signal").Nameless().Needed("say what was noticed"))
	v.Text(&r.Source, Line("Source").Nameless())
	v.Number(number(&r.Severity), 0, 5, Word("Severity").Outside(severityRange))
	v.Time(&r.At, Word("At"))
	v.Word(letters(&r.Postmortem), Word("Post-mortem"))
	v.Text(&r.Reason, Line("Reason").Nameless())
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

// SavedSearch is a search that a person wants to run again.
type SavedSearch struct {
	ID    ID     `json:"id"`
	Name  string `json:"name"`
	Query string `json:"query"`
	Pos   string `json:"pos"`
}

// Table returns SavedSearches.
func (SavedSearch) Table() Table { return SavedSearches }

// Key returns the row's id.
func (r SavedSearch) Key() ID { return r.ID }

// Visit shows v every field.
func (r SavedSearch) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *SavedSearch) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Text(&r.Name, Line("Name").Unsought().Nameless())
	v.Text(&r.Query, Line("Query").Unsought().Nameless())
	v.Position(&r.Pos)
}

// Rows calls each for every row of the settings, tables in the order of SettingTables.
func (s Settings) Rows(each func(Row)) {
	for _, t := range s.tables() {
		t.each(each)
	}
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
