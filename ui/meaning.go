package ui

import (
	"strings"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// While names are off, a waiting text that was typed with names shows roles. It keeps what it was:
// out of "Person A/C", or the letters in an address, no name can be told. Whatever is recorded or
// saved of it goes through here.

// meant is what the text of a slot means to those for whom n hides names.
func (a *App) meant(n *model.Names, s entry.Slot, text string) string {
	if n == nil || a.session == nil || s.Place == "" {
		return text
	}
	row := a.rowOf(s)
	origin, ok := a.line.Origin(s)
	if !ok {
		origin = n.StoredAs(a.session.record, row, a.line.Over(s))
	}
	return n.BackAt(a.session.record, row, origin, text)
}

// rowOf is the row of the record whose id stands in the name of a slot, nil where none does.
func (a *App) rowOf(s entry.Slot) (found model.Row) {
	ids := make(map[model.ID]bool)
	for part := range strings.SplitSeq(s.Field, ":") {
		ids[model.ID(part)] = part != ""
	}
	a.session.record.Rows(func(r model.Row) {
		if ids[r.Key()] {
			found = r
		}
	})
	return found
}

// putMeant makes a text wait that names people as they are called, and shows it as it may be shown.
func (a *App) putMeant(s entry.Slot, text string) {
	if text == "" || a.names() == nil {
		a.line.Put(s, text)
		return
	}
	a.line.Put(s, a.names().HideAt(a.session.record, a.rowOf(s), text))
	a.line.SetOrigin(s, text)
}

// setMeant is putMeant for the line, as one step that can be taken back.
func (a *App) setMeant(text string) {
	n, slot := a.names(), a.line.Slot()
	if n == nil || slot.Place == "" {
		a.line.Set(text)
		return
	}
	a.line.Set(n.HideAt(a.session.record, a.rowOf(slot), text))
	if a.line.Value() != text {
		a.line.SetOrigin(slot, text)
	}
}

// asMeant does something with panels and screens that take the texts which were typed with names as
// they were typed.
func (a *App) asMeant(do func()) {
	a.meaning = true
	do()
	a.meaning = false
	if form, ok := a.front().(*entry.Form); ok {
		form.Retake()
	}
}

// pending returns the text of a slot that is not recorded, false where there is none.
func (a *App) pending(s entry.Slot) (string, bool) {
	text, ok := a.line.Waiting(s)
	if ok && a.meaning {
		text = a.asTyped(s, text)
	}
	return text, ok
}

// asTyped is a text that was typed with names as it was typed, and any other as it stands.
func (a *App) asTyped(s entry.Slot, text string) string {
	if _, ok := a.line.Origin(s); !ok {
		return text
	}
	return a.meant(a.hiding, s, text)
}

// enterWith hands the text of the line to what Enter is for.
func (a *App) enterWith(enter func(text string) screen.Outcome, text string) (o screen.Outcome) {
	a.asMeant(func() { o = enter(a.asTyped(a.line.Slot(), text)) })
	return o
}
