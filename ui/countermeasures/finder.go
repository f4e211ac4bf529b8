package countermeasures

import (
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Find marks the next row that holds the words.
func (s *Screen) Find(words string) safe.Text { return s.finder.Find(&s.marks, s.rows, words) }

func (s *Screen) newFinder() screen.Finder[screen.Row] {
	return screen.Finder[screen.Row]{
		Prompt: "type words to find; Enter goes to the next match",
		Text:   s.searched,
		Name:   func(row screen.Row) safe.Text { return screen.Quoted(s.words(row)) },
	}
}

// searched is the text of a row in which words are found.
func (s *Screen) searched(row screen.Row) string {
	if row.Table == model.ParkedIdeas {
		idea := s.x.ParkedIdeas[s.ideas[row.ID]]
		return idea.Text + "\n" + s.x.Person(idea.Attendee).Name + "\n" + idea.Reason
	}
	c := s.x.Countermeasures[s.measures[row.ID]]
	return strings.Join([]string{c.Text, s.x.Named(c.Owner).Name, string(c.Kind), c.DoneWhen, c.Ticket, c.Reason}, "\n")
}
