// Package discretion is the screen of the discretionary space: one decision card at a time, a
// field for each question and a row for each line in it, with the other cards in a strip below.
// Judging a decision lies in hindsight; the card asks how the moment looked then.
package discretion

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

// Screen is the discretionary space.
type Screen struct {
	env           screen.Env
	x             *model.Index
	width, height int
	at            layout
	context       capture.Context

	came   model.ID         // the record for which a card was chosen
	place  int              // of the open card among the cards
	cards  map[model.ID]int // where each card stands
	filled []int            // per card: how many of its fields have a line
	texts  map[model.ID]model.CardLine

	rows  rows
	marks widget.List[row]
	// The lines and the strip scroll each for itself; the mark is in one of them at most.
	lineMarks, otherMarks widget.List[row]
	// open holds the fields that have lines and a blank one to type a further into, with the line
	// that it stands behind.
	open map[model.CardField]model.ID

	drawn widget.Rows[row]
	side  widget.Side[model.ID] // the pane, of an event
	found found
	typed string // what was read last, for the footer

	then then // the other view

	commands screen.Commands
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen without a card.
func New(env screen.Env) *Screen {
	s := &Screen{env: env, open: make(map[model.CardField]model.ID)}
	s.then.s = s
	s.commands = s.newCommands()
	s.Show(model.NewIndex(model.Postmortem{}))
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record to draw. On coming to a record the first card that lacks something
// is opened; afterwards the same card stays, or its neighbour where it has gone.
func (s *Screen) Show(x *model.Index) {
	s.then.open = s.then.open && s.came == x.Header.ID
	s.x = x
	s.context = capture.Context{Phase: model.PhaseDiscretion, Zone: x.Zone, People: capture.PeopleOf(x)}
	s.cards = make(map[model.ID]int, len(x.DecisionPoints))
	s.filled = make([]int, len(x.DecisionPoints))
	lacking := -1
	for i, d := range x.DecisionPoints {
		s.cards[d.ID] = i
		for _, f := range model.CardFields() {
			if len(x.LinesOf(d.ID, f)) > 0 {
				s.filled[i]++
			}
		}
		if lacking < 0 && s.filled[i] < len(model.CardFields()) {
			lacking = i
		}
	}
	s.forget()
	here, stays := s.cards[s.rows.card]
	switch {
	case len(x.DecisionPoints) == 0:
		s.rows, s.place, s.texts = noRows(), 0, nil
		clear(s.open)
	case s.came == x.Header.ID && stays:
		s.place = here
		s.fill()
	case s.came == x.Header.ID && s.rows.card != "":
		s.openCard(min(s.place, len(x.DecisionPoints)-1))
	default:
		s.openCard(max(lacking, 0))
	}
	s.came = x.Header.ID
	s.then.fill()
}

// forget drops what is drawn.
func (s *Screen) forget() {
	s.drawn.Forget()
	s.then.drawn.Forget()
	s.side, s.found = widget.Side[model.ID]{}, found{}
}

// card is the open card; the zero DecisionPoint where there is none.
func (s *Screen) card() model.DecisionPoint {
	if s.place < len(s.x.DecisionPoints) {
		return s.x.DecisionPoints[s.place]
	}
	return model.DecisionPoint{}
}

// openCard opens the card that stands there and marks its first empty field.
func (s *Screen) openCard(place int) {
	s.place = place
	clear(s.open)
	s.rows.card = s.card().ID
	s.forget()
	s.fill()
	s.marks.Mark(s.firstEmpty())
}

// firstEmpty is the first field of the card without a line, its head where all have one.
func (s *Screen) firstEmpty() row {
	for _, f := range model.CardFields() {
		if b := (row{blank, s.rows.card, f}); len(s.x.LinesOf(s.rows.card, f)) == 0 {
			return b
		}
	}
	return s.rows.top()
}

// fill makes the rows of the open card, and of the others.
func (s *Screen) fill() {
	s.fillLines()
	others := make([]row, 0, len(s.x.DecisionPoints))
	for i, d := range s.x.DecisionPoints {
		if i != s.place {
			others = append(others, row{kind: other, id: d.ID})
		}
	}
	s.rows.others = widget.NewSlice(others)
	s.layOut()
}

// fillLines makes the rows of the open card's lines.
func (s *Screen) fillLines() {
	s.rows.card = s.card().ID
	s.texts = make(map[model.ID]model.CardLine)
	var keys []row
	for _, f := range model.CardFields() {
		lines := s.x.LinesOf(s.rows.card, f)
		free := row{blank, s.rows.card, f}
		after, open := s.open[f]
		if _, waits := s.waiting(free); waits {
			open = true // what was typed there is not lost from sight
		}
		for _, l := range lines {
			s.texts[l.ID] = l
			keys = append(keys, row{line, l.ID, f})
			if open && l.ID == after {
				keys, open = append(keys, free), false
			}
		}
		if open || len(lines) == 0 {
			keys = append(keys, free)
		}
	}
	s.rows.lines = widget.NewSlice(keys)
	s.drawn.Forget()
}

// openBlank marks a blank line of the field, behind that line or as the last of its field.
func (s *Screen) openBlank(f model.CardField, after model.ID) {
	lines := s.x.LinesOf(s.rows.card, f)
	if n := len(lines); n > 0 && after == "" {
		after = lines[n-1].ID
	}
	s.open[f] = after
	s.fillLines()
	s.mark(row{blank, s.rows.card, f})
}

// mark marks a row and closes the blank lines that one leaves with nothing typed in them.
func (s *Screen) mark(r row) {
	s.marks.Mark(r)
	s.closeBlanks()
}

func (s *Screen) closeBlanks() {
	marked, _, _ := s.marked()
	closed := false
	for f := range s.open {
		free := row{blank, s.rows.card, f}
		if _, waits := s.waiting(free); waits || marked == free {
			continue
		}
		delete(s.open, f)
		closed = true
	}
	if closed {
		s.fillLines()
	}
}

func (s *Screen) marked() (row, int, bool) { return s.marks.Marked(s.rows) }

// Goto opens a card and marks its first empty field, or marks a line. With a field it marks the
// blank line of that field: behind the line of the place, or as the last one.
func (s *Screen) Goto(p screen.Place) {
	if p.Row == "" {
		return
	}
	if s.then.open && s.then.goTo(p.Row) {
		return
	}
	f := model.CardField(p.Field)
	if at, ok := s.cards[p.Row]; ok {
		s.then.open = false
		s.openCard(at)
		if f != "" {
			s.openBlank(f, "")
		}
		return
	}
	for _, l := range s.x.CardLines {
		if l.ID != p.Row {
			continue
		}
		if at, ok := s.cards[l.DecisionPoint]; ok && at != s.place {
			s.openCard(at)
		}
		if f != "" {
			s.openBlank(f, l.ID)
		} else {
			s.mark(row{line, l.ID, l.Field})
		}
		return
	}
	for at, d := range s.x.DecisionPoints {
		if d.Event == p.Row {
			s.openCard(at)
			return
		}
	}
}

// Position is which of the cards is open; in the other view, how much of it was known.
func (s *Screen) Position() safe.Text {
	if len(s.x.DecisionPoints) == 0 {
		return "no card yet"
	}
	if s.then.open {
		return s.then.counts
	}
	return s.which()
}

func (s *Screen) which() safe.Text {
	return safe.Line(fmt.Sprintf("card %d of %d", s.place+1, len(s.x.DecisionPoints)))
}

// Scene is the marked field: its question asks for what is typed there. At the head of a card, and
// at another one, it also matters whether the card says what pressure was in play.
func (s *Screen) Scene() prompt.Scene {
	r, _, ok := s.marked()
	var holds []prompt.Condition
	switch {
	case s.then.open:
		return prompt.Holding(prompt.OfCard(model.KnownThen))
	case !ok:
		return prompt.Holding(prompt.NoCard)
	case r.kind == other:
		holds = append(holds, prompt.OtherCard)
	case r.kind == head:
		if s.card().Attendee == "" {
			holds = append(holds, prompt.NoSeat)
		}
		holds = append(holds, prompt.CardHead)
	default:
		return prompt.Holding(prompt.OfCard(r.field))
	}
	if prompt.Unpressed(s.x, r.id) {
		holds = append(holds, prompt.NoPressure)
	}
	return prompt.Scene{Holds: holds}
}

// Field is the marked line, or a blank one.
func (s *Screen) Field() screen.Field {
	if s.then.open {
		return s.then.field()
	}
	r, _, ok := s.marked()
	f := screen.Field{Key: r.key(), Label: "Card", At: model.ProseAt{Table: model.CardLines, Field: "text"}}
	if !ok {
		f.Key = screen.Key{Field: "no card"}
	}
	if r.kind == line || r.kind == blank {
		f.Label = label(r.field)
	}
	if r.kind == line {
		f.Text = s.held(s.texts[r.id])
		f.At.ID = r.id
	}
	return f
}

// key is where text that is typed at a row waits.
func (r row) key() screen.Key {
	field := "card"
	switch r.kind {
	case line:
		field = "line"
	case blank:
		field = string(r.field)
	}
	return screen.Key{Row: r.id, Field: field}
}

// waiting is what was typed at a row and is not recorded.
func (s *Screen) waiting(r row) (string, bool) {
	text, ok := s.env.Waiting(r.key())
	return text, ok && text != ""
}

// Marked is the event of the card: an idea or a quotation said here belongs to that moment, and
// is found there in the timeline too.
func (s *Screen) Marked() screen.Row {
	r, _, ok := s.marked()
	if !ok {
		return screen.Row{}
	}
	if s.then.open {
		e, _ := s.then.event()
		return screen.Row{Table: model.Events, ID: e.ID}
	}
	d := s.card()
	if r.kind == other {
		d = s.x.DecisionPoints[s.cards[r.id]]
	}
	return screen.Row{Table: model.Events, ID: d.Event}
}

// Move moves the mark; a page is a card.
func (s *Screen) Move(to screen.Move) {
	if s.then.open {
		screen.Step(&s.then.marks, s.then.events(), to, s.then.at.list)
		return
	}
	switch last := len(s.x.DecisionPoints) - 1; to {
	case screen.PageUp:
		if s.place > 0 {
			s.openCard(s.place - 1)
		}
	case screen.PageDown:
		if s.place < last {
			s.openCard(s.place + 1)
		}
	default:
		screen.Step(&s.marks, s.rows, to, s.height)
	}
	s.closeBlanks()
}

// Click marks what is drawn at that row of the body.
func (s *Screen) Click(at int) {
	if _, _, ok := s.marked(); !ok || at < 0 {
		return
	}
	if s.then.open {
		first, last := s.then.marks.Window(s.then.events(), s.then.at.list)
		if i := at - s.then.at.title - s.then.at.head; i >= 0 && first+i < last {
			s.then.marks.Mark(s.x.Events[first+i].ID)
		}
		return
	}
	pick := func(rows widget.Source[row], first, last, i int) {
		if i >= 0 && first+i < last {
			s.mark(rows.Key(first + i))
		}
	}
	if s.at.whole {
		first, last := s.marks.Window(s.rows, s.at.lines)
		pick(s.rows, first, last, at)
		return
	}
	strip := s.at.head + s.at.lines + s.at.gap
	switch {
	case at == 0:
		s.mark(s.rows.top())
	case at >= strip:
		first, last := s.otherMarks.Window(s.rows.others, s.at.strip)
		pick(s.rows.others, first, last, at-strip)
	case at >= s.at.head:
		first, last := s.lineMarks.Window(s.rows.lines, s.at.lines)
		pick(s.rows.lines, first, last, at-s.at.head)
	}
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.layOut()
	s.then.layOut()
	s.forget()
}

// Lacks is what the card in front lacks; nothing, where the phase has its say.
func (s *Screen) Lacks() []meeting.Lack {
	if s.x == nil || s.card().ID == "" {
		return nil
	}
	return meeting.CardLacks(s.x, s.card().ID)
}
