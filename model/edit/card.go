package edit

import (
	"debrief/model"
	"slices"
)

// AddCard makes a decision card for a person at an event, and returns its id. Where that person
// has a card there already, it is that one and nothing changes.
func (ed Editor) AddCard(p model.Postmortem, event, attendee model.ID) (model.Postmortem, model.ID, error) {
	if _, ok := model.Find(p.Events, event); !ok {
		return p, "", model.Gone(model.Events, event)
	}
	if i := slices.IndexFunc(p.DecisionPoints, func(o model.DecisionPoint) bool {
		return o.Event == event && o.Attendee == attendee
	}); i >= 0 {
		return p, p.DecisionPoints[i].ID, nil
	}
	d := model.DecisionPoint{ID: ed.NewID(), Event: event, Attendee: attendee,
		Pos: last(p.DecisionPoints, func(r *model.DecisionPoint) *string { return &r.Pos })}
	p.DecisionPoints = Put(p.DecisionPoints, d)
	return p, d.ID, nil
}

// SetCard replaces the fields of the card of that id, such as whose it is.
func (ed Editor) SetCard(p model.Postmortem, d model.DecisionPoint) (model.Postmortem, error) {
	was, ok := model.Find(p.DecisionPoints, d.ID)
	if !ok {
		return p, model.Gone(model.DecisionPoints, d.ID)
	}
	if _, ok := model.Find(p.Events, d.Event); !ok {
		return p, model.Gone(model.Events, d.Event)
	}
	d.Pos = was.Pos
	p.DecisionPoints = Put(p.DecisionPoints, d)
	return p, nil
}

// AddCardLine adds a line to a field of a card: behind the line of that id, or as the last of
// its field where after is empty.
func (ed Editor) AddCardLine(p model.Postmortem, l model.CardLine, after model.ID) (model.Postmortem, model.ID, error) {
	if _, ok := model.Find(p.DecisionPoints, l.DecisionPoint); !ok {
		return p, "", model.Gone(model.DecisionPoints, l.DecisionPoint)
	}
	l.ID, l.Text, l.Pos = ed.NewID(), model.Tidy(l.Text), last(p.CardLines, func(r *model.CardLine) *string { return &r.Pos })
	if err := ed.check(l); err != nil {
		return p, "", err
	}
	next := p
	next.CardLines = Put(p.CardLines, l)
	if after != "" {
		placed, err := ed.PlaceAfter(next, model.CardLines, l.ID, after)
		if err != nil {
			return p, "", err
		}
		next = placed
	}
	return next, l.ID, nil
}

// SetCardLine replaces the fields of the line of that id.
func (ed Editor) SetCardLine(p model.Postmortem, l model.CardLine) (model.Postmortem, error) {
	was, ok := model.Find(p.CardLines, l.ID)
	if !ok {
		return p, model.Gone(model.CardLines, l.ID)
	}
	l.Text, l.Pos = model.Tidy(l.Text), was.Pos
	if err := ed.check(l); err != nil {
		return p, err
	}
	p.CardLines = Put(p.CardLines, l)
	return p, nil
}
