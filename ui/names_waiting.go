package ui

import (
	"debrief/model"
	"debrief/model/names"
	"debrief/ui/entry"
)

// While names are off, a waiting text that was typed with names shows roles. It keeps what it was:
// out of "Person A/C", or the letters in an address, no name can be told. Whatever is recorded or
// saved of it goes through here.

// withNames is the text of a slot as it names people, where n hides their names.
func (a *App) withNames(n *names.Names, s entry.Slot, text string) string {
	if n == nil || a.session == nil || s.Place == "" {
		return text
	}
	row, t := a.rowOf(s), a.line.Text(s)
	if !t.Rewritten {
		t.Origin = n.StoredAs(a.session.record, row, t.Over)
	}
	return n.BackAt(a.session.record, row, t.Origin, text)
}

// rowOf is the row of the record that a text is of, nil where it is of none.
func (a *App) rowOf(s entry.Slot) (found model.Row) {
	if s.Row == "" {
		return nil
	}
	a.session.record.Rows(func(r model.Row) {
		if r.Key() == s.Row {
			found = r
		}
	})
	return found
}

// put makes a text wait that names people as they are called, and shows it as it may be shown.
func (a *App) put(s entry.Slot, text string) {
	if text == "" || a.names() == nil {
		a.line.Put(s, text)
		return
	}
	a.line.Put(s, a.names().HideAt(a.session.record, a.rowOf(s), text))
	a.line.SetOrigin(s, text)
}

// setLine is put for the line, as one step that can be taken back.
func (a *App) setLine(text string) {
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

// asTyped is a text that was typed with names as it was typed, and any other as it stands.
func (a *App) asTyped(s entry.Slot, text string) string {
	if !a.line.Text(s).Rewritten {
		return text
	}
	return a.withNames(a.line.Names, s, text)
}
