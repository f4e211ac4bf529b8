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
	Run   keymap.Command // run this command of the frame or of a feature, whatever is in front
	Text  string         // what it is run with

	// Settled are further fields whose waiting text the edit records.
	Settled []Key
}

// Edit changes the record. Make or Adds gets the whole record, also what the projection leaves out, and
// returns it edited; the frame makes the Change with model.Diff. An error is told in the row
// "Check" and changes nothing.
type Edit struct {
	Label string // for undo and history: "Event added"
	Fact  bool   // logged, but outside undo
	Make  func(model.Postmortem) (model.Postmortem, error)
	Mark  model.ID // the row to mark afterwards; empty keeps the mark
	// Adds is in place of Make where the row to mark is known once the edit is made; it returns that too.
	Adds func(model.Postmortem) (model.Postmortem, model.ID, error)
}

// Apply makes the edit of a record, and returns the row to mark afterwards.
func (e *Edit) Apply(p model.Postmortem) (model.Postmortem, model.ID, error) {
	if e.Adds != nil {
		return e.Adds(p)
	}
	next, err := e.Make(p)
	return next, e.Mark, err
}

// What screens and panels ask of the frame by name, beside the commands of the key map. They have no key
// and stand in no list.
const (
	Press     keymap.Command = "press"      // with Text: do as if the key of the command of this name was pressed
	Sample    keymap.Command = "sample"     // open the sample incident
	NewRecord keymap.Command = "new-record" // with Text: make a post-mortem with this title
	Import    keymap.Command = "import"     // with Text: read the JSON export at this path
)
