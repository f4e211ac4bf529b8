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

// field is the marked field of the card, to type into while one looks at what was known: a
// line of its own, so that what waits on the card is not touched.
func (v *then) field() screen.Field {
	f := screen.Field{Key: screen.Key{Row: v.s.rows.card, Field: "then"}, Label: "Card", At: model.ProseAt{Table: model.CardLines, Field: "text"}}
	if r, _, _ := v.s.marked(); r.kind == line || r.kind == blank {
		f.Label = label(r.field)
	}
	return f
}

// known reads what follows a first >: when the marked row became known. Where it names nobody,
// it is about the person of the card.
func (v *then) known(text string, cursor int) (l capture.Line, c capture.Context, fault string) {
	c = v.s.context.At(v.s.env.Now())
	_, i := v.event()
	c.Marked = v.base[i]
	l = capture.Read(text, cursor, c)
	fault = l.Check(cursor < 0)
	if l.Known.State == "" && fault == "" && (cursor < 0 || len(l.Text) > len("known") || len(l.People) > 0) {
		fault = string(thenAfterSign)
	}
	if who := v.s.x.Person(v.s.card().Attendee); len(l.Known.People) == 0 && who.ID != "" {
		l.Known.People = []capture.Person{{Word: who.Handle, ID: who.ID, Handle: who.Handle, Name: who.Name, Known: true}}
	}
	return l, c, fault
}

func (v *then) read(text string, cursor int) screen.Reading {
	e, _ := v.event()
	name := v.events().Name(e)
	r, _, _ := v.s.marked()
	switch {
	case isOwner(text):
		l, c, fault := v.known(text, cursor)
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
		return v.s.readLine(row{blank, v.s.rows.card, r.field}, text, cursor)
	}
	return screen.Reading{Words: notAField, Fault: true}
}

// enter answers when the marked row became known, adds words to the field of the card, or
// opens the row where the line is empty.
func (v *then) enter(text string) screen.Outcome {
	e, _ := v.event()
	r, _, _ := v.s.marked()
	switch {
	case isOwner(text):
		return v.answer(e, text)
	case strings.TrimSpace(text) == "":
		return screen.Outcome{Goto: &screen.Place{Screen: screen.Timeline, Postmortem: v.s.x.Header.ID, Row: e.ID}}
	case r.kind == line:
		return v.s.add(row{blank, v.s.rows.card, r.field}, text, r.id)
	case r.kind == blank:
		return v.s.add(r, text, v.s.open[r.field])
	}
	return screen.Outcome{Check: notAField}
}

func (v *then) answer(e model.Event, text string) screen.Outcome {
	l, _, fault := v.known(text, -1)
	if fault != "" {
		return screen.Refuse(fault)
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "When known noted", Make: func(p model.Postmortem) (model.Postmortem, error) {
			return entry.Know(v.s.env.Editor, p, e.ID, l.Known)
		}},
		Done: safe.Line("noted when it was known at " + v.events().Name(e) + joins(l)),
	}
}

func (v *then) hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{{Command: keymap.Type, Word: "type"}, {Command: keymap.View, Word: "card"},
			{Command: keymap.WhenKnown, Word: "when known"}, {Command: keymap.Up, Word: "row"}, {Command: keymap.Enter, Word: "open"},
			{Command: keymap.Undo, Word: "undo"}, {Command: keymap.Help, Word: "help"}}
	}
	enter := safe.Text("fill in")
	switch {
	case isOwner(v.s.typed):
		enter = "record"
	case strings.TrimSpace(v.s.typed) == "":
		enter = "open row"
	}
	return screen.Typing(v.s.width, enter, false)
}
