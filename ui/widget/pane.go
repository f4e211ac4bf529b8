package widget

import (
	"debrief/ui/safe"
	"debrief/ui/theme"
)

// paneFrom is the width from which a pane stands beside a list.
const paneFrom = 110

// Split shares a width between a list and the pane beside it, which has its divider; 0 where there is no
// room for one. The list keeps the columns that it has at 80; what is left goes to the pane, then to both.
func Split(width int) (list, pane int) {
	if width < paneFrom {
		return max(width, 0), 0
	}
	pane = min(width-80, 44+max(width-140, 0)/2)
	return width - pane, pane
}

// Pane is written line by line, to stand beside a list.
type Pane struct {
	Indent int // empty cells before the rows that are written now

	theme *theme.Theme
	width int
	rows  []string
}

// NewPane returns an empty pane of so many cells, its divider included.
func NewPane(t *theme.Theme, cells int) *Pane { return &Pane{theme: t, width: max(cells-2, 1)} }

// Text writes a text behind a cell, which says in its first row what it is; an empty one writes nothing.
func (p *Pane) Text(left Cell, text string, style theme.Style) {
	p.Lines(left, safe.Lines(text, max(p.width-p.Indent-left.Width-1, 1)), style)
}

// Words is Text for words of the program, which end between words only.
func (p *Pane) Words(left Cell, words safe.Text, style theme.Style) {
	p.Lines(left, safe.Wrap(words, max(p.width-p.Indent-left.Width-1, 1)), style)
}

// Lines writes rows of a text behind a cell, which says in the first of them what it is.
func (p *Pane) Lines(left Cell, rows []safe.Text, style theme.Style) {
	for _, row := range rows {
		p.Row(left, Cell{Text: row, Width: p.width - p.Indent - left.Width - 1, Style: style})
		left = Cell{Width: left.Width}
	}
}

// Line writes one row, cut where it finds no room.
func (p *Pane) Line(words safe.Text, style theme.Style) {
	p.Row(Cell{Text: words, Width: p.width, Style: style})
}

// Heading writes what the rows below are, behind an empty one.
func (p *Pane) Heading(words safe.Text) {
	p.Blank()
	p.Line(words, p.theme.Dim)
}

// Row writes one row of cells.
func (p *Pane) Row(cells ...Cell) {
	p.rows = append(p.rows, Row(p.width, theme.Style{}, append([]Cell{{Width: p.Indent}}, cells...)...))
}

// Blank writes an empty row.
func (p *Pane) Blank() { p.rows = append(p.rows, "") }

// Len is how many rows are written.
func (p *Pane) Len() int { return len(p.rows) }

// Rows returns the rows for a height; more stands in the last one where some find no room.
func (p *Pane) Rows(height int, more safe.Text) []string {
	if len(p.rows) > height && height > 0 {
		return append(p.rows[:height-1], p.theme.Faint.Render(safe.Cut(more, p.width)))
	}
	return p.rows
}

// Side is what stands beside or below a list, of the marked row, as it was drawn last. The zero Side is drawn anew.
type Side[K comparable] struct {
	of    K
	drawn bool
	rows  []string
}

// Rows returns the rows of the marked row, which draw makes where it is another one.
func (s *Side[K]) Rows(marked K, draw func() []string) []string {
	if s.of != marked || !s.drawn {
		*s = Side[K]{of: marked, drawn: true, rows: draw()}
	}
	return s.rows
}

// Beside joins the rows of a list, which is so many cells wide, with those of a pane at its
// right, behind a divider: height rows in all. The pane is for reading: there is no second focus
// to learn.
func Beside(t *theme.Theme, list []string, width int, pane []string, height int) []string {
	divider, blank := t.Faint.Render(t.Glyphs.Divider), Row(width, theme.Style{})
	out := make([]string, max(height, 0))
	for i := range out {
		left, right := blank, ""
		if i < len(list) && list[i] != "" {
			left = list[i]
		}
		if i < len(pane) {
			right = " " + pane[i]
		}
		out[i] = left + divider + right
	}
	return out
}
