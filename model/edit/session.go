package edit

import (
	"cmp"
	"debrief/model"
	"debrief/model/meeting"
	"time"
)

// AddSession plans one more sitting of that many minutes, shared out by Agenda.
func (ed Editor) AddSession(p model.Postmortem, minutes int, facilitator model.ID) (model.Postmortem, model.ID, error) {
	p, id, err := ed.Add(p, model.Session{Minutes: minutes, Facilitator: facilitator})
	if err != nil {
		return p, "", err
	}
	for i, planned := range meeting.Agenda(minutes) {
		p.PhaseMinutes = Put(p.PhaseMinutes, model.PhaseMinutes{ID: ed.NewID(), Session: id, Phase: model.Phase(i + 1), Planned: planned})
	}
	return p, id, nil
}

// PlanSession plans the sitting that follows the present one, or plans it anew: when it begins and
// how many minutes it takes. Who facilitates stays.
func (ed Editor) PlanSession(p model.Postmortem, at time.Time, minutes int) (model.Postmortem, error) {
	c := meeting.ClockOf(p, ed.Now())
	planned, next := p, c.Next
	if next.ID == "" {
		var err error
		if planned, next, err = ed.follow(p, c); err != nil {
			return p, err
		}
	}
	next.PlannedAt = model.UTC(at)
	planned, err := ed.plan(planned, next, minutes)
	if err != nil {
		return p, err
	}
	return planned, nil
}

// BeginSession makes the session that is planned, or a new one of the same length, the present
// one and starts its clock; the one before is stopped. It opens anew, as each sitting does. All of
// it is one fact: undo takes neither the session nor what is said in it away.
func (ed Editor) BeginSession(p model.Postmortem) (model.Postmortem, error) {
	c := meeting.ClockOf(p, ed.Now())
	next, s := p, c.Next
	if s.ID == "" {
		var err error
		if next, s, err = ed.follow(p, c); err != nil {
			return p, err
		}
		s.PlannedAt = ed.wholeSecond()
	}
	next, err := ed.StopClock(next, ed.wholeSecond())
	if err != nil {
		return p, err
	}
	next.Header.Phase = model.PhaseOpen // before its clock runs, so that nothing is counted to a phase of the one before
	s.Start = ed.wholeSecond()
	s.ClockAt = s.Start
	if next, err = ed.Set(next, s); err != nil {
		return p, err
	}
	return ed.Visit(next, model.PhaseOpen)
}

// follow adds the session that follows the present one, of the same length.
func (ed Editor) follow(p model.Postmortem, c meeting.Clock) (model.Postmortem, model.Session, error) {
	next, id, err := ed.AddSession(p, c.NextLength(), cmp.Or(c.Session.Facilitator, p.Header.Facilitator))
	if err != nil {
		return p, model.Session{}, err
	}
	s, _ := model.Find(next.Sessions, id)
	return next, s, nil
}

// changePresent changes the present session. A record that came without one gets it.
func (ed Editor) changePresent(p model.Postmortem, change func(*model.Session) error) (model.Postmortem, error) {
	next, s, err := ed.present(p)
	if err == nil {
		err = change(&s)
	}
	if err == nil {
		next, err = ed.Set(next, s)
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

// SetTryNext notes what the room tries out next as a calculated risk.
func (ed Editor) SetTryNext(p model.Postmortem, text string) (model.Postmortem, error) {
	return ed.changePresent(p, func(s *model.Session) error {
		s.TryNext = model.Tidy(text)
		return nil
	})
}

// The edits below note facts of the meeting: what the room answered, what was counted, where
// the talk stands. They are logged with kind Fact and stand outside undo.

// AnswerGate notes, with the time, what the room said when it was asked whether it agrees on
// the timeline.
func (ed Editor) AnswerGate(p model.Postmortem, answer model.GateAnswer) (model.Postmortem, error) {
	return ed.changePresent(p, func(s *model.Session) error {
		s.Gate, s.GateAt = answer, ed.now()
		return nil
	})
}

// TickReadBack notes that the owner and date of a countermeasure were read out and agreed to,
// or takes the tick away.
func (ed Editor) TickReadBack(p model.Postmortem, id model.ID, agreed bool) (model.Postmortem, error) {
	return Change(ed, p, id, func(c *model.Countermeasure) {
		c.ReadBack = time.Time{}
		if agreed {
			c.ReadBack = ed.now()
		}
	})
}
