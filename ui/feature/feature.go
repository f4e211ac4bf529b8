// Package feature is the contract of a feature: what it brings to the frame.
package feature

import (
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Command is a command of the frame or of a feature: what its row of the key map does not say. One that
// only panels ask for has no such row.
type Command struct {
	Name keymap.Command
	// Off says in one sentence why it has no use here and now, "" where it has; nil: it always has.
	Off func() safe.Text
	// Do does it. Text is what a panel asks for it with, "" from a key.
	Do func(text string) screen.Outcome
	// Over tells that it works whatever panel is in front.
	Over bool
}

// Act is the Do of a command that needs no text and acts by itself.
func Act(do func()) func(string) screen.Outcome {
	return With(func(string) { do() })
}

// With is Act with the text.
func With(do func(text string)) func(string) screen.Outcome {
	return func(text string) screen.Outcome {
		do(text)
		return screen.Outcome{}
	}
}
