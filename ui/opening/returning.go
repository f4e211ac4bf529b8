package opening

import (
	"fmt"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
)

// comesBack says how many countermeasures come back at this opening, "" where none do: "To decide
// today: 2 resting, 1 overdue (g 6)".
func comesBack(x *model.Index, today model.Date) safe.Text {
	counts := make(map[model.ReturnReason]int)
	for _, r := range model.Returning(x, today) {
		counts[r.Why]++
	}
	var words []string
	for _, c := range []struct {
		why  model.ReturnReason
		word string
	}{{model.ToDecide, "resting"}, {model.IsOverdue, "overdue"}, {model.StillOpen, "undecided"}} {
		if n := counts[c.why]; n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, c.word))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return safe.Line("To decide today: " + strings.Join(words, ", ") + " (g 6)")
}
