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
	for _, t := range p.tables() {
		t.each(each)
	}
}

// RowsOf returns the rows of one table.
func (p Postmortem) RowsOf(table Table) []Row {
	var rows []Row
	if t := tableOf(p.tables(), table); t != nil {
		t.each(func(r Row) { rows = append(rows, r) })
	}
	return rows
}

// Rewrite returns the record with every row as f leaves it, which has the same id.
func (p Postmortem) Rewrite(f func(Row) Row) Postmortem {
	for _, t := range p.tables() {
		t.rewrite(f)
	}
	return p
}

// Row returns the row of that table and id, false where there is none.
func (p Postmortem) Row(table Table, id ID) (Row, bool) {
	if t := tableOf(p.tables(), table); t != nil {
		if r, ok := t.find(id); ok {
			return r, true
		}
	}
	return nil, false
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
