package countermeasures

import (
	"strings"

	"debrief/ui/entry"
	"debrief/ui/screen"
)

// checkField says how a changed text of a form is understood.
func (s *Screen) checkField(key, text string) screen.Reading {
	switch key {
	case fieldText:
		if strings.TrimSpace(text) == "" {
			return screen.Reading{Fault: true, Words: "the words are empty; say what will change, or x removes the row"}
		}
	case fieldOwner:
		return entry.CheckPerson(s.context.People, text)
	case fieldSaidBy:
		return entry.CheckPerson(s.people, text)
	case fieldBy, fieldRest, fieldDoneOn, fieldTested:
		return entry.CheckDate(text, s.ctx())
	case fieldRow:
		return s.clocks.Check(text, s.x)
	}
	return screen.Reading{}
}
