package edit

import (
	"debrief/model"
	"slices"
)

// AddCard makes a decision card for a person at an event, and returns its id. Where that person
// has a card there already, it is that one and nothing changes.
func (ed Editor) AddCard(p model.Postmortem, event, attendee model.ID) (model.Postmortem, model.ID, error) {
	if i := slices.IndexFunc(p.DecisionPoints, func(o model.DecisionPoint) bool {
		return o.Event == event && o.Attendee == attendee
	}); i >= 0 {
		return p, p.DecisionPoints[i].ID, nil
	}
	return ed.Add(p, model.DecisionPoint{Event: event, Attendee: attendee})
}

// AddCardLine adds a line to a field of a card: behind the line of that id, or as the last of
// its field where after is empty.
func (ed Editor) AddCardLine(p model.Postmortem, l model.CardLine, after model.ID) (model.Postmortem, model.ID, error) {
	next, id, err := ed.Add(p, l)
	if err == nil && after != "" {
		next, err = ed.PlaceAfter(next, model.CardLines, id, after)
	}
	if err != nil {
		return p, "", err
	}
	return next, id, nil
}
