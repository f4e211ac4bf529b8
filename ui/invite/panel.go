// Package invite is the panel that shows the invitation to the meeting: Enter copies it for a
// mail or a chat, or writes it to the file whose name is typed.
package invite

import (
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// What the panel asks for.
const (
	Copy keymap.Command = "invite-copy" // copy the invitation to the clipboard
	Save keymap.Command = "invite-save" // with Text: write it to this file
)

// Panel shows the invitation as it stands in the record now.
type Panel struct {
	env  screen.Env
	make func() string
	// hidden tells that the copy names people whom the text, as it is shown here, does not.
	hidden bool

	text          string
	rows          []safe.Text
	width, height int
	at            screen.Scroll
}

var (
	_ screen.Panel     = (*Panel)(nil)
	_ screen.Refresher = (*Panel)(nil)
)

// New returns the panel; text makes the invitation from the record as it stands. Hidden tells that
// names are left out of it here.
func New(env screen.Env, text func() string, hidden bool) *Panel {
	return &Panel{env: env, make: text, text: text(), hidden: hidden}
}

// Refresh follows the record.
func (p *Panel) Refresh() bool {
	if text := p.make(); text != p.text {
		p.text = text
		p.layOut()
	}
	return true
}

// margin is the cells at the left of the text.
const margin = 2

// Title says what is shown.
func (p *Panel) Title() safe.Text {
	if p.hidden {
		return "Invitation, shown without names; the copy has them"
	}
	return "Invitation, to paste into a mail or a chat"
}

// Height takes the whole body.
func (p *Panel) Height(most int) (int, bool) { return most, true }

// Resize gives the rows and cells of the body.
func (p *Panel) Resize(width, height int) {
	p.width, p.height = width, height
	p.layOut()
}

// layOut wraps the text to the width of a mail, or to less.
func (p *Panel) layOut() {
	p.rows = safe.Lines(p.text, max(min(p.width-margin-1, 96), 1))
	p.at.Fit(len(p.rows), p.height)
}

// end is the first row of the last page.
func (p *Panel) end() int { return max(len(p.rows)-p.height, 0) }

// Body returns the rows in sight.
func (p *Panel) Body() []string {
	last := min(p.at.Top+p.height, len(p.rows))
	out := make([]string, 0, p.height)
	for _, row := range p.rows[p.at.Top:last] {
		out = append(out, widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin},
			widget.Cell{Text: row, Width: max(p.width-margin, 0), Style: p.env.Theme.Text}))
	}
	return out
}

// Position is which rows are in sight.
func (p *Panel) Position() safe.Text {
	if p.end() == 0 {
		return "all of it"
	}
	return p.at.InSight(len(p.rows), p.height)
}

// Ask is what to think of before it goes out.
func (p *Panel) Ask() safe.Text { return "Who is named in the timeline and not yet invited?" }

// Field is the name of a file.
func (p *Panel) Field() (screen.Field, bool) { return screen.NewField("invite:file", "File"), true }

// Read says what Enter does.
func (p *Panel) Read(text string) screen.Reading {
	if text == "" {
		return screen.Reading{Words: "Enter copies it; a file name here writes it"}
	}
	return screen.Reading{Words: "Enter writes a new file; it replaces nothing"}
}

// Enter copies the invitation, or writes it to a file.
func (p *Panel) Enter(text string) screen.Outcome {
	if text == "" {
		return screen.Outcome{Run: Copy}
	}
	return screen.Outcome{Run: Save, Text: text}
}

// Move scrolls.
func (p *Panel) Move(to screen.Move) { p.at.Move(to, p.height, p.end()) }

// Do goes back on Esc.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	switch c {
	case keymap.Back:
		return screen.Outcome{Close: true}
	case keymap.Copy, keymap.Invite:
		return screen.Outcome{Run: Copy}
	}
	return screen.Outcome{}
}

// Hints are the keys of the panel.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "copy"},
		{Command: keymap.Up, Word: "scroll"},
		{Command: keymap.Back, Word: "back"},
		{Command: keymap.Help, Word: "help"},
	}
}

// Sudden is false: a person asked for it.
func (p *Panel) Sudden() bool { return false }
