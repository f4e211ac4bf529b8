package capture_test

import (
	"testing"
	"time"

	"debrief/model"
	"debrief/model/capture"
)

// A facilitator typed "12 mar 23:40" in November and got a row of next year: the year nearest to
// today had been taken, as for a target date.
func TestAnIncidentIsNeverReadAsStillToCome(t *testing.T) {
	zone := berlin(t)
	day := func(y int, m time.Month, d, h int) time.Time { return time.Date(y, m, d, h, 0, 0, 0, zone) }
	november := day(2026, 11, 23, 15)
	for _, x := range []struct {
		text        string
		now, marked time.Time
		want        string
	}{
		{"12 mar 23:40 x", november, time.Time{}, "2026-03-12 23:40"},
		{"23 nov 16:00 x", november, time.Time{}, "2026-11-23 16:00"},
		{"24 nov 16:00 x", november, time.Time{}, "2025-11-24 16:00"},
		{"29 feb 16:00 x", november, time.Time{}, "2024-02-29 16:00"},
		{"24 nov 2026 16:00 x", november, time.Time{}, "2026-11-24 16:00"}, // a game day, tomorrow
		{"25 nov 16:00 x", november, day(2026, 11, 24, 9), "2025-11-25 16:00"},
		{"24 nov 16:00 x", november, day(2026, 11, 24, 9), "2026-11-24 16:00"},
		{"31 dec 23:50 x", day(2026, 1, 20, 9), day(2026, 1, 1, 0), "2025-12-31 23:50"},
		{"1 jan 00:10 x", day(2026, 1, 20, 9), day(2025, 12, 31, 23), "2026-01-01 00:10"},
	} {
		l := capture.Read(x.text, -1, capture.Context{Phase: model.PhaseTimeline, Now: x.now, Zone: zone, Marked: x.marked})
		if got := l.When.Full(zone); got != x.want || l.Text != "x" {
			t.Errorf("%s on %s: got %s %q, want %s", x.text, x.now, got, l.Text, x.want)
		}
	}
}

func TestATargetDateStaysInTheFuture(t *testing.T) {
	c := context(t, model.PhaseCountermeasures)
	c.Now = time.Date(2026, 11, 23, 15, 0, 0, 0, c.Zone)
	if got, want := told(capture.Read(">by 12 mar", -1, c), c.Zone), "row by 2027-03-12"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The timeline showed "Fri 00:03"; the same form, typed, gave a row without a time.
func TestAWeekdayBeforeAClockTimeIsTheNearestOneOfTheTimeline(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{ // the marked row is on Thursday 12 March
		{"Fri 0:21 logins recover", "new 'logins recover' at 2026-03-13 00:21"},
		{"thu 14:31 x", "new 'x' at 2026-03-12 14:31"},
		{"Wednesday 23:50-0:10 x", "new 'x' at 2026-03-11 23:50-00:10"},
		{"sun. 9:00, x", "new 'x' at 2026-03-15 09:00"},
		{"mon 9:00 x", "new 'x' at 2026-03-09 09:00"},
		{"~fri 0:21 x", "new 'x' at ~2026-03-13 00:21"},
		{"fri ~0:21 x", "new 'x' at ~2026-03-13 00:21"},
		{">Fri 0:21", "row at 2026-03-13 00:21"},
		{">known fri 0:21 @ben", "row known at 2026-03-13 00:21 to @ben"},
		{"Fri logins recover", "new 'Fri logins recover'"},
		{"sat on the graph at 14:21", "new 'sat on the graph at 14:21'"},
		{"fri 25:00 x", "new 'x' ! 25:00 is no time of day: hours go from 00 to 23"},
	})
	c := context(t, model.PhaseTimeline)
	c.Marked, c.Day = time.Time{}, model.Date{} // only today, Thursday 19 March, is known
	for text, want := range map[string]string{"thu 9:00 x": "2026-03-19 09:00", "fri 9:00 x": "2026-03-13 09:00", "wed 9:00 x": "2026-03-18 09:00"} {
		if got := capture.Read(text, -1, c).When.Full(c.Zone); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// Enter on a lone \ recorded a row that said "\".
func TestASignAloneSaysNothing(t *testing.T) {
	for _, phase := range []model.Phase{model.PhaseAttendees, model.PhaseTimeline, model.PhaseLearning, model.PhaseCountermeasures} {
		for _, text := range []string{`\`, ` \ `, ">", "!", `"`} {
			if l := capture.Read(text, -1, context(t, phase)); !l.IsEmpty() {
				t.Errorf("%s: %q is read as %+v, want nothing", phase, text, l)
			}
		}
		if l := capture.Read(`\\`, -1, context(t, phase)); phase != model.PhaseAttendees && l.Text != `\\` {
			t.Errorf("%s: two of them are the text %q", phase, l.Text)
		}
	}
}

// "#ops is no kind" listed three letters a kind where the hint of the empty line lists two.
func TestEachShortFormOfAKindMeansIt(t *testing.T) {
	examples(t, model.PhaseLearning, []example{
		{"x #boss", `new 'x' ! #boss is no kind: #su #we #lu #co #qu #si #de; \#boss is text`},
		{"x #de", "new 'x' #defect"},
		{"x #we", "new 'x' #went well"},
	})
	examples(t, model.PhaseTimeline, []example{{"x #di", "new 'x' #diagnosis"}, {"x #ob", "new 'x' #observed"}})
}
