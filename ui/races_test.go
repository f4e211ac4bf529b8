package ui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"debrief/model"
	"debrief/storage"
	"debrief/ui/desk"
	"debrief/ui/screen"
)

// Keys go on while saves and readings are under way, and their answers come in any order. Nothing
// that was typed may be lost, and the log must lead to what the tables hold.
func TestTwoWindowsInAnyOrderLoseNothing(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	for seed := range rounds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(seed), 7))
			one, two := twoWindows(t)
			windows := []*driver{one, two}
			for _, d := range windows {
				d.holds = true
			}
			var words []string
			met := 0
			for i := range 60 {
				d := windows[r.IntN(2)]
				word := fmt.Sprintf("w%dx%d", seed, i)
				typed := func(line string) {
					d.press("i")
					for !d.app.line.Empty() {
						d.press("ctrl+u")
					}
					d.kind(line)
					d.press("enter")
					if d.app.line.Empty() {
						words = append(words, word)
					}
				}
				mark := func() {
					d.press("esc", "home")
					for range r.IntN(8) {
						d.press("down")
					}
				}
				if len(d.app.panels) > 0 {
					met++
					for range r.IntN(3) {
						d.press("down")
					}
					d.press("enter")
					if d.app.ownsLine() {
						d.press("esc", "esc") // a path for a copy was asked for
					}
					continue
				}
				switch r.IntN(8) {
				case 0, 1:
					typed(fmt.Sprintf("14:%02d %s", i, word))
				case 2:
					mark()
					typed(fmt.Sprintf(">@zoe %s", word))
				case 3:
					mark()
					typed(fmt.Sprintf(">14:%02d", i))
					words = dropLast(words, word)
				case 4:
					mark()
					d.press("x")
				case 5:
					d.press("esc", "u")
				case 6:
					d.press("esc", "U")
				case 7:
					d.send(desk.WatchTick{})
				}
				for range r.IntN(4) {
					w := windows[r.IntN(2)]
					if len(w.held) > 0 {
						w.release(r.IntN(len(w.held)))
					}
				}
			}
			for _, d := range windows {
				d.holds = false
				for range 100 {
					d.settle()
					if !d.conflict() {
						break
					}
					for len(d.app.panels) > 0 && d.conflict() {
						d.press("enter")
						if d.app.ownsLine() {
							d.press("esc", "esc")
						}
					}
					if d.conflict() && len(d.app.panels) == 0 {
						d.app.openUnsaved(false)
					}
				}
				if d.conflict() {
					t.Fatalf("a conflict cannot be settled:\n%s", d.text())
				}
			}
			t.Logf("%d words, %d entries, %d conflicts met", len(words), one.app.desk.Seq, met)
			sound(t, one, words)
		})
	}
}

func dropLast(words []string, word string) []string {
	if n := len(words); n > 0 && words[n-1] == word {
		return words[:n-1]
	}
	return words
}

// sound checks that log and tables agree, that the record passes its own rules, and that every
// word that was recorded stands in the log or in a draft.
func sound(t *testing.T, d *driver, words []string) {
	t.Helper()
	s, id := d.store.(*storage.Store), d.app.desk.ID()
	p, _, err := s.Read(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range model.Check(p) {
		t.Errorf("the record breaks a rule: %v", problem)
	}
	h, err := s.Health(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range h.Damage {
		t.Errorf("doctor says: %v", damage)
	}
	entries, err := s.History(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	for _, e := range entries {
		for _, r := range e.Change.Rows {
			if r.After != nil {
				fmt.Fprintf(&log, "%+v\n", r.After)
			}
		}
	}
	for _, w := range words {
		if !strings.Contains(log.String(), w) {
			t.Errorf("%q was recorded and stands nowhere in the log", w)
		}
	}
}

// A person chooses another post-mortem while a change of the first is on its way.
func TestAnotherRecordIsOpenedOnlyWhenNothingWaits(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	first := d.app.desk.ID()
	d.press("esc", "g", "0")
	d.kind("Second one")
	d.press("enter")
	second := d.app.desk.ID()
	d.press("esc", "g", "3", "i")
	d.holds = true
	d.kind("10:00 typed just before leaving")
	d.press("enter")
	d.does(func() { d.app.desk.Open(screen.Place{Screen: screen.Timeline, Postmortem: first}) })
	if d.app.desk.ID() != second {
		t.Fatal("the record was left while its change was on the way")
	}
	d.holds = false
	d.settle()
	if d.app.desk.ID() != first {
		t.Fatal("the other record did not open once everything was on disk")
	}
	p, _, err := d.store.Read(context.Background(), second)
	if err != nil || len(p.Events) != 1 {
		t.Errorf("on disk %d events (%v), want the one that was typed", len(p.Events), err)
	}
}

func TestAConflictOutlivesTheProgram(t *testing.T) {
	one, two := twoWindows(t)
	one.retime("13:41")
	two.retime("13:42")
	two.want("NOT SAVED (1)")
	two.send(Terminate{Code: 143})
	two.elapse()
	if !two.quit {
		t.Fatal("the program stays after a signal")
	}
	again := driverOn(t, two.store, screen.Place{Screen: screen.Timeline, Postmortem: two.app.desk.ID()})
	again.want("13:42", "another window's change stood against")
}

func TestWordsWhosePlaceIsGoneBecomeANote(t *testing.T) {
	one, two := twoWindows(t)
	one.press("esc", "home", "x")
	two.press("esc", "home", "i")
	two.kind(">@ana I saw the rebuild start")
	two.press("enter")
	two.want("NOT SAVED (1)", "was removed")
	two.press("down", "enter")
	for _, n := range two.record().Notes {
		if strings.Contains(n.Text, "I saw the rebuild start") {
			return
		}
	}
	t.Errorf("no note holds the words: %+v", two.record().Notes)
}

func TestAPrivateRowIsNotDrawnInAConflict(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.Index.Events[0].ID
	hide := &screen.Edit{Label: "hidden", Make: func(p model.Postmortem) (model.Postmortem, error) {
		for i, e := range p.Events {
			if e.ID == id {
				p.Events = append([]model.Event(nil), p.Events...)
				p.Events[i].Private, p.Events[i].What = true, "a secret of the facilitator"
			}
		}
		return p, nil
	}}
	one.app.edit(hide, nil, nil)
	one.run(nil)
	two.retime("13:42")
	two.want("NOT SAVED (1)", "a private row")
	if strings.Contains(two.text(), "a secret of the facilitator") {
		t.Error("the private row is on the shared screen")
	}
}
