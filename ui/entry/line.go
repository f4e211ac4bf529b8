// Package entry is the one door for typed text: the capture line and the fields of a form. It
// joins the editor of one line with completion, with the texts that wait in other fields, and
// with the drafts that outlive a crash.
package entry

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model/names"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Line is the capture line. It holds one slot at a time; what was typed in another and is not
// recorded waits there, and is a draft on disk.
type Line struct {
	// Names are those with which the waiting texts were hidden, nil while they are as they were typed.
	Names *names.Names

	text   *widget.Line
	slot   Slot
	stored string // what is recorded in this slot
	texts  map[Slot]*Text
	unseen bool // what is typed now is not for the room

	candidates []screen.Candidate // while Tab steps through them
	chosen     int
	open       [2]int // the part of the text that they stand in
}

// NewLine returns an empty line.
func NewLine() *Line { return &Line{text: widget.NewLine(), texts: make(map[Slot]*Text)} }

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
	if t := l.texts[slot]; t != nil {
		if t.Waits {
			l.text.Reset(t.Words)
			return
		}
		t.Origin, t.Rewritten = "", false
	}
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

// KeepFromRoom says whether what is typed from now on is for the room. A text with a part that is not
// stays so until it is recorded or emptied.
func (l *Line) KeepFromRoom(keep bool) { l.unseen = keep }

// Update takes a key or a paste and reports whether the text changed.
func (l *Line) Update(msg tea.Msg) bool { return l.changed(l.text.Update(msg)) }

// Insert types text at the cursor and returns what found no room.
func (l *Line) Insert(text string) (rest string) {
	rest = l.text.Insert(text)
	l.changed(true)
	return rest
}

// Set puts another text into the line, as one step that can be taken back.
func (l *Line) Set(text string) {
	l.text.SetValue(text)
	l.changed(true)
}

// Undo takes back what was typed last in this line, and reports whether there was anything.
func (l *Line) Undo() bool { return l.changed(l.text.Undo()) }

// Redo has it again.
func (l *Line) Redo() bool { return l.changed(l.text.Redo()) }

// changed notes that somebody changed the text.
func (l *Line) changed(is bool) bool {
	if is {
		l.endCompletion()
		l.touch()
	}
	return is
}

func (l *Line) touch() {
	t, text := l.at(l.slot), l.text.Value()
	if !t.Waits {
		t.Over = l.stored
	}
	if t.Private && !l.unseen && text == l.stored {
		l.text.Reset(text) // a step back must not show it
	}
	t.wait(text, text != l.stored, l.unseen)
	t.unsaved = true
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
	return [...]theme.Style{screen.Time: t.Strong, screen.Date: t.Strong, screen.Person: t.Accent, screen.Tag: t.Kinds.Detection,
		screen.Sign: t.Accent, screen.Quotation: t.Dim, screen.Unknown: t.Look, screen.Flagged: t.Mark}[k]
}
