// Package attendees is the screen of the people: a meter of which of the six views are in the
// room, and a row a person.
package attendees

import (
	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
	"strings"
)

// Screen is the attendees.
type Screen struct {
	env           screen.Env
	x             *model.Index
	width, height int
	at            layout

	marks widget.List[model.ID]
	rows  *widget.Slice[model.ID]
	drawn widget.Rows[model.ID]
	meter []string // drawn, until it changes

	// What a key press asks for, made once a change.
	context  capture.Context
	coverage []meeting.RoleCoverage
	missing  []prompt.Condition // the roles that nobody in the room stands for

	typed  screen.Typed
	finder screen.Finder[model.ID]

	commands screen.Commands
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen with nobody on it.
func New(env screen.Env) *Screen {
	s := &Screen{env: env}
	s.commands = s.newCommands()
	s.finder = screen.Finder[model.ID]{
		Prompt: "type part of a name, a team or a role",
		Text: func(id model.ID) string {
			a := s.x.Person(id)
			return strings.Join([]string{a.Name, "@" + a.Handle, a.Other.String(), a.Team, a.Roles.String()}, "\n")
		},
		Name: func(id model.ID) safe.Text { return safe.Cut(safe.Line(s.x.Person(id).Name), 40) },
	}
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record to draw.
func (s *Screen) Show(x *model.Index) {
	s.x = x
	s.context = capture.Context{Phase: model.PhaseAttendees, Zone: x.Zone, People: capture.PeopleOf(x)}
	s.coverage = meeting.Coverage(x)
	s.missing = prompt.OfRoom(s.coverage)
	ids := make([]model.ID, len(x.Attendees))
	for i, a := range x.Attendees {
		ids[i] = a.ID
	}
	s.rows = widget.NewSlice(ids)
	s.forget()
}

// forget drops what is drawn.
func (s *Screen) forget() {
	s.drawn.Forget()
	s.meter = nil
	s.finder.Forget()
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.at = layOut(width, height)
	s.forget()
}

// marked returns the marked person and where the row stands; false where nobody is here.
func (s *Screen) marked() (model.Attendee, int, bool) {
	_, i, ok := s.marks.Marked(s.rows)
	if !ok {
		return model.Attendee{}, 0, false
	}
	return s.x.Attendees[i], i, true
}

// Marked returns the marked person.
func (s *Screen) Marked() screen.Row {
	a, _, ok := s.marked()
	if !ok {
		return screen.Row{}
	}
	return screen.Row{Table: model.Attendees, ID: a.ID}
}

// Goto marks a person.
func (s *Screen) Goto(p screen.Place) {
	if _, ok := s.rows.Index(p.Row); ok {
		s.marks.Mark(p.Row)
	}
}

// Position is how many people are on the list, and which of them are in sight where not all are.
func (s *Screen) Position() safe.Text {
	switch n := len(s.x.Attendees); {
	case n == 0:
		return "nobody yet"
	case n == 1:
		return "1 person"
	case n <= s.at.list:
		return number(n) + " people"
	}
	return s.marks.Position(s.rows, s.at.list) + " people"
}

// Field is a new person: the line takes one at any time.
func (s *Screen) Field() screen.Field { return screen.NewField("person", "Person") }

// Move moves the mark.
func (s *Screen) Move(to screen.Move) { screen.Step(&s.marks, s.rows, to, s.at.list) }

// Click marks the person who is drawn at that row of the body.
func (s *Screen) Click(row int) {
	first, last := s.marks.Window(s.rows, s.at.list)
	top := s.at.meter + s.at.head
	if i := first + row - top; row >= top && i < last {
		s.marks.Mark(s.x.Attendees[i].ID)
	}
}
