// Package gone is the panel that says that the post-mortem in front went away outside this window:
// deleted, or removed for good. It takes the keys that were meant for that post-mortem, so that the
// rest of a sentence names no new one at home.
package gone

import (
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const margin = 2

// Panel waits for Enter or Esc.
type Panel struct {
	env   screen.Env
	title safe.Text
	words safe.Text

	typed         bool // letters came since Enter was pressed: the sentence goes on
	width, height int
}

// New returns the panel; the title says what happened in a few words, the words what became of what was
// typed here and how the post-mortem comes back, where it can.
func New(env screen.Env, title, words string) *Panel {
	return &Panel{env: env, title: safe.Line(title), words: safe.Line(words)}
}

// Title says what happened.
func (p *Panel) Title() safe.Text { return p.title }

// rows wraps what is said.
func (p *Panel) rows() []safe.Text {
	width := p.width
	if width <= 0 {
		width = 80 // before the first Resize
	}
	return safe.Wrap(p.words, max(width-margin-1, 1))
}

// Height is what is said, with a row to breathe.
func (p *Panel) Height(most int) (rows int, whole bool) {
	rows = min(len(p.rows())+3, most)
	p.height = max(rows-1, 0)
	return rows, false
}

// Resize gives the rows and cells below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Body draws what is said.
func (p *Panel) Body() []string {
	var out []string
	for _, row := range p.rows() {
		if len(out) < p.height {
			out = append(out, widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin},
				widget.Cell{Text: row, Width: max(p.width-margin, 0), Style: p.env.Theme.Look}))
		}
	}
	return out
}

// Position is empty: all of it is in sight.
func (p *Panel) Position() safe.Text { return "" }

// Ask leaves the screen's question.
func (p *Panel) Ask() safe.Text { return "" }

// Field is none: what is typed has no place any more.
func (p *Panel) Field() (screen.Field, bool) { return screen.Field{}, false }

// Read says what Enter does.
func (p *Panel) Read(string) screen.Reading {
	return screen.Reading{Words: "Enter goes on at home; letters do nothing until then"}
}

// Typed tells that somebody types on.
func (p *Panel) Typed() { p.typed = true }

// Enter closes the panel, unless it ends a sentence that somebody was typing.
func (p *Panel) Enter(string) screen.Outcome {
	ends := p.typed
	p.typed = false
	return screen.Outcome{Close: !ends}
}

// Move has nothing to mark.
func (p *Panel) Move(screen.Move) {}

// Do closes the panel on Esc.
func (p *Panel) Do(c keymap.Command) screen.Outcome { return screen.Outcome{Close: c == keymap.Back} }

// Hints are the keys of the panel.
func (p *Panel) Hints() []screen.Hint { return []screen.Hint{{Command: keymap.Enter, Word: "go on"}} }

// Sudden tells that the panel opened by itself.
func (p *Panel) Sudden() bool { return true }
