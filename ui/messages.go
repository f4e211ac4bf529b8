package ui

import (
	"time"

	"debrief/model"
	"debrief/ui/screen"
)

// The messages that come back from commands. Reads carry a ticket: the answer to a question
// that was asked again since is dropped.

type homeRead struct {
	ticket int
	list   []model.Summary
	dues   []model.Due
	drafts []model.Draft
	first  bool // only the newest were read; the rest follows
	err    error
}

type recordRead struct {
	ticket int
	place  screen.Place
	record model.Postmortem
	seq    int64
	heard  time.Time // when the latest change was made, where a clock runs
	drafts []model.Draft
	err    error
}

type historyRead struct {
	record  model.ID
	entries []model.Entry
	err     error
}

type recordReread struct {
	id      model.ID
	anew    bool // what waits is put on top also where nobody else wrote
	record  model.Postmortem
	entries []model.Entry
	drafts  []model.Draft // that wait on disk, read where a text was removed for good
	err     error
}

// heardOf answers whether another window heard of a meeting that is quiet here: with the record
// as it stands, where it was changed there.
type heardOf struct {
	id    model.ID
	again *recordReread
}

// changedElsewhere tells how far the record's log is on disk; the zero value, that nobody wrote.
type changedElsewhere struct {
	any    bool // something in the file was changed, if not this record
	lost   bool // the file was removed, or another one stands in its place
	id     model.ID
	latest int64
}

type sampleMade struct {
	store Store
	id    model.ID
	err   error
}

// copied tells how a copy of everything went. Where it is not whole, rest is the rescue file of what
// is missing in it.
type copied struct {
	path    string
	err     error
	rest    string
	restErr error
}

type fileRead struct {
	record model.Postmortem
	err    error
}

type pageWritten struct {
	id   model.ID
	path string
	also string // what is to be said before
	err  error
}

type invitationWritten struct {
	path string
	err  error
}

type editorClosed struct {
	text string
	body bool
	err  error
}

type (
	minuteTick struct{ at time.Time }
	draftTick  struct{}
	watchTick  struct{}
	rereadTick struct{ anew bool }
	// leaveTick is over when leaving has taken too long at one of its steps.
	leaveTick struct{ step int }
	pasteMore struct{}
	homeRest  struct{}
)

// leaveChecked tells whether the store's file is still there when the program leaves.
type leaveChecked struct{ lost bool }

// rescueWritten tells where what was not on disk went when the program left.
type rescueWritten struct {
	path string
	err  error
}

// refusedKept tells where a change that the store can never hold is kept.
type refusedKept struct {
	path string
	err  error
}

// rescuesFound is what earlier windows left behind.
type rescuesFound struct {
	files []Rescued
	err   error
}

// rescueRead is the record of a rescue file as it stands on disk, and its drafts there.
type rescueRead struct {
	file    Rescued
	record  model.Postmortem
	entries []model.Entry
	drafts  []model.Draft
	err     error
}

type rescueKept struct {
	path  string
	there bool
}

type rescueRemoved struct {
	path string
	err  error
}

// Terminate asks the program to save what is typed and to leave with the code, as a signal does.
type Terminate struct{ Code int }
