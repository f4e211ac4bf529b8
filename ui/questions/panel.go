// Package questions is the panel with all questions of a phase, found by a few letters: those that
// fit what is marked first. The marked one stands in the row "Ask" as it is read out.
package questions

import (
	"strings"

	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Put asks, with its id as text, for the question that is the one to ask now.
const Put keymap.Command = "put-question"

// Panel is the list of questions.
type Panel struct {
	screen.Filter
	env screen.Env
	all []prompt.Section

	filter   string
	sections []prompt.Section // what the filter leaves
	shown    []prompt.Prompt  // of them, in their order
	lines    widget.Sections
	rows     *widget.Slice[int]
	list     widget.List[int]
	want     int // rows of the whole list, its headings included

	width, height int
}

// New returns the panel with these questions, which are filled in already.
func New(env screen.Env, all []prompt.Section) *Panel {
	p := &Panel{
		Filter: screen.Filter{Slot: "questions", Label: "Find", None: "no question has these words; Backspace brings more back", Opens: keymap.AllQuestions},
		env:    env, all: all,
	}
	p.narrow("")
	for _, s := range all {
		p.want += len(s.Prompts) + 1
	}
	return p
}

// narrow leaves the questions that hold every word of the filter, and marks the first.
func (p *Panel) narrow(filter string) {
	p.filter, p.sections, p.shown = filter, nil, nil
	p.lines.Clear()
	p.lines.Home()
	words := strings.Fields(strings.ToLower(filter))
	for _, s := range p.all {
		kept := prompt.Section{Title: s.Title}
		for _, q := range s.Prompts {
			if holds(q, words) {
				kept.Prompts = append(kept.Prompts, q)
			}
		}
		if len(kept.Prompts) == 0 {
			continue
		}
		n := len(p.sections)
		p.lines.Head(n)
		for _, q := range kept.Prompts {
			p.lines.Add(n)
			p.shown = append(p.shown, q)
		}
		p.sections = append(p.sections, kept)
	}
	keys := make([]int, len(p.shown))
	for i := range keys {
		keys[i] = i
	}
	p.rows, p.list = widget.NewSlice(keys), widget.List[int]{}
}

func holds(q prompt.Prompt, words []string) bool {
	text := strings.ToLower(q.For + " " + q.Words)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// marked returns the marked question; false where the filter leaves none.
func (p *Panel) marked() (prompt.Prompt, bool) {
	_, i, ok := p.list.Marked(p.rows)
	if !ok {
		return prompt.Prompt{}, false
	}
	return p.shown[i], true
}

// Title says what the list is.
func (p *Panel) Title() safe.Text { return "All questions of this phase" }

// Height is the lower part of the body, the same while the filter narrows the list.
func (p *Panel) Height(most int) (rows int, whole bool) {
	return min(p.want+1, max(most-5, 6), most), false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Position says which of the questions are in sight.
func (p *Panel) Position() safe.Text { return p.list.Position(p.rows, p.height) }

// Ask is the marked question: so it stands there once Enter has chosen it.
func (p *Panel) Ask() safe.Text {
	q, _ := p.marked()
	return safe.Line(q.Words)
}

// Read filters.
func (p *Panel) Read(text string) screen.Reading {
	if text != p.filter {
		p.narrow(text)
	}
	if len(p.shown) == 0 {
		return screen.Reading{Fault: true, Words: p.None}
	}
	return screen.Reading{Words: "Enter asks it; letters filter the list"}
}

// Enter asks the marked question.
func (p *Panel) Enter(text string) screen.Outcome {
	p.Read(text)
	q, ok := p.marked()
	if !ok {
		return screen.Outcome{Check: p.None}
	}
	return screen.Outcome{Close: true, Run: Put, Text: q.ID, Settled: []screen.Key{{Field: p.Slot}}}
}

// Move marks another question.
func (p *Panel) Move(to screen.Move) { screen.Step(&p.list, p.rows, to, max(p.height-1, 1)) }

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "ask it"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: "close"},
		{Command: keymap.PageDown, Word: "further"},
	}
}
