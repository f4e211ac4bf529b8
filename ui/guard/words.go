package guard

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	// bookRule is the one of the method itself; where it is found, it is the reason that is given.
	bookRule = "C1"
	// before is how many letters of a long text stand before the first found words.
	before = 40
)

// sentence is the stopped text in a few rows, the found words in brackets. Of a text that is longer
// it is the part where they begin.
func (p *Panel) sentence(most int) []string {
	rows := p.wrapped(Bracketed(p.stopped.Text, p.stopped.Findings))
	if len(rows) > most && len(p.stopped.Findings) > 0 {
		rows = p.wrapped(fromFound(p.stopped.Text, p.stopped.Findings))
	}
	return p.drawn(cut(rows, most, p.room()), p.env.Theme.Strong)
}

// fromFound is the text as Bracketed returns it, without what stands long before the first found
// words.
func fromFound(text string, found []wording.Finding) string {
	first := len(text)
	for _, f := range found {
		first = min(first, f.Start)
	}
	if first <= before {
		return Bracketed(text, found)
	}
	from := first
	if space := strings.IndexByte(text[first-before:first], ' '); space >= 0 {
		from = first - before + space + 1
	}
	found = slices.Clone(found)
	for i := range found {
		found[i].Start -= from
		found[i].End -= from
	}
	return "«" + Bracketed(text[from:], found)
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

// why names the category in words, and what it does. Where there is no room for all of it, it is
// the first half of the sentence.
func (p *Panel) why(most int) []string {
	if len(p.stopped.Findings) == 0 {
		return nil
	}
	f := p.stopped.Findings[0]
	if i := slices.IndexFunc(p.stopped.Findings, func(f wording.Finding) bool { return f.Rule == bookRule }); i >= 0 {
		f = p.stopped.Findings[i]
	}
	reason := f.Why
	if first, size := utf8.DecodeRuneInString(reason); size > 0 {
		reason = string(unicode.ToLower(first)) + reason[size:]
	}
	words := model.Capital(strings.ReplaceAll(string(f.Category), "-", " ")) + ": " + reason
	rows := p.wrapped(words)
	if len(rows) > most {
		half, _, _ := strings.Cut(words, ";")
		rows = p.wrapped(strings.TrimRight(half, ".") + ".")
	}
	return p.drawn(cut(rows, most, p.room()), p.env.Theme.Dim)
}

// wrapped is a text in rows between the margins.
func (p *Panel) wrapped(text string) []safe.Text { return safe.Wrap(safe.Line(text), p.room()) }

func (p *Panel) room() int { return max(p.width-margin-1, 1) }

// cut leaves so many rows of a text, the last one with a sign where more follows.
func cut(rows []safe.Text, most, width int) []safe.Text {
	switch {
	case most <= 0:
		return nil
	case len(rows) > most:
		rows = append(rows[:most-1:most-1], safe.Cut(rows[most-1]+" "+rows[most], width))
	}
	return rows
}

func (p *Panel) drawn(texts []safe.Text, style theme.Style) []string {
	var rows []string
	for _, text := range texts {
		rows = append(rows, widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin}, widget.Cell{Text: text, Width: p.room(), Style: style}))
	}
	return rows
}
