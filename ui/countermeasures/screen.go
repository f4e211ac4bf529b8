// Package countermeasures is the screen of the phase in which the room decides what will change:
// what is decided, undecided and resting, the ideas that were parked, and at the end what is done
// or was declined.
package countermeasures

import (
	"strconv"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Screen is the phase Countermeasures.
type Screen struct {
	env           screen.Env
	x             *model.Index
	width, height int
	at            layout

	sections []section
	lines    widget.Sections
	rows     *widget.Slice[screen.Row]
	marks    widget.List[screen.Row]
	drawn    widget.Rows[part]
	side     widget.Side[screen.Row]
	finder   screen.Finder[screen.Row]

	// What a key press asks for, made once a change.
	context  capture.Context
	people   capture.People // as everywhere else; those of context are owners
	measures map[model.ID]int
	ideas    map[model.ID]int
	origins  origins
	learned  map[model.ID]int
	came     model.ID // the record whose first open row was marked

	empty   bool       // the line was empty when it was read last, for the footer
	merging screen.Row // the row to merge with the next one chosen; zero while none is

	commands screen.Commands
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen without a row.
func New(env screen.Env) *Screen {
	s := &Screen{env: env}
	s.commands = s.newCommands()
	s.finder = screen.Finder[screen.Row]{
		Prompt: "type words to find; Enter goes to the next match",
		Text:   s.searched,
		Name:   func(row screen.Row) safe.Text { return screen.Quoted(s.words(row)) },
	}
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record. On coming to a record the first row that waits for the room is
// marked: one that rested until today or is overdue, else an undecided one, else a parked idea.
func (s *Screen) Show(x *model.Index) {
	s.x = x
	s.context = capture.Context{Phase: model.PhaseCountermeasures, Zone: x.Zone, People: capture.OwnersOf(x)}
	s.people = capture.PeopleOf(x)
	s.measures = make(map[model.ID]int, len(x.Countermeasures))
	s.ideas = make(map[model.ID]int, len(x.ParkedIdeas))
	s.origins = origins{x, make(map[model.ID][]int)}
	s.learned = make(map[model.ID]int, len(x.Learnings))
	for i, idea := range x.ParkedIdeas {
		if idea.Countermeasure != "" {
			s.origins.became[idea.Countermeasure] = append(s.origins.became[idea.Countermeasure], i)
		}
	}
	for i, r := range x.Learnings {
		s.learned[r.ID] = i
	}
	s.arrange()
	if _, ok := s.rows.Index(s.merging); !ok {
		s.merging = screen.Row{}
	}
	if s.came != x.Header.ID {
		s.came = x.Header.ID
		s.lines.Home()
		s.markFirst()
	}
	s.forget()
}

func (s *Screen) markFirst() {
	s.marks.Home(s.rows)
	if back := meeting.Returning(s.x, s.today()); len(back) > 0 && back[0].Why != meeting.StillOpen {
		s.marks.Mark(screen.Row{Table: model.Countermeasures, ID: back[0].Countermeasure.ID})
		return
	}
	for _, kind := range []sectionKind{undecided, parked} {
		for _, sec := range s.sections {
			if sec.kind == kind && sec.to > sec.from {
				s.marks.Mark(s.rows.Key(sec.from))
				return
			}
		}
	}
}

func (s *Screen) forget() {
	s.drawn.Forget()
	s.side = widget.Side[screen.Row]{}
	s.finder.Forget()
}

func (s *Screen) today() model.Date { return model.DateOf(s.env.Now()) }

// Goto marks a row; for an idea that became a countermeasure, that one.
func (s *Screen) Goto(p screen.Place) {
	if p.Row == "" {
		return
	}
	for _, table := range []model.Table{model.Countermeasures, model.ParkedIdeas} {
		row := screen.Row{Table: table, ID: p.Row}
		if _, ok := s.rows.Index(row); ok {
			s.marks.Mark(row)
			return
		}
	}
	for _, idea := range s.x.ParkedIdeas {
		if idea.ID == p.Row && idea.Countermeasure != "" {
			s.marks.Mark(screen.Row{Table: model.Countermeasures, ID: idea.Countermeasure})
		}
	}
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.at = layOut(width)
	s.forget()
}

// Marked returns the marked countermeasure or idea.
func (s *Screen) Marked() screen.Row {
	row, _, _ := s.marks.Marked(s.rows)
	return row
}

// measure returns the marked countermeasure; false where an idea is marked, or nothing.
func (s *Screen) measure() (model.Countermeasure, bool) {
	if i, ok := s.measures[s.Marked().ID]; ok && s.Marked().Table == model.Countermeasures {
		return s.x.Countermeasures[i], true
	}
	return model.Countermeasure{}, false
}

// idea returns the marked idea; false where a countermeasure is marked, or nothing.
func (s *Screen) idea() (model.ParkedIdea, bool) {
	if i, ok := s.ideas[s.Marked().ID]; ok && s.Marked().Table == model.ParkedIdeas {
		return s.x.ParkedIdeas[i], true
	}
	return model.ParkedIdea{}, false
}

// words are the words of a row.
func (s *Screen) words(r screen.Row) string {
	if i, ok := s.measures[r.ID]; ok && r.Table == model.Countermeasures {
		return s.x.Countermeasures[i].Text
	}
	if i, ok := s.ideas[r.ID]; ok && r.Table == model.ParkedIdeas {
		return s.x.ParkedIdeas[i].Text
	}
	return ""
}

// Position is the marked row's place among all.
func (s *Screen) Position() safe.Text {
	_, i, ok := s.marks.Marked(s.rows)
	if !ok {
		return "no row yet"
	}
	return safe.Line(strconv.Itoa(i+1) + " of " + strconv.Itoa(s.rows.Len()))
}

// Field is a new countermeasure: the line takes one at any time.
func (s *Screen) Field() screen.Field {
	return screen.Field{Key: screen.Key{Field: "countermeasure"}, Label: "New", At: model.ProseAt{Table: model.Countermeasures, Field: "text"}}
}

// Move moves the mark.
func (s *Screen) Move(to screen.Move) { screen.Step(&s.marks, s.rows, to, max(s.height-2, 1)) }

// Click marks the row that is drawn there.
func (s *Screen) Click(row int) {
	if lines := s.view(); row >= 0 && row < len(lines) && lines[row].Row >= 0 {
		s.marks.Mark(s.rows.Key(lines[row].Row))
	}
}

// Find marks the next row that holds the words.
func (s *Screen) Find(words string) safe.Text { return s.finder.Find(&s.marks, s.rows, words) }

// searched is the text of a row in which words are found.
func (s *Screen) searched(row screen.Row) string {
	if row.Table == model.ParkedIdeas {
		idea := s.x.ParkedIdeas[s.ideas[row.ID]]
		return idea.Text + "\n" + s.x.Person(idea.Attendee).Name + "\n" + idea.Reason
	}
	c := s.x.Countermeasures[s.measures[row.ID]]
	return strings.Join([]string{c.Text, s.x.Named(c.Owner).Name, string(c.Kind), c.DoneWhen, c.Ticket, c.Reason}, "\n")
}
