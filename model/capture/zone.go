package capture

import (
	"fmt"
	"time"

	"debrief/model"
)

// wall is a clock time as it was typed, on a day.
type wall struct {
	day     model.Date
	h, m, s int
}

func (w wall) in(loc *time.Location) time.Time {
	return time.Date(w.day.Year, w.day.Month, w.day.Day, w.h, w.m, w.s, 0, loc)
}

func (w wall) String() string {
	if w.s != 0 {
		return fmt.Sprintf("%02d:%02d:%02d", w.h, w.m, w.s)
	}
	return fmt.Sprintf("%02d:%02d", w.h, w.m)
}

// which says in which zone a clock time was meant, where the person said so.
type which struct {
	loc   *time.Location // a fixed offset, or UTC
	later int            // 1 the first, 2 the second of a repeated hour: 02:30a, 02:30b
}

// instant finds when a clock time was in the zone. The words are the fault where daylight saving
// repeats or skips it and nobody has said which is meant.
func (w wall) instant(zone *time.Location, said which) (time.Time, string) {
	if said.loc != nil {
		return w.in(said.loc), ""
	}
	naive := w.in(time.UTC)
	// Offsets a day before and after: no zone changes its clocks twice within two days.
	before, then := naive.Add(-24*time.Hour).In(zone), naive.Add(24*time.Hour).In(zone)
	beforeName, o1 := before.Zone()
	thenName, o2 := then.Zone()
	first := naive.Add(-time.Duration(o1) * time.Second)
	if o1 == o2 {
		return first, ""
	}
	second := naive.Add(-time.Duration(o2) * time.Second)
	firstFits, secondFits := offset(first, zone) == o1, offset(second, zone) == o2
	switch {
	case firstFits && secondFits && said.later == 1:
		return first, ""
	case firstFits && secondFits && said.later == 2:
		return second, ""
	case firstFits && secondFits:
		return first, fmt.Sprintf("%s came twice on %s: type %s %s (first) or %s %s",
			w, w.day.Words(), w, label(beforeName, o1), w, label(thenName, o2))
	case firstFits:
		return first, ""
	case secondFits:
		return second, ""
	}
	return first, fmt.Sprintf("the clocks skipped %s on %s: type %s, or %s before it",
		w, w.day.Words(), first.In(zone).Format("15:04"), second.In(zone).Format("15:04"))
}

// twice tells whether the clock time comes twice in the zone, so that a letter may tell which.
func (w wall) twice(zone *time.Location) bool {
	_, o1 := w.in(time.UTC).Add(-24 * time.Hour).In(zone).Zone()
	_, o2 := w.in(time.UTC).Add(24 * time.Hour).In(zone).Zone()
	if o1 == o2 {
		return false
	}
	naive := w.in(time.UTC)
	return offset(naive.Add(-time.Duration(o1)*time.Second), zone) == o1 &&
		offset(naive.Add(-time.Duration(o2)*time.Second), zone) == o2
}

func offset(t time.Time, zone *time.Location) int {
	_, o := t.In(zone).Zone()
	return o
}

// label is how an offset is typed: its name where it has one, else +0200.
func label(name string, seconds int) string {
	if name != "" && name[0] != '+' && name[0] != '-' {
		return name
	}
	return offsetText(seconds)
}

func offsetText(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	return fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds%3600/60)
}

// parseOffset reads +0200, +02:00 and +02.
func parseOffset(s string) (*time.Location, bool) {
	if len(s) < 3 || s[0] != '+' && s[0] != '-' {
		return nil, false
	}
	h, m := number(s[1:3]), 0
	switch {
	case len(s) == 5:
		m = number(s[3:5])
	case len(s) == 6 && s[3] == ':':
		m = number(s[4:6])
	case len(s) != 3:
		return nil, false
	}
	if h < 0 || h > 14 || m < 0 || m > 59 {
		return nil, false
	}
	seconds := h*3600 + m*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds), true
}

// saidZone reads the word after a clock time as a zone: UTC, GMT, or a name or offset that the
// record's zone has around that day. Any other word, +1000 too, belongs to the sentence.
func saidZone(s string, day model.Date, zone *time.Location) (*time.Location, bool) {
	if s == "UTC" || s == "GMT" {
		return time.UTC, true
	}
	loc, numeric := parseOffset(s)
	if !numeric && (len(s) < 2 || len(s) > 5 || s[0] < 'A' || s[0] > 'Z') {
		return nil, false
	}
	if numeric && len(s) == 3 {
		return nil, false // "+02" may well be a count
	}
	noon := wall{day: day, h: 12}.in(time.UTC)
	for _, months := range [4]int{0, 3, 6, 9} { // some lie in summer, some in winter
		name, seconds := noon.AddDate(0, months, 0).In(zone).Zone()
		if numeric && offset(noon, loc) == seconds {
			return loc, true
		}
		if !numeric && name == s {
			return time.FixedZone(name, seconds), true
		}
	}
	return nil, false
}
