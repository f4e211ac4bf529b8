package model

import (
	"reflect"
	"slices"
)

// Audience is who will see a projection of the record.
type Audience int

// The audiences. The room sees the shared screen, the facilitator one that nobody else sees.
const (
	ForFacilitator Audience = iota
	ForRoom
	ForInternalPage
	ForExternalPage
	// ForOwnPage is the page with what is private, but for private notes: they are never exported.
	ForOwnPage
	// ForKeeping is who keeps a record as a file, to read it in again: without what is private.
	ForKeeping
	// ForKeepingAll is ForKeeping with what is private, but for private notes.
	ForKeepingAll
)

// HidesNames tells whether the audience sees roles instead of names: the screen and the page have a
// choice each, and a file that is to be read in again is about people.
func (a Audience) HidesNames(h Header) bool {
	switch a {
	case ForFacilitator, ForRoom:
		return h.NamesOff
	case ForInternalPage, ForExternalPage, ForOwnPage:
		return h.PageNamesOff
	}
	return false
}

// Visible leaves out the rows that the audience does not see.
func Visible(p Postmortem, to Audience) Postmortem {
	switch to {
	case ForFacilitator:
		return p
	case ForOwnPage, ForKeepingAll:
		out := make(map[place]bool)
		p.Notes = keep(p.Notes, out, IsPrivate)
		p.Findings = keep(p.Findings, out, func(r Row) bool {
			f := r.(Finding)
			return out[place{f.Of, f.OfID}]
		})
		return p
	}
	if !anyPrivate(p) {
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

// IsPrivate tells that a row is for the facilitator alone. A nil row is not.
func IsPrivate(r Row) bool {
	if r == nil {
		return false
	}
	for _, f := range fields()[r.Table()] {
		if f.private {
			return reflect.ValueOf(r).Field(f.index).Bool()
		}
	}
	return false
}

// anyPrivate tells that a row of the record is private.
func anyPrivate(p Postmortem) bool {
	return slices.ContainsFunc(p.tables(), func(t tableRows) bool {
		fields := fields()[t.table()]
		i := slices.IndexFunc(fields, func(f rowField) bool { return f.private })
		return i >= 0 && t.any(func(row reflect.Value) bool { return row.Field(fields[i].index).Bool() })
	})
}

// timelineIfHidden returns the order of the whole timeline where a row of it is hidden.
func timelineIfHidden(events []Event) []Event {
	for _, e := range events {
		if e.Private {
			return Timeline(events)
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
	return Rewrite(shown, func(e Event) Event {
		if to, ok := after[e.ID]; ok {
			e.After = to
		}
		if out[place{Events, e.After}] {
			e.After = "" // a timed row keeps no place behind another
		}
		return e
	})
}
