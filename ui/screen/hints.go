package screen

import (
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Typed is what a footer needs to know of the line that was read last.
type Typed struct {
	Empty bool
	Open  bool // Tab completes a word
}

// Typing is the footer of a list while one types: enter is what Enter does, complete tells that
// Tab completes a word. Below 80 columns the words are shorter where they have to be.
func Typing(width int, enter safe.Text, complete bool) []Hint {
	tab, back := safe.Text("next phase"), safe.Text("commands")
	if complete {
		tab = "complete"
	} else if width < 80 {
		tab = "next"
	}
	if width < 80 && safe.Width(enter)+safe.Width(tab) > safe.Width("take up")+safe.Width("next") {
		back = "list"
	}
	hints := []Hint{{Command: keymap.Enter, Word: enter}, {Command: keymap.Up, Word: "row"},
		{Command: keymap.Next, Word: tab}, {Command: keymap.Back, Word: back}}
	if width >= 80 {
		hints = append(hints, Hint{Command: keymap.Commands, Word: "all"})
	}
	return append(hints, Hint{Command: keymap.Help, Word: "help"})
}
