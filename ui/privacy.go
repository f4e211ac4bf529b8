package ui

// givePrivateBack gives back the words that waited for a private screen, once it is one and the line is
// the screen's own.
func (a *App) givePrivateBack() {
	if a.desk.Private() && a.front() == nil && a.focus.mode != finding {
		a.holdField()
		a.desk.GiveBack()
	}
}
