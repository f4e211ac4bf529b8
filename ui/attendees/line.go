package attendees

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

func (s *Screen) ctx() capture.Context { return s.context.At(s.env.Now()) }

// Read says how Enter would understand the text.
func (s *Screen) Read(text string, cursor int) screen.Reading {
	marked, _, any := s.marked()
	s.typed = screen.Typed{Empty: text == ""}
	if text == "" {
		words := "name, @handle, team and #role make a row; the name is enough"
		if any {
			words = "a name adds a row; > about " + marked.Name + "; Enter opens it"
		}
		return screen.Reading{Words: safe.Line(words)}
	}
	c := s.ctx()
	l := capture.Read(text, cursor, c)
	again := l.Target == capture.Row && l.Attendee.New && marked.New
	change := l
	change.Attendee.New = change.Attendee.New && !again
	words := ""
	if !again || change.Attendee.Roles != 0 || change.Presence != capture.Unsaid {
		words = capture.Says(change, c, capture.Around{Row: marked.Name})
	}
	if l.Target == capture.Row && takesAway(marked, l) {
		taken := change
		taken.Attendee.Roles = 0
		words = "no longer " + l.Attendee.Roles.String() + ": " + marked.Name
		if !taken.IsEmpty() && (change.Presence != capture.Unsaid || change.Attendee.New) {
			words += "; " + capture.Says(taken, c, capture.Around{Row: marked.Name})
		}
	}
	if again {
		words = "not here for the first time: " + marked.Name + before("; ", words)
	}
	r := entry.Reading(l, c, words)
	if l.Target == capture.Row && !any {
		r.Words, r.Fault = noRow, true
	}
	s.typed.Open = len(r.Candidates) > 0
	return r
}

// before puts a word before a text, unless there is none.
func before(word, text string) string {
	if text == "" {
		return ""
	}
	return word + text
}

const noRow = safe.Text("no row is marked yet; begin with a name")

// takesAway tells that the person has every role of the line: saying it again takes it away.
func takesAway(a model.Attendee, l capture.Line) bool {
	return l.Attendee.Roles != 0 && a.Roles.Has(l.Attendee.Roles)
}

// Enter adds a person, changes the marked one, or opens the marked row where the line is empty.
func (s *Screen) Enter(text string) screen.Outcome {
	marked, _, any := s.marked()
	if strings.TrimSpace(text) == "" {
		if !any {
			return screen.Outcome{Check: "the line is empty; type for example Ana Silva @ana payments"}
		}
		return screen.Outcome{Open: entry.NewForm(s.env, s.form(marked))}
	}
	l := capture.Read(text, -1, s.ctx())
	if fault := l.Check(true); fault != "" {
		return screen.Refuse(fault)
	}
	switch {
	case l.Target == capture.Row && !any:
		return screen.Outcome{Check: noRow}
	case l.Target == capture.Row && l.IsEmpty():
		return screen.Outcome{Check: "after > type away, here, new or a #role"}
	case l.Target == capture.Row:
		return s.change(marked, l)
	case l.Attendee.Name == "":
		return screen.Outcome{Check: "who? Type a name, with @handle, team and #role if you like"}
	}
	return s.add(l.Attendee)
}

func (s *Screen) add(a model.Attendee) screen.Outcome {
	if a.ID != "" {
		return s.complete(a)
	}
	edit := screen.Add("Person added", func(p model.Postmortem) (model.Postmortem, model.ID, error) { return s.env.Editor.AddAttendee(p, a) })
	done := a.Name + " is here as @" + a.Handle
	if a.Away {
		done = a.Name + " is on the list as @" + a.Handle + ", away"
	}
	if a.Roles == 0 {
		done += "; >#role says which view"
	}
	return screen.Outcome{Edit: edit, Done: safe.Line(done)}
}

// complete fills what is missing of somebody who is on the list, as one who was only named is.
func (s *Screen) complete(a model.Attendee) screen.Outcome {
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Person completed", Mark: a.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return s.env.Editor.CompleteAttendee(p, a)
		}},
		Done: safe.Line("Completed @" + a.Handle + ": " + capture.Completion(s.x.Person(a.ID), a)),
	}
}

// change says of the marked person what the line says: away or here, here for the first time,
// and roles. Roles that the person has already are taken away, and so is the first time.
func (s *Screen) change(a model.Attendee, l capture.Line) screen.Outcome {
	ed, away := s.env.Editor, takesAway(a, l)
	var labels, done []string
	add := func(label, words string) { labels, done = append(labels, label), append(done, words) }
	switch l.Presence {
	case capture.Here:
		add("Person is here", "is here")
	case capture.Away:
		add("Person is away", "is away")
	}
	switch {
	case l.Attendee.Roles == 0:
	case away:
		add("Role taken away", "no longer "+l.Attendee.Roles.String())
	default:
		add("Role added", "role "+l.Attendee.Roles.String())
	}
	switch {
	case !l.Attendee.New:
	case a.New:
		add("First time taken away", "not here for the first time")
	default:
		add("First time noted", "here for the first time")
	}
	label := "Person changed"
	if len(labels) == 1 {
		label = labels[0]
	}
	return screen.Outcome{
		Edit: &screen.Edit{Label: label, Mark: a.ID, Make: screen.Change(a.ID, func(p model.Postmortem, now model.Attendee) (model.Postmortem, error) {
			switch l.Presence {
			case capture.Here:
				now.Away = false
			case capture.Away:
				now.Away = true
			}
			if away {
				now.Roles &^= l.Attendee.Roles
			} else {
				now.Roles |= l.Attendee.Roles
			}
			now.New = now.New != l.Attendee.New // said again, it is taken away
			return ed.Set(p, now)
		})},
		Done: safe.Line(a.Name + ": " + strings.Join(done, ", ")),
	}
}
