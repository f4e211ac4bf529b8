package markdown

import "debrief/model"

// discretion writes the decision cards: how it looked then, to the person who decided.
func (w *writer) discretion() {
	begin := w.part(part, "Discretionary space")
	spoken := newSpokenOf(w.Index)
	for _, card := range w.DecisionPoints {
		begin()
		w.raw("### ")
		e := w.Event(card.Event)
		if !e.When.IsZero() {
			w.moment(e.When)
			if card.Attendee != "" {
				w.raw(", ")
			}
		}
		if card.Attendee != "" {
			w.label(w.name(card.Attendee))
			w.raw(" ")
		} else if !e.When.IsZero() {
			w.raw(" ")
		}
		if e.What == "" {
			w.raw("a decision")
		}
		w.line(e.What)
		w.raw("\n\n")
		empty := true
		for _, field := range model.CardFields() {
			if field != model.Teaches { // these have a part of their own
				empty = !w.cardField(cardWords(field), w.LinesOf(card.ID, field)) && empty
			}
		}
		if empty = !w.knownThen(card, spoken) && empty; empty {
			w.raw("Nothing is noted yet.\n")
		}
		w.raw("\n")
	}
	w.trimBlank()
}

// trimBlank takes back an empty line at the end, since the next part begins with one.
func (w *writer) trimBlank() {
	for n := len(w.out); n > 1 && w.out[n-1] == '\n' && w.out[n-2] == '\n'; n = len(w.out) {
		w.out = w.out[:n-1]
	}
}

func (w *writer) cardField(name string, lines []model.CardLine) bool {
	switch len(lines) {
	case 0:
		return false
	case 1:
		w.field(name, lines[0].Text)
		return lines[0].Text != ""
	}
	w.raw("- **")
	w.raw(name)
	w.raw(":**\n")
	for _, l := range lines {
		w.raw("  - ")
		w.out = appendLine(w.out, l.Text, lineStart)
		w.raw("\n")
	}
	return true
}

func cardWords(f model.CardField) string {
	switch f {
	case model.Sensible:
		return "What made it sensible"
	case model.Needed:
		return "What any colleague needs"
	}
	return sentence(string(f))
}

// learnings writes what was learned, a part for each kind.
func (w *writer) learnings() {
	for _, h := range []struct {
		kind  model.LearningKind
		title string
	}{
		{model.Surprise, "What surprised us"},
		{model.Condition, "Contributing conditions"},
		{model.WentWell, "What went well"},
		{model.Lucky, "Where we were lucky"},
		{model.WeakerSignal, "Weaker signals, seen before"},
		{model.LatentDefect, "Latent defects"},
		{model.OpenQuestion, "Open questions"},
	} {
		begin := w.part(part, h.title)
		for _, l := range w.Learnings {
			if l.Kind == h.kind {
				begin()
				w.learning(l)
			}
		}
	}
}

func (w *writer) learning(l model.Learning) {
	w.raw("- ")
	w.out = appendLine(w.out, l.Text, lineStart)
	var d details
	if at := w.Event(l.Event).When; l.Event != "" && !at.IsZero() {
		d.add(w, "at ")
		w.moment(at)
	}
	if l.Attendee != "" {
		if l.Kind == model.OpenQuestion {
			d.add(w, "to be answered by ")
		} else {
			d.add(w, "")
		}
		w.person(l.Attendee)
	}
	if !l.By.IsZero() {
		d.add(w, "until ")
		w.raw(l.By.String())
	}
	if l.Seen != "" {
		d.add(w, "seen ")
		w.line(l.Seen)
	}
	d.end(w)
	w.raw("\n")
	if l.Answer != "" {
		w.raw("  - Answer: ")
		w.line(l.Answer)
		w.raw("\n")
	}
}

// details are short remarks in parentheses behind a line: "(at 13:52; Omar Haddad)".
type details struct{ begun bool }

// add begins the next remark with the words before it.
func (d *details) add(w *writer, before string) {
	if d.begun {
		w.raw("; ")
	} else {
		w.raw(" (")
	}
	d.begun = true
	w.raw(before)
}

func (d *details) end(w *writer) {
	if d.begun {
		w.raw(")")
	}
}

// teaching writes what others can learn from a card, and who teaches it: those who were part
// of it become the educators of the rest.
func (w *writer) teaching() {
	begin := w.part(part, "Learning points and who teaches them")
	for _, card := range w.DecisionPoints {
		for _, l := range w.LinesOf(card.ID, model.Teaches) {
			begin()
			w.raw("- ")
			w.out = appendLine(w.out, l.Text, lineStart)
			w.optionalPerson(" — ", l.Attendee)
			w.raw("\n")
		}
	}
}
