package minutes

import (
	"fmt"
	"strconv"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin    = 2
	planRows  = 3  // the names of the phases, what they have, what they took
	nameCells = 28 // of a way
)

// names are the phases where seven of them share a row, as the footer after g has them.
func names() []safe.Text {
	return []safe.Text{"Open", "Attend", "Time", "Discr", "Learn", "Counter", "Close"}
}

// Body draws the plan where there is room for it, and the ways.
func (p *Panel) Body() []string {
	var rows []string
	if p.height >= planRows+1+len(p.ways) {
		rows = append(p.plan(p.clock()), "")
	}
	return append(rows, p.list.View(p.rows, max(p.height-len(rows), 1), func(i int, marked bool) string { return p.way(p.ways[i], marked) })...)
}

// plan is what each phase has of the meeting and what it took, one column a phase.
func (p *Panel) plan(c meeting.Clock) []string {
	t := p.env.Theme
	head := []widget.Cell{{Width: margin}, {Width: 6}}
	has := []widget.Cell{{Width: margin}, {Text: "has", Width: 6, Style: t.Dim}}
	took := []widget.Cell{{Width: margin}, {Text: "took", Width: 6, Style: t.Dim}}
	for i, phase := range model.Phases() {
		share := strconv.Itoa(c.Share(phase))
		if n := c.Given(phase); n != 0 {
			share += fmt.Sprintf("(%+d)", n)
		}
		name := names()[i]
		width := max(safe.Width(name), len(share)) + 2
		style := t.Faint
		if phase == c.Phase {
			style = t.Strong
		}
		head = append(head, widget.Cell{Text: name, Width: width, Style: style})
		has = append(has, widget.Cell{Text: safe.Line(share), Width: width, Style: t.Text})
		took = append(took, widget.Cell{Text: safe.Line(strconv.Itoa(c.Spent(phase))), Width: width, Style: t.Dim})
	}
	return []string{p.row(theme.Style{}, head), p.row(theme.Style{}, has), p.row(theme.Style{}, took)}
}

func (p *Panel) way(w way, marked bool) string {
	t := p.env.Theme
	var ground theme.Style
	name, mark := t.Text, safe.Text("")
	if marked {
		ground, name, mark = t.Selected, t.Strong, ">"
	}
	cells := min(nameCells, max(p.width-margin-1, 0))
	return p.row(ground, []widget.Cell{{Text: mark, Width: margin, Style: t.Accent}, {Text: safe.Line(w.name), Width: cells, Style: name},
		{Text: safe.Line(w.words), Width: max(p.width-margin-cells-1, 0), Style: t.Dim}})
}

func (p *Panel) row(ground theme.Style, cells []widget.Cell) string {
	return widget.Row(p.width, ground, cells...)
}
