package learning

import (
	"strings"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Do runs the commands of this screen.
func (s *Screen) Do(c keymap.Command) screen.Outcome {
	l, ok := s.learning()
	if !ok {
		return screen.Outcome{}
	}
	switch c {
	case keymap.Open:
		return s.open()
	case keymap.Perspective:
		return screen.Fill(">@")
	case keymap.Time:
		if l.Kind == model.OpenQuestion {
			return screen.Fill(">by ")
		}
		return screen.Fill(">" + start(s.x.Event(l.Event), s.x))
	case keymap.Remove:
		return s.env.Remove("Learning removed", s.Marked(), screen.Quoted(l.Text))
	case keymap.MoveUp:
		return s.env.Reorder("Row moved", s.Marked(), -1)
	case keymap.MoveDown:
		return s.env.Reorder("Row moved", s.Marked(), 1)
	}
	return screen.Outcome{}
}

// Off says why a command has no use here and now.
func (s *Screen) Off(c keymap.Command) string {
	switch c {
	case keymap.Open, keymap.Perspective, keymap.Time, keymap.Remove, keymap.MoveUp, keymap.MoveDown:
		if _, ok := s.learning(); !ok {
			return "nothing stands under this heading yet; i types the first"
		}
		return ""
	}
	return screen.Elsewhere(c)
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

func (s *Screen) newFinder() screen.Finder[place] {
	return screen.Finder[place]{
		Prompt: "type words to find; Enter goes to the next match",
		Text: func(p place) string {
			if p.id == "" {
				return ""
			}
			l := s.x.Learnings[s.rows[p.id]]
			return strings.Join([]string{l.Text, s.x.Person(l.Attendee).Name, l.Seen, l.Answer}, "\n")
		},
		Name: func(p place) safe.Text { return screen.Quoted(s.x.Learnings[s.rows[p.id]].Text) },
	}
}
