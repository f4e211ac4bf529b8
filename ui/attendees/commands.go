package attendees

import (
	"slices"

	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// newCommands are the commands about the marked person.
func (s *Screen) newCommands() screen.Commands {
	row := screen.Needs(nil, func() bool { return len(s.x.Attendees) > 0 }, "nobody is on the list yet; i types the first name")
	return append(s.env.Moves("Person moved", row, s.Marked), screen.Commands{
		{Name: keymap.Open, Off: row, Do: func() screen.Outcome {
			a, _, _ := s.marked()
			return screen.Outcome{Open: entry.NewForm(s.env, s.form(a))}
		}},
		{Name: keymap.Remove, Off: row, Do: func() screen.Outcome {
			a, _, _ := s.marked()
			return s.env.Remove("Person removed", s.Marked(), screen.Quoted(a.Name))
		}},
	}...)
}

// Hints are the commands for the footer.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{
			{Command: keymap.Type, Word: "type"}, {Command: keymap.Up, Word: "row"}, {Command: keymap.Enter, Word: "open"},
			{Command: keymap.Remove, Word: "remove"}, {Command: keymap.Undo, Word: "undo"}, {Command: keymap.Help, Word: "help"},
			{Command: keymap.MoveUp, Word: "up"}, {Command: keymap.MoveDown, Word: "down"}, {Command: keymap.Find, Word: "find"},
		}
	}
	enter := safe.Text("add")
	if s.typed.Empty && len(s.x.Attendees) > 0 {
		enter = "open"
	}
	return screen.Typing(s.width, enter, s.typed.Open)
}

// Scene is which views are missing in the room, and what is not said of the marked person.
func (s *Screen) Scene() prompt.Scene {
	a, _, ok := s.marked()
	holds := slices.Clip(s.missing)
	if ok && a.Roles == 0 {
		holds = append(holds, prompt.Roleless)
	}
	if ok && a.Away {
		holds = append(holds, prompt.Away)
	}
	return prompt.Scene{Holds: holds}
}

// Find marks the next person whose names, handle, team or roles hold the words.
func (s *Screen) Find(words string) safe.Text { return s.finder.Find(&s.marks, s.rows, words) }
