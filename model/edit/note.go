package edit

import "debrief/model"

// AddNote adds the facilitator's text, of a row or of a phase.
func (ed Editor) AddNote(p model.Postmortem, n model.Note) (model.Postmortem, model.ID, error) {
	n.Of = ofRow(n.Of, n.OfID)
	if n.OfID != "" {
		if _, ok := p.Row(n.Of, n.OfID); !ok {
			return p, "", model.Gone(n.Of, n.OfID)
		}
	}
	n.ID, n.Text, n.Pos = ed.NewID(), model.Tidy(n.Text), last(p.Notes, func(r *model.Note) *string { return &r.Pos })
	if err := ed.check(n); err != nil {
		return p, "", err
	}
	p.Notes = Put(p.Notes, n)
	return p, n.ID, nil
}

// SetNote replaces the fields of the note of that id.
func (ed Editor) SetNote(p model.Postmortem, n model.Note) (model.Postmortem, error) {
	was, ok := model.Find(p.Notes, n.ID)
	if !ok {
		return p, model.Gone(model.Notes, n.ID)
	}
	n.Of, n.Text, n.Pos = ofRow(n.Of, n.OfID), model.Tidy(n.Text), was.Pos
	if err := ed.check(n); err != nil {
		return p, err
	}
	p.Notes = Put(p.Notes, n)
	return p, nil
}

// AddFinding keeps what became of a place where the wording guard asked for another wording.
func (ed Editor) AddFinding(p model.Postmortem, f model.Finding) (model.Postmortem, model.ID, error) {
	f.Of = ofRow(f.Of, f.OfID)
	f.ID, f.Pos = ed.NewID(), last(p.Findings, func(r *model.Finding) *string { return &r.Pos })
	if f.At.IsZero() {
		f.At = ed.now()
	}
	if err := ed.check(f); err != nil {
		return p, "", err
	}
	p.Findings = Put(p.Findings, f)
	return p, f.ID, nil
}

// SetFinding replaces the fields of the finding of that id.
func (ed Editor) SetFinding(p model.Postmortem, f model.Finding) (model.Postmortem, error) {
	was, ok := model.Find(p.Findings, f.ID)
	if !ok {
		return p, model.Gone(model.Findings, f.ID)
	}
	f.Of, f.Pos = ofRow(f.Of, f.OfID), was.Pos
	if err := ed.check(f); err != nil {
		return p, err
	}
	p.Findings = Put(p.Findings, f)
	return p, nil
}

// ofRow returns the table of the row that another is about, none where no row is named.
func ofRow(of model.Table, id model.ID) model.Table {
	if id == "" {
		return ""
	}
	return of
}
