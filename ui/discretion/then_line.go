package discretion

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

const thenAfterSign = safe.Text("here > says when it became known: >known 14:21, at once or nobody")

// thenField is the marked field of the card, to type into while one looks at what was known: a
// line of its own, so that what waits on the card is not touched.
func (s *Screen) thenField() screen.Field {
	f := screen.Field{Key: screen.Key{Row: s.rows.card, Field: "then"}, Label: "Card", At: model.ProseAt{Table: model.CardLines, Field: "text"}}
	if r, _, _ := s.marked(); r.kind == line || r.kind == blank {
		f.Label = label(r.field)
	}
	return f
}

// thenKnown reads what follows a first >: when the marked row became known. Where it names nobody,
// it is about the person of the card.
func (s *Screen) thenKnown(text string, cursor int) (l capture.Line, c capture.Context, fault string) {
	c = s.context.At(s.env.Now())
	_, i := s.event()
	c.Marked = s.then.base[i]
	l = capture.Read(text, cursor, c)
	fault = l.Check(cursor < 0)
	if l.Known.State == "" && fault == "" && (cursor < 0 || len(l.Text) > len("known") || len(l.People) > 0) {
		fault = string(thenAfterSign)
	}
	if who := s.x.Person(s.card().Attendee); len(l.Known.People) == 0 && who.ID != "" {
		l.Known.People = []capture.Person{{Word: who.Handle, ID: who.ID, Handle: who.Handle, Name: who.Name, Known: true}}
	}
	return l, c, fault
}

func (s *Screen) readThen(text string, cursor int) screen.Reading {
	e, _ := s.event()
	name := s.eventName(e)
	r, _, _ := s.marked()
	switch {
	case isOwner(text):
		l, c, fault := s.thenKnown(text, cursor)
		words := "when did it become known? 14:05, at once, or nobody"
		if l.Known.State != "" {
			l.Text = "" // what is left over is a fault, and no account
			words = name + ": " + capture.Says(l, c, capture.Around{Row: name})
		}
		reading := entry.Reading(l, c, words)
		reading.Label = "Row"
		if fault != "" {
			reading.Words, reading.Fault = safe.Line(fault), true
		}
		return reading
	case strings.TrimSpace(text) == "":
		return screen.Reading{Words: safe.Line("Enter opens " + name + " in the timeline; >known says when it was known")}
	case r.kind == line || r.kind == blank:
		return s.readLine(row{blank, s.rows.card, r.field}, text, cursor)
	}
	return screen.Reading{Words: notAField, Fault: true}
}

// enterThen answers when the marked row became known, adds words to the field of the card, or
// opens the row where the line is empty.
func (s *Screen) enterThen(text string) screen.Outcome {
	e, _ := s.event()
	r, _, _ := s.marked()
	switch {
	case isOwner(text):
		return s.answer(e, text)
	case strings.TrimSpace(text) == "":
		return screen.Outcome{Goto: &screen.Place{Screen: screen.Timeline, Postmortem: s.x.Header.ID, Row: e.ID}}
	case r.kind == line:
		return s.add(row{blank, s.rows.card, r.field}, text, r.id)
	case r.kind == blank:
		return s.add(r, text, s.open[r.field])
	}
	return screen.Outcome{Check: notAField}
}

func (s *Screen) answer(e model.Event, text string) screen.Outcome {
	l, _, fault := s.thenKnown(text, -1)
	if fault != "" {
		return screen.Refuse(fault)
	}
	ed := s.env.Editor
	return screen.Outcome{
		Edit: &screen.Edit{Label: "When known noted", Make: func(p model.Postmortem) (model.Postmortem, error) {
			return entry.Know(ed, p, e.ID, l.Known)
		}},
		Done: safe.Line("noted when it was known at " + s.eventName(e) + joins(l)),
	}
}

func (s *Screen) thenHints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{{Command: keymap.Type, Word: "type"}, {Command: keymap.View, Word: "card"},
			{Command: keymap.WhenKnown, Word: "when known"}, {Command: keymap.Up, Word: "row"}, {Command: keymap.Enter, Word: "open"},
			{Command: keymap.Undo, Word: "undo"}, {Command: keymap.Help, Word: "help"}}
	}
	enter := safe.Text("fill in")
	switch {
	case isOwner(s.typed):
		enter = "record"
	case strings.TrimSpace(s.typed) == "":
		enter = "open row"
	}
	return screen.Typing(s.width, enter, false)
}
