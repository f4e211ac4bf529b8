package model

// TurnNames shows roles in the place of names on the screen, or names again. It gives a seat to
// those who have none yet, so that a letter stays the same person from now on.
func (ed Editor) TurnNames(p Postmortem, off bool) (Postmortem, error) {
	p.Header.NamesOff = off
	return seated(p), nil
}

// TurnPageNames is TurnNames for the page.
func (ed Editor) TurnPageNames(p Postmortem, off bool) (Postmortem, error) {
	p.Header.PageNamesOff = off
	return seated(p), nil
}

func seated(p Postmortem) Postmortem {
	seats := seatsOf(p.Attendees)
	p.Attendees = rewrite(p.Attendees, func(a Attendee) Attendee {
		a.Seat = seats[a.ID]
		return a
	})
	return p
}
