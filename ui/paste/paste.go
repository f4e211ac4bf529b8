// Package paste is the panel that asks what several pasted lines are: a row each, or one text.
package paste

import (
	"slices"
	"strconv"

	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// shown is how many of the lines are drawn, so that one sees what was pasted.
const shown = 3

const margin = 2

// What becomes of the paste, which the panel asks for.
const (
	OneRowEach keymap.Command = "paste-rows" // record a row a line
	OneLine    keymap.Command = "paste-line" // put it into the line as it is
)

// Panel asks once; the frame keeps the paste.
type Panel struct {
	env     screen.Env
	count   int
	first   []string
	answers screen.Ways

	width, height int
}

// New returns the panel about these lines, none of which is empty.
func New(env screen.Env, lines []string) *Panel {
	p := &Panel{env: env, count: len(lines), first: slices.Clone(lines[:min(len(lines), shown)])}
	p.answers.Offer(
		screen.Way{Ask: OneRowEach, Name: "One row each", Words: safe.Line(strconv.Itoa(p.count) + " rows, each as if it had been typed")},
		screen.Way{Ask: OneLine, Name: "Into the line as it is", Words: "one text with line breaks, not recorded yet"},
		screen.Way{Name: "Leave it", Words: "nothing is put anywhere"})
	return p
}

// Title says how much was pasted.
func (p *Panel) Title() safe.Text {
	if p.count == 1 {
		return "One line was pasted"
	}
	return safe.Line(strconv.Itoa(p.count) + " lines were pasted")
}

// Height is the rule, the first lines, the answers and an empty row before and behind them.
func (p *Panel) Height(most int) (rows int, whole bool) {
	return min(1+len(p.lines(shown+1))+1+p.answers.Len()+1, most), false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// lines is the first lines in at most so many rows; the last row says how many follow.
func (p *Panel) lines(most int) []safe.Text {
	if most <= 0 {
		return nil
	}
	first := p.first
	if p.count > most || p.count > len(first) {
		first = first[:min(len(first), most-1)]
	}
	out := make([]safe.Text, 0, most)
	for _, line := range first {
		out = append(out, safe.Line(line))
	}
	if rest := p.count - len(first); rest > 0 {
		out = append(out, safe.Line("and "+strconv.Itoa(rest)+" more"))
	}
	return out
}

// Body draws the first lines and the answers. In little room the answers stay.
func (p *Panel) Body() []string {
	t := p.env.Theme
	answers := min(p.answers.Len(), p.height)
	rows := make([]string, 0, p.height)
	for _, line := range p.lines(p.height - answers - 1) {
		rows = append(rows, widget.Row(p.width, theme.Style{}, widget.Cell{Width: 2 * margin},
			widget.Cell{Text: line, Width: max(p.width-2*margin-1, 0), Style: t.Dim}))
	}
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	return append(rows, p.answers.View(t, p.width, answers, "")...)
}

// Position has nothing to say.
func (p *Panel) Position() safe.Text { return "" }

// Ask leaves the screen's question.
func (p *Panel) Ask() safe.Text { return "" }

// Field leaves the line with its text to the screen; no characters go there meanwhile.
func (p *Panel) Field() (screen.Field, bool) { return screen.Field{}, false }

// Read says that the paste waits for an answer.
func (p *Panel) Read(string) screen.Reading {
	return screen.Reading{Words: "nothing is recorded yet; Esc leaves the paste out"}
}

// Enter gives the marked answer, whatever stands in the line: the paste came to it.
func (p *Panel) Enter(string) screen.Outcome {
	return screen.Outcome{Close: true, Run: p.answers.Marked()}
}

// Move marks another answer.
func (p *Panel) Move(to screen.Move) { p.answers.Move(to) }

// Do leaves the paste out.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	return screen.Outcome{Close: c == keymap.Back}
}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "do it"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: "leave it"},
	}
}

// Sudden is true: who pastes a list and goes on with Enter has not seen the question yet.
func (p *Panel) Sudden() bool { return true }
