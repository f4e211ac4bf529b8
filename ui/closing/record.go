package closing

import (
	"fmt"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Enter ticks the marked row, records the marked count or field, goes to what is missing, or
// shows the page.
func (s *Screen) Enter(text string) screen.Outcome {
	m := s.marked()
	if isSigned(text) {
		return s.correct(m, text)
	}
	switch m.kind {
	case hands:
		return s.countHands(m, text)
	case publish, tryNext:
		return s.setField(m, text)
	}
	if strings.TrimSpace(text) != "" {
		return screen.Outcome{Check: s.Read(text, len(text)).Words}
	}
	switch m.kind {
	case tick:
		return s.tick(s.byID[m.id])
	case missing:
		return screen.Outcome{Goto: s.lacking(m)}
	case held:
		return s.noteHeld()
	}
	return screen.Outcome{Run: keymap.Preview}
}

// lacking is where what is missing can be filled in.
func (s *Screen) lacking(m row) *screen.Place {
	l := s.lacks[s.lackAt[m.id]]
	return &screen.Place{Screen: screen.OfPhase(l.Phase), Postmortem: s.x.Header.ID, Row: l.ID, Field: l.Field}
}

// tick notes that a countermeasure was read back, and marks the next thing to do. That a room
// agreed is a fact; it stands outside undo, and Enter takes it away.
func (s *Screen) tick(c model.Countermeasure) screen.Outcome {
	agreed, ed := c.ReadBack.IsZero(), s.env.Editor
	edit := &screen.Edit{Label: "Read back", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.TickReadBack(p, c.ID, agreed)
	}}
	if !agreed {
		return screen.Outcome{Edit: edit, Done: "the tick is taken away from " + screen.Quoted(c.Text)}
	}
	next := s.next(row{tick, c.ID})
	done := "read back"
	if next.kind != tick {
		done = fmt.Sprintf("all %d are read back", len(s.back))
	}
	return screen.Outcome{Edit: edit, Goto: s.place(next), Done: safe.Line(done)}
}

// countHands notes how many hands went up.
func (s *Screen) countHands(m row, text string) screen.Outcome {
	q, ed := m.question(), s.env.Editor
	next := s.place(s.next(m))
	if strings.TrimSpace(text) == "" || text == s.count(q) {
		s.Goto(*next)
		return screen.Outcome{}
	}
	n, of, fault := s.readCount(text)
	if fault != "" {
		return screen.Refuse(fault)
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Hands counted", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return ed.CountHands(p, q, n, of)
		}},
		Goto: next,
		Done: safe.Line(fmt.Sprintf("%d of %d: %s", n, of, q)),
	}
}

// setField records where the page goes, who is told, or what is tried out next.
func (s *Screen) setField(m row, text string) screen.Outcome {
	field, next, ed := s.Field(), s.place(s.next(m)), s.env.Editor
	if text == field.Text {
		s.Goto(*next)
		return screen.Outcome{}
	}
	name := string(m.id)
	set := func(p model.Postmortem) (model.Postmortem, error) { return ed.SetField(p, model.Field(m.id), text) }
	if m.kind == tryNext {
		name = string(field.Label)
		set = func(p model.Postmortem) (model.Postmortem, error) { return ed.SetTryNext(p, text) }
	}
	label := name + " filled in"
	if strings.TrimSpace(text) == "" {
		label, next = name+" emptied", s.place(m)
	}
	return screen.Outcome{Edit: &screen.Edit{Label: label, Make: set}, Goto: next}
}

// noteHeld says that the meeting was held. Its row is gone then, and the page is marked.
func (s *Screen) noteHeld() screen.Outcome {
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Meeting held", Make: func(p model.Postmortem) (model.Postmortem, error) {
			return edit.Change(s.env.Editor, p, p.Header.ID, func(h *model.Header) { h.Status = model.StatusHeld })
		}},
		Goto: s.place(row{preview, "preview"}),
		Done: "the meeting was held, and the page says so; ctrl+z takes it back",
	}
}

// correct changes what the line says of the marked countermeasure.
func (s *Screen) correct(m row, text string) screen.Outcome {
	if m.kind != tick {
		return screen.Outcome{Check: notARow}
	}
	l := capture.Read(text, -1, s.ctx())
	if fault := l.Check(true); fault != "" {
		return screen.Refuse(fault)
	}
	if l.IsEmpty() {
		return screen.Outcome{Check: "after > type @name or by 30 mar"}
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Countermeasure corrected", Mark: m.id, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return entry.ChangeCountermeasure(s.env.Editor, p, m.id, l)
		}},
		Done: safe.Line("corrected; read it back again" + entry.Newcomers(l)),
	}
}
