package edit

import (
	"cmp"
	"debrief/model"
	"debrief/model/meeting"
	"time"
)

// The edits below are facts: the clock goes on while edits are taken back.

// StartClock starts the clock of the present session, or lets it go on.
func (ed Editor) StartClock(p model.Postmortem) (model.Postmortem, error) {
	return ed.startFrom(p, ed.wholeSecond())
}

// CountPause lets the clock go on as if it had never stopped: the meeting went on meanwhile.
func (ed Editor) CountPause(p model.Postmortem) (model.Postmortem, error) {
	return ed.startFrom(p, cmp.Or(model.LatestSession(p).End, ed.wholeSecond()))
}

func (ed Editor) startFrom(p model.Postmortem, at time.Time) (model.Postmortem, error) {
	next, s, err := ed.present(p)
	if err != nil || !s.ClockAt.IsZero() {
		return p, err
	}
	if s.Start.IsZero() {
		s.Start = at
	}
	s.ClockAt, s.End = at, time.Time{}
	if next, err = ed.Set(next, s); err != nil {
		return p, err
	}
	return ed.Visit(next, max(p.Header.Phase, model.PhaseOpen))
}

// StopClock stops the clock; it ran until then. The end of the session is the last such moment.
func (ed Editor) StopClock(p model.Postmortem, at time.Time) (model.Postmortem, error) {
	s := model.LatestSession(p)
	if s.ClockAt.IsZero() {
		return p, nil
	}
	p = ed.counted(p, at)
	s, _ = model.Find(p.Sessions, s.ID)
	s.End, s.ClockAt = s.ClockAt, time.Time{}
	return ed.Set(p, s)
}

// KeepClock notes the seconds until now, and that the meeting goes on.
func (ed Editor) KeepClock(p model.Postmortem) (model.Postmortem, error) {
	return ed.counted(p, ed.wholeSecond()), nil
}

// Visit notes that the meeting stands at the phase now. While the clock runs, the seconds until
// now belong to the phase that was left.
func (ed Editor) Visit(p model.Postmortem, phase model.Phase) (model.Postmortem, error) {
	h := p.Header
	h.Phase = phase
	if err := check(h); err != nil {
		return p, err
	}
	if p.Header.Phase != phase {
		p = ed.counted(p, ed.wholeSecond())
	}
	p.Header = h
	s := model.LatestSession(p)
	p.PhaseMinutes = model.Rewrite(p.PhaseMinutes, func(m model.PhaseMinutes) model.PhaseMinutes {
		if m.Session == s.ID && m.Phase == phase {
			m.Visited = true
		}
		return m
	})
	return p, nil
}

// counted gives the seconds of a running clock to the phase where the meeting stands, and lets
// the clock run from then on.
func (ed Editor) counted(p model.Postmortem, at time.Time) model.Postmortem {
	s := model.LatestSession(p)
	if s.ClockAt.IsZero() {
		return p
	}
	phase, n := max(p.Header.Phase, model.PhaseOpen), meeting.Seconds(s.ClockAt, meeting.WholeSecond(at))
	if n > 0 {
		p = ed.withMinutes(p, s)
		p.PhaseMinutes = model.Rewrite(p.PhaseMinutes, func(m model.PhaseMinutes) model.PhaseMinutes {
			if m.Session == s.ID && m.Phase == phase {
				m.Actual = min(m.Actual+n, model.MaxSeconds)
			}
			return m
		})
	}
	s.ClockAt = s.ClockAt.Add(time.Duration(n) * time.Second)
	p.Sessions = Put(p.Sessions, s)
	return p
}

// withMinutes gives the session a row for each phase; those of a record from elsewhere may lack.
func (ed Editor) withMinutes(p model.Postmortem, s model.Session) model.Postmortem {
	var has [model.PhaseClose + 1]bool
	some := false
	for _, m := range p.PhaseMinutes {
		if m.Session == s.ID && m.Phase >= 0 && m.Phase <= model.PhaseClose {
			has[m.Phase], some = true, true
		}
	}
	for i, planned := range meeting.Agenda(s.Minutes) {
		if phase := model.Phase(i + 1); !has[phase] {
			if some {
				planned = 0 // what is planned is planned in the others
			}
			p.PhaseMinutes = Put(p.PhaseMinutes, model.PhaseMinutes{ID: ed.NewID(), Session: s.ID, Phase: phase, Planned: planned})
		}
	}
	return p
}

func (ed Editor) wholeSecond() time.Time { return meeting.WholeSecond(ed.Now()) }
