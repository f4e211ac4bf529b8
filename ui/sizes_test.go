package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/ui/screen"
	"debrief/ui/terminaltest"
)

// records are an empty post-mortem, a normal one and an overfull one.
func records() map[string]model.Postmortem {
	empty := model.Postmortem{
		Header:   model.Header{ID: "aaaaaaaaaaaaaaaa", Title: "Empty", Status: model.StatusDraft, Zone: "Europe/Berlin"},
		Incident: model.Incident{ID: "aaaaaaaaaaaaaaaa", Kind: model.Unscheduled},
	}
	full := sampletest.Large(2000)
	return map[string]model.Postmortem{
		"empty":  empty,
		"normal": sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)),
		"full":   full,
	}
}

func phaseScreens() []screen.Name {
	var names []screen.Name
	for _, p := range model.Phases() {
		names = append(names, screen.OfPhase(p))
	}
	return names
}

func TestEveryScreenFitsAtEverySizeInBothThemes(t *testing.T) {
	for kind, p := range records() {
		for _, theme := range []string{"dark", "light", "contrast"} {
			d := recordDriver(t, p, screen.Open)
			d.app.options.Theme = theme
			d.app.setTheme(theme)
			background := terminaltest.Dark
			if theme == "light" {
				background = terminaltest.Light
			}
			for _, name := range append(phaseScreens(), screen.Home) {
				if name == screen.Home {
					d.does(func() { d.app.goHome() })
				} else {
					d.does(func() { d.app.goTo(screen.Place{Screen: name, Postmortem: p.Header.ID}) })
				}
				for _, size := range [][2]int{{60, 16}, {80, 24}, {140, 40}} {
					d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
					for _, keys := range [][]string{{}, {"down", "down", "down"}, {"esc"}, {"enter"}, {"esc", "?"}, {"esc", "ctrl+k"}, {"esc", "esc", "l"}, {"esc", "esc", "i"}} {
						d.press(keys...)
						t.Run(fmt.Sprintf("%s %s %s %dx%d %v", kind, theme, name, size[0], size[1], keys), func(t *testing.T) {
							s := terminaltest.Frame(d.app.View(), size[0], size[1], background)
							s.CheckFits(t)
							s.CheckContrast(t)
							if strings.TrimSpace(s.Row(-1)) == "" {
								t.Error("the footer is empty")
							}
						})
					}
					for len(d.app.panels) > 0 {
						d.press("esc")
					}
				}
			}
		}
	}
}

func TestNoSizeMakesItFall(t *testing.T) {
	for kind, p := range records() {
		d := recordDriver(t, p, screen.Open)
		for _, name := range append(phaseScreens(), screen.Home) {
			d.does(func() { d.app.goTo(screen.Place{Screen: name, Postmortem: p.Header.ID}) })
			for w := 1; w <= 150; w += 1 + w/8 {
				for h := 1; h <= 45; h += 1 + h/8 {
					d.send(tea.WindowSizeMsg{Width: w, Height: h})
					for _, keys := range [][]string{{}, {"pgdown", "pgdown", "up"}, {"ctrl+k"}, {"esc"}} {
						d.press(keys...)
						if rows := strings.Split(d.app.View().Content, "\n"); len(rows) > max(h, 1) {
							t.Fatalf("%s, %s at %dx%d: %d rows", kind, name, w, h, len(rows))
						}
					}
				}
			}
		}
	}
}

func TestALongLineTakesThreeRowsAndMovesNothingElse(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.rows()
	d.kind(strings.Repeat("words that go on and on ", 12))
	after := d.rows()
	if len(after) != 24 {
		t.Fatalf("%d rows, want 24", len(after))
	}
	if strings.Join(before[:12], "\n") != strings.Join(after[:12], "\n") {
		t.Error("the body moved")
	}
	terminaltest.Frame(d.app.View(), 80, 24, terminaltest.Dark).CheckFits(t)
}

// lowerRows are the rows between the body and the keys.
func (d *driver) lowerRows() []string {
	rows := d.rows()
	for i, row := range rows {
		if strings.HasPrefix(row, "  Ask ") {
			return rows[i : len(rows)-1]
		}
	}
	return nil
}

// At 60x16 the end of many a reading was cut, and there it said what Enter does.
func TestInTheNarrowestTerminalTheReadingIsWhole(t *testing.T) {
	lines := []string{"", ">", ">@ben I saw", ">14:05", ">known 14:21 @ana", ">k at once @ben", ">declined because no", ">done when lag",
		">away", ">#aff", "14:31 lag back under 5 s #obs @ch", "14:31 lag back @zed", "!alert @ana", `"we did @ben`,
		"Jo Brandt @jo support #aff", "Kim Sato", "alert on lag @ana by fri", "alert @ana", "alert by fri", "we learned @ana #lu", "what now #qu @ben by fri"}
	forms := map[screen.Name]bool{screen.Attendees: true, screen.Timeline: true, screen.Learning: true, screen.Countermeasures: true}
	for _, name := range phaseScreens() {
		d := sampleDriver(t, name)
		d.send(tea.WindowSizeMsg{Width: 60, Height: 16})
		look := func(what string) {
			t.Helper()
			if f, _ := d.app.field(); f.Key.Field == "condition" {
				return // it lists conditions in people's own words, as many as there are
			}
			terminaltest.Frame(d.app.View(), 60, 16, terminaltest.Dark).CheckFits(t)
			for _, row := range d.lowerRows() {
				if strings.HasSuffix(strings.TrimSpace(row), "»") {
					t.Errorf("%s, %s: %q", name, what, row)
				}
			}
		}
		d.press("esc", "home")
		for range 14 {
			for _, line := range lines {
				d.press("i", "ctrl+u")
				d.kind(line)
				look(line)
			}
			d.press("ctrl+u", "esc")
			if forms[name] {
				d.press("e")
				for range 18 {
					look("form")
					d.press("down")
				}
				d.press("esc")
			}
			d.press("esc", "down")
		}
	}
}
