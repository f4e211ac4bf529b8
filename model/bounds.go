package model

import (
	"fmt"
	"time"
)

// The years in which every time and every date of a record lies, times as UTC has them. What the
// store and the log keep has four digits for a year, and shown in any zone a time may be a day
// off: so the years at both ends, 1 and 9999, are out of reach. Before 1900 a year is a slip of
// the hand.
const (
	FirstYear = 1900
	LastYear  = 9998
)

// Limits of numbers. No meeting comes near them; a file from elsewhere may.
const (
	// MaxMinutes is the longest session, and the longest phase of one.
	MaxMinutes = MaxHours * 60
	// MaxSeconds is how long a clock can run in one phase: a year, for one that nobody stops.
	MaxSeconds = 366 * 24 * 60 * 60
	// MaxPeople is how many people a count of hands, or the seats of a record, can have.
	MaxPeople = 100_000
)

// InYears tells that t lies from FirstYear to LastYear in UTC. The zero time does not.
func InYears(t time.Time) bool {
	y := t.UTC().Year()
	return y >= FirstYear && y <= LastYear
}

// Years says in words within which years times and dates lie: "the years 1900 to 9998".
func Years() string { return fmt.Sprintf("the years %d to %d", FirstYear, LastYear) }

// instant checks a time: as UTC returns it, in the years, or not given at all.
func (say report) instant(field string, t time.Time) {
	switch {
	case t == time.Time{}:
	case !InYears(t):
		say.of(field, "lies in the year %d; give a time in %s.", t.UTC().Year(), Years())
	case t != UTC(t) && t.Equal(UTC(t)):
		say.of(field, "is not in UTC; give it as %s.", FormatTime(t))
	case t != UTC(t):
		say.of(field, "is finer than a millisecond; give it as %s.", FormatTime(t))
	}
}

// date checks a day: one of the calendar, in the years, or not given at all.
func (say report) date(field string, d Date) {
	switch {
	case d.IsZero():
	case d.Year < FirstYear || d.Year > LastYear:
		say.of(field, "lies in the year %d; give a date in %s.", d.Year, Years())
	case DateOf(d.Time()) != d:
		say.of(field, "is no day of the calendar; give one such as 2026-03-27.")
	}
}

// union is the set of all that the sets hold.
func union[S ~uint8](sets []S) S {
	var all S
	for _, s := range sets {
		all |= s
	}
	return all
}
