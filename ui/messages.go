package ui

import (
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
	drafts []model.Draft
	err    error
}

type historyRead struct {
	record  model.ID
	entries []model.Entry
	err     error
}

type recordReread struct {
	ticket  int
	record  model.Postmortem
	entries []model.Entry
	err     error
}

type changedElsewhere struct {
	changed bool
}

type sampleMade struct {
	store Store
	id    model.ID
	err   error
}

type copied struct {
	path string
	err  error
}

type fileRead struct {
	path string
	data []byte
	err  error
}

type pageWritten struct {
	path string
	err  error
}

type editorClosed struct {
	text string
	body bool
	err  error
}

type (
	minuteTick struct{}
	draftTick  struct{}
	watchTick  struct{}
	rereadTick struct{}
)

// Terminate asks the program to save what is typed and to leave with the code, as a signal does.
type Terminate struct{ Code int }
