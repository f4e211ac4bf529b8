package timeline

import (
	"fmt"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// lanes is the other view: a column a perspective, time downwards, on the same rows with the same
// mark. Those that do not fit beside each other stand on further pages.
type lanes struct {
	page  int // 0 is the list
	pages int
	all   []meeting.Lane
	names []safe.Text
	at    laneLayout
}

// laneLayout is in cells, each with its gap.
type laneLayout struct {
	when, what, lane int
	each             int // lanes on a page
}

const (
	leastLane = 12
	leastWhat = 18
	// mostPages is how often one turns a page before people are put together in teams or roles.
	mostPages = 3
)

// turn goes to the next page of lanes; behind the last one comes the list.
func (s *Screen) turn() screen.Outcome {
	s.lanes.page++
	s.fillLanes()
	if s.lanes.page > s.lanes.pages {
		s.lanes.page = 0
	}
	s.layOut()
	return screen.Outcome{}
}

// fillLanes makes the lanes that fit the width, and keeps to the pages that there are.
func (s *Screen) fillLanes() {
	n := &s.lanes
	l := laneLayout{when: 8, what: min(max(s.width/5, leastWhat), 40)}
	if s.severalDays() {
		l.when = 12
	}
	room := max(s.width-2-l.when-l.what, 0)
	l.each = max(room/leastLane, 1)
	n.all = meeting.Lanes(s.x, mostPages*l.each)
	n.pages = (len(n.all) + l.each - 1) / l.each
	if n.pages > 0 {
		l.each = (len(n.all) + n.pages - 1) / n.pages // pages alike
		l.lane = min(room/l.each, 40)
	}
	n.at = l
	n.names = make([]safe.Text, len(n.all))
	for i := range n.all {
		n.names[i] = s.laneName(i)
	}
}

// keepPage stays in the lanes while there are some, after a change of the record or the size.
func (s *Screen) keepPage() {
	if s.lanes.page > 0 {
		s.fillLanes()
		s.lanes.page = min(s.lanes.page, s.lanes.pages)
	}
}

// severalDays tells that the rows are of more than one day.
func (s *Screen) severalDays() bool {
	if len(s.timed) == 0 {
		return false
	}
	day := func(i int) model.Date { return model.DateOf(s.x.Events[s.timed[i]].When.At.In(s.x.Zone)) }
	return day(0) != day(len(s.timed)-1)
}

// laneName is a person's first name where nobody shares it, else the handle; or the team or role.
func (s *Screen) laneName(i int) safe.Text {
	lane := s.lanes.all[i]
	if lane.Name != "" {
		return safe.Line(lane.Name)
	}
	id := lane.People[0]
	if id == "" {
		return "not named"
	}
	name := s.x.Person(id).FirstName()
	for j, other := range s.lanes.all {
		if name == "" || j != i && s.x.Person(other.People[0]).FirstName() == name {
			return s.handle(id)
		}
	}
	return safe.Line(name)
}

// onPage is the lanes of the page, from first up to but without last.
func (s *Screen) onPage() (first, last int) {
	first = (s.lanes.page - 1) * s.lanes.at.each
	return first, min(first+s.lanes.at.each, len(s.lanes.all))
}

// turned is what v does now, for the footer.
func (s *Screen) turned() safe.Text {
	switch {
	case s.lanes.page == 0:
		return "lanes"
	case s.lanes.page < s.lanes.pages:
		return "more lanes"
	}
	return "list"
}

// lanesInSight is "lanes 5-8 of 12" where there is more than one page.
func (s *Screen) lanesInSight() safe.Text {
	if s.lanes.page == 0 || s.lanes.pages < 2 {
		return ""
	}
	first, last := s.onPage()
	return safe.Line(fmt.Sprintf("lanes %d-%d of %d", first+1, last, len(s.lanes.all)))
}
