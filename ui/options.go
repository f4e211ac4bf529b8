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
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// Options is what the program gives the screen.
type Options struct {
	Store desk.Store
	// Reopen opens another store, to complete a copy.
	Reopen func(ctx context.Context, path string) (desk.Store, error)
	// Rescues is where goes what is not on disk when the program ends; nil keeps nothing.
	Rescues desk.Rescues
	// Messages is where is said, once the screen is gone, what the person must know; nil says nothing.
	Messages io.Writer
	// Sample makes a throw-away store with the sample incident in it, and removes it on Close.
	Sample func(context.Context) (desk.Store, model.ID, error)
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
