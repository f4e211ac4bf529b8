package home

import (
	"fmt"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Widths of the columns; the title takes what is left.
const (
	dateWidth  = 12
	kindWidth  = 13
	stageWidth = 10
	openWidth  = 6
	// withKind is the least width at which the kind has a column.
	withKind = 72
	// dueRows is how many overdue countermeasures stand under the list.
	dueRows = 2
	// withDues is the least height at which they do.
	withDues = 13
)

// Body draws the list, what home offers, and what is overdue.
func (s *Screen) Body() []string {
	switch {
	case s.height <= 0 || s.width <= 0 || !s.loaded:
		return nil
	case s.first():
		return s.cut(s.welcome())
	}
	rows := []string{s.head()}
	marked, _, _ := s.marks.Marked(s.rows)
	for i, last := s.window(); i < last; i++ {
		rows = append(rows, s.drawRow(i, s.shown[i].ID == marked.id))
	}
	if len(s.shown) == 0 {
		rows = append(rows, widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: "No post-mortem holds these words.", Width: s.width - 2, Style: s.env.Theme.Dim}))
	}
	rows = append(rows, "")
	rows = append(rows, s.drawOffer(sample), s.drawOffer(newOne))
	if s.height >= withDues && len(s.dues) > 0 {
		rows = append(rows, "")
		for i, d := range s.dues[:min(len(s.dues), dueRows)] {
			rows = append(rows, s.drawDue(i, d))
		}
	}
	return s.cut(rows)
}

func (s *Screen) cut(rows []string) []string { return rows[:min(len(rows), s.height)] }

// listHeight is how many post-mortems are shown.
func (s *Screen) listHeight() int {
	taken := 4 // head, a blank row, two offers
	if s.height >= withDues && len(s.dues) > 0 {
		taken += 2 + min(len(s.dues), dueRows)
	}
	return max(min(s.height-taken, len(s.shown)), 0)
}

// window is which of the post-mortems are shown: round the marked one, or as they stood last
// while an offer below them is marked.
func (s *Screen) window() (first, last int) {
	if m, _, _ := s.marks.Marked(s.rows); m.id != "" {
		s.scrolled.Mark(m.id)
	}
	return s.scrolled.Window(s.ids, s.listHeight())
}

// rowAt returns what is drawn at a row of the body.
func (s *Screen) rowAt(at int) (row, bool) {
	if s.first() {
		for i, o := range []offer{sample, readFile} {
			if at == s.welcomeOffersAt()+i {
				return row{offer: o}, true
			}
		}
		return row{}, false
	}
	first, last := s.window()
	i := first + at - 1
	if at >= 1 && i < last {
		return s.rows.Key(i), true
	}
	switch at - 1 - max(last-first, 1) {
	case 1:
		return row{offer: sample}, true
	case 2:
		return row{offer: newOne}, true
	}
	return row{}, false
}

func (s *Screen) head() string {
	cell := func(text safe.Text) widget.Cell { return widget.Cell{Text: text, Style: s.env.Theme.Faint} }
	return s.columns(theme.Style{}, []widget.Cell{{Text: "  ", Width: 2, Style: s.env.Theme.Faint}}, cell("Date"), cell("Title"), cell("Kind"), cell("Stage"), cell("Open"))
}

func (s *Screen) columns(ground theme.Style, signs []widget.Cell, date, title, kind, stage, open widget.Cell) string {
	kinds := kindWidth
	if s.width < withKind {
		kinds = 0
	}
	w := widget.Columns(max(s.width-2, 0), dateWidth, -1, kinds, stageWidth, openWidth, 2)
	open.Right = true
	return widget.Row(s.width, ground, append(signs, date.Fit(w[0], 0), title.Fit(max(w[1]-2, 0), 0), widget.Cell{Width: min(w[1], 2)}, kind.Fit(w[2], 0), stage.Fit(w[3], 0), open.Fit(w[4], 0))...)
}

// signs are the ground and the first cells of a row, and the style of its words.
func (s *Screen) signs(marked bool, words theme.Style) (ground theme.Style, cells []widget.Cell, style theme.Style) {
	if ground, cells = widget.Signs(s.env.Theme, marked, false); marked {
		words = s.env.Theme.Strong
	}
	return ground, cells, words
}

func (s *Screen) drawRow(i int, marked bool) string {
	l := s.shown[i]
	return s.drawn.Row(widget.RowKey[row]{Key: row{id: l.ID}, Marked: marked}, func() string {
		t := s.env.Theme
		ground, signs, title := s.signs(marked, t.Text)
		dim := func(text string) widget.Cell { return widget.Cell{Text: safe.Line(text), Style: t.Dim} }
		if l.Unreadable != "" {
			return widget.Row(s.width, ground, append(signs, dim(l.ID.Short(dateWidth-2)).Fit(dateWidth, 0),
				widget.Cell{Text: safe.Line(model.Unread(l.Unreadable)), Width: max(s.width-2-dateWidth, 0), Style: t.Look})...)
		}
		open := dim(fmt.Sprint(l.Open))
		if l.Overdue > 0 {
			open.Text, open.Style = open.Text+" !", t.Look
		}
		return s.columns(ground, signs, dim(l.Date.String()), widget.Cell{Text: safe.Line(l.Title), Style: title}, dim(string(l.Kind)), dim(l.Stage()), open)
	})
}

func (s *Screen) drawOffer(o offer) string {
	text := map[offer]safe.Text{
		sample:   "+ Sample incident, to look around (nothing of it is kept)",
		newOne:   "+ New post-mortem with the title typed below",
		readFile: "+ Read a file: a JSON export",
	}[o]
	m, _, ok := s.marks.Marked(s.rows)
	ground, signs, style := s.signs(ok && m.offer == o, s.env.Theme.Dim)
	return widget.Row(s.width, ground, append(signs, widget.Cell{Text: text, Width: max(s.width-2, 0), Style: style})...)
}

func (s *Screen) drawDue(i int, d model.Due) string {
	t := s.env.Theme
	label := safe.Text("") // stands once above the rows of one kind
	if i == 0 || s.dues[i-1].Resting != d.Resting {
		label = "Overdue"
		if d.Resting {
			label = "To decide"
		}
	}
	by := safe.Line(d.By.Words())
	if d.Unreadable != "" {
		by, d.Text = "", model.Unread(d.Unreadable)
	}
	w := widget.Columns(max(s.width-4, 0), 10, -1, 10, 12)
	return widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2},
		widget.Cell{Text: label, Width: w[0], Style: t.Look},
		widget.Cell{Text: safe.Line(d.Text), Width: max(w[1]-1, 0), Style: t.Text}, widget.Cell{Width: 1},
		widget.Cell{Text: safe.Line(d.Owner), Width: w[2], Style: t.Dim},
		widget.Cell{Text: by, Width: w[3], Style: t.Look})
}

// welcome is the only body that explains itself at length: there is no post-mortem yet.
func (s *Screen) welcome() []string {
	var rows []string
	for _, text := range s.welcomeLines() {
		rows = append(rows, widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: text, Width: max(s.width-2, 0), Style: s.env.Theme.Text}))
	}
	return append(rows, s.drawOffer(sample), s.drawOffer(readFile))
}

func (s *Screen) welcomeLines() []safe.Text {
	long := []safe.Text{
		"A post-mortem is a meeting of about an hour. It goes like this:",
		"",
		"  1  Type a title below, for example:  Checkout errors on 12 March",
		"  2  Enter makes it and opens the first phase.",
		"  3  Tab goes on, phase by phase. The question after \"Ask\" is yours to read",
		"     out; what people answer, you type. Enter records each line.",
		"  4  At the end, Close writes a Markdown page that you can publish.",
		"",
		"Each line is on disk when this screen says \"saved\". ctrl+z takes back",
		"whatever came last. No account, no network.",
		"",
	}
	short := []safe.Text{
		"Type a title below; Enter makes the post-mortem. Tab goes on,",
		"phase by phase. \"Ask\" is yours to read out; type the answers,",
		"Enter records each line. Close writes a Markdown page.",
		"",
	}
	if s.height < len(long)+2 || s.width < 78 {
		return short
	}
	return long
}

func (s *Screen) welcomeOffersAt() int { return len(s.welcomeLines()) }
