package model

import (
	"cmp"
	"slices"
	"time"
)

// Index is the record in the order in which it is read, with its rows by id. It is made once a
// change, never a key; drawing and reading a line cost what is on the screen.
type Index struct {
	Postmortem
	// Zone is where times are shown, the location of Header.Zone; whoever makes the index sets
	// it, because finding a zone may read a file. NewIndex leaves it at UTC.
	Zone *time.Location

	events    map[ID]int
	people    map[ID]int
	named     map[ID]Attendee // by their own names, where the projection shows roles
	handles   map[string]ID
	accounts  map[ID][]Account
	knowings  map[ID][]Knowing
	cardsOf   map[ID][]DecisionPoint
	cardLines map[ID][]CardLine
	evidence  map[ID][]Evidence
	notes     map[ID][]Note
	parkedAt  map[ID][]ParkedIdea
}

// NewIndex sorts the record. Events come by time, then position; an untimed one keeps its
// place after the row it followed. Everything else comes by position.
func NewIndex(p Postmortem) *Index {
	x := &Index{Postmortem: p, Zone: time.UTC}
	x.Events = Timeline(p.Events)
	x.Attendees = ByPosition(p.Attendees, func(r Attendee) string { return r.Pos })
	x.Sessions = ByPosition(p.Sessions, func(r Session) string { return r.Pos })
	x.Accounts = ByPosition(p.Accounts, func(r Account) string { return r.Pos })
	x.Knowings = ByPosition(p.Knowings, func(r Knowing) string { return r.Pos })
	x.CardLines = ByPosition(p.CardLines, func(r CardLine) string { return r.Pos })
	x.Countermeasures = ByPosition(p.Countermeasures, func(r Countermeasure) string { return r.Pos })
	x.ParkedIdeas = ByPosition(p.ParkedIdeas, func(r ParkedIdea) string { return r.Pos })
	x.Artefacts = ByPosition(p.Artefacts, func(r Artefact) string { return r.Pos })
	x.Evidence = ByPosition(p.Evidence, func(r Evidence) string { return r.Pos })
	x.Notes = ByPosition(p.Notes, func(r Note) string { return r.Pos })
	x.Learnings = ByPosition(p.Learnings, func(r Learning) string { return r.Pos })

	x.events = make(map[ID]int, len(x.Events))
	for i, e := range x.Events {
		x.events[e.ID] = i
	}
	x.people = make(map[ID]int, len(x.Attendees))
	x.handles = make(map[string]ID, len(x.Attendees))
	for i, a := range x.Attendees {
		x.people[a.ID] = i
		x.handles[a.Handle] = a.ID
	}
	x.accounts = group(x.Accounts, func(r Account) ID { return r.Event })
	x.knowings = group(x.Knowings, func(r Knowing) ID { return r.Event })
	x.cardLines = group(x.CardLines, func(r CardLine) ID { return r.DecisionPoint })
	x.evidence = group(x.Evidence, func(r Evidence) ID { return r.OfID })
	x.notes = group(x.Notes, func(r Note) ID { return r.OfID })
	x.parkedAt = group(x.ParkedIdeas, func(r ParkedIdea) ID { return r.OfID })

	// Cards stand in the order of their events: the talk walks down the timeline.
	x.DecisionPoints = ByPosition(p.DecisionPoints, func(r DecisionPoint) string { return r.Pos })
	slices.SortStableFunc(x.DecisionPoints, func(a, b DecisionPoint) int {
		return cmp.Compare(x.events[a.Event], x.events[b.Event])
	})
	x.cardsOf = group(x.DecisionPoints, func(r DecisionPoint) ID { return r.Event })
	return x
}

// KnowNames lets an index of a projection know people by their own names too: see Named.
func (x *Index) KnowNames(people []Attendee) {
	x.named = make(map[ID]Attendee, len(people))
	for _, a := range people {
		x.named[a.ID] = a
	}
}

// ByPosition returns the rows in the order in which they stand.
func ByPosition[R Row](rows []R, pos func(R) string) []R {
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b R) int {
		return cmp.Or(cmp.Compare(pos(a), pos(b)), cmp.Compare(a.Key(), b.Key()))
	})
	return sorted
}

func group[R Row](rows []R, of func(R) ID) map[ID][]R {
	groups := make(map[ID][]R, len(rows))
	for _, r := range rows {
		groups[of(r)] = append(groups[of(r)], r)
	}
	return groups
}

// Timeline sorts events by time, then position, and puts each untimed one behind the row it
// follows. One that follows nothing we know, or only itself, stands at the end.
func Timeline(events []Event) []Event {
	sorted := make([]Event, 0, len(events))
	following := make(map[ID][]Event)
	untimed := 0
	for _, e := range events {
		if e.When.IsZero() {
			following[e.After] = append(following[e.After], e)
			untimed++
		} else {
			sorted = append(sorted, e)
		}
	}
	slices.SortFunc(sorted, func(a, b Event) int {
		return cmp.Or(a.When.At.Compare(b.When.At), cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.ID, b.ID))
	})
	if untimed == 0 {
		return sorted
	}
	for id, list := range following {
		following[id] = ByPosition(list, func(e Event) string { return e.Pos })
	}
	placed := make([]Event, 0, len(events))
	seen := make(map[ID]bool, untimed)
	var place func(e Event)
	place = func(e Event) {
		if e.When.IsZero() {
			if seen[e.ID] {
				return
			}
			seen[e.ID] = true
		}
		placed = append(placed, e)
		for _, f := range following[e.ID] {
			place(f)
		}
	}
	// An untimed event that follows nothing stands before the first timed one.
	for _, e := range following[""] {
		place(e)
	}
	for _, e := range sorted {
		place(e)
	}
	if len(seen) < untimed {
		for _, e := range ByPosition(events, func(e Event) string { return e.Pos }) {
			if e.When.IsZero() {
				place(e)
			}
		}
	}
	return placed
}

// EventAt returns where the event stands in Events, -1 where it is not there.
func (x *Index) EventAt(id ID) int {
	if i, ok := x.events[id]; ok {
		return i
	}
	return -1
}

// Event returns the event of that id, the zero Event where there is none.
func (x *Index) Event(id ID) Event {
	if i := x.EventAt(id); i >= 0 {
		return x.Events[i]
	}
	return Event{}
}

// Person returns the attendee of that id, the zero Attendee where there is none.
func (x *Index) Person(id ID) Attendee {
	if i, ok := x.people[id]; ok {
		return x.Attendees[i]
	}
	return Attendee{}
}

// Named returns a person by their own name also where roles stand in the place of names: to draw the
// owner of a countermeasure, who stays named, and to understand what is typed.
func (x *Index) Named(id ID) Attendee {
	shown := x.Person(id)
	if a, ok := x.named[id]; ok && shown.ID != "" {
		return a
	}
	return shown
}

// Handle returns the attendee with exactly that handle.
func (x *Index) Handle(handle string) (Attendee, bool) {
	id, ok := x.handles[handle]
	return x.Person(id), ok
}

// AccountsOf returns the accounts of an event in their order.
func (x *Index) AccountsOf(event ID) []Account { return x.accounts[event] }

// KnowingsOf returns who knew of an event and when.
func (x *Index) KnowingsOf(event ID) []Knowing { return x.knowings[event] }

// CardsOf returns the decision cards of an event.
func (x *Index) CardsOf(event ID) []DecisionPoint { return x.cardsOf[event] }

// LinesOf returns the lines of a decision card that stand in the field.
func (x *Index) LinesOf(card ID, field CardField) []CardLine {
	var lines []CardLine
	for _, l := range x.cardLines[card] {
		if l.Field == field {
			lines = append(lines, l)
		}
	}
	return lines
}

// EvidenceOf returns the evidence of a row.
func (x *Index) EvidenceOf(row ID) []Evidence { return x.evidence[row] }

// NotesOf returns the facilitator's notes on a row.
func (x *Index) NotesOf(row ID) []Note { return x.notes[row] }

// ParkedFrom returns the ideas that were parked while the talk was at the row.
func (x *Index) ParkedFrom(row ID) []ParkedIdea { return x.parkedAt[row] }

// Session returns the present session: see Postmortem.Session.
func (x *Index) Session() Session { return LatestSession(x.Postmortem) }
