package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/desk"
	"debrief/ui/screen"
)

func TestATitleMakesAPostmortemAndOpensIt(t *testing.T) {
	d := newDriver(t)
	d.want("no post-mortem yet", "Type a title below")
	d.kind("Checkout errors on 12 March")
	d.want("Enter makes this post-mortem")
	d.press("enter")
	d.want("Checkout errors on 12 March", "[Open]", "saved")
	if p := d.record(); p.Header.Title != "Checkout errors on 12 March" {
		t.Errorf("on disk the title is %q", p.Header.Title)
	}
}

func TestEveryFrameHasTheSameRows(t *testing.T) {
	for _, name := range []screen.Name{screen.Open, screen.Attendees, screen.Timeline, screen.Discretion, screen.Learning, screen.Countermeasures, screen.Close} {
		d := sampleDriver(t, name)
		rows := d.rows()
		if len(rows) != 24 {
			t.Errorf("%s: %d rows", name, len(rows))
		}
		if !strings.Contains(rows[1], "["+name.Phase().Short()+"]") {
			t.Errorf("%s: row 2 is %q", name, rows[1])
		}
		for i, label := range map[int]string{20: "  Ask ", 22: "  Reads "} {
			if !strings.HasPrefix(rows[i], label) {
				t.Errorf("%s: row %d is %q, want it to begin with %q", name, i+1, rows[i], label)
			}
		}
		if !strings.Contains(rows[23], "? help") {
			t.Errorf("%s: the footer is %q", name, rows[23])
		}
	}
}

func TestTheLineIsNotLostWhenTheProgramDies(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("14:31 lag back under 5 s, half a sent")
	d.elapse() // the pause after the first key
	again := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	again.want("14:31 lag back under 5 s, half a sent")
	again.press("enter")
	third := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	if !third.app.line.Empty() {
		t.Errorf("the draft of a recorded line came back: %q", third.app.line.Value())
	}
}

func TestCtrlZTakesBackTypingFirstThenTheRecordedRow(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	n := len(d.record().Events)
	d.kind("15:01 all quiet")
	d.press("enter")
	d.kind("half")
	d.press("ctrl+z")
	if got := d.app.line.Value(); got != "" {
		t.Errorf("after ctrl+z the line holds %q", got)
	}
	d.press("ctrl+z")
	if got := len(d.record().Events); got != n {
		t.Errorf("%d events on disk, want %d", got, n)
	}
	d.press("ctrl+r")
	if got := len(d.record().Events); got != n+1 {
		t.Errorf("%d events after ctrl+r, want %d", got, n+1)
	}
}

func TestTabKeepsThePhaseWhileTheLineHoldsText(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("half a row")
	d.press("tab")
	d.want("[Timeline]", "Enter records the line first")
	for !d.app.line.Empty() {
		d.press("ctrl+z")
	}
	d.press("tab")
	d.want("[Discretion]")
	d.press("shift+tab", "shift+tab")
	d.want("[Attendees]")
}

func TestEscThenLettersAreCommands(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.press("esc", "g")
	d.want("1 Open")
	d.press("6")
	d.want("[Countermeasures]")
	d.press("esc", "q")
	d.want("g 0 is home")
	d.press("g", "0")
	d.want("Home   1 post-mortem")
}

func TestCtrlCTwiceLeavesAfterEverythingIsSaved(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("15:01 half")
	d.press("ctrl+c")
	if d.quit {
		t.Fatal("one ctrl+c left")
	}
	d.want("ctrl+c again leaves")
	d.press("ctrl+c")
	if !d.quit {
		t.Fatal("the second ctrl+c did not leave")
	}
	again := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
	again.want("15:01 half")
}

// Somebody typed half a line, pressed Esc, removed a row with x, and the half line was gone.
func TestACommandLeavesHalfTypedWordsInTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("half typed")
	d.press("esc", "K")
	d.want("half typed")
	d.press("end", "x")
	d.want("Removed", "half typed")
	d.press("u")
	d.want("half typed")
	d.press("i", "enter")
	if d.want("half typed"); !d.app.line.Empty() {
		t.Errorf("Enter leaves %q in the line", d.app.line.Value())
	}
}

func TestAPasteOfSeveralLinesAsksBeforeItRecords(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	n := len(d.record().Events)
	d.send(tea.PasteMsg{Content: "15:01 one\n15:02 two\n15:03 three\n"})
	if got := len(d.record().Events); got != n {
		t.Fatalf("a paste recorded %d rows by itself", got-n)
	}
	d.want("One row each")
	d.press("enter")
	if got := len(d.record().Events); got != n+3 {
		t.Errorf("%d rows recorded, want 3", got-n)
	}
}

func TestAnIdeaIsParkedFromAnyPhaseWithALinkToTheMarkedRow(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	marked := d.app.current().Marked()
	d.kind("!alert on replica lag")
	d.want("Idea", "idea for Countermeasures")
	d.press("enter")
	for _, idea := range d.record().ParkedIdeas {
		if idea.Text == "alert on replica lag" {
			if idea.OfID != marked.ID {
				t.Errorf("the idea hangs on %q, want %q", idea.OfID, marked.ID)
			}
			return
		}
	}
	t.Error("no idea on disk")
}

func TestAClickOnAFooterWordDoesIt(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	at := strings.Index(d.rows()[23], "Tab next phase")
	d.send(tea.MouseClickMsg{X: at + 6, Y: 23, Button: tea.MouseLeft})
	d.want("[Discretion]")
}

func TestAClickMarksTheRowItHits(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.send(tea.MouseClickMsg{X: 20, Y: 6, Button: tea.MouseLeft})
	if row := d.rows()[6]; !strings.HasPrefix(row, "> 14:02") {
		t.Errorf("row 7 is %q, want it marked", row)
	}
}

func TestTheSampleIsOpenedAndLeftWithoutATrace(t *testing.T) {
	dir := t.TempDir()
	d := newDriver(t, func(o *Options) {
		o.Sample = func(ctx context.Context) (desk.Store, model.ID, error) {
			s := openStore(t, filepath.Join(dir, "sample.db"))
			p := sample.Postmortem(o.Now())
			save(t, s, p)
			return s, p.Header.ID, nil
		}
	})
	d.press("enter")
	d.want("[Timeline]", "sample, not kept", "Checkout errors while")
	d.kind("15:01 only a try")
	d.press("enter", "esc", "g", "0")
	d.want("no post-mortem yet")
	d.kind("The real one")
	d.press("enter")
	d.want("The real one", "saved")
}

func TestEnterBeforeTheListIsThereOpensTheFirstPostmortem(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	again := driverHeld(t, d.store)
	again.press("enter")
	again.holds = false
	again.settle()
	for len(again.held) > 0 {
		again.release(0)
	}
	again.want("Checkout errors", "[Timeline]", "saved")
}

// A person zooms a pane of tmux while a list scrolls: the frame that was under way ends with the
// margins of the old height, and what is drawn after it scrolls the first rows away. So the
// margins are taken back, and then all is drawn anew.
func TestAnotherSizeTakesBackTheMarginsOfTheOldOneAndDrawsAnew(t *testing.T) {
	d := newDriver(t)
	answers := func(msg tea.Msg) (all []tea.Msg) {
		_, cmd := d.app.Update(msg)
		for cmds := []tea.Cmd{cmd}; len(cmds) > 0; {
			cmd, cmds = cmds[0], cmds[1:]
			if cmd == nil {
				continue
			}
			switch msg := cmd().(type) {
			case tea.BatchMsg:
				cmds = append(cmds, msg...)
			case nil:
			default:
				all = append(all, msg)
			}
		}
		return all
	}
	for _, height := range []int{24, 16, 16, 40} { // the same again: another was in between
		first := answers(tea.WindowSizeMsg{Width: 80, Height: height})
		if len(first) != 1 || first[0] != tea.Msg(tea.RawMsg{Msg: "\x1b7\x1b[r\x1b8"}) {
			t.Fatalf("at height %d the program asks for %v", height, first)
		}
		if then := answers(first[0]); len(then) != 1 || then[0] != tea.ClearScreen() {
			t.Errorf("at height %d it then asks for %v", height, then)
		}
	}
}

// A person opens yesterday's post-mortem and presses ctrl+z at once, before the log is read.
func TestUndoBeforeTheHistoryIsThereIsDoneWhenItComes(t *testing.T) {
	for _, c := range []struct {
		then func(d *driver)
		want string
	}{
		{func(*driver) {}, "Taken back: Event added"},
		{func(d *driver) { d.kind("14:56 another row"); d.press("enter") }, "something was recorded since"},
	} {
		d := sampleDriver(t, screen.Timeline)
		d.kind("14:55 a row of yesterday")
		d.press("enter")
		before := len(d.record().Events)
		again := newDriverOn(t, d.store, screen.Place{})
		again.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		again.app.desk.Open(screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()})
		_, read := again.app.Update(again.app.takeEffects()())
		again.press("ctrl+z")
		c.then(again)
		again.run(read)
		again.want(c.want)
		if got := len(again.record().Events); c.want == "Taken back: Event added" && got != before-1 {
			t.Errorf("%d events are left, want %d", got, before-1)
		}
	}
}

func TestTheOpeningIsReadOutAndLeftByTab(t *testing.T) {
	d := sampleDriver(t, screen.Open)
	d.press("esc", "v")
	d.want("Welcome, and thank you for coming. This is a post-mortem", "1 of 2", "Enter next page")
	d.press("pgdown")
	d.want("2 of 2", "our signal is: a raised pen")
	d.press("tab")
	d.want("[Attendees]")
	d.press("shift+tab")
	d.want("Facilitator", "Esc v: all of it")
}
