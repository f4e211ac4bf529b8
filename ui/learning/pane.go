package learning

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// paneLabel is where the words stand behind the labels of the pane.
const paneLabel = 10

// pane is the marked row in full, as it was drawn last.
type pane struct {
	place place
	theme string
	rows  []string
}

// beside joins the list with the pane at its right.
func (s *Screen) beside(rows []string) []string {
	if p := s.place(); s.pane.place != p || s.pane.theme != s.env.Theme.Name {
		s.pane = pane{place: p, theme: s.env.Theme.Name, rows: s.drawPane()}
	}
	return widget.Beside(s.env.Theme, rows, s.at.width, s.pane.rows, s.height)
}

func (s *Screen) drawPane() []string {
	t, width := s.env.Theme, max(s.at.pane-2, 1)
	out := []string{widget.Row(width, theme.Style{}, widget.Cell{Text: heading(s.kind()), Width: width, Style: t.Accent})}
	add := func(label safe.Text, text string, style theme.Style) {
		for i, part := range safe.Lines(text, max(width-paneLabel-1, 1)) {
			head := widget.Cell{Width: paneLabel}
			if i == 0 {
				head.Text, head.Style = label, t.Dim
			}
			out = append(out, widget.Row(width, theme.Style{}, head, widget.Cell{Text: part, Width: width - paneLabel, Style: style}))
		}
	}
	if l, ok := s.learning(); ok {
		for _, part := range safe.Lines(l.Text, max(width-1, 1)) {
			out = append(out, widget.Row(width, theme.Style{}, widget.Cell{Text: part, Width: width, Style: t.Strong}))
		}
		out = append(out, "")
		who := safe.Text("Said by")
		if l.Kind == model.OpenQuestion {
			who = "Asked of"
		}
		add(who, s.x.Person(l.Attendee).Name, t.Text)
		add("By", l.By.Words(), t.Text)
		add("Answer", l.Answer, t.Text)
		add("Seen", l.Seen, t.Text)
		if e := s.x.Event(l.Event); e.ID != "" {
			add("Row", start(e, s.x)+"  "+e.What, t.Text)
		}
		for _, v := range s.x.EvidenceOf(l.ID) {
			if v.Quote != "" {
				add("Said", `"`+v.Quote+`"`, t.Text)
			}
		}
		for _, n := range s.x.NotesOf(l.ID) {
			add("Note", n.Text, t.Text)
		}
	} else {
		out = append(out, "")
		for _, part := range safe.Wrap("Type it in the line below and press Enter; it joins this heading.", max(width-1, 1)) {
			out = append(out, widget.Row(width, theme.Style{}, widget.Cell{Text: part, Width: width, Style: t.Dim}))
		}
	}
	if len(s.teachers) > 0 && len(out) < s.height {
		out = append(out, "", widget.Row(width, theme.Style{}, widget.Cell{Text: "Teachers", Width: width, Style: t.Dim}))
		for _, teach := range s.teachers[:min(len(s.teachers), s.height)] {
			for i, part := range safe.Lines(teach.words(), max(width-5, 1)) {
				left := 2
				if i > 0 {
					left = 4
				}
				out = append(out, widget.Row(width, theme.Style{}, widget.Cell{Width: left}, widget.Cell{Text: part, Width: width - left, Style: t.Text}))
			}
		}
	}
	if len(out) > s.height && s.height > 0 {
		out = append(out[:s.height-1], t.Faint.Render(safe.Cut("there is more; e opens the row", width)))
	}
	return out
}
