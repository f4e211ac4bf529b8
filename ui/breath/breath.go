// Package breath is a panel that asks the room to pause for a breath.
package breath

import (
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Open opens the panel.
const Open keymap.Command = "breath"

// Feature is the pause.
func Feature(f feature.Frame) feature.Feature {
	return feature.Feature{Commands: []feature.Command{{
		Name: Open, Off: f.InRecord, Do: feature.Opens(func() *Panel { return &Panel{} }),
		Rows: []keymap.Binding{{Scope: keymap.List, Keys: []string{"b"}, Word: "breathe", Help: "pause for a breath", Why: "breath"}},
	}}}
}

// Panel is the pause.
type Panel struct{ screen.Filter }

// Title names the panel.
func (p *Panel) Title() safe.Text { return "A pause" }

// Height is the rule and a row.
func (p *Panel) Height(most int) (int, bool) { return min(2, most), false }

// Resize gives the rows below the rule.
func (p *Panel) Resize(int, int) {}

// Body asks the room.
func (p *Panel) Body() []string { return []string{"  Breathe in, and out."} }

// Position has nothing to say.
func (p *Panel) Position() safe.Text { return "" }

// Field leaves the line to the screen.
func (p *Panel) Field() (screen.Field, bool) { return screen.Field{}, false }

// Read says what Enter does.
func (p *Panel) Read(string) screen.Reading { return screen.Reading{Words: "Enter goes on"} }

// Enter goes on.
func (p *Panel) Enter(string) screen.Outcome { return screen.Outcome{Close: true} }

// Move has nothing to mark.
func (p *Panel) Move(screen.Move) {}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint { return []screen.Hint{{Command: keymap.Enter, Word: "go on"}} }
