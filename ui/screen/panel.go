package screen

import (
	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Panel covers the lower part of the body, or all of it, from a titled rule down: a form, help,
// all commands, what is not saved. Only the one in front gets keys. It never moves what is above.
type Panel interface {
	// Title stands in the rule above the panel, or in row 3 where the panel takes the whole body.
	Title() safe.Text
	// Height is how many rows it wants, its own rule included, of at most those that are there.
	// Whole takes the body and row 3 as well.
	Height(most int) (rows int, whole bool)
	// Resize gives the rows and cells that it got, without its rule.
	Resize(width, height int)
	// Body returns its rows.
	Body() []string
	// Position is what stands at the end of the rule.
	Position() safe.Text
	// Ask is a question of the panel's own; "" leaves the question of the moment, for which a
	// Scener says what matters.
	Ask() safe.Text
	// Field is what the capture line holds; false leaves the line to the screen.
	Field() (Field, bool)
	// Read says how Enter would understand the text; it also filters, where characters do.
	Read(text string) Reading
	// Enter is Enter with this text in the line.
	Enter(text string) Outcome
	// Move moves the choice.
	Move(to Move)
	// Do runs any other command. Back closes the panel unless it has a step of its own to take.
	Do(c keymap.Command) Outcome
	// Hints are the commands for the footer.
	Hints() []Hint
	// Sudden panels open by themselves and ignore keys for a moment: a fast typist's next word
	// is not an answer.
	Sudden() bool
}

// Scener is a panel with questions of the meeting, such as a form. Where nothing holds in its scene
// the screen's stays.
type Scener interface {
	Scene() prompt.Scene
}

// Refresher is a panel that shows rows of the record. Refresh comes after the screen was shown an
// edit, an undo or a reload; false closes the panel, since what it was about is gone.
type Refresher interface {
	Refresh() bool
}
