package screen

import (
	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Outcome is what a screen or panel asks of the frame. It is a value and not a message: a
// message to oneself is overtaken by keys that were typed meanwhile. The zero Outcome asks for
// nothing.
type Outcome struct {
	Edit  *Edit   // change the record
	Goto  *Place  // go there, after the edit
	Open  Panel   // open this panel in front
	Close bool    // close the panel in front
	Line  *string // put this text into the line (by default an edit empties it) and go back to typing
	Done  safe.Text
	Check safe.Text      // a fault: what was not understood and what to type; the line keeps its text
	Cmd   tea.Cmd        // work for a command; its message comes back to the frame
	Ask   Request        // something only the frame can do
	Run   keymap.Command // with the request Run

	// Settled are further fields whose waiting text the edit records.
	Settled []Key
}

// Edit changes the record. Make gets the whole record, also what the projection leaves out, and
// returns it edited; the frame makes the Change with model.Diff. An error is told in the row
// "Check" and changes nothing.
type Edit struct {
	Label string // for undo and history: "Event added"
	Fact  bool   // logged, but outside undo
	Make  func(model.Postmortem) (model.Postmortem, error)
	Mark  model.ID // the row to mark afterwards; empty keeps the mark
}

// Request is something that only the frame can do.
type Request int

// The requests.
const (
	Nothing      Request = iota
	GoOn                 // the next phase
	Preview              // the page as it is published
	Sample               // open the sample incident
	NewRecord            // with Line: make a post-mortem with this title
	ReadFile             // with Line: read the JSON export at this path
	Run                  // with Run: do as if its key was pressed
	TryAgain             // save what waits, now
	KeepBoth             // of a conflict: theirs stays, ours becomes a row beside it
	TakeTheirs           // of a conflict: ours goes to the history
	TakeOurs             // of a conflict: theirs goes to the history
	SaveCopy             // with Line: write everything to another file
	OneRowEach           // of a paste: record a row a line
	OneLine              // of a paste: put it into the line as it is
	WritePage            // with Line: write the page to this file
	CopyPage             // copy the page to the clipboard
	CopyInvite           // copy the invitation that is shown
	SaveInvite           // with Line: write the invitation that is shown to this file
	PutQuestion          // with Line: the question of this id is the one to ask now
	LeaveNow             // leave, although something is not on disk
	LeaveOut             // give up the change that the store cannot hold
	TakeIn               // put what a rescue file holds on disk
	KeepRescue           // leave the rescue file where it is
	RemoveRescue         // remove the rescue file
	Agreed               // the room agrees on the timeline
	NotYet               // it does not yet
	NotAgreed            // it goes on all the same
)
