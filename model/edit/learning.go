package edit

import "debrief/model"

// AddLearning adds something the room learned, as the last of its kind.
func (ed Editor) AddLearning(p model.Postmortem, l model.Learning) (model.Postmortem, model.ID, error) {
	l.ID, l.Text, l.Pos = ed.NewID(), model.Tidy(l.Text), last(p.Learnings, func(r *model.Learning) *string { return &r.Pos })
	if err := ed.check(l); err != nil {
		return p, "", err
	}
	p.Learnings = Put(p.Learnings, l)
	return p, l.ID, nil
}

// SetLearning replaces the fields of the learning of that id.
func (ed Editor) SetLearning(p model.Postmortem, l model.Learning) (model.Postmortem, error) {
	was, ok := model.Find(p.Learnings, l.ID)
	if !ok {
		return p, model.Gone(model.Learnings, l.ID)
	}
	l.Text, l.Pos = model.Tidy(l.Text), was.Pos
	if err := ed.check(l); err != nil {
		return p, err
	}
	p.Learnings = Put(p.Learnings, l)
	return p, nil
}
