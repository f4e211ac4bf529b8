package closing

import (
	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// newCommands are the commands about the marked row.
func (s *Screen) newCommands() screen.Commands {
	ticked := screen.Needs(nil, func() bool { return s.marked().kind == tick }, "this corrects an owner or a date; mark a row to read back first")
	return append(screen.Never("ideas are decided in Countermeasures; g 6 goes there", keymap.Rest, keymap.Decline, keymap.Merge, keymap.Origin),
		screen.Command{Name: keymap.View, Do: func() screen.Outcome { return screen.Outcome{Run: keymap.Preview} }},
		screen.Fills(keymap.Perspective, ticked, ">@"),
		screen.Fills(keymap.Time, ticked, ">by "),
		screen.Command{Name: keymap.Remove, Off: s.offRemove, Do: func() screen.Outcome { return s.setField(s.marked(), "") }},
		screen.Command{Name: keymap.Open, Do: func() screen.Outcome {
			switch m := s.marked(); m.kind {
			case tick:
				return screen.Outcome{Goto: &screen.Place{Screen: screen.Countermeasures, Postmortem: s.x.Header.ID, Row: m.id}}
			case hands, publish, tryNext:
				return screen.Fill(s.Field().Text)
			}
			return s.Enter("")
		}})
}

func (s *Screen) offRemove() safe.Text {
	switch m := s.marked(); {
	case m.kind == tick:
		return "it is changed or removed in Countermeasures; e goes there"
	case m.kind != publish && m.kind != tryNext:
		return "nothing of this row can be removed; a count is typed anew"
	case s.Field().Text == "":
		return "this field is empty already"
	}
	return ""
}

// Hints are the commands for the footer. Close is the last phase, so Tab is not among them.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{{Command: keymap.Type}, {Command: keymap.Perspective, Word: "owner"}, {Command: keymap.Time, Word: "date"},
			{Command: keymap.Down, Word: "row"}, {Command: keymap.View, Word: "preview"}, {Command: keymap.Open, Word: "open"}, {Command: keymap.Help}}
	}
	m, enter := s.marked(), safe.Text("preview")
	switch {
	case isSigned(s.typed):
		enter = "correct"
	case m.kind == tick && !s.byID[m.id].ReadBack.IsZero():
		enter = "untick"
	case m.kind == tick:
		enter = "tick"
	case m.kind == missing:
		enter = "go there"
	case m.kind == held:
		enter = "it was held"
	case m.kind < preview && s.typed == s.Field().Text:
		enter = "go on"
	case m.kind < preview:
		enter = "record"
	}
	hints := []screen.Hint{{Command: keymap.Enter, Word: enter}, {Command: keymap.Question, Word: "next question"}, {Command: keymap.Down, Word: "row"},
		{Command: keymap.Back, Word: "commands"}, {Command: keymap.Help}}
	if s.typed != "" || s.width < 80 {
		hints[1] = screen.Hint{Command: keymap.Commands, Word: "all"} // Space is a space in a text
	}
	return hints
}

// Find marks the next row that holds the words.
func (s *Screen) Find(words string) safe.Text {
	defer s.showTitle()
	return s.finder.Find(&s.marks, s.rows, words)
}

// words are what a row says; a row that cannot be marked says nothing.
func (s *Screen) words(r row) string {
	switch r.kind {
	case tick:
		c := s.byID[r.id]
		return c.Text + ", " + s.x.Named(c.Owner).Name
	case missing:
		l := s.lacks[s.lackAt[r.id]]
		return l.Phase.String() + ", " + l.Words
	case hands:
		return string(r.id)
	case tryNext:
		return "Try next, " + s.x.Session().TryNext
	case publish:
		return string(r.id) + ", " + s.x.Postmortem.Field(model.Field(r.id))
	case held:
		return "Status, the meeting was held"
	case preview:
		return "Preview of the page"
	}
	return ""
}
