package timeline

import (
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// A piece of evidence is typed as the name of an artefact of the record, with or without a
// place in it ("chat #ops 118-130"), or as a link or file name that joins the artefacts.

// artefact finds the artefact that the text names; place is what follows its name.
func artefact(artefacts []model.Artefact, text string) (found model.Artefact, place string, ok bool) {
	best := -1
	for _, a := range artefacts {
		for _, name := range []string{a.Title, a.URL} {
			if name == "" || len(name) <= best || len(text) < len(name) || !strings.EqualFold(text[:len(name)], name) {
				continue
			}
			if rest := text[len(name):]; rest == "" || rest[0] == ' ' {
				found, place, best = a, strings.TrimSpace(rest), len(name)
			}
		}
	}
	return found, place, best >= 0
}

func isLink(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}

func (f *eventForm) checkEvidence(id model.ID, text string) screen.Reading {
	text = strings.TrimSpace(text)
	found, place, ok := artefact(f.s.x.Artefacts, text)
	switch {
	case text == "" && id != "":
		return screen.Reading{Words: "takes this evidence away; the artefact stays"}
	case text == "":
		return screen.Reading{}
	case ok && place != "":
		return screen.Reading{Words: safe.Line("place " + place + " in " + found.Title)}
	case ok:
		return screen.Reading{Words: safe.Line(found.Title + ", an artefact of this record")}
	case isLink(text):
		return screen.Reading{Words: "new link; it joins the artefacts"}
	}
	return screen.Reading{Words: "new file; it joins the artefacts"}
}

func (f *eventForm) setEvidence(p model.Postmortem, id model.ID, text string) (model.Postmortem, error) {
	ed := f.s.env.Editor
	if text == "" {
		return ed.Remove(p, model.EvidenceRows, id)
	}
	v := model.Evidence{Of: model.Events, OfID: f.event.ID}
	if id != "" {
		row, ok := p.Row(model.EvidenceRows, id)
		if !ok {
			return p, model.ErrGone
		}
		v = row.(model.Evidence)
	}
	found, place, ok := artefact(f.s.x.Artefacts, text) // by the titles that were shown
	if !ok {
		found, place, ok = artefact(p.Artefacts, text)
	}
	if !ok {
		found = model.Artefact{Kind: model.File, Title: text}
		if isLink(text) {
			found.Kind, found.URL = model.Link, text
		}
		var err error
		if p, found.ID, err = ed.Add(p, found); err != nil {
			return p, err
		}
	}
	v.Artefact, v.Lines = found.ID, place
	if id != "" {
		return ed.Set(p, v)
	}
	p, _, err := ed.Add(p, v)
	return p, err
}
