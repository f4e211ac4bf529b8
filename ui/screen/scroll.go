package screen

import (
	"strconv"

	"debrief/ui/safe"
)

// Scroll is where a page of rows is read that marks none of them. The zero value is its beginning.
type Scroll struct{ Top int }

// Move scrolls a page of which so many rows are shown at once; end is the first row of its last page.
func (s *Scroll) Move(to Move, height, end int) {
	page := max(height-2, 1) // two rows of it stay: a long text below may take the last one
	switch to {
	case Up:
		s.Top--
	case Down:
		s.Top++
	case PageUp:
		s.Top -= page
	case PageDown:
		s.Top += page
	case First:
		s.Top = 0
	case Last:
		s.Top = end
	}
	s.Top = max(min(s.Top, end), 0)
}

// Fit keeps the place inside a page of so many rows, of which height are shown.
func (s *Scroll) Fit(rows, height int) { s.Top = min(s.Top, max(rows-height, 0)) }

// InSight is which rows are shown, of how many: "1-16 of 24".
func (s Scroll) InSight(rows, height int) safe.Text {
	return safe.Line(strconv.Itoa(s.Top+1) + "-" + strconv.Itoa(min(s.Top+height, rows)) + " of " + strconv.Itoa(rows))
}
