package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/gate"
	"debrief/ui/preview"
	"debrief/ui/screen"
	"debrief/ui/terminaltest"
)

// beforeGate is the sample in its first forty minutes: nothing is decided, and the room was not
// asked about the timeline.
func beforeGate() model.Postmortem {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Countermeasures = nil
	p.ParkedIdeas = slices.DeleteFunc(slices.Clone(p.ParkedIdeas), func(i model.ParkedIdea) bool { return i.State != model.Waiting })
	p.Sessions[0].Gate, p.Sessions[0].GateAt = "", time.Time{}
	p.Header.Phase = model.PhaseLearning
	return p
}

func (d *driver) gate() model.Session {
	d.t.Helper()
	return d.record().Sessions[0]
}

func TestTabAndEnterConfirmTheTimeline(t *testing.T) {
	d := recordDriver(t, beforeGate(), screen.Learning)
	keys := d.keys
	d.press("tab")
	d.want("[Learning]", "-- Before Countermeasures: does the room agree on the timeline? --", "10 rows, 1 without an account. Read out",
		"Is anything missing?  Was it different for you?", "> Confirmed     the room agrees; noted with the time, 0:57",
		"Ask       Are we agreed enough to move on?", "Enter do it", "Esc not yet")
	d.press("enter")
	if got := d.keys - keys; got != 2 {
		t.Errorf("%d keys", got)
	}
	d.want("[Countermeasures]", "timeline confirmed by the room, 0:57", "timeline confirmed 0:57")
	if s := d.gate(); s.Gate != model.GateConfirmed || s.GateAt != model.UTC(d.now) {
		t.Errorf("noted was %s at %s", s.Gate, s.GateAt)
	}
	if strings.Contains(string(preview.Markdown(d.app.frame(), d.app.desk.Record)), "not confirmed") {
		t.Error("the page says that it is not confirmed")
	}
	d.press("shift+tab", "tab")
	d.want("[Countermeasures]") // asked once
	d.press("ctrl+z")
	if d.gate().Gate != model.GateConfirmed {
		t.Error("undo took the room's answer back")
	}
}

func TestEveryWayToCountermeasuresPassesTheGate(t *testing.T) {
	id := beforeGate().Header.ID
	for name, go_ := range map[string]func(*driver){
		"g 6":          func(d *driver) { d.press("esc", "g", "6") },
		"from Close":   func(d *driver) { d.press("esc", "g", "7", "shift+tab") },
		"all commands": func(d *driver) { d.press("ctrl+k"); d.kind("countermeasures"); d.press("enter") },
		"help":         func(d *driver) { d.press("?"); d.kind("go to Countermeasures"); d.press("enter") },
		"what is missing": func(d *driver) {
			d.press("esc", "g", "7", "esc", "/")
			d.kind("a countermeasure")
			d.rows()
			d.press("esc", "i", "enter")
		},
		"a link": func(d *driver) {
			d.does(func() { d.app.goTo(screen.Place{Screen: screen.Countermeasures, Postmortem: id, Row: "x"}) })
		},
	} {
		d := recordDriver(t, beforeGate(), screen.Timeline)
		go_(d)
		if !atGate(d.app) {
			t.Errorf("%s leads to Countermeasures unasked:\n%s", name, d.text())
			continue
		}
		d.press("enter")
		d.want("[Countermeasures]")
	}
	d := recordDriver(t, beforeGate(), screen.Timeline)
	keys := d.keys
	d.press("esc", "g", "6", "enter")
	if d.want("[Countermeasures]"); d.keys-keys != 4 {
		t.Errorf("from elsewhere it takes %d keys", d.keys-keys)
	}
	t.Run("opening", func(t *testing.T) {
		p := beforeGate()
		p.Header.Phase = model.PhaseCountermeasures
		d := recordDriver(t, p, screen.Home)
		d.want("[Timeline]", "does the room agree on the timeline?")
		d.press("enter")
		d.want("[Countermeasures]")
	})
}

func TestNotYetLeadsBackToTheTimelineAndIsAskedAgain(t *testing.T) {
	for _, answer := range [][]string{{"down", "enter"}, {"esc"}} {
		d := recordDriver(t, beforeGate(), screen.Learning)
		d.press("tab")
		d.press(answer...)
		d.want("[Timeline]", "back to the timeline")
		if s := d.gate(); s.Gate != "" {
			t.Errorf("%v: noted was %q", answer, s.Gate)
		}
		d.press("esc", "g", "6")
		d.want("does the room agree on the timeline?")
	}
}

func TestTheQuestionThatWasAskedForIsLeftWithEsc(t *testing.T) {
	d := recordDriver(t, beforeGate(), screen.Attendees)
	d.press("ctrl+k")
	d.kind("timeline confirmed")
	d.press("enter")
	d.want("-- Does the room agree on the timeline? --", "Esc close")
	d.press("esc")
	d.want("[Attendees]")
	d.press("ctrl+k")
	d.kind("timeline confirmed")
	d.press("enter", "enter")
	d.want("[Attendees]", "timeline confirmed by the room, 0:57")
	d.press("esc", "g", "6")
	d.want("[Countermeasures]") // it is noted already
}

func TestGoOnOpensAllTheSameAndThePageSaysSo(t *testing.T) {
	d := recordDriver(t, beforeGate(), screen.Learning)
	d.press("tab", "down", "down", "enter")
	d.want("[Countermeasures]", "timeline not confirmed")
	if d.gate().Gate != model.GateGoOn || !strings.Contains(string(preview.Markdown(d.app.frame(), d.app.desk.Record)), "This timeline is not confirmed by the room.") {
		t.Errorf("noted was %q", d.gate().Gate)
	}
	d.press("ctrl+k")
	d.kind("timeline confirmed")
	d.press("enter")
	d.want("> Confirmed", "[Countermeasures]")
	d.press("enter")
	d.want("[Countermeasures]", "timeline confirmed 0:57")
	if strings.Contains(string(preview.Markdown(d.app.frame(), d.app.desk.Record)), "not confirmed") {
		t.Error("the page does not know of the second answer")
	}
}

func TestTheGateIgnoresKeysTypedAheadAndCharacters(t *testing.T) {
	d := recordDriver(t, beforeGate(), screen.Learning)
	d.press("tab")
	for _, key := range []string{"enter", "enter", "down", "esc"} {
		d.send(keyPress(key)) // within 300 ms
	}
	d.want("> Confirmed")
	d.now = d.now.Add(time.Second)
	d.kind("yes we do")
	d.want("> Confirmed", "does the room agree")
	if !d.app.line.Empty() {
		t.Errorf("the line holds %q", d.app.line.Value())
	}
}

func TestAHalfTypedLineWaitsWhileTheRoomIsAsked(t *testing.T) {
	for _, answer := range [][]string{{"enter"}, {"down", "enter"}, {"down", "down", "enter"}} {
		d := recordDriver(t, beforeGate(), screen.Learning)
		d.kind("we would have looked") // the guard has a question about it, but not now
		d.press("esc", "g", "6")
		d.want("Ask       Are we agreed enough to move on?")
		d.press(answer...)
		d.press("esc", "g", "5")
		d.want("[Learning]", "we would have looked")
	}
}

func TestALaterChangeOfTheTimelineIsSaid(t *testing.T) {
	d := recordDriver(t, beforeGate(), screen.Learning)
	d.press("tab", "enter")
	d.want("timeline confirmed 0:57")
	d.press("esc", "g", "3")
	d.kind("14:50 all quiet")
	d.press("enter", "esc", "g", "6")
	d.want("[Countermeasures]", "timeline changed since 0:57")
	again := driverOn(t, d.store, screen.Place{Postmortem: d.app.desk.ID()})
	again.want("[Countermeasures]", "timeline changed since 0:57")
	again.press("ctrl+z")
	again.want("timeline confirmed 0:57")
	d.app.desk.History = nil // not read yet
	d.want("timeline confirmed 0:57")
}

func TestAnEarlierDayIsNamed(t *testing.T) {
	d := recordDriver(t, beforeGate(), screen.Learning)
	d.press("tab", "enter")
	d.now = d.now.Add(24 * time.Hour)
	d.want("timeline confirmed Thu 19 Mar")
	p := beforeGate()
	p.Sessions[0].Start = time.Time{}
	d = recordDriver(t, p, screen.Learning)
	d.press("tab")
	d.want("noted with the time, 15:55") // without a clock, in the zone of the record
}

// What was held, or came with countermeasures and no answer, is not asked about the next day.
func TestAMeetingThatIsOverIsNotAskedAgain(t *testing.T) {
	held := beforeGate()
	held.Header.Status = model.StatusHeld
	old := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	old.Sessions[0].Gate = ""
	for _, p := range []model.Postmortem{held, old} {
		p.Header.Phase = model.PhaseCountermeasures
		d := recordDriver(t, p, screen.Home)
		d.want("[Countermeasures]")
		if strings.Contains(d.rows()[2], "timeline") {
			t.Errorf("row 3 says %q", d.rows()[2])
		}
	}
}

func TestTheAnswerOfAnotherWindowClosesTheGate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	a, b := openStore(t, path), openStore(t, path)
	p := beforeGate()
	save(t, a, p)
	at := screen.Place{Screen: screen.Learning, Postmortem: p.Header.ID}
	one, two := driverOn(t, a, at), driverOn(t, b, at)
	one.press("tab")
	two.press("tab", "enter")
	two.want("[Countermeasures]")
	one.elapse()
	one.settle()
	if atGate(one.app) {
		t.Fatalf("it is still asked:\n%s", one.text())
	}
	one.press("tab")
	one.want("[Countermeasures]", "timeline confirmed 0:57")
}

func TestTheGateFitsAtEverySize(t *testing.T) {
	for _, theme := range []string{"dark", "light", "contrast"} {
		background := terminaltest.Dark
		if theme == "light" {
			background = terminaltest.Light
		}
		d := recordDriver(t, beforeGate(), screen.Learning)
		d.app.setTheme(theme)
		d.press("tab")
		for _, size := range [][2]int{{60, 16}, {80, 24}, {140, 40}} {
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			for range 3 {
				s := terminaltest.Frame(d.app.View(), size[0], size[1], background)
				s.CheckFits(t)
				s.CheckContrast(t)
				d.want("Is anything missing?", "Is anything still unsaid?", "Confirmed", "Not yet", "Go on")
				d.press("down")
			}
			d.press("pgup")
		}
	}
}

// laterSitting is a store on which the room agreed on the timeline, changed it, and met again.
func laterSitting(t *testing.T) *driver {
	t.Helper()
	d := recordDriver(t, beforeGate(), screen.Learning)
	d.press("tab", "enter", "esc", "g", "3")
	d.kind("14:50 all quiet")
	d.press("enter", "esc", "g", "6")
	d.want("timeline changed since 0:57")
	d.now = d.now.Add(24 * time.Hour)
	d.press("ctrl+k")
	d.kind("next session")
	d.press("enter")
	d.elapse()
	d.settle()
	return d
}

func TestTheRoomIsAskedOnceTheHistoryTellsThatTheTimelineChanged(t *testing.T) {
	d := laterSitting(t)
	at := screen.Place{Screen: screen.Countermeasures, Postmortem: d.app.desk.ID()}
	open := func() *driver {
		t.Helper()
		again := newDriverOn(t, d.store, at)
		again.now, again.ids, again.holds = d.now.Add(time.Minute), 5000, true
		again.run(again.app.Init())
		again.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		for again.app.desk.Sheet == nil {
			again.release(0)
		}
		again.want("[Countermeasures]")
		return again
	}
	again := open()
	again.settle()
	again.want("[Timeline]", "does the room agree on the timeline?")
	again.holds = false
	again.press("enter")
	again.want("[Countermeasures]", "timeline confirmed by the room")

	d = laterSitting(t)
	at.Postmortem = d.app.desk.ID()
	typed := open()
	typed.kind("raise the pool")
	typed.settle()
	if atGate(typed.app) {
		t.Errorf("the question covers what is typed:\n%s", typed.text())
	}
	typed.want("[Countermeasures]", "raise the pool")
	moved := open()
	moved.press("esc", "g", "7")
	moved.settle()
	if atGate(moved.app) {
		t.Errorf("the room is asked elsewhere:\n%s", moved.text())
	}
}

// atGate tells that the gate is in front.
func atGate(a *App) bool {
	_, open := a.front().(*gate.Panel)
	return open
}
