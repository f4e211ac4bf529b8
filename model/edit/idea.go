package edit

import (
	"cmp"
	"debrief/model"
	"slices"
)

// Park keeps an idea that was said before its phase, linked to the row in Of and OfID where it is one
// that was talked about: a person is no such thing, and another idea waits itself. It waits until
// Countermeasures opens.
func (ed Editor) Park(p model.Postmortem, idea model.ParkedIdea) (model.Postmortem, model.ID, error) {
	idea.State, idea.ParkedAt, idea.Phase = model.Waiting, ed.now(), cmp.Or(idea.Phase, p.Header.Phase)
	if !slices.Contains([]model.Table{model.Events, model.Learnings, model.Countermeasures}, idea.Of) {
		idea.Of, idea.OfID = "", ""
	}
	return ed.Add(p, idea)
}

// Unpark makes a countermeasure of a parked idea and returns its id. The idea stays in the
// record and says what it became; taken up twice, it is the same countermeasure.
func (ed Editor) Unpark(p model.Postmortem, id model.ID) (model.Postmortem, model.ID, error) {
	idea, ok := model.Find(p.ParkedIdeas, id)
	if !ok {
		return p, "", model.Gone(model.ParkedIdeas, id)
	}
	if idea.Countermeasure != "" {
		return p, idea.Countermeasure, nil
	}
	c := model.Countermeasure{Text: idea.Text, Private: idea.Private}
	if idea.Of == model.Events {
		c.Event = idea.OfID
	}
	if idea.Of == model.Learnings {
		if l, _ := model.Find(p.Learnings, idea.OfID); l.Kind == model.Condition {
			c.Condition = l.ID
		}
	}
	next, became, err := ed.Add(p, c)
	if err != nil {
		return p, "", err
	}
	idea.State, idea.Countermeasure, idea.Reason = model.Unparked, became, ""
	next.ParkedIdeas = Put(next.ParkedIdeas, idea)
	return next, became, nil
}

// DeclineIdea keeps the idea as one that was not taken up, with the reason.
func (ed Editor) DeclineIdea(p model.Postmortem, id model.ID, reason string) (model.Postmortem, error) {
	idea, ok := model.Find(p.ParkedIdeas, id)
	if !ok {
		return p, model.Gone(model.ParkedIdeas, id)
	}
	if model.Tidy(reason) == "" {
		return p, noReason()
	}
	idea.State, idea.Reason, idea.Countermeasure = model.IdeaDeclined, model.Tidy(reason), ""
	return ed.Set(p, idea)
}

// Merge makes one of two: a parked idea goes into a countermeasure, a countermeasure into another.
// Two parked ideas become one countermeasure, which is undecided; each idea stays in the record
// with the place that it came from. No words are lost: those of the first are added to the second,
// and what pointed to the first points to the second. What one of them kept private stays so.
func (ed Editor) Merge(p model.Postmortem, id, into model.ID) (model.Postmortem, error) {
	if id == into {
		return p, model.Problem{Field: "Row", Words: "A row cannot be merged with itself; mark another one."}
	}
	c, isMeasure := model.Find(p.Countermeasures, id)
	idea, isIdea := model.Find(p.ParkedIdeas, id)
	toMeasure, intoMeasure := model.Find(p.Countermeasures, into)
	_, intoIdea := model.Find(p.ParkedIdeas, into)
	switch {
	case !isMeasure && !isIdea:
		return p, model.Gone(model.Countermeasures, id)
	case !intoMeasure && !intoIdea:
		return p, model.Gone(model.Countermeasures, into)
	case isIdea:
		next := p
		if intoIdea { // together they are one countermeasure, so that both still say where they came up
			var err error
			if next, into, err = ed.Unpark(p, into); err != nil {
				return p, err
			}
			toMeasure, _ = model.Find(next.Countermeasures, into)
		}
		toMeasure.Text, toMeasure.Private = joined(toMeasure.Text, idea.Text), toMeasure.Private || idea.Private
		next, err := ed.Set(next, toMeasure)
		if err != nil {
			return p, err
		}
		idea.State, idea.Countermeasure, idea.Reason = model.Merged, into, ""
		next.ParkedIdeas = Put(next.ParkedIdeas, idea)
		return next, nil
	case intoIdea:
		return p, model.Problem{Field: "Row", Words: "A countermeasure goes into another countermeasure; take the parked idea up first."}
	}
	next, err := ed.Set(p, mergedMeasure(c, toMeasure))
	if err != nil {
		return p, err
	}
	next = model.Relink(next, model.Countermeasures, id, into)
	if next, err = ed.Remove(next, model.Countermeasures, id); err != nil {
		return p, err
	}
	return next, nil
}

// mergedMeasure returns into with the words of c added, and its empty fields filled from c.
func mergedMeasure(c, into model.Countermeasure) model.Countermeasure {
	into.Text, into.Private = joined(into.Text, c.Text), into.Private || c.Private
	into.DoneWhen = joined(into.DoneWhen, c.DoneWhen)
	into.Ticket = joined(into.Ticket, c.Ticket)
	into.Owner, into.Condition, into.Event = cmp.Or(into.Owner, c.Owner), cmp.Or(into.Condition, c.Condition), cmp.Or(into.Event, c.Event)
	into.By, into.Kind = cmp.Or(into.By, c.By), cmp.Or(into.Kind, c.Kind)
	return into
}

func joined(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + "; " + b
}
