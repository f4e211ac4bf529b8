package entry

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Reading is what a captured line looks like on the screen: its tokens in their colours, the
// completions of its open word, and words, or in their place the first fault. What is about the marked
// row has the label "Row".
func Reading(l capture.Line, c capture.Context, words string) screen.Reading {
	r := screen.Reading{Words: safe.Line(words)}
	if l.Target == capture.Row {
		r.Label = "Row"
	}
	for _, t := range l.Tokens {
		if kind, coloured := stretch(t.Kind); coloured {
			r.Stretches = append(r.Stretches, screen.Stretch{Start: t.Start, End: t.End, Kind: kind})
		}
	}
	if fault := l.Check(false); fault != "" {
		r.Words, r.Fault = safe.Line(fault), true
	}
	for _, f := range l.Faults {
		if !f.Open {
			r.Stretches = append(r.Stretches, screen.Stretch{Start: f.Start, End: f.End, Kind: screen.Unknown})
		}
	}
	if !l.Open.IsZero() {
		for _, candidate := range capture.Candidates(l.Open, c) {
			if len(candidate.Text) == l.Open.End-l.Open.Start {
				continue // the word is whole already
			}
			r.Candidates = append(r.Candidates, screen.Candidate{Start: l.Open.Start, End: l.Open.End, Text: candidate.Text})
		}
	}
	return r
}

func stretch(k capture.TokenKind) (screen.Kind, bool) {
	switch k {
	case capture.TokenSign:
		return screen.Sign, true
	case capture.TokenTime, capture.TokenKnown:
		return screen.Time, true
	case capture.TokenPerson:
		return screen.Person, true
	case capture.TokenTag, capture.TokenRole, capture.TokenState, capture.TokenDone, capture.TokenTicket:
		return screen.Tag, true
	case capture.TokenDate:
		return screen.Date, true
	}
	return 0, false
}

// People returns the ids of the people of a line; those who are not on the list yet join it,
// without a role.
func People(ed edit.Editor, p model.Postmortem, people []capture.Person) (model.Postmortem, []model.ID, error) {
	ids := make([]model.ID, 0, len(people))
	for _, person := range people {
		id := person.ID
		if id == "" {
			var err error
			if p, id, err = ed.EnsureAttendee(p, person.Handle); err != nil {
				return p, nil, err
			}
		}
		ids = append(ids, id)
	}
	return p, ids, nil
}

// Handles are people as a sentence names them, each "@handle".
func Handles(people []capture.Person) []string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = "@" + p.Handle
	}
	return names
}

// Newcomers says who comes to the attendees with the line, behind another sentence; "" where nobody does.
func Newcomers(l capture.Line) string {
	if len(l.Newcomers()) == 0 {
		return ""
	}
	return "; new in Attendees: " + strings.Join(Handles(l.Newcomers()), ", ")
}
