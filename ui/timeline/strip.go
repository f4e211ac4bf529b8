package timeline

import (
	"slices"
	"strings"

	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// stripIndent is where the text of the strip begins.
const stripIndent = 4

// strip tells the event below the list: where there are two rows, in its words and the first account.
func (v eventView) strip() []string {
	t, height := v.env.Theme, v.at.strip
	p := widget.NewPane(t, v.width+2)
	accounts := v.accounts(v.width - stripIndent)
	if len(accounts) == 0 {
		accounts = []piece{{text: []safe.Text{noAccount}, style: t.Faint}}
	}
	what := piece{text: safe.Lines(v.e.What, v.stripRoom(0)), style: t.Strong}
	if height <= 2 {
		p.Indent = stripIndent
		v.write(p, what, 1)
		v.write(p, accounts[0], 1)
		return p.Rows(height, "")
	}
	p.Blank()
	clock, counts := v.clock(), v.counts()
	left, right := safe.Width(clock)+2, max(23, safe.Width(counts))
	p.Row(widget.Cell{Width: 2}, widget.Cell{Text: clock, Width: left, Style: t.Accent},
		widget.Cell{Text: v.about(), Width: max(v.width-right-1-2-left, 0), Style: t.Dim},
		widget.Cell{Text: counts, Width: right, Style: t.Faint})
	var all []piece
	if safe.Width(safe.Line(v.e.What)) > v.at.what-2 { // the list shows it cut
		all = append(all, what)
	}
	all = append(all, accounts...)
	add := func(name safe.Text, label int, words string, style theme.Style, wrap func(words string, width int) []safe.Text) {
		if words != "" {
			all = append(all, piece{widget.Cell{Text: name, Width: label, Style: t.Dim}, wrap(words, v.stripRoom(label)), style})
		}
	}
	lines := func(words string, width int) []safe.Text { return safe.Wrap(safe.Line(words), width) }
	add("", 0, strings.Join(v.links(), ", "), t.Link, lines)
	add("known", 7, strings.Join(v.knew(), "; "), t.Text, lines)
	for _, note := range v.notes() {
		add("note", 7, note, t.Text, safe.Lines)
	}
	p.Indent = stripIndent
	v.share(p, all, height-p.Len())
	return p.Rows(height, "")
}

// share shares so many rows among the pieces: each gets one, and what is left lets the first of them wrap.
func (v eventView) share(p *widget.Pane, all []piece, rows int) {
	left, more := rows-len(all), 0
	if left < 0 {
		left, more = 0, 1-left
		all = all[:max(rows-1, 0)]
	}
	for _, one := range all {
		n := 1 + min(left, len(one.text)-1)
		left -= n - 1
		v.write(p, one, n)
	}
	if more > 0 {
		words := "and " + safe.Line(count(more, "more row")) + "; Enter on the empty line opens all"
		p.Lines(widget.Cell{}, []safe.Text{words}, v.env.Theme.Faint)
	}
}

// stripRoom is how many cells a text has behind so many of its label.
func (v eventView) stripRoom(label int) int { return max(v.width-stripIndent-label-1, 1) }

// write writes at most so many rows of a piece.
func (v eventView) write(p *widget.Pane, one piece, rows int) {
	text := one.text
	if rows < len(text) {
		text = slices.Clone(text[:rows])
		text[rows-1] = safe.Cut(text[rows-1]+" "+one.text[rows], v.stripRoom(one.left.Width))
	}
	p.Lines(one.left, text, one.style)
}
