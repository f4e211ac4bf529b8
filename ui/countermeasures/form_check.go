package countermeasures

import (
	"strings"

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
		return s.checkPerson(text)
	case fieldBy, fieldRest, fieldDoneOn, fieldTested:
		day, err := s.date(text)
		switch {
		case err != nil:
			return screen.Reading{Fault: true, Words: safe.Line(err.Error())}
		case !day.IsZero():
			return screen.Reading{Words: safe.Line(day.Time().Format("Mon 2 Jan 2006"))}
		}
	case fieldRow:
		at := strings.TrimSpace(text)
		if id, ok := s.clocks[at]; ok {
			return screen.Reading{Words: safe.Line(at + "  " + s.x.Event(id).What)}
		}
		if at != "" {
			return screen.Reading{Fault: true, Words: "no row has this time; type it as the timeline shows it, such as 14:09"}
		}
	}
	return screen.Reading{}
}

func (s *Screen) checkPerson(text string) screen.Reading {
	typed := strings.TrimSpace(text)
	if strings.TrimPrefix(typed, "@") == "" {
		return screen.Reading{}
	}
	found := s.context.People.Find(typed)
	switch len(found) {
	case 0:
		return screen.Reading{Words: safe.Line(typed + ", who joins the attendees")}
	case 1:
		handle := "@" + found[0].Handle
		r := screen.Reading{Words: safe.Line(found[0].Name)}
		if typed != handle {
			r.Candidates = []screen.Candidate{{End: len(text), Text: handle}}
		}
		return r
	}
	return screen.Reading{Fault: true, Words: safe.Line("several people are called so; type the handle, such as @" + found[0].Handle)}
}
