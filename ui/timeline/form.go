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
	note   model.ID   // the note that is shown; empty for none
	known  []model.ID // the knowings that are shown
	fields []entry.FormField
}

// form opens the marked event.
func (s *Screen) form(e model.Event) *entry.Form { return entry.NewForm(s.env, s.formSpec(e)) }

func (s *Screen) formSpec(e model.Event) entry.FormSpec {
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
		{Key: keyWhen, Label: "When", Text: e.When.Clock(s.x.Zone), Hint: "14:09, ~14:09, 14:09-14:12 or empty"},
		{Key: keyWhat, Label: "What", Text: e.What, At: model.ProseAt{Table: model.Events, ID: e.ID, Field: "what"}},
		{Key: keyKind, Label: "Kind", Text: string(e.Kind), Choices: append(kinds, noKind),
			Hint: ifEmpty(string(e.Kind), "detection, diagnosis, decision, action, impact ...")},
		{Key: keyKnown, Label: "Known", Text: known, Hint: ifEmpty(known, "at once @ana; 14:21 @ben")},
	}
	for _, a := range s.x.AccountsOf(e.ID) {
		f.fields = append(f.fields, entry.FormField{Key: keyAccount + string(a.ID), Row: a.ID, Label: "Account", Text: s.accountText(a), Body: true,
			At: model.ProseAt{Table: model.Accounts, ID: a.ID, Field: "text"}})
	}
	f.fields = append(f.fields, entry.FormField{Key: keyAccount, Label: "Account", Hint: "one more: @name and words", Body: true,
		At: model.ProseAt{Table: model.Accounts, Field: "text"}})
	for _, v := range s.x.EvidenceOf(e.ID) {
		f.fields = append(f.fields, entry.FormField{Key: keyEvidence + string(v.ID), Row: v.ID, Label: "Evidence", Text: s.evidenceName(v)})
	}
	f.fields = append(f.fields, entry.FormField{Key: keyEvidence, Label: "Evidence", Hint: "a link, a file name or an artefact"})
	note := entry.FormField{Key: keyNote, Label: "Note", Hint: "for the facilitator; not drawn while the screen is shared", Body: true,
		Unseen: !s.x.Header.Unshared, At: model.ProseAt{Table: model.Notes, Field: "text"}}
	for _, n := range s.x.NotesOf(e.ID) {
		if f.note == "" {
			f.note, note.Text = n.ID, n.Text
			note.At.ID = n.ID
		}
	}
	f.fields = append(f.fields, note)
	title := "Event " + e.When.Clock(s.x.Zone)
	return entry.FormSpec{
		Title: safe.Line(strings.TrimSpace(title)), Row: e.ID, Fields: f.fields,
		Asks: asks, Check: f.check, Record: f.record,
		Again: func() (entry.FormSpec, bool) { return s.formSpec(s.x.Event(e.ID)), s.x.EventAt(e.ID) >= 0 },
	}
}

// ifEmpty is a hint that a filled field does without.
func ifEmpty(text string, hint safe.Text) safe.Text {
	if text != "" {
		return ""
	}
	return hint
}

// asks is the condition that a field of the form is marked.
func asks(key string) prompt.Condition {
	switch {
	case key == keyWhen || strings.HasPrefix(key, keyEvidence):
		return prompt.FieldWhen
	case key == keyKnown:
		return prompt.FieldKnown
	case strings.HasPrefix(key, keyAccount):
		return prompt.FieldAccount
	}
	return ""
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

// check says how the text of a field is understood.
func (f *eventForm) check(key, text string) screen.Reading {
	c := f.ctx()
	switch {
	case key == keyWhen:
		m, err := capture.ParseMoment(text, c)
		switch {
		case err != nil:
			return fault(err.Error())
		case m.IsZero():
			return screen.Reading{Words: "no time; the row keeps its place"}
		}
		return screen.Reading{Words: safe.Line("at " + m.Clock(f.s.x.Zone) + m.At.In(f.s.x.Zone).Format(", Mon 2 Jan"))}
	case key == keyWhat && strings.TrimSpace(text) == "":
		return fault("a row needs words; x in the list removes it")
	case key == keyKnown:
		return f.checkKnown(text, c)
	case strings.HasPrefix(key, keyAccount):
		return f.checkAccount(key, text, c)
	case strings.HasPrefix(key, keyEvidence):
		return f.checkEvidence(key, text)
	}
	return screen.Reading{}
}

func fault(words string) screen.Reading { return screen.Reading{Words: safe.Line(words), Fault: true} }

// record makes one change of all fields that are not as they were.
func (f *eventForm) record(changed map[string]string) screen.Outcome {
	ed, c := f.s.env.Editor, f.ctx()
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Event changed", Mark: f.event.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
			var err error
			for _, field := range f.fields {
				text, ok := changed[field.Key]
				if !ok {
					continue
				}
				if p, err = f.set(ed, p, field.Key, strings.TrimSpace(text), c); err != nil {
					return p, err
				}
			}
			return p, nil
		}},
	}
}

func (f *eventForm) set(ed edit.Editor, p model.Postmortem, key, text string, c capture.Context) (model.Postmortem, error) {
	id := f.event.ID
	switch {
	case key == keyWhen:
		m, err := capture.ParseMoment(text, c)
		if err != nil {
			return p, err
		}
		return edit.Change(ed, p, id, func(e *model.Event) { e.When = m })
	case key == keyWhat:
		return screen.Change(id, func(p model.Postmortem, e model.Event) (model.Postmortem, error) {
			e.What = text
			return ed.Set(p, e)
		})(p)
	case key == keyKind:
		if text == noKind {
			text = ""
		}
		return edit.Change(ed, p, id, func(e *model.Event) { e.Kind = model.EventKind(text) })
	case key == keyKnown:
		return f.setKnown(ed, p, text, c)
	case strings.HasPrefix(key, keyAccount):
		return f.setAccount(ed, p, model.ID(strings.TrimPrefix(key, keyAccount)), text, c)
	case strings.HasPrefix(key, keyEvidence):
		return f.setEvidence(ed, p, model.ID(strings.TrimPrefix(key, keyEvidence)), text)
	}
	return f.setNote(ed, p, text)
}

// setNote changes the note that is shown. A new one is private: it is drawn only while the
// screen is not shared.
func (f *eventForm) setNote(ed edit.Editor, p model.Postmortem, text string) (model.Postmortem, error) {
	if f.note == "" {
		p, _, err := ed.Add(p, model.Note{Phase: model.PhaseTimeline, Of: model.Events, OfID: f.event.ID, Text: text, Private: true})
		return p, err
	}
	if text == "" {
		return ed.Remove(p, model.Notes, f.note)
	}
	return screen.Change(f.note, func(p model.Postmortem, n model.Note) (model.Postmortem, error) {
		n.Text = text
		return ed.Set(p, n)
	})(p)
}
