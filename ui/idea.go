package ui

import (
	"strings"
)

// ideaField is where an idea is typed while other text waits in the marked field.
const ideaField = "parking:idea"

// parksBeside begins an idea in the list where the line holds other text, half typed or recorded:
// that waits in its field, and is back when the idea is parked.
func (a *App) parksBeside(sign string) bool {
	if sign != "!" || a.line.Empty() || a.atHome() {
		return false
	}
	a.focus.to(parking)
	a.holdField()
	if a.line.Empty() {
		a.line.Set(sign)
	}
	return true
}

// endParking goes back to the field when the idea is parked or was deleted.
func (a *App) endParking() {
	if a.focus.base() == parking && a.focus.mode != finding && a.front() == nil && a.line.Empty() {
		a.focus.to(typing)
	}
}

// signed is the text of the line with the first sign of an idea, which may have been deleted from
// its slot.
func (a *App) signed(text string) string {
	if a.focus.base() == parking && !strings.HasPrefix(text, "!") {
		return "!" + text
	}
	return text
}
