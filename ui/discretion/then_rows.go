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

func (v *then) layOut() {
	l := thenLayout{when: 13, known: 14}
	airy := v.s.height >= 12
	if v.s.height >= 4 {
		l.title, l.head = 1, 1
	}
	if v.s.height >= 6 {
		l.legend = 1
	}
	if airy {
		l.title, l.legend = 2, 3 // each with a blank row
	}
	l.list = max(v.s.height-l.title-l.head-l.legend, 0)
	switch {
	case v.s.width < 40:
		l.when, l.known = 8, 8
	case v.s.width < 80:
		l.when = 12
	default: // a long name, or a time of another day
		wide := len("Known to ") + safe.Width(safe.Line(v.s.x.Person(v.s.card().Attendee).FirstName()))
		for _, r := range v.rows {
			wide = max(wide, safe.Width(v.words(r)))
		}
		l.known = min(max(l.known, wide+2), 20)
	}
	l.what = max(v.s.at.width-2-l.when-l.known, 0)
	v.at = l
	v.drawn.Forget()
}

// body draws the timeline as it was known then.
func (v *then) body() []string {
	t, l := v.s.env.Theme, v.at
	out := make([]string, 0, v.s.height)
	if l.title > 0 {
		out = append(out, v.title())
	}
	for len(out) < l.title {
		out = append(out, "")
	}
	if l.head > 0 {
		out = append(out, widget.Row(v.s.at.width, theme.Style{}, widget.Cell{Width: 2},
			widget.Cell{Text: "When", Width: l.when, Style: t.Faint},
			widget.Cell{Text: v.head(), Width: l.known, Style: t.Faint},
			widget.Cell{Text: "What", Width: l.what, Style: t.Faint}))
	}
	out = append(out, v.marks.View(v.events(), l.list, v.row)...)
	for len(out) < l.title+l.head+l.list {
		out = append(out, "")
	}
	out = append(out, v.legend()...)
	if v.s.at.pane > 0 {
		e, _ := v.event()
		return v.s.beside(out, e)
	}
	return out
}

// title is whose seat it is and which moment, and the way back.
func (v *then) title() string {
	t, d := v.s.env.Theme, v.s.card()
	who, at := v.s.x.Person(d.Attendee).Name, "that moment"
	if d.Attendee == "" {
		who = "those at work on it"
	}
	if clock := v.s.x.Event(d.Event).When.Clock(v.s.x.Zone); clock != "" {
		at = clock
	}
	back := v.s.which() + ", " + safe.Line(v.s.env.Keys.Key(keymap.View)) + " goes back"
	w := widget.Columns(max(v.s.at.width-3, 0), -1, safe.Width(back)+2)
	return widget.Row(v.s.at.width, theme.Style{}, widget.Cell{Width: 2},
		widget.Cell{Text: safe.Line("Known to " + who + " at " + at), Width: w[0], Style: t.Strong},
		widget.Cell{Text: back, Width: w[1], Style: t.Dim, Right: true})
}

// head is the head of the column that says whether it was known; the person stands in the
// title too.
func (v *then) head() safe.Text {
	head := safe.Line("Known to " + v.s.x.Person(v.s.card().Attendee).FirstName())
	if v.s.card().Attendee == "" || safe.Width(head) > v.at.known-2 {
		return "Known"
	}
	return head
}

// row draws one row, unless it stands drawn already.
func (v *then) row(i int, marked bool) string {
	r := v.rows[i]
	key := widget.RowKey[model.ID]{Key: r.Event, Marked: marked, Unsaved: v.s.env.Unsaved(r.Event)}
	return v.drawn.Row(key, func() string { return v.draw(i, marked, key.Unsaved) })
}

// draw draws what came later dim and in parentheses, so that it is told without colour too.
func (v *then) draw(i int, marked, unsaved bool) string {
	t, l, r := v.s.env.Theme, v.at, v.rows[i]
	e := v.s.x.Events[i]
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
	state := safe.Cut(v.words(r), l.known-2)
	return widget.Row(v.s.at.width, ground, append(cells,
		widget.Cell{Text: safe.Line(v.events().Clock(i)), Style: when}.Fit(l.when, 1),
		widget.Cell{Text: state, Width: safe.Width(state), Style: known}, widget.Cell{Width: l.known - safe.Width(state)},
		widget.Cell{Text: what, Width: l.what, Style: words})...)
}

// words is what a row was, in its column.
func (v *then) words(r meeting.Then) safe.Text {
	learned := func() string { return r.When.ClockBeside(v.s.x.Event(v.s.card().Event).When.At, v.s.x.Zone) }
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

// legend says what the signs mean, where they stand. Where there is one row it counts too,
// because the rule that counts else is not there either.
func (v *then) legend() []string {
	t, l, who := v.s.env.Theme, v.at, v.s.x.Person(v.s.card().Attendee).FirstName()
	line := func(sign, words safe.Text) string {
		style := t.Text
		if sign == "?" {
			style = t.Look
		}
		return widget.Row(v.s.at.width, theme.Style{}, widget.Cell{Width: 2},
			widget.Cell{Text: sign, Width: safe.Width(sign) + 2, Style: style},
			widget.Cell{Text: words, Width: max(v.s.at.width-5-safe.Width(sign), 0), Style: t.Dim})
	}
	if l.legend == 0 {
		return nil
	}
	var out []string
	if l.legend > 1 {
		out = append(out, "")
	}
	if v.asks {
		words := "nobody has said yet when " + who + " learned of this"
		if who == "" {
			words = "nobody has said yet when this became known"
		}
		if l.legend == 1 {
			words = "nobody has said yet; " + string(v.counts)
		}
		out = append(out, line("?", safe.Line(words)))
	} else if l.legend == 1 {
		out = append(out, line("", v.counts))
	}
	if v.own && len(out) < l.legend {
		out = append(out, line("was there", safe.Line("by an account or a card of "+who+"; nobody has said since when")))
	}
	for len(out) < l.legend {
		out = append(out, "")
	}
	return out
}
