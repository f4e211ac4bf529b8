package timeline

import (
	"strings"

	"debrief/model"
	"debrief/ui/safe"
)

// found is the last answer of Find: it is asked for with every frame while words are typed.
type found struct {
	words  string
	marked model.ID
	answer safe.Text
}

// Find marks the first row from the marked one on that holds the words in its text, its time or
// an account, and says which it is. After the last row comes the first.
func (s *Screen) Find(words string) safe.Text {
	want := strings.ToLower(strings.TrimSpace(words))
	if want == "" {
		return "type words of the row to find"
	}
	e, from, ok := s.marked()
	if !ok {
		return "the timeline has no row yet"
	}
	if s.found.words == want && s.found.marked == e.ID {
		return s.found.answer
	}
	answer := safe.Line(`no row holds "` + excerpt(strings.TrimSpace(words)) + `"`)
	for step := range len(s.x.Events) {
		row := s.x.Events[(from+step)%len(s.x.Events)]
		if s.holds(row, want) {
			s.marks.Mark(row.ID)
			e, answer = row, safe.Line("found at "+s.name(row)+"; Enter finds the next")
			break
		}
	}
	s.found = found{words: want, marked: e.ID, answer: answer}
	return answer
}

func (s *Screen) holds(e model.Event, want string) bool {
	if strings.Contains(strings.ToLower(e.What), want) || strings.Contains(e.When.Clock(s.x.Zone), want) {
		return true
	}
	for _, a := range s.x.AccountsOf(e.ID) {
		if strings.Contains(strings.ToLower(a.Text), want) || strings.Contains(strings.ToLower(s.x.Person(a.Attendee).Name), want) {
			return true
		}
	}
	return false
}
