package timeline

import (
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// paneLabel is where the words stand behind the labels of the pane.
const paneLabel = 10

// pane tells the event in full.
func (v eventView) pane() []string {
	t := v.env.Theme
	p := widget.NewPane(t, v.at.pane)
	title := v.clock()
	p.Words(widget.Cell{Text: title, Width: safe.Width(title) + 2, Style: t.Accent}, v.about(), t.Dim)
	p.Text(widget.Cell{}, v.e.What, t.Strong)

	p.Heading("Accounts")
	p.Indent = 2
	accounts := v.accounts(v.at.pane - 4)
	for _, a := range accounts {
		p.Lines(a.left, a.text, a.style)
	}
	if len(accounts) == 0 {
		p.Words(widget.Cell{}, noAccount, t.Faint)
	}
	p.Indent = 0

	began := p.Len()
	list := func(name safe.Text, style theme.Style, all ...string) {
		for i, words := range all {
			left := widget.Cell{Width: paneLabel, Style: t.Dim}
			if i == 0 {
				left.Text = name
			}
			if p.Len() == began {
				p.Blank()
			}
			p.Words(left, safe.Line(words), style)
		}
	}
	if one, ok := v.sides.at(v.x.EventAt(v.e.ID)); ok {
		list("Seen by", t.Text, v.side(one))
	}
	list("Known", t.Text, v.knew()...)
	list("Evidence", t.Link, v.links()...)
	list("Card", t.Text, v.cards()...)
	list("Note", t.Text, v.notes()...)

	if ideas := v.x.ParkedFrom(v.e.ID); len(ideas) > 0 {
		p.Heading("Parked here")
		p.Indent = 2
		for _, idea := range ideas {
			p.Words(widget.Cell{}, safe.Line(idea.Text), t.Text)
		}
	}
	return p.Rows(v.height, "there is more; Enter on the empty line opens all")
}
