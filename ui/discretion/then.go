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
	s *Screen

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
func (v *then) turn() screen.Outcome {
	v.open = !v.open
	v.fill()
	return screen.Outcome{}
}

// fill asks for each row what it was then. On coming to another card its moment is marked.
func (v *then) fill() {
	d := v.s.card()
	if v.open = v.open && v.s.x.EventAt(d.Event) >= 0; !v.open {
		return
	}
	if v.card != d.ID {
		v.card = d.ID
		v.marks.Mark(d.Event)
	}
	v.rows = meeting.NewStandpoint(v.s.x, d.Attendee, d.Event).All()
	v.base = v.events().Base()
	v.asks, v.own = false, false
	for _, r := range v.rows {
		v.asks = v.asks || r.State == meeting.ToAsk
		v.own = v.own || r.State == meeting.WasThere
	}
	known, toAsk, later := meeting.CountThen(v.rows)
	v.counts = safe.Line(fmt.Sprintf("%d known, %d to ask, %d later", known, toAsk, later))
	v.finder = screen.Finder[model.ID]{
		Prompt: "type words of the row to find",
		Text:   func(id model.ID) string { return v.s.x.Event(id).What + "\n" + v.s.x.Event(id).When.Clock(v.s.x.Zone) },
		Name:   func(id model.ID) safe.Text { return "at " + safe.Line(v.events().Name(v.s.x.Event(id))) },
	}
	v.layOut()
}

// events is the rows of the view.
func (v *then) events() screen.Events { return screen.Events{X: v.s.x} }

// event is the marked row of the view and where it stands.
func (v *then) event() (model.Event, int) {
	_, i, ok := v.marks.Marked(v.events())
	if !ok {
		return model.Event{}, 0
	}
	return v.s.x.Events[i], i
}

// goTo marks the event of a row that stands in the view; false for a place on the card.
func (v *then) goTo(row model.ID) bool {
	event := v.events().Of(row, model.Knowings, model.Accounts)
	if event != "" {
		v.marks.Mark(event)
	}
	return event != ""
}
