package discretion

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

const (
	fromTimeline = safe.Text("a card comes from the timeline: Enter on the empty line goes there")
	notAField    = safe.Text("mark a field to type into it; >@name says whose card this is")
)

// Read says how Enter would understand the text.
func (s *Screen) Read(text string, cursor int) screen.Reading {
	if s.typed = text; s.then.open {
		return s.then.read(text, cursor)
	}
	r, _, ok := s.marked()
	switch {
	case !ok && strings.TrimSpace(text) == "":
		return screen.Reading{Words: "Enter goes to the timeline; on a row there, Esc d makes a card"}
	case !ok:
		return screen.Reading{Words: fromTimeline, Fault: true}
	case isOwner(text):
		return s.readOwner(text, cursor)
	case r.kind == line || r.kind == blank:
		return s.readLine(r, text, cursor)
	case strings.TrimSpace(text) != "":
		return screen.Reading{Words: notAField, Fault: true}
	case r.kind == other:
		return screen.Reading{Words: "Enter opens this card"}
	}
	return screen.Reading{Words: "Enter goes to the first empty field; >@ben says whose card this is"}
}

func (s *Screen) readLine(r row, text string, cursor int) screen.Reading {
	f := safe.Line(string(name(r.field)))
	if strings.TrimSpace(text) == "" {
		if r.kind == line {
			return screen.Reading{Words: "takes this line away"}
		}
		words := "words fill " + f
		if len(s.x.LinesOf(r.id, r.field)) > 0 {
			words = "words add a line to " + f
		}
		return screen.Reading{Words: words + "; Enter alone goes to " + s.nextName(r.field)}
	}
	if r.kind == line && text == s.held(s.texts[r.id]) {
		return screen.Reading{Words: "Enter opens a blank line below this one"}
	}
	d := s.readText(r.field, text, cursor)
	words := "adds a line to " + f
	switch {
	case r.kind == line:
		words = "changes this line of " + f
	case s.then.open: // Enter on the empty line opens the row there
	case len(d.line.Newcomers()) == 0 && s.width < 80:
		words += "; Enter alone goes on"
	case len(d.line.Newcomers()) == 0:
		words += "; Enter on the empty line goes on"
	}
	if r.field == model.Teaches {
		switch {
		case len(d.teacher) == 1 && d.teacher[0].Known:
			words = "taught by " + safe.Line(s.context.People.Find(d.teacher[0].Handle)[0].Name)
		case len(d.teacher) == 1:
		case r.kind == blank:
			words = "adds a line to Teaches; @name at its end says who teaches it"
		}
	}
	reading := entry.Reading(d.line, s.ctx(), string(words)+joins(d.line))
	if d.fault != "" {
		reading.Words, reading.Fault = safe.Line(d.fault), true
	}
	return reading
}

func (s *Screen) readOwner(text string, cursor int) screen.Reading {
	l, fault := s.owner(text, cursor)
	words := ">@name says whose card this is"
	if people := l.Signed(); len(people) == 1 {
		words = "this becomes the card of " + people[0].Name
	}
	reading := entry.Reading(l, s.ctx(), words+joins(l))
	reading.Label = "Card"
	if fault != "" {
		reading.Words, reading.Fault = safe.Line(fault), true
	}
	return reading
}

// joins says who comes to the attendees with the line.
func joins(l capture.Line) string {
	names := entry.Handles(l.Newcomers())
	if len(names) == 0 {
		return ""
	}
	if len(names) == 1 {
		return "; " + names[0] + " joins the attendees"
	}
	return "; " + strings.Join(names, ", ") + " join the attendees"
}

// nextName is where Enter on the blank line of a field goes.
func (s *Screen) nextName(f model.CardField) safe.Text {
	if next, ok := nextField(f); ok {
		return name(next)
	}
	if s.place < len(s.x.DecisionPoints)-1 {
		return "the next card"
	}
	return "the head of the card"
}

// nextField is the field behind f; false behind the last.
func nextField(f model.CardField) (model.CardField, bool) {
	fields := model.CardFields()
	for i, o := range fields[:len(fields)-1] {
		if o == f {
			return fields[i+1], true
		}
	}
	return "", false
}
