package ui

import (
	"slices"
	"testing"

	"debrief/ui/screen"
)

func TestWhatFollowsAMessageComesBehindWhatItNeeds(t *testing.T) {
	all := sampleDriver(t, screen.Timeline).app.followUps()
	for i, f := range all {
		for _, before := range f.behind {
			named := func(of followUp) bool { return of.name == before }
			if !slices.ContainsFunc(all[:i], named) || slices.ContainsFunc(all[i:], named) {
				t.Errorf("%q comes before %q, which it needs", f.name, before)
			}
		}
	}
}
