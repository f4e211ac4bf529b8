package screen

import (
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Typing is the footer of a list while one types: enter is what Enter does, complete tells that
// Tab completes a word. Below 80 columns the words are shorter.
func Typing(width int, enter safe.Text, complete bool) []Hint {
	tab, back := safe.Text("next phase"), safe.Text("commands")
	if width < 80 {
		tab, back = "next", "list"
	}
	if complete {
		tab = "complete"
	}
	hints := []Hint{{Command: keymap.Enter, Word: enter}, {Command: keymap.Up, Word: "row"},
		{Command: keymap.Next, Word: tab}, {Command: keymap.Back, Word: back}}
	if width >= 80 {
		hints = append(hints, Hint{Command: keymap.Commands, Word: "all"})
	}
	return append(hints, Hint{Command: keymap.Help, Word: "help"})
}
