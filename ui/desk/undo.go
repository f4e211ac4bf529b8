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

// Undo takes back what was done, and has it again.
type Undo struct {
	d      *Desk
	undone []undone // what was taken back, the latest last: redo has it again in this order
}

// Typed notes that somebody typed: then there is no typing to have again.
func (u *Undo) Typed() {
	u.undone = slices.DeleteFunc(u.undone, func(is undone) bool { return is == typedWords })
}

// TakeBack undoes or redoes: while the focus is in the line its typing first, then recorded changes. Redo
// has again what was taken back last. It is told with TookBack or BringBack, at once or when the history
// was read.
func (u *Undo) TakeBack(redo, inLine bool) {
	switch {
	case inLine && u.typing(redo):
	case u.d.Sheet == nil || u.d.o.AtHome() && !u.d.Deleted():
		u.d.check("open a post-mortem to take back what was done in it")
	case u.d.History == nil && u.d.HistoryErr != nil:
		u.d.check(u.d.HistoryErr.Error())
	case u.d.History == nil: // it comes in a moment
		u.d.asked = append(u.d.asked, asked{redo, u.d.Seq})
	case u.d.Deleted() && redo:
		u.d.check(Sentence(model.ErrNothingToRedo))
	case u.d.Deleted():
		u.d.o.Tell(BringBack{})
	case len(u.d.Conflicts.waiting) > 0:
		u.d.check("a change of yours is not on disk and waits for an answer; settle it first")
		u.d.showTrouble(false)
	case !redo && u.waiting():
	default:
		u.change(redo)
	}
}

// typing takes back typing in the line, and reports whether there was any.
func (u *Undo) typing(redo bool) bool {
	if !redo {
		if !u.d.line.Undo() {
			return false
		}
		u.undone = append(u.undone, typedWords)
		return true
	}
	n := len(u.undone)
	if n > 0 && u.undone[n-1] != typedWords || !u.d.line.Redo() {
		return false
	}
	u.undone = u.undone[:max(n-1, 0)]
	return true
}

// waiting takes back the latest change while the store refuses one for ever: behind that an
// undo would wait for ever too, so the change itself leaves the queue. It reports false where there
// is none.
func (u *Undo) waiting() bool {
	if !u.d.refused() {
		return false
	}
	waiting := u.d.queue.Waiting()
	for i := len(waiting) - 1; i >= 0; i-- {
		if waiting[i].Entry.Seq != 0 {
			u.d.giveUp(i, "")
			return true
		}
	}
	return false
}

// change takes back the latest recorded change, or makes the one again that was taken back last.
func (u *Undo) change(redo bool) {
	take, took := u.d.History.Undo, TookBack{Word: "Taken back: "}
	switch {
	case redo:
		take, took.Word = u.d.History.Redo, "Back again: "
	case u.d.History.SessionStays():
		took.Stays = "; the session that has begun stays"
	}
	e, err := take(u.d.Record, u.d.o.Now())
	if err != nil {
		u.d.check(Sentence(err))
		return
	}
	if !u.d.Commit(e, nil) {
		return
	}
	if redo {
		u.undone = u.undone[:max(len(u.undone)-1, 0)]
	} else {
		u.undone = append(u.undone, recordedChange)
	}
	took.Change = e.Change
	u.d.o.Tell(took)
}

// askedFor does what was asked for before the history was there, unless something was
// recorded since: then it would take back another thing than was meant.
func (u *Undo) askedFor() {
	waiting := u.d.asked
	u.d.asked = nil
	for i, w := range waiting {
		if w.latest+int64(i) != u.d.Seq {
			u.d.check("something was recorded since the key was pressed; press it again")
			break
		}
		u.TakeBack(w.redo, false)
	}
}
