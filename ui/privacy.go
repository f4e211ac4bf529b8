package ui

import (
	"slices"

	"debrief/ui/paste"
)

// shared keeps what was drawn for one person from the room.
func (a *App) shared() {
	a.closeGuard()
	a.panels = slices.DeleteFunc(a.panels, func(p panel) bool {
		_, asks := p.Panel.(*paste.Panel)
		return asks
	})
	if waits := a.pastedSlot(); a.pasted.text != "" { // the lines come into the line one by one, unseen
		a.desk.Put(waits, a.pasted.text)
		a.line.SetPrivate(waits)
		a.pasted = pasted{}
	}
}

// givePrivateBack gives back the words that waited for a private screen, once it is one and the line is
// the screen's own.
func (a *App) givePrivateBack() {
	if a.desk.Private() && a.front() == nil && !a.finding {
		a.holdField()
		a.desk.GiveBack()
	}
}
