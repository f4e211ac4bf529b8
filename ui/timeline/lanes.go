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
	s     *Screen
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
func (n *lanes) turn() screen.Outcome {
	n.page++
	n.fill()
	if n.page > n.pages {
		n.page = 0
	}
	n.s.layOut()
	return screen.Outcome{}
}

// fill makes the lanes that fit the width, and keeps to the pages that there are.
func (n *lanes) fill() {
	l := laneLayout{when: 8, what: min(max(n.s.width/5, leastWhat), 40)}
	if n.severalDays() {
		l.when = 12
	}
	room := max(n.s.width-2-l.when-l.what, 0)
	l.each = max(room/leastLane, 1)
	n.all = meeting.Lanes(n.s.x, mostPages*l.each)
	n.pages = (len(n.all) + l.each - 1) / l.each
	if n.pages > 0 {
		l.each = (len(n.all) + n.pages - 1) / n.pages // pages alike
		l.lane = min(room/l.each, 40)
	}
	n.at = l
	n.names = make([]safe.Text, len(n.all))
	for i := range n.all {
		n.names[i] = n.name(i)
	}
}

// keepPage stays in the lanes while there are some, after a change of the record or the size.
func (n *lanes) keepPage() {
	if n.page > 0 {
		n.fill()
		n.page = min(n.page, n.pages)
	}
}

// severalDays tells that the rows are of more than one day.
func (n *lanes) severalDays() bool {
	if len(n.s.timed) == 0 {
		return false
	}
	day := func(i int) model.Date { return model.DateOf(n.s.x.Events[n.s.timed[i]].When.At.In(n.s.x.Zone)) }
	return day(0) != day(len(n.s.timed)-1)
}

// name is a person's first name where nobody shares it, else the handle; or the team or role.
func (n *lanes) name(i int) safe.Text {
	lane := n.all[i]
	if lane.Name != "" {
		return safe.Line(lane.Name)
	}
	id := lane.People[0]
	if id == "" {
		return "not named"
	}
	name := n.s.x.Person(id).FirstName()
	for j, other := range n.all {
		if name == "" || j != i && n.s.x.Person(other.People[0]).FirstName() == name {
			return n.s.handle(id)
		}
	}
	return safe.Line(name)
}

// onPage is the lanes of the page, from first up to but without last.
func (n *lanes) onPage() (first, last int) {
	first = (n.page - 1) * n.at.each
	return first, min(first+n.at.each, len(n.all))
}

// turned is what v does now, for the footer.
func (n *lanes) turned() safe.Text {
	switch {
	case n.page == 0:
		return "lanes"
	case n.page < n.pages:
		return "more lanes"
	}
	return "list"
}

// inSight is "lanes 5-8 of 12" where there is more than one page.
func (n *lanes) inSight() safe.Text {
	if n.page == 0 || n.pages < 2 {
		return ""
	}
	first, last := n.onPage()
	return safe.Line(fmt.Sprintf("lanes %d-%d of %d", first+1, last, len(n.all)))
}
