package learning

import (
	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// Enter records the line, or opens the marked row on an empty one.
func (s *Screen) Enter(text string) screen.Outcome {
	l, _ := s.line(text, -1)
	switch fault := l.Check(true); {
	case fault != "":
		return screen.Refuse(fault)
	case l.Target == capture.Row:
		return s.recordRow(l)
	case l.IsEmpty():
		if _, ok := s.learning(); ok {
			return s.open()
		}
		return screen.Refuse("type it in a few words; Enter lets it join " + string(heading(s.kind())))
	case l.Text == "":
		return screen.Refuse("say it in a few words; > before it is about the marked row")
	}
	return s.recordNew(l)
}

// recordNew adds a learning of the kind that the line names, else of the marked one, and marks it.
func (s *Screen) recordNew(l capture.Line) screen.Outcome {
	ed, kind := s.env.Editor, s.kind()
	if l.Kind != "" {
		kind = model.LearningKind(l.Kind)
	}
	return screen.Outcome{Edit: screen.Add("Added to "+string(heading(kind)), func(p model.Postmortem) (model.Postmortem, model.ID, error) {
		p, who, err := entry.Joined(ed, p, l)
		if err != nil {
			return p, "", err
		}
		return ed.Add(p, model.Learning{Kind: kind, Text: l.Text, Attendee: who, By: l.By})
	})}
}

// recordRow records what follows ">" in the marked row.
func (s *Screen) recordRow(l capture.Line) screen.Outcome {
	if fault := s.rowFault(l); fault != "" {
		return screen.Refuse(fault)
	}
	m, _ := s.learning()
	if l.IsEmpty() {
		return screen.Refuse("say what of this row: words, @ben, 13:52 or #kind")
	}
	event, timed := s.event(l)
	label := "Learning changed"
	switch {
	case timed:
		label = "Row of the timeline set"
	case l.Text != "" && m.Kind == model.OpenQuestion:
		label = "Question answered"
	case l.Text != "":
	case l.Kind != "":
		label = "Moved to " + string(heading(model.LearningKind(l.Kind)))
	case len(l.Signed()) > 0 && m.Kind == model.OpenQuestion:
		label = "Question given to " + l.Signed()[0].Name
	case len(l.Signed()) > 0:
		label = "Said by " + l.Signed()[0].Name
	}
	change := func(p model.Postmortem, r model.Learning) (model.Postmortem, error) {
		p, who, err := entry.Joined(s.env.Editor, p, l)
		if err != nil {
			return p, err
		}
		switch {
		case timed:
			r.Event = event
		case l.Text == "":
		case r.Kind == model.OpenQuestion:
			r.Answer = l.Text
		case r.Kind == model.WeakerSignal:
			r.Seen = l.Text
		default:
			r.Text = l.Text
		}
		if who != "" {
			r.Attendee = who
		}
		if !l.By.IsZero() {
			r.By = l.By
		}
		if l.Kind != "" {
			r.Kind = model.LearningKind(l.Kind)
		}
		return s.env.Editor.Set(p, r)
	}
	return screen.Outcome{Edit: &screen.Edit{Label: label, Mark: m.ID, Make: screen.Change(m.ID, change)}}
}
