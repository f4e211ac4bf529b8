// Command floor is the least that a Go program does on a terminal: it sets raw mode, writes a
// word, and writes back what is typed.
package main

import (
	"os"

	"github.com/charmbracelet/x/term"
)

func main() {
	state, err := term.MakeRaw(os.Stdin.Fd())
	if err != nil {
		os.Exit(1)
	}
	os.Stdout.WriteString("ready")
	buffer := make([]byte, 64)
	for {
		n, err := os.Stdin.Read(buffer)
		if err != nil || buffer[0] == 3 {
			break
		}
		os.Stdout.Write(buffer[:n])
	}
	term.Restore(os.Stdin.Fd(), state)
}
