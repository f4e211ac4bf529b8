package timeline

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/meeting"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// newCommands are the commands about the marked event.
func (s *Screen) newCommands() screen.Commands {
	event := func(do func(e model.Event) screen.Outcome) func() screen.Outcome {
		return func() screen.Outcome { e, _, _ := s.marked(); return do(e) }
	}
	row := screen.Needs(nil, func() bool { return len(s.x.Events) > 0 }, "no row is marked yet; i types the first one")
	view := screen.Needs(row, func() bool { return len(meeting.Lanes(s.x, 1)) > 0 },
		"nobody told of a row yet, so there is no lane; >@ana and words make the first")
	return append(s.env.Moves("Event moved", row, s.Marked), screen.Commands{
		{Name: keymap.View, Off: view, Do: s.lanes.turn},
		{Name: keymap.Open, Off: row, Do: event(func(e model.Event) screen.Outcome { return screen.Outcome{Open: entry.NewForm(s.env, s.form(e))} })},
		screen.Fills(keymap.Perspective, row, ">@"),
		{Name: keymap.Time, Off: row, Do: event(func(e model.Event) screen.Outcome { return screen.Fill(">" + e.When.Clock(s.x.Zone)) })},
		screen.Fills(keymap.WhenKnown, row, ">known "),
		{Name: keymap.Decide, Off: row, Do: event(s.decide)},
		{Name: keymap.Remove, Off: row, Do: event(func(e model.Event) screen.Outcome {
			return s.env.Remove("Event removed", s.Marked(), screen.Quoted(e.What))
		})},
		{Name: keymap.Star, Off: row, Do: event(s.star)},
	}...)
}

// star stars an event, or takes its star away.
func (s *Screen) star(e model.Event) screen.Outcome {
	label, done := "Event starred", "starred "
	if e.Starred {
		label, done = "Star taken away", "no star any more at "
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: label, Mark: e.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return edit.Change(s.env.Editor, p, e.ID, func(r *model.Event) { r.Starred = !e.Starred })
		}},
		Done: safe.Line(done + s.rows().Name(e)),
	}
}

// decide makes a decision card of the event, for the first person who gave an account of it or
// for the only one who is here, and goes to it. Where that card exists it is opened.
func (s *Screen) decide(e model.Event) screen.Outcome {
	var who model.ID
	for _, a := range s.x.AccountsOf(e.ID) {
		if who == "" {
			who = a.Attendee
		}
	}
	if who == "" && len(s.x.Attendees) == 1 {
		who = s.x.Attendees[0].ID
	}
	to := &screen.Place{Screen: screen.Discretion, Postmortem: s.x.Header.ID}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Decision card added", Make: func(p model.Postmortem) (model.Postmortem, error) {
			p, id, err := s.env.Editor.AddCard(p, e.ID, who)
			to.Row = id
			return p, err
		}},
		Goto: to,
	}
}

// Hints are the commands for the footer.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{
			{Command: keymap.Type, Word: "type"}, {Command: keymap.Perspective, Word: "account"},
			{Command: keymap.WhenKnown, Word: "known"}, {Command: keymap.Decide, Word: "card"}, {Command: keymap.View, Word: s.lanes.turned()},
			{Command: keymap.Up, Word: "row"}, {Command: keymap.Enter, Word: "open"}, {Command: keymap.Undo, Word: "undo"},
			{Command: keymap.Help, Word: "help"}, {Command: keymap.Time, Word: "time"}, {Command: keymap.Remove, Word: "remove"},
			{Command: keymap.MoveDown, Word: "move down"},
		}
	}
	enter := safe.Text("record")
	if s.typed.Empty && len(s.x.Events) > 0 {
		enter = "open"
	}
	return screen.Typing(s.width, enter, s.typed.Open)
}
