package entry

import (
	"strconv"

	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// emptyCells is where the hint of an empty field begins, behind its dash.
const emptyCells = 6

// Body draws the fields round the marked one, a row each.
func (f *Form) Body() []string {
	return f.list.View(f.rows, f.height, func(i int, marked bool) string {
		return f.row(f.fields[f.rows.Key(i)], marked)
	})
}

// row draws one field: "> When        14:09            14:09, ~14:09 or empty". In its second
// cell stands "!" where it was not understood, "*" where it is changed and not recorded.
func (f *Form) row(field FormField, marked bool) string {
	t := f.env.Theme
	var ground theme.Style
	label, value := t.Dim, t.Text
	mark := safe.Text("")
	if marked {
		ground, mark, label, value = t.Selected, ">", t.Accent, t.Strong
	}
	text, known := f.value(field)
	sign, signStyle := safe.Text(""), t.Look
	switch {
	case f.fault == field.Key || !known && !marked:
		sign = "!"
	case text != field.Text:
		sign = "*"
	}
	labelCells := min(f.label, max(f.width/3, 1)) + 2
	room := max(f.width-2-labelCells-1, 0)
	cells := []widget.Cell{
		{Text: mark, Width: 1, Style: t.Accent},
		{Text: sign, Width: 1, Style: signStyle},
		{Text: safe.Cut(field.Label, labelCells-2), Width: labelCells, Style: label},
	}
	if text == "" {
		return widget.Row(f.width, ground, append(cells,
			widget.Cell{Text: "-", Width: min(emptyCells, room), Style: t.Faint},
			widget.Cell{Text: field.Hint, Width: room - emptyCells, Style: t.Faint})...)
	}
	shown := safe.Line(text)
	if f.unseen(field) {
		shown = safe.Repeat("*", min(safe.Width(shown), room))
	}
	hint := safe.Width(field.Hint)
	if hint == 0 || safe.Width(shown)+2+hint > room {
		return widget.Row(f.width, ground, append(cells, widget.Cell{Text: shown, Width: room, Style: value})...)
	}
	return widget.Row(f.width, ground, append(cells,
		widget.Cell{Text: shown, Width: room - hint, Style: value},
		widget.Cell{Text: field.Hint, Width: hint, Style: t.Faint})...)
}

func number(n int) safe.Text { return safe.Line(strconv.Itoa(n)) }
