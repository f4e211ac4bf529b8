package meeting

import (
	"cmp"
	"debrief/model"
	"fmt"
	"time"
)

const (
	// UnattendedAfter is how long nothing may be heard of a meeting before its clock is taken as
	// stopped: in a meeting somebody types, marks a row or goes on within half an hour, and one
	// that nobody attends does not fill a night.
	UnattendedAfter = 30 * time.Minute
	// endedAfter is how long a clock stands until the sitting is over: longer than any break,
	// shorter than a night.
	endedAfter = 6 * time.Hour
)

// Clock is how the minutes of the present session stand at one moment. It counts in whole
// seconds and shows whole minutes, all of which change at the same moment: when the sitting is
// another minute old.
//
// Timeline and Discretionary space are one block and share their minutes, because the talk goes
// to and fro between the two. A block may take what the plan leaves until its own end, so a late
// beginning leaves less of it; what comes later keeps its minutes.
type Clock struct {
	Session model.Session // the present one, the zero Session where there is none
	Next    model.Session // the one that is planned to follow, the zero Session where none is
	Phase   model.Phase   // where the meeting stands; its seconds go on

	now            time.Time
	planned, given [model.PhaseClose + 1]int // minutes
	spent          [model.PhaseClose + 1]int // seconds, those of the running clock included
}

// ClockOf reads the clock of the present session.
func ClockOf(p model.Postmortem, now time.Time) Clock {
	c := Clock{Session: model.LatestSession(p), Phase: min(max(p.Header.Phase, model.PhaseOpen), model.PhaseClose), now: WholeSecond(now)}
	for _, s := range p.Sessions {
		if s.Pos > c.Session.Pos && !s.HasBegun() && (c.Next.ID == "" || s.Pos < c.Next.Pos) {
			c.Next = s
		}
	}
	shared := true
	for _, m := range p.PhaseMinutes {
		if m.Session != c.Session.ID || m.Phase < model.PhaseOpen || m.Phase > model.PhaseClose {
			continue
		}
		shared = false
		c.planned[m.Phase] += m.Planned
		c.given[m.Phase] += m.Given
		c.spent[m.Phase] += m.Actual
	}
	if shared { // a record that came from elsewhere may know the length alone
		copy(c.planned[model.PhaseOpen:], Agenda(c.Session.Minutes))
	}
	if c.Runs() {
		c.spent[c.Phase] += Seconds(c.Session.ClockAt, c.now)
	}
	return c
}

// WholeSecond is the time as the clock reads it. Cut to the second where it starts as well as where it
// stops, no second is lost between the two.
func WholeSecond(t time.Time) time.Time { return model.UTC(t).Truncate(time.Second) }

// Seconds is how long it was; a machine whose own clock was set back has lived through nothing.
func Seconds(from, to time.Time) int { return int(max(to.Sub(from), 0) / time.Second) }

// Runs tells that the clock goes on.
func (c Clock) Runs() bool { return !c.Session.ClockAt.IsZero() }

// Begun tells that the clock runs or has run.
func (c Clock) Begun() bool { return c.Session.HasBegun() || c.Total() > 0 }

// Stopped is when the clock of a session that has begun was stopped, zero while it runs.
func (c Clock) Stopped() time.Time {
	if c.Session.End.IsZero() && !c.Runs() {
		return c.Session.Start
	}
	return c.Session.End
}

// Ended tells that the sitting is over: its clock has stood for hours.
func (c Clock) Ended() bool { return c.Begun() && !c.Runs() && c.now.Sub(c.Stopped()) > endedAfter }

// Unattended tells that the clock runs although nothing was heard of the meeting since then.
func (c Clock) Unattended(heard time.Time) bool {
	return c.Runs() && c.now.Sub(heard) > UnattendedAfter
}

// HeardUntil is the last sign of life of a meeting that was heard of at that moment: the latest
// entry of its log before the first silence that is too long. What comes behind such a silence,
// as when a deleted record is restored on Monday, does not count the hours in between.
func HeardUntil(log []model.Entry, from time.Time) time.Time {
	for _, e := range log {
		if e.At.Sub(from) > UnattendedAfter {
			break
		}
		if e.At.After(from) {
			from = e.At
		}
	}
	return from
}

// Minutes is how long the sitting has gone on, without its pauses.
func (c Clock) Minutes() int { return c.Total() / 60 }

// Length is how many minutes the session takes by its plan as it stands now.
func (c Clock) Length() int { return c.share(model.PhaseOpen, model.PhaseClose) }

// NextLength is how many minutes the session that follows takes where nobody says.
func (c Clock) NextLength() int { return cmp.Or(c.Next.Minutes, c.Session.Minutes, FirstLength) }

// Share is how many minutes the phase has: what was planned, and what was moved there or away.
func (c Clock) Share(p model.Phase) int { return c.share(p, p) }

// Given is how many minutes were moved to the phase, less than 0 where they were taken away.
func (c Clock) Given(p model.Phase) int { return c.given[p] }

// Spent is how many minutes the phase has taken.
func (c Clock) Spent(p model.Phase) int { return c.minutes(p, p) }

// Left is how many minutes of its own the phase still has.
func (c Clock) Left(p model.Phase) int { return max(c.Share(p)-c.Spent(p), 0) }

// Here is how many minutes the block has taken in which the meeting stands, and how many it may
// take so that the phases behind it keep theirs.
func (c Clock) Here() (spent, of int) {
	first, last := c.Block()
	return c.minutes(first, last), max(c.share(model.PhaseOpen, last)-c.minutes(model.PhaseOpen, first-1), 0)
}

// Block is the phases that share their minutes with the one where the meeting stands, the first
// and the last of them.
func (c Clock) Block() (first, last model.Phase) {
	if c.Phase == model.PhaseTimeline || c.Phase == model.PhaseDiscretion {
		return model.PhaseTimeline, model.PhaseDiscretion
	}
	return c.Phase, c.Phase
}

// Taken is what one phase loses to those before it.
type Taken struct {
	Phase   model.Phase
	Minutes int
	Of      int // that it has
}

// Overrun is what the meeting has taken so far from the phases behind it, in their order; nil
// while it keeps to its plan, and from Countermeasures on. What Open and Attendees take too long
// is the timeline's; only what this block takes too long is another's.
func (c Clock) Overrun() []Taken {
	if c.Phase >= model.PhaseCountermeasures {
		return nil
	}
	until := max(c.Phase, model.PhaseDiscretion)
	over := c.minutes(model.PhaseOpen, until) - c.share(model.PhaseOpen, until)
	var all []Taken
	for p := until + 1; p <= model.PhaseClose && over > 0; p++ {
		if n := min(over, c.Left(p)); n > 0 {
			all = append(all, Taken{Phase: p, Minutes: n, Of: c.Share(p)})
			over -= n
		}
	}
	return all
}

// NextMinute is when the minutes change that the clock shows, zero while it stands.
func (c Clock) NextMinute() time.Time {
	if !c.Runs() {
		return time.Time{}
	}
	return c.now.Add(time.Duration(60-c.Total()%60) * time.Second)
}

// Total is all the time that was spent, in seconds.
func (c Clock) Total() int {
	total := 0
	for _, s := range c.spent {
		total += s
	}
	return total
}

func (c Clock) share(first, last model.Phase) int {
	sum := 0
	for p := first; p <= last; p++ {
		sum += c.planned[p] + c.given[p]
	}
	return sum
}

// minutes is how many minutes phases have taken together. Those among which the clock runs are
// counted as what the others leave of the whole, so that they change together with it.
func (c Clock) minutes(first, last model.Phase) int {
	in := 0
	for p := first; p <= last; p++ {
		in += c.spent[p]
	}
	if c.Phase < first || c.Phase > last {
		return nearest(in)
	}
	return max(c.Minutes()-nearest(c.Total()-in), 0)
}

// nearest is seconds as the nearest number of minutes.
func nearest(seconds int) int { return (seconds + 30) / 60 }

// HoursMinutes is minutes as the clock shows them: "0:25", "1:05".
func HoursMinutes(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }
