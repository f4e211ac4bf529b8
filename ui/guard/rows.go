package guard

import (
	"debrief/model/review"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin    = 2
	nameCells = 9
	halfName  = 7
	// textRows is how many rows the stopped text takes at most, whyRows the reason, halfRows the fact
	// and the idea each.
	textRows, whyRows, halfRows = 3, 2, 3
)

// Height is what the text, the reason and the ways take; a few rows of the screen stay in sight
// above where there is room.
func (p *Panel) Height(most int) (rows int, whole bool) {
	if p.width == 0 {
		p.width = 80 // before the first Resize
	}
	need := len(p.sentence(textRows)) + len(p.why(whyRows)) + 1 + p.ways.Len() + len(p.half(Fact, halfRows)) + len(p.half(Idea, halfRows))
	rows = min(need+max(p.covered, 1)+1, max(most-3, 10+p.covered), most)
	p.height = max(rows-1, 0)
	return rows, false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Body draws the text with the found words in brackets, why they stop, and the ways on. In little
// room the ways stay; then, while Park is chosen, what it records; then the reason, and last the
// text, which stands in the line too.
func (p *Panel) Body() []string {
	free := p.height - p.covered - p.ways.Len()
	var fact, idea, why, text []string
	fill := func(part *[]string, draw func(rows int) []string, most int) {
		free += len(*part)
		*part = draw(min(most, free))
		free -= len(*part)
	}
	drawFact := func(rows int) []string { return p.half(Fact, rows) }
	drawIdea := func(rows int) []string { return p.half(Idea, rows) }
	if p.Chosen() == review.Park {
		fill(&idea, drawIdea, 1)
		fill(&fact, drawFact, halfRows)
		fill(&idea, drawIdea, halfRows)
	}
	fill(&text, p.sentence, 1)
	fill(&why, p.why, whyRows)
	fill(&text, p.sentence, textRows)
	if all := len(p.half(Fact, halfRows)) + len(p.half(Idea, halfRows)); len(fact) == 0 && free >= all {
		fill(&fact, drawFact, halfRows)
		fill(&idea, drawIdea, halfRows)
	}
	rows := append(text, why...)
	if free > 0 {
		rows = append(rows, "")
	}
	for i := range p.ways.Len() {
		w := p.ways.Key(i)
		rows = append(rows, p.way(w))
		if w == review.Park {
			rows = append(append(rows, fact...), idea...)
		}
	}
	return rows[:min(len(rows), max(p.height, 0))]
}

func (p *Panel) way(w review.Way) string {
	name := [...]safe.Text{review.Reword: "Reword", review.Park: "Park", review.Quote: "Quote", review.Dismiss: "Dismiss"}[w]
	words := [...]safe.Text{
		review.Reword:  "change the line below; Enter checks it again",
		review.Park:    "record the fact here, keep the idea for Countermeasures",
		review.Quote:   "keep it as a quotation, as evidence of what was said",
		review.Dismiss: "record the words as they are, with a reason",
	}[w]
	if p.isNarrow() {
		words = [...]safe.Text{review.Reword: words, review.Park: "record the fact, keep the idea for later", review.Quote: "keep it as a quotation of what was said", review.Dismiss: words}[w]
	}
	if p.stopped.Recorded {
		words = [...]safe.Text{review.Reword: "change them where they stand", review.Park: "a fact in their place, the idea kept for later", review.Quote: words, review.Dismiss: "keep the words as they are, with a reason"}[w]
	}
	if w == review.Quote && p.stopped.InPlace {
		words = "keep the words here, between quotation marks"
	}
	if who := p.text(Who); w == review.Quote && who != "" {
		words = safe.Line("keep it as a quotation of what " + who + " said")
	}
	if reason := p.text(Reason); w == review.Dismiss && p.edits == Reason && reason != "" {
		words = safe.Line("because: " + reason)
	}
	return widget.Choice(p.env.Theme, p.width, nameCells, name, words, w == p.Chosen())
}

// half is one of the two texts that Park keeps, in a few rows. In a narrow terminal it stands below
// the name of the way, so that more of it fits.
func (p *Panel) half(part Part, most int) []string {
	t := p.env.Theme
	none := safe.Text("(none yet: Tab to type it)")
	if part == Fact && p.text(Idea) != "" {
		none = "(none: only the idea is kept)"
	}
	indent := margin + nameCells
	if p.isNarrow() {
		indent = margin
	}
	room := max(p.width-indent-margin-halfName-1, 1)
	style, label, mark := t.Text, t.Dim, safe.Text("")
	texts := safe.Wrap(safe.Line(p.text(part)), room)
	if p.text(part) == "" {
		texts, style = []safe.Text{none}, t.Dim
	}
	if p.edits == part {
		label, mark = t.Accent, ">"
	}
	var rows []string
	name := safe.Line(string(part))
	for _, text := range cut(texts, most, room) {
		rows = append(rows, widget.Row(p.width, theme.Style{},
			widget.Cell{Width: indent}, widget.Cell{Text: mark, Width: margin, Style: t.Accent},
			widget.Cell{Text: name, Width: halfName, Style: label},
			widget.Cell{Text: text, Width: room, Style: style}))
		name, mark = "", ""
	}
	return rows
}
