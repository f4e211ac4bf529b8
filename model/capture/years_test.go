package capture_test

import (
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/capture"
)

// A time whose moment leaves the years of a record is said while it is typed, whatever the zone.
func TestATimeThatLeavesTheYearsIsSaidInTheReading(t *testing.T) {
	const outside, date = " lies outside the years 1900 to 9998 in UTC: type another year", " lies outside the years 1900 to 9998: "
	for _, c := range []struct{ zone, text, fault string }{
		{"America/New_York", "9999-12-31 23:30 x", "9999-12-31" + date},
		{"America/New_York", "9998-12-31 23:30 x", "9998-12-31 23:30" + outside},
		{"America/New_York", "9998-12-31 18:50-19:10 x", "9998-12-31 18:50-19:10" + outside},
		{"America/New_York", "9998-12-31 18:59 x", ""},
		{"Asia/Tokyo", "0001-01-01 00:10 x", "0001-01-01" + date},
		{"Asia/Tokyo", "1900-01-01 00:10 x", "1900-01-01 00:10" + outside},
		{"Asia/Tokyo", "1900-01-02 00:10 x", ""},
		{"Asia/Tokyo", "0001-01-01T00:10:00+09:00 x", "0001-01-01T00:10:00+09:00" + outside},
		{"Asia/Tokyo", "0001-01-01T00:00:00Z x", "0001-01-01T00:00:00Z" + outside},
		{"Asia/Tokyo", "31 december 9999 23:30 x", "31 december 9999" + date},
		{"Asia/Tokyo", "+9999d x", ""},
		{"Asia/Tokyo", "14:05 (0001-01-01T00:10:00Z) x", "0001-01-01T00:10:00Z" + outside},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		now := time.Date(2026, 3, 12, 14, 0, 0, 0, time.UTC)
		l := capture.Read(c.text, -1, capture.Context{Phase: model.PhaseTimeline, Zone: zone, Now: now, Marked: now})
		got := ""
		if len(l.Faults) > 0 {
			got = l.Faults[0].Words
		}
		if (c.fault == "") != (got == "") || !strings.HasPrefix(got, c.fault) {
			t.Errorf("%s in %s: got %q, want %q", c.text, c.zone, got, c.fault)
		}
	}
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	a := capture.ReadAppointment("9998-12-31 23:30 45", time.Date(2026, 3, 12, 14, 0, 0, 0, time.UTC), zone)
	if !strings.Contains(a.Fault, outside) || !a.At.IsZero() {
		t.Errorf("got %+v", a)
	}
}
