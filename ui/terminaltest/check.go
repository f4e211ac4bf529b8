package terminaltest

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Misfits says, a sentence each, where the view does not fit the terminal: a
// row that is too wide (a terminal would wrap or cut it), more rows than there
// is room for (the footer is clipped), and anything in a row that is neither
// text nor colour. A Screen that comes from a stream has none: there Bubble
// Tea has cut already.
func (s *Screen) Misfits() []string {
	var found []string
	if n := len(s.rows); n > s.height {
		found = append(found, fmt.Sprintf("the view has %d rows for a terminal of %d: the footer %q is clipped",
			n, s.height, ansi.Strip(s.rows[n-1])))
	}
	for y, row := range s.rows {
		if w := ansi.StringWidth(row); w > s.width {
			found = append(found, fmt.Sprintf("row %d is %d cells wide in a terminal of %d: %q",
				y, w, s.width, ansi.Strip(row)))
		}
		for _, what := range Strange([]byte(row), Allowed{Links: true, frame: true}) {
			found = append(found, fmt.Sprintf("row %d: %s", y, what))
		}
	}
	if c := s.cursor; s.rows != nil && c.Visible && (c.X >= s.width || c.Y >= s.height) {
		found = append(found, fmt.Sprintf("the cursor is at column %d, row %d, outside a terminal of %dx%d",
			c.X, c.Y, s.width, s.height))
	}
	return found
}

// CheckFits fails the test for each of the [Screen.Misfits].
func (s *Screen) CheckFits(t testing.TB) {
	t.Helper()
	s.report(t, s.Misfits())
}

// CheckFooter fails the test unless the last row of the terminal holds all of
// these texts, and something at all when none is given.
func (s *Screen) CheckFooter(t testing.TB, texts ...string) {
	t.Helper()
	var found []string
	if s.Row(-1) == "" {
		found = append(found, "the last row is empty: the footer is missing")
	}
	for _, text := range texts {
		if !s.lastRow().Has(text) {
			found = append(found, fmt.Sprintf("the footer %q does not hold %q", s.Row(-1), text))
		}
	}
	s.report(t, found)
}

// lastRow is the footer alone.
func (s *Screen) lastRow() *Screen {
	return &Screen{width: s.width, height: 1, cells: s.cells[max(0, len(s.cells)-s.width):]}
}

// Unreadable says, a sentence each run of cells, where a sign does not stand
// out: less than 4.5:1 against its background for text, 3:1 for lines and
// blocks.
func (s *Screen) Unreadable() []string {
	var found []string
	for y := range s.height {
		for x := 0; x < s.width; x++ {
			c := s.Cell(x, y)
			if c.Contrast() >= c.leastContrast() {
				continue
			}
			from, text := x, ""
			for ; x < s.width; x++ {
				next := s.Cell(x, y)
				if next.Contrast() >= next.leastContrast() && !next.Blank() ||
					next.Foreground != c.Foreground || next.Background != c.Background {
					x-- // looked at again, as the first of its own run
					break
				}
				text += next.Text
			}
			found = append(found, fmt.Sprintf("row %d, column %d: %q has a contrast of %.1f, needs %.1f (%s on %s)",
				y, from, text, c.Contrast(), c.leastContrast(), hex(c.Foreground), hex(c.Background)))
		}
	}
	return found
}

// CheckContrast fails the test for each place that is [Screen.Unreadable].
func (s *Screen) CheckContrast(t testing.TB) {
	t.Helper()
	s.report(t, s.Unreadable())
}

func (s *Screen) report(t testing.TB, found []string) {
	t.Helper()
	for _, what := range found {
		t.Error(what)
	}
	if len(found) > 0 {
		t.Logf("the screen:\n%s", s.boxed())
	}
}
