package discretion

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// beside joins the rows with the pane at their right, which tells of that event.
func (s *Screen) beside(rows []string, e model.Event) []string {
	if s.told == nil || s.toldOf != e.ID {
		s.told, s.toldOf = s.pane(e), e.ID
	}
	return widget.Beside(s.env.Theme, rows, s.at.width, s.told, s.height)
}

// pane tells what was said of a moment: the event in full and its accounts.
func (s *Screen) pane(e model.Event) []string {
	t, width := s.env.Theme, max(s.at.pane-2, 1)
	out := []string{}
	add := func(indent int, text string, style theme.Style) {
		for _, words := range safe.Lines(text, max(width-indent-1, 1)) {
			out = append(out, widget.Row(width, theme.Style{}, widget.Cell{Width: indent}, widget.Cell{Text: words, Width: max(width-indent, 0), Style: style}))
		}
	}
	title := e.When.Clock(s.x.Zone)
	if !e.When.IsZero() {
		title += "  " + e.When.At.In(s.x.Zone).Format("Mon 2 Jan")
	}
	add(0, title, t.Accent)
	add(0, e.What, t.Strong)
	out = append(out, "")
	add(0, "Accounts of this moment", t.Dim)
	told := 0
	for _, a := range s.x.AccountsOf(e.ID) {
		if a.Text == "" {
			continue
		}
		told++
		who := s.x.Person(a.Attendee).Name
		if who == "" {
			who = "nobody named"
		}
		add(2, who, t.Accent)
		add(4, a.Text, t.Text)
	}
	if told == 0 {
		add(2, "none yet; they are told in the timeline", t.Faint)
	}
	if len(out) > s.height && s.height > 0 {
		out = append(out[:s.height-1], t.Faint.Render(safe.Cut("there is more in the timeline", width)))
	}
	return out
}
