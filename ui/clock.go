package ui

import (
	"fmt"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/minutes"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// clock reads the clock of the open record as it stands now.
func (a *App) clock() meeting.Clock { return meeting.ClockOf(a.desk.Record, a.options.Now()) }

// clockRuns tells that a meeting goes on, also while home is in front.
func (a *App) clockRuns() bool { return a.desk.Sheet != nil && a.clock().Runs() }

// tellClock notes a fact of the clock.
func (a *App) tellClock(label string, make func(model.Postmortem) (model.Postmortem, error)) {
	a.edit(&screen.Edit{Label: label, Fact: true, Make: make}, nil)
}

// toggleClock starts the clock, or pauses it. Nothing else ever starts it: a record is prepared
// days before its meeting, and minutes that nobody asked for would be counted.
func (a *App) toggleClock() {
	ed := a.env.Editor
	if a.stopped {
		return // this very key found that nobody attended it, and whoever pressed it saw it run
	}
	if c := a.clock(); c.Runs() {
		a.stopClock()
		a.say(done, "The clock stands at "+meeting.HoursMinutes(c.Minutes())+"; "+a.clockKey()+" lets it go on")
		return
	}
	a.tellClock("clock started", ed.StartClock)
	a.say(done, "The clock runs; "+a.clockKey()+" pauses it")
}

// stopClock stops the clock now.
func (a *App) stopClock() {
	now, ed := a.options.Now(), a.env.Editor
	a.tellClock("clock stopped", func(p model.Postmortem) (model.Postmortem, error) { return ed.StopClock(p, now) })
}

// endSitting stops the clock when the page leaves the house: that is the last thing a meeting
// does, and the page tells when it ended and how long each phase took. It returns the words that
// say so, "" where no clock ran or the meeting stands before its close.
func (a *App) endSitting() (words string) {
	if a.at.Screen != screen.Close || !a.clockRuns() {
		return ""
	}
	words = "The clock stands at " + meeting.HoursMinutes(a.clock().Minutes()) + ". "
	a.stopClock()
	return words
}

// nextSession begins the session that is planned, or a new one of the same length: the same
// record, with a clock, a gate and hands of its own.
func (a *App) nextSession() {
	a.tellClock("session begun", a.env.Editor.BeginSession)
	a.goTo(screen.Place{Screen: screen.Open, Postmortem: a.desk.ID()})
	a.say(done, "The next session begins and its clock runs; "+a.clockKey()+" pauses it")
}

// openMinutes opens the panel of length and minutes.
func (a *App) openMinutes() {
	if _, open := a.front().(*minutes.Panel); open {
		a.closePanel()
		return
	}
	a.openPanel(minutes.New(a.env, a.desk.Index.Zone, a.clock))
}

// offClock says why a command of the clock has no use now, "" where it has.
func (a *App) offClock(c keymap.Command) safe.Text {
	if why := a.inRecord(); why != "" {
		return why
	}
	switch now := a.clock(); {
	case c == keymap.Clock && now.Ended():
		return safe.Line("this session is over; next session in " + a.keys.Key(keymap.Commands) + " begins another")
	case c == keymap.NextSession && !now.Begun() && now.Next.ID == "":
		return safe.Line("this session has not begun; " + a.clockKey() + " starts its clock")
	}
	return ""
}

// runsOn says that the clock of the meeting goes on when somebody leaves it, "" where it does not.
func (a *App) runsOn() string {
	if !a.clockRuns() || a.desk.Throwaway() {
		return ""
	}
	return "the clock of the meeting runs on"
}

// clockKey is the key that starts and pauses the clock, from where the focus is.
func (a *App) clockKey() string { return a.fromHere(keymap.Clock) }

// fromHere is the key of a command of the list, with Esc before it while one types.
func (a *App) fromHere(c keymap.Command) string {
	key := a.letter(c)
	if a.typing {
		key = a.keys.Key(keymap.Back) + " " + key
	}
	return key
}

// headerClock stands at the end of row 1, beside its ground and not on it: a minute that is over
// then costs half the bytes. In a meeting it is how long that has gone on, of how long; at home
// it is the time of day.
func (a *App) headerClock() (safe.Text, theme.Style) {
	t := a.env.Theme
	if a.at.Screen == screen.Home {
		return safe.Line(a.options.Now().Format("Mon _2 Jan 15:04")), t.Strong
	}
	if a.desk.Sheet == nil {
		return "", t.Strong
	}
	c := a.clock()
	words, style := meeting.HoursMinutes(c.Minutes())+" of "+meeting.HoursMinutes(c.Length()), t.Strong
	switch {
	case c.Session.ID == "" || a.heldWithout(c):
		return "", style
	case c.Ended():
		words, style = words+" ended", t.Dim
	case c.Begun() && !c.Runs():
		words += " paused"
	}
	return safe.Line(words), style
}

// heldWithout tells that the meeting was held without a clock, which then has nothing to show.
func (a *App) heldWithout(c meeting.Clock) bool {
	return !c.Begun() && a.desk.Record.Header.Status != model.StatusDraft
}

// hereWords is the minutes of the phase while a panel covers the whole body, "" while no meeting
// goes on.
func (a *App) hereWords() safe.Text {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return ""
	}
	c := a.clock()
	if !c.Begun() || c.Ended() {
		return ""
	}
	return here(c)
}

func here(c meeting.Clock) safe.Text {
	spent, of := c.Here()
	return safe.Line(fmt.Sprintf("%d of %d min", spent, of))
}
