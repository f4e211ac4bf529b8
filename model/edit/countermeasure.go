package edit

import (
	"debrief/model"
	"debrief/model/meeting"
	"time"
)

// setCountermeasure puts what was changed of a countermeasure. What was read back and agreed to was
// its owner and dates: where these change, it is to be read back again. What rests has an owner, who
// brings it back on its day.
func setCountermeasure(p model.Postmortem, was, c model.Countermeasure) (model.Postmortem, error) {
	if c.ReadBack == was.ReadBack && (c.Owner != was.Owner || c.By != was.By || c.RestUntil != was.RestUntil) {
		c.ReadBack = time.Time{}
	}
	if c.State == model.Resting && c.Owner == "" && (was.State != model.Resting || was.Owner != "") {
		return p, model.Problem{Field: "Owner", Words: "Owner is empty; what rests needs somebody who brings it back: name one, such as rest @ana."}
	}
	return put(p, was, c)
}

// Assign gives an owner, a target date or both; an empty one stays as it was. A date for a
// resting or declined one takes it up again.
func (ed Editor) Assign(p model.Postmortem, id, owner model.ID, by model.Date) (model.Postmortem, error) {
	return Change(ed, p, id, func(c *model.Countermeasure) {
		if owner != "" {
			c.Owner = owner
		}
		if !by.IsZero() {
			c.By = by
			if c.State == model.Resting || c.State == model.Declined {
				c.State, c.RestUntil, c.Reason = model.Open, model.Date{}, ""
			}
		}
	})
}

// Rest lets a countermeasure rest until the day on which it is decided; the zero Date means
// RestDays working days from today.
func (ed Editor) Rest(p model.Postmortem, id model.ID, until model.Date) (model.Postmortem, error) {
	if until.IsZero() {
		until = meeting.WorkingDays(model.DateOf(ed.Now()), meeting.RestDays)
	}
	return Change(ed, p, id, func(c *model.Countermeasure) {
		c.State, c.RestUntil, c.Reason, c.DoneOn = model.Resting, until, "", model.Date{}
	})
}

// Decline keeps the countermeasure as one that was not taken up, with the reason.
func (ed Editor) Decline(p model.Postmortem, id model.ID, reason string) (model.Postmortem, error) {
	if model.Tidy(reason) == "" {
		return p, noReason()
	}
	return Change(ed, p, id, func(c *model.Countermeasure) {
		c.State, c.Reason, c.RestUntil, c.DoneOn = model.Declined, reason, model.Date{}, model.Date{}
	})
}

func noReason() model.Problem {
	return model.Problem{Field: "Reason", Words: "Reason is empty; say in a few words why this is reasonable not to do."}
}

// Finish marks the countermeasure as done on that day, today where it is the zero Date.
func (ed Editor) Finish(p model.Postmortem, id model.ID, on model.Date, closing string) (model.Postmortem, error) {
	if on.IsZero() {
		on = model.DateOf(ed.Now())
	}
	return Change(ed, p, id, func(c *model.Countermeasure) {
		c.State, c.DoneOn, c.Closing, c.RestUntil, c.Reason = model.Done, on, closing, model.Date{}, ""
	})
}
