package countermeasures

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// paneLabel is where the words stand behind the labels of the pane.
const paneLabel = 11

// pane is the marked row in full, as it was drawn last.
type pane struct {
	row   screen.Row
	theme string
	rows  []string
}

// beside joins the list with the pane at its right.
func (s *Screen) beside(rows []string) []string {
	if row := s.Marked(); s.pane.row != row || s.pane.theme != s.env.Theme.Name {
		s.pane = pane{row: row, theme: s.env.Theme.Name, rows: s.drawPane()}
	}
	return widget.Beside(s.env.Theme, rows, s.at.width, s.pane.rows, s.height)
}

func (s *Screen) drawPane() []string {
	t, width := s.env.Theme, max(s.at.pane-2, 1)
	var out []string
	for _, text := range safe.Lines(s.words(s.Marked()), max(width-1, 1)) {
		out = append(out, widget.Row(width, theme.Style{}, widget.Cell{Text: text, Width: width, Style: t.Strong}))
	}
	out = append(out, "")
	for _, d := range s.inFull() {
		text, style := safe.Lines(d.text, max(width-paneLabel-1, 1)), t.Text
		if d.text == "" {
			if d.hint == "" {
				continue
			}
			text, style = safe.Wrap("-  "+d.hint, max(width-paneLabel-1, 1)), t.Faint
		}
		for i, part := range text {
			label := widget.Cell{Width: paneLabel}
			if i == 0 {
				label.Text, label.Style = d.label, t.Dim
			}
			out = append(out, widget.Row(width, theme.Style{}, label, widget.Cell{Text: part, Width: width - paneLabel, Style: style}))
		}
	}
	if len(out) > s.height && s.height > 0 {
		out = append(out[:s.height-1], t.Faint.Render(safe.Cut("there is more; e opens the row", width)))
	}
	return out
}

// inFull is everything that is told of the marked row. What is empty and has no hint is left out.
func (s *Screen) inFull() []told {
	if idea, ok := s.idea(); ok {
		return []told{
			{"Parked", s.from(idea), ""},
			{"Said by", s.x.Person(idea.Attendee).Name, ""},
			{"Row", s.event(idea.Of, idea.OfID), ""},
			{"Declined", idea.Reason, ""},
		}
	}
	c, ok := s.measure()
	if !ok {
		return nil
	}
	all := []told{
		{"Owner", s.x.Named(c.Owner).Name, "nobody yet; >@ana"},
		{"By", c.By.Words(), "no date yet; >by fri"},
		{"Kind", string(c.Kind), "#prevent, #detect, #mitigate, #recover or #learn"},
		{"Done when", c.DoneWhen, "how will we know? >done when ..."},
		{"Condition", s.condition(c), "which one does it address? e opens the row"},
		{"Ticket", c.Ticket, ""},
		{"Row", s.event(model.Events, c.Event), ""},
		{"Rests until", c.RestUntil.Words(), ""},
		{"Declined", c.Reason, ""},
		{"Done", c.DoneOn.Words(), ""},
		{"Closing", c.Closing, ""},
		{"Tested", s.tested(c), ""},
	}
	for _, i := range s.became[c.ID] {
		idea := s.x.ParkedIdeas[i]
		words := idea.Text
		if from := s.from(idea); from != "" {
			words += " (" + from + ")"
		}
		all = append(all, told{"Parked as", words, ""})
	}
	for _, v := range s.x.EvidenceOf(c.ID) {
		if v.Quote != "" {
			all = append(all, told{"Said", `"` + v.Quote + `"`, ""})
		}
	}
	for _, n := range s.x.NotesOf(c.ID) {
		all = append(all, told{"Note", n.Text, ""})
	}
	return all
}

// event is a row of the timeline: when and what.
func (s *Screen) event(table model.Table, id model.ID) string {
	if table != model.Events || id == "" {
		return ""
	}
	e := s.x.Event(id)
	if at := e.When.Clock(s.x.Zone); at != "" {
		return at + "  " + e.What
	}
	return e.What
}
