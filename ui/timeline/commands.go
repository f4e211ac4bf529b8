package timeline

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Do runs a command about the marked event.
func (s *Screen) Do(c keymap.Command) screen.Outcome {
	if why := s.Off(c); why != "" {
		return screen.Refuse(why)
	}
	e, _, _ := s.marked()
	ed := s.env.Editor
	switch c {
	case keymap.View:
		s.turn()
	case keymap.Open:
		return screen.Outcome{Open: s.form(e)}
	case keymap.Perspective:
		return screen.Fill(">@")
	case keymap.Time:
		return screen.Fill(">" + e.When.Clock(s.x.Zone))
	case keymap.WhenKnown:
		return screen.Fill(">known ")
	case keymap.Decide:
		return s.decide(e)
	case keymap.Remove:
		return s.env.Remove("Event removed", s.Marked(), screen.Quoted(e.What))
	case keymap.MoveUp:
		return s.env.Reorder("Event moved", s.Marked(), -1)
	case keymap.MoveDown:
		return s.env.Reorder("Event moved", s.Marked(), 1)
	case keymap.Star:
		label, done := "Event starred", "starred "
		if e.Starred {
			label, done = "Star taken away", "no star any more at "
		}
		return screen.Outcome{
			Edit: &screen.Edit{Label: label, Mark: e.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
				return edit.Change(ed, p, e.ID, func(r *model.Event) { r.Starred = !e.Starred })
			}},
			Done: safe.Line(done + s.name(e)),
		}
	}
	return screen.Outcome{}
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

// Off says why a command has no use here and now.
func (s *Screen) Off(c keymap.Command) string {
	switch c {
	case keymap.View, keymap.Open, keymap.Remove, keymap.MoveUp, keymap.MoveDown, keymap.Perspective, keymap.Time,
		keymap.WhenKnown, keymap.Decide, keymap.Star:
		if len(s.x.Events) == 0 {
			return "no row is marked yet; i types the first one"
		}
		if c == keymap.View && len(meeting.Lanes(s.x, 1)) == 0 {
			return "nobody told of a row yet, so there is no lane; >@ana and words make the first"
		}
		return ""
	}
	return screen.Elsewhere(c)
}

// Hints are the commands for the footer.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{
			{Command: keymap.Type, Word: "type"}, {Command: keymap.Perspective, Word: "account"},
			{Command: keymap.WhenKnown, Word: "known"}, {Command: keymap.Decide, Word: "card"}, {Command: keymap.View, Word: s.turned()},
			{Command: keymap.Up, Word: "row"}, {Command: keymap.Enter, Word: "open"}, {Command: keymap.Undo, Word: "undo"},
			{Command: keymap.Help, Word: "help"}, {Command: keymap.Time, Word: "time"}, {Command: keymap.Remove, Word: "remove"},
			{Command: keymap.MoveDown, Word: "move down"},
		}
	}
	enter := safe.Text("record")
	if s.typed.empty && len(s.x.Events) > 0 {
		enter = "open"
	}
	return screen.Typing(s.width, enter, s.typed.open)
}
