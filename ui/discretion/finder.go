package discretion

import (
	"strconv"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// found is the last answer of Find: it is asked for with every frame while words are typed.
type found struct {
	words  string
	marked row
	answer safe.Text
}

// Find marks the next line that holds the words: in the open card from the marked row on, then
// in the cards behind it, and after the last card in the first.
func (s *Screen) Find(words string) safe.Text {
	if s.then.open {
		return s.then.finder.Find(&s.then.marks, s.then.events(), words)
	}
	want := strings.ToLower(strings.TrimSpace(words))
	marked, i, ok := s.marked()
	switch {
	case want == "":
		return "type words of a line to find"
	case !ok:
		return "there is no card yet"
	case s.found.words == want && s.found.marked == marked:
		return s.found.answer
	}
	answer := "no line holds " + screen.Quoted(strings.TrimSpace(words))
	if card, id, ok := s.search(want, max(i-1, 0)); ok {
		if card != s.place {
			s.openCard(card)
		}
		if id == "" {
			s.mark(s.rows.top())
		} else {
			s.mark(row{line, id, s.texts[id].Field})
		}
		answer = safe.Line("found on card " + strconv.Itoa(card+1) + "; Enter finds the next")
	}
	marked, _, _ = s.marked()
	s.found = found{words: want, marked: marked, answer: answer}
	return answer
}

// search returns the card and the line that hold the words; no line where the head does.
func (s *Screen) search(want string, from int) (card int, id model.ID, ok bool) {
	for i := from; i < s.rows.lines.Len(); i++ {
		if r := s.rows.lines.Key(i); r.kind == line && holds(s.texts[r.id].Text, want) {
			return s.place, r.id, true
		}
	}
	n := len(s.x.DecisionPoints)
	for step := 1; step <= n; step++ {
		card := (s.place + step) % n
		d := s.x.DecisionPoints[card]
		if holds(s.title(d.ID), want) {
			return card, "", true
		}
		for _, f := range model.CardFields() {
			for _, l := range s.x.LinesOf(d.ID, f) {
				if holds(l.Text, want) {
					return card, l.ID, true
				}
			}
		}
	}
	return 0, "", false
}

func holds(text, want string) bool { return strings.Contains(strings.ToLower(text), want) }
