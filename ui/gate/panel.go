// Package gate is the panel that stands before Countermeasures: the room is asked whether it
// agrees on the timeline before it talks about what will change. Nobody is kept out; the answer
// is noted.
package gate

import (
	"slices"

	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin    = 2
	nameCells = 14
)

// The answers, which the panel asks for.
const (
	Agreed    keymap.Command = "gate-agreed"     // the room agrees on the timeline
	NotYet    keymap.Command = "gate-not-yet"    // it does not yet
	NotAgreed keymap.Command = "gate-not-agreed" // it goes on all the same
)

// Question is what the room is asked about.
type Question struct {
	Timeline string // how much there is to agree on: "9 rows, 1 without an account"
	Empty    bool   // there is no row yet
	// OnTheWay tells that the answer leads to Countermeasures; else it was asked for and is noted.
	OnTheWay bool
}

// Panel asks the room.
type Panel struct {
	env      screen.Env
	question Question
	again    func() (Question, bool)
	clock    func() string // the time that an answer would be noted with

	rows *widget.Slice[keymap.Command]
	list widget.List[keymap.Command]

	width, height int
}

// New returns the panel with the first answer marked; "not yet" is, where there is no row to
// agree on. Again is asked for the question once the record was changed; false closes the panel,
// since another window has noted the answer.
func New(env screen.Env, clock func() string, again func() (Question, bool)) *Panel {
	p := &Panel{env: env, again: again, clock: clock,
		rows: widget.NewSlice([]keymap.Command{Agreed, NotYet, NotAgreed})}
	p.question, _ = again()
	if p.question.Empty {
		p.list.Mark(NotYet)
	}
	return p
}

// Refresh takes what there is to agree on now.
func (p *Panel) Refresh() bool {
	q, open := p.again()
	p.question = q
	return open
}

// Title says what is asked, and when.
func (p *Panel) Title() safe.Text {
	if p.question.OnTheWay && !p.isNarrow() {
		return "Before Countermeasures: does the room agree on the timeline?"
	}
	return "Does the room agree on the timeline?"
}

// Height is the rule, the questions, the answers and an empty row between them. The frame asks
// for it before it says how wide the panel is, and in every frame after that.
func (p *Panel) Height(most int) (rows int, whole bool) {
	about, readOut := p.about()
	rows = min(1+len(about)+len(readOut)+1+p.rows.Len(), most)
	p.height = max(rows-1, 0)
	return rows, false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// isNarrow tells that sentences have to be short.
func (p *Panel) isNarrow() bool { return p.width > 0 && p.width < 80 }

// about is how much there is to agree on, and what is read out, as rows.
func (p *Panel) about() (about, readOut []safe.Text) {
	about = []safe.Text{safe.Line(p.question.Timeline + ". Read out, and wait for each answer:")}
	if !p.isNarrow() {
		return about, []safe.Text{"  Is anything missing?  Was it different for you?  Is anything still unsaid?"}
	}
	return safe.Wrap(about[0], max(p.width-margin-1, 1)),
		[]safe.Text{"  Is anything missing?  Was it different for you?", "  Is anything still unsaid?"}
}

// Body draws the questions and the answers. In little room the answers stay.
func (p *Panel) Body() []string {
	t := p.env.Theme
	answers := min(p.rows.Len(), p.height)
	rows := make([]string, 0, max(p.height, 0))
	about, readOut := p.about()
	for i, q := range slices.Concat(about, readOut) {
		if len(rows) >= p.height-answers-1 {
			break
		}
		style := t.Text
		if i >= len(about) {
			style = t.Strong
		}
		rows = append(rows, widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin},
			widget.Cell{Text: q, Width: max(p.width-margin, 0), Style: style}))
	}
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	return append(rows, p.list.View(p.rows, answers, p.answer)...)
}

// answer draws one as widget.Choice does, but for the last cell, which is its own.
func (p *Panel) answer(i int, marked bool) string {
	t := p.env.Theme
	var ground theme.Style
	style, mark := t.Text, safe.Text("")
	if marked {
		ground, style, mark = t.Selected, t.Strong, ">"
	}
	name, words := p.words(p.rows.Key(i))
	return widget.Row(p.width, ground,
		widget.Cell{Text: mark, Width: margin, Style: t.Accent},
		widget.Cell{Text: name, Width: nameCells, Style: style},
		widget.Cell{Text: words, Width: max(p.width-margin-nameCells, 0), Style: t.Dim})
}

// words are the name of an answer and what it does.
func (p *Panel) words(answer keymap.Command) (name, words safe.Text) {
	switch answer {
	case Agreed:
		return "Confirmed", safe.Line("the room agrees; noted with the time, " + p.clock())
	case NotYet:
		return "Not yet", "back to the timeline"
	}
	words = `the page says "not confirmed by the room"`
	if p.question.OnTheWay && !p.isNarrow() {
		words = "opens all the same; " + words
	}
	return "Go on", words
}

// Position is empty: there is one question.
func (p *Panel) Position() safe.Text { return "" }

// Ask is what the three questions lead to.
func (p *Panel) Ask() safe.Text { return "Are we agreed enough to move on?" }

// Field leaves the line with its text to the screen; no characters go there meanwhile.
func (p *Panel) Field() (screen.Field, bool) { return screen.Field{}, false }

// Read says what Enter does.
func (p *Panel) Read(string) screen.Reading {
	marked, _, _ := p.list.Marked(p.rows)
	words := safe.Text("Enter notes the answer of the room")
	switch {
	case marked == NotYet && p.question.OnTheWay:
		words = "Enter goes back; this is asked again later"
	case marked == NotYet:
		words = "Enter goes to the timeline; nothing is noted"
	case p.question.OnTheWay:
		words = "Enter notes it and opens Countermeasures"
	}
	return screen.Reading{Words: words}
}

// Enter gives the marked answer; what stands in the line waits there.
func (p *Panel) Enter(string) screen.Outcome {
	marked, _, _ := p.list.Marked(p.rows)
	return screen.Outcome{Close: true, Run: marked}
}

// Move marks another answer.
func (p *Panel) Move(to screen.Move) { screen.Step(&p.list, p.rows, to, p.rows.Len()) }

// Do takes Esc for "not yet" on the way; where the question was asked for, Esc leaves it.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	switch {
	case c != keymap.Back:
		return screen.Outcome{}
	case p.question.OnTheWay:
		return screen.Outcome{Close: true, Run: NotYet}
	}
	return screen.Outcome{Close: true}
}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	back := safe.Text("not yet")
	if !p.question.OnTheWay {
		back = "close"
	}
	return []screen.Hint{
		{Command: keymap.Enter, Word: "do it"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: back},
	}
}

// Sudden is true: who goes from phase to phase in a hurry has not read the question yet.
func (p *Panel) Sudden() bool { return true }
