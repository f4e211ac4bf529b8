package model

import (
	"cmp"
	"time"
)

// firstLength is how many minutes a meeting takes that nobody has planned.
const firstLength = 60

// AddSession plans one more sitting of that many minutes, shared out by Agenda.
func (ed Editor) AddSession(p Postmortem, minutes int, facilitator ID) (Postmortem, ID, error) {
	s := Session{ID: ed.NewID(), Minutes: minutes, Facilitator: facilitator,
		Pos: last(p.Sessions, func(r *Session) *string { return &r.Pos })}
	if err := ed.check(s); err != nil {
		return p, "", err
	}
	p.Sessions = put(p.Sessions, s)
	for i, planned := range Agenda(minutes) {
		p.PhaseMinutes = put(p.PhaseMinutes, PhaseMinutes{ID: ed.NewID(), Session: s.ID, Phase: Phase(i + 1), Planned: planned})
	}
	return p, s.ID, nil
}

// PlanSession plans the sitting that follows the present one, or plans it anew: when it begins and
// how many minutes it takes. Who facilitates stays.
func (ed Editor) PlanSession(p Postmortem, at time.Time, minutes int) (Postmortem, error) {
	c := ClockOf(p, ed.Now())
	planned, next := p, c.Next
	if next.ID == "" {
		var err error
		if planned, next, err = ed.follow(p, c); err != nil {
			return p, err
		}
	}
	next.PlannedAt = UTC(at)
	planned, err := ed.plan(planned, next, minutes)
	if err != nil {
		return p, err
	}
	return planned, nil
}

// BeginSession makes the session that is planned, or a new one of the same length, the present
// one and starts its clock; the one before is stopped. It opens anew, as each sitting does. All of
// it is one fact: undo takes neither the session nor what is said in it away.
func (ed Editor) BeginSession(p Postmortem) (Postmortem, error) {
	c := ClockOf(p, ed.Now())
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
	next.Header.Phase = PhaseOpen // before its clock runs, so that nothing is counted to a phase of the one before
	s.Start = ed.wholeSecond()
	s.ClockAt = s.Start
	if next, err = ed.SetSession(next, s); err != nil {
		return p, err
	}
	return ed.Visit(next, PhaseOpen)
}

// follow adds the session that follows the present one, of the same length.
func (ed Editor) follow(p Postmortem, c Clock) (Postmortem, Session, error) {
	next, id, err := ed.AddSession(p, c.NextLength(), cmp.Or(c.Session.Facilitator, p.Header.Facilitator))
	if err != nil {
		return p, Session{}, err
	}
	s, _ := find(next.Sessions, id)
	return next, s, nil
}

// SetSession replaces the fields of the session of that id.
func (ed Editor) SetSession(p Postmortem, s Session) (Postmortem, error) {
	was, ok := find(p.Sessions, s.ID)
	if !ok {
		return p, gone(Sessions, s.ID)
	}
	s.Pos = was.Pos
	if err := ed.check(s); err != nil {
		return p, err
	}
	p.Sessions = put(p.Sessions, s)
	return p, nil
}

// changePresent changes the present session. A record that came without one gets it.
func (ed Editor) changePresent(p Postmortem, change func(*Session) error) (Postmortem, error) {
	next, s, err := ed.present(p)
	if err == nil {
		err = change(&s)
	}
	if err == nil {
		next, err = ed.SetSession(next, s)
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

// SetTryNext notes what the room tries out next as a calculated risk.
func (ed Editor) SetTryNext(p Postmortem, text string) (Postmortem, error) {
	return ed.changePresent(p, func(s *Session) error {
		s.TryNext = tidy(text)
		return nil
	})
}

// The edits below note facts of the meeting: what the room answered, what was counted, where
// the talk stands. They are logged with kind Fact and stand outside undo.

// AnswerGate notes, with the time, what the room said when it was asked whether it agrees on
// the timeline.
func (ed Editor) AnswerGate(p Postmortem, answer GateAnswer) (Postmortem, error) {
	return ed.changePresent(p, func(s *Session) error {
		s.Gate, s.GateAt = answer, ed.now()
		return nil
	})
}

// TickReadBack notes that the owner and date of a countermeasure were read out and agreed to,
// or takes the tick away.
func (ed Editor) TickReadBack(p Postmortem, id ID, agreed bool) (Postmortem, error) {
	c, ok := find(p.Countermeasures, id)
	if !ok {
		return p, gone(Countermeasures, id)
	}
	c.ReadBack = time.Time{}
	if agreed {
		c.ReadBack = ed.now()
	}
	p.Countermeasures = put(p.Countermeasures, c)
	return p, nil
}

// latestSession is the present session, which everything means that is said of "the meeting": the
// last one that has begun, or the first where none has. One that is only planned is not there yet.
func latestSession(p Postmortem) Session {
	var latest Session
	for _, s := range p.Sessions {
		later := s.Pos > latest.Pos || s.Pos == latest.Pos && s.ID > latest.ID
		switch {
		case latest.ID == "", s.hasBegun() && !latest.hasBegun():
			latest = s
		case s.hasBegun() == latest.hasBegun() && later == s.hasBegun():
			latest = s
		}
	}
	return latest
}
