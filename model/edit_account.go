package model

import "slices"

// AddAccount adds one attendee's perspective on an event. "This person was there", an account
// without words, is filled by the first words of the same person, and said only once.
func (ed Editor) AddAccount(p Postmortem, a Account) (Postmortem, ID, error) {
	if _, ok := find(p.Events, a.Event); !ok {
		return p, "", gone(Events, a.Event)
	}
	if a.Source == "" {
		a.Source = SaidInRoom
	}
	a.Text = tidy(a.Text)
	if i := slices.IndexFunc(p.Accounts, func(o Account) bool {
		return o.Event == a.Event && o.Attendee == a.Attendee && a.Attendee != "" && (o.Text == "" || a.Text == "")
	}); i >= 0 {
		was := p.Accounts[i]
		if a.Text == "" {
			return p, was.ID, nil
		}
		a.ID, a.Pos = was.ID, was.Pos
	} else {
		a.ID, a.Pos = ed.NewID(), last(p.Accounts, func(r *Account) *string { return &r.Pos })
	}
	if err := ed.check(a); err != nil {
		return p, "", err
	}
	p.Accounts = put(p.Accounts, a)
	return p, a.ID, nil
}

// SetAccount replaces the fields of the account of that id.
func (ed Editor) SetAccount(p Postmortem, a Account) (Postmortem, error) {
	was, ok := find(p.Accounts, a.ID)
	if !ok {
		return p, gone(Accounts, a.ID)
	}
	a.Text, a.Pos = tidy(a.Text), was.Pos
	if err := ed.check(a); err != nil {
		return p, err
	}
	p.Accounts = put(p.Accounts, a)
	return p, nil
}

// SetKnowing says when an attendee learned of an event; what was said of the same person before
// is replaced. An empty attendee stands for the people at work on it in general. The time
// counts only with KnownAt.
func (ed Editor) SetKnowing(p Postmortem, event, attendee ID, state KnowingState, when Moment) (Postmortem, error) {
	if _, ok := find(p.Events, event); !ok {
		return p, gone(Events, event)
	}
	k := Knowing{Event: event, Attendee: attendee, State: state}
	if state == KnownAt {
		k.When = when
	}
	if i := slices.IndexFunc(p.Knowings, func(o Knowing) bool { return o.Event == event && o.Attendee == attendee }); i >= 0 {
		k.ID, k.Pos = p.Knowings[i].ID, p.Knowings[i].Pos
	} else {
		k.ID, k.Pos = ed.NewID(), last(p.Knowings, func(r *Knowing) *string { return &r.Pos })
	}
	if err := ed.check(k); err != nil {
		return p, err
	}
	p.Knowings = put(p.Knowings, k)
	return p, nil
}
