package timeline_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/timeline"
)

// bench is a timeline with the part of the frame that it needs: the record and its edits.
type bench struct {
	*timeline.Screen
	t      testing.TB
	record model.Postmortem
	index  *model.Index
	said   string         // what the row under the line says: "Done ..." or "Check ..."
	out    screen.Outcome // of the last Enter or command
	form   screen.Panel   // what it opened
	edits  int            // edits that changed something
	saving map[model.ID]bool
}

func meeting() time.Time {
	return time.Date(2026, 3, 19, 13, 0, 0, 0, time.UTC)
}

// room is the bench with the sample incident, 80 columns and 16 rows.
func room(t testing.TB) *bench { return with(t, sample.Postmortem(meeting())) }

func with(t testing.TB, p model.Postmortem) *bench {
	t.Helper()
	look, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	return themed(t, p, look)
}

func themed(t testing.TB, p model.Postmortem, look *theme.Theme) *bench {
	t.Helper()
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	newID := func() model.ID { n++; return sample.ID(fmt.Sprintf("new %d", n)) }
	now := func() time.Time { return meeting().In(berlin(t)) }
	b := &bench{t: t, record: p, saving: make(map[model.ID]bool)}
	b.Screen = timeline.New(screen.Env{
		Theme: look, Keys: keys, Now: now, NewID: newID,
		Editor:  model.Editor{NewID: newID, Now: now},
		Pending: func(string) (string, bool) { return "", false },
		Unsaved: func(id model.ID) bool { return b.saving[id] },
	})
	b.show()
	b.Resize(80, 16)
	return b
}

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(sample.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func (b *bench) show() {
	b.index = model.NewIndex(model.For(b.record, model.ForRoom))
	b.index.Zone = berlin(b.t)
	b.Show(b.index)
}

// mark marks a row of the sample by its name.
func (b *bench) mark(name string) *bench {
	b.Goto(screen.Place{Row: sample.ID(name)})
	return b
}

// enter types the text and presses Enter.
func (b *bench) enter(text string) *bench { return b.apply(b.Enter(text)) }

func (b *bench) do(c keymap.Command) *bench { return b.apply(b.Do(c)) }

// apply does what the frame does with an outcome.
func (b *bench) apply(o screen.Outcome) *bench {
	b.t.Helper()
	b.out, b.said, b.form = o, "", o.Open
	if o.Check != "" {
		b.said = "Check " + string(o.Check)
		return b
	}
	if o.Edit != nil {
		after, err := o.Edit.Make(b.record)
		if err != nil {
			b.said = "Check " + err.Error()
			return b
		}
		if c := model.Diff(o.Edit.Label, b.record, after); !c.IsEmpty() {
			b.edits++
			if problems := model.Check(after); len(problems) > 0 {
				b.t.Errorf("the record is not sound after %q: %v", o.Edit.Label, problems)
			}
		}
		b.record = after
		b.said = "Done " + o.Edit.Label
		b.show()
		if o.Edit.Mark != "" {
			b.Goto(screen.Place{Row: o.Edit.Mark})
		}
	}
	if o.Done != "" {
		b.said = "Done " + string(o.Done)
	}
	return b
}

// body is the screen without colours, without the blanks at the end of its rows.
func (b *bench) body() string {
	rows := b.Body()
	for i := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(rows[i]), " ")
	}
	return strings.Join(rows, "\n")
}

// rowOf is the list's row that begins with the time.
func (b *bench) rowOf(when string) string {
	for row := range strings.SplitSeq(b.body(), "\n") {
		if len(row) > 2 && strings.HasPrefix(row[2:], when) {
			return row
		}
	}
	return ""
}

func (b *bench) reads(text string) screen.Reading { return b.Read(text, len(text)) }

func (b *bench) marked() model.Event { return b.index.Event(b.Marked().ID) }

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}
