package timeline

import (
	"fmt"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// beside joins the list with the pane at its right.
func (s *Screen) beside(rows []string) []string {
	return widget.Beside(s.env.Theme, rows, s.at.width, s.drawnDetail(s.pane), s.height)
}

// pane tells the marked event in full.
func (s *Screen) pane(e model.Event) []string {
	t := s.env.Theme
	width := max(s.at.pane-2, 1)
	var out []string
	add := func(p piece, indent, label int) {
		if len(p.text) > 0 {
			out = append(out, s.pieceRows(p, indent, label, width, len(p.text))...)
		}
	}
	head := func(words safe.Text) {
		out = append(out, "", widget.Row(width, theme.Style{}, widget.Cell{Text: words, Width: width, Style: t.Dim}))
	}
	title := s.clock(e)
	left := safe.Width(title) + 2
	add(piece{label: title, labelStyle: t.Accent, text: safe.Wrap(s.about(e), max(width-left-1, 1)), style: t.Dim}, 0, left)
	add(piece{text: safe.Lines(e.What, max(width-1, 1)), style: t.Strong}, 0, 0)

	head("Accounts")
	label := s.labelCells(e) + 2
	accounts := s.accounts(e, max(width-2-label-1, 1))
	for _, a := range accounts {
		add(a, 2, label)
	}
	if len(accounts) == 0 {
		add(piece{text: safe.Wrap(noAccount, max(width-3, 1)), style: t.Faint}, 2, 0)
	}

	began := len(out)
	list := func(name safe.Text, style theme.Style, words ...string) {
		for i, w := range words {
			p := piece{text: safe.Wrap(safe.Line(w), max(width-paneLabel-1, 1)), style: style}
			if i == 0 {
				p.label, p.labelStyle = name, t.Dim
			}
			if len(out) == began {
				out = append(out, "")
			}
			add(p, 0, paneLabel)
		}
	}
	if one, ok := s.sides.at(s.x.EventAt(e.ID)); ok {
		list("Seen by", t.Text, s.side(one))
	}
	list("Known", t.Text, s.knew(e)...)
	list("Evidence", t.Link, s.links(e)...)
	var cards []string
	for _, i := range s.cards[e.ID] {
		name := s.x.Person(s.x.DecisionPoints[i].Attendee).Name
		if name == "" {
			name = "nobody named yet"
		}
		cards = append(cards, fmt.Sprintf("%d of %d, %s", i+1, len(s.x.DecisionPoints), name))
	}
	list("Card", t.Text, cards...)
	var notes []string
	for _, n := range s.x.NotesOf(e.ID) {
		notes = append(notes, n.Text)
	}
	list("Note", t.Text, notes...)

	if ideas := s.x.ParkedFrom(e.ID); len(ideas) > 0 {
		head("Parked here")
		for _, idea := range ideas {
			add(piece{text: safe.Wrap(safe.Line(idea.Text), max(width-3, 1)), style: t.Text}, 2, 0)
		}
	}
	if len(out) > s.height && s.height > 0 {
		out = append(out[:s.height-1], t.Faint.Render(safe.Cut("there is more; Enter on the empty line opens all", width)))
	}
	return out
}

// paneLabel is where the words stand behind the labels of the pane.
const paneLabel = 10
