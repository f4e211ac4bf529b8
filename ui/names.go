package ui

import (
	"debrief/model"
	"debrief/ui/screen"
)

// turnNames shows roles instead of names on the screen, or names again. It is a fact: a step back
// must not show names to the room.
func (a *App) turnNames() {
	ed, off := a.env.Editor, !a.desk.Record.Header.NamesOff
	a.edit(&screen.Edit{Label: "names on or off", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.TurnNames(p, off)
	}}, nil, nil)
	words := "Names are on"
	if off {
		words = "Names are off: a letter is a person; type @a in the place of a name"
	}
	a.say(done, words)
}

// turnPageNames is turnNames for the page.
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
