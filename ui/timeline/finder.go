package timeline

import (
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Find marks the next row that holds the words in its text, its time or an account.
func (s *Screen) Find(words string) safe.Text { return s.finder.Find(&s.marks, s.rows(), words) }

func (s *Screen) newFinder() screen.Finder[model.ID] {
	return screen.Finder[model.ID]{
		Prompt: "type words of the row to find",
		Text: func(id model.ID) string {
			e := s.x.Event(id)
			texts := []string{e.What, e.When.Clock(s.x.Zone)}
			for _, a := range s.x.AccountsOf(id) {
				texts = append(texts, a.Text, s.x.Person(a.Attendee).Name)
			}
			return strings.Join(texts, "\n")
		},
		Name: func(id model.ID) safe.Text { return "at " + safe.Line(s.rows().Name(s.x.Event(id))) },
	}
}
