package model

import (
	"cmp"
	"slices"
	"strconv"
)

// SeatsOf returns the number of each person. Most have one from when they came; people of a
// record that was made before there were seats take the smallest free ones, in the order of the
// list, so that what is shown now is what they are given later.
func SeatsOf(people []Attendee) map[ID]int {
	seats, taken := make(map[ID]int, len(people)), make(map[int]bool, len(people))
	for _, a := range people {
		if a.Seat > 0 {
			seats[a.ID], taken[a.Seat] = a.Seat, true
		}
	}
	if len(seats) == len(people) {
		return seats
	}
	free := 1
	for _, a := range ByPosition(people, func(r Attendee) string { return r.Pos }) {
		if a.Seat > 0 {
			continue
		}
		for taken[free] {
			free++
		}
		seats[a.ID], taken[free] = free, true
	}
	return seats
}

// NextSeat is the number of the next person. It leaves room for people who have none yet. Where
// a record from elsewhere has given the last number away, it is the next that nobody has.
func NextSeat(people []Attendee) int {
	seat := len(people)
	taken := make(map[int]bool, len(people))
	for _, a := range people {
		seat, taken[a.Seat] = max(seat, a.Seat), true
	}
	if seat++; seat > MaxPeople {
		for seat = len(people) + 1; taken[seat]; {
			seat++
		}
	}
	return seat
}

// LettersOf returns the letter of each person. Two windows may have given one seat to two people
// at the same moment; the second of them, by id, is "B2".
func LettersOf(people []Attendee) map[ID]string {
	seats := SeatsOf(people)
	by := slices.Clone(people)
	slices.SortFunc(by, func(a, b Attendee) int {
		return cmp.Or(cmp.Compare(seats[a.ID], seats[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	letters := make(map[ID]string, len(people))
	last, twins := 0, 1
	for _, a := range by {
		letter := letter(seats[a.ID])
		if twins++; seats[a.ID] != last {
			last, twins = seats[a.ID], 1
		}
		if twins > 1 {
			letter += strconv.Itoa(twins)
		}
		letters[a.ID] = letter
	}
	return letters
}

// letter counts A to Z, then AA, AB and so on, from 1.
func letter(seat int) string {
	var b []byte
	for ; seat > 0; seat = (seat - 1) / 26 {
		b = append(b, 'A'+byte((seat-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}
