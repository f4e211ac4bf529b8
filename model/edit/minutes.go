package edit

import (
	"cmp"
	"debrief/model"
	"debrief/model/meeting"
	"fmt"
)

// SetLength gives the present session another length, shared out by Agenda. Before its clock
// first runs that is the plan; afterwards the plan stays what it was, and what each phase gets or
// loses is kept beside it. Minutes that were moved before are shared out anew.
func (ed Editor) SetLength(p model.Postmortem, minutes int) (model.Postmortem, error) {
	if err := lengthProblem(minutes); err != nil {
		return p, err
	}
	begun := meeting.ClockOf(p, ed.Now()).Begun()
	p, s, err := ed.present(p)
	if err != nil {
		return p, err
	}
	if !begun {
		return ed.plan(p, s, minutes)
	}
	share := meeting.Agenda(minutes)
	p.PhaseMinutes = model.Rewrite(p.PhaseMinutes, func(m model.PhaseMinutes) model.PhaseMinutes {
		if m.Session == s.ID && m.Phase > 0 {
			m.Given = share[m.Phase-1] - m.Planned
		}
		return m
	})
	return p, nil
}

// plan plans a session anew that has not begun.
func (ed Editor) plan(p model.Postmortem, s model.Session, minutes int) (model.Postmortem, error) {
	if err := lengthProblem(minutes); err != nil {
		return p, err
	}
	s.Minutes = minutes
	p, err := ed.Set(p, s)
	if err != nil {
		return p, err
	}
	share := meeting.Agenda(minutes)
	p.PhaseMinutes = model.Rewrite(p.PhaseMinutes, func(m model.PhaseMinutes) model.PhaseMinutes {
		if m.Session == s.ID && m.Phase > 0 {
			m.Planned, m.Given = share[m.Phase-1], 0
		}
		return m
	})
	return p, nil
}

// Extend makes the meeting longer by that many minutes; the phase where it stands gets them.
func (ed Editor) Extend(p model.Postmortem, minutes int) (model.Postmortem, error) {
	c := meeting.ClockOf(p, ed.Now())
	if minutes < 1 {
		return p, tooFew(minutes)
	}
	if err := lengthProblem(c.Length() + minutes); err != nil {
		return p, err
	}
	return ed.give(p, map[model.Phase]int{c.Phase: minutes})
}

// Borrow moves that many minutes from another phase to the one where the meeting stands. A phase
// lends what it has left, Countermeasures too, for it is named.
func (ed Editor) Borrow(p model.Postmortem, from model.Phase, minutes int) (model.Postmortem, error) {
	c := meeting.ClockOf(p, ed.Now())
	switch {
	case minutes < 1:
		return p, tooFew(minutes)
	case from == c.Phase || from < model.PhaseOpen || from > model.PhaseClose:
		return p, model.Problem{Field: "Minutes", Words: "A phase borrows from another one; choose that."}
	case minutes > c.Left(from):
		return p, model.Problem{Field: "Minutes", Words: fmt.Sprintf("%s has %s left; type no more than that.", from, model.Count(c.Left(from), "minute", "minutes"))}
	}
	return ed.give(p, map[model.Phase]int{c.Phase: minutes, from: -minutes})
}

// give moves minutes of the present session.
func (ed Editor) give(p model.Postmortem, by map[model.Phase]int) (model.Postmortem, error) {
	next, s, err := ed.present(p)
	if err != nil {
		return p, err
	}
	next.PhaseMinutes = model.Rewrite(next.PhaseMinutes, func(m model.PhaseMinutes) model.PhaseMinutes {
		if m.Session == s.ID && by[m.Phase] != 0 {
			m.Given += by[m.Phase]
			err = cmp.Or(err, check(m))
		}
		return m
	})
	if err != nil {
		return p, err
	}
	return next, nil
}

// present is the present session with a row for each phase.
func (ed Editor) present(p model.Postmortem) (model.Postmortem, model.Session, error) {
	s := model.LatestSession(p)
	if s.ID != "" {
		return ed.withMinutes(p, s), s, nil
	}
	p, id, err := ed.AddSession(p, meeting.FirstLength, p.Header.Facilitator)
	s, _ = model.Find(p.Sessions, id)
	return p, s, err
}

func tooFew(minutes int) model.Problem {
	return model.Problem{Field: "Minutes", Words: fmt.Sprintf("That is %d minutes; type 1 or more.", minutes)}
}

func lengthProblem(minutes int) error {
	if minutes < 1 || minutes > model.MaxHours*60 {
		return model.Problem{Field: "Minutes", Words: fmt.Sprintf("A meeting of %d minutes is none; type a number from 1 to %d.", minutes, model.MaxHours*60)}
	}
	return nil
}
