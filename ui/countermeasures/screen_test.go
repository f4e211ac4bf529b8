package countermeasures_test

import (
	"testing"

	"debrief/model"
	"debrief/ui/countermeasures"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// stage is the screen with its record behind it.
type stage struct{ *screentest.Stage }

func newStage(t testing.TB, p model.Postmortem, width, height int) *stage {
	t.Helper()
	st, _ := screentest.New(t, screen.Countermeasures, countermeasures.New, p, width, height)
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

// complete is Tab at the end of the line.
func (s *stage) complete(text string) string {
	s.T.Helper()
	r := s.Read(text, len(text))
	if len(r.Candidates) == 0 {
		s.T.Fatalf("Tab completes nothing of %q", text)
	}
	c := r.Candidates[0]
	return text[:c.Start] + c.Text + " " + text[c.End:]
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
	for _, c := range s.Record.Countermeasures {
		if c.Text == words {
			s.Goto(screen.Place{Row: c.ID})
			return s
		}
	}
	for _, i := range s.Record.ParkedIdeas {
		if i.Text == words {
			s.Goto(screen.Place{Row: i.ID})
			return s
		}
	}
	s.T.Fatalf("no row says %q", words)
	return s
}

func (s *stage) marked() model.Countermeasure {
	return screentest.Marked[model.Countermeasure](s.Stage)
}

// words are those of the marked row.
func (s *stage) words() string {
	if s.Marked().Table == model.ParkedIdeas {
		return screentest.Marked[model.ParkedIdea](s.Stage).Text
	}
	return s.marked().Text
}

func TestTheFooterSaysWhatEnterDoesAndWhatWorksOnARow(t *testing.T) {
	s, _ := screentest.New(t, screen.Countermeasures, countermeasures.New, screentest.Sample(), 80, 16)
	for typing, want := range map[bool]string{
		true:  "record, row, next phase, commands, all, help",
		false: "[type], [rest], [decline], [merge], row, open, [undo], [help], from, [remove]",
	} {
		s.Want("the footer", s.Footer(typing), want)
	}
}
