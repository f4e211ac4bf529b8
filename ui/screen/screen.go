// Package screen is the contract of a screen: what the frame asks of it, and what it asks of
// the frame. The frame owns the terminal, the one capture line, the record and its saving; a
// screen draws the body, says how the line is understood, and turns Enter and commands into an
// Outcome, which is a value.
package screen

import (
	"slices"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Name names a screen.
type Name string

// The screens. Each phase has one, and Home has none.
const (
	Home            Name = "" // the list of post-mortems
	Open            Name = "open"
	Attendees       Name = "attendees"
	Timeline        Name = "timeline"
	Discretion      Name = "discretion"
	Learning        Name = "learning"
	Countermeasures Name = "countermeasures"
	Close           Name = "close"
)

// phases are the screens of the phases, in their order. No other screen has a phase.
func phases() []Name {
	return []Name{Open, Attendees, Timeline, Discretion, Learning, Countermeasures, Close}
}

// OfPhase returns the screen of a phase, Home for phase 0.
func OfPhase(p model.Phase) Name {
	if p < 1 || int(p) > len(phases()) {
		return Home
	}
	return phases()[p-1]
}

// Phase returns the phase whose screen this is, 0 where it has none.
func (n Name) Phase() model.Phase { return model.Phase(slices.Index(phases(), n) + 1) }

// Place is where a person is: comparable, so that it can be history, a search hit and what a
// test expects. The zero Place is home.
type Place struct {
	Screen     Name
	Postmortem model.ID
	Row        model.ID // the row to mark; empty keeps the mark
	Field      string   // the field to mark, on screens of fields
}

// Move is a movement of the mark.
type Move int

// The movements.
const (
	Up Move = iota
	Down
	PageUp
	PageDown
	First
	Last
)

// Screen is one page of the program between header and rule, and the meaning of the capture
// line while it is in front. All its methods run on the event loop and return at once.
type Screen interface {
	// Show hands over the record to draw, as the audience may see it. It comes before the first
	// Body and after every edit, undo and reload. The same row stays marked, by id; where it has
	// gone, its neighbour is.
	Show(x *model.Index)
	// Goto marks the row or field of the place, where it is there.
	Goto(p Place)
	// Resize gives the size of the body in cells. It comes before the first Body.
	Resize(width, height int)
	// Body returns the rows of the body, at most height of them, each at most width cells wide.
	Body() []string
	// Position is what stands at the end of the rule: "1-9 of 9".
	Position() safe.Text
	// Scene is what matters to the question of this moment. It is asked for with every frame, so it
	// costs no work that grows with the record.
	Scene() prompt.Scene
	// Field is what the capture line holds now.
	Field() Field
	// Marked returns the marked row, the zero Row where none is.
	Marked() Row
	// Move moves the mark.
	Move(to Move)
	// Click marks what is drawn at that row of the body, 0 for the first.
	Click(row int)
	// Find marks the next row that holds the words and says what it found.
	Find(words string) safe.Text
	// Read says how Enter would understand the text, with the cursor at that byte of it. It runs
	// on every key, so it costs no work that grows with the record.
	Read(text string, cursor int) Reading
	// Enter is Enter with this text in the line.
	Enter(text string) Outcome
	// Commands are the other commands of the key map that it brings, the same ones all the time.
	Commands() Commands
	// Hints are the commands for the footer, most needed first, while typing or in the list.
	Hints(typing bool) []Hint
}

// Leaver is a screen with a view for the moment. Leave comes when another one comes to the front.
type Leaver interface {
	Leave()
}

// Lacker is a screen that shows one of several things, such as a card. Lacks is what that one lacks;
// nothing leaves the word to the phase.
type Lacker interface {
	Lacks() []meeting.Lack
}

// Row is a row of a record, as a mark and a link name it.
type Row struct {
	Table model.Table
	ID    model.ID
}

// Field is what the capture line holds: nothing yet (a new row), or a field with its text.
type Field struct {
	Key   Key       // text that is typed into it waits under this name
	Label safe.Text // what stands before the line: "Event", "Impact"
	Text  string    // the recorded text; empty for a new row
	Body  bool      // the text may have paragraphs

	// At is the text of a row that the line holds, without the id of a row that is still to be made.
	// The zero ProseAt is none: a command, a number, a name.
	At model.ProseAt
	// Unseen texts are not drawn: the room sees that something is typed, not what.
	Unseen bool
}

// NewField is a field of no row, into which a new text is typed.
func NewField(name string, label safe.Text) Field {
	return Field{Key: Key{Field: name}, Label: label}
}

// Kind says what a stretch of the capture line is, for its colour.
type Kind int

// The kinds of stretch.
const (
	Time Kind = iota
	Person
	Tag
	Date
	Sign
	Quotation
	Unknown // not understood
	Flagged // marked by the wording guard
)

// Stretch is a part of the line, in bytes.
type Stretch struct {
	Start, End int
	Kind       Kind
}

// Candidate completes the open word of the line: Tab puts Text between Start and End.
type Candidate struct {
	Start, End int
	Text       string
}

// Reading says how the line is understood.
type Reading struct {
	Words      safe.Text   // for the row "Reads"
	Fault      bool        // Words says what is not understood and what to type instead; Enter keeps the text
	Label      safe.Text   // stands before the line instead of the field's own, where not empty
	Stretches  []Stretch   // in order, not overlapping
	Candidates []Candidate // best first, while the word at the end of the line is open
	Unseen     bool        // the text is drawn as a sign a character
}

// Hint is a command in the footer, with the word it has here; an empty word is the key map's.
type Hint struct {
	Command keymap.Command
	Word    safe.Text
}
