package opening

import (
	"debrief/model"
	"debrief/ui/safe"
)

// label is the field's name before the capture line. Of two long words the second says enough.
func label(f model.Field) safe.Text {
	switch f {
	case model.FieldContacts:
		return "Contacts"
	case model.FieldMeasure:
		return "Measure"
	case model.FieldDriftSignal:
		return "Signal"
	}
	return safe.Line(string(f))
}

// hint is what belongs into an empty field.
func hint(f model.Field) safe.Text {
	switch f {
	case model.FieldSeverity:
		return "1 to 5, 1 is the most severe"
	case model.FieldOwner:
		return "who looks after it until it is closed"
	case model.FieldFacilitator:
		return "who leads the talk today"
	case model.FieldNoteTaker:
		return "who takes notes"
	case model.FieldBegan, model.FieldDetected, model.FieldMitigated, model.FieldResolved, model.FieldDeclared, model.FieldNoticed:
		return "14:02, ~14:02 or 2026-03-12 14:02"
	case model.FieldImpact:
		return "who felt it, how many, how long, what they noticed"
	case model.FieldSystems, model.FieldTags:
		return "words, parted by commas"
	case model.FieldDriftSignal:
		return "what one does when the talk drifts"
	case model.FieldMeeting:
		return "fri 14:00, or fri 14:00-15:00; ctrl+k invite writes the text"
	case model.FieldWhere:
		return "a room, the address of a call"
	case model.FieldDetectedBy:
		return "alert, person or customer, and which"
	case model.FieldContacts:
		return "how many wrote or called"
	case model.FieldMeasure:
		return "orders, messages, minutes lost"
	case model.FieldTLDR:
		return "one sentence"
	case model.FieldSummary:
		return "a paragraph; ctrl+x opens your editor"
	case model.FieldWord:
		return "post-mortem, learning review, retrospective"
	}
	return ""
}
