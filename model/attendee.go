package model

import "strings"

// FirstName is how a person is called among others: the name up to its first space.
func (a Attendee) FirstName() string {
	first, _, _ := strings.Cut(a.Name, " ")
	return first
}
