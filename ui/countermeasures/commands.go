package countermeasures

import (
	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// newCommands are the commands about the marked row.
func (s *Screen) newCommands() screen.Commands {
	marked := screen.Needs(nil, func() bool { return s.Marked().ID != "" }, "there is no row yet; i types the first")
	two := screen.Needs(marked, func() bool { return s.rows.Len() > 1 }, "there is only one row; merging takes two")
	origin := screen.Needs(marked, func() bool { _, ok := s.origin(); return ok }, "nothing says where this came up")
	merging := screen.Needs(nil, func() bool { return s.merging.ID != "" }, "nothing is merged now")
	cs := append(s.env.Moves("Row moved", marked, s.Marked), screen.Commands{
		{Name: keymap.Open, Off: marked, Do: s.open},
		screen.Fills(keymap.Perspective, marked, ">@"),
		screen.Fills(keymap.Time, marked, ">by "),
		screen.Fills(keymap.Decline, marked, ">declined because "),
		{Name: keymap.Rest, Off: marked, Do: s.rest},
		{Name: keymap.Origin, Off: origin, Do: func() screen.Outcome {
			to, _ := s.origin()
			return screen.Outcome{Goto: &to}
		}},
		{Name: keymap.Remove, Off: marked, Do: func() screen.Outcome {
			row, label := s.Marked(), "Countermeasure removed"
			if row.Table == model.ParkedIdeas {
				label = "Idea removed"
			}
			return s.env.Remove(label, row, screen.Quoted(s.words(row)))
		}},
		{Name: keymap.Back, Off: merging, Do: func() screen.Outcome { return screen.Outcome{} }}, // Esc ends the merge and says nothing more
	}...)
	for i, c := range cs {
		cs[i].Do = func() screen.Outcome {
			s.merging = screen.Row{} // whoever goes on to something else merges nothing by surprise
			return c.Do()
		}
	}
	return append(cs, screen.Command{Name: keymap.Merge, Off: two, Do: s.merge})
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
	return screen.Outcome{Done: words, Edit: screen.Add("Rows merged", func(p model.Postmortem) (model.Postmortem, model.ID, error) {
		p, err := ed.Merge(p, from.ID, row.ID)
		mark := row.ID
		if idea, ok := model.Find(p.ParkedIdeas, mark); ok { // two ideas are one countermeasure now
			mark = idea.Countermeasure
		}
		return p, mark, err
	})}
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
