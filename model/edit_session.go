package model

import "time"

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

// SetTryNext notes what the room tries out next as a calculated risk.
func (ed Editor) SetTryNext(p Postmortem, text string) (Postmortem, error) {
	s := latestSession(p)
	s.TryNext = tidy(text)
	return ed.SetSession(p, s)
}

// The edits below note facts of the meeting: what the room answered, what was counted, where
// the talk stands. They are logged with kind Fact and stand outside undo.

// Visit notes that the meeting stands at the phase now.
func (ed Editor) Visit(p Postmortem, phase Phase) (Postmortem, error) {
	p.Header.Phase = phase
	if err := ed.check(p.Header); err != nil {
		return p, err
	}
	s := latestSession(p)
	p.PhaseMinutes = rewrite(p.PhaseMinutes, func(m PhaseMinutes) PhaseMinutes {
		if m.Session == s.ID && m.Phase == phase {
			m.Visited = true
		}
		return m
	})
	return p, nil
}

// AnswerGate notes, with the time, what the room said when it was asked whether it agrees on
// the timeline.
func (ed Editor) AnswerGate(p Postmortem, answer GateAnswer) (Postmortem, error) {
	s := latestSession(p)
	s.Gate, s.GateAt = answer, ed.now()
	return ed.SetSession(p, s)
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

// latestSession is the sitting that goes on, or was the last one.
func latestSession(p Postmortem) Session {
	var latest Session
	for _, s := range p.Sessions {
		if latest.ID == "" || s.Pos > latest.Pos || (s.Pos == latest.Pos && s.ID > latest.ID) {
			latest = s
		}
	}
	return latest
}
