package help

import (
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	// leastForTwo is the width from which two columns fit.
	leastForTwo = 72
	// keyCells is how wide the keys of a line are drawn.
	keyCells = 10
	// margin is the mark and a space before each column.
	margin = 2
)

// columnWidth is how wide a column is, its margin included.
func (p *Panel) columnWidth(column int) int {
	switch {
	case !p.two:
		return p.width
	case column == 0:
		return p.width / 2
	}
	return p.width - p.width/2
}

func (p *Panel) wordsWidth() int { return p.columnWidth(0) - margin - keyCells - 1 }

// total is how many rows the longer column has.
func (p *Panel) total() int { return max(len(p.grid[0]), len(p.grid[1])) }

// window is the rows of the grid that are drawn. It follows the mark, and a heading above it.
func (p *Panel) window() (first, last int) {
	at := 0
	if _, i, ok := p.list.Marked(p.rows); ok {
		at = p.places[i].row
	}
	from := at
	if at == 1 {
		from = 0
	}
	p.top = min(max(p.top, at-p.height+1, 0), from, max(p.total()-p.height, 0))
	if p.height <= 1 {
		p.top = at // the heading would hide the one line there is room for
	}
	return p.top, min(p.top+p.height, p.total())
}

// Body draws the columns.
func (p *Panel) Body() []string {
	if p.height <= 0 || p.width <= 0 {
		return nil
	}
	first, last := p.window()
	rows := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		row := p.cell(0, i)
		if p.two {
			row += p.cell(1, i)
		}
		rows = append(rows, row)
	}
	return rows
}

// cell draws one row of a column.
func (p *Panel) cell(column, row int) string {
	t, width := p.env.Theme, p.columnWidth(column)
	if row >= len(p.grid[column]) {
		return widget.Row(width, theme.Style{})
	}
	c := p.grid[column][row]
	if c.entry < 0 {
		return widget.Row(width, theme.Style{}, widget.Cell{Width: margin},
			widget.Cell{Text: c.heading, Width: width - margin, Style: t.Faint})
	}
	e := p.entries[c.entry]
	var ground theme.Style
	keys, words := t.Key, t.Text
	mark := widget.Cell{Width: margin}
	isOff := e.command != "" && p.reason(e) != ""
	if isOff {
		keys, words = t.Faint, t.Faint
	}
	if _, i, ok := p.list.Marked(p.rows); ok && i == c.entry {
		ground = t.Selected
		mark = widget.Cell{Text: ">", Width: margin, Style: t.Accent}
		if !isOff {
			words = t.Strong
		}
	}
	return widget.Row(width, ground, mark,
		widget.Cell{Text: e.keysIn(keyCells - 1), Width: keyCells, Style: keys},
		widget.Cell{Text: e.words, Width: max(width-margin-keyCells-1, 0), Style: words})
}
