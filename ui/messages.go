package ui

import (
	"debrief/model"
)

// The messages that come back from commands.

type pageWritten struct {
	id   model.ID
	path string
	also string // what is to be said before
	err  error
}

type editorClosed struct {
	text string
	body bool
	err  error
}

// Terminate asks the program to save what is typed and to leave with the code, as a signal does.
type Terminate struct{ Code int }
