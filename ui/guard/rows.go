package guard

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model/wording"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin    = 2
	nameCells = 9
	// bookRule is the one of the method itself; where it is found, it is the reason that is given.
	bookRule = "C1"
	// textRows is how many rows the stopped text takes at most, whyRows the reason.
	textRows, whyRows = 3, 2
	// halves is the rows of fact and idea.
	halves = 2
)

// Height is what the text, the reason and the ways take; a few rows of the screen stay in sight
// above where there is room.
func (p *Panel) Height(most int) (rows int, whole bool) {
	if p.width == 0 {
		p.width = 80 // before the first Resize
	}
	need := len(p.sentence()) + len(p.why()) + 1 + p.ways.Len() + halves + max(p.covered, 1) + 1
	rows = min(need, max(most-3, 10+p.covered), most)
	p.height = max(rows-1, 0)
	return rows, false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Body draws the text with the found words in brackets, why they stop, and the ways on. In
// little room the ways stay, with fact and idea while they are chosen.
func (p *Panel) Body() []string {
	t := p.env.Theme
	room := p.height - p.covered
	withHalves := true
	need := func() int {
		n := p.ways.Len()
		if withHalves {
			n += halves
		}
		return n
	}
	if room < need()+2 && p.Chosen() != Park {
		withHalves = false
	}
	var rows []string
	about := func(text safe.Text, style theme.Style) {
		if room-len(rows) > need() {
			rows = append(rows, widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin}, widget.Cell{Text: text, Width: p.width - margin - 1, Style: style}))
		}
	}
	text, why := p.sentence(), p.why()
	for i, row := range text {
		if i > 0 && room-len(rows) <= need()+1 {
			break // the reason comes before the rest of the text
		}
		about(row, t.Strong)
	}
	for _, row := range why {
		about(row, t.Dim)
	}
	if room-len(rows) > need() {
		rows = append(rows, "")
	}
	for i := range p.ways.Len() {
		w := p.ways.Key(i)
		rows = append(rows, p.way(w))
		if w == Park && withHalves {
			rows = append(rows, p.half("fact", Fact, "(none: only the idea is kept)"), p.half("idea", Idea, "(none yet: Tab to type it)"))
		}
	}
	return rows[:min(len(rows), max(p.height, 0))]
}

// sentence is the stopped text in a few rows, the found words in brackets.
func (p *Panel) sentence() []safe.Text {
	rows := safe.Wrap(safe.Line(Bracketed(p.stopped.Text, p.stopped.Findings)), max(p.width-margin-1, 1))
	return rows[:min(len(rows), textRows)]
}

// Bracketed returns the text with brackets round the found words.
func Bracketed(text string, found []wording.Finding) string {
	found = slices.Clone(found)
	slices.SortFunc(found, func(a, b wording.Finding) int { return a.Start - b.Start })
	var b strings.Builder
	at := 0
	for _, f := range found {
		if f.Start < at || f.End > len(text) || f.End <= f.Start {
			continue // inside another one
		}
		b.WriteString(text[at:f.Start] + "[" + text[f.Start:f.End] + "]")
		at = f.End
	}
	return b.String() + text[at:]
}

// why names the category in words, and what it does.
func (p *Panel) why() []safe.Text {
	if len(p.stopped.Findings) == 0 {
		return nil
	}
	f := p.stopped.Findings[0]
	if i := slices.IndexFunc(p.stopped.Findings, func(f wording.Finding) bool { return f.Rule == bookRule }); i >= 0 {
		f = p.stopped.Findings[i]
	}
	name, rest := strings.ReplaceAll(string(f.Category), "-", " "), f.Why
	if first, size := utf8.DecodeRuneInString(name); size > 0 {
		name = string(unicode.ToUpper(first)) + name[size:]
	}
	if first, size := utf8.DecodeRuneInString(rest); size > 0 {
		rest = string(unicode.ToLower(first)) + rest[size:]
	}
	rows := safe.Wrap(safe.Line(name+": "+rest), max(p.width-margin-1, 1))
	return rows[:min(len(rows), whyRows)]
}

func (p *Panel) way(w Way) string {
	t := p.env.Theme
	name := [...]safe.Text{Reword: "Reword", Park: "Park", Quote: "Quote", Dismiss: "Dismiss"}[w]
	words := [...]safe.Text{
		Reword:  "change the line below; Enter checks it again",
		Park:    "record the fact here, keep the idea for Countermeasures",
		Quote:   "keep it as a quotation, as evidence of what was said",
		Dismiss: "record the words as they are, with a reason",
	}[w]
	if p.isNarrow() {
		words = [...]safe.Text{Reword: words, Park: "record the fact, keep the idea for later", Quote: "keep it as a quotation of what was said", Dismiss: words}[w]
	}
	if who := p.text(Who); w == Quote && who != "" {
		words = safe.Line("keep it as a quotation of what " + who + " said")
	}
	if reason := p.text(Reason); w == Dismiss && p.edits == Reason && reason != "" {
		words = safe.Line("because: " + reason)
	}
	var ground theme.Style
	style, mark := t.Text, safe.Text("")
	if w == p.Chosen() {
		ground, style, mark = t.Selected, t.Strong, ">"
	}
	return widget.Row(p.width, ground,
		widget.Cell{Text: mark, Width: margin, Style: t.Accent},
		widget.Cell{Text: name, Width: nameCells, Style: style},
		widget.Cell{Text: words, Width: max(p.width-margin-nameCells-1, 0), Style: t.Dim})
}

// half is a row of Park: one of the two texts that it keeps.
func (p *Panel) half(name safe.Text, part Part, none safe.Text) string {
	t := p.env.Theme
	text, style, mark := safe.Line(p.text(part)), t.Text, safe.Text("")
	if text == "" {
		text, style = none, t.Dim
	}
	label := t.Dim
	if p.edits == part {
		label, mark = t.Accent, ">"
	}
	return widget.Row(p.width, theme.Style{},
		widget.Cell{Width: margin + nameCells}, widget.Cell{Text: mark, Width: margin, Style: t.Accent},
		widget.Cell{Text: name, Width: 7, Style: label},
		widget.Cell{Text: text, Width: max(p.width-2*margin-nameCells-8, 0), Style: style})
}
