package widget

// Sections is the lines of a list whose rows stand under headings. Which row is marked is a
// List's; Sections says which lines are in sight round it. The zero Sections has no line.
type Sections struct {
	lines  []SectionLine
	lineOf []int // per row: where it stands among the lines
	top    int   // the first line shown
}

// SectionLine is one line: a row, or what stands between rows.
type SectionLine struct {
	Section int // index
	Row     int // index of the row, or one of the three below
	Under   int // of a line under the marked row: which of them
}

// What a line is that is no row.
const (
	HeadingLine = -1 - iota
	BlankLine
	UnderLine // under the marked row
)

// withHeading is the least height at which a heading stays in sight above its rows.
const withHeading = 4

// Clear drops all lines, before they are made anew. What is in sight stays.
func (s *Sections) Clear() { s.lines, s.lineOf = nil, nil }

// Home goes to the first line.
func (s *Sections) Home() { s.top = 0 }

// Gap adds a blank line.
func (s *Sections) Gap(section int) {
	s.lines = append(s.lines, SectionLine{Section: section, Row: BlankLine})
}

// Head adds the heading of a section.
func (s *Sections) Head(section int) {
	s.lines = append(s.lines, SectionLine{Section: section, Row: HeadingLine})
}

// Add adds the next row.
func (s *Sections) Add(section int) {
	n := len(s.lineOf)
	s.lineOf = append(s.lineOf, len(s.lines))
	s.lines = append(s.lines, SectionLine{Section: section, Row: n})
}

// View is the lines that a height shows: the marked row with so many lines under it, and one
// line above it, its heading or the row before. The first is the heading of the rows below it,
// although it stands further up in the list.
func (s *Sections) View(marked, under, height int) []SectionLine {
	if height <= 0 || marked < 0 || marked >= len(s.lineOf) {
		s.top = 0
		return nil
	}
	at, all := s.lineOf[marked], len(s.lines)+under
	first := at
	if height >= withHeading {
		first = max(at-1, 0)
	}
	s.top = min(max(s.top, at+under-height+1), first, max(all-height, 0))
	out := make([]SectionLine, min(height, all-s.top))
	for i := range out {
		switch n := s.top + i; {
		case n <= at:
			out[i] = s.lines[n]
		case n <= at+under:
			out[i] = SectionLine{Section: s.lines[at].Section, Row: UnderLine, Under: n - at - 1}
		default:
			out[i] = s.lines[n-under]
		}
	}
	if l := &out[0]; height >= withHeading && (l.Row >= 0 || l.Row == UnderLine) {
		*l = SectionLine{Section: l.Section, Row: HeadingLine}
	}
	return out
}
