package model

// Phase is a step of the meeting, 1 to 7. Zero is home: no phase.
type Phase int

// The seven phases in their order.
const (
	PhaseOpen Phase = iota + 1
	PhaseAttendees
	PhaseTimeline
	PhaseDiscretion
	PhaseLearning
	PhaseCountermeasures
	PhaseClose
)

// Phases lists the seven phases in their order.
func Phases() []Phase {
	return []Phase{PhaseOpen, PhaseAttendees, PhaseTimeline, PhaseDiscretion, PhaseLearning, PhaseCountermeasures, PhaseClose}
}

// String returns the full name of the phase.
func (p Phase) String() string {
	switch p {
	case PhaseOpen:
		return "Open"
	case PhaseAttendees:
		return "Attendees"
	case PhaseTimeline:
		return "Timeline"
	case PhaseDiscretion:
		return "Discretionary space"
	case PhaseLearning:
		return "Learning"
	case PhaseCountermeasures:
		return "Countermeasures"
	case PhaseClose:
		return "Close"
	}
	return ""
}

// Short returns the name of the phase where space is short.
func (p Phase) Short() string {
	if p == PhaseDiscretion {
		return "Discretion"
	}
	return p.String()
}
