package terminal

import (
	"io"
	"os"
)

// The title of the window goes onto the terminal's own stack and comes back from it (XTWINOPS 22 and 23 of xterm,
// which the common terminals and tmux have; those without the stack show what they show for an empty title).
const (
	pushTitle = "\x1b[22;0t"
	popTitle  = "\x1b[23;0t"
)

// KeepTitle remembers the title that the window has, and returns the function that puts it back. Bubble Tea sets a
// title and leaves an empty one.
func KeepTitle(out io.Writer) (back func()) {
	takeTitle(out)
	return func() { giveTitle(out) }
}

func takeTitle(out io.Writer) { sendTitle(out, pushTitle) }

func giveTitle(out io.Writer) { sendTitle(out, popTitle) }

// sendTitle writes to a terminal only. An error has nowhere to be told: the terminal is gone.
func sendTitle(out io.Writer, sequence string) {
	if f, ok := out.(*os.File); ok && IsTerminal(f) {
		_, _ = io.WriteString(f, sequence)
	}
}
