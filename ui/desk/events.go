package desk

import (
	"debrief/model"
	"debrief/ui/screen"
)

// What happened at the desk. Each is told as it happens, and what the window does about it is done
// before the desk goes on.

// Said is a sentence for the person. Check is for a fault, and for what has to be looked at.
type Said struct {
	Check bool
	Words string
}

// Hushed takes back what was said, which is not so any more.
type Hushed struct{}

// Trouble asks to show what is not on disk and the ways on. Sudden is where nobody asked for it.
type Trouble struct{ Sudden bool }

// Settled tells that the trouble is over.
type Settled struct{}

// Copied tells that the copy whose path was typed is written. Over is where nothing else waits for a person.
type Copied struct{ Over bool }

// Changed tells that the record is another than the one that is shown.
type Changed struct{}

// Opened tells that a record was opened.
type Opened struct {
	Place screen.Place // where to go in it; without a screen, where the meeting stands
	How   How
}

// How a record came to be open.
type How int

// The ways.
const (
	Read    How = iota // from the store: another person may have led the meeting
	Made               // it is new, or was imported
	TakenIn            // out of a rescue file
)

// HistoryRead tells that the log of the record is there.
type HistoryRead struct{}

// HomeRead brings the lists of home, or why they could not be read.
type HomeRead struct {
	List  []model.Summary
	Dues  []model.Due
	Today model.Date
	Err   error
}

// LookedElsewhere tells that the record stands as the last window left it, so far as that can be known.
type LookedElsewhere struct{ Record model.ID }

// TookBack tells that a change was taken back or made again.
type TookBack struct {
	Change model.Change
	Word   string // "Taken back: "
	Stays  string // what of it stays, with a semicolon before it
}

// BringBack asks to bring back the record that was left last, which is deleted.
type BringBack struct{}

// BroughtBack tells that the record that was left last, which was deleted, was brought back outside this window.
type BroughtBack struct{}

// LeftDeleted asks to go home from a record that is deleted, and to say how it came to be.
type LeftDeleted struct{ How string }

// Gone tells that the record went away outside this window: deleted, or removed for good. The words tell
// what became of what was typed; without a title nobody saw it go.
type Gone struct {
	Title, Words string
	Deleted      bool
}

// Purged tells that texts were removed for good outside this window, from a record that stays.
type Purged struct{ Texts []model.Replacement }

// NamesTurned tells, before the waiting texts follow, that names are off now, or on again.
type NamesTurned struct{}

// Shared tells that the room sees the screen from now on.
type Shared struct{}

// RescuesFound tells that rescue files were looked for; Offer has the first.
type RescuesFound struct{}

// RescueDone tells that it was decided about a rescue file; Offer has the next.
type RescueDone struct{}
