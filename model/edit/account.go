package edit

import (
	"cmp"
	"debrief/model"
	"slices"
)

// AddAccount adds one attendee's perspective on an event. "This person was there", an account
// without words, is filled by the first words of the same person, and said only once.
func (ed Editor) AddAccount(p model.Postmortem, a model.Account) (model.Postmortem, model.ID, error) {
	a.Source, a.Text = cmp.Or(a.Source, model.SaidInRoom), model.Tidy(a.Text)
	i := slices.IndexFunc(p.Accounts, func(o model.Account) bool {
		return o.Event == a.Event && o.Attendee == a.Attendee && a.Attendee != "" && (o.Text == "" || a.Text == "")
	})
	switch {
	case i < 0:
		return ed.Add(p, a)
	case a.Text == "":
		return p, p.Accounts[i].ID, nil
	}
	a.ID = p.Accounts[i].ID
	p, err := ed.Set(p, a)
	return p, a.ID, err
}

// SetKnowing says when an attendee learned of an event; what was said of the same person before
// is replaced. An empty attendee stands for the people at work on it in general. The time
// counts only with KnownAt.
func (ed Editor) SetKnowing(p model.Postmortem, event, attendee model.ID, state model.KnowingState, when model.Moment) (model.Postmortem, error) {
	k := model.Knowing{Event: event, Attendee: attendee, State: state}
	if state == model.KnownAt {
		k.When = when
	}
	if i := slices.IndexFunc(p.Knowings, func(o model.Knowing) bool { return o.Event == event && o.Attendee == attendee }); i >= 0 {
		k.ID = p.Knowings[i].ID
		return ed.Set(p, k)
	}
	p, _, err := ed.Add(p, k)
	return p, err
}
