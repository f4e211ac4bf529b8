// Package feature is the contract of a feature: what it brings to the frame, and what it may ask of it.
// Features know neither the frame nor each other.
package feature

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// Feature is what a feature brings. What is nil it does not bring.
type Feature struct {
	Commands []Command
	// Update takes a message; those that are not its own it leaves alone.
	Update func(msg tea.Msg)
	// Happened takes what happened at the desk, and Entered.
	Happened func(event any)
	// Before is asked on the way to a place; it reports whether the way stops here for now.
	Before func(to screen.Place) bool
	// Follow comes after every message, see App.follow.
	Follow func()
	// Attend does what a person at the keyboard asks for, now or later. At most one feature brings it, and
	// each of the next two.
	Attend func(do func())
	// Header stands at the end of row 1 while a record is in front.
	Header func() (safe.Text, theme.Style)
	// Covered stands at the end of row 3 while a panel covers the whole body.
	Covered func() safe.Text
	// Half is what it has to say in the right half of row 3.
	Half func() Half
}

// Command is a command of the frame or of a feature.
type Command struct {
	Name keymap.Command
	// Off says in one sentence why it has no use here and now, "" where it has; nil: it always has.
	Off func() safe.Text
	// Do does it. Text is what a panel asks for it with, "" from a key.
	Do func(text string) screen.Outcome
	// Over tells that it works whatever panel is in front.
	Over bool
	// Rows are its rows of the key map, without its name. Those of keymap.Default have none here, nor has
	// what only panels ask for.
	Rows []keymap.Binding
}

// Half is the right half of row 3, in several lengths, the longest first.
type Half struct {
	Words []safe.Text
	Style theme.Style
	Urges bool // it asks for attention; what stands at its left gives way
}

// Opened tells that a panel opens for an outcome.
type Opened struct{ Panel screen.Panel }

// Entered tells that the screen of a place came to the front.
type Entered struct{ Place screen.Place }

// Frame is what a feature may ask of the frame.
type Frame struct {
	screen.Env
	Desk  *desk.Desk
	Line  *entry.Line
	Asker *prompt.Asker // the question to read out
	// Wording is the guard that knows no people yet.
	Wording *wording.Guard

	// At is where the person is, Screen the screen in front, Front the panel before it, and Behind the one
	// that this stands before; nil for none.
	At            func() screen.Place
	Screen        func() screen.Screen
	Front, Behind func() screen.Panel
	// Scene is where the meeting stands, and what is on the screen there.
	Scene func() (prompt.Place, prompt.Scene)
	// AsksFirst tells that the words in the line are asked about before any question.
	AsksFirst func() bool
	// Lacks is what the phase in front still lacks, as one sentence.
	Lacks func() string
	// Quiet tells that nothing was begun: no panel is open, no search, and the line is as it was.
	Quiet func() bool
	// TakesText tells that what is typed goes to the line, also where a panel is open.
	TakesText func() bool
	// Field is what the line holds, and its slot; Slot is that of another field here.
	Field func() (screen.Field, entry.Slot)
	Slot  func(screen.Key) entry.Slot

	// Open opens a panel in front, and Close closes one, wherever it is.
	Open, Close func(screen.Panel)
	// Enter puts the screen of a place of the open record in front; GoTo also opens another record.
	Enter, GoTo func(screen.Place)
	// Edit makes an edit that records no text of the line, and reports whether it was made.
	Edit func(*screen.Edit) bool
	// Do carries out an outcome; Settled are the slots whose text its edit records.
	Do func(o screen.Outcome, settled ...entry.Slot)
	// EnterLine is Enter with the text in the line of the screen in front, and ReadLine how it is read there.
	EnterLine func(text string) screen.Outcome
	ReadLine  func(text string) screen.Reading
	// Prose tells whether the line takes sentences now, and of which phase.
	Prose func(text string) (wording.Phase, bool)
	// PhaseInLine is the phase to which the text in the line belongs.
	PhaseInLine func() model.Phase
	// Taken is how many rows the texts below take from the body.
	Taken func() int
	// Hold gives the line the marked field; Type puts the focus there too, and List into the list.
	Hold, Type, List func()
	// Done says what was done, Check what is wrong, until the next key; Said tells that something is said.
	Done, Check func(words string)
	Said        func() (words string, done bool)
	// Reads says how it stands.
	Reads func(words string)
	// Unsaid does something, and what is said with it is not shown.
	Unsaid func(do func())
	// Run has a command run; its message comes back to Update. After makes one that brings it after a while.
	Run   func(tea.Cmd)
	After func(time.Duration, tea.Msg) tea.Cmd

	// Off says why a command has no use now, "" where it has, and Press does as if its key was pressed.
	Off   func(keymap.Command) safe.Text
	Press func(keymap.Command)
	// InRecord is the Off of what needs a record in front.
	InRecord func() safe.Text
	// Key is the key of a command in the list, with Esc before it while one types.
	Key func(keymap.Command) string
	// Copy makes the command that copies a text to the clipboard, where the terminal lets programs copy.
	Copy func(text string) (tea.Cmd, error)
	// WriteFile writes a new file; it refuses one that exists unless told to replace it.
	WriteFile func(path string, content []byte, replace bool) error
	// Path is a path that was typed, as a whole one: in the folder, where it does not say another.
	Path func(folder, typed string) string
	// Shown is a path in one row, and Reviews the folder for pages.
	Shown   func(path string) string
	Reviews func() string

	// Left is what the wording guard has left in a projection of the record.
	Left func(shown model.Postmortem) []review.Left
}

// InMeeting tells that a record is in front.
func (f Frame) InMeeting() bool { return f.Desk.Sheet != nil && f.At().Screen != screen.Home }

// Clock reads the clock of the open record as it stands now; the zero Clock where none is open.
func (f Frame) Clock() meeting.Clock {
	if f.Desk.Sheet == nil {
		return meeting.Clock{}
	}
	return meeting.ClockOf(f.Desk.Record, f.Now())
}

// Opens is the Do of a command that opens a panel.
func Opens[P screen.Panel](panel func() P) func(string) screen.Outcome {
	return func(string) screen.Outcome { return screen.Outcome{Open: panel()} }
}

// Toggles is the Do of a command that opens a panel, and closes it where it is in front.
func (f Frame) Toggles(panel func() screen.Panel) func(string) screen.Outcome {
	var open screen.Panel
	return func(string) screen.Outcome {
		if open != nil && f.Front() == open {
			return screen.Outcome{Close: true}
		}
		open = panel()
		return screen.Outcome{Open: open}
	}
}

// Act is the Do of a command that needs no text and acts by itself.
func Act(do func()) func(string) screen.Outcome {
	return With(func(string) { do() })
}

// With is Act with the text.
func With(do func(text string)) func(string) screen.Outcome {
	return func(text string) screen.Outcome {
		do(text)
		return screen.Outcome{}
	}
}
