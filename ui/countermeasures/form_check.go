package countermeasures

import (
	"strings"

	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// askField is the question of a field of the forms.
func askField(key string) safe.Text {
	switch key {
	case fieldText:
		return "What will change?"
	case fieldOwner:
		return "Who owns it: a person in this room, or a team that agreed?"
	case fieldBy:
		return "By what date?"
	case fieldKind:
		return "Does it prevent, detect, mitigate, recover or learn?"
	case fieldDoneWhen:
		return "How will we know it is done, and that it works?"
	case fieldTicket:
		return "Which ticket carries it?"
	case fieldCondition:
		return "Which condition does it address?"
	case fieldRow:
		return "At which row of the timeline did it come up?"
	case fieldState, fieldRest:
		return "Do we decide now, or let it rest?"
	case fieldReason:
		return "What are we choosing not to do, and why is that reasonable?"
	case fieldDoneOn, fieldClosing:
		return "When was it done, and what came of it?"
	case fieldTested, fieldResult:
		return "Was it tested again, and what came of it?"
	case fieldSaidBy:
		return "Whose idea was it?"
	case fieldPrivate:
		return "Is it for the facilitator alone?"
	}
	return ""
}

// checkField says how a changed text of a form is understood.
func (s *Screen) checkField(key, text string) screen.Reading {
	switch key {
	case fieldText:
		if strings.TrimSpace(text) == "" {
			return screen.Reading{Fault: true, Words: "the words are empty; say what will change, or x removes the row"}
		}
	case fieldOwner, fieldSaidBy:
		return entry.CheckPerson(s.context.People, text)
	case fieldBy, fieldRest, fieldDoneOn, fieldTested:
		return entry.CheckDate(text, s.ctx())
	case fieldRow:
		return s.clocks.Check(text, s.x)
	}
	return screen.Reading{}
}
