package ui

import (
	"strings"

	"debrief/model"
	"debrief/ui/screen"
)

// ideaField is where an idea is typed while other text waits in the marked field.
const ideaField = "parking:idea"

// parksBeside begins an idea in the list where the line holds other text, half typed or recorded:
// that waits in its field, and is back when the idea is parked.
func (a *App) parksBeside(sign string) bool {
	if sign != "!" || a.line.Empty() || a.atHome() {
		return false
	}
	a.parking = true
	a.holdField()
	if a.line.Empty() {
		a.line.Set(sign)
	}
	return true
}

// endParking goes back to the field when the idea is parked or was deleted.
func (a *App) endParking() {
	if a.parking && a.front() == nil && !a.finding && a.line.Empty() {
		a.parking = false
	}
}

// signed is the text of the line with the first sign of an idea, which may have been deleted from
// its slot.
func (a *App) signed(text string) string {
	if a.parking && !strings.HasPrefix(text, "!") {
		return "!" + text
	}
	return text
}

// ideaLink is the row that an idea is linked to: what was talked about. A person is no such thing,
// and another idea waits itself.
func ideaLink(row screen.Row) screen.Row {
	switch row.Table {
	case model.Events, model.Learnings, model.Countermeasures:
		return row
	}
	return screen.Row{}
}
