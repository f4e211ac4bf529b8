package learning

import (
	"debrief/model"
	"debrief/model/capture"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// open opens the form of the marked row.
func (s *Screen) open() screen.Outcome {
	l, _ := s.learning()
	return screen.Outcome{Open: entry.NewForm(s.env, s.form(l))}
}

// form is the form of a learning.
func (s *Screen) form(l model.Learning) entry.FormSpec {
	who, asksWho := safe.Text("@ana: who said it"), prompt.FieldSaidBy
	if l.Kind == model.OpenQuestion {
		who, asksWho = "@ana: who answers it", prompt.NoAnswer
	}
	spec := entry.RowForm[model.Learning]{
		Env: s.env, X: s.x, People: s.context.People, Ctx: s.ctx, Label: "Learning changed",
		Record: func(p model.Postmortem, l model.Learning, _ map[string]string) (model.Postmortem, error) {
			return s.env.Editor.Set(p, l)
		},
	}.Spec(heading(l.Kind), l, []entry.FormField{
		{Key: "text", Of: "Learning", Label: "What", Hint: "in one line", Asks: prompt.OfKind(l.Kind),
			Check: entry.Filled("the words are empty; say it in a few words, or x removes the row")},
		{Key: "kind", Of: "Kind", Label: "Kind", Asks: prompt.FieldKind},
		{Key: "row", Of: "Event", Label: "Row", Hint: "the time of the row it came up at", Asks: prompt.FieldRow},
		{Key: "who", Of: "Attendee", Label: "Who", Hint: who, Asks: asksWho},
		{Key: "by", Of: "By", Label: "By", Hint: "of a question: mon, 3 apr or 2026-04-03", Asks: asksWho},
		{Key: "answer", Of: "Answer", Label: "Answer", Hint: "of a question: what was found out", Asks: prompt.FieldAnswer},
		{Key: "seen", Of: "Seen", Label: "Seen", Hint: "of a weaker signal: where and when", Asks: prompt.FieldSeen},
		{Key: "private", Of: "Private", Label: "Private", Asks: prompt.FieldPrivate},
	})
	spec.Again = func() (entry.FormSpec, bool) {
		i, ok := s.rows[l.ID]
		if !ok {
			return entry.FormSpec{}, false
		}
		return s.form(s.x.Learnings[i]), true
	}
	return spec
}

// ctx is what a date is read against.
func (s *Screen) ctx() capture.Context { return s.context.At(s.env.Now()) }
