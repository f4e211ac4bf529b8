package widget

import "strings"

// maxSteps is how many steps of one line can be taken back.
const maxSteps = 1000

// edit is one step: at a byte, old text gave way to new text.
type edit struct {
	at            int
	old, new      string
	before, after int // the cursor
}

// Undo takes back what was typed last: a word, a run of erasing keys, a paste. It reports whether there was anything.
func (l *Line) Undo() bool {
	if len(l.past) == 0 {
		return false
	}
	e := l.past[len(l.past)-1]
	l.past = l.past[:len(l.past)-1]
	l.future = append(l.future, e)
	l.put(l.value[:e.at]+e.old+l.value[e.at+len(e.new):], e.before)
	l.sealed = true
	return true
}

// Redo has the step again that Undo took back last, until something else is typed.
func (l *Line) Redo() bool {
	if len(l.future) == 0 {
		return false
	}
	e := l.future[len(l.future)-1]
	l.future = l.future[:len(l.future)-1]
	l.past = append(l.past, e)
	l.put(l.value[:e.at]+e.new+l.value[e.at+len(e.old):], e.after)
	l.sealed = true
	return true
}

// record adds a step, or joins it to the one before where both belong to one word or one run.
func (l *Line) record(e edit) {
	e.after = l.cursor
	l.future = nil
	if n := len(l.past); n > 0 && !l.sealed && l.past[n-1].takes(e) {
		return
	}
	l.sealed = false
	if len(l.past) == maxSteps {
		l.past = append(l.past[:0], l.past[1:]...)
	}
	l.past = append(l.past, e)
}

// takes joins a later step to this one if they belong together.
func (e *edit) takes(later edit) bool {
	switch {
	case e.old == "" && later.old == "" && later.at == e.at+len(e.new):
		if endsInSpace(e.new) && !endsInSpace(later.new) {
			return false // a new word
		}
		e.new += later.new
	case e.new == "" && later.new == "" && later.at+len(later.old) == e.at: // backwards
		e.at, e.old = later.at, later.old+e.old
	case e.new == "" && later.new == "" && later.at == e.at: // forwards
		e.old += later.old
	default:
		return false
	}
	e.after = later.after
	return true
}

func endsInSpace(s string) bool {
	return strings.HasSuffix(s, " ") || strings.HasSuffix(s, "\n")
}

// keyEdit is the step that one key made. The input either puts text in at the cursor or takes out what lies at it, so
// the two cursors tell what happened; comparing the texts would be in doubt wherever a letter is doubled.
func keyEdit(old, new string, before, after int) edit {
	if len(new) > len(old) {
		return edit{at: before, new: new[before:after], before: before}
	}
	return edit{at: after, old: old[after : after+len(old)-len(new)], before: before}
}
