package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/meeting"
	"debrief/model/sample"
	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/minutes"
	"debrief/ui/screen"
)

// wait lets time pass; the minutes that end meanwhile wake the program, each at its moment.
func (d *driver) wait(long time.Duration) {
	d.t.Helper()
	until := d.now.Add(long)
	for {
		at := slices.IndexFunc(d.timers, func(m tea.Msg) bool {
			tick, ok := m.(minutes.Tick)
			return ok && !tick.At.After(until)
		})
		if at < 0 {
			break
		}
		tick := d.timers[at].(minutes.Tick)
		d.timers = slices.Delete(d.timers, at, at+1)
		if tick.At.After(d.now) {
			d.now = tick.At
		}
		d.send(tick)
	}
	d.now = until
}

// clock is that of the open record.
func (d *driver) clock() meeting.Clock { return meeting.ClockOf(d.app.desk.Record, d.now) }

// meetingAt is the sample incident with a meeting of an hour that stands at the phase, has spent
// so many minutes in each phase, and whose clock runs.
func meetingAt(at model.Phase, minutes ...int) model.Postmortem {
	now := time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)
	p := sample.Postmortem(now)
	p.Header.Phase = at
	p.Sessions[0].Start, p.Sessions[0].ClockAt = now.Add(-time.Hour), now
	for i := range p.PhaseMinutes {
		p.PhaseMinutes[i].Actual = 0
		if i < len(minutes) {
			p.PhaseMinutes[i].Actual = minutes[i] * 60
		}
	}
	return p
}

// meet opens the record of a meeting in the program. It is heard of when it is made.
func meet(t *testing.T, p model.Postmortem) *driver {
	t.Helper()
	s := openStore(t, filepath.Join(t.TempDir(), "debrief.db"))
	now := time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)
	stands := p
	stands.Header.Phase = 0
	for i, next := range []model.Postmortem{stands, p} {
		e := model.Entry{Seq: int64(i) + 1, At: now, Kind: model.Fact, Change: model.Diff("made", []model.Postmortem{{}, stands}[i], next)}
		if err := s.Save(t.Context(), p.Header.ID, e); err != nil {
			t.Fatal(err)
		}
	}
	return driverOn(t, s, screen.Place{Screen: screen.OfPhase(p.Header.Phase), Postmortem: p.Header.ID})
}

// right is what stands at the end of a row.
func (d *driver) right(row int) string {
	words := strings.Split(d.rows()[row], "   ")
	return strings.TrimSpace(words[len(words)-1])
}

// The meeting of screens.md, 3.3 to 3.11: a timeline that begins three minutes late.
func TestTheHeaderShowsTheMinutesOfEachPhase(t *testing.T) {
	for _, c := range []struct {
		at      model.Phase
		minutes []int
		one     string
		three   string
	}{
		{model.PhaseOpen, []int{2}, "0:02 of 1:00", "2 of 4 min, 14 kept for countermeasures"},
		{model.PhaseAttendees, []int{4, 1}, "0:05 of 1:00", "1 of 2 min, 14 kept for countermeasures"},
		{model.PhaseTimeline, []int{4, 5, 9}, "0:18 of 1:00", "9 of 27 min, 14 kept for countermeasures"},
		{model.PhaseDiscretion, []int{4, 5, 19, 5}, "0:33 of 1:00", "24 of 27 min, 14 kept for countermeasures"},
		{model.PhaseLearning, []int{4, 5, 19, 8, 2}, "0:38 of 1:00", "2 of 6 min, 14 kept for countermeasures"},
		{model.PhaseCountermeasures, []int{4, 5, 19, 8, 6, 5}, "0:47 of 1:00", "5 of 14 min   timeline confirmed 0:45"},
		{model.PhaseClose, []int{4, 5, 19, 8, 6, 14, 1}, "0:57 of 1:00", "1 of 4 min"},
	} {
		d := meet(t, meetingAt(c.at, c.minutes...))
		if got := d.right(0); got != c.one {
			t.Errorf("%s: row 1 ends with %q, want %q", c.at, got, c.one)
		}
		if got := d.rows()[2]; !strings.HasSuffix(got, "  "+c.three) {
			t.Errorf("%s: row 3 is %q, want it to end with %q", c.at, got, c.three)
		}
		if n := len(d.rows()[2]); n != 79 {
			t.Errorf("%s: row 3 ends in column %d", c.at, n)
		}
		d.send(tea.WindowSizeMsg{Width: 60, Height: 16})
		short, _, _ := strings.Cut(c.three, ",")
		short, _, _ = strings.Cut(short, "   ")
		if row := d.rows()[1]; !strings.HasSuffix(row, " "+short) || len(row) != 59 {
			t.Errorf("%s: at 60x16 row 2 is %q", c.at, row)
		}
	}
}

func TestTheClockStartsAndPausesByItsKeyAlone(t *testing.T) {
	d := newDriver(t)
	d.kind("Checkout errors on 12 March")
	d.press("enter", "tab", "tab")
	d.kind("14:02 page @ana")
	d.press("enter")
	d.wait(3 * time.Hour)
	d.want("0:00 of 1:00", "Esc c starts the clock")
	d.kind("clock and length") // in the line the letters are letters
	d.wait(time.Minute)
	d.want("0:00 of 1:00", "clock and length")
	d.press("ctrl+u", "esc")
	d.want("c starts the clock")
	d.press("c")
	d.want("The clock runs; c pauses it", "0:00 of 1:00", "0 of 36 min, 14 kept for countermeasures")
	d.wait(18*time.Minute + 30*time.Second)
	d.want("0:18 of 1:00", "18 of 36 min, 14 kept")
	d.press("c")
	d.want("0:18 of 1:00 paused", "The clock stands at 0:18; c lets it go on")
	d.wait(40 * time.Minute)
	d.press("c")
	d.wait(30 * time.Second)
	d.want("0:19 of 1:00")
	if p := d.record(); p.Sessions[0].Start.IsZero() || p.Sessions[0].ClockAt.IsZero() {
		t.Errorf("on disk: %+v", p.Sessions[0])
	}
	// The clock is no edit: what is taken back is the row.
	d.press("u")
	d.want("Taken back", "0:19 of 1:00")
	if !d.clock().Runs() {
		t.Error("undo stopped the clock")
	}
}

func TestAMinuteDrawsAnewOnceAndOnlyItsOwnCells(t *testing.T) {
	p := meetingAt(model.PhaseTimeline, 4, 5, 9)
	p.PhaseMinutes[1].Actual += 23 // no phase begins with the minute
	d := meet(t, p)
	d.kind("14:31 lag back under 5 s @ch")
	before, drawn := d.app.View(), 0
	d.keys = 0
	for range 600 {
		d.wait(time.Second)
		after := d.app.View()
		if after.Content == before.Content {
			continue
		}
		drawn++
		was, is := strings.Split(before.Content, "\n"), strings.Split(after.Content, "\n")
		for i := range is {
			if is[i] != was[i] && i != 0 && i != 2 {
				t.Fatalf("a minute changed row %d", i+1)
			}
		}
		if *after.Cursor != *before.Cursor {
			t.Fatal("a minute moved the cursor")
		}
		before = after
	}
	if drawn != 10 {
		t.Errorf("drawn anew %d times in ten minutes", drawn)
	}
	if n := ticks(d); n != 1 {
		t.Errorf("%d minutes are waited for", n)
	}
	d.press("ctrl+u", "esc", "c")
	d.wait(2 * time.Minute) // the one that is on its way finds a clock that stands
	if n := ticks(d); n != 0 {
		t.Errorf("a clock that stands wakes the program %d times", n)
	}
	d.press("g", "0")
	d.want("15:07")
	d.wait(time.Minute)
	d.want("15:08")
	if n := ticks(d); n != 1 {
		t.Errorf("%d minutes are waited for at home", n)
	}
}

func ticks(d *driver) int {
	n := 0
	for _, m := range d.timers {
		if _, ok := m.(minutes.Tick); ok {
			n++
		}
	}
	return n
}

func TestTheClockOutlivesTheProgram(t *testing.T) {
	for _, c := range []struct {
		gone time.Duration
		want []string
		runs bool
	}{
		{20 * time.Minute, []string{"0:48 of 1:00", "The clock ran on; Esc c pauses it"}, true},
		{40 * time.Minute, []string{"0:23 of 1:00 paused", "the clock stands since 16:00, when it went quiet; Esc l counts on"}, false},
		{7 * time.Hour, []string{"0:23 of 1:00 ended", "the clock stands since 16:00"}, false},
	} {
		first := meet(t, meetingAt(model.PhaseTimeline, 4, 5, 9))
		first.wait(5 * time.Minute)
		first.kind("14:31 lag back under 5 s")
		first.press("enter") // the last thing that is heard of it
		first.wait(5 * time.Minute)

		again := newDriverOn(t, first.store, screen.Place{Postmortem: first.app.desk.ID()})
		again.now = first.now.Add(c.gone)
		again.run(again.app.Init())
		again.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		again.want(c.want...)
		if got := again.clock().Runs(); got != c.runs {
			t.Errorf("gone for %s: runs %v", c.gone, got)
		}
		if p := again.record(); (p.Sessions[0].ClockAt.IsZero()) == c.runs {
			t.Errorf("gone for %s: on disk %+v", c.gone, p.Sessions[0])
		}
	}
}

func TestAMeetingThatNobodyAttendsIsStoppedAtItsLastSignOfLife(t *testing.T) {
	d := meet(t, meetingAt(model.PhaseTimeline, 4, 5, 9))
	d.wait(10 * time.Minute)
	d.press("down")
	d.wait(30 * time.Minute)
	d.want("0:58 of 1:00") // people may talk for half an hour
	d.wait(2 * time.Minute)
	d.want("0:28 of 1:00 paused", "the clock stands since 16:05, when it went quiet")
	d.press("esc", "l", "enter") // it went on all the same
	d.want("The clock runs, as if it had never stopped", "1:00 of 1:00")
	d.press("esc", "g", "0")
	d.want("The clock of the meeting runs on")
	d.wait(time.Hour)
	if !d.clock().Runs() {
		t.Error("home, where the record is not followed, stopped the clock")
	}
	d.does(func() { d.app.desk.Open(screen.Place{Postmortem: d.app.desk.ID()}) })
	d.want("the clock stands since 16:37")
}

// Two windows: one is left at home or in the meeting, and the meeting goes on in the other.
func TestAWindowThatIsLeftAloneStopsNoClockThatAnotherUses(t *testing.T) {
	for _, left := range [][]string{{"esc", "g", "0"}, {"esc"}} {
		path := filepath.Join(t.TempDir(), "debrief.db")
		a, b := openStore(t, path), openStore(t, path)
		p := meetingAt(model.PhaseTimeline, 3, 2, 4)
		save(t, a, p)
		at := screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID}
		one := driverOn(t, a, at)
		one.press("esc", "c") // an imported clock stands
		two := driverOn(t, b, at)
		two.ids, two.now = 5000, one.now
		two.press(left...)
		for range 5 {
			one.wait(10 * time.Minute)
			one.press("i")
			one.kind("15:00 row")
			one.press("enter", "esc")
		}
		two.timers = slices.DeleteFunc(two.timers, func(m tea.Msg) bool { _, ok := m.(desk.WatchTick); return ok })
		two.wait(50 * time.Minute) // no look at the file comes before the minute's
		two.press("down")
		one.send(desk.WatchTick{})
		one.settle()
		if now := meeting.ClockOf(one.record(), one.now); !now.Runs() || !one.clock().Runs() {
			t.Errorf("after %v in the other window the clock stands", left)
		}
	}
}

// What is logged behind a silence, such as that a deleted record came back, counts no hours.
func TestTheClockStopsBeforeTheFirstLongSilence(t *testing.T) {
	s := openStore(t, filepath.Join(t.TempDir(), "debrief.db"))
	monday := time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)
	friday := monday.Add(-72 * time.Hour)
	p := meetingAt(model.PhaseTimeline, 3, 2, 4)
	p.Sessions[0].Start, p.Sessions[0].ClockAt = friday, friday
	row, deleted := p, p
	row.Header.Title = "a title that was given in the meeting"
	deleted.Header.Title, deleted.Header.Deleted = row.Header.Title, friday.Add(time.Hour)
	was := model.Postmortem{}
	for i, next := range []model.Postmortem{p, row, deleted, row} {
		at := []time.Time{friday, friday.Add(20 * time.Minute), friday.Add(time.Hour), monday.Add(-time.Minute)}[i]
		e := model.Entry{Seq: int64(i) + 1, At: at, Kind: model.Edit, Change: model.Diff("x", was, next)}
		if err := s.Save(t.Context(), p.Header.ID, e); err != nil {
			t.Fatal(err)
		}
		was = next
	}
	d := driverOn(t, s, screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID})
	if c := d.clock(); c.Runs() || c.Minutes() != 29 {
		t.Errorf("runs %v, %d minutes", c.Runs(), c.Minutes())
	}
}

// The machine slept: the first key finds a clock that shows hours.
func TestTheKeyThatFindsAnUnattendedClockStopsIt(t *testing.T) {
	for _, keys := range [][]string{{"c"}, {"g", "5"}, {"j"}} {
		d := meet(t, meetingAt(model.PhaseTimeline, 4, 5, 9))
		d.press("esc")
		d.now = d.now.Add(3 * time.Hour) // no tick: timers sleep too
		d.press(keys...)
		if c := d.clock(); c.Runs() || c.Minutes() != 18 {
			t.Errorf("after %v: runs %v, %d minutes", keys, c.Runs(), c.Minutes())
		}
		if len(keys) == 1 {
			d.want("the clock stands since 15:55")
		}
	}
}

func TestLeavingSaysThatTheClockRunsOn(t *testing.T) {
	d := meet(t, meetingAt(model.PhaseTimeline, 4, 5, 9))
	d.press("ctrl+c")
	d.want("ctrl+c again leaves; the clock of the meeting runs on")
	d.press("esc", "g", "0")
	d.want("The clock of the meeting runs on")
	d.wait(5 * time.Second)
	d.press("ctrl+c")
	d.want("ctrl+c again leaves; the clock of the meeting runs on")
	d.press("enter")
	d.press("esc", "c")
	d.press("ctrl+c")
	if strings.Contains(d.text(), "runs on") {
		t.Error("a clock that stands runs on")
	}
}

// A file that somebody exported in the middle of a meeting is no meeting that goes on here.
func TestAnImportedClockStands(t *testing.T) {
	p := meetingAt(model.PhaseTimeline, 4, 5, 9)
	p.Sessions[0].ClockAt = p.Sessions[0].ClockAt.AddDate(0, 0, -3)
	p.Sessions[0].Start = p.Sessions[0].ClockAt.Add(-time.Hour)
	file, err := jsonfile.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	d := newDriver(t, func(o *Options) { o.ReadFile = func(string) ([]byte, error) { return file, nil } })
	d.does(func() { d.app.desk.Import("meeting.json", d.app.line.Slot()) })
	if c := d.clock(); c.Runs() || c.Minutes() != 18 {
		t.Errorf("read: runs %v, %d minutes", c.Runs(), c.Minutes())
	}
	other := recordDriver(t, p, screen.Timeline) // brought in by the command line
	if c := other.clock(); c.Runs() || c.Minutes() != 18 {
		t.Errorf("imported: runs %v, %d minutes", c.Runs(), c.Minutes())
	}
}

func TestTheLineSaysWhatAnOverrunTakesAndThePanelSettlesIt(t *testing.T) {
	d := meet(t, meetingAt(model.PhaseTimeline, 4, 5, 27))
	d.want("27 of 27 min, 14 kept for countermeasures")
	d.wait(4 * time.Minute)
	d.want("31 of 27 min: takes 4 of the 6 for Learning; Esc l: extend or borrow")
	d.press("esc")
	d.want("31 of 27 min: takes 4 of the 6 for Learning; l: extend or borrow")
	d.wait(3 * time.Minute)
	d.want("34 of 27 min: takes Learning and 1 of the 14 kept for countermeasures; l")

	d.press("l")
	d.want("Length and minutes", "> Extend", "Borrow from Countermeasures protected: 14 min kept for it", "Do we take more time",
		"7 min more for Timeline; the meeting takes 67")
	d.press("down", "down", "down") // Learning, Close, Countermeasures
	d.want("> Borrow from Countermeasures", "7 min of those kept for Timeline; Countermeasures then has 7 left")
	d.kind("1")
	d.press("enter")
	d.want("1 min borrowed from Countermeasures", "34 of 28 min: takes 6 of the 6 for Learning")
	d.press("l", "enter")
	d.want("Extended by 6 min", "0:43 of 1:06", "34 of 34 min, 13 kept for countermeasures")
	d.press("u", "u")
	d.want("0:43 of 1:00", "takes Learning and 1 of the 14 kept")
	c := d.clock()
	if c.Length() != 60 || c.Share(model.PhaseCountermeasures) != 14 {
		t.Errorf("after undo: %d minutes", c.Length())
	}
	for _, size := range [][2]int{{60, 16}, {60, 24}, {140, 40}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		d.want(map[int]string{16: "34 of 27 min: l", 24: "34 of 27 min: takes 6 of 6, 1 of 14; l", 40: "kept for countermeasures; l: extend, borrow, second session"}[size[1]])
	}
}

func TestTheLengthIsSetBeforeAndDuringTheMeeting(t *testing.T) {
	d := newDriver(t)
	d.kind("Checkout errors on 12 March")
	d.press("enter", "esc", "l")
	d.want("> Length", "type how many minutes the whole meeting takes")
	d.kind("4")
	d.press("tab")
	d.want("45 min, of them 23 for the timeline and 10 kept for countermeasures")
	d.press("enter")
	d.want("0:00 of 0:45", "Length set to 45 min")
	if strings.Contains(d.text(), "Extend") {
		t.Error("the panel is still there")
	}
	d.press("c")
	d.wait(2 * time.Minute)
	d.press("l")
	d.kind("30")
	d.press("enter")
	d.want("0:02 of 0:30", "2 of 2 min, 7 kept for countermeasures")
	d.press("u")
	d.want("0:02 of 0:45")
	d.press("l")
	d.kind("3000")
	d.press("enter")
	d.want("> Length", "Check")
}

func TestASecondSessionIsPlannedAndBegun(t *testing.T) {
	d := meet(t, meetingAt(model.PhaseDiscretion, 4, 5, 19, 30))
	d.press("esc", "l", "down", "down", "down", "down")
	d.want("> Meet again", "type day, time and minutes")
	d.kind("fri 14:00 45")
	d.want("next session Fri 20 Mar 2026 14:00, 45 min")
	d.press("enter")
	d.want("Next session planned", "0:58 of 1:00")
	d.press("l", "down", "down", "down", "down")
	d.want("> Meet again", "planned for Fri 20 Mar 14:00, 45 min", "Begin it now")
	d.press("esc", "c")
	d.wait(20 * time.Hour)
	d.press("down") // at home and in the list alike the clock of yesterday is over
	d.want("0:58 of 1:00 ended", "next session Fri 20 Mar 14:00")
	d.press("c")
	d.want("this session is over; next session in ctrl+k begins another")
	d.press("ctrl+k")
	d.kind("next session")
	d.press("enter")
	d.want("[Open]", "0:00 of 0:45", "0 of 3 min, 10 kept for countermeasures", "The next session begins and its clock runs")
	d.wait(time.Minute)
	p := model.NewIndex(d.record())
	first, second := p.Sessions[0], p.Sessions[1]
	if first.Gate != model.GateConfirmed || first.HandsAsked == 0 || second.Gate != "" || second.HandsAsked != 0 || second.Facilitator != first.Facilitator || !first.ClockAt.IsZero() {
		t.Errorf("sessions: %+v", p.Sessions)
	}
	// Close counts the hands of the present one.
	d.press("esc", "g", "7")
	d.want("learned something    -")
}

func TestANewSessionBeginsWithoutAPlan(t *testing.T) {
	d := newDriver(t)
	d.kind("Checkout errors on 12 March")
	d.press("enter", "ctrl+k")
	d.kind("next session")
	d.press("enter")
	d.want("this session has not begun; Esc c starts its clock")
	d.press("esc", "esc", "c")
	d.wait(10 * time.Minute)
	d.press("ctrl+k")
	d.kind("next session")
	d.press("enter")
	d.want("0:00 of 1:00", "The next session begins")
	if p := model.NewIndex(d.record()); len(p.Sessions) != 2 || p.Sessions[0].End.IsZero() || p.Sessions[1].ClockAt.IsZero() {
		t.Errorf("sessions: %+v", p.Sessions)
	}
	d.wait(5 * time.Minute)
	d.press("esc", "u") // that the session began is a fact
	d.want("nothing to take back", "0:05 of 1:00")
}

// What was said and counted in a room stays, also where the session had been planned before.
func TestUndoPassesOverASessionThatHasBegun(t *testing.T) {
	d := meet(t, meetingAt(model.PhaseDiscretion, 4, 5, 19, 30))
	d.press("esc", "l")
	d.kind("10")
	d.press("enter", "l", "down", "down", "down", "down", "down")
	d.want("> Meet again")
	d.kind("fri 14:00 45")
	d.press("enter", "ctrl+k")
	d.kind("next session")
	d.press("enter")
	d.wait(10 * time.Minute)
	d.press("esc", "u")
	d.want("Taken back: ", "; the session that has begun stays", "0:10 of 0:45")
	d.press("u")
	d.want("nothing to take back", "0:10 of 0:45")
	d.press("U")
	d.want("Back again: ", "0:10 of 0:45")
	if n := len(d.record().Sessions); n != 2 {
		t.Errorf("%d sessions", n)
	}
}

// A file may bring a record without a session.
func TestARecordWithoutASessionIsConfirmedAndClosed(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Sessions, p.PhaseMinutes = nil, nil
	d := recordDriver(t, p, screen.Close)
	for field, text := range map[string]string{model.LearnedSomething.String(): "3 of 6", "try next": "lower it twice"} {
		d.does(func() { d.app.goTo(screen.Place{Screen: screen.Close, Postmortem: p.Header.ID, Field: field}) })
		d.kind(text)
		d.press("enter")
	}
	d.does(func() { d.app.command(keymap.ConfirmTimeline) })
	d.press("enter")
	is := d.record()
	if len(is.Sessions) != 1 || len(is.PhaseMinutes) != 7 {
		t.Fatalf("sessions: %+v", is.Sessions)
	}
	if s := is.Sessions[0]; s.TryNext != "lower it twice" || s.HandsAsked == 0 || s.Gate == "" {
		t.Errorf("the session is %+v", s)
	}
}

func TestWritingThePageInCloseEndsTheSitting(t *testing.T) {
	d := meet(t, meetingAt(model.PhaseClose, 4, 5, 19, 8, 6, 14, 1))
	var page string
	d.app.options.WriteFile = func(_ string, b []byte, _ bool) error { page = string(b); return nil }
	d.wait(90 * time.Second)
	d.does(func() { d.app.run(keymap.Preview, "") })
	d.want("2 of 4 min")
	d.press("enter")
	d.want("The clock stands at 0:58. Written:", "0:58 of 1:00 paused")
	for _, want := range []string{"-15:56, Europe/Berlin", "| Close | 4 min | 3 min |"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page[strings.Index(page, "## Meeting record"):])
		}
	}
}

func TestARecordThatWasHeldWithoutAClockShowsNone(t *testing.T) {
	p := meetingAt(model.PhaseTimeline)
	p.Sessions[0].Start, p.Sessions[0].ClockAt = time.Time{}, time.Time{}
	d := recordDriver(t, p, screen.Timeline)
	d.want("0:00 of 1:00", "Esc c starts the clock")
	p.Header.Status = model.StatusPublished
	d = recordDriver(t, p, screen.Timeline)
	if frame := d.text(); strings.Contains(frame, "of 1:00") || strings.Contains(frame, "the clock") {
		t.Errorf("got\n%s", frame)
	}
}

// An undo says in which phase it is seen; another length is seen in all of them.
func TestAPlanIsTakenBackInNoPhase(t *testing.T) {
	d := newDriver(t)
	d.kind("Checkout errors on 12 March")
	d.press("enter", "esc", "l")
	d.kind("45")
	d.press("enter", "u")
	d.want("Taken back: Length set to 45 min")
	if strings.Contains(d.text(), "(in Close)") {
		t.Error("it is seen in Close")
	}
}
