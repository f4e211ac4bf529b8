// Package meeting has the rules of the hour, read from a record: the agenda and its clock, what a phase
// lacks, whether the room agrees on the timeline, what was known when, who saw what, and what comes back.
package meeting

import (
	"cmp"
	"slices"
)

// Agenda returns how many of the meeting's minutes each of the seven phases is given. The hour
// is 4, 2, 21, 9, 6, 14, 4: timeline and discretionary space after Etsy's meetings, and a
// protected block for countermeasures, as The DevOps Handbook asks. Other lengths share it out
// by largest remainder, so that the parts always make the whole.
func Agenda(minutes int) []int {
	hour := []int{4, 2, 21, 9, 6, 14, 4}
	minutes = max(minutes, 0)
	shares, rest := make([]int, len(hour)), make([]int, len(hour))
	left := minutes
	for i, m := range hour {
		shares[i], rest[i] = m*minutes/60, m*minutes%60
		left -= shares[i]
	}
	order := []int{0, 1, 2, 3, 4, 5, 6}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares
}

// FirstLength is how many minutes a meeting takes that nobody has planned.
const FirstLength = 60
