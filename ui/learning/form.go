package learning

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// The fields of the form, by the keys under which their unrecorded texts wait.
const (
	fieldText    = "text"
	fieldKind    = "kind"
	fieldRow     = "row"
	fieldWho     = "who"
	fieldBy      = "by"
	fieldAnswer  = "answer"
	fieldSeen    = "seen"
	fieldPrivate = "private"
)

// open opens the form of the marked row.
func (s *Screen) open() screen.Outcome {
	l, ok := s.learning()
	if !ok {
		return screen.Refuse("nothing stands under this heading yet; type it in the line")
	}
	return screen.Outcome{Open: entry.NewForm(s.env, s.form(l))}
}

// form is the form of a learning.
func (s *Screen) form(l model.Learning) entry.FormSpec {
	var kinds []string
	for _, k := range model.LearningKinds() {
		kinds = append(kinds, string(k))
	}
	handle, private := "", "no"
	if h := s.x.Person(l.Attendee).Handle; h != "" {
		handle = "@" + h
	}
	if l.Private {
		private = "yes"
	}
	who := safe.Text("who said it")
	if l.Kind == model.OpenQuestion {
		who = "who answers it"
	}
	at := func(field string) model.ProseAt { return model.ProseAt{Table: model.Learnings, ID: l.ID, Field: field} }
	fields := []entry.FormField{
		{Key: fieldText, Label: "What", Text: l.Text, At: at("text"), Hint: "in one line"},
		{Key: fieldKind, Label: "Kind", Text: string(l.Kind), Choices: kinds},
		{Key: fieldRow, Label: "Row", Text: s.x.Event(l.Event).When.Clock(s.x.Zone), Hint: "the time of the row it came up at"},
		{Key: fieldWho, Label: "Who", Text: handle, Hint: "@ana: " + who},
		{Key: fieldBy, Label: "By", Text: l.By.String(), Hint: "of a question: mon, 3 apr or 2026-04-03"},
		{Key: fieldAnswer, Label: "Answer", Text: l.Answer, At: at("answer"), Hint: "of a question: what was found out"},
		{Key: fieldSeen, Label: "Seen", Text: l.Seen, At: at("seen"), Hint: "of a weaker signal: where and when"},
		{Key: fieldPrivate, Label: "Private", Text: private, Choices: []string{"no", "yes"}},
	}
	return entry.FormSpec{
		Title: heading(l.Kind), Row: l.ID, Fields: fields, Check: s.checkField,
		Asks:   func(key string) prompt.Condition { return asks(key, l.Kind) },
		Record: func(changed map[string]string) screen.Outcome { return s.recordForm(l.ID, changed) },
		Again: func() (entry.FormSpec, bool) {
			i, ok := s.rows[l.ID]
			if !ok {
				return entry.FormSpec{}, false
			}
			return s.form(s.x.Learnings[i]), true
		},
	}
}

func (s *Screen) recordForm(id model.ID, changed map[string]string) screen.Outcome {
	return s.edit("Learning changed", id, func(p model.Postmortem, l *model.Learning) (model.Postmortem, error) {
		var err error
		for key, text := range changed {
			text = strings.TrimSpace(text)
			switch key {
			case fieldText:
				l.Text = text
			case fieldKind:
				l.Kind = model.LearningKind(text)
			case fieldRow:
				l.Event = s.clocks[text]
			case fieldAnswer:
				l.Answer = text
			case fieldSeen:
				l.Seen = text
			case fieldPrivate:
				l.Private = text == "yes"
			case fieldBy:
				if l.By, err = capture.ParseDate(text, s.ctx()); err != nil {
					return p, err
				}
			case fieldWho:
				if text == "" {
					l.Attendee = ""
				} else if found := s.context.People.Find(text); len(found) == 1 {
					l.Attendee = found[0].ID
				} else if p, l.Attendee, err = s.env.Editor.EnsurePerson(p, text); err != nil {
					return p, err
				}
			}
		}
		return p, nil
	})
}

// ctx is what a date is read against.
func (s *Screen) ctx() capture.Context { return s.context.At(s.env.Now()) }

// checkField says how a changed text of the form is understood.
func (s *Screen) checkField(key, text string) screen.Reading {
	switch key {
	case fieldText:
		if strings.TrimSpace(text) == "" {
			return screen.Reading{Fault: true, Words: "the words are empty; say it in a few words, or x removes the row"}
		}
	case fieldRow:
		return s.clocks.Check(text, s.x)
	case fieldBy:
		return entry.CheckDate(text, s.ctx())
	case fieldWho:
		return entry.CheckPerson(s.context.People, text)
	}
	return screen.Reading{}
}

// asks is the condition that a field of the form is marked.
func asks(key string, kind model.LearningKind) prompt.Condition {
	switch key {
	case fieldText:
		return prompt.OfKind(kind)
	case fieldKind:
		return prompt.FieldKind
	case fieldRow:
		return prompt.FieldRow
	case fieldWho, fieldBy:
		if kind == model.OpenQuestion {
			return prompt.NoAnswer
		}
		return prompt.FieldSaidBy
	case fieldAnswer:
		return prompt.FieldAnswer
	case fieldSeen:
		return prompt.FieldSeen
	case fieldPrivate:
		return prompt.FieldPrivate
	}
	return ""
}
