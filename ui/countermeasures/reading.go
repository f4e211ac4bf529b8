package countermeasures

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// Read says how Enter would understand the text.
func (s *Screen) Read(text string, cursor int) screen.Reading {
	s.empty = strings.TrimSpace(text) == ""
	if s.empty {
		return screen.Reading{Words: s.emptyLine()}
	}
	l, c := s.line(text, cursor)
	words := ""
	switch {
	case l.Target == capture.Row && s.Marked().ID == "":
		words = "there is no row yet; type what will change"
	case l.Target == capture.Row && s.restsWithNobody(l) && l.Check(false) == "":
		words = s.whoDecides(l)
	case l.Target == capture.Row:
		if words = s.describeRow(l, c); words == "" || l.State == model.Declined && l.Reason == "" {
			words = begun(text)
		}
	default:
		words = capture.Says(l, c, capture.Around{})
	}
	return entry.Reading(l, c, words)
}

// begun says what belongs behind the words that a line about the row begins with.
func begun(text string) string {
	switch words := strings.ToLower(strings.TrimLeft(text, "> ")); {
	case strings.HasPrefix(words, "by"):
		return "by which day: fri, 3 apr or 2026-04-03"
	case strings.HasPrefix(words, "done when"):
		return "done when: how we will know that it is done"
	case strings.HasPrefix(words, "decl"):
		return "declined because: why it is reasonable not to do it"
	}
	return "of this row: @ana, by fri, done when ..., rest, done, OPS-1"
}

// line reads the text on the day of today. A row that rests without a day does so for as long as
// usual, and Reads names that day.
func (s *Screen) line(text string, cursor int) (capture.Line, capture.Context) {
	c := s.ctx()
	l := capture.Read(text, cursor, c)
	if l.State == model.Resting && l.RestUntil.IsZero() {
		l.RestUntil = meeting.WorkingDays(s.today(), meeting.RestDays)
	}
	return l, c
}

func (s *Screen) describeRow(l capture.Line, c capture.Context) string {
	if _, ok := s.idea(); ok {
		words := capture.Says(l, c, capture.Around{})
		if l.IsEmpty() || l.State == model.Declined || len(l.Faults) > 0 {
			return words
		}
		return "taken up; " + words
	}
	m, _ := s.measure()
	if stays := staysAsItIs(m, l); stays != "" {
		// An owner alone decides nothing here, so the sentence about deciding is left out.
		return "owner " + l.Signed()[0].Name + "; " + stays
	}
	return capture.Says(l, c, capture.Around{Owner: s.x.Named(m.Owner).Name, By: m.By})
}

// staysAsItIs says that a row which rests, was declined or is done goes on so, although the line
// gives it an owner. It is "" where the line does more, or less.
func staysAsItIs(m model.Countermeasure, l capture.Line) string {
	if len(l.Signed()) == 0 || l.State != "" || !l.By.IsZero() && m.State != model.Done {
		return ""
	}
	switch m.State {
	case model.Resting:
		return "goes on resting; by fri takes it up again"
	case model.Declined:
		return "stays declined; by fri takes it up again"
	case model.Done:
		return "stays done"
	}
	return ""
}

// Enter records the line, or opens the marked row on an empty one; an idea is taken up.
func (s *Screen) Enter(text string) screen.Outcome {
	if strings.TrimSpace(text) == "" {
		return s.enterEmpty()
	}
	s.merging = screen.Row{}
	l, _ := s.line(text, -1)
	if fault := l.Check(true); fault != "" {
		return screen.Refuse(fault)
	}
	if l.Target == capture.Row {
		return s.recordRow(l)
	}
	if l.Text == "" {
		return screen.Refuse("say what will change; > before it is about the marked row")
	}
	return s.recordNew(l)
}
