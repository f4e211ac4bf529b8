package attendees

import (
	"errors"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// The choices of two fields.
const (
	yes  = "yes"
	away = "away"
)

// form is the form of a person.
func (s *Screen) form(a model.Attendee) entry.FormSpec {
	here, first := yes, "no"
	if a.Away {
		here = away
	}
	if a.New {
		first = yes
	}
	fields := []entry.FormField{
		{Key: "name", Of: "Name", Label: "Name", Hint: "as people say it", Check: entry.Filled("a person needs a name; x in the list removes the row")},
		{Key: "handle", Of: "Handle", Label: "Handle", Text: "@", Hint: "unique here, one word",
			Check: func(text string) screen.Reading { return s.checkHandle(a, strings.TrimSpace(text)) }},
		{Key: "other", Of: "Other names", Label: "Other names", Hint: "names in chat and logs, with commas"},
		{Key: "team", Of: "Team", Label: "Team", Hint: "or where they come from"},
		{Key: "roles", Label: "Roles", Text: a.Roles.String(), Hint: "with commas: identified, responded", Asks: prompt.Roleless,
			Check: func(text string) screen.Reading { return checkRoles(a, strings.TrimSpace(text)) }},
		{Key: "here", Label: "Here", Text: here, Choices: []string{yes, away}},
		{Key: "first", Label: "First time", Text: first, Choices: entry.YesNo(), Asks: prompt.FirstTime},
	}
	title := safe.Line(a.Name)
	if s.x.Named(a.ID).Name != a.Name { // no name is drawn, so none can be changed
		fields, title = fields[3:], title+"; its names can be changed while names are on"
	}
	spec := entry.RowForm[model.Attendee]{
		Env: s.env, X: s.x, Label: "Person changed", Set: set,
		Record: func(p model.Postmortem, a model.Attendee, _ map[string]string) (model.Postmortem, error) {
			return s.env.Editor.Set(p, a)
		},
	}.Spec(title, a, fields)
	spec.Again = func() (entry.FormSpec, bool) {
		now := s.x.Person(a.ID)
		return s.form(now), now.ID == a.ID
	}
	return spec
}

// set sets what has words of its own here.
func set(a *model.Attendee, key, text string) (err error) {
	switch key {
	case "roles":
		a.Roles, err = readRoles(text)
	case "here":
		a.Away = text == away
	case "first":
		a.New = text == yes
	}
	return err
}

func (s *Screen) checkHandle(a model.Attendee, text string) screen.Reading {
	handle := strings.TrimPrefix(text, "@")
	if other, taken := s.context.People.Handle(handle); taken && other.ID != a.ID {
		return screen.Reading{Words: safe.Line("@" + handle + " is " + other.Name + " already; type another one"), Fault: true}
	}
	l := capture.Read("@"+handle, -1, s.ctx())
	if handle == "" || !strings.EqualFold(l.Attendee.Handle, handle) {
		return screen.Reading{Words: "a handle is one word that begins with a letter, such as @jo", Fault: true}
	}
	return screen.Reading{}
}

func checkRoles(a model.Attendee, text string) screen.Reading {
	roles, err := readRoles(text)
	r := screen.Reading{Words: safe.Line(roles.String()), Candidates: roleCandidates(text)}
	switch {
	case err != nil:
		r.Words, r.Fault = safe.Line(err.Error()), true
	case roles == 0:
		r.Words = "no role said yet"
	}
	if text == a.Roles.String() {
		r.Candidates = nil
	}
	return r
}

// readRoles reads roles parted by commas or spaces, with or without #.
func readRoles(text string) (model.Roles, error) {
	var all model.Roles
	for _, word := range roleWords(text) {
		role, ok := model.ParseRole(strings.TrimPrefix(word, "#"))
		if !ok {
			var names []string
			for _, r := range model.AllRoles() {
				names = append(names, r.String())
			}
			return 0, errors.New("roles are " + strings.Join(names, ", "))
		}
		all |= role
	}
	return all, nil
}

func roleWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
}

// roleCandidates completes the role that ends the text.
func roleCandidates(text string) []screen.Candidate {
	start := strings.LastIndexAny(text, " ,;#") + 1
	typed := strings.ToLower(text[start:])
	if typed == "" {
		return nil
	}
	var all []screen.Candidate
	for _, r := range model.AllRoles() {
		if name := r.String(); strings.HasPrefix(name, typed) && name != typed {
			all = append(all, screen.Candidate{Start: start, End: len(text), Text: name})
		}
	}
	return all
}
