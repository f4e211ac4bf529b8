package discretion

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
)

// cardText is what the text of a line says: its words, who teaches it, and who comes to the
// attendees with it.
type cardText struct {
	line    capture.Line
	words   string
	teacher []capture.Person // one, or nobody
	fault   string           // what is not understood, and what to type
}

// ctx is what a line is read against.
func (s *Screen) ctx() capture.Context {
	c := s.context.At(s.env.Now())
	c.Marked = s.x.Event(s.card().Event).When.At
	return c
}

// readText reads the text of a line of the field; cursor -1 is Enter. Only in Teaches does a name at
// the edge of the line mean something, who teaches it; elsewhere it stays in the words.
func (s *Screen) readText(f model.CardField, text string, cursor int) cardText {
	l := capture.Read(text, cursor, s.ctx())
	d := cardText{line: l, words: l.Text, fault: l.Check(cursor < 0)}
	if f != model.Teaches {
		d.words = unsigned(text, l)
		return d
	}
	d.teacher = l.Signed()
	switch {
	case d.fault != "":
	case len(d.teacher) > 1:
		d.fault = "one person teaches a line; a second one has a line of their own"
	case d.words == "" && len(d.teacher) > 0 && cursor < 0:
		d.fault = "say before the name what others can learn"
	}
	return d
}

// unsigned is the text without the signs that made parts of it plain.
func unsigned(text string, l capture.Line) string {
	var b strings.Builder
	from := 0
	for _, t := range l.Tokens {
		if t.Kind == capture.TokenSign {
			b.WriteString(text[from:t.Start])
			from = t.End
		}
	}
	b.WriteString(text[from:])
	return strings.TrimSpace(b.String())
}

// held is a recorded line as the capture line holds it: with who teaches it, and with a sign
// before what would otherwise be read as one.
func (s *Screen) held(l model.CardLine) string {
	text := l.Text
	if text != "" && strings.IndexByte(`>!"`, text[0]) >= 0 {
		text = `\` + text
	}
	if h := s.x.Person(l.Attendee).Handle; h != "" {
		text += " @" + h
	}
	return text
}

// owner reads what follows a first >: whose card it is.
func (s *Screen) owner(text string, cursor int) (l capture.Line, fault string) {
	l = capture.Read(text, cursor, s.ctx())
	people := l.Signed()
	open := cursor >= 0 && !l.Open.IsZero()
	switch fault = l.Check(cursor < 0); {
	case fault != "":
	case len(people) > 1:
		fault = "one person a card; another one has a card of their own"
	case l.Text != "" && !open, !l.When.IsZero(), l.Kind != "", l.Known.State != "":
		fault = "> says whose card it is: >@ben; its row stands in the timeline"
	case len(people) == 0 && cursor < 0:
		fault = "type a name after >, such as >@ben: it says whose card this is"
	}
	return l, fault
}

func isOwner(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), ">") }
