package ui

import (
	"path/filepath"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/feature"
	"debrief/ui/screen"
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

// enterPlace puts the screen of the place in front, unless a feature stops the way. That a phase was visited is a fact. Without a screen the place is
// where the meeting stands.
func (a *App) enterPlace(to screen.Place) {
	to.Postmortem = a.desk.ID()
	if to.Screen == screen.Home {
		to.Screen = screen.OfPhase(max(a.desk.Record.Header.Phase, model.PhaseOpen))
	}
	a.focus.field()
	for _, f := range a.features {
		if f.Before != nil && f.Before(to) {
			return
		}
	}
	changed := a.at.Screen != to.Screen || a.at.Postmortem != to.Postmortem
	if changed {
		a.leaveScreen()
	}
	a.at = to
	if changed {
		a.focus.typeOn()
	}
	if !a.desk.ReadOnly { // where one stands is no change of a person's, and there nothing can be saved
		phase, ed := to.Screen.Phase(), a.env.Editor
		a.edit(&screen.Edit{Label: "went to " + phase.String(), Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return ed.Visit(p, phase)
		}}, nil, nil)
	}
	a.tell(feature.Entered{Place: to})
	a.show()
	if to.Row != "" || to.Field != "" {
		a.current().Goto(to)
	}
}

// leaveScreen tells the screen in front that another one comes to the front.
func (a *App) leaveScreen() {
	if s, ok := a.current().(screen.Leaver); ok {
		s.Leave()
	}
}

func (a *App) goHome() {
	a.leaveScreen()
	a.at = screen.Place{}
	a.panels, a.focus = nil, focus{mode: typing}
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

// pathShown is a path in one row: the home folder as ~, and of a long one its end, which tells most.
func (a *App) pathShown(path string) string {
	if home := a.options.Getenv("HOME"); home != "" && strings.HasPrefix(path, home+"/") {
		path = "~" + path[len(home):]
	}
	const most = 58
	if r := []rune(path); len(r) > most {
		path = "«" + string(r[len(r)-most+1:])
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

// lackLine is what the phase in front still lacks, in so many columns where that can be.
func (a *App) lackLine(columns int) string {
	lacks := a.desk.Lacks[a.at.Screen.Phase()]
	if s, ok := a.current().(screen.Lacker); ok {
		if own := s.Lacks(); len(own) > 0 {
			lacks = own
		}
	}
	return meeting.LackLine(a.at.Screen.Phase(), lacks, columns)
}

func (a *App) visited(p model.Phase) bool {
	for _, m := range a.desk.Record.PhaseMinutes {
		if m.Phase == p && m.Visited {
			return true
		}
	}
	return false
}

// runsOn says that the clock of the meeting goes on when somebody leaves it, "" where it does not.
func (a *App) runsOn() string {
	if a.desk.Sheet == nil || a.desk.Throwaway() || !meeting.ClockOf(a.desk.Record, a.options.Now()).Runs() {
		return ""
	}
	return "the clock of the meeting runs on"
}
