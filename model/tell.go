package model

import "strings"

// Tell says a row in a line, as a person would point at it: what it is in the record that x
// indexes. Two versions of a row are told apart by it, so it names what people edit.
func Tell(r Row, x *Index) string {
	join := func(parts ...string) string {
		var said []string
		for _, p := range parts {
			if p != "" {
				said = append(said, p)
			}
		}
		return strings.Join(said, "  ")
	}
	who := func(id ID) string { return x.Person(id).Name }
	switch r := r.(type) {
	case Header:
		return join(r.Title, string(r.Status), who(r.Owner), who(r.Facilitator), r.TLDR, r.Summary, r.PublishTo)
	case Incident:
		return join(string(r.Kind), r.Impact, r.Systems.String())
	case Milestone:
		return join(string(r.Kind), r.When.Full(x.Zone))
	case Attendee:
		return join(r.Name, "@"+r.Handle, r.Team, r.Roles.String())
	case Event:
		return join(r.When.Clock(x.Zone), r.What, string(r.Kind))
	case Account:
		return join(who(r.Attendee), r.Text)
	case Knowing:
		return join(who(r.Attendee), string(r.State), r.When.Clock(x.Zone))
	case DecisionPoint:
		return join(who(r.Attendee), x.Event(r.Event).What)
	case CardLine:
		return join(string(r.Field), r.Text)
	case Learning:
		return join(string(r.Kind), r.Text)
	case Countermeasure:
		return join(r.Text, x.Named(r.Owner).Name, r.By.Words(), string(r.State))
	case ParkedIdea:
		return join(r.Text, string(r.State))
	case Artefact:
		return join(string(r.Kind), r.Title, r.URL)
	case Evidence:
		return join(r.Quote, r.URL, r.Lines)
	case Note:
		return r.Text
	case Finding:
		return join(r.Text, string(r.Outcome))
	}
	return Name(r.Table())
}
