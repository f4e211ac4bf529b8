package model

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// timed is an editor whose time a test moves on.
type timed struct {
	Editor
	now time.Time
}

func newTimed() *timed {
	ed := &timed{Editor: testEditor(), now: meeting}
	ed.Now = func() time.Time { return ed.now }
	return ed
}

func (ed *timed) later(d time.Duration) { ed.now = ed.now.Add(d) }

// spent is the seconds of the phases of the present session.
func spent(p Postmortem) []int {
	seconds := make([]int, PhaseClose)
	for _, m := range p.PhaseMinutes {
		if m.Session == latestSession(p).ID {
			seconds[m.Phase-1] += m.Actual
		}
	}
	return seconds
}

func TestSecondsBelongToThePhaseThatIsLeft(t *testing.T) {
	ed := newTimed()
	p := begun(t, ed.Editor)
	visit := func(phase Phase) { t.Helper(); p = must(t)(ed.Visit(p, phase)) }
	visit(PhaseTimeline) // somebody prepares the meeting: no clock runs
	ed.later(time.Hour)
	visit(PhaseOpen)
	p = must(t)(ed.StartClock(p))
	began := UTC(ed.now)
	ed.later(230 * time.Second)
	visit(PhaseAttendees)
	ed.later(90 * time.Second)
	visit(PhaseAttendees) // a way back to where it stands already is no change
	ed.later(30 * time.Second)
	visit(PhaseTimeline)
	ed.later(10 * time.Minute)
	p = must(t)(ed.StopClock(p, ed.now))
	if s := latestSession(p); s.Start != began || s.End != UTC(ed.now) || !s.ClockAt.IsZero() {
		t.Errorf("stopped: %+v", s)
	}
	ed.later(20 * time.Minute) // a pause
	visit(PhaseOpen)
	visit(PhaseTimeline)
	p = must(t)(ed.StartClock(p))
	if s := latestSession(p); s.Start != began || !s.End.IsZero() || s.ClockAt != UTC(ed.now) {
		t.Errorf("goes on: %+v", s)
	}
	ed.later(5 * time.Second)
	p = must(t)(ed.KeepClock(p))
	if got, want := spent(p), []int{230, 120, 605, 0, 0, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	ed.later(55 * time.Second)
	if got := ClockOf(p, ed.now).Minutes(); got != (230+120+660)/60 {
		t.Errorf("the clock shows %d minutes", got)
	}
	for _, again := range []func(Postmortem) (Postmortem, error){ed.StartClock, ed.CountPause} {
		if next := must(t)(again(p)); !Diff("", p, next).IsEmpty() {
			t.Error("a clock that runs was started")
		}
	}
}

func TestAPauseInWhichTheMeetingWentOnIsCounted(t *testing.T) {
	ed := newTimed()
	p := must(t)(ed.StartClock(begun(t, ed.Editor)))
	ed.later(10 * time.Minute)
	p = must(t)(ed.StopClock(p, ed.now.Add(-6*time.Minute))) // taken as stopped at the last thing heard of it
	ed.later(20 * time.Minute)
	p = must(t)(ed.CountPause(p))
	ed.later(time.Minute)
	if got := ClockOf(p, ed.now).Minutes(); got != 31 {
		t.Errorf("got %d minutes, want 31", got)
	}
}

func TestAClockCanBeStartedInARecordWithoutASession(t *testing.T) {
	ed := newTimed()
	p := begun(t, ed.Editor)
	p.Sessions, p.PhaseMinutes, p.Header.Phase = nil, nil, 0
	p = must(t)(ed.StartClock(p))
	ed.later(time.Minute)
	p = must(t)(ed.Visit(p, PhaseClose))
	if problems := Check(p); len(problems) > 0 || len(p.Sessions) != 1 || p.Sessions[0].Minutes != 60 || spent(p)[0] != 60 {
		t.Errorf("got %+v, %v, %v", p.Sessions, spent(p), problems)
	}
	p.PhaseMinutes = p.PhaseMinutes[:2] // and where rows of some phases came along
	ed.later(time.Minute)
	p = must(t)(ed.StopClock(p, ed.now))
	if got := spent(p); got[6] != 60 || len(p.PhaseMinutes) != 7 || ClockOf(p, ed.now).Length() != 6 {
		t.Errorf("got %v, %d minutes", got, ClockOf(p, ed.now).Length())
	}
}

// However it is started, stopped, looked at and walked through: the seconds of all phases are
// those in which the clock ran.
func TestNoSecondIsLostInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed := newTimed()
		ed.Editor = seeded(t)
		ed.Now = func() time.Time { return ed.now }
		p, err := ed.NewPostmortem("Clock", "UTC")
		if err != nil {
			t.Fatal(err)
		}
		ran, want := false, 0
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			was := wholeSecond(ed.now)
			ed.later(time.Duration(rapid.IntRange(0, 400_000).Draw(t, "milliseconds")) * time.Millisecond)
			if ran {
				want += int(wholeSecond(ed.now).Sub(was) / time.Second)
			}
			before := p
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				p, err = ed.StartClock(p)
				ran = true
			case 1:
				p, err = ed.StopClock(p, ed.now)
				ran = false
			case 2:
				p, err = ed.KeepClock(p)
			case 3:
				p, err = ed.SetLength(p, rapid.IntRange(1, 200).Draw(t, "length"))
			case 4:
				if p, err = ed.PlanSession(p, ed.now, 30); err == nil {
					p, err = ed.BeginSession(p)
					ran = true
				}
			default:
				p, err = ed.Visit(p, rapid.SampledFrom(Phases()).Draw(t, "phase"))
			}
			if err != nil {
				t.Fatal(err)
			}
			if p, err = Apply(before, Diff("step", before, p)); err != nil {
				t.Fatal(err)
			}
			got := 0
			for _, m := range p.PhaseMinutes {
				got += m.Actual
			}
			if s := latestSession(p); !s.ClockAt.IsZero() {
				got += seconds(s.ClockAt, wholeSecond(ed.now))
			}
			if got != want || ClockOf(p, ed.now).Runs() != ran {
				t.Fatalf("%d seconds, want %d; runs %v, want %v", got, want, !ran, ran)
			}
			if problems := Check(p); len(problems) > 0 {
				t.Fatal(problems)
			}
		}
	})
}
