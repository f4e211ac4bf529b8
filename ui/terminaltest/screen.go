package terminaltest

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Screen is what stands on a terminal at one moment. It never changes.
type Screen struct {
	width, height int
	title         string
	alternate     bool
	cursor        Cursor
	cells         []Cell
	// rows are the rows of the view it was drawn from; nil when it comes from
	// a stream of bytes.
	rows []string
}

// Cursor is the terminal's cursor: cells from the top left corner, from 0.
type Cursor struct {
	X, Y    int
	Visible bool
}

// Frame draws a view on a terminal of this size, each row in its place and cut
// at the right and lower edge, as Bubble Tea does it. Whether something had to
// be cut says [Screen.Misfits].
func Frame(view tea.View, width, height int, background Background) *Screen {
	e := newEmulator(width, height, background, nil, false)
	defer e.close()
	rows := strings.Split(view.Content, "\n")
	var b strings.Builder
	b.WriteString("\x1b[?7l") // no wrapping: a row too long is cut
	for y, row := range rows {
		if y == height {
			break
		}
		fmt.Fprintf(&b, "\x1b[%d;1H%s\x1b[m", y+1, row)
	}
	if view.Cursor != nil {
		fmt.Fprintf(&b, "\x1b[%d;%dH\x1b[?25h", view.Cursor.Y+1, view.Cursor.X+1)
	} else {
		b.WriteString("\x1b[?25l")
	}
	e.write([]byte(b.String()))
	if view.ForegroundColor != nil {
		e.vt.SetForegroundColor(view.ForegroundColor)
	}
	if view.BackgroundColor != nil {
		e.vt.SetBackgroundColor(view.BackgroundColor)
	}
	s := e.snapshot()
	s.title, s.alternate, s.rows = view.WindowTitle, view.AltScreen, rows
	return s
}

// Replay draws a stream of bytes, such as the output of a program, on a
// terminal of this size.
func Replay(stream []byte, width, height int, background Background) *Screen {
	e := newEmulator(width, height, background, nil, false)
	defer e.close()
	e.write(stream)
	return e.snapshot()
}

// Size gives the terminal's columns and rows.
func (s *Screen) Size() (width, height int) { return s.width, s.height }

// Title is the window title last set, or empty.
func (s *Screen) Title() string { return s.title }

// Alternate reports whether the alternate screen is shown.
func (s *Screen) Alternate() bool { return s.alternate }

// Cursor says where the cursor is and whether it is shown.
func (s *Screen) Cursor() Cursor { return s.cursor }

// Cell gives the cell at column x and row y, from 0. Outside it is a zero Cell.
func (s *Screen) Cell(x, y int) Cell {
	if x < 0 || y < 0 || x >= s.width || y >= s.height {
		return Cell{}
	}
	return s.cells[y*s.width+x]
}

// Row gives the text of row y, from 0, without the blanks at its end; a
// negative y counts from the bottom, so that Row(-1) is the footer.
func (s *Screen) Row(y int) string {
	if y < 0 {
		y += s.height
	}
	if y < 0 || y >= s.height {
		return ""
	}
	var b strings.Builder
	for x := range s.width {
		c := s.Cell(x, y)
		if c.Width == 0 && c.Text == "" {
			continue // the second half of a wide character
		}
		b.WriteString(c.Text)
	}
	return strings.TrimRight(b.String(), " ")
}

// Text gives all rows, as many as the terminal has.
func (s *Screen) Text() []string {
	rows := make([]string, s.height)
	for y := range rows {
		rows[y] = s.Row(y)
	}
	return rows
}

// String gives all rows joined by line breaks, without the empty ones at the
// end: for golden files and messages.
func (s *Screen) String() string {
	return strings.TrimRight(strings.Join(s.Text(), "\n"), "\n")
}

// Has reports whether the text stands in one row of the screen.
func (s *Screen) Has(text string) bool {
	_, _, ok := s.Find(text)
	return ok
}

// Find gives the column and row of the first place where the text stands.
func (s *Screen) Find(text string) (x, y int, ok bool) {
	if text == "" {
		return 0, 0, false
	}
	for y := range s.height {
		row := s.Row(y)
		at := strings.Index(row, text)
		if at < 0 {
			continue
		}
		// The column is counted in cells, not in bytes.
		for x, n := 0, 0; x < s.width; x++ {
			n += len(s.Cell(x, y).Text)
			if n > at {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// boxed draws the screen with its edges, for the message of a failed test.
func (s *Screen) boxed() string {
	var b strings.Builder
	edge := "+" + strings.Repeat("-", s.width) + "+\n"
	b.WriteString(edge)
	for _, row := range s.Text() {
		fmt.Fprintf(&b, "|%s\n", row)
	}
	b.WriteString(edge)
	if s.cursor.Visible {
		fmt.Fprintf(&b, "cursor at column %d, row %d\n", s.cursor.X, s.cursor.Y)
	}
	return b.String()
}
