package edit

import (
	"debrief/model"
	"debrief/model/meeting"
	"time"
)

// AddCountermeasure adds a countermeasure. It is open unless it says otherwise; whether that
// means decided follows from its owner and target date.
func (ed Editor) AddCountermeasure(p model.Postmortem, c model.Countermeasure) (model.Postmortem, model.ID, error) {
	c.ID, c.Text, c.Pos = ed.NewID(), model.Tidy(c.Text), last(p.Countermeasures, func(r *model.Countermeasure) *string { return &r.Pos })
	if c.State == "" {
		c.State = model.Open
	}
	if err := ed.check(c); err != nil {
		return p, "", err
	}
	p.Countermeasures = Put(p.Countermeasures, c)
	return p, c.ID, nil
}

// SetCountermeasure replaces the fields of the countermeasure of that id. What was read back and
// agreed to was its owner and dates: where these change, it is to be read back again. What rests
// has an owner, who brings it back on its day.
func (ed Editor) SetCountermeasure(p model.Postmortem, c model.Countermeasure) (model.Postmortem, error) {
	was, ok := model.Find(p.Countermeasures, c.ID)
	if !ok {
		return p, model.Gone(model.Countermeasures, c.ID)
	}
	c.Text, c.DoneWhen, c.Ticket, c.Reason, c.Pos = model.Tidy(c.Text), model.Tidy(c.DoneWhen), model.Tidy(c.Ticket), model.Tidy(c.Reason), was.Pos
	if c.ReadBack == was.ReadBack && (c.Owner != was.Owner || c.By != was.By || c.RestUntil != was.RestUntil) {
		c.ReadBack = time.Time{}
	}
	if c.State == model.Resting && c.Owner == "" && (was.State != model.Resting || was.Owner != "") {
		return p, model.Problem{Field: "Owner", Words: "Owner is empty; what rests needs somebody who brings it back: name one, such as rest @ana."}
	}
	if err := ed.check(c); err != nil {
		return p, err
	}
	p.Countermeasures = Put(p.Countermeasures, c)
	return p, nil
}

// ChangeCountermeasure is SetCountermeasure for some fields: change sets them on a copy.
func (ed Editor) ChangeCountermeasure(p model.Postmortem, id model.ID, change func(*model.Countermeasure)) (model.Postmortem, error) {
	c, ok := model.Find(p.Countermeasures, id)
	if !ok {
		return p, model.Gone(model.Countermeasures, id)
	}
	change(&c)
	return ed.SetCountermeasure(p, c)
}

// Assign gives an owner, a target date or both; an empty one stays as it was. A date for a
// resting or declined one takes it up again.
func (ed Editor) Assign(p model.Postmortem, id, owner model.ID, by model.Date) (model.Postmortem, error) {
	return ed.ChangeCountermeasure(p, id, func(c *model.Countermeasure) {
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
		until = meeting.WorkingDays(ed.today(), meeting.RestDays)
	}
	return ed.ChangeCountermeasure(p, id, func(c *model.Countermeasure) {
		c.State, c.RestUntil, c.Reason, c.DoneOn = model.Resting, until, "", model.Date{}
	})
}

// Decline keeps the countermeasure as one that was not taken up, with the reason.
func (ed Editor) Decline(p model.Postmortem, id model.ID, reason string) (model.Postmortem, error) {
	if model.Tidy(reason) == "" {
		return p, noReason()
	}
	return ed.ChangeCountermeasure(p, id, func(c *model.Countermeasure) {
		c.State, c.Reason, c.RestUntil, c.DoneOn = model.Declined, reason, model.Date{}, model.Date{}
	})
}

func noReason() model.Problem {
	return model.Problem{Field: "Reason", Words: "Reason is empty; say in a few words why this is reasonable not to do."}
}

// Finish marks the countermeasure as done on that day, today where it is the zero Date.
func (ed Editor) Finish(p model.Postmortem, id model.ID, on model.Date, closing string) (model.Postmortem, error) {
	if on.IsZero() {
		on = ed.today()
	}
	return ed.ChangeCountermeasure(p, id, func(c *model.Countermeasure) {
		c.State, c.DoneOn, c.Closing, c.RestUntil, c.Reason = model.Done, on, closing, model.Date{}, ""
	})
}

// Reopen takes back that a countermeasure rests, is declined or done.
func (ed Editor) Reopen(p model.Postmortem, id model.ID) (model.Postmortem, error) {
	return ed.ChangeCountermeasure(p, id, func(c *model.Countermeasure) {
		c.State, c.RestUntil, c.Reason, c.DoneOn = model.Open, model.Date{}, "", model.Date{}
	})
}

// TestAgain records when what was fixed was tested again, and what came of it (The DevOps
// Handbook, chapter 19). The zero Date means today.
func (ed Editor) TestAgain(p model.Postmortem, id model.ID, on model.Date, result string) (model.Postmortem, error) {
	if on.IsZero() {
		on = ed.today()
	}
	return ed.ChangeCountermeasure(p, id, func(c *model.Countermeasure) { c.TestedOn, c.TestResult = on, model.Tidy(result) })
}
