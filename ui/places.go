package ui

import (
	"path/filepath"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// replayEarly runs the keys that were pressed before the list was there.
func (a *App) replayEarly() {
	early := a.early
	a.early = nil
	for _, key := range early {
		a.holdField()
		a.key(key)
	}
}

// goTo goes to a place of the open record, or opens the record that it is in.
func (a *App) goTo(to screen.Place) {
	if to.Postmortem != "" && to.Postmortem != a.desk.ID() {
		a.desk.Open(to)
		return
	}
	switch {
	case to == screen.Place{}:
		a.goHome()
	case a.desk.Sheet != nil:
		a.enterPlace(to)
	}
}

// enterPlace puts the screen of the place in front; before Countermeasures the room is asked
// whether it agrees on the timeline. That a phase was visited is a fact. Without a screen the place is
// where the meeting stands.
func (a *App) enterPlace(to screen.Place) {
	to.Postmortem = a.desk.ID()
	if to.Screen == screen.Home {
		to.Screen = screen.OfPhase(max(a.desk.Record.Header.Phase, model.PhaseOpen))
	}
	if a.gateOpens(to) {
		a.askRoom(to)
		return
	}
	changed := a.at.Screen != to.Screen || a.at.Postmortem != to.Postmortem
	if changed {
		a.leaveScreen()
	}
	a.at = to
	a.finding, a.going, a.parking = false, false, false
	if changed {
		a.typing = true
	}
	if !a.desk.ReadOnly { // where one stands is no change of a person's, and there nothing can be saved
		phase, ed := to.Screen.Phase(), a.env.Editor
		a.edit(&screen.Edit{Label: "went to " + phase.String(), Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return ed.Visit(p, phase)
		}}, nil)
	}
	a.askWhenRead(to)
	a.show()
	if to.Row != "" || to.Field != "" {
		a.current().Goto(to)
	}
}

// leaveScreen tells a screen with a view for the moment that another one comes to the front.
func (a *App) leaveScreen() {
	if s, ok := a.current().(interface{ Leave() }); ok {
		s.Leave()
	}
}

func (a *App) goHome() {
	a.leaveScreen()
	a.at = screen.Place{}
	a.panels, a.finding, a.going, a.parking, a.typing = nil, false, false, false, true
	if words := a.runsOn(); words != "" {
		a.say(done, model.Capital(words))
	}
	a.desk.SaveDrafts()
	if !a.desk.LeaveSample() {
		a.offerRescue()
	}
	a.desk.ReadHome(0)
}

// expand reads a leading ~ as the person's home folder, as shells do.
func (a *App) expand(path string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home := a.options.Getenv("HOME"); home != "" {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// deleteRecord deletes the open record and goes home, where ctrl+z brings it back.
func (a *App) deleteRecord() {
	a.do(screen.Outcome{Edit: &screen.Edit{Label: "Post-mortem deleted", Make: a.env.Editor.Delete}})
	a.leaveDeleted("Deleted")
}

// leaveDeleted goes home from a record that is deleted by now, and says how it comes back.
func (a *App) leaveDeleted(how string) {
	id := a.desk.ID()
	a.goHome()
	a.say(done, how+". ctrl+z brings it back; later, debrief restore "+id.Short(model.ShortID))
}

// homeLine is row 2 at home.
func (a *App) homeLine() []widget.Cell {
	t := a.env.Theme
	text := a.home.Line()
	return []widget.Cell{{Width: margin}, {Text: "Home", Width: 7, Style: t.Strong}, {Text: text, Width: safe.Width(text), Style: t.Dim}}
}

// lackLine is what the phase in front still lacks, in so many columns where that can be.
func (a *App) lackLine(columns int) string {
	lacks := a.desk.Lacks[a.at.Screen.Phase()]
	// A screen that shows one of several things, such as a card, says what that one lacks.
	if s, ok := a.current().(interface{ Lacks() []meeting.Lack }); ok {
		if own := s.Lacks(); len(own) > 0 {
			lacks = own
		}
	}
	return meeting.LackLine(a.at.Screen.Phase(), lacks, columns)
}

func (a *App) lacks(p model.Phase) bool { return len(a.desk.Lacks[p]) > 0 }

func (a *App) visited(p model.Phase) bool {
	for _, m := range a.desk.Record.PhaseMinutes {
		if m.Phase == p && m.Visited {
			return true
		}
	}
	return false
}
