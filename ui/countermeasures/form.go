package countermeasures

import (
	"errors"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/model/meeting"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// The fields of the forms, by the keys under which their unrecorded texts wait.
const (
	fieldText      = "text"
	fieldOwner     = "owner"
	fieldBy        = "by"
	fieldKind      = "kind"
	fieldDoneWhen  = "done when"
	fieldTicket    = "ticket"
	fieldCondition = "condition"
	fieldRow       = "row"
	fieldState     = "state"
	fieldRest      = "rest until"
	fieldReason    = "reason"
	fieldDoneOn    = "done on"
	fieldClosing   = "closing"
	fieldTested    = "tested on"
	fieldResult    = "result"
	fieldPrivate   = "private"
	fieldSaidBy    = "said by"
)

// notSaid is the choice that leaves a field open.
const notSaid = "not said"

// open opens the form of the marked row.
func (s *Screen) open() screen.Outcome {
	spec, ok := s.form(s.Marked())
	if !ok {
		return screen.Refuse("there is no row yet; type what will change")
	}
	return screen.Outcome{Open: entry.NewForm(s.env, spec)}
}

// form is the form of a row as it stands now; false where it is gone.
func (s *Screen) form(row screen.Row) (spec entry.FormSpec, ok bool) {
	if i, is := s.ideas[row.ID]; is && row.Table == model.ParkedIdeas {
		spec, ok = s.ideaForm(s.x.ParkedIdeas[i]), true
	} else if i, is := s.measures[row.ID]; is && row.Table == model.Countermeasures {
		spec, ok = s.measureForm(s.x.Countermeasures[i]), true
	}
	spec.Row, spec.Asks, spec.Check = row.ID, asks, s.checkField
	spec.Again = func() (entry.FormSpec, bool) { return s.form(row) }
	return spec, ok
}

func (s *Screen) measureForm(c model.Countermeasure) entry.FormSpec {
	kinds := []string{notSaid}
	for _, k := range model.CountermeasureKinds() {
		kinds = append(kinds, string(k))
	}
	const date = "fri, 3 apr or 2026-04-03"
	at := func(field string) model.ProseAt {
		return model.ProseAt{Table: model.Countermeasures, ID: c.ID, Field: field}
	}
	fields := []entry.FormField{
		{Key: fieldText, Label: "What", Text: c.Text, At: at("text"), Hint: "what will change, in one line"},
		{Key: fieldOwner, Label: "Owner", Text: handle(s.x.Named(c.Owner)), Hint: "@ana: a person, or a team that agreed"},
		{Key: fieldBy, Label: "By", Text: c.By.String(), Hint: date},
		{Key: fieldKind, Label: "Kind", Text: or(string(c.Kind), notSaid), Choices: kinds},
		{Key: fieldDoneWhen, Label: "Done when", Text: c.DoneWhen, At: at("done when"), Hint: "how we know it is done, and that it works"},
		{Key: fieldTicket, Label: "Ticket", Text: c.Ticket, Hint: "OPS-123 or an address"},
		{Key: fieldCondition, Label: "Condition", Text: or(s.condition(c), notSaid), Choices: s.conditions()},
		{Key: fieldRow, Label: "Row", Text: s.clock(c.Event), Hint: "the time of the row it came up at"},
		{Key: fieldState, Label: "State", Text: string(c.State), Choices: []string{string(model.Open), string(model.Resting), string(model.Declined), string(model.Done)}},
		{Key: fieldRest, Label: "Rest until", Text: c.RestUntil.String(), Hint: "the day on which it is decided"},
		{Key: fieldReason, Label: "Declined", Text: c.Reason, At: at("reason"), Hint: "why this is reasonable not to do"},
		{Key: fieldDoneOn, Label: "Done on", Text: c.DoneOn.String(), Hint: date},
		{Key: fieldClosing, Label: "Closing", Text: c.Closing, At: at("closing"), Hint: "what came of it"},
		{Key: fieldTested, Label: "Tested", Text: c.TestedOn.String(), Hint: "the day on which it was tested again"},
		{Key: fieldResult, Label: "Result", Text: c.TestResult, At: at("test result"), Hint: "what the test showed"},
		{Key: fieldPrivate, Label: "Private", Text: yesNo(c.Private), Choices: []string{"no", "yes"}},
	}
	return entry.FormSpec{Title: "Countermeasure", Fields: fields,
		Record: func(changed map[string]string) screen.Outcome { return s.recordForm(c, changed) }}
}

// recordForm makes one edit of all changed fields. A day to rest until, a reason or a day on
// which it was done says the state too, where the state itself was left as it is.
func (s *Screen) recordForm(c model.Countermeasure, changed map[string]string) screen.Outcome {
	state, said := changed[fieldState]
	for _, implied := range []struct {
		key   string
		state model.CountermeasureState
	}{{fieldRest, model.Resting}, {fieldReason, model.Declined}, {fieldDoneOn, model.Done}} {
		if !said && strings.TrimSpace(changed[implied.key]) != "" {
			state = string(implied.state)
		}
	}
	reason, newReason := changed[fieldReason]
	if !newReason {
		reason = c.Reason
	}
	if to := model.CountermeasureState(or(state, string(c.State))); to == model.Declined && strings.TrimSpace(reason) == "" {
		return screen.Refuse("a declined row says why; fill in Declined, or choose another state")
	}
	ed := s.env.Editor
	return screen.Outcome{Edit: &screen.Edit{Label: "Countermeasure changed", Mark: c.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
		next, owner := p, model.ID("")
		var err error
		if who := strings.TrimSpace(changed[fieldOwner]); who != "" {
			if next, owner, err = s.person(next, who); err != nil {
				return p, err
			}
		}
		var fault error
		next, err = edit.Change(ed, next, c.ID, func(m *model.Countermeasure) {
			fault = s.setFields(m, changed, owner)
			setState(m, model.CountermeasureState(state), s.today())
		})
		if err = errors.Join(fault, err); err != nil {
			return p, err
		}
		return next, nil
	}}}
}

// setFields puts the changed texts into the row.
func (s *Screen) setFields(m *model.Countermeasure, changed map[string]string, owner model.ID) error {
	text := func(key string, to *string) {
		if v, ok := changed[key]; ok {
			*to = strings.TrimSpace(v)
		}
	}
	text(fieldText, &m.Text)
	text(fieldDoneWhen, &m.DoneWhen)
	text(fieldTicket, &m.Ticket)
	text(fieldReason, &m.Reason)
	text(fieldClosing, &m.Closing)
	text(fieldResult, &m.TestResult)
	if _, ok := changed[fieldOwner]; ok {
		m.Owner = owner
	}
	if v, ok := changed[fieldKind]; ok {
		m.Kind = model.CountermeasureKind(strings.TrimPrefix(v, notSaid))
	}
	if v, ok := changed[fieldCondition]; ok {
		m.Condition = s.conditionOf(v)
	}
	if v, ok := changed[fieldRow]; ok {
		m.Event = s.clocks[strings.TrimSpace(v)]
	}
	if v, ok := changed[fieldPrivate]; ok {
		m.Private = v == "yes"
	}
	var faults error
	date := func(key string, to *model.Date) {
		if v, ok := changed[key]; ok {
			day, err := capture.ParseDate(v, s.ctx())
			if err != nil {
				faults = errors.Join(faults, err)
				return
			}
			*to = day
		}
	}
	date(fieldBy, &m.By)
	date(fieldRest, &m.RestUntil)
	date(fieldDoneOn, &m.DoneOn)
	date(fieldTested, &m.TestedOn)
	return faults
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

// conditions are the choices of what a countermeasure addresses.
func (s *Screen) conditions() []string {
	all := []string{notSaid}
	for _, l := range s.x.Learnings {
		if l.Kind == model.Condition {
			all = append(all, l.Text)
		}
	}
	return all
}

func (s *Screen) conditionOf(text string) model.ID {
	for _, l := range s.x.Learnings {
		if l.Kind == model.Condition && l.Text == text {
			return l.ID
		}
	}
	return ""
}

func (s *Screen) clock(event model.ID) string { return s.x.Event(event).When.Clock(s.x.Zone) }

func handle(a model.Attendee) string {
	if a.Handle != "" {
		return "@" + a.Handle
	}
	return ""
}

// ctx is what a date is read against.
func (s *Screen) ctx() capture.Context { return s.context.At(s.env.Now()) }

// person finds who was typed; one who is not on the list yet joins it.
func (s *Screen) person(p model.Postmortem, typed string) (model.Postmortem, model.ID, error) {
	if found := s.context.People.Find(typed); len(found) == 1 {
		return p, found[0].ID, nil
	}
	return s.env.Editor.EnsurePerson(p, typed)
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
