package countermeasures

import (
	"debrief/model"
	"debrief/ui/widget"
)

// paneLabel is where the words stand behind the labels of the pane.
const paneLabel = 11

// pane tells the marked row in full.
func (s *Screen) pane() []string {
	t := s.env.Theme
	p := widget.NewPane(t, s.at.pane)
	p.Text(widget.Cell{}, s.words(s.Marked()), t.Strong)
	p.Blank()
	for _, d := range s.inFull() {
		label := widget.Cell{Text: d.label, Width: paneLabel, Style: t.Dim}
		switch {
		case d.text != "":
			p.Text(label, d.text, t.Text)
		case d.hint != "":
			p.Words(label, "-  "+d.hint, t.Faint)
		}
	}
	return p.Rows(s.height, "there is more; e opens the row")
}

// inFull is everything that is told of the marked row. What is empty and has no hint is left out.
func (s *Screen) inFull() []detail {
	if idea, ok := s.idea(); ok {
		return []detail{
			{"Parked", s.origins.from(idea), ""},
			{"Said by", s.x.Person(idea.Attendee).Name, ""},
			{"Row", s.event(idea.Of, idea.OfID), ""},
			{"Declined", idea.Reason, ""},
		}
	}
	c, ok := s.measure()
	if !ok {
		return nil
	}
	all := []detail{
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
	for _, i := range s.origins.became[c.ID] {
		idea := s.x.ParkedIdeas[i]
		words := idea.Text
		if from := s.origins.from(idea); from != "" {
			words += " (" + from + ")"
		}
		all = append(all, detail{"Parked as", words, ""})
	}
	for _, v := range s.x.EvidenceOf(c.ID) {
		if v.Quote != "" {
			all = append(all, detail{"Said", `"` + v.Quote + `"`, ""})
		}
	}
	for _, n := range s.x.NotesOf(c.ID) {
		all = append(all, detail{"Note", n.Text, ""})
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
