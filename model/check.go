package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Check returns what is wrong with a record that came from elsewhere: problems of single rows,
// ids and positions that are none, rows twice, links that lead nowhere. Nothing is wrong with
// what the Editor makes, nor with what For returns of it. Time zones: see ZoneProblems.
func Check(p Postmortem) []Problem {
	c := checker{here: make(map[place]bool)}
	if p.Header.ID == "" {
		c.say("Id", "The record has no row of its own; it needs one with an id and a title.")
	}
	if p.Incident.ID != p.Header.ID {
		c.of(p.Incident, func(Row) {
			c.say("Id", "The incident must have the id of its post-mortem, %s; there is one a record.", p.Header.ID)
		})
	}
	p.Rows(func(r Row) { c.of(r, c.row) })
	p.Rows(func(r Row) { c.of(r, c.links) })
	c.handles(p)
	c.phases(p)
	c.circles(p)
	return c.found
}

// ZoneProblems returns the time zones of the record that known does not know.
func ZoneProblems(p Postmortem, known func(string) bool) []Problem {
	var found []Problem
	seen := map[string]bool{"": true}
	zone := func(r Row, z string) {
		if !seen[z] && !known(z) {
			unknown := UnknownZone(z)
			unknown.Table, unknown.ID = r.Table(), r.Key()
			found = append(found, unknown)
		}
		seen[z] = true
	}
	zone(p.Header, p.Header.Zone)
	p.Rows(func(r Row) { r.Visit(moments{each: func(m *Moment) { zone(r, m.Zone) }}) })
	return found
}

// moments is given every Moment of a row.
type moments struct {
	Unvisited
	each func(*Moment)
}

func (m moments) Moment(when *Moment, _ Description) { m.each(when) }

type checker struct {
	here  map[place]bool
	at    place // the row that is looked at
	found []Problem
}

func (c *checker) of(r Row, look func(Row)) {
	c.at = place{r.Table(), r.Key()}
	look(r)
	c.at = place{}
}

func (c *checker) say(field, format string, args ...any) {
	c.add(Problem{Field: field, Words: fmt.Sprintf(format, args...)})
}

func (c *checker) add(p Problem) {
	p.Table, p.ID = c.at.table, c.at.id
	c.found = append(c.found, p)
}

func (c *checker) row(r Row) {
	where := place{r.Table(), r.Key()}
	if r.Table() != Milestones && !ValidID(string(r.Key())) {
		c.say("Id", "Id %q in %s is not 16 letters of a-z and 2-7; give the row one.", CutRunes(string(r.Key()), 20), r.Table())
	}
	if c.here[where] {
		c.say("Id", "Id %q stands twice in %s; give one of the rows another.", r.Key(), r.Table())
	}
	c.here[where] = true
	for _, f := range fields()[r.Table()] {
		if !f.orders {
			continue
		}
		if pos := reflect.ValueOf(r).Field(f.index).String(); pos == "" || !ValidPosition(pos) {
			c.say("Position", "Position %q of %s %s is none; positions look like a0, a1, a1V.", CutRunes(pos, 20), r.Table(), r.Key())
		}
	}
	problems(r, func(p Problem) {
		p.Words += fmt.Sprintf(" (%s %s)", r.Table(), r.Key())
		c.add(p)
	})
}

func (c *checker) links(r Row) {
	eachLink(r, func(l link) bool {
		switch field := l.tie.Name; {
		case l.to.id == "" && !l.tie.Needed:
			if l.to.table != "" && l.any {
				c.say(field, "Of in %s %s names a table but no row; name both or neither.", r.Table(), r.Key())
			}
		case l.to.id == "":
			c.say(field, "%s of %s %s is empty; it must name a row of %s.", field, r.Table(), r.Key(), l.to.table)
		case !c.here[l.to]:
			c.say(field, "%s of %s %s is %q, which is not in %s; name a row that is.", field, r.Table(), r.Key(), l.to.id, l.to.table)
		}
		return true
	})
}

func (c *checker) handles(p Postmortem) {
	seen := make(map[string]bool, len(p.Attendees))
	for _, a := range p.Attendees {
		h := strings.ToLower(a.Handle)
		if seen[h] && h != "" {
			c.of(a, func(Row) { c.add(DuplicateHandle(a.Handle)) })
		}
		seen[h] = true
	}
}

func (c *checker) phases(p Postmortem) {
	type slot struct {
		session ID
		phase   Phase
	}
	seen := make(map[slot]bool, len(p.PhaseMinutes))
	for _, m := range p.PhaseMinutes {
		s := slot{m.Session, m.Phase}
		c.of(m, func(Row) {
			if m.Phase == 0 {
				c.say("Phase", "Phase of %s %s is missing; type a number from 1 (Open) to 7 (Close).", PhaseMinuteRows, m.ID)
			} else if seen[s] {
				c.say("Phase", "Phase %d stands twice in session %s; keep one of the rows.", m.Phase, m.Session)
			}
		})
		seen[s] = true
	}
}

// circles finds untimed events that follow each other in a ring.
func (c *checker) circles(p Postmortem) {
	after := make(map[ID]ID)
	for _, e := range p.Events {
		if e.When.IsZero() {
			after[e.ID] = e.After
		}
	}
	done := make(map[ID]bool, len(after))
	for _, e := range p.Events {
		var path []ID
		id := e.ID
		for id != "" && !done[id] {
			if slices.Contains(path, id) {
				c.of(e, func(Row) {
					c.say("After", "After of %s %s leads back to itself; let one of the rows follow another.", Events, id)
				})
				break
			}
			next, untimed := after[id]
			if !untimed {
				break
			}
			path = append(path, id)
			id = next
		}
		for _, id := range path {
			done[id] = true
		}
	}
}
