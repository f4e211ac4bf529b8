package learning_test

import (
	"testing"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/learning"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// stage is the screen with its record behind it.
type stage struct{ *screentest.Stage }

func newStage(t testing.TB, p model.Postmortem, width, height int) *stage {
	t.Helper()
	st, _ := screentest.New(t, screen.Learning, learning.New, p, width, height)
	return &stage{st}
}

// do carries out the outcome; an edit that is refused fails the test.
func (s *stage) do(o screen.Outcome) *stage {
	s.T.Helper()
	if s.Apply(o); s.Refused != nil {
		s.T.Fatalf("%s: %v", o.Edit.Label, s.Refused)
	}
	return s
}

func (s *stage) enter(text string) *stage {
	s.T.Helper()
	return s.do(s.Enter(text))
}

func (s *stage) press(c keymap.Command) *stage {
	s.T.Helper()
	if why := s.Off(c); why != "" {
		s.T.Fatalf("%s is off: %s", c, why)
	}
	return s.do(s.Do(c))
}

// mark marks the row with these words.
func (s *stage) mark(words string) *stage {
	s.T.Helper()
	for _, c := range s.Record.Learnings {
		if c.Text == words {
			s.Goto(screen.Place{Row: c.ID})
			return s
		}
	}
	s.T.Fatalf("no row says %q", words)
	return s
}

func (s *stage) marked() model.Learning { return screentest.Marked[model.Learning](s.Stage) }

func TestTheFooterSaysWhatEnterDoesAndWhatWorksOnARow(t *testing.T) {
	s, _ := screentest.New(t, screen.Learning, learning.New, screentest.Sample(), 80, 16)
	for typing, want := range map[bool]string{
		true:  "record, row, next phase, commands, all, help",
		false: "[type], row, [open], who, [remove], [move-down], [undo], [help]",
	} {
		s.Want("the footer", s.Footer(typing), want)
	}
}
