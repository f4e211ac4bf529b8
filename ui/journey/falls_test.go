package journey

import (
	"fmt"
	"os"
)

// fallsBy, in the environment of the driven program, names the file that tells where to fall, once it is
// there.
const fallsBy = "DEBRIEF_TEST_FALLS"

// fall is where the program panics: at the nth call from the place.
type fall struct {
	place string // one of fallPlaces
	nth   int
}

// fallPlaces are those where a screen's code runs: while a message is taken, while a frame is drawn,
// and in a command before and after the store has done it. At the first two it is the clock that
// panics, which screens ask for the time.
var fallPlaces = []string{"update", "view", "command", "done command"} // constant table

func (f fall) write(file string) error {
	next := file + ".next"
	if err := os.WriteFile(next, fmt.Appendf(nil, "%d %s", f.nth, f.place), 0o600); err != nil {
		return err
	}
	return os.Rename(next, file)
}
