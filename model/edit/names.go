package edit

import "debrief/model"

// TurnPageNames shows roles in the place of names on the page, or names again. It gives a seat to
// those who have none yet, so that a letter stays the same person from now on.
func (ed Editor) TurnPageNames(p model.Postmortem, off bool) (model.Postmortem, error) {
	p.Header.PageNamesOff = off
	seats := model.SeatsOf(p.Attendees)
	p.Attendees = model.Rewrite(p.Attendees, func(a model.Attendee) model.Attendee {
		a.Seat = seats[a.ID]
		return a
	})
	return p, nil
}
