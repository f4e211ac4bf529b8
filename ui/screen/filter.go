package screen

import (
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Filter is what panels have in common whose list is narrowed by the letters that are typed.
type Filter struct {
	Slot  string         // the field in which the letters wait while the panel is open
	Label safe.Text      // what stands before them
	None  safe.Text      // said where they leave nothing
	Opens keymap.Command // opens the panel, and closes it again
}

// Field is the letters.
func (f Filter) Field() (Field, bool) { return NewField(f.Slot, f.Label), true }

// Ask leaves the screen's question.
func (f Filter) Ask() safe.Text { return "" }

// Do closes the panel, also when it is asked for again.
func (f Filter) Do(c keymap.Command) Outcome {
	if c == keymap.Back || c == f.Opens {
		return Outcome{Close: true, Settled: f.settled()}
	}
	return Outcome{}
}

// Run closes the panel and runs a command, unless there is a reason why it has no use now.
func (f Filter) Run(c keymap.Command, why safe.Text) Outcome {
	if why != "" {
		return Outcome{Check: why}
	}
	return Outcome{Close: true, Run: Press, Text: string(c), Settled: f.settled()}
}

// Sudden is false: the panel opens when it is asked for.
func (f Filter) Sudden() bool { return false }

func (f Filter) settled() []Key { return []Key{{Field: f.Slot}} }
