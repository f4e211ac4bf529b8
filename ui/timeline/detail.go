package timeline

import (
	"strconv"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// detail is the marked event as it was drawn last.
type detail struct {
	id    model.ID
	theme string
	rows  []string
}

// drawnDetail returns the rows of the marked event, drawn now unless they stand already.
func (s *Screen) drawnDetail(draw func(e model.Event) []string) []string {
	e, _, ok := s.marked()
	if !ok {
		return nil
	}
	if s.detail.id != e.ID || s.detail.theme != s.env.Theme.Name {
		s.detail = detail{id: e.ID, theme: s.env.Theme.Name, rows: draw(e)}
	}
	return s.detail.rows
}

// piece is one thing told of an event: a label and its text, which may wrap.
type piece struct {
	label      safe.Text
	labelStyle theme.Style
	text       []safe.Text // wrapped to its room
	style      theme.Style
}

// clock is the event's time as a title.
func (s *Screen) clock(e model.Event) safe.Text {
	if e.When.IsZero() {
		return "no time"
	}
	return safe.Line(e.When.Clock(s.x.Zone))
}

// about is kind and day: "decision, Thu 12 Mar".
func (s *Screen) about(e model.Event) safe.Text {
	words := []string{"no kind yet"}
	if e.Kind != "" {
		words[0] = string(e.Kind)
	}
	if e.Starred {
		words = append(words, "starred")
	}
	if !e.When.IsZero() {
		words = append(words, e.When.At.In(s.x.Zone).Format("Mon 2 Jan"))
	}
	return safe.Line(strings.Join(words, ", "))
}

// counts is "2 accounts, 1 link"; of a row in a stretch that one side alone saw, "ben only, 4
// rows".
func (s *Screen) counts(e model.Event) safe.Text {
	words := "no account yet"
	one, alone := s.sides.at(s.x.EventAt(e.ID))
	switch n := len(s.x.AccountsOf(e.ID)); {
	case n > 0 && alone:
		words = s.side(one)
	case n > 0:
		words = count(n, "account")
	}
	if n := len(s.x.EvidenceOf(e.ID)); n > 0 {
		words += ", " + count(n, "link")
	}
	return safe.Line(words)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// labelCells is how wide the names before the accounts stand, without their gap.
func (s *Screen) labelCells(e model.Event) int {
	wide := 3
	for _, a := range s.x.AccountsOf(e.ID) {
		wide = max(wide, safe.Width(s.handle(a.Attendee)))
	}
	return min(wide, 12)
}

// accounts is who said what, with texts wrapped to so many cells.
func (s *Screen) accounts(e model.Event, width int) []piece {
	t := s.env.Theme
	var all []piece
	for _, a := range s.x.AccountsOf(e.ID) {
		p := piece{label: s.handle(a.Attendee), labelStyle: t.Accent, style: t.Text}
		switch {
		case a.Text == "":
			p.text, p.style = []safe.Text{"was there; no words yet"}, t.Faint
		case a.Quoted:
			p.text = safe.Lines(`"`+a.Text+`"`, width)
		default:
			p.text = safe.Lines(a.Text, width)
		}
		all = append(all, p)
	}
	return all
}

// links names the evidence of the event.
func (s *Screen) links(e model.Event) []string {
	var all []string
	for _, v := range s.x.EvidenceOf(e.ID) {
		all = append(all, s.evidenceName(v))
	}
	return all
}

func (s *Screen) evidenceName(v model.Evidence) string {
	name := v.URL
	if title := s.artefacts[v.Artefact]; title != "" {
		name = title
	}
	switch {
	case name != "" && v.Lines != "":
		return name + " " + v.Lines
	case name != "":
		return name
	}
	return `"` + v.Quote + `"`
}

// knew says who learned of the event and when: "at once, to Ben", "14:15 to Ana".
func (s *Screen) knew(e model.Event) []string {
	var all []string
	for _, k := range s.x.KnowingsOf(e.ID) {
		name := s.x.Person(k.Attendee).FirstName()
		to := ""
		if name != "" {
			to = " to " + name
		}
		switch k.State {
		case model.KnownAtOnce:
			if to != "" {
				to = "," + to
			}
			all = append(all, "at once"+to)
		case model.KnownAt:
			all = append(all, k.When.ClockBeside(e.When.At, s.x.Zone)+to)
		default:
			if to != "" {
				to = " for " + name
			}
			all = append(all, "nobody has said yet"+to)
		}
	}
	return all
}

// pieceRows draws a piece in so many rows: the label, then its text with a hanging indent.
func (s *Screen) pieceRows(p piece, indent, label, width, rows int) []string {
	room := max(width-indent-label-1, 0)
	text := p.text
	if rows < len(text) {
		text = append([]safe.Text(nil), text[:rows]...)
		text[rows-1] = safe.Cut(text[rows-1]+" "+p.text[rows], max(room, 1))
	}
	out := make([]string, 0, len(text))
	for i, part := range text {
		name := widget.Cell{Width: label}
		if i == 0 {
			name.Text, name.Style = safe.Cut(p.label, label-2), p.labelStyle
		}
		out = append(out, widget.Row(width, theme.Style{}, widget.Cell{Width: indent}, name,
			widget.Cell{Text: part, Width: room, Style: p.style}))
	}
	return out
}
