package discretion

import (
	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// thenLayout shares the body of the other view: a title, heads, the rows, and a legend at a fixed
// place. Columns are in cells, each with its gap.
type thenLayout struct {
	title, head, list, legend int // rows
	when, known, what         int
}

func (s *Screen) layOutThen() {
	l := thenLayout{when: 13, known: 14}
	airy := s.height >= 12
	if s.height >= 4 {
		l.title, l.head = 1, 1
	}
	if s.height >= 6 {
		l.legend = 1
	}
	if airy {
		l.title, l.legend = 2, 3 // each with a blank row
	}
	l.list = max(s.height-l.title-l.head-l.legend, 0)
	switch {
	case s.width < 40:
		l.when, l.known = 8, 8
	case s.width < 80:
		l.when = 12
	default: // a long name, or a time of another day
		wide := len("Known to ") + safe.Width(safe.Line(s.x.Person(s.card().Attendee).FirstName()))
		for _, r := range s.then.rows {
			wide = max(wide, safe.Width(s.thenWords(r)))
		}
		l.known = min(max(l.known, wide+2), 20)
	}
	l.what = max(s.at.width-2-l.when-l.known, 0)
	s.then.at = l
	s.then.drawn.Forget()
}

// thenBody draws the timeline as it was known then.
func (s *Screen) thenBody() []string {
	t, l := s.env.Theme, s.then.at
	out := make([]string, 0, s.height)
	if l.title > 0 {
		out = append(out, s.thenTitle())
	}
	for len(out) < l.title {
		out = append(out, "")
	}
	if l.head > 0 {
		out = append(out, widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2},
			widget.Cell{Text: "When", Width: l.when, Style: t.Faint},
			widget.Cell{Text: s.thenHead(), Width: l.known, Style: t.Faint},
			widget.Cell{Text: "What", Width: l.what, Style: t.Faint}))
	}
	out = append(out, s.then.marks.View(s.events(), l.list, s.thenRow)...)
	for len(out) < l.title+l.head+l.list {
		out = append(out, "")
	}
	out = append(out, s.thenLegend()...)
	if s.at.pane > 0 {
		e, _ := s.event()
		return s.beside(out, e)
	}
	return out
}

// thenTitle is whose seat it is and which moment, and the way back.
func (s *Screen) thenTitle() string {
	t, d := s.env.Theme, s.card()
	who, at := s.x.Person(d.Attendee).Name, "that moment"
	if d.Attendee == "" {
		who = "those at work on it"
	}
	if clock := s.x.Event(d.Event).When.Clock(s.x.Zone); clock != "" {
		at = clock
	}
	back := s.which() + ", " + safe.Line(s.env.Keys.Key(keymap.View)) + " goes back"
	w := widget.Columns(max(s.at.width-3, 0), -1, safe.Width(back)+2)
	return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2},
		widget.Cell{Text: safe.Line("Known to " + who + " at " + at), Width: w[0], Style: t.Strong},
		widget.Cell{Text: back, Width: w[1], Style: t.Dim, Right: true})
}

// thenHead is the head of the column that says whether it was known; the person stands in the
// title too.
func (s *Screen) thenHead() safe.Text {
	head := safe.Line("Known to " + s.x.Person(s.card().Attendee).FirstName())
	if s.card().Attendee == "" || safe.Width(head) > s.then.at.known-2 {
		return "Known"
	}
	return head
}

// thenRow draws one row, unless it stands drawn already.
func (s *Screen) thenRow(i int, marked bool) string {
	r := s.then.rows[i]
	key := widget.RowKey[model.ID]{Key: r.Event, Marked: marked, Unsaved: s.env.Unsaved(r.Event)}
	return s.then.drawn.Row(key, func() string { return s.drawThen(i, marked, key.Unsaved) })
}

// drawThen draws what came later dim and in parentheses, so that it is told without colour too.
func (s *Screen) drawThen(i int, marked, unsaved bool) string {
	t, l, r := s.env.Theme, s.then.at, s.then.rows[i]
	e := s.x.Events[i]
	ground, cells := widget.Signs(t, marked, unsaved)
	when, known, words := screen.KindStyle(t, e.Kind), t.Text, t.Text
	if marked {
		words = t.Strong
	}
	what := safe.Cut(safe.Line(e.What), l.what-1)
	switch {
	case r.State.Later():
		when, known, words = t.Dim, t.Dim, t.Dim
		what = "(" + safe.Cut(safe.Line(e.What), l.what-3) + ")"
	case r.State == meeting.ThenHere:
		known = t.Here
	case r.State == meeting.ToAsk:
		known = t.Look
	}
	state := safe.Cut(s.thenWords(r), l.known-2)
	return widget.Row(s.at.width, ground, append(cells,
		widget.Cell{Text: safe.Cut(safe.Line(s.events().Clock(i)), l.when-1), Width: l.when, Style: when},
		widget.Cell{Text: state, Width: safe.Width(state), Style: known}, widget.Cell{Width: l.known - safe.Width(state)},
		widget.Cell{Text: what, Width: l.what, Style: words})...)
}

// thenWords is what a row was, in its column.
func (s *Screen) thenWords(r meeting.Then) safe.Text {
	learned := func() string { return r.When.ClockBeside(s.x.Event(s.card().Event).When.At, s.x.Zone) }
	switch r.State {
	case meeting.ThenHere:
		return "--- here ---"
	case meeting.KnewAtOnce:
		return "at once"
	case meeting.KnewSince:
		return safe.Line(learned())
	case meeting.WasThere:
		return "was there"
	case meeting.LearnedLater:
		return safe.Line("later " + learned())
	case meeting.HappenedLater:
		return "later"
	}
	return "?"
}

// thenLegend says what the signs mean, where they stand. Where there is one row it counts too,
// because the rule that counts else is not there either.
func (s *Screen) thenLegend() []string {
	t, l, who := s.env.Theme, s.then.at, s.x.Person(s.card().Attendee).FirstName()
	line := func(sign, words safe.Text) string {
		style := t.Text
		if sign == "?" {
			style = t.Look
		}
		return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2},
			widget.Cell{Text: sign, Width: safe.Width(sign) + 2, Style: style},
			widget.Cell{Text: words, Width: max(s.at.width-5-safe.Width(sign), 0), Style: t.Dim})
	}
	if l.legend == 0 {
		return nil
	}
	var out []string
	if l.legend > 1 {
		out = append(out, "")
	}
	if s.then.asks {
		words := "nobody has said yet when " + who + " learned of this"
		if who == "" {
			words = "nobody has said yet when this became known"
		}
		if l.legend == 1 {
			words = "nobody has said yet; " + string(s.then.counts)
		}
		out = append(out, line("?", safe.Line(words)))
	} else if l.legend == 1 {
		out = append(out, line("", s.then.counts))
	}
	if s.then.own && len(out) < l.legend {
		out = append(out, line("was there", safe.Line("by an account or a card of "+who+"; nobody has said since when")))
	}
	for len(out) < l.legend {
		out = append(out, "")
	}
	return out
}
