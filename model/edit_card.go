package model

import "slices"

// AddCard makes a decision card for a person at an event, and returns its id. Where that person
// has a card there already, it is that one and nothing changes.
func (ed Editor) AddCard(p Postmortem, event, attendee ID) (Postmortem, ID, error) {
	if _, ok := find(p.Events, event); !ok {
		return p, "", gone(Events, event)
	}
	if i := slices.IndexFunc(p.DecisionPoints, func(o DecisionPoint) bool {
		return o.Event == event && o.Attendee == attendee
	}); i >= 0 {
		return p, p.DecisionPoints[i].ID, nil
	}
	d := DecisionPoint{ID: ed.NewID(), Event: event, Attendee: attendee,
		Pos: last(p.DecisionPoints, func(r *DecisionPoint) *string { return &r.Pos })}
	p.DecisionPoints = put(p.DecisionPoints, d)
	return p, d.ID, nil
}

// SetCard replaces the fields of the card of that id, such as whose it is.
func (ed Editor) SetCard(p Postmortem, d DecisionPoint) (Postmortem, error) {
	was, ok := find(p.DecisionPoints, d.ID)
	if !ok {
		return p, gone(DecisionPoints, d.ID)
	}
	if _, ok := find(p.Events, d.Event); !ok {
		return p, gone(Events, d.Event)
	}
	d.Pos = was.Pos
	p.DecisionPoints = put(p.DecisionPoints, d)
	return p, nil
}

// AddCardLine adds a line to a field of a card: behind the line of that id, or as the last of
// its field where after is empty.
func (ed Editor) AddCardLine(p Postmortem, l CardLine, after ID) (Postmortem, ID, error) {
	if _, ok := find(p.DecisionPoints, l.DecisionPoint); !ok {
		return p, "", gone(DecisionPoints, l.DecisionPoint)
	}
	l.ID, l.Text, l.Pos = ed.NewID(), tidy(l.Text), last(p.CardLines, func(r *CardLine) *string { return &r.Pos })
	if err := ed.check(l); err != nil {
		return p, "", err
	}
	next := p
	next.CardLines = put(p.CardLines, l)
	if after != "" {
		placed, err := ed.PlaceAfter(next, CardLines, l.ID, after)
		if err != nil {
			return p, "", err
		}
		next = placed
	}
	return next, l.ID, nil
}

// SetCardLine replaces the fields of the line of that id.
func (ed Editor) SetCardLine(p Postmortem, l CardLine) (Postmortem, error) {
	was, ok := find(p.CardLines, l.ID)
	if !ok {
		return p, gone(CardLines, l.ID)
	}
	l.Text, l.Pos = tidy(l.Text), was.Pos
	if err := ed.check(l); err != nil {
		return p, err
	}
	p.CardLines = put(p.CardLines, l)
	return p, nil
}
