package closing

import (
	"fmt"
	"strconv"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
)

// handQuestion is one of the three for which hands go up.
type handQuestion model.ID

const (
	learned     handQuestion = "learned"
	differently handQuestion = "differently"
	comesAgain  handQuestion = "comes again"
)

func handQuestions() []handQuestion { return []handQuestion{learned, differently, comesAgain} }

func (q handQuestion) name() safe.Text {
	switch q {
	case learned:
		return "learned something"
	case differently:
		return "works differently"
	}
	return "comes again"
}

func (q handQuestion) ask() safe.Text {
	switch q {
	case learned:
		return "Hands up: who learned something new?"
	case differently:
		return "Hands up: whose way of working will change?"
	}
	return "Hands up: who comes again?"
}

// of returns the count of the question in what was counted.
func (q handQuestion) of(h *model.Hands) *int {
	switch q {
	case learned:
		return &h.Learned
	case differently:
		return &h.Differently
	}
	return &h.ComesAgain
}

// counted is what a session says of the hands.
func counted(s model.Session) model.Hands {
	return model.Hands{Of: s.Hands, Learned: s.Learned, Differently: s.Differently, ComesAgain: s.ComesAgain}
}

// room is how many people the hands are counted of: those who were counted, else those present.
func (s *Screen) room() int {
	if session := s.x.Session(); session.HandsAsked && session.Hands > 0 {
		return session.Hands
	}
	return s.present
}

// asked tells that the question has its answer. A session notes only that hands were counted, so
// a 0 counts as an answer where it was typed, or where a later question has one: they are asked
// in order.
func (s *Screen) asked(q handQuestion) bool {
	session := s.x.Session()
	if !session.HandsAsked {
		return false
	}
	h := counted(session)
	later := false
	for _, o := range handQuestions() {
		later = later || o == q
		if later && *o.of(&h) > 0 {
			return true
		}
	}
	return s.zero[session.ID][q]
}

// count is what is recorded of the question, "" where nothing is.
func (s *Screen) count(q handQuestion) string {
	if !s.asked(q) {
		return ""
	}
	h := counted(s.x.Session())
	return strconv.Itoa(*q.of(&h))
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
		return 0, 0, fmt.Sprintf("%d of %d: type a number from 0 to %d, or %d of those who are in the room", n, of, of, max(n, 0))
	}
	return n, of, ""
}
