package screen

import (
	"time"

	"debrief/model"
	"debrief/model/aloud"
	"debrief/ui/keymap"
	"debrief/ui/theme"
)

// Env is what every screen and panel is given.
type Env struct {
	// Theme is shared; the frame swaps what it points to when the theme changes, and calls
	// Resize afterwards.
	Theme *theme.Theme
	Keys  *keymap.Table
	Now   func() time.Time
	NewID func() model.ID
	// Editor makes the edits of the record, from the two above.
	Editor model.Editor
	// Word is what a record is called that has no word of its own, "" where nobody chose one;
	// Opening is what is read out when a meeting opens.
	Word    string
	Opening aloud.Opening
	// Pending returns the text that waits in a field of the current place and is not recorded.
	Pending func(field string) (string, bool)
	// Unsaved tells that a row is not on disk yet.
	Unsaved func(row model.ID) bool
}
