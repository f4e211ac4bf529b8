package ui

import (
	"debrief/ui/commands"
	"debrief/ui/help"
)

func (a *App) openHelp() {
	if _, open := a.front().(*help.Panel); open {
		a.closePanel()
		return
	}
	title := "Help: home"
	if p := a.at.Screen.Phase(); p != 0 {
		title = "Help: " + p.String()
	}
	a.openPanel(help.New(a.env, title, a.off))
}

func (a *App) openCommands() {
	if _, open := a.front().(*commands.Panel); open {
		a.closePanel()
		return
	}
	a.openPanel(commands.New(a.env, a.recent, a.off))
}
