package model

// Postmortem is a whole record: the incident, the people, the timeline and what was learned and
// decided. The order of the slices means nothing; Index gives the order of the screen and page.
//
// A Postmortem is treated as a value: edits make a copy (Apply does) and never write through a
// slice that somebody else may be drawing from.
type Postmortem struct {
	Header          Header
	Incident        Incident
	Milestones      []Milestone
	Attendees       []Attendee
	Sessions        []Session
	PhaseMinutes    []PhaseMinutes
	Events          []Event
	Accounts        []Account
	Knowings        []Knowing
	DecisionPoints  []DecisionPoint
	CardLines       []CardLine
	Learnings       []Learning
	Countermeasures []Countermeasure
	ParkedIdeas     []ParkedIdea
	Artefacts       []Artefact
	Evidence        []Evidence
	Notes           []Note
	Findings        []Finding
}

// Rows calls each for every row of the record, tables in the order of Tables.
func (p Postmortem) Rows(each func(Row)) {
	if p.Header.ID != "" {
		each(p.Header)
	}
	if p.Incident.ID != "" {
		each(p.Incident)
	}
	eachRow(p.Milestones, each)
	eachRow(p.Attendees, each)
	eachRow(p.Sessions, each)
	eachRow(p.PhaseMinutes, each)
	eachRow(p.Events, each)
	eachRow(p.Accounts, each)
	eachRow(p.Knowings, each)
	eachRow(p.DecisionPoints, each)
	eachRow(p.CardLines, each)
	eachRow(p.Learnings, each)
	eachRow(p.Countermeasures, each)
	eachRow(p.ParkedIdeas, each)
	eachRow(p.Artefacts, each)
	eachRow(p.Evidence, each)
	eachRow(p.Notes, each)
	eachRow(p.Findings, each)
}

func eachRow[R Row](rows []R, each func(Row)) {
	for _, r := range rows {
		each(r)
	}
}

// Row returns the row of that table and id, false where there is none.
func (p Postmortem) Row(table Table, id ID) (Row, bool) {
	var found Row
	p.rowsOf(table, func(r Row) {
		if r.Key() == id {
			found = r
		}
	})
	return found, found != nil
}

func (p Postmortem) rowsOf(table Table, each func(Row)) {
	switch table {
	case Headers:
		if p.Header.ID != "" {
			each(p.Header)
		}
	case Incidents:
		if p.Incident.ID != "" {
			each(p.Incident)
		}
	case Milestones:
		eachRow(p.Milestones, each)
	case Attendees:
		eachRow(p.Attendees, each)
	case Sessions:
		eachRow(p.Sessions, each)
	case PhaseMinuteRows:
		eachRow(p.PhaseMinutes, each)
	case Events:
		eachRow(p.Events, each)
	case Accounts:
		eachRow(p.Accounts, each)
	case Knowings:
		eachRow(p.Knowings, each)
	case DecisionPoints:
		eachRow(p.DecisionPoints, each)
	case CardLines:
		eachRow(p.CardLines, each)
	case Learnings:
		eachRow(p.Learnings, each)
	case Countermeasures:
		eachRow(p.Countermeasures, each)
	case ParkedIdeas:
		eachRow(p.ParkedIdeas, each)
	case Artefacts:
		eachRow(p.Artefacts, each)
	case EvidenceRows:
		eachRow(p.Evidence, each)
	case Notes:
		eachRow(p.Notes, each)
	case Findings:
		eachRow(p.Findings, each)
	}
}

// Milestone returns when the milestone of that kind was, the zero Moment where nobody has said.
func (p Postmortem) Milestone(kind MilestoneKind) Moment {
	for _, m := range p.Milestones {
		if m.Kind == kind {
			return m.When
		}
	}
	return Moment{}
}

// Attendee returns the attendee of that id, the zero Attendee where there is none.
func (p Postmortem) Attendee(id ID) Attendee {
	if id == "" {
		return Attendee{}
	}
	for _, a := range p.Attendees {
		if a.ID == id {
			return a
		}
	}
	return Attendee{}
}
