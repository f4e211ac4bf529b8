package terminal

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/safe"
)

// ClipboardLimit is how many bytes go to the clipboard: with the coding of OSC 52 they just fit into the 100,000 that
// the common terminals take. What is longer they drop without a word.
const ClipboardLimit = 74_994

// Clipboard is the command that puts text on the clipboard through the terminal, which also works over SSH. Controls
// are replaced first, because what is pasted into a shell must not act on it. The command is returned as it is: its
// message means something to Bubble Tea alone.
func Clipboard(text string) (tea.Cmd, error) {
	text = safe.Terminal(text)
	if len(text) > ClipboardLimit {
		return nil, fmt.Errorf("%d KiB are too much for the clipboard of many terminals; export to a file instead", len(text)/1024)
	}
	return tea.SetClipboard(text), nil
}
