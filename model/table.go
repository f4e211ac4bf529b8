package model

// Table names one kind of row, in the store, the change log and the JSON form alike.
type Table string

// The tables of a post-mortem.
const (
	Headers         Table = "postmortems"
	Incidents       Table = "incidents"
	Milestones      Table = "milestones"
	Sessions        Table = "sessions"
	PhaseMinuteRows Table = "phase_minutes"
	Attendees       Table = "attendees"
	Events          Table = "events"
	Accounts        Table = "accounts"
	Knowings        Table = "knowings"
	DecisionPoints  Table = "decision_points"
	CardLines       Table = "card_lines"
	Learnings       Table = "learnings"
	Countermeasures Table = "countermeasures"
	ParkedIdeas     Table = "parked_ideas"
	Artefacts       Table = "artefacts"
	EvidenceRows    Table = "evidence"
	Notes           Table = "notes"
	Findings        Table = "findings"
)

// The tables of the settings that travel with the data.
const (
	SettingRows   Table = "settings"
	Signals       Table = "signals"
	SavedSearches Table = "saved_searches"
)

// Name is what one row of a table is called.
func Name(t Table) string {
	if k, ok := kinds[t]; ok {
		return k.name
	}
	return "row"
}

// PhaseOf is the phase of the meeting that a row belongs to, and on whose screen it stands. A note
// that belongs to no phase, and what only explains another row, such as evidence, has none; nor has a nil row.
func PhaseOf(r Row) Phase {
	switch r := r.(type) {
	case nil:
		return 0
	case Note:
		return r.Phase
	}
	return kinds[r.Table()].phase
}

// kinds says what the rows of each table are to people: what one is called, and in which phase they
// are seen.
var kinds = map[Table]struct {
	name  string
	phase Phase
}{ // constant table
	Headers:         {"facts", PhaseOpen},
	Incidents:       {"facts", PhaseOpen},
	Milestones:      {"facts", PhaseOpen},
	Sessions:        {"meeting", PhaseClose},
	PhaseMinuteRows: {"meeting", 0},
	Attendees:       {"person", PhaseAttendees},
	Events:          {"event", PhaseTimeline},
	Accounts:        {"account", PhaseTimeline},
	Knowings:        {"when known", PhaseTimeline},
	DecisionPoints:  {"card", PhaseDiscretion},
	CardLines:       {"card", PhaseDiscretion},
	Learnings:       {"learning", PhaseLearning},
	Countermeasures: {"countermeasure", PhaseCountermeasures},
	ParkedIdeas:     {"idea", PhaseCountermeasures},
	Artefacts:       {"artefact", PhaseTimeline},
	EvidenceRows:    {"evidence", 0},
	Notes:           {"note", 0},
	Findings:        {"wording", PhaseClose},
}
