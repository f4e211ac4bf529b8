package countermeasures

import (
	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Do runs the commands of this screen.
func (s *Screen) Do(c keymap.Command) screen.Outcome {
	row := s.Marked()
	if c != keymap.Merge {
		s.merging = screen.Row{} // whoever goes on to something else merges nothing by surprise
	}
	switch c {
	case keymap.Open:
		return s.open()
	case keymap.Perspective:
		return screen.Fill(">@")
	case keymap.Time:
		return screen.Fill(">by ")
	case keymap.Decline:
		return screen.Fill(">declined because ")
	case keymap.Rest:
		return s.rest()
	case keymap.Merge:
		return s.merge()
	case keymap.Origin:
		if to, ok := s.origin(); ok {
			return screen.Outcome{Goto: &to}
		}
	case keymap.Remove:
		label := "Countermeasure removed"
		if row.Table == model.ParkedIdeas {
			label = "Idea removed"
		}
		return s.env.Remove(label, row, screen.Quoted(s.words(row)))
	case keymap.MoveUp:
		return s.env.Reorder("Row moved", row, -1)
	case keymap.MoveDown:
		return s.env.Reorder("Row moved", row, 1)
	}
	return screen.Outcome{}
}

// rest lets the marked row rest for as long as usual; an idea is taken up for that. Somebody has
// to bring it back on that day: where nobody owns it the line asks who.
func (s *Screen) rest() screen.Outcome {
	row, ed := s.Marked(), s.env.Editor
	c, _ := s.measure()
	if c.Owner == "" {
		return screen.Fill(restsWith)
	}
	until := meeting.WorkingDays(s.today(), meeting.RestDays)
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Rests until " + until.Said(), Mark: row.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return ed.Rest(p, row.ID, until)
		}},
		Done: safe.Line("rests until " + until.Said() + ", with " + s.x.Person(c.Owner).Name),
	}
}

// restsWith begins the line that lets a row rest with an owner.
const restsWith = ">rest @"

// merge marks the row to merge, and at the next call merges it into the row marked then. Asked
// for twice on one row it ends. Of an idea and a countermeasure the countermeasure is kept; two
// ideas become one.
func (s *Screen) merge() screen.Outcome {
	row, from, ed := s.Marked(), s.merging, s.env.Editor
	s.merging = screen.Row{}
	switch {
	case from.ID == "":
		s.merging = row
		return screen.Outcome{Done: "now mark the row to merge it with, then Enter or m; Esc ends it"}
	case from == row:
		return screen.Outcome{Done: "nothing was merged"}
	case row.Table == model.ParkedIdeas && from.Table == model.Countermeasures:
		row, from = from, row
	}
	words := "Merged into " + screen.Quoted(s.words(row)) + ". u parts them again"
	edit := &screen.Edit{Label: "Rows merged", Mark: row.ID}
	edit.Make = func(p model.Postmortem) (model.Postmortem, error) {
		next, err := ed.Merge(p, from.ID, row.ID)
		if err == nil && row.Table == model.ParkedIdeas { // two ideas are one countermeasure now
			merged, _ := next.Row(model.ParkedIdeas, row.ID)
			idea, _ := merged.(model.ParkedIdea)
			edit.Mark = idea.Countermeasure
		}
		return next, err
	}
	return screen.Outcome{Done: words, Edit: edit}
}

// Off says why a command has no use here and now.
func (s *Screen) Off(c keymap.Command) string {
	row := s.Marked()
	switch c {
	case keymap.Back:
		if s.merging.ID != "" {
			return "" // Esc ends the merge and says nothing more
		}
	case keymap.Open, keymap.Perspective, keymap.Time, keymap.Decline, keymap.Rest, keymap.Merge, keymap.Remove, keymap.MoveUp, keymap.MoveDown:
		if row.ID == "" {
			return "there is no row yet; i types the first"
		}
		if c == keymap.Merge && s.rows.Len() < 2 {
			return "there is only one row; merging takes two"
		}
		return ""
	case keymap.Origin:
		if row.ID == "" {
			return "there is no row yet; i types the first"
		}
		if _, ok := s.origin(); !ok {
			return "nothing says where this came up"
		}
		return ""
	}
	return screen.Elsewhere(c)
}

// Hints are the keys of this screen.
func (s *Screen) Hints(typing bool) []screen.Hint {
	switch {
	case s.merging.ID != "":
		return []screen.Hint{{Command: keymap.Enter, Word: "merge"}, {Command: keymap.Down, Word: "choose"}, {Command: keymap.Back, Word: "end"}}
	case !typing:
		return []screen.Hint{{Command: keymap.Type}, {Command: keymap.Rest}, {Command: keymap.Decline}, {Command: keymap.Merge},
			{Command: keymap.Down, Word: "row"}, {Command: keymap.Enter, Word: "open"}, {Command: keymap.Undo}, {Command: keymap.Help}, {Command: keymap.Origin, Word: "from"}, {Command: keymap.Remove}}
	}
	enter := safe.Text("record")
	if s.empty && s.Marked().Table == model.ParkedIdeas {
		enter = "take up"
	}
	return screen.Typing(s.width, enter, false)
}
