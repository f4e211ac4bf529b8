package closing

import (
	"fmt"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

const (
	needsSign  = safe.Text(">by 30 mar or >@chao corrects the row; the empty line ticks it")
	notARow    = safe.Text("> corrects a row of the list above; mark one, then >by 30 mar")
	takesNoOne = safe.Text("this row takes no text; mark one that does, the words stay here")
)

// Read says how Enter would understand the text.
func (s *Screen) Read(text string, cursor int) screen.Reading {
	s.typed = text
	m, empty := s.marked(), strings.TrimSpace(text) == ""
	if isSigned(text) {
		return s.readCorrection(m, text, cursor)
	}
	switch m.kind {
	case hands:
		return s.readHands(m.question(), text)
	case tryNext:
		return readField("Try next", text, text == s.Field().Text)
	case publish:
		return readField(safe.Line(string(m.id)), text, text == s.Field().Text)
	}
	if !empty {
		words := takesNoOne
		if m.kind == tick {
			words = needsSign
		}
		return screen.Reading{Words: words, Fault: true}
	}
	switch {
	case m.kind == tick && s.width < 80:
		return screen.Reading{Words: "Enter ticks or unticks; >by 30 mar corrects it"}
	case m.kind == tick && s.byID[m.id].ReadBack.IsZero():
		return screen.Reading{Words: "Enter ticks the marked row;  >by 30 mar  corrects it"}
	case m.kind == tick:
		return screen.Reading{Words: "Enter takes the tick away;  >by 30 mar  corrects it"}
	case m.kind == missing:
		return screen.Reading{Words: safe.Line("Enter goes there, to " + s.lacks[s.lackAt[m.id]].Phase.String())}
	case m.kind == held:
		return screen.Reading{Words: "Enter notes that the meeting was held"}
	}
	return screen.Reading{Words: "Enter shows the page; nothing is written before you say so there"}
}

func isSigned(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), ">") }

func (s *Screen) readHands(q model.HandQuestions, text string) screen.Reading {
	if strings.TrimSpace(text) == "" || text == s.count(q) {
		if s.room() == 0 {
			return screen.Reading{Words: "type how many hands went up of how many, such as 5 of 8"}
		}
		return screen.Reading{Words: safe.Line(fmt.Sprintf("how many hands of %d went up; Enter goes on", s.room()))}
	}
	n, of, fault := s.readCount(text)
	if fault != "" {
		return screen.Reading{Words: safe.Line(fault), Fault: true}
	}
	return screen.Reading{Words: safe.Line(fmt.Sprintf("%d of %d: %s", n, of, q))}
}

func readField(name safe.Text, text string, same bool) screen.Reading {
	switch {
	case same:
		return screen.Reading{Words: "words fill " + name + "; Enter goes on"}
	case strings.TrimSpace(text) == "":
		return screen.Reading{Words: "empties " + name}
	}
	return screen.Reading{Words: "fills " + name}
}

// ctx is what a correction is read against.
func (s *Screen) ctx() capture.Context { return s.context.At(s.env.Now()) }

func (s *Screen) readCorrection(m row, text string, cursor int) screen.Reading {
	c := s.ctx()
	l := capture.Read(text, cursor, c)
	if m.kind != tick {
		r := entry.Reading(l, c, "")
		r.Label, r.Words, r.Fault = "Row", notARow, true
		return r
	}
	was := s.byID[m.id]
	around := capture.Around{Row: was.Text, Owner: s.x.Named(was.Owner).Name, By: was.By}
	r := entry.Reading(l, c, capture.Says(l, c, around))
	r.Label = "Row"
	return r
}
