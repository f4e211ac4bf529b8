package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// TestWritePictures writes the frames that the README and the documents show, with their
// colours, to the folder in DEBRIEF_PICTURES; any terminal that prints one shows the picture.
func TestWritePictures(t *testing.T) {
	folder := os.Getenv("DEBRIEF_PICTURES")
	if folder == "" {
		t.Skip("DEBRIEF_PICTURES names no folder")
	}
	for _, name := range []string{"dark", "light"} {
		for _, size := range [][2]int{{80, 24}, {60, 16}, {140, 40}} {
			d := sampleDriver(t, screen.Open)
			d.app.options.Glyphs = theme.Lines()
			d.app.setTheme(name)
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			write := func(what string) {
				path := filepath.Join(folder, fmt.Sprintf("%s-%s-%dx%d.ansi", what, name, size[0], size[1]))
				if err := os.WriteFile(path, []byte(d.app.View().Content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for _, s := range phaseScreens() {
				d.run(d.app.goTo(screen.Place{Screen: s, Postmortem: d.app.session.id()}))
				if s == screen.Timeline {
					for range 4 {
						d.press("down")
					}
					d.kind("14:31 lag back under 5 s, latency normal #obs @ch")
				}
				write(string(s))
				for !d.app.line.Empty() && d.app.line.Changed() {
					d.press("ctrl+z")
				}
			}
			d.press("esc", "g", "3")
			d.kind("If we had alerted on replica lag we would have seen it at 13:52")
			d.press("enter")
			write("guard")
			d.press("esc", "ctrl+u")
			d.press("esc", "g", "1", "esc", "v")
			write("read-out")
			d.press("esc", "g", "3")
			d.kind("14:33 half a sen")
			d.press("esc", "h")
			write("handover")
			d.press("esc", "i", "ctrl+u")
			d.run(d.app.command(keymap.Invite))
			write("invitation")
			d.press("esc")
			d.app.options.ReviewsDir = "~/reviews"
			d.run(d.app.openPreview())
			write("preview")
			d.press("esc", "esc", "g", "0")
			write("home")
		}
	}
}
