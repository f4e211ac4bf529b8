package terminal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"debrief/ui/safe"
)

// PanicFile writes what a panic said, and its stack, into a new file of mode 0600 in a folder, which is made with 0700
// where it is missing. A trace can hold the text of the meeting, so it goes there and never to the terminal.
func PanicFile(folder string, now time.Time, cause any, stack []byte) (path string, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make the folder for the trace: %w", err)
	}
	text := fmt.Sprintf("debrief stopped at %s\n\n%v\n\n%s", now.UTC().Format(time.RFC3339), cause, stack)
	for n := 1; n <= 100; n++ {
		name := now.UTC().Format("panic-20060102-150405")
		if n > 1 {
			name = fmt.Sprintf("%s-%d", name, n)
		}
		path = filepath.Join(folder, name+".txt")
		err = writeNew(path, text)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return "", fmt.Errorf("write the trace: %w", err)
	}
	return path, nil
}

// PanicLine is the one line that the person sees after a panic; path is empty if the trace was not written.
func PanicLine(path string) string {
	const saved = "debrief stopped on a mistake of its own. What the screen called saved is on disk; start it again to go on."
	if path == "" {
		return saved
	}
	return saved + " Details for a report: " + string(safe.Line(path))
}
