package edit

import "debrief/model"

// AddEvent adds a row to the timeline. A timed one sorts by its time, behind others of the same
// time; an untimed one stands directly behind the row of that id, first of all where after is
// empty. Id and position are given here.
func (ed Editor) AddEvent(p model.Postmortem, e model.Event, after model.ID) (model.Postmortem, model.ID, error) {
	e.ID, e.What, e.After, e.Pos = ed.NewID(), model.Tidy(e.What), "", model.FirstPosition
	if err := ed.check(e); err != nil {
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

// SetEvent replaces the fields of the row of that id. Where its time changes, the untimed rows
// behind it go along; where it loses its time, it and they stay where they stand.
func (ed Editor) SetEvent(p model.Postmortem, e model.Event) (model.Postmortem, error) {
	was, ok := model.Find(p.Events, e.ID)
	if !ok {
		return p, model.Gone(model.Events, e.ID)
	}
	e.What, e.After, e.Pos = model.Tidy(e.What), was.After, was.Pos
	if err := ed.check(e); err != nil {
		return p, err
	}
	next := p
	switch {
	case e.When.IsZero() && !was.When.IsZero():
		order := model.Timeline(p.Events)
		after := model.ID("")
		if i := eventIn(order, e.ID); i > 0 {
			after = order[i-1].ID
		}
		next = followersKeepTheirPlace(p, e.ID)
		next.Events = insertUntimed(next.Events, e, after)
		return next, nil
	case !e.When.At.Equal(was.When.At):
		e.After = ""
		e.Pos = samePlace(p.Events, e)
	}
	next.Events = Put(next.Events, e)
	return next, nil
}

// SetEventTime sets when the row happened; the zero Moment takes its time away.
func (ed Editor) SetEventTime(p model.Postmortem, id model.ID, when model.Moment) (model.Postmortem, error) {
	return ed.changeEvent(p, id, func(e *model.Event) { e.When = when })
}

// SetEventKind sets the kind of the row; the empty kind takes it away.
func (ed Editor) SetEventKind(p model.Postmortem, id model.ID, kind model.EventKind) (model.Postmortem, error) {
	return ed.changeEvent(p, id, func(e *model.Event) { e.Kind = kind })
}

// Star stars the row as a turning point, or takes the star away.
func (ed Editor) Star(p model.Postmortem, id model.ID, starred bool) (model.Postmortem, error) {
	return ed.changeEvent(p, id, func(e *model.Event) { e.Starred = starred })
}

func (ed Editor) changeEvent(p model.Postmortem, id model.ID, change func(*model.Event)) (model.Postmortem, error) {
	e, ok := model.Find(p.Events, id)
	if !ok {
		return p, model.Gone(model.Events, id)
	}
	change(&e)
	return ed.SetEvent(p, e)
}
