// Package learning is the screen of the phase in which the room says what it learned: a heading a
// kind with its rows below, so that no row needs a tag, and who teaches what.
package learning

import (
	"strconv"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Screen is the phase Learning.
type Screen struct {
	env           screen.Env
	x             *model.Index
	width, height int
	at            layout

	lines  []line
	lineOf []int // per place: where it stands among the lines
	number []int // per place: how many learnings there are up to it
	places *widget.Slice[place]
	marks  widget.List[place]
	top    int // the first line shown
	drawn  widget.Rows[drawn]
	pane   pane
	finder screen.Finder[place]

	// What a key press asks for, made once a change.
	context  capture.Context
	rows     map[model.ID]int
	clocks   map[string]model.ID // events by the time that they are shown with
	teachers []teacher
	empty    []model.LearningKind // those that the phase lacks
	came     model.ID             // the record whose first lacking kind was marked
}

// place is what can be marked: a learning, or the line of a kind that has none yet, so that what
// is typed there joins it.
type place struct {
	id   model.ID
	kind model.LearningKind // only of a kind without rows
}

// line is one line of the list.
type line struct {
	kind  model.LearningKind
	place int // index of the place, or headingLine
}

const headingLine = -1

var _ screen.Screen = (*Screen)(nil)

// New returns the screen with all kinds empty.
func New(env screen.Env) *Screen {
	s := &Screen{env: env}
	s.finder = s.newFinder()
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Show hands over the record. On coming to a record the first kind that the phase lacks is marked.
func (s *Screen) Show(x *model.Index) {
	s.x = x
	s.context = capture.Context{Phase: model.PhaseLearning, Zone: x.Zone, People: capture.NewPeople(x.Attendees)}
	s.rows = make(map[model.ID]int, len(x.Learnings))
	s.clocks = make(map[string]model.ID, len(x.Events))
	for i, l := range x.Learnings {
		s.rows[l.ID] = i
	}
	for i := len(x.Events) - 1; i >= 0; i-- { // of two rows with one time the first is meant
		if e := x.Events[i]; !e.When.IsZero() {
			s.clocks[e.When.Clock(x.Zone)] = e.ID
			s.clocks[start(e, x)] = e.ID
		}
	}
	s.teachers = teachers(x)
	s.arrange()
	if s.came != x.Header.ID {
		s.came, s.top = x.Header.ID, 0
		s.marks.Home(s.places)
		if len(s.empty) > 0 {
			s.marks.Mark(place{kind: s.empty[0]})
		}
	}
	s.forget()
}

// arrange puts the rows under their headings. Latent defects have a heading only where there are
// some: what is found on the way is not asked for.
func (s *Screen) arrange() {
	byKind := make(map[model.LearningKind][]model.ID)
	for _, l := range s.x.Learnings {
		byKind[l.Kind] = append(byKind[l.Kind], l.ID)
	}
	s.lines, s.lineOf, s.number, s.empty = nil, nil, nil, nil
	n := 0
	var places []place
	add := func(kind model.LearningKind, p place) {
		if p.id != "" {
			n++
		}
		s.number = append(s.number, n)
		s.lineOf = append(s.lineOf, len(s.lines))
		s.lines = append(s.lines, line{kind, len(places)})
		places = append(places, p)
	}
	for _, kind := range model.LearningKinds() {
		ids := byKind[kind]
		if len(ids) == 0 && kind == model.LatentDefect {
			continue
		}
		s.lines = append(s.lines, line{kind, headingLine})
		for _, id := range ids {
			add(kind, place{id: id})
		}
		if len(ids) == 0 {
			add(kind, place{kind: kind})
			if lacked(kind) {
				s.empty = append(s.empty, kind)
			}
		}
	}
	s.places = widget.NewSlice(places)
}

func (s *Screen) forget() {
	s.drawn.Forget()
	s.pane = pane{}
	s.finder.Forget()
}

func (s *Screen) today() model.Date { return model.DateOf(s.env.Now()) }

// Goto marks a learning, or the kind that the field names.
func (s *Screen) Goto(p screen.Place) {
	if _, ok := s.rows[p.Row]; ok && p.Row != "" {
		s.marks.Mark(place{id: p.Row})
		return
	}
	for _, l := range s.lines {
		if l.place >= 0 && string(l.kind) == p.Field {
			s.marks.Mark(s.places.Key(l.place))
			return
		}
	}
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.at = layOut(width, height)
	s.forget()
}

func (s *Screen) place() place {
	p, _, _ := s.marks.Marked(s.places)
	return p
}

// learning returns the marked learning; false where a kind without rows is marked.
func (s *Screen) learning() (model.Learning, bool) {
	if i, ok := s.rows[s.place().id]; ok {
		return s.x.Learnings[i], true
	}
	return model.Learning{}, false
}

// kind is the kind that what is typed joins.
func (s *Screen) kind() model.LearningKind {
	if l, ok := s.learning(); ok {
		return l.Kind
	}
	return s.place().kind
}

// Marked returns the marked learning.
func (s *Screen) Marked() screen.Row {
	if l, ok := s.learning(); ok {
		return screen.Row{Table: model.Learnings, ID: l.ID}
	}
	return screen.Row{}
}

// Position is the marked row's place among all that is recorded.
func (s *Screen) Position() safe.Text {
	n := len(s.x.Learnings)
	_, i, _ := s.marks.Marked(s.places)
	if _, ok := s.learning(); !ok {
		if n == 0 {
			return "no row yet"
		}
		return safe.Line(strconv.Itoa(n) + " in all")
	}
	return safe.Line(strconv.Itoa(s.number[i]) + " of " + strconv.Itoa(n))
}

// Field is a new learning: the line takes one at any time.
func (s *Screen) Field() screen.Field { return screen.Field{Key: "learning", Label: "Learning"} }

// Move moves the mark.
func (s *Screen) Move(to screen.Move) { screen.Step(&s.marks, s.places, to, max(s.at.list-1, 1)) }

// Click marks what is drawn there.
func (s *Screen) Click(row int) {
	s.scroll()
	i := s.top + row
	if row < 0 || row >= s.at.list || i >= len(s.lines) || s.lines[i].place < 0 || row == 0 && s.sticks() {
		return
	}
	s.marks.Mark(s.places.Key(s.lines[i].place))
}

// scroll moves the first line shown so that the marked one is in sight, and one above it: its
// heading, or the row before.
func (s *Screen) scroll() {
	_, i, ok := s.marks.Marked(s.places)
	if !ok || s.at.list <= 0 {
		s.top = 0
		return
	}
	m := s.lineOf[i]
	first := m
	if s.at.list >= withHeading {
		first = max(m-1, 0)
	}
	s.top = min(max(s.top, m-s.at.list+1), first, max(len(s.lines)-s.at.list, 0))
}

// sticks tells that the first line shown is the heading of the rows below it, although it stands
// further up in the list.
func (s *Screen) sticks() bool {
	return s.at.list >= withHeading && s.top < len(s.lines) && s.lines[s.top].place >= 0
}
