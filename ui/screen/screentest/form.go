package screentest

import (
	"debrief/model"
	"debrief/ui/screen"
)

// Fill types texts into the fields of the form that the last outcome opened, by their labels,
// and presses Enter. The texts wait in their fields, as in the frame.
func (s *Stage) Fill(texts map[string]string) {
	s.T.Helper()
	form := s.form()
	form.Move(screen.First)
	filled := 0
	for seen := map[screen.Key]bool{}; ; form.Move(screen.Down) {
		f, _ := form.Field()
		if seen[f.Key] {
			break
		}
		seen[f.Key] = true
		if text, ok := texts[string(f.Label)]; ok {
			s.Waiting[f.Key] = text
			filled++
		}
	}
	if filled != len(texts) {
		s.T.Fatalf("the form lacks a field of %v", texts)
	}
	f, _ := form.Field()
	text, ok := s.Waiting[f.Key]
	if !ok {
		text = f.Text
	}
	s.Apply(form.Enter(text))
}

// Put types the text into the field of the open form that stands so many rows down, and presses
// Enter.
func (s *Stage) Put(down int, text string) {
	s.T.Helper()
	s.Down(down)
	s.Apply(s.form().Enter(text))
}

// Down marks the field of the open form that stands so many rows down, and returns the form.
func (s *Stage) Down(rows int) screen.Panel {
	s.T.Helper()
	form := s.form()
	for range rows {
		form.Move(screen.Down)
	}
	return form
}

func (s *Stage) form() screen.Panel {
	s.T.Helper()
	if s.Out.Open == nil {
		s.T.Fatalf("no form is open: %+v", s.Out)
	}
	return s.Out.Open
}

// Follows hands over the record that change makes while the form is open, and tells whether the
// form stays open.
func (s *Stage) Follows(change func(*model.Postmortem)) bool {
	s.T.Helper()
	p := s.Record
	change(&p)
	s.Hand(p)
	form, ok := s.form().(screen.Refresher)
	return !ok || form.Refresh()
}
