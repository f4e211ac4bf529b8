package countermeasures

import (
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/screen"
)

// origins tells where ideas, and the countermeasures that were made of them, came up.
type origins struct {
	x      *model.Index
	became map[model.ID][]int // per countermeasure: the ideas that it was made of
}

// from is where an idea was said, and how far into the meeting: "from 13:52, 0:21".
func (o origins) from(idea model.ParkedIdea) string {
	if words := o.cameUp(idea); words != "" {
		return "from " + words
	}
	return ""
}

// cameUp is the same without "from"; only the minute where nothing says where.
func (o origins) cameUp(idea model.ParkedIdea) string {
	where := ""
	if idea.Of == model.Events {
		where = model.Moment{At: o.x.Event(idea.OfID).When.At}.Clock(o.x.Zone)
	}
	if where == "" && idea.Phase != 0 {
		where = idea.Phase.Short()
	}
	at := meeting.InSitting(o.x, idea.ParkedAt)
	if where != "" && at != "" {
		return where + ", " + at
	}
	return where + at
}

// of is where a countermeasure came up: an idea each that it was made of.
func (o origins) of(c model.Countermeasure) string {
	var all []string
	for _, i := range o.became[c.ID] {
		if words := o.cameUp(o.x.ParkedIdeas[i]); words != "" {
			all = append(all, words)
		}
	}
	return strings.Join(all, "; ")
}

// origin is the place where the marked row came up: of an idea the row that was talked about, of a
// countermeasure that of its first idea, else its own row; false where nothing says so.
func (s *Screen) origin() (screen.Place, bool) {
	to := screen.Place{Postmortem: s.x.Header.ID}
	if idea, ok := s.idea(); ok {
		return s.origins.saidAt(idea)
	}
	c, ok := s.measure()
	if !ok {
		return to, false
	}
	for _, i := range s.origins.became[c.ID] {
		if to, ok := s.origins.saidAt(s.x.ParkedIdeas[i]); ok {
			return to, true
		}
	}
	switch {
	case c.Event != "":
		to.Screen, to.Row = screen.Timeline, c.Event
	case c.Condition != "":
		to.Screen, to.Row = screen.Learning, c.Condition
	}
	return to, to.Row != ""
}

// saidAt is where an idea was said: at a row, else only in a phase.
func (o origins) saidAt(idea model.ParkedIdea) (screen.Place, bool) {
	to := screen.Place{Postmortem: o.x.Header.ID, Row: idea.OfID}
	switch {
	case idea.Of == model.Events:
		to.Screen = screen.Timeline
		for _, card := range o.x.DecisionPoints {
			if card.Event == idea.OfID && idea.Phase == model.PhaseDiscretion {
				to.Screen, to.Row = screen.Discretion, card.ID
				break
			}
		}
	case idea.Of == model.Learnings:
		to.Screen = screen.Learning
	case idea.Of == model.Countermeasures:
		to.Screen = screen.Countermeasures
	case idea.Phase != 0:
		to.Screen, to.Row = screen.OfPhase(idea.Phase), ""
	default:
		return to, false
	}
	return to, true
}
