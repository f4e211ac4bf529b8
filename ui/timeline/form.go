package timeline

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// The keys of the form's fields. Rows that hang on the event have theirs with the id behind it.
const (
	keyWhen     = "when"
	keyWhat     = "what"
	keyKind     = "kind"
	keyKnown    = "known"
	keyAccount  = "account:"
	keyEvidence = "evidence:"
	keyNote     = "note"
)

// noKind is the choice of no kind.
const noKind = "none"

// eventForm is what the form was opened on. Fields that were not changed are left as they are,
// whatever has become of them since.
type eventForm struct {
	s      *Screen
	event  model.Event
	known  []model.ID // the knowings that are shown
	fields []entry.FormField
}

// form is the form of an event.
func (s *Screen) form(e model.Event) entry.FormSpec {
	f := &eventForm{s: s, event: e}
	for _, k := range s.x.KnowingsOf(e.ID) {
		f.known = append(f.known, k.ID)
	}
	known := f.knownText()
	kinds := []string{}
	for _, k := range model.EventKinds() {
		kinds = append(kinds, string(k))
	}
	f.fields = []entry.FormField{
		{Key: keyWhen, Label: "When", Text: e.When.Clock(s.x.Zone), Hint: "14:09, ~14:09, 14:09-14:12 or empty", Asks: prompt.FieldWhen,
			Check: f.checkWhen, Set: f.setWhen},
		{Key: keyWhat, Label: "What", Text: e.What, At: model.ProseAt{Table: model.Events, ID: e.ID, Field: "what"},
			Check: entry.Filled("a row needs words; x in the list removes it"), Set: f.setWhat},
		{Key: keyKind, Label: "Kind", Text: string(e.Kind), Choices: append(kinds, noKind),
			Hint: ifEmpty(string(e.Kind), "detection, diagnosis, decision, action, impact ..."), Set: f.setKind},
		{Key: keyKnown, Label: "Known", Text: known, Hint: ifEmpty(known, "at once @ana; 14:21 @ben"), Asks: prompt.FieldKnown,
			Check: f.checkKnown, Set: f.setKnown},
	}
	account := func(field entry.FormField) {
		field.Key, field.Label, field.Body, field.Asks = keyAccount+string(field.Row), "Account", true, prompt.FieldAccount
		field.At = model.ProseAt{Table: model.Accounts, ID: field.Row, Field: "text"}
		field.Check = func(text string) screen.Reading { return f.checkAccount(field, text) }
		field.Set = func(p model.Postmortem, text string) (model.Postmortem, error) {
			return f.setAccount(p, field.Row, text)
		}
		f.fields = append(f.fields, field)
	}
	for _, a := range s.x.AccountsOf(e.ID) {
		account(entry.FormField{Row: a.ID, Text: s.accountText(a)})
	}
	account(entry.FormField{Hint: "one more: @name and words"})
	evidence := func(field entry.FormField) {
		field.Key, field.Label, field.Asks = keyEvidence+string(field.Row), "Evidence", prompt.FieldWhen
		field.Check = func(text string) screen.Reading { return f.checkEvidence(field.Row, text) }
		field.Set = func(p model.Postmortem, text string) (model.Postmortem, error) {
			return f.setEvidence(p, field.Row, text)
		}
		f.fields = append(f.fields, field)
	}
	for _, v := range s.x.EvidenceOf(e.ID) {
		evidence(entry.FormField{Row: v.ID, Text: s.evidenceName(v)})
	}
	evidence(entry.FormField{Hint: "a link, a file name or an artefact"})
	note := entry.FormField{Key: keyNote, Label: "Note", Hint: "for the facilitator; not drawn while the screen is shared", Body: true,
		Unseen: !s.x.Header.Unshared, At: model.ProseAt{Table: model.Notes, Field: "text"}}
	if notes := s.x.NotesOf(e.ID); len(notes) > 0 {
		note.Text, note.At.ID = notes[0].Text, notes[0].ID
	}
	note.Set = func(p model.Postmortem, text string) (model.Postmortem, error) {
		return entry.SetNote(s.env.Editor, p, model.Note{ID: note.At.ID, Phase: model.PhaseTimeline, Of: model.Events, OfID: e.ID, Text: text})
	}
	f.fields = append(f.fields, note)
	return entry.FormSpec{
		Title: safe.Line(strings.TrimSpace("Event " + e.When.Clock(s.x.Zone))), Row: e.ID, Fields: f.fields,
		Record: entry.FieldByField("Event changed", e.ID, f.fields),
		Again:  func() (entry.FormSpec, bool) { return s.form(s.x.Event(e.ID)), s.x.EventAt(e.ID) >= 0 },
	}
}

// ifEmpty is a hint that a filled field does without.
func ifEmpty(text string, hint safe.Text) safe.Text {
	if text != "" {
		return ""
	}
	return hint
}

// ctx counts from the event itself, so that a time stays on its day.
func (f *eventForm) ctx() capture.Context {
	c := f.s.context
	c.Now = f.s.env.Now()
	if i := f.s.x.EventAt(f.event.ID); i >= 0 {
		c.Marked = f.s.base[i]
	}
	return c
}

func (f *eventForm) checkWhen(text string) screen.Reading {
	m, err := capture.ParseMoment(text, f.ctx())
	switch {
	case err != nil:
		return screen.Reading{Words: safe.Line(err.Error()), Fault: true}
	case m.IsZero():
		return screen.Reading{Words: "no time; the row keeps its place"}
	}
	return screen.Reading{Words: safe.Line("at " + m.Clock(f.s.x.Zone) + m.At.In(f.s.x.Zone).Format(", Mon 2 Jan"))}
}

func (f *eventForm) setWhen(p model.Postmortem, text string) (model.Postmortem, error) {
	m, err := capture.ParseMoment(text, f.ctx())
	if err != nil {
		return p, err
	}
	return edit.Change(f.s.env.Editor, p, f.event.ID, func(e *model.Event) { e.When = m })
}

func (f *eventForm) setWhat(p model.Postmortem, text string) (model.Postmortem, error) {
	return edit.Change(f.s.env.Editor, p, f.event.ID, func(e *model.Event) { e.What = text })
}

func (f *eventForm) setKind(p model.Postmortem, text string) (model.Postmortem, error) {
	if text == noKind {
		text = ""
	}
	return edit.Change(f.s.env.Editor, p, f.event.ID, func(e *model.Event) { e.Kind = model.EventKind(text) })
}
