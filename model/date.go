package model

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar day without a zone: target dates are promises for a day, wherever one is.
// The zero Date means that none was given.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the calendar day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads an ISO date such as 2026-03-27. The empty string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("date %q is not of the form 2026-03-27", s)
	}
	return DateOf(t), nil
}

// IsZero tells that no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the ISO form 2026-03-27, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Time returns midnight of the day in UTC, for arithmetic and weekday names.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Before tells whether d lies before o.
func (d Date) Before(o Date) bool { return d.Time().Before(o.Time()) }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Words returns the form for the screen: "Fri 27 Mar", ten columns at most.
func (d Date) Words() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("Mon _2 Jan")
}

// Said returns the form for a sentence: "Fri 3 Apr".
func (d Date) Said() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("Mon 2 Jan")
}

// MarshalJSON writes the ISO form.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads the ISO form.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	v, err := ParseDate(s)
	if err != nil {
		return err
	}
	*d = v
	return nil
}
