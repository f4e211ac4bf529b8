package edit

import (
	"debrief/model"
	"slices"
)

// AddAccount adds one attendee's perspective on an event. "This person was there", an account
// without words, is filled by the first words of the same person, and said only once.
func (ed Editor) AddAccount(p model.Postmortem, a model.Account) (model.Postmortem, model.ID, error) {
	if _, ok := model.Find(p.Events, a.Event); !ok {
		return p, "", model.Gone(model.Events, a.Event)
	}
	if a.Source == "" {
		a.Source = model.SaidInRoom
	}
	a.Text = model.Tidy(a.Text)
	if i := slices.IndexFunc(p.Accounts, func(o model.Account) bool {
		return o.Event == a.Event && o.Attendee == a.Attendee && a.Attendee != "" && (o.Text == "" || a.Text == "")
	}); i >= 0 {
		was := p.Accounts[i]
		if a.Text == "" {
			return p, was.ID, nil
		}
		a.ID, a.Pos = was.ID, was.Pos
	} else {
		a.ID, a.Pos = ed.NewID(), last(p.Accounts, func(r *model.Account) *string { return &r.Pos })
	}
	if err := ed.check(a); err != nil {
		return p, "", err
	}
	p.Accounts = Put(p.Accounts, a)
	return p, a.ID, nil
}

// SetAccount replaces the fields of the account of that id.
func (ed Editor) SetAccount(p model.Postmortem, a model.Account) (model.Postmortem, error) {
	was, ok := model.Find(p.Accounts, a.ID)
	if !ok {
		return p, model.Gone(model.Accounts, a.ID)
	}
	a.Text, a.Pos = model.Tidy(a.Text), was.Pos
	if err := ed.check(a); err != nil {
		return p, err
	}
	p.Accounts = Put(p.Accounts, a)
	return p, nil
}

// SetKnowing says when an attendee learned of an event; what was said of the same person before
// is replaced. An empty attendee stands for the people at work on it in general. The time
// counts only with KnownAt.
func (ed Editor) SetKnowing(p model.Postmortem, event, attendee model.ID, state model.KnowingState, when model.Moment) (model.Postmortem, error) {
	if _, ok := model.Find(p.Events, event); !ok {
		return p, model.Gone(model.Events, event)
	}
	k := model.Knowing{Event: event, Attendee: attendee, State: state}
	if state == model.KnownAt {
		k.When = when
	}
	if i := slices.IndexFunc(p.Knowings, func(o model.Knowing) bool { return o.Event == event && o.Attendee == attendee }); i >= 0 {
		k.ID, k.Pos = p.Knowings[i].ID, p.Knowings[i].Pos
	} else {
		k.ID, k.Pos = ed.NewID(), last(p.Knowings, func(r *model.Knowing) *string { return &r.Pos })
	}
	if err := ed.check(k); err != nil {
		return p, err
	}
	p.Knowings = Put(p.Knowings, k)
	return p, nil
}
