// Package closing is the screen of the phase Close: each owner and date read back and ticked,
// what is still missing, the hands that went up, what the room tries out next, and where the page
// goes.
package closing

import (
	"fmt"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Screen is the phase Close.
type Screen struct {
	env           screen.Env
	x             *model.Index
	width, height int
	context       capture.Context

	came    model.ID // the record in which the first thing to do was marked
	back    []model.Countermeasure
	byID    map[model.ID]model.Countermeasure
	lacks   []meeting.Lack // one a phase
	lackAt  map[model.ID]int
	present int

	rows    *widget.Slice[row]
	marks   widget.List[row]
	drawn   widget.Rows[row]
	columns columns
	finder  screen.Finder[row]
	typed   string // what was read last, for the footer

	commands screen.Commands
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen of an empty record.
func New(env screen.Env) *Screen {
	s := &Screen{env: env}
	s.commands = s.newCommands()
	s.finder = screen.Finder[row]{
		Prompt: "type words of a row to find",
		Text:   s.words,
		Name:   func(r row) safe.Text { return screen.Quoted(s.words(r)) },
	}
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record to draw. On coming to a record the first thing to do is marked.
func (s *Screen) Show(x *model.Index) {
	s.x = x
	s.context = capture.Context{Phase: model.PhaseClose, Zone: x.Zone, People: capture.OwnersOf(x)}
	s.back = readBackOrder(x)
	s.byID = make(map[model.ID]model.Countermeasure, len(s.back))
	for _, c := range s.back {
		s.byID[c.ID] = c
	}
	s.present = 0
	for _, a := range x.Attendees {
		if !a.Away {
			s.present++
		}
	}
	s.forget()
	s.measure()
	s.fill()
	if s.came != x.Header.ID {
		s.came = x.Header.ID
		s.mark(s.next(row{}))
	}
}

func (s *Screen) forget() {
	s.drawn.Forget()
	s.finder.Forget()
}

// setRows takes the rows. The mark stays on its row, or goes to one that can be marked nearby.
func (s *Screen) setRows(all []row) {
	s.rows = widget.NewSlice(all)
	if m, _, ok := s.marks.Marked(s.rows); ok && !m.kind.marks() {
		s.step(1)
	}
}

func (s *Screen) marked() row {
	m, _, _ := s.marks.Marked(s.rows)
	return m
}

func (s *Screen) mark(r row) {
	s.marks.Mark(r)
	s.showTitle()
}

// step moves the mark by one row that can be marked. Behind the last one it stays.
func (s *Screen) step(by int) {
	_, from, _ := s.marks.Marked(s.rows)
	for i := from + by; i >= 0 && i < s.rows.Len(); i += by {
		if r := s.rows.Key(i); r.kind.marks() {
			s.marks.Mark(r)
			break
		}
	}
	s.showTitle()
}

// showTitle scrolls so far that the title of a part stands above its first row.
func (s *Screen) showTitle() {
	_, i, _ := s.marks.Marked(s.rows)
	if s.height < 2 || i == 0 || s.rows.Key(i-1).kind.marks() {
		return
	}
	if top, _ := s.marks.Window(s.rows, s.height); top == i {
		s.marks.Scroll(s.rows, -1, s.height)
	}
}

// next is what there is to do after a row: the next one to read back, the hands, what is tried out
// next, where the page goes, and at last the page itself. What is missing blocks nothing and is
// passed by; that the meeting was held is offered beside the page and asked of nobody.
func (s *Screen) next(from row) row {
	at := -1
	for i, c := range s.back {
		if c.ID == from.id && from.kind == tick {
			at = i
		}
	}
	if from.kind < hands {
		for i := range s.back {
			if c := s.back[(at+1+i)%len(s.back)]; c.ReadBack.IsZero() && c.ID != from.id {
				return row{tick, c.ID}
			}
		}
	}
	passed := from.kind != hands
	for _, q := range model.AllHandQuestions() {
		r := row{hands, model.ID(q.String())}
		if passed && from.kind <= hands && s.count(q) == "" {
			return r
		}
		passed = passed || from == r
	}
	if from.kind < tryNext && s.x.Session().TryNext == "" {
		return row{tryNext, nextTry}
	}
	for _, f := range []model.Field{model.FieldPublishTo, model.FieldTold} {
		if from.kind <= publish && from.id != model.ID(f) && s.x.Postmortem.Field(f) == "" {
			return row{publish, model.ID(f)}
		}
	}
	return row{preview, "preview"}
}

// Goto marks a countermeasure, or the field of the place.
func (s *Screen) Goto(p screen.Place) {
	if _, ok := s.byID[p.Row]; ok {
		s.mark(row{tick, p.Row})
	}
	for i := range s.rows.Len() {
		if r := s.rows.Key(i); p.Field != "" && r.kind > tick && r.id == model.ID(p.Field) {
			s.mark(r)
		}
	}
}

// place is this screen with a row marked.
func (s *Screen) place(r row) *screen.Place {
	to := &screen.Place{Screen: screen.Close, Postmortem: s.x.Header.ID}
	if r.kind == tick {
		to.Row = r.id
	} else {
		to.Field = string(r.id)
	}
	return to
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.forget()
	s.measure()
	s.fill()
	s.showTitle()
}

// Position is how many are read back, and which rows are in sight where not all are.
func (s *Screen) Position() safe.Text {
	rows := s.marks.Position(s.rows, s.height)
	if len(s.back) == 0 {
		return rows
	}
	n := 0
	for _, c := range s.back {
		if !c.ReadBack.IsZero() {
			n++
		}
	}
	back := safe.Line(fmt.Sprintf("%d of %d read back", n, len(s.back)))
	if s.rows.Len() > s.height {
		back += ", " + rows
	}
	return back
}

// Scene is the row to read out, or the marked one.
func (s *Screen) Scene() prompt.Scene {
	m := s.marked()
	switch m.kind {
	case tick:
		return s.readOut(s.byID[m.id])
	case missing:
		return prompt.Holding(prompt.Missing)
	case hands:
		return prompt.Holding(prompt.OfHands(m.question()))
	case tryNext:
		return prompt.Holding(prompt.TryNext)
	case publish:
		return prompt.Holding(prompt.Field(model.Field(m.id)))
	case held:
		return prompt.Holding(prompt.NotHeld)
	}
	return prompt.Scene{}
}

// nameCells is how much of a name stands in the question: with the longest day it fills the row.
const nameCells = 16

// readOut is whose a countermeasure is, and until when.
func (s *Screen) readOut(c model.Countermeasure) prompt.Scene {
	owner, day, holds := s.x.Named(c.Owner).FirstName(), c.By, prompt.ReadBack
	if c.Standing() == model.StandsResting {
		day, holds = c.RestUntil, prompt.ReadBackRest
	}
	if owner == "" {
		owner = "Nobody named"
	}
	owner = string(safe.Cut(safe.Line(owner), nameCells))
	if day.IsZero() {
		return prompt.Scene{Holds: []prompt.Condition{prompt.ReadBackOpen}, Fill: prompt.Fill{Who: owner}}
	}
	layout := "Monday 2 January"
	if day.Year != model.DateOf(s.env.Now()).Year {
		layout = "Mon 2 Jan 2006"
	}
	return prompt.Scene{Holds: []prompt.Condition{holds}, Fill: prompt.Fill{Who: owner, Day: day.Time().Format(layout)}}
}

// Field is the marked count or field; other rows take an empty line.
func (s *Screen) Field() screen.Field {
	m := s.marked()
	corrected := model.ProseAt{Table: model.Countermeasures, Field: "text"} // by words behind a sign
	switch m.kind {
	case tick:
		return screen.Field{Key: screen.Key{Row: m.id, Field: "row"}, Label: "Row", At: corrected}
	case hands:
		return screen.Field{Key: screen.Key{Row: m.id, Field: "hands"}, Label: "Hands", Text: s.count(m.question())}
	case tryNext:
		return screen.Field{Key: screen.Key{Field: string(m.id)}, Label: "Try next", Text: s.x.Session().TryNext,
			At: model.ProseAt{Table: model.Sessions, ID: s.x.Session().ID, Field: "try next"}}
	case publish:
		label := safe.Text("Publish")
		if m.id == model.ID(model.FieldTold) {
			label = "Told"
		}
		return screen.Field{Key: screen.Key{Field: string(m.id)}, Label: label, Text: s.x.Postmortem.Field(model.Field(m.id)), At: s.x.ProseAt(model.Field(m.id))}
	}
	return screen.Field{Key: screen.Key{Field: "row"}, Label: "Row", At: corrected}
}

// Marked returns the marked countermeasure, or the row of which something is missing.
func (s *Screen) Marked() screen.Row {
	switch m := s.marked(); m.kind {
	case tick:
		return screen.Row{Table: model.Countermeasures, ID: m.id}
	case missing:
		if l := s.lacks[s.lackAt[m.id]]; l.ID != "" {
			return screen.Row{Table: l.Table, ID: l.ID}
		}
	}
	return screen.Row{}
}

// Move moves the mark over what can be marked.
func (s *Screen) Move(to screen.Move) {
	switch to {
	case screen.Up:
		s.step(-1)
	case screen.Down:
		s.step(1)
	case screen.PageUp, screen.PageDown:
		pages := 1
		if to == screen.PageUp {
			pages = -1
		}
		s.marks.Page(s.rows, pages, s.height)
		if !s.marked().kind.marks() {
			s.step(pages)
		}
		if !s.marked().kind.marks() { // the first row is a title
			s.step(-pages)
		}
		s.showTitle()
	case screen.First:
		s.marks.Home(s.rows)
		s.step(1)
	case screen.Last:
		s.marks.End(s.rows)
	}
}

// Click marks what is drawn at that row of the body.
func (s *Screen) Click(at int) {
	top, last := s.marks.Window(s.rows, s.height)
	if at >= 0 && top+at < last && s.rows.Key(top+at).kind.marks() {
		s.mark(s.rows.Key(top + at))
	}
}
