package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// followClock asks to be woken when the next minute is over that the screen shows: one of the
// sitting in a meeting, one of the day at home. While nothing runs nothing wakes the program.
func (a *App) followClock() tea.Cmd {
	now := a.options.Now()
	var at time.Time
	switch {
	case a.at.Screen == screen.Home:
		at = now.Truncate(time.Minute).Add(time.Minute)
	case a.session != nil:
		at = a.clock().NextMinute()
	}
	if at.Equal(a.tickAt) {
		return nil // it is on its way
	}
	if a.tickAt = at; at.IsZero() {
		return nil
	}
	return a.options.After(at.Sub(now), minuteTick{at})
}

// minute draws anew, because a shown minute is over. One that was overtaken, since the clock was
// paused or another place is shown, does nothing.
func (a *App) minute(msg minuteTick) tea.Cmd {
	if !msg.at.Equal(a.tickAt) {
		return nil
	}
	a.tickAt = time.Time{}
	cmd, _ := a.stopUnattended()
	return cmd
}

// attended does what a person at the keyboard asks for, which is a sign of life of the meeting.
// Where the sign before it lies too far back, the clock is taken as stopped first.
func (a *App) attended(do func() tea.Cmd) tea.Cmd {
	cmd, stopped := a.stopUnattended()
	a.hear()
	if !stopped {
		return do()
	}
	said := a.said
	a.stopped = true
	rest := do()
	a.stopped, a.said = false, said
	return tea.Batch(cmd, rest)
}

// hear notes a sign of life of the meeting.
func (a *App) hear() {
	if a.session != nil && a.at.Screen != screen.Home {
		a.heard = a.options.Now()
	}
}

// stopUnattended takes the clock as stopped at the last sign of life where that lies too far
// back: somebody left the program open, the machine slept, or the program ended and was started
// again much later. It says so, for minutes that nobody counted may be a surprise.
func (a *App) stopUnattended() (cmd tea.Cmd, stopped bool) {
	if a.session == nil || !a.clock().Unattended(a.heard) {
		return nil, false
	}
	ed, at := a.env.Editor, a.heard
	cmd = a.tellClock("clock taken as stopped", func(p model.Postmortem) (model.Postmortem, error) { return ed.StopClock(p, at) })
	since := a.clock().Stopped().In(a.session.index.Zone).Format("15:04")
	a.say(check, "the clock stands since "+since+", when it went quiet; "+a.fromHere(keymap.Minutes)+" counts on")
	return cmd, true
}

// resumeClock goes on with a clock that ran when the record was written last.
func (a *App) resumeClock() tea.Cmd {
	if !a.clockRuns() {
		return nil
	}
	if cmd, stopped := a.stopUnattended(); stopped {
		return cmd
	}
	a.say(done, "The clock ran on; "+a.clockKey()+" pauses it")
	return a.tellClock("clock ran on", a.env.Editor.KeepClock)
}
