package ui

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"debrief/model"
	"debrief/model/edit"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// noteForm begins the name of the form in whose fields notes wait.
const noteForm = "note "

// newNote is the key of the field that takes a new note; others have the form and the id of theirs.
const newNote = "new"

// openNotes opens the form of the facilitator's private notes: a new one, about the marked row, and those
// that are there. While the room sees the screen only the new one is there, and a star stands for
// each letter that is typed.
func (a *App) openNotes() {
	at := a.current().Marked()
	a.openPanel(entry.NewForm(a.env, a.notesSpec(at, a.at.Screen.Phase())))
}

func (a *App) notesSpec(at screen.Row, phase model.Phase) entry.FormSpec {
	shared := !a.session.record.Header.Unshared
	hint := safe.Text("one more, for you alone; no export has it")
	if shared {
		hint = "stars hide what you type; a private screen shows it"
	}
	about := a.noteOn(model.Note{Of: at.Table, OfID: at.ID, Phase: phase})
	form := noteForm + cmp.Or(string(at.ID), string(about))
	words := model.ProseAt{Table: model.Notes, Field: "text"}
	fields := []entry.FormField{{Key: newNote, Label: "Note", Hint: hint, Body: true, Unseen: shared, At: words}}
	for _, n := range a.session.index.Notes {
		if n.Private && !shared {
			words.ID = n.ID
			fields = append(fields, entry.FormField{Key: form + ":" + string(n.ID), Row: n.ID, Label: a.noteOn(n), Text: n.Text, Body: true, At: words})
		}
	}
	return entry.FormSpec{
		Title: "Private note: " + about, Row: model.ID(form), Fields: fields, Check: checkNote,
		Record: func(changed map[string]string) screen.Outcome { return a.recordNotes(changed, at, phase) },
		Again:  func() (entry.FormSpec, bool) { return a.notesSpec(at, phase), true },
	}
}

// noteOn is what a note is about: the time of an event, what another row is, or the phase.
func (a *App) noteOn(n model.Note) safe.Text {
	if e := a.session.index.Event(n.OfID); n.Of == model.Events && e.ID != "" && !e.When.IsZero() {
		return safe.Line(e.When.Clock(a.session.index.Zone))
	}
	if n.OfID != "" {
		return safe.Line(model.Capital(model.Name(n.Of)))
	}
	return safe.Line(n.Phase.Short())
}

func checkNote(key, text string) screen.Reading {
	text = strings.TrimSpace(text)
	switch n := utf8.RuneCountInString(text); {
	case text == "" && key != newNote:
		return screen.Reading{Words: "takes this note away"}
	case text == "" || key != newNote:
		return screen.Reading{}
	case n == 1:
		return screen.Reading{Words: "1 letter, for you alone; Enter keeps it"}
	default:
		return screen.Reading{Words: safe.Line(fmt.Sprintf("%d letters, for you alone; Enter keeps them", n))}
	}
}

// recordNotes keeps the new note, and what was changed in those that are there.
func (a *App) recordNotes(changed map[string]string, at screen.Row, phase model.Phase) screen.Outcome {
	ed := a.env.Editor
	label := "Private note changed"
	if changed[newNote] != "" {
		label = "Private note kept"
	}
	return screen.Outcome{Edit: &screen.Edit{Label: label, Make: func(p model.Postmortem) (model.Postmortem, error) {
		var err error
		for key, text := range changed {
			if text = strings.TrimSpace(text); key == newNote {
				p, _, err = ed.Add(p, model.Note{Phase: phase, Of: at.Table, OfID: at.ID, Text: text, Private: true})
			} else {
				_, id, _ := strings.Cut(key, ":")
				p, err = setNote(ed, p, model.ID(id), text)
			}
			if err != nil {
				return p, err
			}
		}
		return p, nil
	}}}
}

func setNote(ed edit.Editor, p model.Postmortem, id model.ID, text string) (model.Postmortem, error) {
	return screen.Change(id, func(p model.Postmortem, n model.Note) (model.Postmortem, error) {
		if text == "" {
			return ed.Remove(p, model.Notes, id)
		}
		n.Text = text
		return ed.Set(p, n)
	})(p)
}
