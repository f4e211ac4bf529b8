package model

import (
	"strings"
	"time"
)

// Moment is when something happened, as precisely as people know it. The zero Moment is
// "no time given".
//
// At and End are in UTC with millisecond precision (see UTC); Zone is the IANA name of the
// zone in which the time was said, Typed what the person typed, kept because a later reader
// may understand it better than we did.
type Moment struct {
	At    time.Time `json:"at,omitzero"`
	End   time.Time `json:"end,omitzero"`   // end of a stretch such as 14:12-14:18
	About bool      `json:"about,omitzero"` // said as "about": ~14:25
	Typed string    `json:"typed,omitzero"`
	Zone  string    `json:"zone,omitzero"`
}

// UTC returns t as the record keeps times: in UTC, whole milliseconds, no monotonic reading,
// so that equal times are equal with ==.
func UTC(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return time.UnixMilli(t.UnixMilli()).UTC()
}

// TimeLayout is how times stand in the store and sort as text: fixed width, UTC, milliseconds.
const TimeLayout = "2006-01-02T15:04:05.000Z"

// FormatTime returns t in TimeLayout, "" for the zero time.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(TimeLayout)
}

// ParseTime reads TimeLayout; "" is the zero time.
func ParseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(TimeLayout, s)
	return UTC(t), err
}

// IsZero tells that no time was given.
func (m Moment) IsZero() bool { return m.At.IsZero() }

// Clock returns the time of day for a list, in the given location: "14:09", "~14:25" or
// "14:12-14:18"; seconds appear only where they were given. It is "" for the zero Moment.
func (m Moment) Clock(in *time.Location) string {
	if m.IsZero() {
		return ""
	}
	var b strings.Builder
	if m.About {
		b.WriteByte('~')
	}
	b.WriteString(clock(m.At.In(in)))
	if !m.End.IsZero() {
		b.WriteByte('-')
		b.WriteString(clock(m.End.In(in)))
	}
	return b.String()
}

// ClockBeside returns Clock for a place beside another time, with the day before it where it is
// another one: "Fri 09:00", or "20 Mar 09:00" where the weekday alone may be read as another week's.
func (m Moment) ClockBeside(other time.Time, in *time.Location) string {
	clock := m.Clock(in)
	if m.IsZero() || other.IsZero() {
		return clock
	}
	day, beside := DateOf(m.At.In(in)), DateOf(other.In(in))
	switch {
	case day == beside:
		return clock
	case beside.AddDays(-7).Before(day) && day.Before(beside.AddDays(7)):
		return day.Time().Format("Mon ") + clock
	}
	return day.Time().Format("2 Jan ") + clock
}

// Full returns date and time of day, "2026-03-12 14:09", for forms and exports.
func (m Moment) Full(in *time.Location) string {
	if m.IsZero() {
		return ""
	}
	s := DateOf(m.At.In(in)).String() + " " + m.Clock(in)
	if m.About {
		s = "~" + strings.Replace(s, "~", "", 1)
	}
	return s
}

func clock(t time.Time) string {
	if t.Second() == 0 {
		return t.Format("15:04")
	}
	return t.Format("15:04:05")
}
