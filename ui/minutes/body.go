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
	return []string{widget.Row(p.width, theme.Style{}, head...), widget.Row(p.width, theme.Style{}, has...), widget.Row(p.width, theme.Style{}, took...)}
}

func (p *Panel) way(w way, marked bool) string {
	return widget.Choice(p.env.Theme, p.width, nameCells, safe.Line(w.name), safe.Line(w.words), marked)
}
