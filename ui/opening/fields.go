package opening

import (
	"debrief/model"
	"debrief/ui/safe"
)

// question is what the facilitator asks the room to fill the field.
func question(f model.Field) safe.Text {
	switch f {
	case model.FieldTitle:
		return "What happened, in a few words that everyone here accepts?"
	case model.FieldKind:
		return "Was it unscheduled, scheduled, a near miss or a game day?"
	case model.FieldSeverity:
		return "How severe was it for those who felt it? 1 is the most severe."
	case model.FieldOwner:
		return "Who looks after this post-mortem until it is closed?"
	case model.FieldFacilitator:
		return "Who leads the talk today, and was not close to the event?"
	case model.FieldNoteTaker:
		return "Who takes notes, so that the facilitator can listen?"
	case model.FieldBegan:
		return "When did it begin, as far as we know today?"
	case model.FieldDetected:
		return "When did somebody or something first notice?"
	case model.FieldDeclared:
		return "When was it called an incident?"
	case model.FieldNoticed:
		return "When did people outside notice?"
	case model.FieldMitigated:
		return "When did users no longer feel it?"
	case model.FieldResolved:
		return "When was it over?"
	case model.FieldDetectedBy:
		return "What noticed it first: an alert, a person, a customer?"
	case model.FieldImpact:
		return "Who felt it, how many, how long, and what did they notice?"
	case model.FieldContacts:
		return "How many customers wrote or called, and about what?"
	case model.FieldMeasure:
		return "Which business measure shows it, and by how much?"
	case model.FieldTLDR:
		return "How do we tell it in one sentence?"
	case model.FieldSummary:
		return "What happened, in a paragraph for someone who was not here?"
	case model.FieldSystems:
		return "Which systems took part?"
	case model.FieldTags:
		return "Which words help others to find this later?"
	case model.FieldZone:
		return "In which time zone do we tell the times?"
	case model.FieldDriftSignal:
		return "What signal shall we use when we drift?"
	case model.FieldWord:
		return "What do we call this: post-mortem, learning review, retrospective?"
	case model.FieldStatus:
		return "How far has this post-mortem come?"
	}
	return "What do you hope to take away?"
}

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
