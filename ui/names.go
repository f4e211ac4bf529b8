package ui

import (
	"debrief/model"
	"debrief/ui/screen"
)

// turnPageNames shows roles instead of names on the page, or names again.
func (a *App) turnPageNames() {
	ed, off := a.env.Editor, !a.desk.Record.Header.PageNamesOff
	a.edit(&screen.Edit{Label: "names on the page on or off", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.TurnPageNames(p, off)
	}}, nil, nil)
	words := "The page names people"
	if off {
		words = "The page shows roles instead of names; owners of countermeasures stay named"
	}
	a.say(done, words)
}
