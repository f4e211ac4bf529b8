package model

// AddNote adds the facilitator's text, of a row or of a phase.
func (ed Editor) AddNote(p Postmortem, n Note) (Postmortem, ID, error) {
	n.Of = ofRow(n.Of, n.OfID)
	if n.OfID != "" {
		if _, ok := p.Row(n.Of, n.OfID); !ok {
			return p, "", gone(n.Of, n.OfID)
		}
	}
	n.ID, n.Text, n.Pos = ed.NewID(), tidy(n.Text), last(p.Notes, func(r *Note) *string { return &r.Pos })
	if err := ed.check(n); err != nil {
		return p, "", err
	}
	p.Notes = put(p.Notes, n)
	return p, n.ID, nil
}

// SetNote replaces the fields of the note of that id.
func (ed Editor) SetNote(p Postmortem, n Note) (Postmortem, error) {
	was, ok := find(p.Notes, n.ID)
	if !ok {
		return p, gone(Notes, n.ID)
	}
	n.Of, n.Text, n.Pos = ofRow(n.Of, n.OfID), tidy(n.Text), was.Pos
	if err := ed.check(n); err != nil {
		return p, err
	}
	p.Notes = put(p.Notes, n)
	return p, nil
}

// AddFinding keeps what became of a place where the wording guard asked for another wording.
func (ed Editor) AddFinding(p Postmortem, f Finding) (Postmortem, ID, error) {
	f.Of = ofRow(f.Of, f.OfID)
	f.ID, f.Pos = ed.NewID(), last(p.Findings, func(r *Finding) *string { return &r.Pos })
	if f.At.IsZero() {
		f.At = ed.now()
	}
	if err := ed.check(f); err != nil {
		return p, "", err
	}
	p.Findings = put(p.Findings, f)
	return p, f.ID, nil
}

// SetFinding replaces the fields of the finding of that id.
func (ed Editor) SetFinding(p Postmortem, f Finding) (Postmortem, error) {
	was, ok := find(p.Findings, f.ID)
	if !ok {
		return p, gone(Findings, f.ID)
	}
	f.Of, f.Pos = ofRow(f.Of, f.OfID), was.Pos
	if err := ed.check(f); err != nil {
		return p, err
	}
	p.Findings = put(p.Findings, f)
	return p, nil
}

// ofRow returns the table of the row that another is about, none where no row is named.
func ofRow(of Table, id ID) Table {
	if id == "" {
		return ""
	}
	return of
}
