package markdown

import "debrief/model"

// discretion writes the decision cards: how it looked then, to the person who decided.
func (w *writer) discretion() {
	begin := w.part("Discretionary space")
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
			w.text(w.name(card.Attendee), beforeMore)
			w.raw(": ")
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

func (w *writer) cardField(name string, lines []model.CardLine) bool {
	switch len(lines) {
	case 0:
		return false
	case 1:
		w.field(name, lines[0].Text)
		return lines[0].Text != ""
	}
	w.raw("- **" + name + ":**\n")
	for _, l := range lines {
		w.raw("  - ")
		w.text(l.Text, lineStart)
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
		begin := w.part(h.title)
		for _, l := range w.Learnings {
			if l.Kind == h.kind {
				begin()
				w.learning(l)
			}
		}
	}
}

func (w *writer) learning(l model.Learning) {
	w.item(l.Text)
	d := w.details()
	if at := w.Event(l.Event).When; l.Event != "" && !at.IsZero() {
		d.add("at ")
		w.moment(at)
	}
	if l.Attendee != "" {
		before := ""
		if l.Kind == model.OpenQuestion {
			before = "to be answered by "
		}
		d.field(before, w.name(l.Attendee))
	}
	d.field("until ", l.By.String())
	d.field("seen ", l.Seen)
	d.end()
	w.raw("\n")
	if l.Answer != "" {
		w.raw("  - Answer: ")
		w.line(l.Answer)
		w.raw("\n")
	}
}

// teaching writes what others can learn from a card, and who teaches it: those who were part
// of it become the educators of the rest.
func (w *writer) teaching() {
	begin := w.part("Learning points and who teaches them")
	for _, card := range w.DecisionPoints {
		for _, l := range w.LinesOf(card.ID, model.Teaches) {
			begin()
			w.item(l.Text)
			if l.Attendee != "" {
				w.raw(" — ")
				w.person(l.Attendee)
			}
			w.raw("\n")
		}
	}
}
