package attendees

// layout says how the body is shared: the meter with its roles, a row of heads and the list.
// Columns are in cells, each with its gap.
type layout struct {
	meter, head, list int // rows

	name, handle, team, roles, here int
}

// fullMeter is a row for the meter, one for each of the six roles and a blank one.
const fullMeter = 8

func layOut(width, height int) layout {
	l := layout{meter: 1, head: 1}
	switch {
	case height >= fullMeter+1+5:
		l.meter = fullMeter
	case height < 3:
		l.meter, l.head = 0, 0
	}
	l.list = max(height-l.meter-l.head, 0)

	l.name, l.handle, l.team, l.here = 13, 8, 11, 9
	switch {
	case width >= 100:
		l.name, l.handle, l.team = 25, 13, 18
	case width < 80:
		l.team = 0
	}
	if width < 40 {
		l.handle = 0
	}
	l.roles = max(width-2-l.name-l.handle-l.team-l.here, 0)
	return l
}
