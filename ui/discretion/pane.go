package discretion

import (
	"cmp"

	"debrief/model"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// beside joins the rows with the pane at their right, which tells of that event.
func (s *Screen) beside(rows []string, e model.Event) []string {
	return widget.Beside(s.env.Theme, rows, s.at.width, s.side.Rows(e.ID, func() []string { return s.pane(e) }), s.height)
}

// pane tells what was said of a moment: the event in full and its accounts.
func (s *Screen) pane(e model.Event) []string {
	t := s.env.Theme
	p := widget.NewPane(t, s.at.pane)
	add := func(indent int, text string, style theme.Style) { p.Text(widget.Cell{Width: indent}, text, style) }
	title := e.When.Clock(s.x.Zone)
	if !e.When.IsZero() {
		title += "  " + e.When.At.In(s.x.Zone).Format("Mon 2 Jan")
	}
	add(0, title, t.Accent)
	add(0, e.What, t.Strong)
	p.Blank()
	add(0, "Accounts of this moment", t.Dim)
	before := p.Len()
	for _, a := range s.x.AccountsOf(e.ID) {
		if a.Text == "" {
			continue
		}
		who := cmp.Or(s.x.Person(a.Attendee).Name, "nobody named")
		add(2, who, t.Accent)
		add(4, a.Text, t.Text)
	}
	if p.Len() == before {
		add(2, "none yet; they are told in the timeline", t.Faint)
	}
	return p.Rows(s.height, "there is more in the timeline")
}
