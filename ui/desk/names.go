package desk

import (
	"slices"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/wording"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// While names are off, a waiting text that was typed with names shows roles. It keeps what it was:
// out of "Person A/C", or the letters in an address, no name can be told. Whatever is recorded or
// saved of it goes through here.

// WithNames is the text of a slot as it names people.
func (d *Desk) WithNames(s entry.Slot, text string) string { return d.withNames(d.Names(), s, text) }

// withNames is WithNames where n hides the names.
func (d *Desk) withNames(n *names.Names, s entry.Slot, text string) string {
	if n == nil || d.Sheet == nil || s.Place == screen.Home {
		return text
	}
	row, t := d.rowOf(s), d.line.Text(s)
	if !t.Rewritten {
		t.Origin = n.StoredAs(d.Record, row, t.Over)
	}
	return n.BackAt(d.Record, row, t.Origin, text)
}

// rowOf is the row of the record that a text is of, nil where it is of none.
func (d *Desk) rowOf(s entry.Slot) (found model.Row) {
	if s.Row == "" {
		return nil
	}
	d.Record.Rows(func(r model.Row) {
		if r.Key() == s.Row {
			found = r
		}
	})
	return found
}

// Put makes a text wait that names people as they are called, and shows it as it may be shown.
func (d *Desk) Put(s entry.Slot, text string) {
	if text == "" || d.Names() == nil {
		d.line.Put(s, text)
		return
	}
	d.line.Put(s, d.Names().HideAt(d.Record, d.rowOf(s), text))
	d.line.SetOrigin(s, text)
}

// SetLine is Put for the line, as one step that can be taken back.
func (d *Desk) SetLine(text string) {
	n, slot := d.Names(), d.line.Slot()
	if n == nil || slot.Place == screen.Home {
		d.line.Set(text)
		return
	}
	d.line.Set(n.HideAt(d.Record, d.rowOf(slot), text))
	if d.line.Value() != text {
		d.line.SetOrigin(slot, text)
	}
}

// AsTyped is a text that was typed with names as it was typed, and any other as it stands.
func (d *Desk) AsTyped(s entry.Slot, text string) string {
	if !d.line.Text(s).Rewritten {
		return text
	}
	return d.withNames(d.line.Names, s, text)
}

// FollowNames lets the texts that wait follow when names are turned off or on, here or in another
// window: no name waits on the screen while they are off, and no role is recorded while they are on.
func (d *Desk) FollowNames() {
	was, now := d.line.Names, d.Names()
	if d.line.Names = now; (was == nil) == (now == nil) {
		return
	}
	d.o.Tell(NamesTurned{})
	d.line.Rewrite(func(s entry.Slot, t *entry.Text) {
		t.Origin, t.Rewritten = d.withNames(was, s, t.Words), true
		t.Words = now.HideAt(d.Record, d.rowOf(s), t.Origin)
	})
}

// HideFound is a text of a row with what was found in it, as they may be shown.
func (d *Desk) HideFound(row model.Row, text string, found []wording.Finding) (string, []wording.Finding) {
	n := d.Names()
	if n == nil {
		return text, found
	}
	found = slices.Clone(found)
	places := make([]*int, 0, 2*len(found))
	for i := range found {
		places = append(places, &found[i].Start, &found[i].End)
	}
	text = n.HideAt(d.Record, row, text, places...)
	for i, f := range found {
		found[i].Text, found[i].Ask = text[f.Start:f.End], n.Hide(f.Ask)
	}
	return text, found
}

// hideAtHome hides the names in what home lists of the record that was left last. Of other records
// home knows no people.
func (d *Desk) hideAtHome(list []model.Summary, dues []model.Due) {
	if d.Names() == nil {
		return
	}
	for i := range list {
		if list[i].ID == d.ID() {
			list[i].Title = d.Index.Header.Title
		}
	}
	for i := range dues {
		row, _ := d.Index.Row(model.Countermeasures, dues[i].Countermeasure)
		if c, ok := row.(model.Countermeasure); ok && dues[i].Postmortem == d.ID() {
			dues[i].Text = c.Text
		}
	}
}

// Private tells that the room does not see the screen.
func (d *Desk) Private() bool {
	return d.Sheet != nil && !d.o.AtHome() && d.Record.Header.Unshared
}

// Hides tells that the text of a slot must not be drawn: it is not for the room, and the room sees the
// screen. What is typed while the screen is private is not for the room until it is recorded.
func (d *Desk) Hides(s entry.Slot) bool { return d.line.Text(s).Private && !d.Private() }

// FollowShared keeps what was drawn for one person from the room when the screen is shared, here or in
// another window.
func (d *Desk) FollowShared() {
	was, now := d.unshared, d.Private()
	if d.unshared = now; !was || now || d.Sheet == nil || d.o.AtHome() {
		return
	}
	d.o.Tell(Shared{})
	d.line.Rewrite(func(entry.Slot, *entry.Text) {}) // a step back must not show it
}
