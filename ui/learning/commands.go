package learning

import (
	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// newCommands are the commands about the marked row.
func (s *Screen) newCommands() screen.Commands {
	row := screen.Needs(nil, func() bool { _, ok := s.learning(); return ok }, "nothing stands under this heading yet; i types the first")
	return append(s.env.Moves("Row moved", row, s.Marked), screen.Commands{
		{Name: keymap.Open, Off: row, Do: s.open},
		screen.Fills(keymap.Perspective, row, ">@"),
		{Name: keymap.Time, Off: row, Do: func() screen.Outcome {
			l, _ := s.learning()
			if l.Kind == model.OpenQuestion {
				return screen.Fill(">by ")
			}
			return screen.Fill(">" + start(s.x.Event(l.Event), s.x))
		}},
		{Name: keymap.Remove, Off: row, Do: func() screen.Outcome {
			l, _ := s.learning()
			return s.env.Remove("Learning removed", s.Marked(), screen.Quoted(l.Text))
		}},
	}...)
}

// Hints are the keys of this screen.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{{Command: keymap.Type}, {Command: keymap.Down, Word: "row"}, {Command: keymap.Open}, {Command: keymap.Perspective, Word: "who"},
			{Command: keymap.Remove}, {Command: keymap.MoveDown}, {Command: keymap.Undo}, {Command: keymap.Help}}
	}
	enter := safe.Text("record")
	if _, ok := s.learning(); !ok {
		enter = "add" // there is no row to open on the empty line
	}
	return screen.Typing(s.width, enter, false)
}

// Find marks the next row that holds the words.
func (s *Screen) Find(words string) safe.Text { return s.finder.Find(&s.marks, s.places, words) }
