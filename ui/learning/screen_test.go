package learning_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/learning"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// stage is a screen with its record, and does what the frame does with an Outcome.
type stage struct {
	t       *testing.T
	screen  *learning.Screen
	record  model.Postmortem
	zone    *time.Location
	out     screen.Outcome
	ids     int
	unsaved model.ID
	// pending is what waits in the fields of a form.
	pending func(field string) (string, bool)
}

// now is Thursday 19 March 2026, 14:55 in Berlin.
func now() time.Time { return time.Date(2026, 3, 19, 14, 55, 0, 0, time.FixedZone("CET", 3600)) }

func newStage(t *testing.T, p model.Postmortem, width, height int) *stage {
	t.Helper()
	th, err := theme.Choose("dark", true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, zone: time.FixedZone("CET", 3600), pending: func(string) (string, bool) { return "", false }}
	newID := func() model.ID {
		s.ids++
		return model.ID("new" + strconv.Itoa(s.ids))
	}
	s.screen = learning.New(screen.Env{
		Theme: th, Keys: keys, Now: now, NewID: newID,
		Editor:  model.Editor{NewID: newID, Now: now},
		Pending: func(field string) (string, bool) { return s.pending(field) },
		Unsaved: func(id model.ID) bool { return id == s.unsaved },
	})
	s.screen.Resize(width, height)
	s.show(p)
	return s
}

func (s *stage) show(p model.Postmortem) {
	s.record = p
	x := model.NewIndex(p)
	x.Zone = s.zone
	s.screen.Show(x)
}

// do carries out the outcome; an edit that is refused fails the test.
func (s *stage) do(o screen.Outcome) *stage {
	s.t.Helper()
	s.out = o
	if o.Edit == nil {
		return s
	}
	after, err := o.Edit.Make(s.record)
	if err != nil {
		s.t.Fatalf("%s: %v", o.Edit.Label, err)
	}
	s.show(after)
	if o.Edit.Mark != "" {
		s.screen.Goto(screen.Place{Row: o.Edit.Mark})
	}
	return s
}

func (s *stage) reads(text string) string { return string(s.screen.Read(text, len(text)).Words) }

func (s *stage) enter(text string) *stage {
	s.t.Helper()
	return s.do(s.screen.Enter(text))
}

func (s *stage) press(c keymap.Command) *stage {
	s.t.Helper()
	if why := s.screen.Off(c); why != "" {
		s.t.Fatalf("%s is off: %s", c, why)
	}
	return s.do(s.screen.Do(c))
}

// mark marks the row with these words.
func (s *stage) mark(words string) *stage {
	s.t.Helper()
	for _, c := range s.record.Learnings {
		if c.Text == words {
			s.screen.Goto(screen.Place{Row: c.ID})
			return s
		}
	}
	s.t.Fatalf("no row says %q", words)
	return s
}

func (s *stage) marked() model.Learning {
	s.t.Helper()
	for _, c := range s.record.Learnings {
		if c.ID == s.screen.Marked().ID {
			return c
		}
	}
	s.t.Fatalf("no learning is marked but %v", s.screen.Marked())
	return model.Learning{}
}

func (s *stage) body() string {
	var rows []string
	for _, r := range s.screen.Body() {
		rows = append(rows, strings.TrimRight(ansi.Strip(r), " "))
	}
	return strings.Join(rows, "\n")
}

func full() model.Postmortem { return sample.Postmortem(now()) }
