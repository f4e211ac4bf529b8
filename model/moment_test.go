package model

import (
	"testing"
	"time"
)

func TestATimeBesideOneOfAnotherDayNamesItsDay(t *testing.T) {
	zone := time.FixedZone("Europe/Berlin", 3600)
	beside := time.Date(2026, 3, 12, 23, 50, 0, 0, zone)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 3, 12, 14, 21, 0, 0, zone), "~14:21"},
		{time.Date(2026, 3, 13, 0, 10, 0, 0, zone), "Fri ~00:10"},
		{time.Date(2026, 3, 6, 9, 0, 0, 0, zone), "Fri ~09:00"},
		{time.Date(2026, 3, 18, 9, 0, 0, 0, zone), "Wed ~09:00"},
		{time.Date(2026, 3, 19, 9, 0, 0, 0, zone), "19 Mar ~09:00"},
		{time.Date(2026, 3, 5, 9, 0, 0, 0, zone), "5 Mar ~09:00"},
		{time.Time{}, ""},
	} {
		if got := (Moment{At: c.at, About: true}).ClockBeside(beside, zone); got != c.want {
			t.Errorf("%v: got %q, want %q", c.at, got, c.want)
		}
	}
	if got := (Moment{At: beside}).ClockBeside(time.Time{}, zone); got != "23:50" {
		t.Errorf("beside no time: got %q", got)
	}
}
