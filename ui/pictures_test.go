package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// TestWritePictures writes the frames that the README and the documents show, with their
// colours, to the folder in DEBRIEF_PICTURES; any terminal that prints one shows the picture.
// They are moments of one meeting of an hour, whose clock runs.
func TestWritePictures(t *testing.T) {
	folder := os.Getenv("DEBRIEF_PICTURES")
	if folder == "" {
		t.Skip("DEBRIEF_PICTURES names no folder")
	}
	spent := []int{4, 2, 12, 15, 6, 5, 4}
	for _, name := range []string{"dark", "light"} {
		for _, size := range [][2]int{{80, 24}, {60, 16}, {140, 40}} {
			var d *driver
			write := func(what string) {
				path := filepath.Join(folder, fmt.Sprintf("%s-%s-%dx%d.ansi", what, name, size[0], size[1]))
				if err := os.WriteFile(path, []byte(d.app.View().Content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			at := func(phase model.Phase, spent ...int) {
				p := meetingAt(phase, spent...)
				if phase == model.PhaseLearning {
					before := beforeGate()
					p.Countermeasures, p.ParkedIdeas = before.Countermeasures, before.ParkedIdeas
					p.Sessions[0].Gate, p.Sessions[0].GateAt = "", before.Sessions[0].GateAt
				}
				d = meet(t, p)
				d.app.options.Glyphs = theme.Lines()
				d.app.options.ReviewsDir = "~/reviews"
				d.app.setTheme(name)
				d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				d.press("esc", "i") // what greets on coming in leaves with the first key
			}
			for _, p := range model.Phases() {
				at(p, spent[:p]...)
				if p == model.PhaseTimeline {
					d.press("down", "down", "down", "down")
					d.kind("14:31 lag back under 5 s, latency normal #obs @ch")
				}
				write(string(screen.OfPhase(p)))
			}

			at(model.PhaseOpen, spent[:1]...)
			d.press("esc", "v")
			write("read-out")
			at(model.PhaseOpen)
			d.does(func() { d.app.command(keymap.Invite) })
			write("invitation")
			d.press("esc", "esc", "g", "0")
			write("home")

			at(model.PhaseTimeline, spent[:3]...)
			d.kind("If we had alerted on replica lag we would have seen it at 13:52")
			d.press("enter")
			write("guard")
			d.press("esc", "ctrl+u", "esc", "v", "down", "down", "down", "down")
			write("lanes")
			d.press("v", "r")
			write("names-off")
			d.press("r", "a")
			write("questions")
			d.press("esc", "i")
			d.kind("14:33 half a sen")
			d.press("esc", "h")
			write("handover")

			at(model.PhaseTimeline, 4, 2, 38)
			write("overrun")
			d.press("esc", "l")
			write("minutes")

			at(model.PhaseDiscretion, spent[:4]...)
			d.press("esc", "v")
			write("known-then")

			at(model.PhaseLearning, spent[:5]...)
			d.press("tab")
			write("gate")
			d.press("esc", "?")
			write("help")
			d.press("esc", "ctrl+k")
			write("commands")

			at(model.PhaseClose, spent...)
			d.does(func() { d.app.run(keymap.Preview, "") })
			write("preview")
		}
	}
}
