package model

import (
	"fmt"
	"testing"
	"time"
)

// held is a meeting of an hour that has spent so many seconds in each of its first phases and
// stands at the phase; its clock stands.
func held(t testing.TB, at Phase, seconds ...int) Postmortem {
	t.Helper()
	p := begun(t, testEditor())
	p.Header.Phase, p.Sessions[0].Start, p.Sessions[0].End = at, meeting, meeting
	for i, s := range seconds {
		p.PhaseMinutes[i].Actual = s
	}
	return p
}

// said is what the clock shows: the sitting, the block, what is taken.
func said(c Clock) string {
	spent, of := c.Here()
	words := fmt.Sprintf("%d of %d: %d of %d", c.Minutes(), c.Length(), spent, of)
	for _, t := range c.Overrun() {
		words += fmt.Sprintf(", %d of %d from %s", t.Minutes, t.Of, t.Phase.Short())
	}
	return words
}

// The first eight are the meeting of screens.md, minute by minute: Timeline begins three minutes
// late, and everything behind it is on time again.
func TestTheClockShowsTheBlockAndWhatItTakesFromOthers(t *testing.T) {
	const min = 60
	for _, c := range []struct {
		name    string
		at      Phase
		seconds []int
		want    string
	}{
		{"not begun", PhaseOpen, nil, "0 of 60: 0 of 4"},
		{"in Open", PhaseOpen, []int{2 * min}, "2 of 60: 2 of 4"},
		{"in Attendees", PhaseAttendees, []int{4 * min, 1 * min}, "5 of 60: 1 of 2"},
		{"in Timeline, late", PhaseTimeline, []int{4 * min, 5 * min, 9 * min}, "18 of 60: 9 of 27"},
		{"in Discretion, which shares its minutes", PhaseDiscretion, []int{4 * min, 5 * min, 19 * min, 5 * min}, "33 of 60: 24 of 27"},
		{"in Learning", PhaseLearning, []int{4 * min, 5 * min, 19 * min, 8 * min, 2 * min}, "38 of 60: 2 of 6"},
		{"in Countermeasures", PhaseCountermeasures, []int{4 * min, 5 * min, 19 * min, 8 * min, 6 * min, 5 * min}, "47 of 60: 5 of 14"},
		{"in Close", PhaseClose, []int{4 * min, 5 * min, 19 * min, 8 * min, 6 * min, 14 * min, 1 * min}, "57 of 60: 1 of 4"},

		{"a quick beginning leaves more", PhaseTimeline, []int{1 * min, 1 * min}, "2 of 60: 0 of 34"},
		{"Open takes from the timeline alone", PhaseOpen, []int{9 * min}, "9 of 60: 9 of 4"},
		{"until it takes from others", PhaseOpen, []int{38 * min}, "38 of 60: 38 of 4, 2 of 6 from Learning"},
		{"the timeline takes from Learning first", PhaseTimeline, []int{4 * min, 5 * min, 31 * min}, "40 of 60: 31 of 27, 4 of 6 from Learning"},
		{"then from what is protected", PhaseTimeline, []int{4 * min, 5 * min, 34 * min}, "43 of 60: 34 of 27, 6 of 6 from Learning, 1 of 14 from Countermeasures"},
		{"then from Close", PhaseDiscretion, []int{4 * min, 5 * min, 34 * min, 15 * min}, "58 of 60: 49 of 27, 6 of 6 from Learning, 14 of 14 from Countermeasures, 2 of 4 from Close"},
		{"at last nobody has any", PhaseDiscretion, []int{90 * min}, "90 of 60: 0 of 0, 6 of 6 from Learning, 14 of 14 from Countermeasures, 4 of 4 from Close"},
		{"Learning takes from what is protected", PhaseLearning, []int{4 * min, 5 * min, 27 * min, 0, 10 * min}, "46 of 60: 10 of 6, 4 of 14 from Countermeasures"},
		{"what a phase has used cannot be taken", PhaseTimeline, []int{6 * min, 0, 32 * min, 0, 5 * min}, "43 of 60: 32 of 30, 1 of 6 from Learning, 1 of 14 from Countermeasures"},
		{"from Countermeasures on nothing is told", PhaseCountermeasures, []int{60 * min}, "60 of 60: 0 of 0"},
		{"all minutes change together", PhaseTimeline, []int{4*min + 20, 40, 59}, "5 of 60: 0 of 31"},
		{"also those of a phase gone back to", PhaseAttendees, []int{4*min + 31, 0, 28}, "4 of 60: 0 of 1"},
	} {
		clock := ClockOf(held(t, c.at, c.seconds...), meeting)
		if got := said(clock); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Whoever looks at the minutes sees them change at once, and not before the clock says so.
func TestTheShownMinutesChangeTogether(t *testing.T) {
	p := held(t, PhaseTimeline, 4*60+20, 97, 31, 12, 55)
	p.Sessions[0].ClockAt = meeting
	now := meeting
	before := said(ClockOf(p, now))
	for range 40 {
		next := ClockOf(p, now).NextMinute()
		if d := next.Sub(now); d <= 0 || d > time.Minute {
			t.Fatalf("at %s: the next change is in %s", now, d)
		}
		for ; now.Before(next); now = now.Add(7 * time.Second) {
			if got := said(ClockOf(p, now)); got != before {
				t.Fatalf("at %s: %q became %q", now, before, got)
			}
		}
		now = next
		got := said(ClockOf(p, now))
		if got == before {
			t.Fatalf("at %s: %q did not change", now, before)
		}
		before = got
	}
}

func TestAClockThatStandsForHoursHasEndedAndOneThatNobodyHearsOfIsUnattended(t *testing.T) {
	p := held(t, PhaseTimeline, 600)
	for _, c := range []struct {
		later             time.Duration
		runs              bool
		ended, unattended bool
	}{
		{0, false, false, false}, {6 * time.Hour, false, false, false}, {6*time.Hour + time.Second, false, true, false},
		{30 * time.Minute, true, false, false}, {30*time.Minute + time.Second, true, false, true}, {48 * time.Hour, true, false, true},
	} {
		p.Sessions[0].ClockAt, p.Sessions[0].End = time.Time{}, meeting
		if c.runs {
			p.Sessions[0].ClockAt, p.Sessions[0].End = meeting, time.Time{}
		}
		clock := ClockOf(p, meeting.Add(c.later))
		if clock.Ended() != c.ended || clock.Unattended(meeting) != c.unattended {
			t.Errorf("%s later, runs %v: ended %v, unattended %v", c.later, c.runs, clock.Ended(), clock.Unattended(meeting))
		}
	}
	if c := ClockOf(begun(t, testEditor()), meeting.AddDate(0, 0, 9)); c.Ended() || c.Begun() {
		t.Error("a session that has not begun has ended")
	}
}

// A machine whose clock was set back runs no meeting backwards.
func TestAClockThatWasSetBackCountsNothing(t *testing.T) {
	p := held(t, PhaseOpen, 60)
	p.Sessions[0].ClockAt = meeting
	if got := said(ClockOf(p, meeting.Add(-time.Hour))); got != "1 of 60: 1 of 4" {
		t.Errorf("got %q", got)
	}
}

func TestARecordFromElsewhereMayKnowTheLengthAlone(t *testing.T) {
	p := held(t, PhaseTimeline)
	p.PhaseMinutes = nil
	if got := said(ClockOf(p, meeting)); got != "0 of 60: 0 of 36" {
		t.Errorf("got %q", got)
	}
	p.Sessions = nil
	if c := ClockOf(p, meeting); c.Begun() || c.Session.ID != "" || c.Length() != 0 {
		t.Errorf("without a session: %+v", c)
	}
}
