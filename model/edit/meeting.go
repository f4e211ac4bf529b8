package edit

import (
	"debrief/model"
	"time"
)

// SetMeeting says when the meeting begins, the zero time that nobody knows yet. Minutes above 0
// give it another length, which is shared out anew; one that has begun keeps its plan.
func (ed Editor) SetMeeting(p model.Postmortem, at time.Time, minutes int) (model.Postmortem, error) {
	next, err := ed.changeMeeting(p, func(s *model.Session) { s.PlannedAt = model.UTC(at) })
	if err == nil && minutes > 0 && !p.Meeting().HasBegun() {
		next, err = ed.plan(next, next.Meeting(), minutes)
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

// changeMeeting changes the sitting that is to come. A record without one gets it.
func (ed Editor) changeMeeting(p model.Postmortem, change func(*model.Session)) (model.Postmortem, error) {
	next, s := p, p.Meeting()
	if s.ID == "" {
		var err error
		if next, s, err = ed.present(p); err != nil {
			return p, err
		}
	}
	change(&s)
	next, err := ed.Set(next, s)
	if err != nil {
		return p, err
	}
	return next, nil
}

// TakeOver makes a person the facilitator from now on, of the record and of the sitting that goes
// on. The person is typed as in a form.
func (ed Editor) TakeOver(p model.Postmortem, typed string) (model.Postmortem, error) {
	next, err := ed.SetField(p, model.FieldFacilitator, typed)
	if err != nil {
		return p, err
	}
	s := model.LatestSession(next)
	if s.ID == "" {
		return next, nil
	}
	s.Facilitator = next.Header.Facilitator
	if next, err = ed.Set(next, s); err != nil {
		return p, err
	}
	return next, nil
}
