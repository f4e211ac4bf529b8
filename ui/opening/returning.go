package opening

import (
	"fmt"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
)

// comesBack says how many countermeasures come back at this opening, "" where none do: "To decide
// today: 2 resting, 1 overdue (g 6)".
func comesBack(x *model.Index, today model.Date) safe.Text {
	counts := make(map[meeting.ReturnReason]int)
	for _, r := range meeting.Returning(x, today) {
		counts[r.Why]++
	}
	var words []string
	for _, c := range []struct {
		why  meeting.ReturnReason
		word string
	}{{meeting.ToDecide, "resting"}, {meeting.IsOverdue, "overdue"}, {meeting.StillOpen, "undecided"}} {
		if n := counts[c.why]; n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, c.word))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return safe.Line("To decide today: " + strings.Join(words, ", ") + " (g 6)")
}
