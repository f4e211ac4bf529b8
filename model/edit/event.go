package edit

import "debrief/model"

// AddEvent adds a row to the timeline. A timed one sorts by its time, behind others of the same
// time; an untimed one stands directly behind the row of that id, first of all where after is
// empty. Id and position are given here.
func (ed Editor) AddEvent(p model.Postmortem, e model.Event, after model.ID) (model.Postmortem, model.ID, error) {
	e.ID, e.What, e.After, e.Pos = ed.NewID(), model.Tidy(e.What), "", model.FirstPosition
	if err := check(e); err != nil {
		return p, "", err
	}
	if e.When.IsZero() {
		p.Events = insertUntimed(p.Events, e, after)
		return p, e.ID, nil
	}
	e.Pos = samePlace(p.Events, e)
	p.Events = Put(p.Events, e)
	return p, e.ID, nil
}

// setEvent puts what was changed of a row of the timeline. Where its time changes, the untimed rows
// behind it go along; where it loses its time, it and they stay where they stand.
func setEvent(p model.Postmortem, was, e model.Event) (model.Postmortem, error) {
	e.After = was.After
	if err := check(e); err != nil {
		return p, err
	}
	if e.When.IsZero() && !was.When.IsZero() {
		order := model.Timeline(p.Events)
		after := model.ID("")
		if i := eventIn(order, e.ID); i > 0 {
			after = order[i-1].ID
		}
		next := followersKeepTheirPlace(p, e.ID)
		next.Events = insertUntimed(next.Events, e, after)
		return next, nil
	}
	if !e.When.At.Equal(was.When.At) {
		e.After, e.Pos = "", samePlace(p.Events, e)
	}
	p.Events = Put(p.Events, e)
	return p, nil
}
