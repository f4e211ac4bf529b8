package timeline_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
	"debrief/ui/timeline"
)

// room is the screen with the sample incident, 80 columns and 16 rows.
func room(t testing.TB) *screentest.Stage { return with(t, screentest.Sample()) }

func with(t testing.TB, p model.Postmortem) *screentest.Stage {
	t.Helper()
	st, _ := screentest.New(t, screen.Timeline, timeline.New, p, 80, 16)
	return st
}

// rowOf is the list's row that begins with the time.
func rowOf(b *screentest.Stage, when string) string {
	for row := range strings.SplitSeq(b.Text(), "\n") {
		if len(row) > 2 && strings.HasPrefix(row[2:], when) {
			return row
		}
	}
	return ""
}

func marked(b *screentest.Stage) model.Event { return b.Index.Event(b.Marked().ID) }
