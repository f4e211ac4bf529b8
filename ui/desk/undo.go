package desk

import (
	"slices"

	"debrief/model"
)

// undone is one thing that was taken back: typing in the line, or a recorded change.
type undone int

const (
	typedWords undone = iota
	recordedChange
)

// Typed notes that somebody typed: then there is no typing to have again.
func (d *Desk) Typed() {
	d.undone = slices.DeleteFunc(d.undone, func(u undone) bool { return u == typedWords })
}

// TakeBack undoes or redoes: while the focus is in the line its typing first, then recorded changes. Redo
// has again what was taken back last. It is told with TookBack or BringBack, at once or when the history
// was read.
func (d *Desk) TakeBack(redo, inLine bool) {
	switch {
	case inLine && d.takeBackTyping(redo):
	case d.Sheet == nil || d.o.AtHome() && !d.Deleted():
		d.check("open a post-mortem to take back what was done in it")
	case d.History == nil && d.HistoryErr != nil:
		d.check(d.HistoryErr.Error())
	case d.History == nil: // it comes in a moment
		d.asked = append(d.asked, asked{redo, d.Seq})
	case d.Deleted() && redo:
		d.check(Sentence(model.ErrNothingToRedo))
	case d.Deleted():
		d.o.Tell(BringBack{})
	case len(d.conflicts) > 0:
		d.check("a change of yours is not on disk and waits for an answer; settle it first")
		d.showTrouble(false)
	case !redo && d.takeBackWaiting():
	default:
		d.takeBackChange(redo)
	}
}

// takeBackTyping takes back typing in the line, and reports whether there was any.
func (d *Desk) takeBackTyping(redo bool) bool {
	if !redo {
		if !d.line.Undo() {
			return false
		}
		d.undone = append(d.undone, typedWords)
		return true
	}
	n := len(d.undone)
	if n > 0 && d.undone[n-1] != typedWords || !d.line.Redo() {
		return false
	}
	d.undone = d.undone[:max(n-1, 0)]
	return true
}

// takeBackWaiting takes back the latest change while the store refuses one for ever: behind that an
// undo would wait for ever too, so the change itself leaves the queue. It reports false where there
// is none.
func (d *Desk) takeBackWaiting() bool {
	if !d.refused() {
		return false
	}
	waiting := d.queue.Waiting()
	for i := len(waiting) - 1; i >= 0; i-- {
		if waiting[i].Entry.Seq != 0 {
			d.giveUp(i, "")
			return true
		}
	}
	return false
}

// takeBackChange takes back the latest recorded change, or makes the one again that was taken back last.
func (d *Desk) takeBackChange(redo bool) {
	take, took := d.History.Undo, TookBack{Word: "Taken back: "}
	switch {
	case redo:
		take, took.Word = d.History.Redo, "Back again: "
	case d.History.SessionStays():
		took.Stays = "; the session that has begun stays"
	}
	e, err := take(d.Record, d.o.Now())
	if err != nil {
		d.check(Sentence(err))
		return
	}
	if !d.Commit(e, nil) {
		return
	}
	if redo {
		d.undone = d.undone[:max(len(d.undone)-1, 0)]
	} else {
		d.undone = append(d.undone, recordedChange)
	}
	took.Change = e.Change
	d.o.Tell(took)
}

// takeBackAsked does what was asked for before the history was there, unless something was
// recorded since: then it would take back another thing than was meant.
func (d *Desk) takeBackAsked() {
	waiting := d.asked
	d.asked = nil
	for i, w := range waiting {
		if w.latest+int64(i) != d.Seq {
			d.check("something was recorded since the key was pressed; press it again")
			break
		}
		d.TakeBack(w.redo, false)
	}
}
