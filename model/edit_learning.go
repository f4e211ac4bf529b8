package model

// AddLearning adds something the room learned, as the last of its kind.
func (ed Editor) AddLearning(p Postmortem, l Learning) (Postmortem, ID, error) {
	l.ID, l.Text, l.Pos = ed.NewID(), tidy(l.Text), last(p.Learnings, func(r *Learning) *string { return &r.Pos })
	if err := ed.check(l); err != nil {
		return p, "", err
	}
	p.Learnings = put(p.Learnings, l)
	return p, l.ID, nil
}

// SetLearning replaces the fields of the learning of that id.
func (ed Editor) SetLearning(p Postmortem, l Learning) (Postmortem, error) {
	was, ok := find(p.Learnings, l.ID)
	if !ok {
		return p, gone(Learnings, l.ID)
	}
	l.Text, l.Pos = tidy(l.Text), was.Pos
	if err := ed.check(l); err != nil {
		return p, err
	}
	p.Learnings = put(p.Learnings, l)
	return p, nil
}
