package capture

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/edit"
)

// attendee reads a person: name, @handle, team, #roles, "away". Words before the handle are the
// name, words after it the team; without a handle the first #role parts them. Somebody who is on the
// list, of whom the line knows more and nothing else, is completed.
func (r *reader) attendee() {
	r.readTags()
	cut := slices.IndexFunc(r.words, func(w word) bool { return w.use == asToken })
	for i := range r.words {
		if r.isPerson(i) {
			r.attendeeState(true)
			r.attendeeAt(i)
			return
		}
	}
	r.attendeeState(false)
	if cut < 0 {
		cut = len(r.words)
	}
	r.attendeeByName(cut)
}

// attendeeState reads "away", "here", "new" and "first time", which end the line, or stand before the
// roles. Two of them are also words of a name or a team, and count only where a handle is given.
func (r *reader) attendeeState(given bool) {
	a, last := &r.line.Attendee, len(r.words)
	for last > 0 && r.words[last-1].use == asToken {
		last--
	}
	if last < 2 || !r.free(last-1) {
		return
	}
	// With the sign of the marked row before them they mean the same.
	switch w := strings.ToLower(strings.TrimPrefix(tail(r.raw[last-1]), ">")); {
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

// attendeeAt reads the person whose handle is the word at i.
func (r *reader) attendeeAt(i int) {
	a, w := &r.line.Attendee, r.words[i]
	a.Name = r.stretch(0, i)
	a.Handle, _ = handleWord(r.raw[i])
	a.Handle = strings.ToLower(a.Handle)
	r.take(i, i+1, TokenPerson)
	a.Team = r.stretch(i+1, len(r.words))
	if other, _ := r.c.People.Handle(a.Handle); other.ID != "" && !r.completes(other) {
		r.fault(w.start, w.end, "@"+a.Handle+" is "+shownName(other.Name, other.Handle)+" already: mark that row, or type another @name", false)
	}
	if a.Name == "" {
		a.Name = NameOf(a.Handle)
	}
}

// attendeeByName reads a person without a handle, whose name ends at cut.
func (r *reader) attendeeByName(cut int) {
	a := &r.line.Attendee
	a.Name, a.Team = r.stretch(0, cut), r.stretch(cut, len(r.words))
	switch {
	case len(r.words) == 0:
		return
	case a.Name == "":
		r.fault(r.words[0].start, r.words[len(r.words)-1].end, "who? Type a name, @handle, team, #role; >#role is the marked row's", true)
		return
	}
	other, _ := r.c.People.named(a.Name)
	if other.ID != "" && a.Roles != 0 && r.completes(other) {
		return
	}
	if other.ID != "" {
		r.fault(r.words[0].start, r.words[0].end, a.Name+" is here as @"+other.Handle+": for somebody else give another @name", false)
	}
	if a.Handle = r.c.People.NewHandle(a.Name); a.Handle == "" {
		r.fault(r.words[0].start, r.words[0].end, "this name gives no handle: type one, such as @jo", false)
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
