package capture

import (
	"testing"
	"time"
)

func TestALengthIsReadAsPeopleSayIt(t *testing.T) {
	for typed, want := range map[string]int{
		"45": 45, " 45 min ": 45, "45m": 45, "45 minutes": 45, "1 minute": 1, "1h": 60, "1 hour": 60, "2 hours": 120,
		"1h30": 90, "1 h 30 min": 90, "1:30": 90, "0:05": 5, "0": 0,
		"": -1, "soon": -1, "-5": -1, "1:75": -1, "1:5": -1, "4.5": -1, "90s": -1, "1d": -1, "h": -1, "12345": -1, "1h h": -1,
	} {
		got, ok := Length(typed)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: got %d, want %d", typed, got, want)
		}
	}
}

func TestAnAppointmentLiesAhead(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 19, 14, 55, 0, 0, zone) // a Thursday
	for _, c := range []struct {
		typed, want string
		minutes     int
	}{
		{"fri 14:00 45", "Fri 2026-03-20 14:00", 45},
		{"Fri, 14:00, 45 min", "Fri 2026-03-20 14:00", 45},
		{"tomorrow at 9:30am for 1 h 30", "Fri 2026-03-20 09:30", 90},
		{"27 mar 14:00-14:45", "Fri 2026-03-27 14:00", 45},
		{"2026-03-30 10:00", "Mon 2026-03-30 10:00", 0}, // summer time by then
		{"16:00 30", "Thu 2026-03-19 16:00", 30},
		{"14:00 30", "Fri 2026-03-20 14:00", 30},
		{"", appointmentForm, 0},
		{"fri", appointmentForm, 0},
		{"when all are back", appointmentForm, 0},
		{"fri 14:00 soon", appointmentForm, 0},
		{"fri 14:00 0", appointmentForm, 0},
		{"today 14:00", "that lies behind us; " + appointmentForm, 0},
		{"31.2.2027 14:00", "there is no day 31.2.2027: " + dateForms, 0},
		{"fri 25:00", "25:00 is no time of day: hours go from 00 to 23", 0},
	} {
		a := ReadAppointment(c.typed, now, zone)
		got := a.Fault
		if got == "" {
			got = a.At.In(zone).Format("Mon 2006-01-02 15:04")
		}
		if got != c.want || a.Minutes != c.minutes {
			t.Errorf("%q: got %q, %d minutes; want %q, %d", c.typed, got, a.Minutes, c.want, c.minutes)
		}
	}
}
