package ui

import (
	"slices"

	"debrief/ui/entry"
	"debrief/ui/paste"
	"debrief/ui/screen"
)

// private tells that the room does not see the screen.
func (a *App) private() bool {
	return a.session != nil && a.at.Screen != screen.Home && a.session.record.Header.Unshared
}

// hides tells that the text of a slot must not be drawn: it is not for the room, and the room sees the
// screen. What is typed while the screen is private is not for the room until it is recorded.
func (a *App) hides(s entry.Slot) bool { return a.line.Text(s).Private && !a.private() }

// followShared keeps what was drawn for one person from the room when the screen is shared, here or in
// another window.
func (a *App) followShared() {
	was, now := a.unshared, a.private()
	if a.unshared = now; was == now || a.session == nil {
		return
	}
	if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
	}
	if now || a.atHome() {
		return
	}
	a.closeGuard()
	a.line.Rewrite(func(entry.Slot, *entry.Text) {}) // a step back must not show it
	a.panels = slices.DeleteFunc(a.panels, func(p panel) bool {
		_, asks := p.Panel.(*paste.Panel)
		return asks
	})
	if waits := a.pastedSlot(); a.pasted.text != "" { // the lines come into the line one by one, unseen
		a.put(waits, a.pasted.text)
		a.line.SetPrivate(waits)
		a.pasted = pasted{}
	}
}

// givePrivateBack gives back the words that waited for a private screen, once it is one and the line is
// the screen's own.
func (a *App) givePrivateBack() {
	if a.private() && a.front() == nil && !a.finding {
		a.giveBack()
	}
}
