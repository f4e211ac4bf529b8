package edit_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// shares is what each phase was planned and was given.
func shares(p model.Postmortem) (planned, given []int) {
	c := meeting.ClockOf(p, edittest.Start)
	given = make([]int, model.PhaseClose)
	for _, m := range p.PhaseMinutes {
		if m.Session == c.Session.ID && m.Phase > 0 {
			given[m.Phase-1] += m.Given
		}
	}
	for _, phase := range model.Phases() {
		planned = append(planned, c.Share(phase)-given[phase-1])
	}
	return planned, given
}

func wantShares(t *testing.T, p model.Postmortem, wantPlanned, wantGiven []int) {
	t.Helper()
	if planned, given := shares(p); !slices.Equal(planned, wantPlanned) || !slices.Equal(given, wantGiven) {
		t.Errorf("planned %v, given %v; want %v, %v", planned, given, wantPlanned, wantGiven)
	}
}

func TestALengthIsThePlanUntilTheClockRunsAndThenWhatIsGiven(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	none := []int{0, 0, 0, 0, 0, 0, 0}
	p = edittest.Must(t)(ed.SetLength(p, 45))
	wantShares(t, p, []int{3, 2, 16, 7, 4, 10, 3}, none)
	p = edittest.Must(t)(ed.SetLength(p, 60))
	p = edittest.Must(t)(ed.StartClock(p))
	longer := edittest.Must(t)(ed.SetLength(p, 90))
	wantShares(t, longer, []int{4, 2, 21, 9, 6, 14, 4}, []int{2, 1, 11, 4, 3, 7, 2})
	if longer.Sessions[0].Minutes != 60 {
		t.Errorf("the plan became %d minutes", longer.Sessions[0].Minutes)
	}
	p = edittest.Must(t)(ed.Borrow(longer, model.PhaseLearning, 2))
	p = edittest.Must(t)(ed.SetLength(p, 60)) // shared out anew
	wantShares(t, p, []int{4, 2, 21, 9, 6, 14, 4}, none)
	for _, minutes := range []int{0, -5, model.MaxHours*60 + 1} {
		_, err := ed.SetLength(p, minutes)
		edittest.WantProblem(t, err, "Minutes")
	}
}

func TestMinutesAreExtendedAndBorrowedForThePhaseThatStands(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Must(t)(ed.StartClock(edittest.Begun(t, ed)))
	p = edittest.Must(t)(ed.Visit(p, model.PhaseTimeline))
	p = edittest.Must(t)(ed.Extend(p, 10))
	p = edittest.Must(t)(ed.Borrow(p, model.PhaseLearning, 4))
	p = edittest.Must(t)(ed.Borrow(p, model.PhaseCountermeasures, 1)) // it was named
	wantShares(t, p, []int{4, 2, 21, 9, 6, 14, 4}, []int{0, 0, 15, 0, -4, -1, 0})
	if c := meeting.ClockOf(p, edittest.Start); c.Length() != 70 || c.Session.Minutes != 60 {
		t.Errorf("the meeting is %d minutes, planned %d", c.Length(), c.Session.Minutes)
	}
	used := slices.Clone(p.PhaseMinutes)
	used[4].Actual = 90 // of the two minutes that Learning has left
	p.PhaseMinutes = used
	for name, refused := range map[string]func() (model.Postmortem, error){
		"more than it has":  func() (model.Postmortem, error) { return ed.Borrow(p, model.PhaseClose, 5) },
		"what it has used":  func() (model.Postmortem, error) { return ed.Borrow(p, model.PhaseLearning, 1) },
		"from itself":       func() (model.Postmortem, error) { return ed.Borrow(p, model.PhaseTimeline, 1) },
		"from no phase":     func() (model.Postmortem, error) { return ed.Borrow(p, 9, 1) },
		"nothing":           func() (model.Postmortem, error) { return ed.Borrow(p, model.PhaseClose, 0) },
		"less than nothing": func() (model.Postmortem, error) { return ed.Extend(p, -3) },
		"longer than a day": func() (model.Postmortem, error) { return ed.Extend(p, model.MaxHours*60) },
	} {
		next, err := refused()
		var problem model.Problem
		if !errors.As(err, &problem) || !model.Diff("", p, next).IsEmpty() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBorrowingKeepsTheWholeAndNoPhaseOwes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed := edittest.Seeded(t)
		p, err := ed.NewPostmortem("Minutes", "UTC")
		if err == nil {
			p, err = ed.SetLength(p, rapid.IntRange(1, 240).Draw(t, "length"))
		}
		if err != nil {
			t.Fatal(err)
		}
		whole := meeting.ClockOf(p, edittest.Start).Length()
		for range 20 {
			if p, err = ed.Visit(p, rapid.SampledFrom(model.Phases()).Draw(t, "phase")); err != nil {
				t.Fatal(err)
			}
			from, n := rapid.SampledFrom(model.Phases()).Draw(t, "from"), rapid.IntRange(-1, 30).Draw(t, "minutes")
			next, err := ed.Borrow(p, from, n)
			var problem model.Problem
			if err != nil && !errors.As(err, &problem) {
				t.Fatal(err)
			}
			c := meeting.ClockOf(next, edittest.Start)
			if c.Length() != whole {
				t.Fatalf("%d minutes became %d", whole, c.Length())
			}
			for _, phase := range model.Phases() {
				if c.Share(phase) < 0 {
					t.Fatalf("%s has %d minutes", phase, c.Share(phase))
				}
			}
			p = next
		}
	})
}

// begun2 is a record whose first sitting took ten minutes and whose second was planned since.
func begun2(t *testing.T, ed *timed) model.Postmortem {
	t.Helper()
	p := edittest.Must(t)(ed.StartClock(edittest.Begun(t, ed.Editor)))
	ed.later(10 * time.Minute)
	p = edittest.Must(t)(ed.AnswerGate(p, model.GateConfirmed))
	p = edittest.Must(t)(ed.CountHands(p, model.LearnedSomething, 5, 6))
	return edittest.Must(t)(ed.PlanSession(p, ed.now.AddDate(0, 0, 2), 45))
}

func TestAPlannedSessionIsNotThePresentOneUntilItBegins(t *testing.T) {
	ed := newTimed()
	ana := model.ID("")
	p := edittest.Begun(t, ed.Editor)
	p, ana = edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Ana"}))
	p.Sessions[0].Facilitator = ana
	p = edittest.Must(t)(ed.PlanSession(p, ed.now.AddDate(0, 0, 1), 30))
	first, second := p.Sessions[0], p.Sessions[1]
	if second.Facilitator != ana || second.Minutes != 30 || model.LatestSession(p).ID != first.ID || model.NewIndex(p).Session().ID != first.ID {
		t.Fatalf("planned: %+v", second)
	}
	p = edittest.Must(t)(ed.PlanSession(p, ed.now.AddDate(0, 0, 3), 90)) // another day
	if len(p.Sessions) != 2 || p.Sessions[1].PlannedAt != model.UTC(ed.now.AddDate(0, 0, 3)) || len(p.PhaseMinutes) != 14 {
		t.Fatalf("planned anew: %+v", p.Sessions)
	}
	p = edittest.Must(t)(ed.StartClock(p))
	if !p.Sessions[1].ClockAt.IsZero() || p.Sessions[0].ClockAt.IsZero() {
		t.Error("the clock of the planned session was started")
	}
	p = edittest.Must(t)(ed.BeginSession(p))
	if model.LatestSession(p).ID != second.ID || model.NewIndex(p).Session().ID != second.ID || meeting.ClockOf(p, ed.now).Next.ID != "" {
		t.Error("the session that began is not the present one")
	}
}

func TestASecondSessionHasItsOwnClockGateAndHands(t *testing.T) {
	ed := newTimed()
	p := begun2(t, ed)
	first := p.Sessions[0]
	p = edittest.Must(t)(ed.Visit(p, model.PhaseLearning))
	ed.later(2 * time.Minute)
	p = edittest.Must(t)(ed.BeginSession(p))
	now := meeting.ClockOf(p, ed.now)
	spent, of := now.Here()
	if got := fmt.Sprintf("%d of %d: %d of %d", now.Minutes(), now.Length(), spent, of); got != "0 of 45: 0 of 3" || !now.Runs() || p.Header.Phase != model.PhaseOpen {
		t.Errorf("begun: %s, at %s", got, p.Header.Phase)
	}
	if s := now.Session; s.Gate != "" || s.HandsAsked != 0 || s.Start != model.UTC(ed.now) {
		t.Errorf("begun: %+v", s)
	}
	ed.later(time.Minute)
	p = edittest.Must(t)(ed.AnswerGate(p, model.GateGoOn))
	p = edittest.Must(t)(ed.CountHands(p, model.ComesAgain, 3, 3))
	p = edittest.Must(t)(ed.Extend(p, 5))
	p = edittest.Must(t)(ed.Visit(p, model.PhaseCountermeasures))
	was, is := p.Sessions[0], p.Sessions[1]
	first.End = model.UTC(edittest.Start.Add(12 * time.Minute)) // the clock of the first was stopped
	first.ClockAt = time.Time{}
	if was != first {
		t.Errorf("the first session became %+v", was)
	}
	if is.Gate != model.GateGoOn || is.ComesAgain != 3 {
		t.Errorf("the second is %+v", is)
	}
	seconds := map[model.ID]int{}
	for _, m := range p.PhaseMinutes {
		seconds[m.Session] += m.Actual
	}
	if seconds[was.ID] != 12*60 || seconds[is.ID] != 60 {
		t.Errorf("seconds: %v", seconds)
	}
	if problems := model.Check(p); len(problems) > 0 {
		t.Error(problems)
	}
	third := edittest.Must(t)(ed.BeginSession(p)) // nobody planned it: as long as the one before
	if s := model.LatestSession(third); len(third.Sessions) != 3 || s.Minutes != is.Minutes || s.Start != model.UTC(ed.now) || s.Facilitator != is.Facilitator {
		t.Errorf("the third is %+v", s)
	}
}

// The clock is a fact: it goes on while edits around it are taken back and made again.
func TestUndoOfMinutesAndSessionsLeavesTheClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed := newTimed()
		ed.Editor = edittest.Seeded(t)
		ed.Now = func() time.Time { return ed.now }
		p, err := ed.NewPostmortem("Undo", "UTC")
		if err != nil {
			t.Fatal(err)
		}
		h, _ := model.NewHistory(nil)
		for range 40 {
			ed.later(time.Duration(rapid.IntRange(1, 300).Draw(t, "seconds")) * time.Second)
			entry := model.Entry{Seq: h.Next(), At: ed.now, Kind: model.Edit}
			next := p
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 0:
				entry.Kind = model.Fact
				next, err = ed.Visit(p, rapid.SampledFrom(model.Phases()).Draw(t, "phase"))
			case 1:
				entry.Kind = model.Fact
				if next, err = ed.StartClock(p); meeting.ClockOf(p, ed.now).Runs() {
					next, err = ed.StopClock(p, ed.now)
				}
			case 2:
				next, err = ed.Extend(p, 5)
			case 3:
				next, err = ed.Borrow(p, rapid.SampledFrom(model.Phases()).Draw(t, "from"), 1)
			case 4:
				next, err = ed.SetLength(p, 45)
			case 5:
				entry, err = h.Undo(p, ed.now)
			default:
				entry, err = h.Redo(p, ed.now)
			}
			if err != nil {
				continue
			}
			if entry.Change.Label == "" && len(entry.Change.Rows) == 0 {
				entry.Change = model.Diff("step", p, next)
			}
			ran, runs := meeting.ClockOf(p, ed.now).Total(), meeting.ClockOf(p, ed.now).Runs()
			if p, err = model.Apply(p, entry.Change); err == nil {
				err = h.Append(entry)
			}
			if err != nil {
				t.Fatal(err)
			}
			if c := meeting.ClockOf(p, ed.now); c.Total() != ran || entry.Kind != model.Fact && c.Runs() != runs {
				t.Fatalf("after %s: %d seconds, were %d", entry.Kind, c.Total(), ran)
			}
			if problems := model.Check(p); len(problems) > 0 {
				t.Fatal(problems)
			}
		}
	})
}
