package questions

import (
	"debrief/model/prompt"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin = 2
	// forCells is how wide is drawn what a question answers to.
	forCells = 17
)

// Body draws the questions round the marked one under their headings, a row each.
func (p *Panel) Body() []string {
	_, marked, ok := p.list.Marked(p.rows)
	if !ok || p.width <= 0 {
		return nil
	}
	lines := p.lines.View(marked, 0, p.height)
	rows := make([]string, len(lines))
	for i, l := range lines {
		if l.Row < 0 {
			rows[i] = widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin},
				widget.Cell{Text: safe.Line(p.sections[l.Section].Title), Width: max(p.width-margin-1, 0), Style: p.env.Theme.Faint})
			continue
		}
		rows[i] = p.row(p.shown[l.Row], l.Row == marked)
	}
	return rows
}

func (p *Panel) row(q prompt.Prompt, marked bool) string {
	t := p.env.Theme
	var ground theme.Style
	words, mark := t.Text, safe.Text("")
	if marked {
		ground, words, mark = t.Selected, t.Strong, ">"
	}
	cells := []widget.Cell{{Text: mark, Width: margin, Style: t.Accent}}
	room := max(p.width-margin-1, 0)
	if q.For != "" {
		cells = append(cells, widget.Cell{Text: safe.Line(q.For), Width: min(forCells, room), Style: t.Dim})
		room = max(room-forCells, 0)
	}
	return widget.Row(p.width, ground, append(cells, widget.Cell{Text: safe.Line(q.Words), Width: room, Style: words})...)
}
