package countermeasures

import (
	"strings"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

func (s *Screen) ideaForm(idea model.ParkedIdea) entry.FormSpec {
	at := ""
	if idea.Of == model.Events {
		at = s.clock(idea.OfID)
	}
	said := func(field string) model.ProseAt {
		return model.ProseAt{Table: model.ParkedIdeas, ID: idea.ID, Field: field}
	}
	fields := []entry.FormField{
		{Key: fieldText, Label: "Idea", Text: idea.Text, At: said("text"), Hint: "in one line"},
		{Key: fieldSaidBy, Label: "Said by", Text: handle(s.x.Person(idea.Attendee)), Hint: "@ana"},
		{Key: fieldRow, Label: "Row", Text: at, Hint: "the time of the row it came up at"},
		{Key: fieldReason, Label: "Declined", Text: idea.Reason, At: said("reason"), Hint: "why this is reasonable not to do"},
		{Key: fieldPrivate, Label: "Private", Text: yesNo(idea.Private), Choices: []string{"no", "yes"}},
	}
	return entry.FormSpec{Title: "Parked idea", Fields: fields, Record: func(changed map[string]string) screen.Outcome {
		return screen.Outcome{Edit: &screen.Edit{Label: "Idea changed", Mark: idea.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return s.changeIdea(p, idea.ID, changed)
		}}}
	}}
}

// changeIdea puts the changed fields into the idea. A reason declines it, and an idea whose
// reason was taken away waits again.
func (s *Screen) changeIdea(p model.Postmortem, id model.ID, changed map[string]string) (model.Postmortem, error) {
	next, who := p, model.ID("")
	var err error
	if typed := strings.TrimSpace(changed[fieldSaidBy]); typed != "" {
		if next, who, err = s.person(next, typed); err != nil {
			return p, err
		}
	}
	row, ok := next.Row(model.ParkedIdeas, id)
	if !ok {
		return p, model.ErrGone
	}
	idea := row.(model.ParkedIdea)
	if v, ok := changed[fieldText]; ok {
		idea.Text = v
	}
	if _, ok := changed[fieldSaidBy]; ok {
		idea.Attendee = who
	}
	if v, ok := changed[fieldRow]; ok {
		idea.Of, idea.OfID = model.Events, s.clocks[strings.TrimSpace(v)]
	}
	if v, ok := changed[fieldPrivate]; ok {
		idea.Private = v == "yes"
	}
	if v, ok := changed[fieldReason]; ok {
		idea.Reason = strings.TrimSpace(v)
		switch {
		case idea.Reason != "":
			idea.State = model.IdeaDeclined
		case idea.State == model.IdeaDeclined:
			idea.State = model.Waiting
		}
	}
	if next, err = s.env.Editor.Set(next, idea); err != nil {
		return p, err
	}
	return next, nil
}
