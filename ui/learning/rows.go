package learning

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// drawn names a drawn line: a place, or the heading of a kind.
type drawn struct {
	place   place
	heading model.LearningKind
}

// Body draws the headings with their rows, who teaches what, and the marked row in full beside
// them where there is room.
func (s *Screen) Body() []string {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	rows := make([]string, 0, s.height)
	for _, l := range s.view() {
		if l.Row < 0 {
			rows = append(rows, s.heading(s.kinds[l.Section]))
		} else {
			rows = append(rows, s.row(l.Row))
		}
	}
	if s.at.list < s.height && len(s.teachers) > 0 {
		rows = append(rows, s.teachersLine())
	}
	if s.at.pane > 0 {
		return widget.Beside(s.env.Theme, rows, s.at.width, s.side.Rows(s.place(), s.pane), s.height)
	}
	return rows
}

// heading is bold while the phase lacks a row of the kind.
func (s *Screen) heading(kind model.LearningKind) string {
	_, empty := s.places.Index(place{kind: kind})
	here := s.kind() == kind
	key := widget.RowKey[drawn]{Key: drawn{heading: kind}, Marked: here}
	return s.drawn.Row(key, func() string {
		t := s.env.Theme
		style := t.Dim
		switch {
		case empty && wordsOf(kind).asked:
			style = t.Strong
		case here:
			style = t.Accent
		}
		return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: heading(kind), Width: max(s.at.width-2, 0), Style: style})
	})
}

// row draws one row, unless it stands drawn already.
func (s *Screen) row(i int) string {
	p := s.places.Key(i)
	key := widget.RowKey[drawn]{Key: drawn{place: p}, Marked: p == s.place(), Unsaved: p.id != "" && s.env.Unsaved(p.id)}
	return s.drawn.Row(key, func() string { return s.draw(p, key.Marked, key.Unsaved) })
}

func (s *Screen) draw(p place, marked, unsaved bool) string {
	t := s.env.Theme
	ground, cells := widget.Signs(t, marked, unsaved)
	words := t.Words(marked, t.Text)
	cells = append(cells, widget.Cell{Width: indent - 2})
	if p.id == "" {
		return widget.Row(s.at.width, ground, append(cells, widget.Cell{Text: "-", Width: 3, Style: t.Look},
			widget.Cell{Text: "nothing yet; for example: " + wordsOf(p.kind).example, Width: max(s.at.width-indent-3, 0), Style: t.Dim})...)
	}
	l := s.x.Learnings[s.rows[p.id]]
	cells = append(cells, widget.Cell{Text: safe.Cut(safe.Line(l.Text), s.at.text-min(2, s.at.text)), Width: s.at.text, Style: words})
	return widget.Row(s.at.width, ground, append(cells, s.describe(l)...)...)
}

// describe is what stands behind the words: of a question who answers it by when, of a weaker signal
// where it was seen, of all others when it came up and who said it.
func (s *Screen) describe(l model.Learning) []widget.Cell {
	t := s.env.Theme
	cell := func(text string, style theme.Style) []widget.Cell {
		return []widget.Cell{{Text: safe.Line(text), Width: s.at.source, Style: style}}
	}
	switch l.Kind {
	case model.OpenQuestion:
		text, open := s.answerer(l)
		if open {
			return cell(text, t.Look)
		}
		return cell(text, t.Dim)
	case model.WeakerSignal:
		if l.Seen != "" {
			return cell(l.Seen, t.Dim)
		}
	}
	e := s.x.Event(l.Event)
	return []widget.Cell{
		{Text: safe.Line(start(e, s.x)), Width: min(clockWidth, s.at.source), Style: t.Dim},
		{Text: safe.Line(s.x.Person(l.Attendee).FirstName()), Width: max(s.at.source-clockWidth, 0), Style: t.Dim},
	}
}

// answerer is who answers a question by when, in the longest form that fits: "Ben, by Mon" for a
// day of the coming week. Open tells that nobody does yet.
func (s *Screen) answerer(l model.Learning) (text string, open bool) {
	name := s.x.Person(l.Attendee).FirstName()
	switch {
	case l.Answer != "" && name != "":
		return name + " answered", false
	case l.Answer != "":
		return "answered", false
	case name == "":
		return "nobody yet", true
	case l.By.IsZero():
		return name, false
	}
	day := l.By.Time().Format("2 Jan")
	if !l.By.Before(s.today()) && l.By.Before(s.today().AddDays(7)) {
		day = l.By.Time().Format("Mon")
	}
	if text = name + ", by " + day; len(text) > s.at.source {
		text = name + ", " + day
	}
	return text, false
}

// start is when an event began, "" where it has no time.
func start(e model.Event, x *model.Index) string {
	return model.Moment{At: e.When.At}.Clock(x.Zone)
}
