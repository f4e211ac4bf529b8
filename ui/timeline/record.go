package timeline

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Enter records the line, or opens the marked row where the line is empty.
func (s *Screen) Enter(text string) screen.Outcome {
	marked, _, any := s.marked()
	if strings.TrimSpace(text) == "" {
		if !any {
			return screen.Outcome{Check: "the line is empty; type for example 14:05 Page: latency above 2 s"}
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
		return screen.Outcome{Check: "after > type words, @name, a time, known 14:21 or #kind"}
	case l.Target == capture.Row:
		return s.change(marked, l)
	case l.Text == "":
		return screen.Outcome{Check: "a new row needs words: what happened? > is about the marked row"}
	}
	return s.add(l, marked.ID)
}

// add makes a row of the line. It comes to lie at its time; without one, behind the marked row.
func (s *Screen) add(l capture.Line, after model.ID) screen.Outcome {
	ed := s.env.Editor
	edit := screen.Add("Event added", func(p model.Postmortem) (model.Postmortem, model.ID, error) {
		p, id, err := ed.AddEvent(p, model.Event{When: l.When, What: l.Text, Kind: model.EventKind(l.Kind)}, after)
		if err == nil {
			p, err = addAccounts(ed, p, id, l, "")
		}
		if err == nil {
			p, err = entry.Know(ed, p, id, l.Known)
		}
		return p, id, err
	})
	at := "without a time"
	if !l.When.IsZero() {
		at = "at " + l.When.Clock(s.x.Zone)
	}
	return screen.Outcome{Edit: edit, Done: safe.Line("recorded " + at + entry.Newcomers(l) + "; > goes on about it")}
}

// change adds to the marked row what the line says of it.
func (s *Screen) change(e model.Event, l capture.Line) screen.Outcome {
	ed := s.env.Editor
	label, done := changed(l)
	return screen.Outcome{
		Edit: &screen.Edit{Label: label, Mark: e.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
			var err error
			if !l.When.IsZero() {
				p, err = edit.Change(ed, p, e.ID, func(e *model.Event) { e.When = l.When })
			}
			if err == nil && l.Kind != "" {
				p, err = edit.Change(ed, p, e.ID, func(e *model.Event) { e.Kind = model.EventKind(l.Kind) })
			}
			if err == nil {
				p, err = addAccounts(ed, p, e.ID, l, l.Text)
			}
			if err == nil {
				p, err = entry.Know(ed, p, e.ID, l.Known)
			}
			return p, err
		}},
		Done: safe.Line(done + " at " + s.rows().Name(e) + entry.Newcomers(l)),
	}
}

// addAccounts gives the people of the line an account of the event, with or without words; words of
// nobody are an account where no one is named. Who stands in the middle of a sentence is spoken
// of: such a person joins the attendees and gives no account.
func addAccounts(ed edit.Editor, p model.Postmortem, event model.ID, l capture.Line, text string) (model.Postmortem, error) {
	p, ids, err := entry.People(ed, p, l.People)
	if err != nil {
		return p, err
	}
	named := false
	for i, id := range ids {
		if l.People[i].InText {
			continue
		}
		named = true
		if p, _, err = ed.AddAccount(p, model.Account{Event: event, Attendee: id, Text: text}); err != nil {
			return p, err
		}
	}
	if !named && text != "" {
		p, _, err = ed.AddAccount(p, model.Account{Event: event, Text: text})
	}
	return p, err
}

// changed is the label of a change of the marked row, and what is said when it is done.
func changed(l capture.Line) (label, done string) {
	var labels, all []string
	add := func(label, done string) { labels, all = append(labels, label), append(all, done) }
	author := false
	for _, p := range l.People {
		author = author || !p.InText
	}
	switch {
	case l.Text != "":
		add("Account added", "account added")
	case author:
		add("Who was there added", "noted who was there")
	}
	if !l.When.IsZero() {
		add("Time changed", "time changed")
	}
	if l.Kind != "" {
		add("Kind changed", "kind "+l.Kind)
	}
	if l.Known.State != "" {
		add("When known noted", "noted when it was known")
	}
	label = "Event changed"
	if len(labels) == 1 {
		label = labels[0]
	}
	return label, strings.Join(all, ", ")
}
