// Package entry is the one door for typed text: the capture line and the fields of a form. It
// joins the editor of one line with completion, with the texts that wait in other fields, and
// with the drafts that outlive a crash.
package entry

import (
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Slot names a text that is being typed: the field of a place.
type Slot struct{ Place, Field string }

// Line is the capture line. It holds one slot at a time; what was typed in another and is not
// recorded waits there, and is a draft on disk.
type Line struct {
	text    *widget.Line
	slot    Slot
	stored  string // what is recorded in this slot
	waiting map[Slot]string
	origin  map[Slot]string // what a waiting text was before other words were put into it
	over    map[Slot]string // what stood in the line when somebody began to type over it
	dirty   map[Slot]bool   // changed since the drafts were last taken
	private map[Slot]bool   // the texts that wait and are not for the room
	unseen  bool            // what is typed now is not for the room

	candidates []screen.Candidate // while Tab steps through them
	chosen     int
	open       [2]int // the part of the text that they stand in
}

// NewLine returns an empty line.
func NewLine() *Line {
	return &Line{text: widget.NewLine(), waiting: make(map[Slot]string), origin: make(map[Slot]string), over: make(map[Slot]string), dirty: make(map[Slot]bool), private: make(map[Slot]bool)}
}

// Hold gives the line another slot with the text recorded there. A text that waits in the slot
// comes back; nothing typed before is lost. Holding the slot it already has changes nothing,
// unless another text was recorded there and nothing waits.
func (l *Line) Hold(slot Slot, stored string) {
	if slot == l.slot {
		if stored == l.stored {
			return
		}
		if l.text.Value() != l.stored {
			l.stored = stored
			return
		}
	}
	l.slot, l.stored = slot, stored
	l.endCompletion()
	if text, ok := l.waiting[slot]; ok {
		l.text.Reset(text)
		return
	}
	delete(l.origin, slot)
	l.text.Reset(stored)
}

// Slot returns the slot that the line holds.
func (l *Line) Slot() Slot { return l.slot }

// Value returns the text in the line.
func (l *Line) Value() string { return l.text.Value() }

// Cursor returns the byte of the text before which the cursor stands.
func (l *Line) Cursor() int { return l.text.Cursor() }

// Empty tells that there is no text.
func (l *Line) Empty() bool { return l.text.Empty() }

// Changed tells that the line holds text that is not recorded.
func (l *Line) Changed() bool { return l.text.Value() != l.stored }

// Waiting returns the text of a slot that is not recorded, false where there is none.
func (l *Line) Waiting(s Slot) (string, bool) {
	text, ok := l.waiting[s]
	return text, ok
}

// Texts returns all texts that are not recorded, by their slots.
func (l *Line) Texts() map[Slot]string { return maps.Clone(l.waiting) }

// Origin returns what the text of a slot was before other words were put into it, false where none were.
func (l *Line) Origin(s Slot) (string, bool) {
	text, ok := l.origin[s]
	return text, ok
}

// Over returns the recorded text that somebody types over in a slot, as the line showed it.
func (l *Line) Over(s Slot) string { return l.over[s] }

// KeepFromRoom says whether what is typed from now on is for the room. A text with a part that is not
// stays so until it is recorded or emptied.
func (l *Line) KeepFromRoom(keep bool) { l.unseen = keep }

// Private tells that a text waits in the slot that is not for the room.
func (l *Line) Private(s Slot) bool { return l.private[s] }

// SetPrivate says that the text which waits in the slot is not for the room.
func (l *Line) SetPrivate(s Slot) {
	if _, ok := l.waiting[s]; ok {
		l.private[s] = true
	}
}

// Update takes a key or a paste and reports whether the text changed.
func (l *Line) Update(msg tea.Msg) bool {
	changed := l.text.Update(msg)
	if changed {
		l.endCompletion()
		l.touch()
	}
	return changed
}

// Insert types text at the cursor and returns what found no room.
func (l *Line) Insert(text string) (rest string) {
	rest = l.text.Insert(text)
	l.endCompletion()
	l.touch()
	return rest
}

// Set puts another text into the line, as one step that can be taken back.
func (l *Line) Set(text string) {
	l.text.SetValue(text)
	l.endCompletion()
	l.touch()
}

// SetOrigin says what the text of a slot was before other words were put into it.
func (l *Line) SetOrigin(s Slot, origin string) { l.origin[s] = origin }

// Put makes a text wait in a slot, "" for none, as if it had been typed there.
func (l *Line) Put(slot Slot, text string) {
	delete(l.origin, slot)
	delete(l.over, slot)
	l.dirty[slot] = true
	l.wait(slot, text, text != "")
	if slot == l.slot {
		l.text.Reset(text)
		l.endCompletion()
	}
}

// Undo takes back what was typed last in this line, and reports whether there was anything.
func (l *Line) Undo() bool {
	if !l.text.Undo() {
		return false
	}
	l.endCompletion()
	l.touch()
	return true
}

// Redo has it again.
func (l *Line) Redo() bool {
	if !l.text.Redo() {
		return false
	}
	l.endCompletion()
	l.touch()
	return true
}

// Settle empties the slots whose text is recorded now, and returns them, so that the save which
// records it can remove their drafts. Where the line holds one of them it goes back to stored.
func (l *Line) Settle(slots ...Slot) []Slot {
	var drafts []Slot
	for _, s := range slots {
		if _, ok := l.waiting[s]; ok || l.dirty[s] {
			drafts = append(drafts, s)
		}
		l.drop(s)
		delete(l.dirty, s)
		if s == l.slot {
			l.text.Reset(l.stored)
			l.endCompletion()
		}
	}
	return drafts
}

// Restore puts back texts that waited when the program ended.
func (l *Line) Restore(texts map[Slot]string) {
	for s, text := range texts {
		if _, ok := l.waiting[s]; ok || text == "" {
			continue
		}
		l.waiting[s] = text
		if s == l.slot {
			l.text.Reset(text)
		}
	}
}

// Rewrite puts other words into the texts of a record that wait, such as roles in the place of names.
// What they stand for is the same (see Origin), so nothing of it is taken back and no draft is saved anew.
func (l *Line) Rewrite(change func(s Slot, text string) string) {
	for s, text := range l.waiting {
		if s.Place != "" {
			l.waiting[s] = change(s, text)
		}
	}
	if text, ok := l.waiting[l.slot]; ok {
		l.text.Reset(text)
	} else {
		l.text.Reset(l.stored) // what was typed and taken back is forgotten
	}
	l.endCompletion()
}

// Forget drops the texts that wait in a record when another one is opened; they stay drafts on
// disk. What waits at home, the place without a name, stays.
func (l *Line) Forget() {
	for s := range l.waiting {
		if s.Place != "" {
			l.drop(s)
			delete(l.dirty, s)
		}
	}
	l.slot, l.stored = Slot{Place: "?"}, ""
	l.text.Reset("")
	l.endCompletion()
}

// TakeDrafts returns the slots whose text changed since it was last called, with the text that
// waits there; an empty text means that none waits any more.
func (l *Line) TakeDrafts() map[Slot]string {
	if len(l.dirty) == 0 {
		return nil
	}
	drafts := make(map[Slot]string, len(l.dirty))
	for s := range l.dirty {
		drafts[s] = l.waiting[s]
	}
	clear(l.dirty)
	return drafts
}

// HasDrafts tells that TakeDrafts has something to return.
func (l *Line) HasDrafts() bool { return len(l.dirty) > 0 }

// drop forgets the text of a slot, and all that was known of it.
func (l *Line) drop(s Slot) {
	l.wait(s, "", false)
	delete(l.origin, s)
	delete(l.over, s)
}

func (l *Line) touch() {
	text, private := l.text.Value(), l.private[l.slot]
	if _, waits := l.waiting[l.slot]; !waits {
		l.over[l.slot] = l.stored
	}
	l.wait(l.slot, text, text != l.stored)
	if private && !l.unseen && text == l.stored {
		l.text.Reset(text) // a step back must not show it
	}
	l.dirty[l.slot] = true
}

// wait makes a text wait in a slot, or none.
func (l *Line) wait(s Slot, text string, waits bool) {
	if !waits {
		delete(l.waiting, s)
		delete(l.private, s)
		return
	}
	l.waiting[s] = text
	if l.unseen {
		l.private[s] = true
	}
}

// Complete puts the next candidate (or the one before, with step -1) into the open word. It
// reports whether there was one. The first call takes the candidates of the reading; later ones
// go round in them until something else is typed.
func (l *Line) Complete(candidates []screen.Candidate, step int) bool {
	if len(l.candidates) == 0 {
		if len(candidates) == 0 {
			return false
		}
		l.candidates = slices.Clone(candidates)
		l.open = [2]int{candidates[0].Start, candidates[0].End}
		l.chosen = 0
		if step < 0 {
			l.chosen = len(candidates) - 1
		}
	} else if len(l.candidates) == 1 {
		l.endCompletion() // it stands already, so Tab goes on
		return false
	} else {
		l.chosen = (l.chosen + step + len(l.candidates)) % len(l.candidates)
	}
	c := l.candidates[l.chosen]
	l.text.Replace(l.open[0], l.open[1], c.Text)
	l.open[1] = l.open[0] + len(c.Text)
	l.touch()
	return true
}

// Completing tells that Tab goes round in candidates.
func (l *Line) Completing() bool { return len(l.candidates) > 0 }

func (l *Line) endCompletion() { l.candidates, l.chosen = nil, 0 }

// Rows draws the line in one to most rows of width cells, and says where the cursor stands.
func (l *Line) Rows(t *theme.Theme, r screen.Reading, width, most int) ([]string, widget.CursorAt) {
	d := widget.Drawing{Width: width, Max: most, Text: t.Text, Dim: t.Faint, Glyphs: t.Glyphs, Unseen: r.Unseen}
	if r.Unseen {
		return l.text.Rows(d)
	}
	for _, s := range r.Stretches {
		d.Spans = append(d.Spans, widget.Span{Start: s.Start, End: s.End, Style: style(t, s.Kind)})
	}
	if len(r.Candidates) > 0 && !l.Completing() {
		c := r.Candidates[0]
		typed := l.text.Value()
		// On an empty line a candidate would look like what is recorded.
		if typed != "" && c.End == len(typed) && c.End-c.Start <= len(c.Text) && typed[c.Start:c.End] == c.Text[:c.End-c.Start] {
			d.Ghost = safe.Line(c.Text[c.End-c.Start:])
		}
	}
	return l.text.Rows(d)
}

func style(t *theme.Theme, k screen.Kind) theme.Style {
	switch k {
	case screen.Time, screen.Date:
		return t.Strong
	case screen.Person:
		return t.Accent
	case screen.Tag:
		return t.Kinds.Detection
	case screen.Sign:
		return t.Accent
	case screen.Quotation:
		return t.Dim
	case screen.Unknown:
		return t.Look
	case screen.Flagged:
		return t.Mark
	}
	return t.Text
}
