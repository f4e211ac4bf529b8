package discretion

import (
	"strings"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Enter records the line and opens a blank one below it; on the blank line it goes to the next
// field. On another card it opens that card.
func (s *Screen) Enter(text string) screen.Outcome {
	r, _, ok := s.marked()
	empty := strings.TrimSpace(text) == ""
	if s.then.open {
		return s.then.enter(text)
	}
	switch {
	case !ok && empty:
		return screen.Outcome{Goto: s.toTimeline()}
	case !ok:
		return screen.Outcome{Check: fromTimeline}
	case isOwner(text):
		return s.give(r, text)
	case r.kind == line:
		return s.change(r, text)
	case r.kind == blank && empty:
		s.goOn(r.field)
		return screen.Outcome{}
	case r.kind == blank:
		return s.add(r, text, s.open[r.field])
	case !empty:
		return screen.Outcome{Check: notAField}
	case r.kind == other:
		s.openCard(s.cards[r.id])
		return screen.Outcome{}
	}
	if s.mark(s.firstEmpty()); s.filled[s.place] == len(model.CardFields()) {
		return screen.Outcome{Done: "every field of this card is filled in; PgDn is the next card"}
	}
	return screen.Outcome{}
}

// goOn marks the field behind f, with a blank line where it has lines already; behind the last
// field comes the next card.
func (s *Screen) goOn(f model.CardField) {
	switch next, ok := nextField(f); {
	case ok:
		s.openBlank(next, "")
	case s.place < len(s.x.DecisionPoints)-1:
		s.openCard(s.place + 1)
	default:
		s.mark(s.rows.top())
	}
}

// toTimeline is the first decision of the timeline, or its beginning.
func (s *Screen) toTimeline() *screen.Place {
	to := &screen.Place{Screen: screen.Timeline, Postmortem: s.x.Header.ID}
	for _, e := range s.x.Events {
		if e.Kind == model.Decision {
			to.Row = e.ID
			break
		}
	}
	return to
}

// below is the blank line under a line that is recorded now.
func (s *Screen) below(id model.ID, f model.CardField) *screen.Place {
	return &screen.Place{Screen: screen.Discretion, Postmortem: s.x.Header.ID, Row: id, Field: string(f)}
}

// add records a new line behind that one and opens a blank one below it.
func (s *Screen) add(r row, text string, after model.ID) screen.Outcome {
	d := s.readText(r.field, text, -1)
	if d.fault != "" {
		return screen.Refuse(d.fault)
	}
	if d.words == "" {
		return screen.Outcome{Check: "the line is empty; say it in a few words"}
	}
	to, ed := s.below(r.id, r.field), s.env.Editor
	if _, there := s.texts[after]; !there {
		after = "" // that line has gone meanwhile
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Card line added", Make: func(p model.Postmortem) (model.Postmortem, error) {
			p, teacher, err := s.people(p, d)
			if err != nil {
				return p, err
			}
			p, id, err := ed.AddCardLine(p, model.CardLine{DecisionPoint: r.id, Field: r.field, Text: d.words, Attendee: teacher}, after)
			to.Row = id
			return p, err
		}},
		Goto: to,
		Done: "added to " + name(r.field) + safe.Line(joins(d.line)),
	}
}

// change records a line anew and opens a blank one below it; without words the line goes.
func (s *Screen) change(r row, text string) screen.Outcome {
	switch {
	case strings.TrimSpace(text) == "":
		return s.remove(r)
	case text == s.held(s.texts[r.id]):
		s.openBlank(r.field, r.id)
		return screen.Outcome{}
	}
	d := s.readText(r.field, text, -1)
	if d.fault != "" {
		return screen.Refuse(d.fault)
	}
	if d.words == "" {
		return screen.Outcome{Check: "the line is empty; say it in a few words"}
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Card line changed", Make: func(p model.Postmortem) (model.Postmortem, error) {
			p, teacher, err := s.people(p, d)
			if err != nil {
				return p, err
			}
			now, _ := p.Row(model.CardLines, r.id)
			l, _ := now.(model.CardLine)
			l.ID, l.Text = r.id, d.words
			if r.field == model.Teaches {
				l.Attendee = teacher
			}
			return s.env.Editor.Set(p, l)
		}},
		Goto: s.below(r.id, r.field),
		Done: "changed" + safe.Line(joins(d.line)),
	}
}

// people lets those of the line who are new join the attendees, and returns who teaches it.
func (s *Screen) people(p model.Postmortem, d cardText) (model.Postmortem, model.ID, error) {
	p, ids, err := entry.People(s.env.Editor, p, d.teacher)
	if err != nil {
		return p, "", err
	}
	if p, _, err = entry.People(s.env.Editor, p, d.line.Newcomers()); err != nil || len(ids) == 0 {
		return p, "", err
	}
	return p, ids[0], nil
}

// give says whose card the marked one is.
func (s *Screen) give(r row, text string) screen.Outcome {
	l, fault := s.owner(text, -1)
	if fault != "" {
		return screen.Refuse(fault)
	}
	id, who, ed := s.rows.card, l.Signed(), s.env.Editor
	if r.kind == other {
		id = r.id
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Whose card it is changed", Make: func(p model.Postmortem) (model.Postmortem, error) {
			p, ids, err := entry.People(ed, p, who)
			if err != nil {
				return p, err
			}
			now, _ := p.Row(model.DecisionPoints, id)
			d, _ := now.(model.DecisionPoint)
			d.ID, d.Attendee = id, ids[0]
			return ed.Set(p, d)
		}},
		Done: safe.Line("this is the card of " + who[0].Name + " now" + joins(l)),
	}
}
