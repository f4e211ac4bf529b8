package countermeasures

import (
	"strconv"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// part names a drawn line: a row, a heading or a line under the marked row.
type part struct {
	row screen.Row
	n   int // of a heading or a line under a row; 0 for the row itself
}

// Body draws the list, and the marked row in full beside it where there is room.
func (s *Screen) Body() []string {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	if s.rows.Len() == 0 {
		rows := s.teach()
		return rows[:min(len(rows), s.height)]
	}
	rows := make([]string, 0, s.height)
	for i, l := range s.view() {
		switch l.Row {
		case widget.HeadingLine:
			rows = append(rows, s.heading(l.Section, i == 0))
		case widget.BlankLine:
			rows = append(rows, widget.Row(s.at.width, theme.Style{}))
		case widget.UnderLine:
			rows = append(rows, s.detail(l.Under))
		default:
			rows = append(rows, s.row(l.Row, l.Section))
		}
	}
	if s.at.pane > 0 {
		return widget.Beside(s.env.Theme, rows, s.at.width, s.side.Rows(s.Marked(), s.pane), s.height)
	}
	return rows
}

// heading draws a section's heading with the number of its rows. The first in sight also names
// the columns, as that of the decided ones always does.
func (s *Screen) heading(n int, first bool) string {
	sec := s.sections[n]
	heads := sec.kind == decided || first && (sec.kind == undecided || sec.kind == resting || sec.kind == done)
	key := widget.RowKey[part]{Key: part{n: 1 + int(sec.kind)}, Other: heads}
	return s.drawn.Row(key, func() string {
		t := s.env.Theme
		words := safe.Line(sec.kind.heading() + " (" + strconv.Itoa(sec.to-sec.from) + ")")
		if !heads {
			return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: words, Width: max(s.at.width-2, 0), Style: t.Dim})
		}
		return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2},
			widget.Cell{Text: words, Style: t.Dim}.Fit(indent-2+s.at.text, 1),
			widget.Cell{Text: "Owner", Style: t.Faint}.Fit(s.at.owner, 1), widget.Cell{Text: "By", Style: t.Faint}.Fit(s.at.by, 1), widget.Cell{Text: "Kind", Width: s.at.kind, Style: t.Faint})
	})
}

// row draws one row, unless it stands drawn already.
func (s *Screen) row(i, n int) string {
	row := s.rows.Key(i)
	key := widget.RowKey[part]{Key: part{row: row}, Marked: row == s.Marked(), Unsaved: s.env.Unsaved(row.ID), Other: row == s.merging}
	return s.drawn.Row(key, func() string { return s.draw(row, s.sections[n].kind, key.Marked, key.Unsaved) })
}

func (s *Screen) draw(row screen.Row, kind sectionKind, marked, unsaved bool) string {
	t := s.env.Theme
	ground, cells := widget.Signs(t, marked, unsaved)
	words := t.Text
	if kind != decided && kind != undecided {
		words = t.Dim
	}
	if marked {
		words = t.Strong
	}
	var rest []widget.Cell
	late, due := false, false
	if row.Table == model.ParkedIdeas {
		idea := s.x.ParkedIdeas[s.ideas[row.ID]]
		origin := s.origins.from(idea)
		if kind == declined {
			origin = idea.Reason
		}
		rest = []widget.Cell{widget.Cell{Text: safe.Line(origin), Style: t.Dim}.Fit(s.at.owner+s.at.by+s.at.kind, 1)}
	} else {
		c := s.x.Countermeasures[s.measures[row.ID]]
		late, due = c.Overdue(s.today()), c.ToDecide(s.today())
		rest = s.columns(c, kind, late)
	}
	switch {
	case row == s.merging:
		cells[1].Text, cells[1].Style = "m", t.Accent
	case !unsaved && (late || due):
		cells[1].Text = "!"
	}
	text := s.at.text
	gap := min(2, text)
	cells = append(cells, widget.Cell{Width: indent - 2}, widget.Cell{Text: safe.Cut(safe.Line(s.words(row)), text-gap), Width: text, Style: words})
	return widget.Row(s.at.width, ground, append(cells, rest...)...)
}

// columns is owner, date and kind of a countermeasure. An undecided one says what it lacks, and
// a declined one why it was.
func (s *Screen) columns(c model.Countermeasure, kind sectionKind, late bool) []widget.Cell {
	t := s.env.Theme
	if kind == declined {
		return []widget.Cell{widget.Cell{Text: safe.Line(c.Reason), Style: t.Dim}.Fit(s.at.owner+s.at.by+s.at.kind, 1)}
	}
	owner, ownerStyle := s.called(c.Owner), t.Text
	by, byStyle := s.day(c.By), t.Text
	switch kind {
	case undecided:
		if owner == "" {
			owner, ownerStyle = "none", t.Look
		}
		if by == "" {
			by, byStyle = "no date", t.Look
		}
	case resting:
		if c.ToDecide(s.today()) {
			return s.toDecide(owner)
		}
		by, ownerStyle, byStyle = s.day(c.RestUntil), t.Dim, t.Dim
	case done:
		by, ownerStyle, byStyle = s.day(c.DoneOn), t.Dim, t.Dim
	}
	if late {
		byStyle = t.Look
	}
	return []widget.Cell{
		widget.Cell{Text: safe.Line(owner), Style: ownerStyle}.Fit(s.at.owner, 1), widget.Cell{Text: safe.Line(by), Style: byStyle}.Fit(s.at.by, 1),
		{Text: safe.Line(string(c.Kind)), Width: s.at.kind, Style: t.Dim},
	}
}

// toDecide is the columns of a resting one whose day has come: the words take the place of kind.
func (s *Screen) toDecide(owner string) []widget.Cell {
	t, words := s.env.Theme, safe.Text("to decide today")
	if s.at.kind == 0 {
		words = "to decide"
	}
	return []widget.Cell{widget.Cell{Text: safe.Line(owner), Style: t.Text}.Fit(s.at.owner, 1), {Text: words, Width: s.at.by + s.at.kind, Style: t.Look}}
}

// day is a day in ten cells: "Fri 27 Mar", and with its year "2027-03-27" in another one.
func (s *Screen) day(d model.Date) string {
	if !d.IsZero() && d.Year != s.today().Year {
		return d.String()
	}
	return d.Words()
}

// called is a person's first name, or all of it where there is room.
func (s *Screen) called(id model.ID) string {
	owner := s.x.Named(id) // owners stay named
	if s.at.owner < 14 {
		return owner.FirstName()
	}
	return owner.Name
}

// teach is what an empty screen says: what to type here, with an example.
func (s *Screen) teach() []string {
	return widget.Teach(s.env.Theme, s.width,
		"",
		"Nothing here yet. Type what will change, who owns it and by when:",
		"",
		"  Alert the shift on replica lag @ana by fri #detect",
		"",
		"Enter records it. Without an owner and a date it stays undecided.",
		"Then > adds to that row, for example:",
		"",
		"  >done when a lag of 60 s in staging pages the shift",
	)
}
