package meeting

import (
	"debrief/model"
	"time"
)

// Then is what one row of the timeline was to a person at a moment.
type Then struct {
	Event model.ID
	State ThenState
	When  model.Moment // of KnewSince and LearnedLater: when the person learned of it
}

// ThenState says whether a person knew of an event at a moment.
type ThenState int

// The states.
const (
	ToAsk         ThenState = iota // nobody has said yet when the person learned of it
	ThenHere                       // the moment itself
	KnewAtOnce                     // as it happened
	KnewSince                      // since some time up to the moment
	WasThere                       // said by nobody, but told as something of one's own
	LearnedLater                   // happened by then; the person learned of it afterwards
	HappenedLater                  // happened after the moment
)

// Known tells that the person had it.
func (s ThenState) Known() bool { return s == KnewAtOnce || s == KnewSince || s == WasThere }

// Later tells that the person did not have it, because it came afterwards.
func (s ThenState) Later() bool { return s == LearnedLater || s == HappenedLater }

// Standpoint looks at the timeline from where one person stood at one moment, the event of a
// decision card, so that nobody weighs the decision by what came to light afterwards.
//
// What happened after the moment is later, whatever is said of it. Of all else the first of these
// decides that says anything:
//
//  1. what is said of this person (Knowing): at once, a time, or that nobody has said yet
//  2. what is said of the people at work on it in general, of whom somebody who decides is one:
//     at once or a time
//  3. a perspective of the person's own: an account, with or without words, or a decision card.
//     A quotation is none, because words of today's looking back are kept as one too
//
// Where none does, it is to be asked. An account by somebody else says nothing of this person.
//
// A row with a time happened then, and one at the moment's own time is not after it. A row without
// one happened where it stands, unless it was known by the moment; a moment without one is as late
// as the last row before it that has one. Whoever learned of something between two times knew of
// it at the second.
type Standpoint struct {
	x      *model.Index
	who    model.ID
	at     int       // where the moment stands in the timeline; -1 for an event that is not there
	moment time.Time // zero: no row up to there has a time
}

// NewStandpoint returns where a person stood at the moment of an event. An empty person is the
// people at work on it in general.
func NewStandpoint(x *model.Index, who, event model.ID) Standpoint {
	s := Standpoint{x: x, who: who, at: x.EventAt(event)}
	for i := s.at; i >= 0 && s.moment.IsZero(); i-- {
		s.moment = x.Events[i].When.At
	}
	return s
}

// All returns every row of the timeline, in its order.
func (s Standpoint) All() []Then {
	all := make([]Then, len(s.x.Events))
	for i := range all {
		all[i] = s.Row(i)
	}
	return all
}

// Row returns the row that stands there in the timeline.
func (s Standpoint) Row(i int) Then {
	e := s.x.Events[i]
	then := Then{Event: e.ID}
	said := s.said(e.ID)
	switch {
	case i == s.at:
		then.State = ThenHere
	case s.after(i) && (!e.When.IsZero() || said.State != model.KnownAt || s.learnsAfter(said)):
		then.State = HappenedLater
	case said.State == model.KnownAt && s.learnsAfter(said):
		then.State, then.When = LearnedLater, said.When
	case said.State == model.KnownAtOnce, said.State == model.KnownAt && said.When.At.Equal(e.When.At):
		then.State = KnewAtOnce
	case said.State == model.KnownAt:
		then.State, then.When = KnewSince, said.When
	case said.State == "" && s.lived(e.ID):
		then.State = WasThere
	}
	return then
}

// after tells that the row happened after the moment.
func (s Standpoint) after(i int) bool {
	if when := s.x.Events[i].When; !when.IsZero() {
		return when.At.After(s.moment)
	}
	return i > s.at
}

func (s Standpoint) learnsAfter(k model.Knowing) bool {
	return k.When.At.After(s.moment) || k.When.End.After(s.moment)
}

// said is what was said of the person, else of the people at work in general; the zero Knowing
// where neither was.
func (s Standpoint) said(event model.ID) model.Knowing {
	var general model.Knowing
	for _, k := range s.x.KnowingsOf(event) {
		switch {
		case k.Attendee == s.who:
			return k
		case k.Attendee == "" && k.State != model.NobodySaid:
			general = k
		}
	}
	return general
}

// lived tells that the person gave an account of the event or decided there.
func (s Standpoint) lived(event model.ID) bool {
	if s.who == "" {
		return false
	}
	for _, a := range s.x.AccountsOf(event) {
		if a.Attendee == s.who && !a.Quoted {
			return true
		}
	}
	for _, d := range s.x.CardsOf(event) {
		if d.Attendee == s.who {
			return true
		}
	}
	return false
}

// CountThen says how many rows the person knew of, how many are to ask, and how many came later.
func CountThen(rows []Then) (known, toAsk, later int) {
	for _, r := range rows {
		switch {
		case r.State.Known():
			known++
		case r.State == ToAsk:
			toAsk++
		case r.State.Later():
			later++
		}
	}
	return known, toAsk, later
}
