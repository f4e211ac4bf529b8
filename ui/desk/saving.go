package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/queue"
)

// Commit makes the entry the latest one of the record and puts it into the queue, with the drafts
// of the slots whose text it records. What the store could never hold is refused here, before
// anything is said to be recorded: behind it every later change would wait for ever.
func (d *Desk) Commit(e model.Entry, settled []entry.Slot, drafts ...model.Draft) bool {
	e.Seq, e.At = d.Seq+1, model.UTC(d.o.Now())
	err := d.store.Storable(d.ID(), e)
	if err == nil {
		err = d.add(e)
	}
	if err != nil {
		d.check(Sentence(err))
		return false
	}
	if e.Kind == model.Edit {
		d.Undo.undone = nil
	}
	d.queue.Push(queue.Save{Record: d.ID(), Entry: e, Settled: append(d.settle(settled...), drafts...)})
	return true
}

// saved takes the answer of a save.
func (d *Desk) saved(msg tea.Msg) {
	trouble := d.queue.Trouble()
	ok := d.queue.Update(msg)
	answered, _ := msg.(queue.Saved)
	failed := answered.Err != nil && d.queue.Err() != nil
	switch {
	case failed && d.Leaving.state == atOnce:
		d.Leaving.writeRescue(false)
		return // one more save was tried
	case failed && queue.ClassOf(d.queue.Err()) == queue.InOrder:
		d.reread(false)
		return
	case d.queue.Trouble() && !trouble:
		d.hush() // such as that it is being saved
		d.showTrouble(true)
		d.recovering = true
	case ok && d.recovering && len(d.Conflicts.waiting) > 0:
		d.done("What waited is being saved; a change of yours waits for an answer")
	case ok && d.recovering && d.queue.Idle():
		d.settled()
		words := "Saved; everything is on disk again"
		if d.news != "" {
			words += "; " + d.news
		}
		d.done(words)
	case ok && trouble:
		d.settled()
		d.done("What waited is being saved")
	}
	if d.queue.Idle() {
		d.news, d.recovering = "", false
	}
	d.nowIdle()
	if ok && d.o.AtHome() && d.queue.Idle() && answered.Save.Entry.Seq != 0 {
		d.ReadHome(0) // what was saved last may change the list
	}
}

// TryAgain lets what was refused be saved now, without waiting for the next try.
func (d *Desk) TryAgain() { d.queue.TryAgain() }

// whenIdle does what must not come between a change and its save, such as opening another
// record: now, or as soon as everything is on disk. While something cannot be saved it asks first.
func (d *Desk) whenIdle(do func()) {
	switch {
	case d.queue.Trouble() || len(d.Conflicts.waiting) > 0:
		d.check("something here is not on disk yet; settle it first")
		d.showTrouble(false)
	case d.queue.Idle():
		do()
	default:
		d.idle = append(d.idle, do)
	}
}

// nowIdle does what waited for everything to be on disk.
func (d *Desk) nowIdle() {
	if !d.queue.Idle() {
		return
	}
	waiting := d.idle
	d.idle = nil
	for _, do := range waiting {
		do()
	}
}

// Unsaved tells that a row is not on disk: it waits in the queue or for an answer.
func (d *Desk) Unsaved(row model.ID) bool {
	return d.queue.Holds(row) || slices.ContainsFunc(d.Conflicts.waiting, func(c conflict) bool { return c.Row.ID == row })
}

// Idle tells that everything is on disk, half-typed texts but for the last letters.
func (d *Desk) Idle() bool { return d.queue.Idle() }

// allSaved tells that nothing is on its way to disk or waits to be sent there.
func (d *Desk) allSaved() bool { return d.queue.Idle() && len(d.line.Unsaved()) == 0 }

// Waiting is how many changes are not on disk.
func (d *Desk) Waiting() int { return d.queue.Changes() + len(d.Conflicts.waiting) }

// slowly is how long half-typed letters may be on their way to disk before it is said. They are saved
// while one types, so a moment is no news.
const slowly = time.Second

// Saving tells that a change is on its way to disk, or that half-typed letters are for longer than usual.
func (d *Desk) Saving() bool {
	return d.Waiting() > 0 || !d.behind.IsZero() && d.o.Now().Sub(d.behind) > slowly
}

// InTrouble tells that not everything is on disk, or will be by itself.
func (d *Desk) InTrouble() bool {
	return d.queue.Trouble() || len(d.Conflicts.waiting) > 0 || d.loss != kept
}

// NotOnDisk is what is not on disk. The zero value is nothing.
type NotOnDisk struct {
	Count    int       // changes that are not on disk
	Title    string    // "" is made from Count
	Cause    string    // what is wrong and what to do, in a sentence
	Conflict *Conflict // where another window changed the same row
	Refused  string    // the label of the change that the store can never hold, "" where it is not that
	Slow     bool      // the disk does not answer
	Leaving  bool      // a person asked to leave
	Kept     bool      // what is not on disk when the program leaves goes to a file
}

// NotOnDisk says what is not on disk and why.
func (d *Desk) NotOnDisk() NotOnDisk {
	t := NotOnDisk{Count: d.Waiting(), Leaving: d.Leaving.state != stays, Kept: d.RescueFiles.kept()}
	if t.Count == 0 && d.queue.Trouble() {
		t.Count, t.Title = 1, "A half-typed text is not on disk"
	}
	if t.Count == 0 && d.loss != kept {
		t.Count, t.Title = 1, "What was saved is not on disk any more"
	}
	switch err := d.queue.Err(); {
	case d.loss != kept:
		t.Cause = model.Capital(d.loss.words())
	case len(d.Conflicts.waiting) > 0:
		t.Cause = "Changed in another window. Nothing is overwritten."
		t.Conflict = d.Conflicts.describe(d.Conflicts.waiting[0])
	case err != nil:
		t.Cause = model.Capital(Sentence(err))
		if queue.ClassOf(err) == queue.Never {
			t.Refused = d.Names().Hide(d.queue.Waiting()[0].Entry.Change.Label)
		}
	case d.queue.Slow():
		t.Cause = fmt.Sprintf("The disk has not answered for %d seconds; a network drive may be away. It is waited for.", int(queue.Patience.Seconds()))
		t.Slow = true
	case d.queue.Idle():
		t.Cause = "Everything is on disk."
	default:
		t.Cause = "What was typed last is on its way to the disk."
	}
	return t
}

func (d *Desk) hush() { d.o.Tell(Hushed{}) }

// showTrouble asks the window to show what is not on disk. Sudden is where nobody asked for it.
func (d *Desk) showTrouble(sudden bool) {
	if sudden {
		d.Leaving.unask() // it was asked about something else
	}
	d.o.Tell(Trouble{sudden})
}

// settled tells the window that the trouble is over.
func (d *Desk) settled() {
	d.Leaving.unask()
	d.o.Tell(Settled{})
}

// loss is what became of the store's file, so that what is in memory is on no disk, although nothing waits.
type loss int

const (
	kept    loss = iota
	removed      // it was removed, or another one stands in its place
	older        // an older copy of it was written over it
)

func (l loss) words() string {
	if l == older {
		return "the file holds less than was saved in it, as an older copy does; save a copy, then start again"
	}
	return Sentence(model.ErrReplaced)
}

// lose notes what became of the store's file.
func (d *Desk) lose(to loss) {
	was := d.loss
	d.loss = to
	switch {
	case was == to || d.own != nil:
	case to == kept:
		d.settled()
	default:
		d.hush()
		d.showTrouble(true)
	}
}

// LeaveOut gives up the change that the store can never hold, once it is in a rescue file.
func (d *Desk) LeaveOut() {
	if !d.refused() {
		return
	}
	if !d.RescueFiles.kept() {
		d.giveUp(0, "")
		return
	}
	r, rescues := d.RescueFiles.inMemory(), d.o.Rescues
	d.ask(readLimit, func(context.Context) func() {
		path, err := rescues.Write(r)
		return func() {
			switch {
			case err != nil:
				d.check("not left out, as it could be kept nowhere: " + Sentence(err))
			case d.refused():
				d.giveUp(0, "; it is kept in "+d.o.PathShown(path))
			}
		}
	})
}

// refused tells that the change whose turn it is can never be stored.
func (d *Desk) refused() bool {
	return d.queue.Err() != nil && queue.ClassOf(d.queue.Err()) == queue.Never && !d.queue.Busy()
}

// giveUp takes the save at that place out of the queue. The record is read again, and what waits
// besides is put on top of it.
func (d *Desk) giveUp(at int, kept string) {
	label := d.Names().Hide(d.queue.Waiting()[at].Entry.Change.Label)
	d.queue.Drop(at)
	d.settled()
	d.recovering = false // what is said now stays
	d.done("Left out: " + label + kept)
	d.reread(true)
}
