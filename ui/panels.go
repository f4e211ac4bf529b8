package ui

import (
	"strings"

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

// trimmed is the text that came back from an editor: a line has no line breaks at its end, and
// only a field that holds paragraphs keeps those inside.
func trimmed(text string, body bool) string {
	text = strings.TrimRight(text, "\n\r\t ")
	if body {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}
