package countermeasures

import (
	"debrief/model"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// sectionKind is one of the headings, in their order.
type sectionKind int

const (
	decided sectionKind = iota
	undecided
	resting
	parked
	done
	declined
)

// heading is what stands above the rows, without their number.
func (k sectionKind) heading() string {
	switch k {
	case decided:
		return "Decided"
	case undecided:
		return "Undecided"
	case resting:
		return "Resting, to be decided on the date shown"
	case parked:
		return "Parked, waiting to be looked at"
	case done:
		return "Done"
	}
	return "Declined"
}

// section is the rows under one heading: those from one place up to another.
type section struct {
	kind     sectionKind
	from, to int
}

// line is one line of the list: a row, or what stands between rows.
type line struct {
	section int // index
	row     int // index of the row, or one of the three below
}

const (
	headingLine = -1 - iota
	blankLine
	detailLine // under the marked row; the lines of the list do not hold it
)

// arrange sorts the rows into sections. Decided is always there, since its heading names the
// columns; the others are where they have rows.
func (s *Screen) arrange() {
	var rows [declined + 1][]screen.Row
	for i, c := range s.x.Countermeasures {
		s.measures[c.ID] = i
		k := sectionOf(c)
		rows[k] = append(rows[k], screen.Row{Table: model.Countermeasures, ID: c.ID})
	}
	for i, idea := range s.x.ParkedIdeas {
		k := parked
		switch idea.State {
		case model.Waiting:
		case model.IdeaDeclined:
			k = declined
		default:
			continue
		}
		s.ideas[idea.ID] = i
		rows[k] = append(rows[k], screen.Row{Table: model.ParkedIdeas, ID: idea.ID})
	}
	var keys []screen.Row
	s.sections, s.lines, s.lineOf = nil, nil, nil
	for k, list := range rows {
		kind := sectionKind(k)
		if len(list) == 0 && kind != decided {
			continue
		}
		n := len(s.sections)
		if n > 0 {
			s.lines = append(s.lines, line{n, blankLine})
		}
		s.lines = append(s.lines, line{n, headingLine})
		from := len(keys)
		for _, key := range list {
			s.lineOf = append(s.lineOf, len(s.lines))
			s.lines = append(s.lines, line{n, len(keys)})
			keys = append(keys, key)
		}
		s.sections = append(s.sections, section{kind, from, len(keys)})
	}
	s.rows = widget.NewSlice(keys)
}

func sectionOf(c model.Countermeasure) sectionKind {
	switch c.Standing() {
	case model.Decided:
		return decided
	case model.StandsResting:
		return resting
	case model.StandsDone:
		return done
	case model.StandsDeclined:
		return declined
	}
	return undecided
}

// lineAt returns the line at a place, counting those under the marked row. Their row is
// detailLine.
func (s *Screen) lineAt(i int) (line, bool) {
	_, marked, ok := s.marks.Marked(s.rows)
	if !ok {
		return line{}, false
	}
	m, n := s.lineOf[marked], s.details()
	switch {
	case i > m && i <= m+n:
		return line{s.lines[m].section, detailLine}, true
	case i > m:
		i -= n
	}
	if i < 0 || i >= len(s.lines) {
		return line{}, false
	}
	return s.lines[i], true
}

// scroll moves the first line shown so that the marked row is in sight with what stands under it
// and one line above it: its heading, or the row before.
func (s *Screen) scroll() {
	_, marked, ok := s.marks.Marked(s.rows)
	if !ok || s.height <= 0 {
		s.top = 0
		return
	}
	m, n := s.lineOf[marked], s.details()
	first := m
	if s.height >= withHeading {
		first = max(m-1, 0)
	}
	s.top = min(max(s.top, m+n-s.height+1), first, max(len(s.lines)+n-s.height, 0))
}

// sticks tells that the first line shown is the heading of the rows below it, although it stands
// further up in the list.
func (s *Screen) sticks() bool {
	l, ok := s.lineAt(s.top)
	return ok && s.height >= withHeading && (l.row >= 0 || l.row == detailLine)
}
