package discretion

import (
	"debrief/model"
	"debrief/ui/safe"
)

// name is how a field is called beside its lines.
func name(f model.CardField) safe.Text {
	switch f {
	case model.Cue:
		return "Cue"
	case model.KnownThen:
		return "Known then"
	case model.Goal:
		return "Goal"
	case model.Pressure:
		return "Pressure"
	case model.Options:
		return "Options seen"
	case model.Sensible:
		return "Sensible"
	case model.Needed:
		return "Needed"
	}
	return "Teaches"
}

// label is the name before the capture line, where there is less room.
func label(f model.CardField) safe.Text {
	switch f {
	case model.KnownThen:
		return "Known"
	case model.Options:
		return "Options"
	}
	return name(f)
}

// hint is what belongs into an empty field.
func hint(f model.CardField) safe.Text {
	switch f {
	case model.Cue:
		return "what was seen or heard that called for a decision"
	case model.KnownThen:
		return "what was on the screen, and what was in mind"
	case model.Goal:
		return "what was to be achieved or protected"
	case model.Pressure:
		return "time, load, other work, limits"
	case model.Options:
		return "each way that was in sight, a line each"
	case model.Sensible:
		return "what made this choice sensible at that moment"
	case model.Needed:
		return "what any colleague in this seat needs"
	}
	return "what others learn from it, and who teaches it"
}
