package edit

import "debrief/model"

// AddArtefact adds a chat log, ticket, graph, post, message, file or link to the record.
func (ed Editor) AddArtefact(p model.Postmortem, a model.Artefact) (model.Postmortem, model.ID, error) {
	a.ID, a.Title, a.URL, a.Pos = ed.NewID(), model.Tidy(a.Title), model.Tidy(a.URL), last(p.Artefacts, func(r *model.Artefact) *string { return &r.Pos })
	if err := ed.check(a); err != nil {
		return p, "", err
	}
	p.Artefacts = Put(p.Artefacts, a)
	return p, a.ID, nil
}

// SetArtefact replaces the fields of the artefact of that id.
func (ed Editor) SetArtefact(p model.Postmortem, a model.Artefact) (model.Postmortem, error) {
	was, ok := model.Find(p.Artefacts, a.ID)
	if !ok {
		return p, model.Gone(model.Artefacts, a.ID)
	}
	a.Title, a.URL, a.Pos = model.Tidy(a.Title), model.Tidy(a.URL), was.Pos
	if err := ed.check(a); err != nil {
		return p, err
	}
	p.Artefacts = Put(p.Artefacts, a)
	return p, nil
}

// Attach ties a row to a place in an artefact.
func (ed Editor) Attach(p model.Postmortem, e model.Evidence) (model.Postmortem, model.ID, error) {
	if _, ok := p.Row(e.Of, e.OfID); !ok {
		return p, "", model.Gone(e.Of, e.OfID)
	}
	if _, ok := model.Find(p.Artefacts, e.Artefact); !ok && e.Artefact != "" {
		return p, "", model.Gone(model.Artefacts, e.Artefact)
	}
	e.ID, e.Pos = ed.NewID(), last(p.Evidence, func(r *model.Evidence) *string { return &r.Pos })
	if err := ed.check(e); err != nil {
		return p, "", err
	}
	p.Evidence = Put(p.Evidence, e)
	return p, e.ID, nil
}

// SetEvidence replaces the fields of the piece of evidence of that id.
func (ed Editor) SetEvidence(p model.Postmortem, e model.Evidence) (model.Postmortem, error) {
	was, ok := model.Find(p.Evidence, e.ID)
	if !ok {
		return p, model.Gone(model.EvidenceRows, e.ID)
	}
	e.Pos = was.Pos
	if err := ed.check(e); err != nil {
		return p, err
	}
	p.Evidence = Put(p.Evidence, e)
	return p, nil
}
