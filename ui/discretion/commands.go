package discretion

import (
	"strings"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Do runs a command about the marked row.
func (s *Screen) Do(c keymap.Command) screen.Outcome {
	if why := s.Off(c); why != "" {
		return screen.Outcome{Check: safe.Line(why)}
	}
	r, _, _ := s.marked()
	put := func(text string) screen.Outcome { return screen.Outcome{Line: &text} }
	switch c {
	case keymap.Perspective:
		return put(">@")
	case keymap.View:
		s.turn()
	case keymap.WhenKnown:
		return put(">known ")
	case keymap.Open:
		if s.then.open {
			return s.enterThen("")
		}
		switch r.kind {
		case line:
			return put(s.held(s.texts[r.id]))
		case blank:
			text, _ := s.waiting(r)
			return put(text)
		}
		return s.Enter("")
	case keymap.Remove:
		if r.kind == line {
			return s.removeLine(r)
		}
		return s.removeCard(r.id)
	case keymap.MoveUp:
		return s.move(r, -1)
	case keymap.MoveDown:
		return s.move(r, 1)
	}
	return screen.Outcome{}
}

func (s *Screen) move(r row, by int) screen.Outcome {
	return screen.Outcome{Edit: &screen.Edit{Label: "Card line moved", Mark: r.id, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return s.env.Editor.Move(p, model.CardLines, r.id, by)
	}}}
}

func (s *Screen) removeLine(r row) screen.Outcome {
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Card line removed", Make: func(p model.Postmortem) (model.Postmortem, error) {
			return s.env.Editor.Remove(p, model.CardLines, r.id)
		}},
		Done: "Removed " + screen.Quoted(s.texts[r.id].Text) + ". u brings it back",
	}
}

func (s *Screen) removeCard(id model.ID) screen.Outcome {
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Card removed", Make: func(p model.Postmortem) (model.Postmortem, error) {
			return s.env.Editor.Remove(p, model.DecisionPoints, id)
		}},
		Done: "Removed the card " + screen.Quoted(s.title(id)) + ". u brings it back",
	}
}

// Off says why a command has no use here and now.
func (s *Screen) Off(c keymap.Command) string {
	r, _, ok := s.marked()
	if s.then.open {
		return s.offThen(c)
	}
	switch c {
	case keymap.Decide:
		return "a card comes from a row of the timeline; g 3 goes there, then d"
	case keymap.Time, keymap.WhenKnown, keymap.Star:
		return "the moment of this card is a row of the timeline; g 3 goes there"
	case keymap.View, keymap.Open, keymap.Perspective, keymap.Remove, keymap.MoveUp, keymap.MoveDown:
		if !ok {
			return "there is no card yet; g 3 goes to the timeline, where d makes one"
		}
	default:
		return screen.Elsewhere(c)
	}
	switch c {
	case keymap.Remove:
		if r.kind == blank {
			return "nothing is recorded here; mark another line, or the card's head"
		}
	case keymap.MoveUp, keymap.MoveDown:
		if r.kind == head || r.kind == other {
			return "cards stand in the order of the timeline"
		}
		if r.kind == blank {
			return "nothing is recorded in this line yet"
		}
	}
	return ""
}

// Hints are the commands for the footer. Below 80 columns their words are shorter.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if s.then.open {
		return s.thenHints(typing)
	}
	r, _, ok := s.marked()
	if !typing {
		hints := []screen.Hint{{Command: keymap.Type}, {Command: keymap.View, Word: "known then"}, {Command: keymap.Perspective, Word: "whose"}}
		switch {
		case !ok:
			hints = hints[:1]
		case r.kind == head || r.kind == other:
			hints = append(hints, screen.Hint{Command: keymap.Remove, Word: "remove card"})
		case r.kind == line:
			hints = append(hints, screen.Hint{Command: keymap.Remove, Word: "remove line"})
		}
		return append(hints, screen.Hint{Command: keymap.Down, Word: "field"}, screen.Hint{Command: keymap.PageDown, Word: "next card"},
			screen.Hint{Command: keymap.Undo}, screen.Hint{Command: keymap.Help}, screen.Hint{Command: keymap.Open})
	}
	enter := safe.Text("go on")
	switch {
	case !ok:
		enter = "to the timeline"
	case strings.TrimSpace(s.typed) != "" && isOwner(s.typed):
		enter = "record"
	case r.kind == other:
		enter = "open card"
	case r.kind == line && s.typed == s.held(s.texts[r.id]):
		enter = "line below"
	case strings.TrimSpace(s.typed) != "":
		enter = "fill in"
	case r.kind == line:
		enter = "take away"
	}
	hints := screen.Typing(s.width, enter, false)
	hints[1].Word = "field"
	if ok && s.width >= 80 {
		hints[3].Word = safe.Line(s.env.Keys.Key(keymap.View) + " known then")
	}
	if len(s.x.DecisionPoints) > 1 {
		hints = append(hints, screen.Hint{Command: keymap.PageDown, Word: "card"})
	}
	return hints
}
