// Package keymap is the one table of keys: which key asks for which command, in which focus,
// and why that key. Routing, footers, help, the list of all commands and docs/keys.md are all
// made from it, and a config file may move keys.
package keymap

// Command is what a key asks for. Screens never see keys, only commands.
type Command string

// The commands that work everywhere.
const (
	Enter    Command = "enter"
	Up       Command = "up"
	Down     Command = "down"
	PageUp   Command = "page-up"
	PageDown Command = "page-down"
	Next     Command = "next"     // complete, else next field, else next phase
	Previous Command = "previous" // the same backwards
	Back     Command = "back"
	Undo     Command = "undo"
	Redo     Command = "redo"
	Commands Command = "commands"
	Help     Command = "help"
	Editor   Command = "editor"
	Leave    Command = "leave"
	Redraw   Command = "redraw"
)

// The commands of the list, and of the empty line where a key is free there.
const (
	Question     Command = "question" // the next question
	AllQuestions Command = "all-questions"
	Type         Command = "type"
	First        Command = "first"
	Last         Command = "last"
	Open         Command = "open"
	Remove       Command = "remove"
	MoveUp       Command = "move-up"
	MoveDown     Command = "move-down"
	Perspective  Command = "perspective"
	Time         Command = "time"
	WhenKnown    Command = "when-known"
	Decide       Command = "decision-card"
	Rest         Command = "rest"
	Decline      Command = "decline"
	Merge        Command = "merge"
	Origin       Command = "origin" // of an idea: where it came up
	View         Command = "view"
	Finding      Command = "finding"
	Settle       Command = "settle"
	Find         Command = "find"
	Roles        Command = "roles"
	PrivateNote  Command = "private-note"
	Clock        Command = "clock"
	Minutes      Command = "minutes"
	HandOver     Command = "hand-over"
	Mouse        Command = "mouse"
	Go           Command = "go"
	Home         Command = "home"
	Quit         Command = "quit"
)

// The commands that have no key of their own and are run from the list of all commands.
const (
	NextSession  Command = "next-session"
	Suspend      Command = "suspend"
	ThemeDark    Command = "theme-dark"
	ThemeLight   Command = "theme-light"
	ThemeHigh    Command = "theme-high-contrast"
	Copy         Command = "copy"
	SaveCopy     Command = "save-copy"
	DeleteRecord Command = "delete"
	ReadFile     Command = "read-file"
	Preview      Command = "preview"
	ShareScreen  Command = "share-screen"
	PageNames    Command = "page-names"
	Star         Command = "star"
	// ConfirmTimeline asks the room again whether it agrees on the timeline.
	ConfirmTimeline Command = "confirm-timeline"
	Invite          Command = "invite"
)

// Phase returns the command that goes to phase n, 1 to 7.
func Phase(n int) Command { return Command("phase-" + string(rune('0'+n))) }

// Scope is the focus in which a key works.
type Scope string

// The scopes. A key of Everywhere works in all of them.
const (
	Everywhere Scope = "everywhere"
	EmptyLine  Scope = "empty line" // while typing, before the first character
	List       Scope = "list"       // after Esc
	AfterGo    Scope = "after g"
	NoKey      Scope = "no key" // only in the list of all commands
)

// Binding is one row of the table.
type Binding struct {
	Command Command
	Scope   Scope
	Keys    []string // as Bubble Tea names them; none for NoKey
	Word    string   // one or two words, for the footer
	Help    string   // what it does, for help and the list of all commands
	Why     string   // why this key, for docs/keys.md
	Brief   string   // Help in at most 27 cells, the room of a line of help at 80 columns; "" where that is as short

	// Elsewhere says where the command works, on a screen that does not bring it; on its first row.
	Elsewhere string
}
