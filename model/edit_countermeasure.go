package model

import "time"

// AddCountermeasure adds a countermeasure. It is open unless it says otherwise; whether that
// means decided follows from its owner and target date.
func (ed Editor) AddCountermeasure(p Postmortem, c Countermeasure) (Postmortem, ID, error) {
	c.ID, c.Text, c.Pos = ed.NewID(), tidy(c.Text), last(p.Countermeasures, func(r *Countermeasure) *string { return &r.Pos })
	if c.State == "" {
		c.State = Open
	}
	if err := ed.check(c); err != nil {
		return p, "", err
	}
	p.Countermeasures = put(p.Countermeasures, c)
	return p, c.ID, nil
}

// SetCountermeasure replaces the fields of the countermeasure of that id. What was read back and
// agreed to was its owner and dates: where these change, it is to be read back again. What rests
// has an owner, who brings it back on its day.
func (ed Editor) SetCountermeasure(p Postmortem, c Countermeasure) (Postmortem, error) {
	was, ok := find(p.Countermeasures, c.ID)
	if !ok {
		return p, gone(Countermeasures, c.ID)
	}
	c.Text, c.DoneWhen, c.Ticket, c.Reason, c.Pos = tidy(c.Text), tidy(c.DoneWhen), tidy(c.Ticket), tidy(c.Reason), was.Pos
	if c.ReadBack == was.ReadBack && (c.Owner != was.Owner || c.By != was.By || c.RestUntil != was.RestUntil) {
		c.ReadBack = time.Time{}
	}
	if c.State == Resting && c.Owner == "" && (was.State != Resting || was.Owner != "") {
		return p, Problem{Field: "Owner", Words: "Owner is empty; what rests needs somebody who brings it back: name one, such as rest @ana."}
	}
	if err := ed.check(c); err != nil {
		return p, err
	}
	p.Countermeasures = put(p.Countermeasures, c)
	return p, nil
}

// ChangeCountermeasure is SetCountermeasure for some fields: change sets them on a copy.
func (ed Editor) ChangeCountermeasure(p Postmortem, id ID, change func(*Countermeasure)) (Postmortem, error) {
	c, ok := find(p.Countermeasures, id)
	if !ok {
		return p, gone(Countermeasures, id)
	}
	change(&c)
	return ed.SetCountermeasure(p, c)
}

// Assign gives an owner, a target date or both; an empty one stays as it was. A date for a
// resting or declined one takes it up again.
func (ed Editor) Assign(p Postmortem, id, owner ID, by Date) (Postmortem, error) {
	return ed.ChangeCountermeasure(p, id, func(c *Countermeasure) {
		if owner != "" {
			c.Owner = owner
		}
		if !by.IsZero() {
			c.By = by
			if c.State == Resting || c.State == Declined {
				c.State, c.RestUntil, c.Reason = Open, Date{}, ""
			}
		}
	})
}

// Rest lets a countermeasure rest until the day on which it is decided; the zero Date means
// RestDays working days from today.
func (ed Editor) Rest(p Postmortem, id ID, until Date) (Postmortem, error) {
	if until.IsZero() {
		until = WorkingDays(ed.today(), RestDays)
	}
	return ed.ChangeCountermeasure(p, id, func(c *Countermeasure) {
		c.State, c.RestUntil, c.Reason, c.DoneOn = Resting, until, "", Date{}
	})
}

// Decline keeps the countermeasure as one that was not taken up, with the reason.
func (ed Editor) Decline(p Postmortem, id ID, reason string) (Postmortem, error) {
	if tidy(reason) == "" {
		return p, noReason()
	}
	return ed.ChangeCountermeasure(p, id, func(c *Countermeasure) {
		c.State, c.Reason, c.RestUntil, c.DoneOn = Declined, reason, Date{}, Date{}
	})
}

func noReason() Problem {
	return Problem{Field: "Reason", Words: "Reason is empty; say in a few words why this is reasonable not to do."}
}

// Finish marks the countermeasure as done on that day, today where it is the zero Date.
func (ed Editor) Finish(p Postmortem, id ID, on Date, closing string) (Postmortem, error) {
	if on.IsZero() {
		on = ed.today()
	}
	return ed.ChangeCountermeasure(p, id, func(c *Countermeasure) {
		c.State, c.DoneOn, c.Closing, c.RestUntil, c.Reason = Done, on, closing, Date{}, ""
	})
}

// Reopen takes back that a countermeasure rests, is declined or done.
func (ed Editor) Reopen(p Postmortem, id ID) (Postmortem, error) {
	return ed.ChangeCountermeasure(p, id, func(c *Countermeasure) {
		c.State, c.RestUntil, c.Reason, c.DoneOn = Open, Date{}, "", Date{}
	})
}

// TestAgain records when what was fixed was tested again, and what came of it (The DevOps
// Handbook, chapter 19). The zero Date means today.
func (ed Editor) TestAgain(p Postmortem, id ID, on Date, result string) (Postmortem, error) {
	if on.IsZero() {
		on = ed.today()
	}
	return ed.ChangeCountermeasure(p, id, func(c *Countermeasure) { c.TestedOn, c.TestResult = on, tidy(result) })
}
