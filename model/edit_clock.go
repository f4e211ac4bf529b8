package model

import (
	"cmp"
	"time"
)

// The edits below are facts: the clock goes on while edits are taken back.

// StartClock starts the clock of the present session, or lets it go on.
func (ed Editor) StartClock(p Postmortem) (Postmortem, error) {
	return ed.startFrom(p, ed.wholeSecond())
}

// CountPause lets the clock go on as if it had never stopped: the meeting went on meanwhile.
func (ed Editor) CountPause(p Postmortem) (Postmortem, error) {
	return ed.startFrom(p, cmp.Or(latestSession(p).End, ed.wholeSecond()))
}

func (ed Editor) startFrom(p Postmortem, at time.Time) (Postmortem, error) {
	next, s, err := ed.present(p)
	if err != nil || !s.ClockAt.IsZero() {
		return p, err
	}
	if s.Start.IsZero() {
		s.Start = at
	}
	s.ClockAt, s.End = at, time.Time{}
	if next, err = ed.SetSession(next, s); err != nil {
		return p, err
	}
	return ed.Visit(next, max(p.Header.Phase, PhaseOpen))
}

// StopClock stops the clock; it ran until then. The end of the session is the last such moment.
func (ed Editor) StopClock(p Postmortem, at time.Time) (Postmortem, error) {
	s := latestSession(p)
	if s.ClockAt.IsZero() {
		return p, nil
	}
	p = ed.counted(p, at)
	s, _ = find(p.Sessions, s.ID)
	s.End, s.ClockAt = s.ClockAt, time.Time{}
	return ed.SetSession(p, s)
}

// KeepClock notes the seconds until now, and that the meeting goes on.
func (ed Editor) KeepClock(p Postmortem) (Postmortem, error) {
	return ed.counted(p, ed.wholeSecond()), nil
}

// Visit notes that the meeting stands at the phase now. While the clock runs, the seconds until
// now belong to the phase that was left.
func (ed Editor) Visit(p Postmortem, phase Phase) (Postmortem, error) {
	h := p.Header
	h.Phase = phase
	if err := ed.check(h); err != nil {
		return p, err
	}
	if p.Header.Phase != phase {
		p = ed.counted(p, ed.wholeSecond())
	}
	p.Header = h
	s := latestSession(p)
	p.PhaseMinutes = rewrite(p.PhaseMinutes, func(m PhaseMinutes) PhaseMinutes {
		if m.Session == s.ID && m.Phase == phase {
			m.Visited = true
		}
		return m
	})
	return p, nil
}

// counted gives the seconds of a running clock to the phase where the meeting stands, and lets
// the clock run from then on.
func (ed Editor) counted(p Postmortem, at time.Time) Postmortem {
	s := latestSession(p)
	if s.ClockAt.IsZero() {
		return p
	}
	phase, n := max(p.Header.Phase, PhaseOpen), seconds(s.ClockAt, wholeSecond(at))
	if n > 0 {
		p = ed.withMinutes(p, s)
		p.PhaseMinutes = rewrite(p.PhaseMinutes, func(m PhaseMinutes) PhaseMinutes {
			if m.Session == s.ID && m.Phase == phase {
				m.Actual = min(m.Actual+n, MaxSeconds)
			}
			return m
		})
	}
	s.ClockAt = s.ClockAt.Add(time.Duration(n) * time.Second)
	p.Sessions = put(p.Sessions, s)
	return p
}

// withMinutes gives the session a row for each phase; those of a record from elsewhere may lack.
func (ed Editor) withMinutes(p Postmortem, s Session) Postmortem {
	var has [PhaseClose + 1]bool
	some := false
	for _, m := range p.PhaseMinutes {
		if m.Session == s.ID && m.Phase >= 0 && m.Phase <= PhaseClose {
			has[m.Phase], some = true, true
		}
	}
	for i, planned := range Agenda(s.Minutes) {
		if phase := Phase(i + 1); !has[phase] {
			if some {
				planned = 0 // what is planned is planned in the others
			}
			p.PhaseMinutes = put(p.PhaseMinutes, PhaseMinutes{ID: ed.NewID(), Session: s.ID, Phase: phase, Planned: planned})
		}
	}
	return p
}

func (ed Editor) wholeSecond() time.Time { return wholeSecond(ed.Now()) }
