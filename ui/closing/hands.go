package closing

import (
	"fmt"
	"strconv"
	"strings"

	"debrief/model"
)

// question is what a row of counts asks.
func (r row) question() model.HandQuestions {
	for _, q := range model.AllHandQuestions() {
		if r.id == model.ID(q.String()) {
			return q
		}
	}
	return 0
}

// room is how many people the hands are counted of: those who were counted, else those present.
func (s *Screen) room() int {
	if session := s.x.Session(); session.HandsAsked != 0 && session.Hands > 0 {
		return session.Hands
	}
	return s.present
}

// count is what is recorded of the question, "" where it was not asked.
func (s *Screen) count(q model.HandQuestions) string {
	n, asked := s.x.Session().Counted(q)
	if !asked {
		return ""
	}
	return strconv.Itoa(n)
}

// readCount reads "5", or "5 of 8" where another number of people is in the room. The fault is a
// sentence that says what to type.
func (s *Screen) readCount(text string) (n, of int, fault string) {
	of = s.room()
	text = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(text)), "/", " of ")
	words := strings.Fields(text)
	known := len(words) == 1 || len(words) == 3 && words[1] == "of"
	var err error
	if known {
		if n, err = strconv.Atoi(words[0]); err != nil {
			known = false
		}
	}
	if known && len(words) == 3 {
		if of, err = strconv.Atoi(words[2]); err != nil {
			known = false
		}
	}
	switch {
	case !known && of == 0:
		return 0, 0, "type how many of how many, such as 5 of 8"
	case !known:
		return 0, 0, fmt.Sprintf("type a number from 0 to %d; with more people, such as 5 of 8", of)
	case of <= 0 || of > 9999:
		return 0, 0, "of how many? Type for example 5 of 8"
	case n < 0 || n > of:
		return 0, 0, fmt.Sprintf("%d of %d: type a number from 0 to %d, or %d of all who are here", n, of, of, max(n, 0))
	}
	return n, of, ""
}
