package learning

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// teacher is a line of a decision card: who offers to teach what. Those who made a decision are
// the educators of the rest (The DevOps Handbook, chapter 19).
type teacher struct{ name, subject string }

// teachers are the lines of all cards, in the order of the cards.
func teachers(x *model.Index) []teacher {
	var all []teacher
	for _, card := range x.DecisionPoints {
		for _, l := range x.LinesOf(card.ID, model.Teaches) {
			name := cmp.Or(x.Person(l.Attendee).FirstName(), "nobody yet")
			all = append(all, teacher{name, l.Text})
		}
	}
	return all
}

// words is "Chao on how a rebuild runs".
func (t teacher) words() string { return t.name + " on " + within(t.subject) }

// within is a sentence as it goes on behind other words: a question word loses its capital; any
// other first word may be a name.
func within(s string) string {
	first, _, _ := strings.Cut(s, " ")
	switch first {
	case "How", "What", "When", "Where", "Which", "Who", "Why", "The", "A", "An":
		r, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(r)) + s[n:]
	}
	return s
}

// teachersLine is who teaches what, in one row.
func (s *Screen) teachersLine() string {
	return s.drawn.Row(widget.RowKey[drawn]{Key: drawn{heading: "teachers"}}, func() string {
		var b strings.Builder
		for i, t := range s.teachers {
			if b.Len() > s.at.width {
				break // nobody sees the rest
			}
			if i > 0 {
				b.WriteString("; ") // a subject may hold commas
			}
			b.WriteString(t.words())
		}
		t := s.env.Theme
		return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: "Teachers: ", Width: 10, Style: t.Dim},
			widget.Cell{Text: safe.Line(b.String()), Width: max(s.at.width-13, 0), Style: t.Text})
	})
}
