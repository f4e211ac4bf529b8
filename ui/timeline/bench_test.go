package timeline_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
	"debrief/ui/timeline"
)

// bench is the screen with its record behind it.
type bench struct{ *screentest.Stage }

// room is the bench with the sample incident, 80 columns and 16 rows.
func room(t testing.TB) *bench { return with(t, screentest.Sample()) }

func with(t testing.TB, p model.Postmortem) *bench {
	t.Helper()
	st, _ := screentest.New(t, screen.Timeline, timeline.New, p, 80, 16)
	return &bench{st}
}

// mark marks a row of the sample by its name.
func (b *bench) mark(name string) *bench {
	b.Goto(screen.Place{Row: sample.ID(name)})
	return b
}

func (b *bench) enter(text string) *bench {
	b.T.Helper()
	b.Type(text)
	return b
}

func (b *bench) do(c keymap.Command) *bench {
	b.T.Helper()
	b.Command(c)
	return b
}

// rowOf is the list's row that begins with the time.
func (b *bench) rowOf(when string) string {
	for row := range strings.SplitSeq(b.Text(), "\n") {
		if len(row) > 2 && strings.HasPrefix(row[2:], when) {
			return row
		}
	}
	return ""
}

func (b *bench) marked() model.Event { return b.Index.Event(b.Marked().ID) }
