// Package notes is the form of the facilitator's private notes.
package notes

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// noteForm begins the name of the form in whose fields notes wait.
const noteForm = "note "

// newNote is the key of the field that takes a new note; others have the form and the id of theirs.
const newNote = "new"

// notes is the feature.
type notes struct{ feature.Frame }

// Feature is the facilitator's private notes, in a form: a new one, about the marked row, and those
// that are there. While the room sees the screen only the new one is there, and a star stands for
// each letter that is typed.
func Feature(f feature.Frame) feature.Feature {
	return feature.Feature{Commands: []feature.Command{
		{Name: keymap.PrivateNote, Off: f.InRecord, Over: true, Do: feature.Opens(func() *entry.Form {
			return entry.NewForm(f.Env, notes{f}.spec(f.Screen().Marked(), f.At().Screen.Phase()))
		})},
	}}
}

func (f notes) spec(at screen.Row, phase model.Phase) entry.FormSpec {
	shared := !f.Desk.Look.Private
	hint := safe.Text("one more, for you alone; no export has it")
	if shared {
		hint = "stars hide what you type; a private screen shows it"
	}
	about := f.about(model.Note{Of: at.Table, OfID: at.ID, Phase: phase})
	form := noteForm + cmp.Or(string(at.ID), string(about))
	var fields []entry.FormField
	add := func(field entry.FormField, n model.Note) {
		field.Body, field.At = true, model.ProseAt{Table: model.Notes, ID: n.ID, Field: "text"}
		field.Check = func(text string) screen.Reading { return checkNote(n.ID == "", strings.TrimSpace(text)) }
		field.Set = func(p model.Postmortem, text string) (model.Postmortem, error) {
			n.Text = text
			return entry.SetNote(f.Editor, p, n)
		}
		fields = append(fields, field)
	}
	add(entry.FormField{Key: newNote, Label: "Note", Hint: hint, Unseen: shared}, model.Note{Phase: phase, Of: at.Table, OfID: at.ID})
	for _, n := range f.Desk.Index.Notes {
		if n.Private && !shared {
			add(entry.FormField{Key: form + ":" + string(n.ID), Row: n.ID, Label: f.about(n), Text: n.Text}, n)
		}
	}
	return entry.FormSpec{
		Title: "Private note: " + about, Row: model.ID(form), Fields: fields,
		Record: func(changed map[string]string) screen.Outcome {
			label := "Private note changed"
			if changed[newNote] != "" {
				label = "Private note kept"
			}
			return entry.FieldByField(label, "", fields)(changed)
		},
		Again: func() (entry.FormSpec, bool) { return f.spec(at, phase), true },
	}
}

// noteOn is what a note is about: the time of an event, what another row is, or the phase.
func (f notes) about(n model.Note) safe.Text {
	if e := f.Desk.Index.Event(n.OfID); n.Of == model.Events && e.ID != "" && !e.When.IsZero() {
		return safe.Line(e.When.Clock(f.Desk.Index.Zone))
	}
	if n.OfID != "" {
		return safe.Line(model.Capital(model.Name(n.Of)))
	}
	return safe.Line(n.Phase.Short())
}

func checkNote(isNew bool, text string) screen.Reading {
	switch n := utf8.RuneCountInString(text); {
	case text == "" && !isNew:
		return screen.Reading{Words: "takes this note away"}
	case text == "" || !isNew:
		return screen.Reading{}
	case n == 1:
		return screen.Reading{Words: "1 letter, for you alone; Enter keeps it"}
	default:
		return screen.Reading{Words: safe.Line(fmt.Sprintf("%d letters, for you alone; Enter keeps them", n))}
	}
}
