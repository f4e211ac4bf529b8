// Package terminal is what the program asks of the system round the screen: the keyboard, the person's editor, the clipboard,
// signals, what the terminal can draw, and where the trace of a panic goes.
package terminal

import (
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/term"
)

// IsTerminal reports whether a file, such as standard output, is a terminal.
func IsTerminal(f *os.File) bool {
	return term.IsTerminal(f.Fd())
}

// IsUTF8 reports whether the locale is UTF-8, so that lines and blocks may be drawn. The environment is asked as C
// programs ask it: LC_ALL, then LC_CTYPE, then LANG; the first that is set decides.
func IsUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := getenv(name); value != "" {
			value = strings.ToLower(value)
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return runtime.GOOS == "windows"
}
