package desk

import (
	"debrief/model"
	"debrief/model/names"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// Look is how this window shows the record, which is nobody else's matter: it is no part of the record. The
// header has fields of these names; earlier versions wrote them, and they stay as they are.
type Look struct {
	NamesOff bool // roles instead of names
	Private  bool // the room does not see the screen
}

// lookPlace is where waits, so that it outlives the program, whether names are off.
const lookPlace screen.Name = "window"

func lookSlot() entry.Slot {
	return entry.Slot{Place: lookPlace, Key: screen.Key{Field: "names"}}
}

// lookOf is how a record is shown when it is opened: with names off where they were when it was looked at
// last, in whatever window, or where the record says so. Nothing that is private ever comes up by itself.
func lookOf(p model.Postmortem, drafts []model.Draft) Look {
	look, at := Look{NamesOff: p.Header.NamesOff}, model.Draft{}
	for _, d := range drafts {
		if isLook(d) && !d.At.Before(at.At) {
			at, look.NamesOff = d, d.Text == namesOff
		}
	}
	return look
}

// The texts of the draft.
const (
	namesOff = "names off"
	namesOn  = "names on"
)

func isLook(d model.Draft) bool { return screen.Name(d.Place) == lookPlace }

// Seen is the record as this window shows it.
func (l Look) Seen(p model.Postmortem) model.Postmortem {
	p.Header.NamesOff, p.Header.Unshared = l.NamesOff, l.Private
	return p
}

// Make is what an edit makes of the record, and the row to mark. What was typed while names are off stands in it as it
// was meant: screens and forms show roles, and so hand back roles.
func (l Look) Make(p model.Postmortem, e *screen.Edit) (after model.Postmortem, mark model.ID, err error) {
	seen := l.Seen(p)
	after, mark, err = e.Apply(seen)
	if err != nil {
		return p, "", err
	}
	after = names.PutNamesBack(seen, after)
	after.Header.NamesOff, after.Header.Unshared = p.Header.NamesOff, p.Header.Unshared
	return after, mark, nil
}

// Private tells that the room does not see the screen.
func (d *Desk) Private() bool { return d.Sheet != nil && !d.o.AtHome() && d.Look.Private }

// TurnNames shows roles instead of names on the screen, or names again. It is no edit: a step back
// must not show names to the room.
func (d *Desk) TurnNames() {
	d.Look.NamesOff = !d.Look.NamesOff
	text, words := namesOn, "Names are on"
	if d.Look.NamesOff {
		text, words = namesOff, "Names are off: a letter is a person; type @a in the place of a name"
	}
	d.project()
	d.o.Tell(Changed{})
	if d.Look.NamesOff == d.Record.Header.NamesOff {
		text = "" // a start again shows it so without
	}
	if !d.ReadOnly {
		d.keepLook(text)
	}
	d.done(words)
}

// Share marks the screen as shared with the room, or as private.
func (d *Desk) Share() {
	d.Look.Private = !d.Look.Private
	d.project()
	d.o.Tell(Changed{})
	if d.Look.Private {
		d.done("The screen counts as private: private notes are shown")
		return
	}
	d.done("The screen counts as shared: private notes are not drawn")
}
