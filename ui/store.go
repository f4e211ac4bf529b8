// Package ui is the frame of the screen: it routes keys, holds the record and its history,
// saves through the queue, and draws what is the same on every screen. What a screen means is
// said by the packages below it.
package ui

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/aloud"
	"debrief/model/prompt"
	"debrief/model/rescue"
	"debrief/model/wording"
	"debrief/ui/keymap"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// Store is what the screen needs of a store. Errors are those of package model.
type Store interface {
	queue.Store
	// Storable tells, without a look at the disk, whether the store can hold the entry; the error is a
	// model.ErrUnstorable that says what it cannot hold.
	Storable(record model.ID, e model.Entry) error
	// Summaries lists the post-mortems, newest first.
	Summaries(ctx context.Context, q model.SummaryQuery) ([]model.Summary, error)
	// Dues lists what is overdue or waits to be decided, most urgent first.
	Dues(ctx context.Context, today model.Date, limit int) ([]model.Due, error)
	// Read returns a record and the sequence number of its latest log entry.
	Read(ctx context.Context, id model.ID) (model.Postmortem, int64, error)
	// History returns the change log of a record, oldest first.
	History(ctx context.Context, id model.ID) ([]model.Entry, error)
	// Reread returns a record and its log as they stand at one moment.
	Reread(ctx context.Context, id model.ID) (model.Postmortem, []model.Entry, error)
	// Latest returns the sequence number of a record's latest log entry, and when it was made.
	Latest(ctx context.Context, id model.ID) (int64, time.Time, error)
	// Drafts returns the texts of a record that were typed and not recorded.
	Drafts(ctx context.Context, record model.ID) ([]model.Draft, error)
	// Changed tells whether another window wrote to the file since it was last asked.
	Changed(ctx context.Context) (bool, error)
	// Copy writes the whole store to another file, which must not exist.
	Copy(ctx context.Context, path string) error
	// Path is where the file is.
	Path() string
	// Close lets go of the file.
	Close() error
}

// Rescues keeps what was not on disk when a window ended.
type Rescues interface {
	// Write writes it to a new file beside the store or, where that fails, elsewhere, and returns the path.
	Write(r rescue.Rescue) (path string, err error)
	// Sync puts a file that was written on the disk; until then a power cut may take it.
	Sync(path string) error
	// Read reads a file again; there is false where it is gone.
	Read(path string) (f Rescued, there bool)
	// WriteElsewhere does not try the folder of the store, which may not answer.
	WriteElsewhere(r rescue.Rescue) (path string, err error)
	// List returns what is there, oldest first.
	List() ([]Rescued, error)
	// Remove removes a file; that it is gone is no error.
	Remove(path string) error
}

// Rescued is a rescue file that is there.
type Rescued struct {
	Path   string
	Rescue rescue.Rescue
	Err    error // why it cannot be read, nil where it can
}

// Options is what the program gives the screen.
type Options struct {
	Store Store
	// Reopen opens another store, to complete a copy.
	Reopen func(ctx context.Context, path string) (Store, error)
	// Rescues is where goes what is not on disk when the program ends; nil keeps nothing.
	Rescues Rescues
	// Messages is where is said, once the screen is gone, what the person must know; nil says nothing.
	Messages io.Writer
	// Sample makes a throw-away store with the sample incident in it, and removes it on Close.
	Sample func(context.Context) (Store, model.ID, error)
	// Throwaway tells that nothing in Store is kept, and the header says so.
	Throwaway bool
	// Start is where to begin; the zero Place is home.
	Start screen.Place

	Now   func() time.Time
	NewID func() model.ID
	// Zone is the IANA name of the machine's zone, for new post-mortems.
	Zone string

	// After returns the command that brings a message after a while; nil is the real clock's.
	After func(time.Duration, tea.Msg) tea.Cmd

	Keys   *keymap.Table
	Theme  string // a theme's name; "" follows the background of the terminal
	Glyphs theme.Glyphs
	Mouse  bool
	FPS    int       // frames a second; 0 is FramesPerSecond, 60 saves the battery
	Debug  io.Writer // a line a message, never text of the meeting; nil for none

	// Rules are the team's wording rules; they follow the built-in ones.
	Rules []wording.Rule
	// Questions are the team's own, and those that it changed; one without words is silenced.
	Questions []prompt.Prompt

	// WriteFile writes a page to a new file; it refuses one that exists unless told to replace it.
	WriteFile func(path string, page []byte, replace bool) error
	// ReadFile reads a file that is at most 64 MiB.
	ReadFile func(path string) ([]byte, error)
	// Word is what a post-mortem is called that has no word of its own; "" is "post-mortem".
	Word string
	// Opening is what is read out when a meeting opens; the zero value is ours.
	Opening aloud.Opening
	// TraceDir is where the trace of a panic goes.
	TraceDir string
	// Getenv reads the environment, for the editor.
	Getenv func(string) string
	// ReviewsDir is where pages are written unless told otherwise.
	ReviewsDir string
}
