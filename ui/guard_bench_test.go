package ui

import (
	"fmt"
	"testing"
)

// A key in a line with words that the guard marks: it is looked through once a key, however long
// the record is.
func BenchmarkGuardedKeyToFrame(b *testing.B) {
	for _, events := range []int{1, 100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			letters := []rune("14:31 If we had looked at the graph, Ana would have seen that the replica lag was high ")
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

// Enter looks through what it records, stops it, and opens the panel.
func BenchmarkStopToFrame(b *testing.B) {
	for _, events := range []int{100, 5000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			d := benchDriver(b, events)
			for b.Loop() {
				d.app.line.Set("If we had alerted on replica lag we would have seen it")
				d.app.Update(keyPress("enter"))
				_ = d.app.View().Content
				d.app.closePanel()
			}
		})
	}
}
