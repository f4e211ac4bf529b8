package markdown

import "debrief/model"

// countermeasures writes what was decided as a task list, done or not. Without an owner and a
// target date nothing is decided, so what lacks one, or rests, has a heading of its own.
func (w *writer) countermeasures() {
	begin := w.part("Countermeasures")
	for _, c := range w.Countermeasures {
		s := c.Standing()
		if s != model.Decided && s != model.StandsDone {
			continue
		}
		begin()
		if s == model.StandsDone {
			w.raw("- [x] ")
		} else {
			w.raw("- [ ] ")
		}
		w.text(c.Text, lineStart)
		w.raw(" — ")
		if c.Owner != "" {
			w.owner(c.Owner)
		} else {
			w.raw("no owner named")
		}
		if !c.By.IsZero() {
			w.raw(", by " + c.By.String())
		}
		w.particulars(c)
		w.raw("\n")
	}
	w.undecided(model.Undecided, "Undecided: an owner or a date is missing")
	w.undecided(model.StandsResting, "Resting, to be decided later")
}

func (w *writer) undecided(standing model.Standing, title string) {
	begin := w.part(title)
	for _, c := range w.Countermeasures {
		if c.Standing() != standing {
			continue
		}
		begin()
		w.item(c.Text)
		w.particulars(c)
		w.raw("\n")
	}
}

// particulars writes what else is known of a countermeasure, in parentheses behind it.
func (w *writer) particulars(c model.Countermeasure) {
	d := w.details()
	switch c.Standing() {
	case model.Undecided:
		if c.Owner != "" {
			d.field("thought of for ", w.name(c.Owner))
		} else {
			d.add("no owner yet")
		}
		if c.By.IsZero() {
			d.add("no date yet")
		} else {
			d.field("thought of for ", c.By.String())
		}
	case model.StandsResting:
		if c.Owner != "" {
			d.field("with ", w.name(c.Owner))
		}
		d.field("to be decided on ", c.RestUntil.String())
	}
	d.field("", string(c.Kind))
	if l := w.learningsByID[c.Condition]; l.Text != "" {
		d.field("addresses: ", l.Text)
	}
	d.field("done when ", c.DoneWhen)
	d.field("ticket ", c.Ticket)
	d.field("done on ", c.DoneOn.String())
	d.field("", c.Closing)
	if tested := c.TestedOn.String(); tested != "" {
		d.add("tested again on " + tested)
		if c.TestResult != "" {
			w.raw(": ")
			w.line(c.TestResult)
		}
	} else {
		d.field("tested again: ", c.TestResult)
	}
	d.end()
}

// ideas writes the parked ideas that nobody has decided on, and those that joined another.
func (w *writer) ideas() {
	begin := w.part("Ideas kept, not decided")
	for _, i := range w.ParkedIdeas {
		if i.State == model.IdeaDeclined || i.State == model.Unparked {
			continue // declined ones have their part; the others are countermeasures now
		}
		begin()
		w.item(i.Text)
		d := w.details()
		if i.Attendee != "" {
			d.field("", w.name(i.Attendee))
		}
		if e := w.Event(i.OfID); i.Of == model.Events && !e.When.IsZero() {
			d.add("came up at ")
			w.moment(e.When)
		}
		if i.State == model.Merged {
			c, _ := model.Find(w.Countermeasures, i.Countermeasure)
			if d.field("now part of: ", c.Text); c.Text == "" {
				d.add("now part of another")
			}
		}
		d.end()
		w.raw("\n")
	}
}

// declined writes what was not chosen, and the reason why that is reasonable.
func (w *writer) declined() {
	begin := w.part("Declined, with the reason")
	say := func(text, reason string) {
		begin()
		w.item(text)
		if reason != "" {
			w.raw(" — ")
			w.line(reason)
		}
		w.raw("\n")
	}
	for _, c := range w.Countermeasures {
		if c.Standing() == model.StandsDeclined {
			say(c.Text, c.Reason)
		}
	}
	for _, i := range w.ParkedIdeas {
		if i.State == model.IdeaDeclined {
			say(i.Text, i.Reason)
		}
	}
}
