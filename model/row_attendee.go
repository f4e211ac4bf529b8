package model

import (
	"fmt"
	"unicode"
)

// Attendee is a person of the record.
type Attendee struct {
	ID      ID     `json:"id"`
	Handle  string `json:"handle"` // unique in the record, without @
	Name    string `json:"name"`
	Other   List   `json:"other_names,omitzero"`
	Team    string `json:"team,omitzero"`
	Roles   Roles  `json:"roles,omitzero"`
	Away    bool   `json:"away,omitzero"`
	New     bool   `json:"first_time,omitzero"` // is at a post-mortem for the first time
	Private bool   `json:"private,omitzero"`
	Pos     string `json:"pos"`
	// Seat numbers the people in the order in which they came, from 1; it never changes, so that
	// "Responder B" stays the same person while names are off. 0 is not given yet.
	Seat int `json:"seat,omitzero"`
}

// Table returns Attendees.
func (Attendee) Table() Table { return Attendees }

// Key returns the row's id.
func (r Attendee) Key() ID { return r.ID }

// Visit shows v every field.
func (r Attendee) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Attendee) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Text(&r.Handle, Line("Handle").Nameless().Ruled())
	v.Text(&r.Name, Line("Name").Nameless().Needed("type the person's name"))
	v.List(&r.Other, Line("Other names").Nameless())
	v.Text(&r.Team, Line("Team"))
	v.Number(number(&r.Roles), 0, int(union(AllRoles())), Word("Roles").Outside("holds a role that is not known; choose from those listed"))
	v.Flag(&r.Away)
	v.Flag(&r.New)
	v.Private(&r.Private)
	v.Position(&r.Pos)
	v.Number(number(&r.Seat), 0, MaxPeople, Word("Seat"))
}

func (r Attendee) rules(say report) {
	say.handle(r.Handle)
}

// DuplicateHandle is the problem of a handle that somebody has already.
func DuplicateHandle(handle string) Problem {
	return Problem{Field: "Handle", Words: fmt.Sprintf("Handle @%s belongs to somebody here already; choose another, such as @%s2.", handle, handle)}
}

// MaxHandle is how many letters a handle has at most.
const MaxHandle = 40

// HandleRune tells that a handle may hold the letter.
func HandleRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || r == '_' || r == '.'
}
