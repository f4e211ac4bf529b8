package markdown

import (
	"strings"

	"debrief/model"
)

// communications writes what was said to whom: messages to the outside, and who is told.
func (w *writer) communications() {
	begin := w.part("Communications")
	for _, a := range w.Artefacts {
		if a.Kind == model.ExternalMessage {
			begin()
			w.artefact(a)
		}
	}
	if w.Header.PublishTo != "" || w.Header.ToldDirect != "" {
		begin()
		w.field("Published to", w.Header.PublishTo)
		w.field("Told directly", w.Header.ToldDirect)
	}
}

// artefacts writes the papers of the incident with the places in them that speak for a row.
func (w *writer) artefacts() {
	begin := w.part("Artefacts")
	for _, a := range w.Artefacts {
		if a.Kind != model.ExternalMessage {
			begin()
			w.artefact(a)
		}
	}
	loose := w.part("Further evidence")
	for _, e := range w.Evidence {
		if e.Artefact == "" || w.artefactsByID[e.Artefact].ID == "" {
			loose()
			w.raw("- ")
			w.evidence(e, "  ")
		}
	}
}

func (w *writer) artefact(a model.Artefact) {
	w.item(sentence(string(a.Kind)))
	w.raw(": ")
	w.out = w.appendArtefact(w.out, a, inline)
	w.raw("\n")
	if a.Text != "" {
		w.raw("\n")
		w.body(a.Text, "  > ")
		w.raw("\n")
	}
	for _, e := range w.evidenceIn[a.ID] {
		w.raw("  - ")
		w.evidence(e, "    ")
	}
	w.trimBlank()
}

// appendArtefact appends the title as a link where it leads somewhere a reader may go; any
// other address stands beside it as text.
func (w *writer) appendArtefact(dst []byte, a model.Artefact, at position) []byte {
	title := a.Title
	if strings.TrimSpace(title) == "" {
		title = a.URL
	}
	if a.URL == "" || allowed(strings.TrimSpace(a.URL)) {
		return appendLink(dst, title, a.URL, at)
	}
	dst = appendLine(dst, title, at)
	if title == a.URL {
		return dst
	}
	dst = append(dst, " ("...)
	dst = appendLine(dst, a.URL, at)
	return append(dst, ')')
}

// evidence writes what a place in an artefact speaks for, and the quoted words, each line of
// them behind the prefix: foreign text, of which no sign counts as Markdown.
func (w *writer) evidence(e model.Evidence, prefix string) {
	w.raw("For ")
	w.speaksFor(e)
	d := w.details()
	d.field("lines ", e.Lines)
	if !e.At.IsZero() {
		d.add("at ")
		w.moment(model.Moment{At: e.At})
	}
	if allowed(e.URL) {
		d.add("")
		w.out = appendLink(w.out, "place", e.URL, inline)
	} else {
		d.field("", e.URL)
	}
	if e.Attendee != "" {
		d.add("")
		w.person(e.Attendee)
		w.raw(" answers for it")
	}
	d.end()
	if strings.TrimSpace(e.Quote) == "" {
		w.raw("\n")
		return
	}
	w.raw(":\n\n")
	lines := splitLines(strings.Trim(e.Quote, "\r\n"))
	for i, l := range lines {
		w.raw(prefix + ">")
		if trimmed(l) != "" {
			w.raw(" ")
		}
		w.out = appendText(w.out, trimmed(l), lineStart)
		if i+1 < len(lines) && trimmed(l) != "" && trimmed(lines[i+1]) != "" {
			w.raw("\\") // the line ends here on the page too
		}
		w.raw("\n")
	}
	w.raw("\n")
}

func trimmed(s string) string { return strings.TrimSpace(s) }

// speaksFor names the row that the evidence is of.
func (w *writer) speaksFor(e model.Evidence) {
	if event := w.Event(e.OfID); e.Of == model.Events && event.ID != "" {
		w.event(event)
		return
	}
	row, _ := w.Row(e.Of, e.OfID)
	switch r := row.(type) {
	case model.Learning:
		w.text(r.Text, beforeMore)
	case model.Countermeasure:
		w.text(r.Text, beforeMore)
	case model.Account:
		w.raw("an account of ")
		w.event(w.Event(r.Event))
	case model.DecisionPoint:
		w.raw("the card of ")
		w.event(w.Event(r.Event))
	default:
		w.raw("the record")
	}
}

// place names the artefact of a piece of evidence and where in it to look.
func (w *writer) place(e model.Evidence, at position) {
	a := w.artefactsByID[e.Artefact]
	switch {
	case a.ID == "" && allowed(e.URL):
		w.out = appendLink(w.out, "link", e.URL, at)
	case a.ID == "":
		w.raw("quoted below")
	case allowed(e.URL):
		w.out = appendLink(w.out, a.Title, e.URL, at)
	case allowed(a.URL):
		w.out = appendLink(w.out, a.Title, a.URL, at)
	default:
		w.text(a.Title, at)
	}
	if e.Lines != "" {
		w.raw(" lines ")
		w.text(e.Lines, at)
	}
}
