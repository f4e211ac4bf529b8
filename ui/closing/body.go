package closing

import (
	"cmp"
	"fmt"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// columns are the cells of what stands in columns, each with its gap.
type columns struct {
	owner, date int // of what is read back
	phase       int // of what is missing
	part        int // the names at the left of the lower rows
}

// widest is how far the words of a countermeasure reach where there is room for more.
const widest = 72

// measure takes the columns from the longest names there are, and joins what each phase lacks as
// far as its column reaches.
func (s *Screen) measure() {
	c := columns{owner: 6, date: 11, phase: 13, part: 15}
	for _, b := range s.back {
		c.owner = max(c.owner, min(safe.Width(safe.Line(s.x.Named(b.Owner).FirstName()))+2, 14))
	}
	for _, l := range meeting.LacksByPhase(s.x, 0) {
		c.phase = max(c.phase, safe.Width(safe.Line(l.Phase.Short()))+2)
	}
	if s.width < 40 {
		c.owner, c.phase, c.part = min(c.owner, 6), min(c.phase, 9), min(c.part, max(s.width/3, 1))
	}
	s.columns = c
	s.lacks = meeting.LacksByPhase(s.x, max(lackWidths(max(s.width-3, 0), c.phase)[2], 1))
	s.lackAt = make(map[model.ID]int, len(s.lacks))
	for i, l := range s.lacks {
		s.lackAt[lackID(l)] = i
	}
}

// lackWidths is the cells of a row of what is missing: its indent, the phase, the words.
func lackWidths(room, phase int) []int {
	if w := widget.Columns(room, 4, phase, -1); w[2] >= 12 {
		return w
	}
	return widget.Columns(room, 1, 0, -1)
}

// Body draws the rows round the mark.
func (s *Screen) Body() []string {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	return s.marks.View(s.rows, s.height, s.row)
}

// row draws a row, unless it stands drawn already.
func (s *Screen) row(i int, marked bool) string {
	r := s.rows.Key(i)
	if text, waits := s.waiting(r); waits && !marked {
		return s.draw(r, false, text)
	}
	return s.drawn.Row(widget.RowKey[row]{Key: r, Marked: marked, Unsaved: s.unsaved(r)}, func() string { return s.draw(r, marked, "") })
}

func (s *Screen) unsaved(r row) bool {
	return r.kind == tick && s.env.Unsaved(r.id)
}

// waiting is what was typed into a field and is not recorded.
func (s *Screen) waiting(r row) (string, bool) {
	key := screen.Key{Field: string(r.id)}
	switch r.kind {
	case hands:
		key = screen.Key{Row: r.id, Field: "hands"}
	case publish, tryNext:
	default:
		return "", false
	}
	text, ok := s.env.Waiting(key)
	return text, ok && text != ""
}

func (s *Screen) draw(r row, marked bool, waits string) string {
	t := s.env.Theme
	ground, cells := widget.Signs(t, marked, waits != "" || s.unsaved(r))
	room := max(s.width-3, 0)
	text := func(words safe.Text, style theme.Style) {
		cells = append(cells, widget.Cell{Text: words, Width: room, Style: style})
	}
	switch r.kind {
	case title:
		words := safe.Text("Read back, owner by owner")
		if r.id == stillToAdd {
			words = "Still missing; none of it blocks the page"
		}
		text(words, t.Dim)
	case note:
		text("    nothing is decided yet; what has an owner and a date comes here", t.Faint)
	case tick:
		cells = append(cells, s.tickCells(s.byID[r.id], marked, room)...)
	case missing:
		cells = append(cells, s.missingCells(s.lacks[s.lackAt[r.id]], marked, room)...)
	case hands:
		cells = append(cells, s.handCells(r.question(), marked, waits, room)...)
	case tryNext:
		cells = append(cells, s.partCells("Try next", s.x.Session().TryNext, waits, "a calculated risk: small, and easy to take back", marked, room)...)
	case held:
		cells = append(cells, s.partCells("Status", string(s.x.Header.Status)+"; Enter here says that the meeting was held", "", "", marked, room)...)
	case publish:
		value, hint := s.x.Postmortem.Field(model.Field(r.id)), safe.Text("wiki, mailing list, chat: as widely as possible")
		if r.id == model.ID(model.FieldTold) {
			hint = "who hears of it from a person, not from a page"
		}
		cells = append(cells, s.partCells(safe.Line(string(r.id)), value, waits, hint, marked, room)...)
	case preview:
		cells = append(cells, s.partCells("Preview", "read the page as it is published, then write it", "", "", marked, room)...)
	}
	return widget.Row(s.width, ground, cells...)
}

// tickCells is a countermeasure with its box, its owner and its day.
func (s *Screen) tickCells(c model.Countermeasure, marked bool, room int) []widget.Cell {
	t := s.env.Theme
	box, style := safe.Text("[ ] "), t.Text
	boxStyle := t.Text
	if !c.ReadBack.IsZero() {
		box, style, boxStyle = "[x] ", t.Dim, t.OK
	}
	if marked {
		style = t.Strong
	}
	words, day := safe.Line(c.Text), c.By
	if c.Standing() == model.StandsResting {
		words, day = "Resting: "+words, c.RestUntil
	}
	owner := cmp.Or(safe.Line(s.x.Named(c.Owner).FirstName()), "-")
	w := widget.Columns(room+1, 4, -1, s.columns.owner, s.columns.date)
	if w[1] < 12 { // the words first, where there is no room for all
		w = widget.Columns(room+1, 4, -1, 0, 0)
	}
	w[1] = min(w[1], widest) // the eye goes from the words to the owner
	return []widget.Cell{
		{Text: box, Width: w[0], Style: boxStyle},
		widget.Cell{Text: words, Style: style}.Fit(w[1], 1),
		widget.Cell{Text: owner, Style: style}.Fit(w[2], 1),
		{Text: safe.Line(day.Words()), Width: w[3], Style: style},
	}
}

func (s *Screen) missingCells(l meeting.Lack, marked bool, room int) []widget.Cell {
	t := s.env.Theme
	phase, style := t.Words(marked, t.Dim), t.Words(marked, t.Text)
	w := lackWidths(room, s.columns.phase)
	return []widget.Cell{
		{Width: w[0]},
		widget.Cell{Text: safe.Line(l.Phase.Short()), Style: phase}.Fit(w[1], 1),
		{Text: safe.Line(l.Words), Width: w[2], Style: style},
	}
}

// handCells is one of the counts; the first of them says of how many people.
func (s *Screen) handCells(q model.HandQuestions, marked bool, waits string, room int) []widget.Cell {
	t := s.env.Theme
	style := t.Words(marked, t.Text)
	part := safe.Text("")
	if q == model.LearnedSomething {
		part = safe.Line(fmt.Sprintf("Hands of %d", s.room()))
		if s.room() == 0 {
			part = "Hands"
		}
	}
	value, valueStyle := safe.Line(s.count(q)), style
	switch {
	case waits != "":
		value, valueStyle = safe.Line(waits), t.Dim
	case value == "":
		value, valueStyle = "-", t.Faint
	}
	w := widget.Columns(room, s.columns.part, 21, -1)
	return []widget.Cell{
		widget.Cell{Text: part, Style: t.Dim}.Fit(w[0], 1),
		{Text: safe.Line(q.String()), Width: w[1], Style: style},
		{Text: value, Width: w[2], Style: valueStyle},
	}
}

func (s *Screen) partCells(part safe.Text, value, waits string, hint safe.Text, marked bool, room int) []widget.Cell {
	t := s.env.Theme
	name, style := t.Words(marked, t.Dim), t.Words(marked, t.Text)
	w := widget.Columns(room, max(s.columns.part, min(safe.Width(part)+1, room/2)), -1)
	cells := []widget.Cell{widget.Cell{Text: part, Style: name}.Fit(w[0], 1)}
	switch {
	case waits != "":
		return append(cells, widget.Cell{Text: safe.Line(waits), Width: w[1], Style: t.Dim})
	case strings.TrimSpace(value) == "":
		return append(cells, widget.Cell{Text: "-", Width: min(5, w[1]), Style: t.Faint}, widget.Cell{Text: hint, Width: max(w[1]-5, 0), Style: t.Faint})
	}
	return append(cells, widget.Cell{Text: safe.Line(value), Width: w[1], Style: style})
}
