package entry

import (
	"strconv"

	"debrief/ui/safe"
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
	text, known := f.value(field)
	ground, cells := widget.Signs(t, marked, text != field.Text)
	label, value := t.Dim, t.Words(marked, t.Text)
	if marked {
		label = t.Accent
	}
	if f.fault == field.Key || !known && !marked {
		cells[1].Text = "!"
	}
	labelCells := min(f.label, max(f.width/3, 1)) + 2
	room := max(f.width-2-labelCells-1, 0)
	cells = append(cells, widget.Cell{Text: field.Label, Style: label}.Fit(labelCells, 2))
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
	if safe.Width(shown)+2+hint > room {
		hint = 0
	}
	return widget.Row(f.width, ground, append(cells,
		widget.Cell{Text: shown, Width: room - hint, Style: value},
		widget.Cell{Text: field.Hint, Width: hint, Style: t.Faint})...)
}

func number(n int) safe.Text { return safe.Line(strconv.Itoa(n)) }
