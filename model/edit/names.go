package edit

import "debrief/model"

// TurnNames shows roles in the place of names on the screen, or names again. It gives a seat to
// those who have none yet, so that a letter stays the same person from now on.
func (ed Editor) TurnNames(p model.Postmortem, off bool) (model.Postmortem, error) {
	p.Header.NamesOff = off
	return seated(p), nil
}

// TurnPageNames is TurnNames for the page.
func (ed Editor) TurnPageNames(p model.Postmortem, off bool) (model.Postmortem, error) {
	p.Header.PageNamesOff = off
	return seated(p), nil
}

func seated(p model.Postmortem) model.Postmortem {
	seats := model.SeatsOf(p.Attendees)
	p.Attendees = model.Rewrite(p.Attendees, func(a model.Attendee) model.Attendee {
		a.Seat = seats[a.ID]
		return a
	})
	return p
}
