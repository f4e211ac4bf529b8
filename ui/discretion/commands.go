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
		return screen.Refuse(why)
	}
	r, _, _ := s.marked()
	switch c {
	case keymap.Perspective:
		return screen.Fill(">@")
	case keymap.View:
		s.turn()
	case keymap.WhenKnown:
		return screen.Fill(">known ")
	case keymap.Open:
		if s.then.open {
			return s.enterThen("")
		}
		switch r.kind {
		case line:
			return screen.Fill(s.held(s.texts[r.id]))
		case blank:
			text, _ := s.waiting(r)
			return screen.Fill(text)
		}
		return s.Enter("")
	case keymap.Remove:
		if r.kind == line {
			return s.removeLine(r)
		}
		return s.env.Remove("Card removed", screen.Row{Table: model.DecisionPoints, ID: r.id}, "the card "+screen.Quoted(s.title(r.id)))
	case keymap.MoveUp:
		return s.env.Reorder("Card line moved", screen.Row{Table: model.CardLines, ID: r.id}, -1)
	case keymap.MoveDown:
		return s.env.Reorder("Card line moved", screen.Row{Table: model.CardLines, ID: r.id}, 1)
	}
	return screen.Outcome{}
}

func (s *Screen) removeLine(r row) screen.Outcome {
	return s.env.Remove("Card line removed", screen.Row{Table: model.CardLines, ID: r.id}, screen.Quoted(s.texts[r.id].Text))
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
