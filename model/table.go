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

// Tables lists the tables of a post-mortem so that a row stands behind those it refers to.
func Tables() []Table {
	return []Table{Headers, Incidents, Milestones, Attendees, Sessions, PhaseMinuteRows, Events, Accounts,
		Knowings, DecisionPoints, CardLines, Learnings, Countermeasures, ParkedIdeas, Artefacts, EvidenceRows,
		Notes, Findings}
}

// The Table and Key of each row type.
func (Header) Table() Table         { return Headers }
func (Incident) Table() Table       { return Incidents }
func (Milestone) Table() Table      { return Milestones }
func (Session) Table() Table        { return Sessions }
func (PhaseMinutes) Table() Table   { return PhaseMinuteRows }
func (Attendee) Table() Table       { return Attendees }
func (Event) Table() Table          { return Events }
func (Account) Table() Table        { return Accounts }
func (Knowing) Table() Table        { return Knowings }
func (DecisionPoint) Table() Table  { return DecisionPoints }
func (CardLine) Table() Table       { return CardLines }
func (Learning) Table() Table       { return Learnings }
func (Countermeasure) Table() Table { return Countermeasures }
func (ParkedIdea) Table() Table     { return ParkedIdeas }
func (Artefact) Table() Table       { return Artefacts }
func (Evidence) Table() Table       { return EvidenceRows }
func (Note) Table() Table           { return Notes }
func (Finding) Table() Table        { return Findings }
func (Setting) Table() Table        { return SettingRows }
func (Signal) Table() Table         { return Signals }
func (SavedSearch) Table() Table    { return SavedSearches }

func (r Header) Key() ID         { return r.ID }
func (r Incident) Key() ID       { return r.ID }
func (r Milestone) Key() ID      { return ID(r.Kind) }
func (r Session) Key() ID        { return r.ID }
func (r PhaseMinutes) Key() ID   { return r.ID }
func (r Attendee) Key() ID       { return r.ID }
func (r Event) Key() ID          { return r.ID }
func (r Account) Key() ID        { return r.ID }
func (r Knowing) Key() ID        { return r.ID }
func (r DecisionPoint) Key() ID  { return r.ID }
func (r CardLine) Key() ID       { return r.ID }
func (r Learning) Key() ID       { return r.ID }
func (r Countermeasure) Key() ID { return r.ID }
func (r ParkedIdea) Key() ID     { return r.ID }
func (r Artefact) Key() ID       { return r.ID }
func (r Evidence) Key() ID       { return r.ID }
func (r Note) Key() ID           { return r.ID }
func (r Finding) Key() ID        { return r.ID }
func (r Setting) Key() ID        { return ID(r.Name) }
func (r Signal) Key() ID         { return r.ID }
func (r SavedSearch) Key() ID    { return r.ID }
