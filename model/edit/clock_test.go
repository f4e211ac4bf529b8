package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// timed is an editor whose time a test moves on.
type timed struct {
	edit.Editor
	now time.Time
}

func newTimed() *timed {
	ed := &timed{Editor: edittest.Editor(), now: edittest.Start}
	ed.Now = func() time.Time { return ed.now }
	return ed
}

func (ed *timed) later(d time.Duration) { ed.now = ed.now.Add(d) }

// spent is the seconds of the phases of the present session.
func spent(p model.Postmortem) []int {
	seconds := make([]int, model.PhaseClose)
	for _, m := range p.PhaseMinutes {
		if m.Session == model.LatestSession(p).ID {
			seconds[m.Phase-1] += m.Actual
		}
	}
	return seconds
}

func TestSecondsBelongToThePhaseThatIsLeft(t *testing.T) {
	ed := newTimed()
	p := edittest.Begun(t, ed.Editor)
	visit := func(phase model.Phase) { t.Helper(); p = edittest.Must(t)(ed.Visit(p, phase)) }
	visit(model.PhaseTimeline) // somebody prepares the meeting: no clock runs
	ed.later(time.Hour)
	visit(model.PhaseOpen)
	p = edittest.Must(t)(ed.StartClock(p))
	began := model.UTC(ed.now)
	ed.later(230 * time.Second)
	visit(model.PhaseAttendees)
	ed.later(90 * time.Second)
	visit(model.PhaseAttendees) // a way back to where it stands already is no change
	ed.later(30 * time.Second)
	visit(model.PhaseTimeline)
	ed.later(10 * time.Minute)
	p = edittest.Must(t)(ed.StopClock(p, ed.now))
	if s := model.LatestSession(p); s.Start != began || s.End != model.UTC(ed.now) || !s.ClockAt.IsZero() {
		t.Errorf("stopped: %+v", s)
	}
	ed.later(20 * time.Minute) // a pause
	visit(model.PhaseOpen)
	visit(model.PhaseTimeline)
	p = edittest.Must(t)(ed.StartClock(p))
	if s := model.LatestSession(p); s.Start != began || !s.End.IsZero() || s.ClockAt != model.UTC(ed.now) {
		t.Errorf("goes on: %+v", s)
	}
	ed.later(5 * time.Second)
	p = edittest.Must(t)(ed.KeepClock(p))
	if got, want := spent(p), []int{230, 120, 605, 0, 0, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	ed.later(55 * time.Second)
	if got := meeting.ClockOf(p, ed.now).Minutes(); got != (230+120+660)/60 {
		t.Errorf("the clock shows %d minutes", got)
	}
	for _, again := range []func(model.Postmortem) (model.Postmortem, error){ed.StartClock, ed.CountPause} {
		if next := edittest.Must(t)(again(p)); !model.Diff("", p, next).IsEmpty() {
			t.Error("a clock that runs was started")
		}
	}
}

func TestAPauseInWhichTheMeetingWentOnIsCounted(t *testing.T) {
	ed := newTimed()
	p := edittest.Must(t)(ed.StartClock(edittest.Begun(t, ed.Editor)))
	ed.later(10 * time.Minute)
	p = edittest.Must(t)(ed.StopClock(p, ed.now.Add(-6*time.Minute))) // taken as stopped at the last thing heard of it
	ed.later(20 * time.Minute)
	p = edittest.Must(t)(ed.CountPause(p))
	ed.later(time.Minute)
	if got := meeting.ClockOf(p, ed.now).Minutes(); got != 31 {
		t.Errorf("got %d minutes, want 31", got)
	}
}

func TestAClockCanBeStartedInARecordWithoutASession(t *testing.T) {
	ed := newTimed()
	p := edittest.Begun(t, ed.Editor)
	p.Sessions, p.PhaseMinutes, p.Header.Phase = nil, nil, 0
	p = edittest.Must(t)(ed.StartClock(p))
	ed.later(time.Minute)
	p = edittest.Must(t)(ed.Visit(p, model.PhaseClose))
	if problems := model.Check(p); len(problems) > 0 || len(p.Sessions) != 1 || p.Sessions[0].Minutes != 60 || spent(p)[0] != 60 {
		t.Errorf("got %+v, %v, %v", p.Sessions, spent(p), problems)
	}
	p.PhaseMinutes = p.PhaseMinutes[:2] // and where rows of some phases came along
	ed.later(time.Minute)
	p = edittest.Must(t)(ed.StopClock(p, ed.now))
	if got := spent(p); got[6] != 60 || len(p.PhaseMinutes) != 7 || meeting.ClockOf(p, ed.now).Length() != 6 {
		t.Errorf("got %v, %d minutes", got, meeting.ClockOf(p, ed.now).Length())
	}
}

// However it is started, stopped, looked at and walked through: the seconds of all phases are
// those in which the clock ran.
func TestNoSecondIsLostInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed := newTimed()
		ed.Editor = edittest.Seeded(t)
		ed.Now = func() time.Time { return ed.now }
		p, err := ed.NewPostmortem("Clock", "UTC")
		if err != nil {
			t.Fatal(err)
		}
		ran, want := false, 0
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			was := meeting.WholeSecond(ed.now)
			ed.later(time.Duration(rapid.IntRange(0, 400_000).Draw(t, "milliseconds")) * time.Millisecond)
			if ran {
				want += int(meeting.WholeSecond(ed.now).Sub(was) / time.Second)
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
				p, err = ed.Visit(p, rapid.SampledFrom(model.Phases()).Draw(t, "phase"))
			}
			if err != nil {
				t.Fatal(err)
			}
			if p, err = model.Apply(before, model.Diff("step", before, p)); err != nil {
				t.Fatal(err)
			}
			got := 0
			for _, m := range p.PhaseMinutes {
				got += m.Actual
			}
			if s := model.LatestSession(p); !s.ClockAt.IsZero() {
				got += meeting.Seconds(s.ClockAt, meeting.WholeSecond(ed.now))
			}
			if got != want || meeting.ClockOf(p, ed.now).Runs() != ran {
				t.Fatalf("%d seconds, want %d; runs %v, want %v", got, want, !ran, ran)
			}
			if problems := model.Check(p); len(problems) > 0 {
				t.Fatal(problems)
			}
		}
	})
}
