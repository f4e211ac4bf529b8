package model

// PhaseOf is the phase of the meeting that a row belongs to, and on whose screen it stands. A note
// that belongs to no phase, and what only explains another row, such as evidence, has none.
func PhaseOf(r Row) Phase {
	switch r := r.(type) {
	case Header, Incident, Milestone:
		return PhaseOpen
	case Attendee:
		return PhaseAttendees
	case Event, Account, Knowing, Artefact:
		return PhaseTimeline
	case DecisionPoint, CardLine:
		return PhaseDiscretion
	case Learning:
		return PhaseLearning
	case Countermeasure, ParkedIdea:
		return PhaseCountermeasures
	case Session, Finding:
		return PhaseClose
	case Note:
		return r.Phase
	}
	return 0
}
