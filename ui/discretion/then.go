package discretion

import (
	"fmt"
	"time"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// then is the other view of a card: the timeline as the card's person had it at its moment. It
// has a mark of its own, so the card is as it was when one goes back.
type then struct {
	open   bool
	card   model.ID // whose moment it shows
	rows   []meeting.Then
	base   []time.Time // per row: its time, or that of the last timed row before it
	counts safe.Text
	asks   bool // a row is to ask
	own    bool // a row is known by an account of the person's own

	marks  widget.List[model.ID]
	drawn  widget.Rows[model.ID]
	finder screen.Finder[model.ID]
	at     thenLayout
}

// turn goes to the other view, and back.
func (s *Screen) turn() screen.Outcome {
	s.then.open = !s.then.open
	s.fillThen()
	return screen.Outcome{}
}

// fillThen asks for each row what it was then. On coming to another card its moment is marked.
func (s *Screen) fillThen() {
	t, d := &s.then, s.card()
	if t.open = t.open && s.x.EventAt(d.Event) >= 0; !t.open {
		return
	}
	if t.card != d.ID {
		t.card = d.ID
		t.marks.Mark(d.Event)
	}
	t.rows = meeting.NewStandpoint(s.x, d.Attendee, d.Event).All()
	t.base = make([]time.Time, len(t.rows))
	t.asks, t.own = false, false
	var last time.Time
	for i, r := range t.rows {
		if when := s.x.Events[i].When; !when.IsZero() {
			last = when.At
		}
		t.base[i] = last
		t.asks = t.asks || r.State == meeting.ToAsk
		t.own = t.own || r.State == meeting.WasThere
	}
	known, toAsk, later := meeting.CountThen(t.rows)
	t.counts = safe.Line(fmt.Sprintf("%d known, %d to ask, %d later", known, toAsk, later))
	t.finder = screen.Finder[model.ID]{
		Prompt: "type words of the row to find",
		Text:   func(id model.ID) string { return s.x.Event(id).What + "\n" + s.x.Event(id).When.Clock(s.x.Zone) },
		Name:   func(id model.ID) safe.Text { return "at " + safe.Line(s.eventName(s.x.Event(id))) },
	}
	s.layOutThen()
}

// events is the rows of the view.
func (s *Screen) events() screen.Events { return screen.Events{X: s.x} }

// event is the marked row of the view and where it stands.
func (s *Screen) event() (model.Event, int) {
	_, i, ok := s.then.marks.Marked(s.events())
	if !ok {
		return model.Event{}, 0
	}
	return s.x.Events[i], i
}

// eventName is how a row is called in a sentence: by its time, else by its first words.
func (s *Screen) eventName(e model.Event) string {
	if e.When.IsZero() {
		return string(screen.Quoted(e.What))
	}
	return e.When.Clock(s.x.Zone)
}

// gotoThen marks the event of a row that stands in the view; false for a place on the card.
func (s *Screen) gotoThen(row model.ID) bool {
	event := model.ID("")
	if s.x.EventAt(row) >= 0 {
		event = row
	}
	for _, k := range s.x.Knowings {
		if k.ID == row {
			event = k.Event
		}
	}
	for _, a := range s.x.Accounts {
		if a.ID == row {
			event = a.Event
		}
	}
	if event != "" {
		s.then.marks.Mark(event)
	}
	return event != ""
}
