package names

import (
	"slices"

	"debrief/model"
)

// owners says of countermeasures, and of the ideas that became one, who owns them: there the
// owner stays named.
type owners map[model.ID]model.ID

func ownersOf(p model.Postmortem) owners {
	all := make(owners, len(p.Countermeasures))
	for _, c := range p.Countermeasures {
		all[c.ID] = c.Owner
	}
	for _, i := range p.ParkedIdeas {
		if owner := all[i.Countermeasure]; owner != "" {
			all[i.ID] = owner
		}
	}
	return all
}

// of returns whose countermeasure a row belongs to, "" for none.
func (o owners) of(r model.Row) model.ID {
	switch r := r.(type) {
	case model.Countermeasure:
		return r.Owner
	case model.ParkedIdea:
		return o[r.ID]
	case model.Evidence:
		return o[r.OfID]
	case model.Note:
		return o[r.OfID]
	case model.Finding:
		return o[r.OfID]
	}
	return ""
}

// hideNames returns the record with roles in the place of names. Ids stay.
func (n *Names) hideNames(p model.Postmortem) model.Postmortem {
	own := ownersOf(p)
	return p.Rewrite(func(r model.Row) model.Row { return n.hideRow(r, own.of(r)) })
}

func (n *Names) hideRow(r model.Row, owner model.ID) model.Row {
	r = model.ReplaceTexts(r, func(text string) string { return n.hide(text, owner) })
	if a, ok := r.(model.Attendee); ok {
		return n.hidePerson(a)
	}
	return r
}

func (n *Names) hidePerson(a model.Attendee) model.Attendee {
	if i, ok := n.at[a.ID]; ok {
		a.Name, a.Handle, a.Other = n.people[i].called(n.gap), n.people[i].handle(), ""
	}
	return a
}

// HideRow returns another version of a row of the record with roles in the place of names.
func (n *Names) HideRow(p model.Postmortem, r model.Row) model.Row {
	if n == nil {
		return r
	}
	return n.hideRow(r, ownersOf(p).of(r))
}

// BackAt is Back for a text that belongs to a row of the record, nil for none.
func (n *Names) BackAt(p model.Postmortem, r model.Row, stored, typed string) string {
	if n == nil {
		return typed
	}
	return n.back(stored, typed, ownersOf(p).of(r))
}

// StoredAs returns the text of the record that is shown so, "" where there is none. One of the given
// row, where it is not nil, comes first: names of one person look alike.
func (n *Names) StoredAs(p model.Postmortem, r model.Row, shown string) string {
	if n == nil || shown == "" {
		return shown
	}
	own, stored := ownersOf(p), ""
	look := func(r model.Row) {
		owner := own.of(r)
		model.ReplaceTexts(r, func(text string) string {
			if stored == "" && n.hide(text, owner) == shown {
				stored = text
			}
			return text
		})
	}
	if r != nil {
		look(r)
	}
	p.Rows(func(r model.Row) {
		if stored == "" {
			look(r)
		}
	})
	return stored
}

// PutNamesBack returns the record after an edit that was made on a projection without names: what
// was typed over a shown text stands in it as it was meant (see Names.Back). While names are
// on it returns after as it is.
func PutNamesBack(before, after model.Postmortem) model.Postmortem {
	if !before.Header.NamesOff {
		return after
	}
	after = keepLetters(before, after)
	n, own := Of(before), ownersOf(before)
	c := model.Diff("", before, after)
	changed := false
	for i, r := range c.Rows {
		if r.After == nil {
			continue
		}
		next := n.backRow(r.Before, r.After, own)
		changed = changed || next != r.After
		c.Rows[i].After = next
	}
	if !changed {
		return after
	}
	if put, err := model.Apply(before, c); err == nil {
		return put
	}
	return after
}

// keepLetters gives the people of a record that was made before there were seats the ones that they were
// shown with, where an edit of the list would give a letter to another person.
func keepLetters(before, after model.Postmortem) model.Postmortem {
	shown, now := model.SeatsOf(before.Attendees), model.SeatsOf(after.Attendees)
	if !slices.ContainsFunc(after.Attendees, func(a model.Attendee) bool { return shown[a.ID] != 0 && shown[a.ID] != now[a.ID] }) {
		return after
	}
	after.Attendees = model.Rewrite(after.Attendees, func(a model.Attendee) model.Attendee {
		if seat := shown[a.ID]; seat != 0 {
			a.Seat = seat
		}
		return a
	})
	return after
}

// backRow puts names back into the texts of a row; before is nil for a new one.
func (n *Names) backRow(before, after model.Row, own owners) model.Row {
	var stored []string
	owner := model.ID("")
	if before != nil {
		owner = own.of(before)
		model.ReplaceTexts(before, func(text string) string { stored = append(stored, text); return text })
	}
	i := 0
	put := model.ReplaceTexts(after, func(text string) string {
		was := ""
		if i < len(stored) {
			was = stored[i]
		}
		i++
		return n.back(was, text, owner)
	})
	a, ok := put.(model.Attendee)
	if !ok {
		return put
	}
	// A person who was taken from the projection is still called as before.
	if was, old := before.(model.Attendee); !old {
		a.Name = n.back("", a.Name, "")
	} else if id, is := n.Who(a.Name); is && id == a.ID {
		a.Name, a.Handle, a.Other = was.Name, was.Handle, was.Other
	}
	return a
}
