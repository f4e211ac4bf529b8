package model

import "time"

// Meeting returns the sitting that people are asked to come to: the first that has not begun,
// else the latest; the zero Session where there is none.
func (p Postmortem) Meeting() Session {
	var next Session
	for _, s := range p.Sessions {
		if !s.hasBegun() && (next.ID == "" || s.Pos < next.Pos) {
			next = s
		}
	}
	if next.ID == "" {
		return latestSession(p)
	}
	return next
}

// SetMeeting says when the meeting begins, the zero time that nobody knows yet. Minutes above 0
// give it another length, which is shared out anew; one that has begun keeps its plan.
func (ed Editor) SetMeeting(p Postmortem, at time.Time, minutes int) (Postmortem, error) {
	next, err := ed.changeMeeting(p, func(s *Session) { s.PlannedAt = UTC(at) })
	if err == nil && minutes > 0 && !p.Meeting().hasBegun() {
		next, err = ed.plan(next, next.Meeting(), minutes)
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

// changeMeeting changes the sitting that is to come. A record without one gets it.
func (ed Editor) changeMeeting(p Postmortem, change func(*Session)) (Postmortem, error) {
	next, s := p, p.Meeting()
	if s.ID == "" {
		var err error
		if next, s, err = ed.present(p); err != nil {
			return p, err
		}
	}
	change(&s)
	next, err := ed.SetSession(next, s)
	if err != nil {
		return p, err
	}
	return next, nil
}

// TakeOver makes a person the facilitator from now on, of the record and of the sitting that goes
// on. The person is typed as in a form.
func (ed Editor) TakeOver(p Postmortem, typed string) (Postmortem, error) {
	next, err := ed.SetField(p, FieldFacilitator, typed)
	if err != nil {
		return p, err
	}
	s := latestSession(next)
	if s.ID == "" {
		return next, nil
	}
	s.Facilitator = next.Header.Facilitator
	if next, err = ed.SetSession(next, s); err != nil {
		return p, err
	}
	return next, nil
}
