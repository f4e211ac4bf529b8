package meeting_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"fmt"
	"testing"
	"time"
)

// held is a meeting of an hour that has spent so many seconds in each of its first phases and
// stands at the phase; its clock stands.
func held(t testing.TB, at model.Phase, seconds ...int) model.Postmortem {
	t.Helper()
	p := edittest.Begun(t, edittest.Editor())
	p.Header.Phase, p.Sessions[0].Start, p.Sessions[0].End = at, edittest.Start, edittest.Start
	for i, s := range seconds {
		p.PhaseMinutes[i].Actual = s
	}
	return p
}

// said is what the clock shows: the sitting, the block, what is taken.
func said(c meeting.Clock) string {
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
		at      model.Phase
		seconds []int
		want    string
	}{
		{"not begun", model.PhaseOpen, nil, "0 of 60: 0 of 4"},
		{"in Open", model.PhaseOpen, []int{2 * min}, "2 of 60: 2 of 4"},
		{"in Attendees", model.PhaseAttendees, []int{4 * min, 1 * min}, "5 of 60: 1 of 2"},
		{"in Timeline, late", model.PhaseTimeline, []int{4 * min, 5 * min, 9 * min}, "18 of 60: 9 of 27"},
		{"in Discretion, which shares its minutes", model.PhaseDiscretion, []int{4 * min, 5 * min, 19 * min, 5 * min}, "33 of 60: 24 of 27"},
		{"in Learning", model.PhaseLearning, []int{4 * min, 5 * min, 19 * min, 8 * min, 2 * min}, "38 of 60: 2 of 6"},
		{"in Countermeasures", model.PhaseCountermeasures, []int{4 * min, 5 * min, 19 * min, 8 * min, 6 * min, 5 * min}, "47 of 60: 5 of 14"},
		{"in Close", model.PhaseClose, []int{4 * min, 5 * min, 19 * min, 8 * min, 6 * min, 14 * min, 1 * min}, "57 of 60: 1 of 4"},

		{"a quick beginning leaves more", model.PhaseTimeline, []int{1 * min, 1 * min}, "2 of 60: 0 of 34"},
		{"Open takes from the timeline alone", model.PhaseOpen, []int{9 * min}, "9 of 60: 9 of 4"},
		{"until it takes from others", model.PhaseOpen, []int{38 * min}, "38 of 60: 38 of 4, 2 of 6 from Learning"},
		{"the timeline takes from Learning first", model.PhaseTimeline, []int{4 * min, 5 * min, 31 * min}, "40 of 60: 31 of 27, 4 of 6 from Learning"},
		{"then from what is protected", model.PhaseTimeline, []int{4 * min, 5 * min, 34 * min}, "43 of 60: 34 of 27, 6 of 6 from Learning, 1 of 14 from Countermeasures"},
		{"then from Close", model.PhaseDiscretion, []int{4 * min, 5 * min, 34 * min, 15 * min}, "58 of 60: 49 of 27, 6 of 6 from Learning, 14 of 14 from Countermeasures, 2 of 4 from Close"},
		{"at last nobody has any", model.PhaseDiscretion, []int{90 * min}, "90 of 60: 0 of 0, 6 of 6 from Learning, 14 of 14 from Countermeasures, 4 of 4 from Close"},
		{"Learning takes from what is protected", model.PhaseLearning, []int{4 * min, 5 * min, 27 * min, 0, 10 * min}, "46 of 60: 10 of 6, 4 of 14 from Countermeasures"},
		{"what a phase has used cannot be taken", model.PhaseTimeline, []int{6 * min, 0, 32 * min, 0, 5 * min}, "43 of 60: 32 of 30, 1 of 6 from Learning, 1 of 14 from Countermeasures"},
		{"from Countermeasures on nothing is told", model.PhaseCountermeasures, []int{60 * min}, "60 of 60: 0 of 0"},
		{"all minutes change together", model.PhaseTimeline, []int{4*min + 20, 40, 59}, "5 of 60: 0 of 31"},
		{"also those of a phase gone back to", model.PhaseAttendees, []int{4*min + 31, 0, 28}, "4 of 60: 0 of 1"},
	} {
		clock := meeting.ClockOf(held(t, c.at, c.seconds...), edittest.Start)
		if got := said(clock); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Whoever looks at the minutes sees them change at once, and not before the clock says so.
func TestTheShownMinutesChangeTogether(t *testing.T) {
	p := held(t, model.PhaseTimeline, 4*60+20, 97, 31, 12, 55)
	p.Sessions[0].ClockAt = edittest.Start
	now := edittest.Start
	before := said(meeting.ClockOf(p, now))
	for range 40 {
		next := meeting.ClockOf(p, now).NextMinute()
		if d := next.Sub(now); d <= 0 || d > time.Minute {
			t.Fatalf("at %s: the next change is in %s", now, d)
		}
		for ; now.Before(next); now = now.Add(7 * time.Second) {
			if got := said(meeting.ClockOf(p, now)); got != before {
				t.Fatalf("at %s: %q became %q", now, before, got)
			}
		}
		now = next
		got := said(meeting.ClockOf(p, now))
		if got == before {
			t.Fatalf("at %s: %q did not change", now, before)
		}
		before = got
	}
}

func TestAClockThatStandsForHoursHasEndedAndOneThatNobodyHearsOfIsUnattended(t *testing.T) {
	p := held(t, model.PhaseTimeline, 600)
	for _, c := range []struct {
		later             time.Duration
		runs              bool
		ended, unattended bool
	}{
		{0, false, false, false}, {6 * time.Hour, false, false, false}, {6*time.Hour + time.Second, false, true, false},
		{30 * time.Minute, true, false, false}, {30*time.Minute + time.Second, true, false, true}, {48 * time.Hour, true, false, true},
	} {
		p.Sessions[0].ClockAt, p.Sessions[0].End = time.Time{}, edittest.Start
		if c.runs {
			p.Sessions[0].ClockAt, p.Sessions[0].End = edittest.Start, time.Time{}
		}
		clock := meeting.ClockOf(p, edittest.Start.Add(c.later))
		if clock.Ended() != c.ended || clock.Unattended(edittest.Start) != c.unattended {
			t.Errorf("%s later, runs %v: ended %v, unattended %v", c.later, c.runs, clock.Ended(), clock.Unattended(edittest.Start))
		}
	}
	if c := meeting.ClockOf(edittest.Begun(t, edittest.Editor()), edittest.Start.AddDate(0, 0, 9)); c.Ended() || c.Begun() {
		t.Error("a session that has not begun has ended")
	}
}

// A machine whose clock was set back runs no meeting backwards.
func TestAClockThatWasSetBackCountsNothing(t *testing.T) {
	p := held(t, model.PhaseOpen, 60)
	p.Sessions[0].ClockAt = edittest.Start
	if got := said(meeting.ClockOf(p, edittest.Start.Add(-time.Hour))); got != "1 of 60: 1 of 4" {
		t.Errorf("got %q", got)
	}
}

func TestARecordFromElsewhereMayKnowTheLengthAlone(t *testing.T) {
	p := held(t, model.PhaseTimeline)
	p.PhaseMinutes = nil
	if got := said(meeting.ClockOf(p, edittest.Start)); got != "0 of 60: 0 of 36" {
		t.Errorf("got %q", got)
	}
	p.Sessions = nil
	if c := meeting.ClockOf(p, edittest.Start); c.Begun() || c.Session.ID != "" || c.Length() != 0 {
		t.Errorf("without a session: %+v", c)
	}
}
