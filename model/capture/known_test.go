package capture_test

import (
	"testing"

	"debrief/model"
	"debrief/model/capture"
)

// A facilitator typed that payments learned of it at 14:21, and a person called Payments joined.
func TestATeamThatLearnedOfItIsEachOfItsPeople(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	c.People = capture.NewPeople([]model.Attendee{
		{ID: "ana", Handle: "ana", Name: "Ana Silva", Team: "Payments"},
		{ID: "ben", Handle: "ben", Name: "Ben Okafor", Team: "Payments"},
		{ID: "chao", Handle: "chao", Name: "Chao Lin", Team: "search"},
		{ID: "team", Handle: "search", Name: "Search team"},
		{ID: "sup", Handle: "support-lead", Name: "Mia Berg", Team: "support"},
	})
	for _, line := range []struct{ text, want string }{
		{">known 14:21 @payments", "row known at 2026-03-12 14:21 to @ana @ben"},
		{">k @ben @payments nobody", "row known nobody has said yet to @ben @ana"},
		{">k at once @chao @payments", "row known at once to @chao @ana @ben"},
		{">k 14:21 @search", "row known at 2026-03-12 14:21 to @search"},        // who is called so is meant
		{">k 14:21 @support", "row known at 2026-03-12 14:21 to @support-lead"}, // a handle that begins so, too
		{">k 14:21 @legal", "row known at 2026-03-12 14:21 to @legal(Legal)"},
		{"14:12 Errors rise known 14:21 @payments", "new 'Errors rise' at 2026-03-12 14:12 known at 2026-03-12 14:21 to @ana @ben"},
		{">@payments we saw it rise", "row 'we saw it rise' @payments(Payments)"}, // an account is one person's
	} {
		if got := told(capture.Read(line.text, -1, c), c.Zone); got != line.want {
			t.Errorf("%s: got %q, want %q", line.text, got, line.want)
		}
	}
	l := capture.Read(">k 14:21 @payments", 18, c)
	if got, want := capture.Says(l, c, capture.Around{Row: "14:09"}), "known to @ana Ana Silva and @ben Ben Okafor at 14:21"; got != want {
		t.Errorf("it reads %q, want %q", got, want)
	}
}

func TestWhenSomethingBecameKnownMayBeAnotherDay(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	for _, line := range []struct{ text, want string }{
		{">k 2026-03-13 09:00 @ben", "row known at 2026-03-13 09:00 to @ben"},
		{">k fri 09:00 @ben", "row known at 2026-03-13 09:00 to @ben"},
		{">k ~14:21 @ben", "row known at ~2026-03-12 14:21 to @ben"},
		{">k +12m @ben", "row known at 2026-03-12 14:21 to @ben"},
	} {
		if got := told(capture.Read(line.text, -1, c), c.Zone); got != line.want {
			t.Errorf("%s: got %q, want %q", line.text, got, line.want)
		}
	}
}
