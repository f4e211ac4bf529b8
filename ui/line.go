package ui

import (
	"errors"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// Two first signs mean the same in every phase, so the frame reads them: an idea goes to the
// parking lot and a quotation is kept, each linked to the marked row.

// sharedSign returns what the line is about where the frame reads it.
func (a *App) sharedSign(text string) (capture.Target, bool) {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return 0, false
	}
	switch {
	case strings.HasPrefix(text, "!") || a.focus.base() == parking:
		return capture.Idea, true
	case strings.HasPrefix(text, `"`):
		return capture.Quote, true
	}
	return 0, false
}

func (a *App) captureContext() capture.Context {
	return capture.Context{Phase: a.at.Screen.Phase(), Now: a.options.Now(), Zone: a.desk.Index.Zone, People: a.desk.People}
}

// readLine says how the text is understood on the screen in front.
func (a *App) readLine(text string) screen.Reading {
	target, shared := a.sharedSign(text)
	if !shared {
		return a.current().Read(text, a.line.Cursor())
	}
	c := a.captureContext()
	l := capture.Read(a.signed(text), a.line.Cursor(), c)
	at := a.markedName()
	if target == capture.Idea {
		words := "idea for Countermeasures"
		if at != "" {
			words += ", from " + at
		}
		r := entry.Reading(l, c, words)
		r.Label = "Idea"
		if a.signed(text) != text {
			r.Stretches, r.Candidates = nil, nil // they count the sign
		}
		return r
	}
	words := "quotation, word for word"
	if at != "" {
		words += ", with " + at
	}
	r := entry.Reading(l, c, words+"; @name says who said it")
	r.Label = "Quote"
	return r
}

// enterLine is Enter on the screen in front.
func (a *App) enterLine(text string) screen.Outcome {
	target, shared := a.sharedSign(text)
	if !shared {
		return a.current().Enter(text)
	}
	l := capture.Read(a.signed(text), -1, a.captureContext())
	if fault := l.Check(true); fault != "" {
		return screen.Refuse(fault)
	}
	if l.IsEmpty() {
		return screen.Outcome{Check: "the line is empty after its first sign; type the words"}
	}
	row, ed, phase := a.current().Marked(), a.env.Editor, a.at.Screen.Phase()
	if target == capture.Idea {
		return screen.Outcome{Edit: &screen.Edit{Label: "Idea parked", Make: func(p model.Postmortem) (model.Postmortem, error) {
			p, people, err := entry.People(ed, p, append(l.Signed(), l.Newcomers()...))
			if err != nil {
				return p, err
			}
			idea := model.ParkedIdea{Text: l.Text, Phase: phase, Of: row.Table, OfID: row.ID}
			if len(people) > 0 {
				idea.Attendee = people[0]
			}
			p, _, err = ed.Park(p, idea)
			return p, err
		}}}
	}
	return screen.Outcome{Edit: &screen.Edit{Label: "Quotation kept", Make: func(p model.Postmortem) (model.Postmortem, error) {
		p, people, err := entry.People(ed, p, append(l.Signed(), l.Newcomers()...))
		if err != nil {
			return p, err
		}
		var who model.ID
		if len(people) > 0 {
			who = people[0]
		}
		switch {
		case row.ID == "":
			return p, errors.New("mark the row that the quotation belongs to, then Enter again")
		case row.Table == model.Events:
			p, _, err = ed.AddAccount(p, model.Account{Event: row.ID, Attendee: who, Text: l.Text, Source: model.SaidInRoom, Quoted: true})
		default:
			p, _, err = ed.Add(p, model.Evidence{Of: row.Table, OfID: row.ID, Quote: l.Text, Attendee: who})
		}
		return p, err
	}}}
}

// markedName is what a link to the marked row is called: the time of an event, "" for others.
func (a *App) markedName() string {
	row := a.current().Marked()
	if row.Table != model.Events {
		return ""
	}
	return a.desk.Index.Event(row.ID).When.Clock(a.desk.Index.Zone)
}
