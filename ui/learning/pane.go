package learning

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/widget"
)

// paneLabel is where the words stand behind the labels of the pane.
const paneLabel = 10

// pane tells the marked row in full, or what belongs under its heading, and who teaches what.
func (s *Screen) pane() []string {
	t := s.env.Theme
	p := widget.NewPane(t, s.at.pane)
	p.Line(heading(s.kind()), t.Accent)
	add := func(label safe.Text, text string) {
		p.Text(widget.Cell{Text: label, Width: paneLabel, Style: t.Dim}, text, t.Text)
	}
	if l, ok := s.learning(); ok {
		p.Text(widget.Cell{}, l.Text, t.Strong)
		p.Blank()
		who := safe.Text("Said by")
		if l.Kind == model.OpenQuestion {
			who = "Asked of"
		}
		add(who, s.x.Person(l.Attendee).Name)
		add("By", l.By.Words())
		add("Answer", l.Answer)
		add("Seen", l.Seen)
		if e := s.x.Event(l.Event); e.ID != "" {
			add("Row", start(e, s.x)+"  "+e.What)
		}
		for _, v := range s.x.EvidenceOf(l.ID) {
			if v.Quote != "" {
				add("Said", `"`+v.Quote+`"`)
			}
		}
		for _, n := range s.x.NotesOf(l.ID) {
			add("Note", n.Text)
		}
	} else {
		p.Blank()
		p.Words(widget.Cell{}, "Type it in the line below and press Enter; it joins this heading.", t.Dim)
	}
	if len(s.teachers) > 0 && p.Len() < s.height {
		p.Blank()
		p.Line("Teachers", t.Dim)
		for _, teach := range s.teachers[:min(len(s.teachers), s.height)] {
			for i, part := range safe.Lines(teach.words(), max(s.at.pane-2-5, 1)) {
				left := 2
				if i > 0 {
					left = 4
				}
				p.Row(widget.Cell{Width: left}, widget.Cell{Text: part, Width: s.at.pane, Style: t.Text})
			}
		}
	}
	return p.Rows(s.height, "there is more; e opens the row")
}
