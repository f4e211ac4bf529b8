package model

// AddArtefact adds a chat log, ticket, graph, post, message, file or link to the record.
func (ed Editor) AddArtefact(p Postmortem, a Artefact) (Postmortem, ID, error) {
	a.ID, a.Title, a.URL, a.Pos = ed.NewID(), tidy(a.Title), tidy(a.URL), last(p.Artefacts, func(r *Artefact) *string { return &r.Pos })
	if err := ed.check(a); err != nil {
		return p, "", err
	}
	p.Artefacts = put(p.Artefacts, a)
	return p, a.ID, nil
}

// SetArtefact replaces the fields of the artefact of that id.
func (ed Editor) SetArtefact(p Postmortem, a Artefact) (Postmortem, error) {
	was, ok := find(p.Artefacts, a.ID)
	if !ok {
		return p, gone(Artefacts, a.ID)
	}
	a.Title, a.URL, a.Pos = tidy(a.Title), tidy(a.URL), was.Pos
	if err := ed.check(a); err != nil {
		return p, err
	}
	p.Artefacts = put(p.Artefacts, a)
	return p, nil
}

// Attach ties a row to a place in an artefact.
func (ed Editor) Attach(p Postmortem, e Evidence) (Postmortem, ID, error) {
	if _, ok := p.Row(e.Of, e.OfID); !ok {
		return p, "", gone(e.Of, e.OfID)
	}
	if _, ok := find(p.Artefacts, e.Artefact); !ok && e.Artefact != "" {
		return p, "", gone(Artefacts, e.Artefact)
	}
	e.ID, e.Pos = ed.NewID(), last(p.Evidence, func(r *Evidence) *string { return &r.Pos })
	if err := ed.check(e); err != nil {
		return p, "", err
	}
	p.Evidence = put(p.Evidence, e)
	return p, e.ID, nil
}

// SetEvidence replaces the fields of the piece of evidence of that id.
func (ed Editor) SetEvidence(p Postmortem, e Evidence) (Postmortem, error) {
	was, ok := find(p.Evidence, e.ID)
	if !ok {
		return p, gone(EvidenceRows, e.ID)
	}
	e.Pos = was.Pos
	if err := ed.check(e); err != nil {
		return p, err
	}
	p.Evidence = put(p.Evidence, e)
	return p, nil
}
