package capture

import (
	"strings"

	"debrief/model"
	"debrief/model/edit"
)

// attendee reads a person: name, @handle, team, #roles, "away". Words before the handle are the
// name, words after it the team; without a handle the first #role parts them. Somebody who is on the
// list, of whom the line knows more and nothing else, is completed.
func (r *reader) attendee() {
	a := &r.line.Attendee
	r.readTags()
	cut, given := len(r.words), false
	for i := range r.words {
		if r.isPerson(i) {
			cut, given = i, true
			break
		}
	}
	if !given {
		for i := range r.words {
			if r.words[i].use == asToken {
				cut = i
				break
			}
		}
	}
	// "away", "here", "new" and "first time" end the line, or stand before the roles.
	last := len(r.words)
	for last > 0 && r.words[last-1].use == asToken {
		last--
	}
	if last > 1 {
		// With the sign of the marked row before them they mean the same.
		switch w := strings.ToLower(strings.TrimPrefix(tail(r.raw[last-1]), ">")); {
		case !r.free(last - 1):
		case w == "away", w == "here" && given:
			a.Away = w == "away"
			r.take(last-1, last, TokenState)
		case w == "time" && last > 2 && r.free(last-2) && strings.EqualFold(r.raw[last-2], "first"):
			a.New = true
			r.take(last-2, last, TokenState)
		case w == "new" && given:
			a.New = true
			r.take(last-1, last, TokenState)
		}
	}
	a.Name = r.stretch(0, cut)
	var other model.Attendee // who is on the list by that handle, or that name
	if given {
		a.Handle, _ = handleWord(r.raw[cut])
		a.Handle = strings.ToLower(a.Handle)
		w := r.words[cut]
		r.take(cut, cut+1, TokenPerson)
		cut++
		a.Team = r.stretch(cut, len(r.words))
		if other, _ = r.c.People.Handle(a.Handle); other.ID != "" && !r.completes(other) {
			r.fault(w.start, w.end, "@"+a.Handle+" is "+shownName(other.Name, other.Handle)+" already: mark that row, or type another @name", false)
		}
		if a.Name == "" {
			a.Name = NameOf(a.Handle)
		}
		return
	}
	a.Team = r.stretch(cut, len(r.words))
	switch {
	case len(r.words) == 0:
	case a.Name == "":
		r.fault(r.words[0].start, r.words[len(r.words)-1].end, "who? Type a name, @handle, team, #role; >#role is the marked row's", true)
	default:
		if other, _ = r.c.People.named(a.Name); other.ID != "" && a.Roles != 0 && r.completes(other) {
			return
		}
		if other.ID != "" {
			r.fault(r.words[0].start, r.words[0].end, a.Name+" is here as @"+other.Handle+": for somebody else give another @name", false)
		}
		a.Handle = r.c.People.NewHandle(a.Name)
		if a.Handle == "" {
			r.fault(r.words[0].start, r.words[0].end, "this name gives no handle: type one, such as @jo", false)
		}
	}
}

// completes tells that the line says more of somebody who is on the list, and nothing else than is
// known; the line is about that person then.
func (r *reader) completes(other model.Attendee) bool {
	a := &r.line.Attendee
	if _, ok := edit.Complete(other, *a); !ok {
		return false
	}
	a.ID, a.Handle = other.ID, other.Handle
	if a.Name == "" {
		a.Name = other.Name
	}
	return true
}

// stretch joins the words from i up to j that are still text, without the commas between parts.
func (r *reader) stretch(i, j int) string {
	var parts []string
	for ; i < j; i++ {
		if r.words[i].use == asText {
			parts = append(parts, r.raw[i])
		}
	}
	return clean(strings.Trim(strings.Join(parts, " "), ",; "))
}

// markedAttendee reads presence and roles of the marked person.
func (r *reader) markedAttendee() {
	for i := range r.words {
		if !r.free(i) {
			continue
		}
		switch strings.ToLower(tail(r.raw[i])) {
		case "here", "present":
			r.line.Presence = Here
			r.take(i, i+1, TokenState)
		case "away", "absent":
			r.line.Presence = Away
			r.take(i, i+1, TokenState)
		case "new":
			r.line.Attendee.New = true
			r.take(i, i+1, TokenState)
		case "time":
			if i > 0 && r.free(i-1) && strings.EqualFold(r.raw[i-1], "first") {
				r.line.Attendee.New = true
				r.take(i-1, i+1, TokenState)
			}
		}
	}
	r.readTags()
	r.leftover("type away, here, new or a #role; Enter alone opens the row", []string{"away", "absent", "here", "present", "first", "new"})
}
