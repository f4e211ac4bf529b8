package widget

import "debrief/ui/theme"

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
