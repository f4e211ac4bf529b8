// Package timeline is the screen of the timeline: a row an event, in the order of time, with who
// gave an account of it, and the marked event told in a strip of fixed height below the list, or
// in a pane at its right where there is room.
package timeline

import (
	"sort"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Screen is the timeline.
type Screen struct {
	env           screen.Env
	x             *model.Index
	width, height int
	at            layout

	marks  widget.List[model.ID]
	drawn  widget.Rows[model.ID]
	detail widget.Side[model.ID] // the marked event
	lanes  lanes                 // the other view
	sides  sides

	// What a key press asks for, made once a change.
	context capture.Context
	base    []time.Time // per row: its time, or that of the last timed row before it
	timed   []int       // the rows with a time, in order
	cards   map[model.ID][]int
	// artefacts is their titles.
	artefacts map[model.ID]string
	without   int // rows without an account

	typed  screen.Typed
	finder screen.Finder[model.ID]

	commands screen.Commands
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen with an empty timeline.
func New(env screen.Env) *Screen {
	s := &Screen{env: env, x: model.NewIndex(model.Postmortem{})}
	s.commands = s.newCommands()
	s.lanes.s = s
	s.finder = screen.Finder[model.ID]{
		Prompt: "type words of the row to find",
		Text: func(id model.ID) string {
			e := s.x.Event(id)
			texts := []string{e.What, e.When.Clock(s.x.Zone)}
			for _, a := range s.x.AccountsOf(id) {
				texts = append(texts, a.Text, s.x.Person(a.Attendee).Name)
			}
			return strings.Join(texts, "\n")
		},
		Name: func(id model.ID) safe.Text { return "at " + safe.Line(s.rows().Name(s.x.Event(id))) },
	}
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record to draw.
func (s *Screen) Show(x *model.Index) {
	if x.Header.ID != s.x.Header.ID {
		s.lanes.page = 0
	}
	s.x = x
	s.context = capture.Context{Phase: model.PhaseTimeline, Zone: x.Zone, Day: day(x), People: capture.PeopleOf(x)}
	s.base = s.rows().Base()
	s.timed = s.timed[:0]
	s.without = 0
	for i, e := range x.Events {
		if !e.When.IsZero() {
			s.timed = append(s.timed, i)
		}
		if len(x.AccountsOf(e.ID)) == 0 {
			s.without++
		}
	}
	s.cards = make(map[model.ID][]int)
	for i, c := range x.DecisionPoints {
		s.cards[c.Event] = append(s.cards[c.Event], i)
	}
	s.artefacts = make(map[model.ID]string, len(x.Artefacts))
	for _, a := range x.Artefacts {
		s.artefacts[a.ID] = a.Title
	}
	s.sides = newSides(x)
	s.lanes.keepPage()
	s.layOut()
}

// day is where the timeline is while it has no row to count from.
func day(x *model.Index) model.Date {
	for _, kind := range model.MilestoneKinds() {
		if m := x.Milestone(kind); !m.IsZero() {
			return model.DateOf(m.At.In(x.Zone))
		}
	}
	for _, e := range x.Events {
		if !e.When.IsZero() {
			return model.DateOf(e.When.At.In(x.Zone))
		}
	}
	return model.Date{}
}

// forget drops what is drawn.
func (s *Screen) forget() {
	s.drawn.Forget()
	s.detail = widget.Side[model.ID]{}
	s.finder.Forget()
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.lanes.keepPage()
	s.layOut()
}

// layOut shares the body for the view that is open.
func (s *Screen) layOut() {
	s.at = layOut(s.width, s.height, s.lanes.page > 0)
	if s.lanes.page > 0 {
		s.at.what = s.lanes.at.what
	}
	s.forget()
}

// rows is the events as a list reads them.
func (s *Screen) rows() screen.Events { return screen.Events{X: s.x} }

// marked returns the marked event and where it stands; false where the timeline is empty.
func (s *Screen) marked() (model.Event, int, bool) {
	_, i, ok := s.marks.Marked(s.rows())
	if !ok {
		return model.Event{}, 0, false
	}
	return s.x.Events[i], i, true
}

// Marked returns the marked event.
func (s *Screen) Marked() screen.Row {
	e, _, ok := s.marked()
	if !ok {
		return screen.Row{}
	}
	return screen.Row{Table: model.Events, ID: e.ID}
}

// Goto marks an event; for a row that hangs on one, such as an account, its event.
func (s *Screen) Goto(p screen.Place) {
	if p.Row == "" {
		return
	}
	if id := s.rows().Of(p.Row, model.Accounts, model.Knowings, model.DecisionPoints, model.EvidenceRows, model.Notes); id != "" {
		s.marks.Mark(id)
	}
}

// Position is which rows are in sight.
func (s *Screen) Position() safe.Text {
	if len(s.x.Events) == 0 {
		return "no row yet"
	}
	rows := s.marks.Position(s.rows(), s.at.list)
	if lanes := s.lanes.inSight(); lanes != "" {
		return lanes + ", " + rows
	}
	return rows
}

// Field is a new event: the line takes one at any time.
func (s *Screen) Field() screen.Field {
	return screen.Field{Key: screen.Key{Field: "event"}, Label: "Event", At: model.ProseAt{Table: model.Events, Field: "what"}}
}

// Move moves the mark.
func (s *Screen) Move(to screen.Move) { screen.Step(&s.marks, s.rows(), to, s.at.list) }

// Click marks the event that is drawn at that row of the body.
func (s *Screen) Click(row int) {
	first, last := s.marks.Window(s.rows(), s.at.list)
	if i := first + row - s.at.head; row >= s.at.head && i < last {
		s.marks.Mark(s.x.Events[i].ID)
	}
}

// before returns the last timed event at or before t; false where there is none.
func (s *Screen) before(t time.Time) (model.Event, bool) {
	n := sort.Search(len(s.timed), func(i int) bool { return s.x.Events[s.timed[i]].When.At.After(t) })
	if n == 0 {
		return model.Event{}, false
	}
	return s.x.Events[s.timed[n-1]], true
}

// Find marks the next row that holds the words in its text, its time or an account.
func (s *Screen) Find(words string) safe.Text { return s.finder.Find(&s.marks, s.rows(), words) }
