package learning

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

const notADate = "a day to answer by belongs to an open question; #qu makes it one"

// Scene is the marked line while it is empty, else the kinds that the phase lacks, else the marked
// kind, of which there may be more.
func (s *Screen) Scene() prompt.Scene {
	if l, ok := s.learning(); ok {
		return prompt.Scene{Holds: prompt.OfLearning(l, s.empty)}
	}
	return prompt.Scene{Holds: append(prompt.OfKinds([]model.LearningKind{s.kind()}), prompt.OfKinds(s.empty)...)}
}

// Read says how Enter would understand the text.
func (s *Screen) Read(text string, cursor int) screen.Reading {
	if strings.TrimSpace(text) == "" {
		return screen.Reading{Words: s.emptyLine()}
	}
	l, c := s.line(text, cursor)
	var words string
	if l.Target == capture.Row {
		words = s.describeRow(l, c)
	} else {
		words = capture.Says(l, c, capture.Around{Learning: s.kind()})
	}
	r := entry.Reading(l, c, words)
	if l.Target == capture.Row {
		if fault := s.rowFault(l); fault != "" && !r.Fault {
			r.Words, r.Fault = safe.Line(fault), true
		}
	}
	return r
}

// line reads the text. A line that ends with a question mark is a question, unless a tag says
// another kind. Only a question has a day to answer by: in any other line the words of the
// date are words, and stay where they stood.
func (s *Screen) line(text string, cursor int) (capture.Line, capture.Context) {
	c := s.ctx()
	l := capture.Read(text, cursor, c)
	if l.Target != capture.Row && l.Kind == "" && strings.HasSuffix(strings.TrimSpace(l.Text), "?") {
		l.Kind = string(model.OpenQuestion)
	}
	kind := s.kind()
	if l.Kind != "" {
		kind = model.LearningKind(l.Kind)
	}
	if l.By.IsZero() || kind == model.OpenQuestion || l.Text == "" {
		return l, c
	}
	i := slices.IndexFunc(l.Tokens, func(t capture.Token) bool { return t.Kind == capture.TokenDate })
	if i < 0 {
		return l, c
	}
	date := strings.Join(strings.Fields(text[l.Tokens[i].Start:l.Tokens[i].End]), " ")
	l.Text, l.By = l.Text+" "+date, model.Date{}
	l.Tokens = slices.Delete(slices.Clone(l.Tokens), i, i+1)
	return l, c
}

func (s *Screen) emptyLine() safe.Text {
	if _, ok := s.learning(); !ok {
		return "joins " + heading(s.kind()) + "; or #su #we #lu #co #qu #si #de"
	}
	return "Enter opens; words join " + heading(s.kind())
}

// event is the row of the timeline whose time is all that the line says.
func (s *Screen) event(l capture.Line) (model.ID, bool) {
	id, ok := s.clocks[strings.TrimSpace(l.Text)]
	return id, ok && l.Text != ""
}

// describeRow says what ">" does to the marked row. Words answer a question, tell where a weaker
// signal was seen, and are the new words of any other row.
func (s *Screen) describeRow(l capture.Line, c capture.Context) string {
	m, ok := s.learning()
	if !ok {
		return "nothing stands here yet; type it without >"
	}
	if l.IsEmpty() {
		switch m.Kind {
		case model.OpenQuestion:
			return "who answers it by when: @ben by mon; or the answer in words"
		case model.WeakerSignal:
			return "where and when it was seen; @ben who saw it; #kind moves it"
		}
		return "about the marked row: new words, @ben, 13:52 or #kind"
	}
	var parts []string
	at, timed := s.event(l)
	switch {
	case timed:
		parts = append(parts, "came up at "+l.Text+": "+s.x.Event(at).What)
	case l.Text == "":
	case m.Kind == model.OpenQuestion:
		parts = append(parts, "the answer")
	case m.Kind == model.WeakerSignal:
		parts = append(parts, "where it was seen")
	default:
		parts = append(parts, "new words for the marked row")
	}
	l.Text = ""
	if l.Kind != "" || len(l.People) > 0 || !l.By.IsZero() || !l.Open.IsZero() {
		parts = append(parts, capture.Says(l, c, capture.Around{}))
	}
	return strings.Join(parts, "; ")
}

// rowFault is why a line about the marked row cannot be recorded although it was understood.
func (s *Screen) rowFault(l capture.Line) string {
	m, ok := s.learning()
	kind := m.Kind
	if l.Kind != "" {
		kind = model.LearningKind(l.Kind)
	}
	switch {
	case !ok:
		return "nothing stands under this heading yet; type it without >"
	case !l.By.IsZero() && kind != model.OpenQuestion:
		return notADate
	}
	return ""
}
