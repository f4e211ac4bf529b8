package widget

import (
	"strings"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

// Cell is one text of a row, cut or filled to a width.
type Cell struct {
	Text  safe.Text
	Width int // cells; a cell of no width draws nothing
	Style theme.Style
	Right bool // the text stands at the right end
}

// Fit is the cell in a column of so many cells, its text cut so that a gap stays at the end.
func (c Cell) Fit(width, gap int) Cell {
	c.Text, c.Width = safe.Cut(c.Text, width-gap), width
	return c
}

// Signs are the ground of a row that can be marked and its first two cells: > where it is marked, * while it is not on
// disk.
func Signs(t *theme.Theme, marked, unsaved bool) (ground theme.Style, cells []Cell) {
	cells = append(make([]Cell, 0, 8), Cell{Width: 1, Style: t.Accent}, Cell{Width: 1, Style: t.Look})
	if marked {
		ground, cells[0].Text = t.Selected, ">"
	}
	if unsaved {
		cells[1].Text = "*"
	}
	return ground, cells
}

// Row draws cells side by side in exactly width cells. The ground lies under all of it, from the first cell to the
// last: the marked row and the header have one. Cells that find no room are cut.
func Row(width int, ground theme.Style, cells ...Cell) string {
	if width <= 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(width + 24*len(cells))
	left := width
	for _, cell := range cells {
		w := min(cell.Width, left)
		if w <= 0 {
			continue
		}
		left -= w
		text := safe.Cut(cell.Text, w)
		pad := w - safe.Width(text)
		style := cell.Style.Over(ground)
		if cell.Right {
			writeBlank(&b, ground, pad)
			pad = 0
		}
		b.WriteString(style.Render(text))
		writeBlank(&b, ground, pad)
	}
	writeBlank(&b, ground, left)
	return b.String()
}

// blanks is more spaces than a terminal is wide, so that filling a cell copies nothing.
const blanks = "                                                                                                    " +
	"                                                                                                    "

func writeBlank(b *strings.Builder, ground theme.Style, n int) {
	if n <= 0 {
		return
	}
	b.WriteString(ground.On())
	for ; n > len(blanks); n -= len(blanks) {
		b.WriteString(blanks)
	}
	b.WriteString(blanks[:n])
	b.WriteString(ground.Off())
}

// Columns shares a width among columns: each takes its own, and the one whose width is negative takes what is left.
// Where not even the fixed ones fit, columns are narrowed from the last to the first.
func Columns(width int, columns ...int) []int {
	out := make([]int, len(columns))
	left, flexible := max(width, 0), -1
	for i, w := range columns {
		if w < 0 {
			flexible = i
			continue
		}
		out[i] = min(w, left)
		left -= out[i]
	}
	if flexible >= 0 {
		out[flexible] = left
	}
	return out
}

// RowKey says of what a drawn row is the picture. Marked, Unsaved and Other change its look; what else does (the width, the
// theme, the content) makes its owner Forget.
type RowKey[K comparable] struct {
	Key                    K
	Marked, Unsaved, Other bool
}

// maxRows is how many drawn rows are kept: many screens full, little memory.
const maxRows = 2048

// Rows keeps rows that were drawn, so that a frame in which nothing changed draws none: 4 µs instead of 150 for a
// screen of forty. The zero Rows is ready.
type Rows[K comparable] struct {
	drawn map[RowKey[K]]string
}

// Row is the row of a key, drawn now unless it was drawn before.
func (r *Rows[K]) Row(key RowKey[K], draw func() string) string {
	if row, ok := r.drawn[key]; ok {
		return row
	}
	if r.drawn == nil || len(r.drawn) >= maxRows {
		r.drawn = make(map[RowKey[K]]string)
	}
	row := draw()
	r.drawn[key] = row
	return row
}

// Forget drops every drawn row.
func (r *Rows[K]) Forget() { r.drawn = nil }
