package countermeasures

import (
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Find marks the next row that holds the words, from the marked one on.
func (s *Screen) Find(words string) safe.Text {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return "type words to find; Enter goes to the next match"
	}
	_, at, _ := s.marks.Marked(s.rows)
	n := s.rows.Len()
	for i := range n {
		row := s.rows.Key((at + i) % n)
		if strings.Contains(strings.ToLower(s.searched(row)), words) {
			s.marks.Mark(row)
			return "found: " + safe.Cut(safe.Line(s.words(row)), 58)
		}
	}
	return "no row holds these words; Esc goes back"
}

// searched is the text of a row in which words are found.
func (s *Screen) searched(row screen.Row) string {
	if row.Table == model.ParkedIdeas {
		idea := s.x.ParkedIdeas[s.ideas[row.ID]]
		return idea.Text + "\n" + s.x.Person(idea.Attendee).Name + "\n" + idea.Reason
	}
	c := s.x.Countermeasures[s.measures[row.ID]]
	return strings.Join([]string{c.Text, s.x.Person(c.Owner).Name, string(c.Kind), c.DoneWhen, c.Ticket, c.Reason}, "\n")
}
