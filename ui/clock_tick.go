package ui

import (
	"time"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// followClock asks to be woken when the next minute is over that the screen shows: one of the
// sitting in a meeting, one of the day at home. While nothing runs nothing wakes the program.
func (a *App) followClock() {
	now := a.options.Now()
	var at time.Time
	switch {
	case a.at.Screen == screen.Home:
		at = now.Truncate(time.Minute).Add(time.Minute)
	case a.desk.Sheet != nil:
		at = a.clock().NextMinute()
	}
	if at.Equal(a.tickAt) {
		return // it is on its way
	}
	if a.tickAt = at; at.IsZero() {
		return
	}
	a.effect(a.options.After(at.Sub(now), minuteTick{at}))
}

// minute draws anew, because a shown minute is over. One that was overtaken, since the clock was
// paused or another place is shown, does nothing.
func (a *App) minute(msg minuteTick) {
	if !msg.at.Equal(a.tickAt) {
		return
	}
	a.tickAt = time.Time{}
	if !a.unattended() || len(a.asleep) > 0 {
		return
	}
	a.desk.LookElsewhere()
}

// attended does what a person at the keyboard asks for, which is a sign of life of the meeting.
// Where the sign before it lies too far back, the store is asked first whether another window
// heard of it, and what is asked for waits for the answer.
func (a *App) attended(do func()) {
	if len(a.asleep) > 0 {
		a.asleep = append(a.asleep, do)
		return
	}
	if a.unattended() {
		a.asleep = append(a.asleep, do)
		a.desk.LookElsewhere()
		return
	}
	a.hear()
	do()
}

// unattended tells that nothing was heard for too long of the meeting in front. At home the record
// is not followed, so that another window may be in its midst.
func (a *App) unattended() bool {
	return a.desk.Sheet != nil && !a.atHome() && a.clock().Unattended(a.desk.Heard)
}

// lookedElsewhere stops the clock where nobody was heard of in any window, and then does what waited.
func (a *App) lookedElsewhere(record model.ID) {
	waiting := a.asleep
	a.asleep = nil
	stopped := a.desk.ID() == record && !a.atHome() && a.stopUnattended()
	for i, do := range waiting {
		a.hear()
		said := a.said
		a.stopped = stopped && i == 0
		do()
		if a.stopped {
			a.said = said
		}
		a.stopped = false
	}
}

// hear notes a sign of life of the meeting.
func (a *App) hear() {
	if a.desk.Sheet != nil && a.at.Screen != screen.Home {
		a.desk.Heard = a.options.Now()
	}
}

// stopUnattended takes the clock as stopped at the last sign of life where that lies too far
// back: somebody left the program open, the machine slept, or the program ended and was started
// again much later. It says so, for minutes that nobody counted may be a surprise.
func (a *App) stopUnattended() (stopped bool) {
	if a.desk.Sheet == nil || !a.clock().Unattended(a.desk.Heard) {
		return false
	}
	ed, at := a.env.Editor, a.desk.Heard
	a.tellClock("clock taken as stopped", func(p model.Postmortem) (model.Postmortem, error) { return ed.StopClock(p, at) })
	since := a.clock().Stopped().In(a.desk.Index.Zone).Format("15:04")
	a.say(check, "the clock stands since "+since+", when it went quiet; "+a.fromHere(keymap.Minutes)+" counts on")
	return true
}

// resumeClock goes on with a clock that ran when the record was written last.
func (a *App) resumeClock() {
	if !a.clockRuns() || a.stopUnattended() {
		return
	}
	a.say(done, "The clock ran on; "+a.clockKey()+" pauses it; "+a.fromHere(keymap.HandOver)+": you are here")
	a.tellClock("clock ran on", a.env.Editor.KeepClock)
}
