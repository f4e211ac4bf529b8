package model

// Audience is who will see a projection of the record.
type Audience int

// The audiences. The facilitator sees everything; the room sees the shared screen.
const (
	ForFacilitator Audience = iota
	ForRoom
	ForInternalPage
	ForExternalPage
)

// For returns the record as the audience may see it. It is the only way to a screen, a search
// hit, a page or an export. Ids stay, so edits made on a projection reach the right rows.
//
// The facilitator sees everything; for everybody else private rows, and the rows that hang on
// them, are left out. No link leads to a row that is left out: it is cleared, and an untimed
// event follows the nearest shown row before it. So a projection always passes Check.
func For(p Postmortem, to Audience) Postmortem {
	if to == ForFacilitator {
		return p
	}
	hidden := make(map[ID]bool)
	for _, a := range p.Attendees {
		if a.Private {
			hidden[a.ID] = true
		}
	}
	order := timelineIfHidden(p.Events)
	shown, out := without(p, func(r Row) bool {
		switch r := r.(type) {
		case Account:
			// "This person was there", of nobody, says nothing.
			return r.Private || r.Text == "" && hidden[r.Attendee]
		case Knowing:
			// Without the name it reads as if everybody had known.
			return hidden[r.Attendee]
		}
		return IsPrivate(r)
	})
	if len(out) == 0 {
		return p
	}
	// A finding quotes the row it was found in, so it goes with that row.
	shown.Findings = keep(p.Findings, map[place]bool{}, func(r Row) bool {
		f := r.(Finding)
		return f.Private || out[place{f.Of, f.OfID}]
	})
	if order != nil {
		shown.Events = followShown(shown.Events, order, out)
	}
	return shown
}

// IsPrivate tells that a row is for the facilitator alone.
func IsPrivate(r Row) bool {
	switch r := r.(type) {
	case Attendee:
		return r.Private
	case Event:
		return r.Private
	case Account:
		return r.Private
	case DecisionPoint:
		return r.Private
	case CardLine:
		return r.Private
	case Learning:
		return r.Private
	case Countermeasure:
		return r.Private
	case ParkedIdea:
		return r.Private
	case Artefact:
		return r.Private
	case Evidence:
		return r.Private
	case Note:
		return r.Private
	case Finding:
		return r.Private
	}
	return false
}

// timelineIfHidden returns the order of the whole timeline where a row of it is hidden.
func timelineIfHidden(events []Event) []Event {
	for _, e := range events {
		if e.Private {
			return timeline(events)
		}
	}
	return nil
}

// followShown lets the untimed rows behind a hidden one, up to the next timed row, follow the
// shown row before each: that keeps their order without touching a position.
func followShown(shown, order []Event, out map[place]bool) []Event {
	after := make(map[ID]ID)
	before, chain := ID(""), false
	for _, e := range order {
		hidden := out[place{Events, e.ID}]
		switch {
		case hidden:
			chain = true
			continue
		case !e.When.IsZero():
			chain = false
		case chain:
			after[e.ID] = before
		}
		before = e.ID
	}
	return rewrite(shown, func(e Event) Event {
		if to, ok := after[e.ID]; ok {
			e.After = to
		}
		if out[place{Events, e.After}] {
			e.After = "" // a timed row keeps no place behind another
		}
		return e
	})
}
