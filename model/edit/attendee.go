package edit

import (
	"cmp"
	"debrief/model"
	"debrief/model/names"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// AddAttendee adds a person. A handle that is not given is derived from the name; one that
// somebody else has is a Problem.
func (ed Editor) AddAttendee(p model.Postmortem, a model.Attendee) (model.Postmortem, model.ID, error) {
	a = a.Visit(entering{placing{pos: last(p, model.Attendees)}}).(model.Attendee)
	a.ID, a.Seat, a.Handle = ed.NewID(), model.NextSeat(p.Attendees), cleanHandle(a.Handle)
	if a.Handle == "" {
		a.Handle = HandleFor(a.Name, func(h string) bool { return hasHandle(p, h, "") })
	}
	a.Name = cmp.Or(a.Name, model.Capital(a.Handle))
	next, err := putAttendee(p, nil, a)
	if err != nil {
		return p, "", err
	}
	return next, a.ID, nil
}

// EnsureAttendee returns the person of that handle, with or without its @. One who is not in
// the record yet joins it without a role: a name that falls in any phase is never lost. Who was
// only named is away until somebody says that the person is here, so that hands are counted of
// those in the room.
func (ed Editor) EnsureAttendee(p model.Postmortem, handle string) (model.Postmortem, model.ID, error) {
	handle = cleanHandle(handle)
	if id, ok := byRole(p, handle); ok {
		return p, id, nil
	}
	for _, a := range p.Attendees {
		if strings.EqualFold(a.Handle, handle) {
			return p, a.ID, nil
		}
	}
	return ed.AddAttendee(p, model.Attendee{Handle: handle, Away: true})
}

// EnsurePerson finds a person as one is typed in a form: "@ana", "ana" or "Ana Silva", by
// handle, name or other name. One who is not in the record yet joins it as with EnsureAttendee.
func (ed Editor) EnsurePerson(p model.Postmortem, typed string) (model.Postmortem, model.ID, error) {
	typed = model.Tidy(typed)
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
	return ed.AddAttendee(p, model.Attendee{Name: typed, Away: true})
}

// byRole returns the person that a letter or a role stands for, while names are off.
func byRole(p model.Postmortem, typed string) (model.ID, bool) {
	if !p.Header.NamesOff {
		return "", false
	}
	return names.Of(p).Who(typed)
}

// removeAttendee removes a person. Offices, ideas and learnings are kept without the name. A
// person whose words or tasks are in the record is not removed: the Problem says what they are.
func removeAttendee(p model.Postmortem, a model.Attendee) (model.Postmortem, error) {
	if owned := ownedBy(p, a.ID); len(owned) > 0 {
		return p, model.Problem{Field: "Person", Words: fmt.Sprintf("%s has %s here; name another person there first, or mark %s as away.",
			a.Name, model.ListWords(owned), a.Name)}
	}
	return model.Without(p, func(r model.Row) bool { return r.Table() == model.Attendees && r.Key() == a.ID }), nil
}

// ownedBy says in words what a person owns or answers for.
func ownedBy(p model.Postmortem, id model.ID) []string {
	var words []string
	say := func(n int, one, many string) {
		if n > 0 {
			words = append(words, model.Count(n, one, many))
		}
	}
	say(model.CountOf(p.Accounts, func(r model.Account) bool { return r.Attendee == id }), "account", "accounts")
	say(model.CountOf(p.Knowings, func(r model.Knowing) bool { return r.Attendee == id }), "time of knowing", "times of knowing")
	say(model.CountOf(p.DecisionPoints, func(r model.DecisionPoint) bool { return r.Attendee == id }), "card", "cards")
	say(model.CountOf(p.CardLines, func(r model.CardLine) bool { return r.Attendee == id }), "line to teach", "lines to teach")
	say(model.CountOf(p.Countermeasures, func(r model.Countermeasure) bool { return r.Owner == id }), "countermeasure", "countermeasures")
	say(model.CountOf(p.Evidence, func(r model.Evidence) bool { return r.Attendee == id }), "piece of evidence", "pieces of evidence")
	return words
}

// putAttendee puts a person whose handle nobody else has.
func putAttendee(p model.Postmortem, was model.Row, a model.Attendee) (model.Postmortem, error) {
	a.Handle = cleanHandle(a.Handle)
	next, err := put(p, was, a)
	if err == nil && hasHandle(p, a.Handle, a.ID) {
		return p, model.DuplicateHandle(a.Handle)
	}
	return next, err
}

func hasHandle(p model.Postmortem, handle string, but model.ID) bool {
	return slices.ContainsFunc(p.Attendees, func(a model.Attendee) bool {
		return a.ID != but && strings.EqualFold(a.Handle, handle)
	})
}

// HandleFor derives a handle from a name: the first name in small letters; with the initial of
// the last name, then with a number, where it is taken.
func HandleFor(name string, taken func(string) bool) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = strings.Map(func(r rune) rune {
			if model.HandleRune(r) {
				return r
			}
			return -1
		}, w)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) == 0 {
		words = []string{"person"}
	}
	first := model.CutRunes(words[0], model.MaxHandle-8)
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

// cleanHandle returns a typed handle as it is kept: without @, in small letters.
func cleanHandle(s string) string {
	return strings.ToLower(strings.TrimPrefix(model.Tidy(s), "@"))
}
