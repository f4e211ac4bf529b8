package wording

import "debrief/model"

// In is how the guard weighs what is said in a phase of the meeting; home and no phase at all
// count as the timeline, which asks for what happened.
func In(p model.Phase) Phase {
	switch p {
	case model.PhaseDiscretion:
		return Discretion
	case model.PhaseCountermeasures, model.PhaseClose:
		return Countermeasures
	}
	return Timeline
}
