package widget

import (
	"strings"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

// Rule is a rule across a width with a label at its end: "------ 1-9 of 9". A label that is too long is cut.
func Rule(width int, label safe.Text, th *theme.Theme) string {
	if width <= 0 {
		return ""
	}
	if label != "" {
		label = safe.Cut(" "+label, max(width-1, 0))
	}
	return th.Faint.Render(safe.Repeat(th.Glyphs.Rule, width-safe.Width(label)) + label)
}

// TitledRule is a rule with a title near its beginning, as a panel has: "-- Not recorded yet -----".
func TitledRule(width int, title safe.Text, th *theme.Theme) string {
	if width <= 0 {
		return ""
	}
	if title == "" || width < 5 {
		return th.Faint.Render(safe.Repeat(th.Glyphs.Rule, width))
	}
	head := safe.Repeat(th.Glyphs.Rule, 2)
	title = safe.Cut(title, width-4)
	rest := width - 4 - safe.Width(title)
	return th.Faint.Render(head+" ") + th.Strong.Render(title) + th.Faint.Render(" "+safe.Repeat(th.Glyphs.Rule, rest))
}

// Meter is how many of a total are there: "[#####.]". It draws at most 20 signs; a larger total is drawn in proportion,
// full only when all are there.
func Meter(present, total int, glyphs theme.Glyphs) safe.Text {
	total = max(total, 0)
	present = min(max(present, 0), total)
	const most = 20
	if total > most {
		filled := present * most / total
		if present > 0 {
			filled = max(filled, 1)
		}
		present, total = filled, most
	}
	return "[" + safe.Repeat(glyphs.Full, present) + safe.Repeat(glyphs.Empty, total-present) + "]"
}

// Hint is a key that works now and what it does. The footer drops hints of the greatest Drop first when it gets narrow,
// and of equal ones the last.
type Hint struct {
	Key, Does safe.Text
	Drop      int
}

// Footer is the hints in one row of at most width cells, keys bold and words dim. Where they do not fit, those with a
// Drop go first; of the hints with none the words go, from the last, and only then the keys. None is cut in its middle.
func Footer(width int, th *theme.Theme, hints ...Hint) string {
	shown := append([]Hint(nil), hints...)
	for footerWidth(shown) > width && len(shown) > 0 {
		least := 0
		for i := range shown {
			if shown[i].Drop >= shown[least].Drop {
				least = i
			}
		}
		if shown[least].Drop == 0 && wordless(shown) < len(shown) {
			// Only needed hints are left: their words go, from the last.
			for i := len(shown) - 1; i >= 0; i-- {
				if shown[i].Does != "" {
					shown[i].Does = ""
					break
				}
			}
			continue
		}
		shown = append(shown[:least], shown[least+1:]...)
	}
	var b strings.Builder
	for _, hint := range shown {
		b.WriteString("  ")
		b.WriteString(th.Key.Render(hint.Key))
		if hint.Does != "" {
			b.WriteString(th.Dim.Render(" " + hint.Does))
		}
	}
	return b.String()
}

func footerWidth(hints []Hint) int {
	sum := 0
	for _, hint := range hints {
		sum += 2 + safe.Width(hint.Key)
		if hint.Does != "" {
			sum += 1 + safe.Width(hint.Does)
		}
	}
	return sum
}

func wordless(hints []Hint) int {
	n := 0
	for _, hint := range hints {
		if hint.Does == "" {
			n++
		}
	}
	return n
}
