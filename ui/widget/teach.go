package widget

import (
	"strings"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

// Teach is what an empty list says: what to type here. Lines that are indented are examples.
func Teach(t *theme.Theme, width int, lines ...safe.Text) []string {
	rows := make([]string, len(lines))
	for i, line := range lines {
		style := t.Text
		if strings.HasPrefix(string(line), " ") {
			style = t.Strong
		}
		if line != "" {
			rows[i] = Row(width, theme.Style{}, Cell{Width: 2}, Cell{Text: line, Width: max(width-3, 0), Style: style})
		}
	}
	return rows
}
