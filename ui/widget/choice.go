package widget

import (
	"debrief/ui/safe"
	"debrief/ui/theme"
)

const choiceMargin = 2

// Choice draws one of several ways on, in one row of so many cells: its name in the first nameCells
// behind the margin, then what it does. The marked one has a sign before it and a ground of its own.
func Choice(t *theme.Theme, width, nameCells int, name, words safe.Text, marked bool) string {
	var ground theme.Style
	style, sign := t.Text, safe.Text("")
	if marked {
		ground, style, sign = t.Selected, t.Strong, ">"
	}
	return Row(width, ground,
		Cell{Text: sign, Width: choiceMargin, Style: t.Accent},
		Cell{Text: name, Width: nameCells, Style: style},
		Cell{Text: words, Width: max(width-choiceMargin-nameCells-1, 0), Style: t.Dim})
}

// Share is how many rows choices get of so many rows in all, where about rows and a blank one stand above
// them: all they need, or what is left, and two at least.
func Share(rows, about, choices int) int {
	return max(min(choices, rows-about-1), min(choices, 2, rows))
}
