package screen

import (
	"time"

	"debrief/model"
	"debrief/model/aloud"
	"debrief/model/edit"
	"debrief/ui/keymap"
	"debrief/ui/safe"
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
	Editor edit.Editor
	// Word is what a record is called that has no word of its own, "" where nobody chose one;
	// Opening is what is read out when a meeting opens.
	Word    string
	Opening aloud.Opening
	// Pending returns the text that waits in a field of the current place and is not recorded, as it
	// may be shown.
	Pending func(Key) (string, bool)
	// Typed is Pending for what records the text: with the names that it was typed with.
	Typed func(Key) (string, bool)
	// Unseen tells that the text which waits in such a field is not for the room, which sees the screen.
	Unseen func(Key) bool
	// Unsaved tells that a row is not on disk yet.
	Unsaved func(row model.ID) bool
}

// NotForRoom says why a text is neither drawn nor recorded while the room sees the screen.
const NotForRoom = safe.Text("typed while the screen was private; mark it private to read or record it")

// Waiting is the text that waits in a field, as it may be drawn: a star for each character where it is
// not for the room.
func (e Env) Waiting(field Key) (text string, waits bool) {
	if text, waits = e.Pending(field); e.Unseen(field) {
		text = string(safe.Repeat("*", safe.Width(safe.Line(text))))
	}
	return text, waits
}
