package edit

import (
	"debrief/model"
	"strings"
)

// Complete returns the person with what the other one says beside: a name where there was only the
// handle's, a team where there was none, further roles, and whether the person is here. It is false
// where the two contradict each other, so that they may be two people, or where nothing changes.
func Complete(a model.Attendee, with model.Attendee) (model.Attendee, bool) {
	was := a
	name, team := model.Tidy(with.Name), model.Tidy(with.Team)
	switch {
	case name == "" || strings.EqualFold(name, a.Name):
	case a.Name == "" || spelled(a.Name) == spelled(a.Handle):
		a.Name = name
	default:
		return was, false
	}
	switch {
	case team == "" || strings.EqualFold(team, a.Team):
	case a.Team == "":
		a.Team = team
	default:
		return was, false
	}
	a.Roles |= with.Roles
	a.New = a.New || with.New
	a.Away = with.Away
	return a, a != was
}

// spelled is a name or a handle in small letters and words, so that a name which was only made
// from the handle is known again.
func spelled(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '.' || r == '_' || r == '-' }), " ")
}

// CompleteAttendee completes the person of that id. Where it would contradict what is known, the
// handle belongs to somebody else, which is a Problem.
func (ed Editor) CompleteAttendee(p model.Postmortem, with model.Attendee) (model.Postmortem, error) {
	was, ok := model.Find(p.Attendees, with.ID)
	if !ok {
		return p, model.Gone(model.Attendees, with.ID)
	}
	now, ok := Complete(was, with)
	if !ok {
		return p, model.DuplicateHandle(was.Handle)
	}
	return ed.Set(p, now)
}
