package minutes_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/minutes"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
	"debrief/ui/theme"
)

// stage is the panel with a record behind it, as the frame does.
type stage struct {
	*minutes.Panel
	t      *testing.T
	record model.Postmortem
}

// meeting is the sample incident with an hour that has spent so many minutes in each phase and
// stands at this one; its clock runs.
func meetingAt(at model.Phase, spent ...int) model.Postmortem {
	p := screentest.Sample()
	p.Header.Phase = at
	p.Sessions[0].ClockAt = screentest.Now().UTC()
	for i := range p.PhaseMinutes {
		p.PhaseMinutes[i].Actual = 0
		if i < len(spent) {
			p.PhaseMinutes[i].Actual = spent[i] * 60
		}
	}
	return p
}

func open(t *testing.T, p model.Postmortem) *stage {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	env := screen.Env{Theme: look, Now: screentest.Now, Editor: edit.Editor{Now: screentest.Now, NewID: func() model.ID {
		ids++
		return model.ID(strings.Repeat("a", 15) + string(rune('a'+ids)))
	}}}
	s := &stage{t: t, record: p}
	s.Panel = minutes.New(env, screentest.Zone(t), func() meeting.Clock { return meeting.ClockOf(s.record, screentest.Now()) })
	s.resize(80, 16)
	return s
}

func (s *stage) resize(width, body int) {
	rows, _ := s.Height(body)
	s.Resize(width, rows-1)
}

func (s *stage) text() string { return screentest.Text(s.Body()) }

// mark marks a way by its name.
func (s *stage) mark(name string) *stage {
	s.t.Helper()
	s.Move(screen.First)
	for range 12 {
		if strings.Contains(s.text(), "> "+name) {
			return s
		}
		s.Move(screen.Down)
	}
	s.t.Fatalf("there is no way %q in\n%s", name, s.text())
	return nil
}

// enter goes the marked way, and returns what it is called, or the fault.
func (s *stage) enter(text string) string {
	s.t.Helper()
	out := s.Enter(text)
	switch {
	case out.Check != "":
		return "Check " + string(out.Check)
	case out.Edit == nil:
		return out.Text
	}
	after, err := out.Edit.Make(s.record)
	if err != nil {
		return "Check " + err.Error()
	}
	if problems := model.Check(after); len(problems) > 0 || !out.Close {
		s.t.Errorf("%q: %v, closes: %v", text, problems, out.Close)
	}
	s.record = after
	s.Refresh()
	return out.Edit.Label
}

func TestThePanelShowsThePlanAndTheWays(t *testing.T) {
	s := open(t, meetingAt(model.PhaseTimeline, 4, 5, 31))
	want := screentest.Drawing(`
        Open  Attend  Time  Discr  Learn  Counter  Close
  has   4     2       21    9      6      14       4
  took  4     5       31    0      0      0        0

  Length                      30, 45, 60, 90 or any minutes
> Extend                      the meeting takes longer
  Borrow from Learning        has 6 min left
  Borrow from Close           has 4 min left
  Borrow from Countermeasures protected: 14 min kept for it
  Meet again                  plan the day, time, minutes
`)
	if got := s.text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if s.Ask() == "" || s.Title() != "Length and minutes" || s.Position() != "60 min" || s.Sudden() {
		t.Errorf("asks %q, %q, %q", s.Ask(), s.Title(), s.Position())
	}
}

func TestWhatIsOfferedFollowsTheMeeting(t *testing.T) {
	notBegun := meetingAt(model.PhaseOpen)
	notBegun.Sessions[0].Start, notBegun.Sessions[0].ClockAt = time.Time{}, time.Time{}
	paused := meetingAt(model.PhaseClose, 4, 5, 19, 8, 6, 14, 4)
	paused.Sessions[0].ClockAt, paused.Sessions[0].End = time.Time{}, screentest.Now().UTC().Add(-time.Hour)
	ended := meetingAt(model.PhaseClose)
	ended.Sessions[0].ClockAt, ended.Sessions[0].End = time.Time{}, screentest.Now().UTC().AddDate(0, 0, -1)
	planned := meetingAt(model.PhaseLearning, 4, 5, 19, 8, 6)
	planned.Sessions = append(planned.Sessions, model.Session{ID: "next", Minutes: 45, PlannedAt: screentest.Now().UTC(), Pos: "b0"})
	for _, c := range []struct {
		name string
		p    model.Postmortem
		want string
	}{
		{"before", notBegun, "> Length,Meet again"},
		{"in Open", meetingAt(model.PhaseOpen, 1), "> Length,Extend,Borrow from Attendees,Borrow from Timeline,Borrow from Learning,Borrow from Close,Borrow from Countermeasures,Meet again"},
		{"in Countermeasures", meetingAt(model.PhaseCountermeasures, 4), "> Length,Extend,Borrow from Close,Meet again"},
		{"paused in Close", paused, "> It went on,Length,Extend,Meet again"},
		{"with a next session", planned, "> Length,Extend,Borrow from Close,Borrow from Countermeasures,Meet again,Begin it now"},
		{"ended", ended, "> Meet again,Begin it now"},
	} {
		s := open(t, c.p)
		s.Resize(80, 20)
		var names []string
		for _, row := range strings.Split(s.text(), "\n")[4:] {
			names = append(names, strings.TrimSpace(strings.TrimPrefix((row + strings.Repeat(" ", 30))[:30], "  ")))
		}
		if got := strings.Trim(strings.Join(names, ","), ","); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestEachWayDoesWhatItSays(t *testing.T) {
	over := func() model.Postmortem { return meetingAt(model.PhaseTimeline, 4, 5, 31) }
	for _, c := range []struct {
		way, typed, reads, done string
		after                   func(meeting.Clock) bool
	}{
		{"Extend", "", "4 min more for Timeline; the meeting takes 64", "Extended by 4 min", func(c meeting.Clock) bool { return c.Length() == 64 && c.Share(model.PhaseTimeline) == 25 }},
		{"Extend", "1h", "60 min more for Timeline; the meeting takes 120", "Extended by 60 min", func(c meeting.Clock) bool { return c.Length() == 120 }},
		{"Borrow from Learning", "6", "6 min for Timeline; Learning then has 0 left", "6 min borrowed from Learning", func(c meeting.Clock) bool { return c.Share(model.PhaseLearning) == 0 && c.Length() == 60 }},
		{"Borrow from Countermeasures", "2", "2 min of those kept for Timeline; Countermeasures then has 12 left", "2 min borrowed from Countermeasures", func(c meeting.Clock) bool { return c.Share(model.PhaseCountermeasures) == 12 }},
		{"Length", "90", "90 min, of them 45 for the timeline and 21 kept for countermeasures", "Length set to 90 min", func(c meeting.Clock) bool { return c.Length() == 90 && c.Session.Minutes == 60 }},
		{"Meet again", "fri 14:00", "next session Fri 20 Mar 2026 14:00, 60 min", "Next session planned: Fri 20 Mar 2026 14:00, 60 min", func(c meeting.Clock) bool { return c.Next.Minutes == 60 }},
		{"Meet again", "27 mar 9:30am 45", "next session Fri 27 Mar 2026 09:30, 45 min", "Next session planned: Fri 27 Mar 2026 09:30, 45 min", func(c meeting.Clock) bool { return c.Next.Minutes == 45 && c.Length() == 60 }},
	} {
		s := open(t, over()).mark(c.way)
		if r := s.Read(c.typed); string(r.Words) != c.reads || r.Fault {
			t.Errorf("%s %q reads %q", c.way, c.typed, r.Words)
		}
		if got := s.enter(c.typed); got != c.done {
			t.Errorf("%s %q: %q, want %q", c.way, c.typed, got, c.done)
		}
		if clock := meeting.ClockOf(s.record, screentest.Now()); !c.after(clock) {
			t.Errorf("%s %q: %d minutes", c.way, c.typed, clock.Length())
		}
	}
	s := open(t, over()).mark("Meet again")
	s.enter("fri 14:00 45")
	if got := s.mark("Begin it now").enter(""); got != string(keymap.NextSession) {
		t.Errorf("begin: got %q", got)
	}
	s.mark("Meet again")
	if got := s.enter("mon 15:00"); got != "Next session planned: Mon 23 Mar 2026 15:00, 45 min" || len(s.record.Sessions) != 2 {
		t.Errorf("planned anew: %q, %d sessions", got, len(s.record.Sessions))
	}
	paused := over()
	paused.Sessions[0].ClockAt, paused.Sessions[0].End = time.Time{}, screentest.Now().UTC().Add(-12*time.Minute)
	s = open(t, paused).mark("It went on")
	if r := s.Read(""); string(r.Words) != "Enter counts the time since 14:43 too, and the clock runs" {
		t.Errorf("pause reads %q", r.Words)
	}
	if s.enter(""); meeting.ClockOf(s.record, screentest.Now()).Minutes() != 52 {
		t.Error("the pause is not counted")
	}
}

func TestWhatCannotBeDoneIsSaidAndChangesNothing(t *testing.T) {
	for _, c := range []struct{ way, typed, want string }{
		{"Extend", "soon", "type minutes, such as 5"},
		{"Extend", "0", "type minutes, such as 5"},
		{"Extend", "24h", "a meeting lasts no longer than 24 hours; type less"},
		{"Borrow from Learning", "7", "Learning has 6 min left; type no more than that"},
		{"Length", "", "type how many minutes the whole meeting takes, such as 45"},
		{"Length", "1441", "type how many minutes the whole meeting takes, such as 45"},
		{"Meet again", "", "type day, time and minutes, such as fri 14:00 45"},
		{"Meet again", "fri 14:00 25h", "a meeting lasts no longer than 24 hours; type less"},
	} {
		p := meetingAt(model.PhaseTimeline, 4, 5, 31)
		s := open(t, p).mark(c.way)
		if r := s.Read(c.typed); string(r.Words) != c.want || r.Fault != (c.typed != "") {
			t.Errorf("%s %q reads %q, %v", c.way, c.typed, r.Words, r.Fault)
		}
		if got := s.enter(c.typed); got != "Check "+c.want || !model.Diff("", p, s.record).IsEmpty() {
			t.Errorf("%s %q: %q", c.way, c.typed, got)
		}
	}
}

func TestTabCompletesACommonLengthAndEscCloses(t *testing.T) {
	s := open(t, meetingAt(model.PhaseTimeline, 1)).mark("Length")
	if got := s.Read("").Candidates; len(got) != 4 || got[1].Text != "45" {
		t.Errorf("got %v", got)
	}
	if got := s.Read("9").Candidates; len(got) != 1 || got[0].Text != "90" || got[0].End != 1 {
		t.Errorf("got %v", got)
	}
	f, own := s.Field()
	s.Move(screen.Down)
	if other, _ := s.Field(); !own || other.Key == f.Key {
		t.Error("two ways share what is typed")
	}
	if !s.Do(keymap.Back).Close || !s.Do(keymap.Minutes).Close || s.Do(keymap.Next).Close {
		t.Error("Esc does not close it")
	}
}

func TestThePanelFitsEverySizeAndShowsItsMark(t *testing.T) {
	p := meetingAt(model.PhaseOpen, 1)
	for i := range p.PhaseMinutes {
		p.PhaseMinutes[i].Planned, p.PhaseMinutes[i].Given = 700, -100
	}
	s := open(t, p)
	for width := 1; width <= 140; width++ {
		for height := 1; height <= 40; height += 3 {
			s.resize(width, height)
			s.Move(screen.Down)
			rows, whole := s.Height(height)
			body, marks := s.Body(), 0
			for _, row := range body {
				if w := ansi.StringWidth(row); w > width {
					t.Fatalf("%dx%d: %d cells: %q", width, height, w, row)
				}
				if strings.HasPrefix(ansi.Strip(row), ">") {
					marks++
				}
			}
			if rows > height || whole || rows > 1 && (len(body) > rows-1 || marks != 1) {
				t.Fatalf("%dx%d: %d rows wanted, %d drawn, %d marks", width, height, rows, len(body), marks)
			}
		}
	}
}
