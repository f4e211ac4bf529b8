package markdown

import "debrief/model"

// countermeasures writes what was decided as a task list, done or not. Without an owner and a
// target date nothing is decided, so what lacks one, or rests, has a heading of its own.
func (w *writer) countermeasures() {
	begin := w.part(part, "Countermeasures")
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
		w.out = appendLine(w.out, c.Text, lineStart)
		w.raw(" — ")
		if c.Owner != "" {
			w.owner(c.Owner)
		} else {
			w.raw("no owner named")
		}
		if !c.By.IsZero() {
			w.raw(", by ")
			w.raw(c.By.String())
		}
		w.particulars(c)
		w.raw("\n")
	}
	w.undecided(model.Undecided, "Undecided: an owner or a date is missing")
	w.undecided(model.StandsResting, "Resting, to be decided later")
}

func (w *writer) undecided(standing model.Standing, title string) {
	begin := w.part(part, title)
	for _, c := range w.Countermeasures {
		if c.Standing() != standing {
			continue
		}
		begin()
		w.raw("- ")
		w.out = appendLine(w.out, c.Text, lineStart)
		w.particulars(c)
		w.raw("\n")
	}
}

// particulars writes what else is known of a countermeasure, in parentheses behind it.
func (w *writer) particulars(c model.Countermeasure) {
	var d details
	say := func(before, s string) {
		if s != "" {
			d.add(w, before)
			w.line(s)
		}
	}
	switch c.Standing() {
	case model.Undecided:
		if c.Owner != "" {
			say("thought of for ", w.name(c.Owner))
		} else {
			d.add(w, "no owner yet")
		}
		if c.By.IsZero() {
			d.add(w, "no date yet")
		} else {
			say("thought of for ", c.By.String())
		}
	case model.StandsResting:
		if c.Owner != "" {
			say("with ", w.name(c.Owner))
		}
		say("to be decided on ", c.RestUntil.String())
	}
	say("", string(c.Kind))
	if l := w.learningsByID[c.Condition]; l.Text != "" {
		say("addresses: ", l.Text)
	}
	say("done when ", c.DoneWhen)
	say("ticket ", c.Ticket)
	say("done on ", c.DoneOn.String())
	say("", c.Closing)
	if tested := c.TestedOn.String(); tested != "" {
		d.add(w, "tested again on "+tested)
		if c.TestResult != "" {
			w.raw(": ")
			w.line(c.TestResult)
		}
	} else {
		say("tested again: ", c.TestResult)
	}
	d.end(w)
}

// ideas writes the parked ideas that nobody has decided on, and those that joined another.
func (w *writer) ideas() {
	begin := w.part(part, "Ideas kept, not decided")
	for _, i := range w.ParkedIdeas {
		if i.State == model.IdeaDeclined || i.State == model.Unparked {
			continue // declined ones have their part; the others are countermeasures now
		}
		begin()
		w.raw("- ")
		w.out = appendLine(w.out, i.Text, lineStart)
		var d details
		if i.Attendee != "" {
			d.add(w, "")
			w.person(i.Attendee)
		}
		w.cameUpAt(&d, i)
		if i.State == model.Merged {
			if c := w.countermeasure(i.Countermeasure); c.Text != "" {
				d.add(w, "now part of: ")
				w.line(c.Text)
			} else {
				d.add(w, "now part of another")
			}
		}
		d.end(w)
		w.raw("\n")
	}
}

func (w *writer) cameUpAt(d *details, i model.ParkedIdea) {
	if i.Of != model.Events {
		return
	}
	if e := w.Event(i.OfID); !e.When.IsZero() {
		d.add(w, "came up at ")
		w.moment(e.When)
	}
}

func (w *writer) countermeasure(id model.ID) model.Countermeasure {
	for _, c := range w.Countermeasures {
		if c.ID == id {
			return c
		}
	}
	return model.Countermeasure{}
}

// declined writes what was not chosen, and the reason why that is reasonable.
func (w *writer) declined() {
	begin := w.part(part, "Declined, with the reason")
	say := func(text, reason string) {
		begin()
		w.raw("- ")
		w.out = appendLine(w.out, text, lineStart)
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
