package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// AddAttendee adds a person. A handle that is not given is derived from the name; one that
// somebody else has is a Problem.
func (ed Editor) AddAttendee(p Postmortem, a Attendee) (Postmortem, ID, error) {
	a.ID, a.Seat, a.Pos = ed.NewID(), nextSeat(p.Attendees), last(p.Attendees, func(r *Attendee) *string { return &r.Pos })
	a.Name, a.Team, a.Handle = tidy(a.Name), tidy(a.Team), cleanHandle(a.Handle)
	if a.Handle == "" {
		a.Handle = HandleFor(a.Name, func(h string) bool { return hasHandle(p, h, "") })
	}
	if a.Name == "" {
		a.Name = nameFor(a.Handle)
	}
	if err := ed.checkAttendee(p, a); err != nil {
		return p, "", err
	}
	p.Attendees = put(p.Attendees, a)
	return p, a.ID, nil
}

// EnsureAttendee returns the person of that handle, with or without its @. One who is not in
// the record yet joins it without a role: a name that falls in any phase is never lost. Who was
// only named is away until somebody says that the person is here, so that hands are counted of
// those in the room.
func (ed Editor) EnsureAttendee(p Postmortem, handle string) (Postmortem, ID, error) {
	handle = cleanHandle(handle)
	if id, ok := byRole(p, handle); ok {
		return p, id, nil
	}
	for _, a := range p.Attendees {
		if strings.EqualFold(a.Handle, handle) {
			return p, a.ID, nil
		}
	}
	return ed.AddAttendee(p, Attendee{Handle: handle, Away: true})
}

// EnsurePerson finds a person as one is typed in a form: "@ana", "ana" or "Ana Silva", by
// handle, name or other name. One who is not in the record yet joins it as with EnsureAttendee.
func (ed Editor) EnsurePerson(p Postmortem, typed string) (Postmortem, ID, error) {
	typed = tidy(typed)
	if strings.HasPrefix(typed, "@") {
		return ed.EnsureAttendee(p, typed)
	}
	if id, ok := byRole(p, typed); ok && len(strings.Fields(typed)) > 1 {
		return p, id, nil
	}
	for _, a := range p.Attendees {
		if strings.EqualFold(a.Name, typed) || strings.EqualFold(a.Handle, typed) ||
			slices.ContainsFunc(a.Other.Words(), func(w string) bool { return strings.EqualFold(w, typed) }) {
			return p, a.ID, nil
		}
	}
	return ed.AddAttendee(p, Attendee{Name: typed, Away: true})
}

// byRole returns the person that a letter or a role stands for, while names are off.
func byRole(p Postmortem, typed string) (ID, bool) {
	if !p.Header.NamesOff {
		return "", false
	}
	return NamesOf(p).Who(typed)
}

// SetAttendee replaces the fields of the person of that id.
func (ed Editor) SetAttendee(p Postmortem, a Attendee) (Postmortem, error) {
	was, ok := find(p.Attendees, a.ID)
	if !ok {
		return p, gone(Attendees, a.ID)
	}
	a.Name, a.Team, a.Handle, a.Pos, a.Seat = tidy(a.Name), tidy(a.Team), cleanHandle(a.Handle), was.Pos, was.Seat
	if err := ed.checkAttendee(p, a); err != nil {
		return p, err
	}
	p.Attendees = put(p.Attendees, a)
	return p, nil
}

// SetRoles sets which kinds of stakeholder the person is.
func (ed Editor) SetRoles(p Postmortem, id ID, roles Roles) (Postmortem, error) {
	return ed.changeAttendee(p, id, func(a *Attendee) { a.Roles = roles })
}

// SetAway says that the person is away, or here.
func (ed Editor) SetAway(p Postmortem, id ID, away bool) (Postmortem, error) {
	return ed.changeAttendee(p, id, func(a *Attendee) { a.Away = away })
}

func (ed Editor) changeAttendee(p Postmortem, id ID, change func(*Attendee)) (Postmortem, error) {
	a, ok := find(p.Attendees, id)
	if !ok {
		return p, gone(Attendees, id)
	}
	change(&a)
	return ed.SetAttendee(p, a)
}

// RemoveAttendee removes a person. Offices, ideas and learnings are kept without the name. A
// person whose words or tasks are in the record is not removed: the Problem says what they are.
func (ed Editor) RemoveAttendee(p Postmortem, id ID) (Postmortem, error) {
	a, ok := find(p.Attendees, id)
	if !ok {
		return p, gone(Attendees, id)
	}
	if owned := ownedBy(p, id); len(owned) > 0 {
		return p, Problem{Field: "Person", Words: fmt.Sprintf("%s has %s here; name another person there first, or mark %s as away.",
			a.Name, listWords(owned), a.Name)}
	}
	next := Without(p, func(r Row) bool { return r.Table() == Attendees && r.Key() == id })
	return next, nil
}

// ownedBy says in words what a person owns or answers for.
func ownedBy(p Postmortem, id ID) []string {
	var words []string
	say := func(n int, one, many string) {
		if n > 0 {
			words = append(words, Count(n, one, many))
		}
	}
	say(countOf(p.Accounts, func(r Account) bool { return r.Attendee == id }), "account", "accounts")
	say(countOf(p.Knowings, func(r Knowing) bool { return r.Attendee == id }), "time of knowing", "times of knowing")
	say(countOf(p.DecisionPoints, func(r DecisionPoint) bool { return r.Attendee == id }), "card", "cards")
	say(countOf(p.CardLines, func(r CardLine) bool { return r.Attendee == id }), "line to teach", "lines to teach")
	say(countOf(p.Countermeasures, func(r Countermeasure) bool { return r.Owner == id }), "countermeasure", "countermeasures")
	say(countOf(p.Evidence, func(r Evidence) bool { return r.Attendee == id }), "piece of evidence", "pieces of evidence")
	return words
}

func countOf[R any](rows []R, is func(R) bool) int {
	n := 0
	for _, r := range rows {
		if is(r) {
			n++
		}
	}
	return n
}

func (ed Editor) checkAttendee(p Postmortem, a Attendee) error {
	if err := ed.check(a); err != nil {
		return err
	}
	if hasHandle(p, a.Handle, a.ID) {
		return duplicateHandle(a.Handle)
	}
	return nil
}

func duplicateHandle(handle string) Problem {
	return Problem{Field: "Handle", Words: fmt.Sprintf("Handle @%s belongs to somebody here already; choose another, such as @%s2.", handle, handle)}
}

func hasHandle(p Postmortem, handle string, but ID) bool {
	return slices.ContainsFunc(p.Attendees, func(a Attendee) bool {
		return a.ID != but && strings.EqualFold(a.Handle, handle)
	})
}

// HandleFor derives a handle from a name: the first name in small letters; with the initial of
// the last name, then with a number, where it is taken.
func HandleFor(name string, taken func(string) bool) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = strings.Map(func(r rune) rune {
			if handleRune(r) {
				return r
			}
			return -1
		}, w)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) == 0 {
		words = []string{"person"}
	}
	first := cutRunes(words[0], maxHandle-8)
	if !taken(first) {
		return first
	}
	if len(words) > 1 {
		r, _ := utf8.DecodeRuneInString(words[len(words)-1])
		if with := first + string(r); !taken(with) {
			return with
		}
	}
	for n := 2; ; n++ {
		if with := fmt.Sprintf("%s%d", first, n); !taken(with) {
			return with
		}
	}
}

const maxHandle = 40 // letters

func handleRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || r == '_' || r == '.'
}

// cleanHandle returns a typed handle as it is kept: without @, in small letters.
func cleanHandle(s string) string {
	return strings.ToLower(strings.TrimPrefix(tidy(s), "@"))
}

// nameFor is the name of a person of whom only the handle is known.
func nameFor(handle string) string {
	r, n := utf8.DecodeRuneInString(handle)
	if n == 0 || r == utf8.RuneError {
		return handle
	}
	return string(unicode.ToUpper(r)) + handle[n:]
}

func cutRunes(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n])
}
