package discretion

import "debrief/ui/widget"

// layout says how the body is shared: the head of the card, its lines, and the strip of other
// cards, whose place is fixed for a size so that nothing moves when the mark does.
type layout struct {
	head  int // rows, with the blank one below
	lines int
	gap   int // above the strip
	strip int
	width int // of all of these
	pane  int // with its divider; 0 where there is none
	name  int // cells of a field's name
	whole bool
	full  bool // there is room for a person's full name
}

func (s *Screen) layOut() {
	l := layout{name: min(14, max(s.width/3, 0)), full: s.width >= 70}
	l.width, l.pane = widget.Split(s.width)
	if s.height < 5 {
		l.whole, l.lines = true, max(s.height, 0) // one list of all rows
		s.at = l
		return
	}
	l.head = 1
	airy := s.height >= 12
	if airy {
		l.head = 2
	}
	if n := s.rows.others.Len(); n > 0 {
		l.strip = min(n, max((s.height-10)/3, 1))
		if airy {
			l.gap = 1
		}
	}
	l.lines = s.height - l.head - l.gap - l.strip
	s.at = l
}
