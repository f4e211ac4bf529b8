// Package learning is the screen of the phase in which the room says what it learned: a heading a
// kind with its rows below, so that no row needs a tag, and who teaches what.
package learning

import (
	"strconv"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
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

	kinds  []model.LearningKind // the headings, in their order
	lines  widget.Sections      // their rows are the places
	number []int                // per place: how many learnings there are up to it
	places *widget.Slice[place]
	marks  widget.List[place]
	drawn  widget.Rows[drawn]
	side   widget.Side[place]
	finder screen.Finder[place]

	// What a key press asks for, made once a change.
	context  capture.Context
	rows     map[model.ID]int
	clocks   entry.Clocks
	teachers []teacher
	empty    []model.LearningKind // those that the phase lacks
	came     model.ID             // the record whose first lacking kind was marked

	commands screen.Commands
}

// place is what can be marked: a learning, or the line of a kind that has none yet, so that what
// is typed there joins it.
type place struct {
	id   model.ID
	kind model.LearningKind // only of a kind without rows
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen with all kinds empty.
func New(env screen.Env) *Screen {
	s := &Screen{env: env}
	s.commands = s.newCommands()
	s.finder = screen.Finder[place]{
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
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record. On coming to a record the first kind that the phase lacks is marked.
func (s *Screen) Show(x *model.Index) {
	s.x = x
	s.context = capture.Context{Phase: model.PhaseLearning, Zone: x.Zone, People: capture.PeopleOf(x)}
	s.rows = make(map[model.ID]int, len(x.Learnings))
	s.clocks = entry.NewClocks(x)
	for i, l := range x.Learnings {
		s.rows[l.ID] = i
	}
	s.teachers = teachers(x)
	s.arrange()
	if s.came != x.Header.ID {
		s.came = x.Header.ID
		s.lines.Home()
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
	s.lines.Clear()
	s.kinds, s.number, s.empty = nil, nil, nil
	n := 0
	var places []place
	add := func(p place) {
		if p.id != "" {
			n++
		}
		s.number = append(s.number, n)
		s.lines.Add(len(s.kinds) - 1)
		places = append(places, p)
	}
	for _, kind := range model.LearningKinds() {
		ids := byKind[kind]
		if len(ids) == 0 && kind == model.LatentDefect {
			continue
		}
		s.kinds = append(s.kinds, kind)
		s.lines.Head(len(s.kinds) - 1)
		for _, id := range ids {
			add(place{id: id})
		}
		if len(ids) == 0 {
			add(place{kind: kind})
			if wordsOf(kind).asked {
				s.empty = append(s.empty, kind)
			}
		}
	}
	s.places = widget.NewSlice(places)
}

func (s *Screen) forget() {
	s.drawn.Forget()
	s.side = widget.Side[place]{}
	s.finder.Forget()
}

func (s *Screen) today() model.Date { return model.DateOf(s.env.Now()) }

// Goto marks a learning, or the kind that the field names.
func (s *Screen) Goto(p screen.Place) {
	if _, ok := s.rows[p.Row]; ok && p.Row != "" {
		s.marks.Mark(place{id: p.Row})
		return
	}
	for i := range s.places.Len() {
		if string(s.kindOf(s.places.Key(i))) == p.Field {
			s.marks.Mark(s.places.Key(i))
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
func (s *Screen) kind() model.LearningKind { return s.kindOf(s.place()) }

func (s *Screen) kindOf(p place) model.LearningKind {
	if i, ok := s.rows[p.id]; ok {
		return s.x.Learnings[i].Kind
	}
	return p.kind
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
func (s *Screen) Field() screen.Field {
	return screen.Field{Key: screen.Key{Field: "learning"}, Label: "Learning", At: model.ProseAt{Table: model.Learnings, Field: "text"}}
}

// Move moves the mark.
func (s *Screen) Move(to screen.Move) { screen.Step(&s.marks, s.places, to, max(s.at.list-1, 1)) }

// Click marks what is drawn there.
func (s *Screen) Click(row int) {
	if lines := s.view(); row >= 0 && row < len(lines) && lines[row].Row >= 0 {
		s.marks.Mark(s.places.Key(lines[row].Row))
	}
}

// view is the lines in sight.
func (s *Screen) view() []widget.SectionLine {
	_, i, _ := s.marks.Marked(s.places)
	return s.lines.View(i, 0, s.at.list)
}
