package minutes

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// clock is the feature.
type clock struct {
	feature.Frame
	tickAt  time.Time // when the minute is over of which the screen is to be drawn anew
	asleep  []func()  // what a person asked for while it was unclear whether anybody was there
	stopped bool      // the key in hand found the clock unattended
}

// Tick comes when a minute is over that is shown.
type Tick struct{ At time.Time }

// Feature is the clock of the meeting, and its panel.
func Feature(f feature.Frame) feature.Feature {
	k := &clock{Frame: f}
	return feature.Feature{
		Update: k.update, Happened: k.happened, Follow: k.follow, Half: k.half, Attend: k.attend, Header: k.header, Covered: k.covered,
		Commands: []feature.Command{
			{Name: keymap.Clock, Off: k.off, Do: feature.Act(k.toggle)},
			{Name: keymap.Minutes, Off: f.InRecord, Do: feature.Opens(func() *Panel { return New(f.Env, f.Desk.Index.Zone, f.Clock) })},
			{Name: keymap.NextSession, Off: k.offNext, Do: feature.Act(k.next)},
		},
	}
}

// note notes a fact of the clock.
func (k *clock) note(label string, make func(model.Postmortem) (model.Postmortem, error)) {
	k.Edit(&screen.Edit{Label: label, Fact: true, Make: make})
}

// stop stops the clock at a moment.
func (k *clock) stop(label string, at time.Time) {
	k.note(label, func(p model.Postmortem) (model.Postmortem, error) { return k.Editor.StopClock(p, at) })
}

// toggle starts the clock, or pauses it. Nothing else ever starts it: a record is prepared
// days before its meeting, and minutes that nobody asked for would be counted.
func (k *clock) toggle() {
	now := k.Clock()
	switch {
	case k.stopped: // this very key found that nobody attended it, and whoever pressed it saw it run
	case now.Runs():
		k.stop("clock stopped", k.Now())
		k.Done("The clock stands at " + meeting.HoursMinutes(now.Minutes()) + "; " + k.Key(keymap.Clock) + " lets it go on")
	default:
		k.note("clock started", k.Editor.StartClock)
		k.Done("The clock runs; " + k.Key(keymap.Clock) + " pauses it")
	}
}

// next begins the session that is planned, or a new one of the same length: the same
// record, with a clock, a gate and hands of its own.
func (k *clock) next() {
	k.note("session begun", k.Editor.BeginSession)
	k.GoTo(screen.Place{Screen: screen.Open, Postmortem: k.Desk.ID()})
	k.Done("The next session begins and its clock runs; " + k.Key(keymap.Clock) + " pauses it")
}

// off says why the clock can be neither started nor paused, "" where it can.
func (k *clock) off() safe.Text {
	why := k.InRecord()
	if why == "" && k.Clock().Ended() {
		why = safe.Line("this session is over; next session in " + k.Keys.Key(keymap.Commands) + " begins another")
	}
	return why
}

// offNext says why no other session can begin, "" where one can.
func (k *clock) offNext() safe.Text {
	why := k.InRecord()
	if now := k.Clock(); why == "" && !now.Begun() && now.Next.ID == "" {
		why = safe.Line("this session has not begun; " + k.Key(keymap.Clock) + " starts its clock")
	}
	return why
}

// follow asks to be woken when the next minute is over that the screen shows: one of the
// sitting in a meeting, one of the day at home. While nothing runs nothing wakes the program.
func (k *clock) follow() {
	now := k.Now()
	at := now.Truncate(time.Minute).Add(time.Minute)
	if k.InMeeting() {
		at = k.Clock().NextMinute()
	}
	if at.Equal(k.tickAt) {
		return // it is on its way
	}
	if k.tickAt = at; at.IsZero() {
		return
	}
	k.Run(k.After(at.Sub(now), Tick{at}))
}

// update draws anew, because a shown minute is over. One that was overtaken, since the clock was
// paused or another place is shown, does nothing.
func (k *clock) update(msg tea.Msg) {
	t, ok := msg.(Tick)
	if !ok || !t.At.Equal(k.tickAt) {
		return
	}
	k.tickAt = time.Time{}
	if k.unattended() && len(k.asleep) == 0 {
		k.Desk.LookElsewhere()
	}
}

// attend does what a person at the keyboard asks for, which is a sign of life of the meeting.
// Where the sign before it lies too far back, the store is asked first whether another window
// heard of it, and what is asked for waits for the answer.
func (k *clock) attend(do func()) {
	switch {
	case len(k.asleep) > 0:
		k.asleep = append(k.asleep, do)
	case k.unattended():
		k.asleep = append(k.asleep, do)
		k.Desk.LookElsewhere()
	default:
		k.hear()
		do()
	}
}

// unattended tells that nothing was heard for too long of the meeting in front. At home the record
// is not followed, so that another window may be in its midst.
func (k *clock) unattended() bool { return k.InMeeting() && k.Clock().Unattended(k.Desk.Heard) }

// hear notes a sign of life of the meeting.
func (k *clock) hear() {
	if k.InMeeting() {
		k.Desk.Heard = k.Now()
	}
}

// happened stops the clock where nobody was heard of in any window, and then does what waited; and goes on
// with a clock that ran when the record was written last.
func (k *clock) happened(event any) {
	switch e := event.(type) {
	case desk.LookedElsewhere:
		waiting := k.asleep
		k.asleep = nil
		stopped := k.Desk.ID() == e.Record && k.InMeeting() && k.stopUnattended()
		for i, do := range waiting {
			k.hear()
			k.stopped = stopped && i == 0
			if k.stopped {
				k.Unsaid(do)
			} else {
				do()
			}
			k.stopped = false
		}
	case desk.Opened:
		if !k.Clock().Runs() || k.stopUnattended() {
			return
		}
		k.Done("The clock ran on; " + k.Key(keymap.Clock) + " pauses it; " + k.Key(keymap.HandOver) + ": you are here")
		k.note("clock ran on", k.Editor.KeepClock)
	}
}

// stopUnattended takes the clock as stopped at the last sign of life where that lies too far
// back: somebody left the program open, the machine slept, or the program ended and was started
// again much later. It says so, for minutes that nobody counted may be a surprise.
func (k *clock) stopUnattended() (stopped bool) {
	if !k.Clock().Unattended(k.Desk.Heard) {
		return false
	}
	k.stop("clock taken as stopped", k.Desk.Heard)
	since := k.Clock().Stopped().In(k.Desk.Index.Zone).Format("15:04")
	k.Check("the clock stands since " + since + ", when it went quiet; " + k.Key(keymap.Minutes) + " counts on")
	return true
}
