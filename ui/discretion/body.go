package discretion

import (
	"cmp"
	"fmt"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Body draws the card and the strip of the other ones.
func (s *Screen) Body() []string {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	marked, _, ok := s.marked()
	if !ok {
		rows := s.teach()
		return rows[:min(len(rows), s.height)]
	}
	if s.then.open {
		return s.then.body()
	}
	var out []string
	if s.at.whole {
		out = s.marks.View(s.rows, s.at.lines, func(i int, is bool) string { return s.draw(s.rows.Key(i), is, true) })
	} else {
		out = append(out, s.draw(s.rows.top(), marked == s.rows.top(), true))
		if s.at.head > 1 {
			out = append(out, "")
		}
		out = append(out, s.region(s.rows.lines, &s.lineMarks, s.at.lines, marked)...)
		for len(out) < s.at.head+s.at.lines+s.at.gap {
			out = append(out, "")
		}
		out = append(out, s.region(s.rows.others, &s.otherMarks, s.at.strip, marked)...)
	}
	if s.at.pane > 0 {
		return s.beside(out, s.x.Event(s.card().Event))
	}
	return out
}

// region draws the part of the rows that a height shows: round the mark where it is in them.
func (s *Screen) region(rows *widget.Slice[row], marks *widget.List[row], height int, marked row) []string {
	if _, here := rows.Index(marked); here {
		marks.Mark(marked)
	}
	first, last := marks.Window(rows, height)
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		r := rows.Key(i)
		named := i == first || rows.Key(i-1).field != r.field
		out = append(out, s.draw(r, r == marked, named))
	}
	return out
}

// draw draws a row, unless it stands drawn already. Named says that the name of its field, or
// of the strip, stands before it.
func (s *Screen) draw(r row, marked, named bool) string {
	if text, waits := s.waiting(r); waits {
		return s.drawNow(r, marked, named, text)
	}
	return s.drawn.Row(widget.RowKey[row]{Key: r, Marked: marked, Unsaved: s.unsaved(r), Other: named}, func() string { return s.drawNow(r, marked, named, "") })
}

func (s *Screen) unsaved(r row) bool { return r.kind != blank && s.env.Unsaved(r.id) }

func (s *Screen) drawNow(r row, marked, named bool, waits string) string {
	ground, cells := widget.Signs(s.env.Theme, marked, waits != "" || s.unsaved(r))
	switch r.kind {
	case head:
		cells = append(cells, s.headCells()...)
	case other:
		cells = append(cells, s.otherCells(r, marked, named)...)
	default:
		cells = append(cells, s.lineCells(r, marked, named, waits)...)
	}
	return widget.Row(s.at.width, ground, cells...)
}

// headCells is which card it is, its moment, and whose seat it looks from.
func (s *Screen) headCells() []widget.Cell {
	t, d := s.env.Theme, s.card()
	e := s.x.Event(d.Event)
	which := safe.Line(fmt.Sprintf("Card %d of %d", s.place+1, len(s.x.DecisionPoints)))
	clock := safe.Line(e.When.Clock(s.x.Zone))
	who, style := safe.Line(s.x.Person(d.Attendee).Name), t.Accent
	switch {
	case who == "":
		who, style = "nobody named", t.Look
	case !s.at.full:
		who = safe.Line(s.x.Person(d.Attendee).FirstName())
	}
	w := widget.Columns(max(s.at.width-3, 0), safe.Width(which)+3, clockCells(clock), -1, safe.Width(who)+2)
	return []widget.Cell{
		{Text: which, Width: w[0], Style: t.Dim},
		{Text: clock, Width: w[1], Style: screen.KindStyle(t, e.Kind)},
		{Text: safe.Line(e.What), Width: w[2], Style: t.Strong},
		{Text: who, Width: w[3], Style: style, Right: true},
	}
}

// clockCells is how wide a time stands with its gap; none for an event without one.
func clockCells(clock safe.Text) int {
	if clock == "" {
		return 0
	}
	return safe.Width(clock) + 2
}

func (s *Screen) lineCells(r row, marked, named bool, waits string) []widget.Cell {
	t := s.env.Theme
	label, words := t.Words(marked, t.Dim), t.Words(marked, t.Text)
	title := safe.Text("")
	if named {
		title = name(r.field)
	}
	cells := []widget.Cell{widget.Cell{Text: title, Style: label}.Fit(s.at.name, 1)}
	room := max(s.at.width-2-s.at.name-1, 0)
	switch {
	case waits != "" && !marked:
		return append(cells, widget.Cell{Text: safe.Line(waits), Width: room, Style: t.Dim})
	case r.kind == blank:
		words := hint(r.field)
		if len(s.x.LinesOf(r.id, r.field)) > 0 {
			words = "one more line, or Enter to go on"
		}
		return append(cells, widget.Cell{Text: "-", Width: 5, Style: t.Faint},
			widget.Cell{Text: words, Width: max(room-5, 0), Style: t.Faint})
	}
	l := s.texts[r.id]
	teacher := safe.Text("")
	if l.Attendee != "" {
		teacher = safe.Line(s.x.Person(l.Attendee).FirstName())
	}
	if teacher != "" && room > 24 {
		cells = append(cells, widget.Cell{Text: safe.Cut(safe.Line(l.Text), room-safe.Width(teacher)-2), Width: room - safe.Width(teacher), Style: words})
		return append(cells, widget.Cell{Text: teacher, Width: safe.Width(teacher), Style: t.Accent})
	}
	return append(cells, widget.Cell{Text: safe.Line(l.Text), Width: room, Style: words})
}

// otherCells names a card of the strip: "13:40 Chao, rebuild in the afternoon (8 of 8)".
func (s *Screen) otherCells(r row, marked, named bool) []widget.Cell {
	t := s.env.Theme
	words := t.Words(marked, t.Dim)
	title := safe.Text("")
	if named {
		title = "Other cards"
	}
	room := max(s.at.width-2-s.at.name-1, 0)
	count := safe.Line(fmt.Sprintf(" (%d of %d)", s.filled[s.cards[r.id]], len(model.CardFields())))
	text := safe.Cut(safe.Line(s.title(r.id)), max(room-safe.Width(count), 0))
	return []widget.Cell{
		widget.Cell{Text: title, Style: t.Dim}.Fit(s.at.name, 1),
		{Text: text + count, Width: room, Style: words},
	}
}

// title is how a card is called in a list: "13:40 Chao, planned index rebuild starts".
func (s *Screen) title(card model.ID) string {
	e := s.x.Event(s.x.DecisionPoints[s.cards[card]].Event)
	return strings.TrimSpace(s.moment(card) + ", " + e.What)
}

// moment is how a card is called in a sentence: "13:40 Chao".
func (s *Screen) moment(card model.ID) string {
	d := s.x.DecisionPoints[s.cards[card]]
	clock := s.x.Event(d.Event).When.Clock(s.x.Zone)
	who := cmp.Or(s.x.Person(d.Attendee).FirstName(), "nobody named")
	return strings.TrimSpace(clock + " " + who)
}

// teach is what the screen says while there is no card.
func (s *Screen) teach() []string {
	t := s.env.Theme
	line := func(text safe.Text, style theme.Style) string {
		return widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: text, Width: max(s.width-3, 0), Style: style})
	}
	out := []string{""}
	for _, part := range []struct {
		words safe.Text
		style theme.Style
	}{
		{"No card yet. A card looks at one decision from the seat of the person who took it: what was known, what was to be protected, which ways were in sight.", t.Text},
		{"Cards come from the timeline: mark the row of a decision, press Esc, then d. The card opens here with the cursor in its first field.", t.Text},
		{"Enter goes there now.", t.Strong},
	} {
		for _, words := range safe.Wrap(part.words, max(min(s.width-3, 76), 1)) {
			out = append(out, line(words, part.style))
		}
		out = append(out, "")
	}
	return out
}
