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
	no   = "no"
	away = "away"
)

// personForm is what the form was opened on.
type personForm struct {
	s      *Screen
	person model.Attendee
}

// form opens the marked person.
func (s *Screen) form(a model.Attendee) *entry.Form { return entry.NewForm(s.env, s.formSpec(a)) }

func (s *Screen) formSpec(a model.Attendee) entry.FormSpec {
	here, first := yes, no
	if a.Away {
		here = away
	}
	if a.New {
		first = yes
	}
	f := &personForm{s: s, person: a}
	fields := []entry.FormField{
		{Key: "name", Label: "Name", Text: a.Name, Hint: "as people say it"},
		{Key: "handle", Label: "Handle", Text: "@" + a.Handle, Hint: "unique here, one word"},
		{Key: "other", Label: "Other names", Text: a.Other.String(), Hint: "names in chat and logs, with commas"},
		{Key: "team", Label: "Team", Text: a.Team, Hint: "or where they come from"},
		{Key: "roles", Label: "Roles", Text: a.Roles.String(), Hint: "with commas: identified, responded"},
		{Key: "here", Label: "Here", Text: here, Choices: []string{yes, away}},
		{Key: "first", Label: "First time", Text: first, Choices: []string{no, yes}},
	}
	title := safe.Line(a.Name)
	if s.x.Named(a.ID).Name != a.Name { // no name is drawn, so none can be changed
		fields, title = fields[3:], title+"; its names can be changed while names are on"
	}
	return entry.FormSpec{
		Title: title, Row: a.ID, Fields: fields,
		Asks: asks, Check: f.check, Record: f.record,
		Again: func() (entry.FormSpec, bool) {
			now := s.x.Person(a.ID)
			return s.formSpec(now), now.ID == a.ID
		},
	}
}

// asks is the condition that a field of the form is marked.
func asks(key string) prompt.Condition {
	switch key {
	case "roles":
		return prompt.Roleless
	case "first":
		return prompt.FirstTime
	}
	return ""
}

// check says how the text of a field is understood.
func (f *personForm) check(key, text string) screen.Reading {
	text = strings.TrimSpace(text)
	fault := func(words string) screen.Reading { return screen.Reading{Words: safe.Line(words), Fault: true} }
	switch key {
	case "name":
		if text == "" {
			return fault("a person needs a name; x in the list removes the row")
		}
	case "handle":
		handle := strings.TrimPrefix(text, "@")
		if other, taken := f.s.context.People.Handle(handle); taken && other.ID != f.person.ID {
			return fault("@" + handle + " is " + other.Name + " already; type another one")
		}
		l := capture.Read("@"+handle, -1, f.s.ctx())
		if handle == "" || !strings.EqualFold(l.Attendee.Handle, handle) {
			return fault("a handle is one word that begins with a letter, such as @jo")
		}
	case "roles":
		roles, err := readRoles(text)
		r := screen.Reading{Words: safe.Line(roles.String()), Candidates: roleCandidates(text)}
		switch {
		case err != nil:
			r.Words, r.Fault = safe.Line(err.Error()), true
		case roles == 0:
			r.Words = "no role said yet"
		}
		if text == f.person.Roles.String() {
			r.Candidates = nil
		}
		return r
	}
	return screen.Reading{}
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

// record makes one change of all fields that are not as they were.
func (f *personForm) record(changed map[string]string) screen.Outcome {
	return screen.Outcome{Edit: &screen.Edit{Label: "Person changed", Mark: f.person.ID, Make: screen.Change(f.person.ID, func(p model.Postmortem, a model.Attendee) (model.Postmortem, error) {
		for key, text := range changed {
			text = strings.TrimSpace(text)
			switch key {
			case "name":
				a.Name = text
			case "handle":
				a.Handle = text
			case "other":
				a.Other = model.ParseList(text)
			case "team":
				a.Team = text
			case "roles":
				roles, err := readRoles(text)
				if err != nil {
					return p, err
				}
				a.Roles = roles
			case "here":
				a.Away = text == away
			case "first":
				a.New = text == yes
			}
		}
		return f.s.env.Editor.Set(p, a)
	})}}
}
