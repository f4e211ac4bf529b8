package model

// Audience is who will see a projection of the record.
type Audience int

// The audiences. The facilitator sees everything; the room sees the shared screen.
const (
	ForFacilitator Audience = iota
	ForRoom
	ForInternalPage
	ForExternalPage
)

// For returns the record as the audience may see it. It is the only way to a screen, a search
// hit, a page or an export. Ids stay, so edits made on a projection reach the right rows.
//
// The facilitator sees everything; for everybody else private rows, and the rows that hang on
// them, are left out.
func For(p Postmortem, to Audience) Postmortem {
	if to == ForFacilitator {
		return p
	}
	gone := make(map[ID]bool)
	p.Attendees = shown(p.Attendees, gone, func(r Attendee) bool { return r.Private })
	p.Events = shown(p.Events, gone, func(r Event) bool { return r.Private })
	p.Accounts = shown(p.Accounts, gone, func(r Account) bool { return r.Private || gone[r.Event] })
	p.Knowings = shown(p.Knowings, gone, func(r Knowing) bool { return gone[r.Event] })
	p.DecisionPoints = shown(p.DecisionPoints, gone, func(r DecisionPoint) bool { return r.Private || gone[r.Event] })
	p.CardLines = shown(p.CardLines, gone, func(r CardLine) bool { return r.Private || gone[r.DecisionPoint] })
	p.Learnings = shown(p.Learnings, gone, func(r Learning) bool { return r.Private })
	p.Countermeasures = shown(p.Countermeasures, gone, func(r Countermeasure) bool { return r.Private })
	p.ParkedIdeas = shown(p.ParkedIdeas, gone, func(r ParkedIdea) bool { return r.Private })
	p.Artefacts = shown(p.Artefacts, gone, func(r Artefact) bool { return r.Private })
	p.Evidence = shown(p.Evidence, gone, func(r Evidence) bool { return r.Private || gone[r.Artefact] || gone[r.OfID] })
	p.Notes = shown(p.Notes, gone, func(r Note) bool { return r.Private || gone[r.OfID] })
	p.Findings = shown(p.Findings, gone, func(r Finding) bool { return r.Private || gone[r.OfID] })
	return p
}

func shown[R Row](rows []R, gone map[ID]bool, hidden func(R) bool) []R {
	kept := make([]R, 0, len(rows))
	for _, r := range rows {
		if hidden(r) {
			gone[r.Key()] = true
			continue
		}
		kept = append(kept, r)
	}
	if len(kept) == len(rows) {
		return rows // nothing hidden: the same slice, so that Diff sees nothing changed
	}
	return kept
}
