package ui

import (
	"fmt"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/model/sample/sampletest"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// benchDriver is a program with a post-mortem of so many events on the timeline.
func benchDriver(b *testing.B, events int) *driver {
	b.Helper()
	t := &testing.T{}
	p := sampletest.Large(events)
	s := openStore(t, filepath.Join(b.TempDir(), "debrief.db"))
	save(t, s, p)
	b.Cleanup(func() { s.Close() })
	return driverOn(t, s, screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID})
}

// A key costs the same however long the record is: read, completion and the whole frame.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, events := range []int{1, 100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			letters := []rune("14:31 lag back under 5 s, latency normal ")
			i := 0
			for b.Loop() {
				if i%len(letters) == 0 {
					d.app.line.Set("")
				}
				d.app.Update(keyPress(string(letters[i%len(letters)])))
				_ = d.app.View().Content
				i++
			}
		})
	}
}

// A step of the mark, with the details that it brings.
func BenchmarkMoveToFrame(b *testing.B) {
	for _, events := range []int{100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			for b.Loop() {
				d.app.Update(keyPress("down"))
				_ = d.app.View().Content
			}
		})
	}
}

// Enter applies the change, sorts the record and draws; saving comes behind the frame.
func BenchmarkEnterToFrame(b *testing.B) {
	for _, events := range []int{100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			for b.Loop() {
				d.app.line.Set(">14:04")
				d.app.Update(keyPress("enter"))
				_ = d.app.View().Content
			}
		})
	}
}

// With names off each change shows the whole record anew, with roles in its texts; a key does not.
func BenchmarkWithNamesOff(b *testing.B) {
	for _, keys := range []string{"x", "enter"} {
		b.Run(keys+"/5000", func(b *testing.B) {
			d := benchDriver(b, 5000)
			d.app.desk.TurnNames()
			d.run(nil)
			for i := 0; b.Loop(); i++ {
				d.app.line.Set(fmt.Sprintf(">14:0%d", i%10))
				d.app.Update(keyPress(keys))
				_ = d.app.View().Content
			}
		})
	}
}

// Opening reads the record, sorts it and draws the first frame.
func BenchmarkOpenToFrame(b *testing.B) {
	for _, events := range []int{100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			id := d.app.desk.ID()
			for b.Loop() {
				d.does(func() { d.app.desk.Open(screen.Place{Screen: screen.Timeline, Postmortem: id}) })
				_ = d.app.View().Content
			}
		})
	}
}

// The first rows of the page of a long record; a command draws them, not a key.
func BenchmarkPreviewToFrame(b *testing.B) {
	for _, events := range []int{100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			for b.Loop() {
				d.does(func() { d.app.run(keymap.Preview, "") })
				_ = d.app.View().Content
				d.app.closePanel()
			}
		})
	}
}

var _ tea.Model = (*App)(nil)
