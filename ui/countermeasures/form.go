package countermeasures

import (
	"cmp"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// The fields of which one says something of another.
const (
	fieldState  = "state"
	fieldRest   = "rest until"
	fieldReason = "reason"
	fieldDoneOn = "done on"
)

// open opens the form of the marked row.
func (s *Screen) open() screen.Outcome {
	spec, _ := s.form(s.Marked())
	return screen.Outcome{Open: entry.NewForm(s.env, spec)}
}

// form is the form of a row as it stands now; false where it is gone.
func (s *Screen) form(row screen.Row) (spec entry.FormSpec, ok bool) {
	if i, is := s.ideas[row.ID]; is && row.Table == model.ParkedIdeas {
		spec, ok = s.ideaForm(s.x.ParkedIdeas[i]), true
	} else if i, is := s.measures[row.ID]; is && row.Table == model.Countermeasures {
		spec, ok = s.measureForm(s.x.Countermeasures[i]), true
	}
	spec.Again = func() (entry.FormSpec, bool) { return s.form(row) }
	return spec, ok
}

// needsWords is the check of the words of a row.
func needsWords() func(string) screen.Reading {
	return entry.Filled("the words are empty; say what will change, or x removes the row")
}

func (s *Screen) measureForm(c model.Countermeasure) entry.FormSpec {
	kinds := []string{entry.NotSaid}
	for _, k := range model.CountermeasureKinds() {
		kinds = append(kinds, string(k))
	}
	const date = "fri, 3 apr or 2026-04-03"
	spec := entry.RowForm[model.Countermeasure]{
		Env: s.env, X: s.x, People: s.people, Owners: s.context.People, Ctx: s.ctx, Label: "Countermeasure changed",
		Record: func(p model.Postmortem, m model.Countermeasure, changed map[string]string) (model.Postmortem, error) {
			setState(&m, stateOf(changed), s.today())
			return s.env.Editor.Set(p, m)
		},
	}.Spec("Countermeasure", c, []entry.FormField{
		{Key: "text", Of: "Countermeasure", Label: "What", Hint: "what will change, in one line", Asks: prompt.FieldWhat, Check: needsWords()},
		{Key: "owner", Of: "Owner", Label: "Owner", Hint: "@ana: a person, or a team that agreed", Asks: prompt.NoOwner},
		{Key: "by", Of: "By", Label: "By", Hint: date, Asks: prompt.NoDate},
		{Key: "kind", Of: "Kind", Label: "Kind", Choices: kinds, Asks: prompt.FieldKind},
		{Key: "done when", Of: "Done when", Label: "Done when", Hint: "how we know it is done, and that it works", Asks: prompt.NoDoneWhen},
		{Key: "ticket", Of: "Ticket", Label: "Ticket", Hint: "OPS-123 or an address", Asks: prompt.FieldTicket},
		{Key: "condition", Of: "Condition", Label: "Condition", Asks: prompt.NoCondition},
		{Key: "row", Of: "Event", Label: "Row", Hint: "the time of the row it came up at", Asks: prompt.FieldRow},
		{Key: fieldState, Of: "State", Label: "State", Asks: prompt.Resting,
			Choices: []string{string(model.Open), string(model.Resting), string(model.Declined), string(model.Done)}},
		{Key: fieldRest, Of: "Rest until", Label: "Rest until", Hint: "the day on which it is decided", Asks: prompt.Resting},
		{Key: fieldReason, Of: "Reason", Label: "Declined", Hint: "why this is reasonable not to do", Asks: prompt.Declined},
		{Key: fieldDoneOn, Of: "Done on", Label: "Done on", Hint: date, Asks: prompt.FieldDone},
		{Key: "closing", Of: "Closing note", Label: "Closing", Hint: "what came of it", Asks: prompt.FieldDone},
		{Key: "tested on", Of: "Tested on", Label: "Tested", Hint: "the day on which it was tested again", Asks: prompt.NotTested},
		{Key: "result", Of: "Test result", Label: "Result", Hint: "what the test showed", Asks: prompt.NotTested},
		{Key: "private", Of: "Private", Label: "Private", Asks: prompt.FieldPrivate},
	})
	record := spec.Record
	spec.Record = func(changed map[string]string) screen.Outcome {
		reason, given := changed[fieldReason]
		if !given {
			reason = c.Reason
		}
		if cmp.Or(stateOf(changed), c.State) == model.Declined && strings.TrimSpace(reason) == "" {
			return screen.Refuse("a declined row says why; fill in Declined, or choose another state")
		}
		return record(changed)
	}
	return spec
}

// stateOf is the state that the changed fields say, "" where they say none. A day to rest until, a reason
// or a day on which it was done says it too, where the state itself was left as it is.
func stateOf(changed map[string]string) model.CountermeasureState {
	state, chosen := changed[fieldState]
	given := func(key string) bool { return strings.TrimSpace(changed[key]) != "" }
	switch {
	case chosen:
		return model.CountermeasureState(state)
	case given(fieldDoneOn):
		return model.Done
	case given(fieldReason):
		return model.Declined
	case given(fieldRest):
		return model.Resting
	}
	return ""
}

// setState gives the row another state with the day that belongs to it, and takes away what
// belongs to the others. The empty state changes nothing.
func setState(m *model.Countermeasure, state model.CountermeasureState, today model.Date) {
	if state == "" {
		return
	}
	m.State = state
	if state != model.Resting {
		m.RestUntil = model.Date{}
	} else if m.RestUntil.IsZero() {
		m.RestUntil = meeting.WorkingDays(today, meeting.RestDays)
	}
	if state != model.Declined {
		m.Reason = ""
	}
	if state != model.Done {
		m.DoneOn = model.Date{}
	} else if m.DoneOn.IsZero() {
		m.DoneOn = today
	}
}

// ctx is what a date is read against.
func (s *Screen) ctx() capture.Context { return s.context.At(s.env.Now()) }

// ideaForm is the form of a parked idea. A reason declines it, and an idea whose reason was taken away
// waits again.
func (s *Screen) ideaForm(idea model.ParkedIdea) entry.FormSpec {
	return entry.RowForm[model.ParkedIdea]{
		Env: s.env, X: s.x, People: s.people, Ctx: s.ctx, Label: "Idea changed",
		Record: func(p model.Postmortem, idea model.ParkedIdea, changed map[string]string) (model.Postmortem, error) {
			_, given := changed[fieldReason]
			switch {
			case given && idea.Reason != "":
				idea.State = model.IdeaDeclined
			case given && idea.State == model.IdeaDeclined:
				idea.State = model.Waiting
			}
			return s.env.Editor.Set(p, idea)
		},
	}.Spec("Parked idea", idea, []entry.FormField{
		{Key: "text", Of: "Idea", Label: "Idea", Hint: "in one line", Asks: prompt.FieldWhat, Check: needsWords()},
		{Key: "said by", Of: "Attendee", Label: "Said by", Hint: "@ana", Asks: prompt.FieldSaidBy},
		{Key: "row", Of: "Of", Label: "Row", Hint: "the time of the row it came up at", Asks: prompt.FieldRow},
		{Key: fieldReason, Of: "Reason", Label: "Declined", Hint: "why this is reasonable not to do", Asks: prompt.Declined},
		{Key: "private", Of: "Private", Label: "Private", Asks: prompt.FieldPrivate},
	})
}
