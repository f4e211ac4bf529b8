package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/queue"
	"debrief/ui/unsaved"
)

// saved takes the answer of a save.
func (a *App) saved(msg tea.Msg) {
	trouble := a.queue.Trouble()
	ok := a.queue.Update(msg)
	answered, _ := msg.(queue.Saved)
	failed := answered.Err != nil && a.queue.Err() != nil
	switch {
	case failed && a.leaving == atOnce:
		a.writeRescue(false)
		return // one more save was tried
	case failed && queue.ClassOf(a.queue.Err()) == queue.InOrder:
		a.reread(false)
		return
	case a.queue.Trouble() && !trouble:
		a.said = said{} // such as that it is being saved
		a.openUnsaved(true)
	case ok && trouble && len(a.conflicts) > 0:
		a.say(done, "What waited is being saved; a change of yours waits for an answer")
	case ok && trouble && a.queue.Idle():
		a.closeUnsaved()
		a.say(done, "Saved; everything is on disk again")
	case ok && trouble:
		a.closeUnsaved()
		a.say(done, "What waited is being saved")
	}
	a.nowIdle()
	if ok && a.atHome() && a.queue.Idle() && answered.Save.Entry.Seq != 0 {
		a.readHome(0)
		return // what was saved last may change the list
	}
}

// whenIdle does what must not come between a change and its save, such as opening another
// record: now, or as soon as everything is on disk. While something cannot be saved it asks first.
func (a *App) whenIdle(do func()) {
	switch {
	case a.queue.Trouble() || len(a.conflicts) > 0:
		a.say(check, "something here is not on disk yet; settle it first")
		a.openUnsaved(false)
		return
	case a.queue.Idle():
		do()
		return
	}
	a.waiting = append(a.waiting, do)
}

// nowIdle does what waited for everything to be on disk.
func (a *App) nowIdle() {
	if !a.queue.Idle() || len(a.waiting) == 0 {
		return
	}
	waiting := a.waiting
	a.waiting = nil

	for _, do := range waiting {
		do()
	}
}

// unsaved tells that a row is not on disk: it waits in the queue or for an answer.
func (a *App) unsaved(row model.ID) bool {
	for _, c := range a.conflicts {
		if c.Row.ID == row {
			return true
		}
	}
	return a.queue.Holds(row)
}

// trouble tells the panel what is not on disk and why.
func (a *App) trouble() unsaved.Trouble {
	t := unsaved.Trouble{Count: a.queue.Changes() + len(a.conflicts), Leaving: a.leaving != stays, Kept: a.keepsRescues()}
	if t.Count == 0 && a.queue.Trouble() {
		t.Count, t.Title = 1, "A half-typed text is not on disk"
	}
	err := a.queue.Err()
	if t.Count == 0 && a.loss != kept {
		t.Count, t.Title = 1, "What was saved is not on disk any more"
	}
	switch {
	case a.loss != kept:
		t.Cause = model.Capital(a.loss.words())
	case len(a.conflicts) > 0:
		t.Cause = "Changed in another window. Nothing is overwritten."
		t.Conflict = a.told(a.conflicts[0])
	case err != nil && queue.ClassOf(err) == queue.Never:
		t.Cause = model.Capital(sentence(err))
		t.Refused = a.names().Hide(a.queue.Waiting()[0].Entry.Change.Label)
	case err != nil:
		t.Cause = model.Capital(sentence(err))
	case a.queue.Slow():
		t.Cause = fmt.Sprintf("The disk has not answered for %d seconds; a network drive may be away. It is waited for.", int(queue.Patience.Seconds()))
		t.Slow = true
	default:
		t.Cause = "Everything is on disk."
		if n := len(a.queue.Waiting()); n > 0 {
			t.Cause = "What was typed last is on its way to the disk."
		}
	}
	return t
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
	return sentence(model.ErrReplaced)
}

// lose notes what became of the store's file.
func (a *App) lose(to loss) {
	was := a.loss
	if a.loss = to; was == to || a.own != nil {
		return
	}
	if to == kept {
		a.closeUnsaved()
		return
	}
	a.said = said{}
	a.openUnsaved(true)
}

// inTrouble tells that not everything is on disk, or will be by itself.
func (a *App) inTrouble() bool { return a.queue.Trouble() || len(a.conflicts) > 0 || a.loss != kept }

func (a *App) openUnsaved(sudden bool) {
	if sudden && a.leaving == askedOnce {
		a.leaving = stays // it was asked about something else
	}
	if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
		return
	}
	p := unsaved.New(a.env, a.trouble(), sudden)
	if n := len(a.panels); sudden && n > 0 {
		// Whoever writes into a form goes on writing there. It stands behind it, and the header says what is wrong.
		a.panels = slices.Insert(a.panels, n-1, panel{Panel: p})
		a.resizePanel(p)
		return
	}
	a.openPanel(p)
}

func (a *App) unsavedPanel() *unsaved.Panel {
	for _, p := range a.panels {
		if u, ok := p.Panel.(*unsaved.Panel); ok {
			return u
		}
	}
	return nil
}

// closeUnsaved closes the panel, unless the path of a copy is being typed into it.
func (a *App) closeUnsaved() {
	for i, p := range a.panels {
		if u, ok := p.Panel.(*unsaved.Panel); ok && !u.Copying() {
			if a.leaving == askedOnce {
				a.leaving = stays
			}
			a.panels = append(a.panels[:i], a.panels[i+1:]...)
			return
		}
	}
}

// leaveOut gives up the change that the store can never hold, once it is in a rescue file.
func (a *App) leaveOut() {
	if !a.refused() {
		return
	}
	r, rescues := a.inMemory(), a.options.Rescues
	if !a.keepsRescues() {
		a.giveUp(0, "")
		return
	}
	a.effect(func() tea.Msg {
		path, err := rescues.Write(r)
		return refusedKept{path: path, err: err}
	})
}

func (a *App) refusedKept(msg refusedKept) {
	switch {
	case msg.err != nil:
		a.say(check, "not left out, as it could be kept nowhere: "+sentence(msg.err))
		return
	case !a.refused():
		return
	}
	a.giveUp(0, "; it is kept in "+a.pathShown(msg.path))
}

// refused tells that the change whose turn it is can never be stored.
func (a *App) refused() bool {
	return a.queue.Err() != nil && queue.ClassOf(a.queue.Err()) == queue.Never && !a.queue.Busy()
}

// giveUp takes the save at that place out of the queue. The record is read again, and what waits
// besides is put on top of it.
func (a *App) giveUp(at int, kept string) {
	label := a.names().Hide(a.queue.Waiting()[at].Entry.Change.Label)
	a.queue.Drop(at)
	a.closeUnsaved()
	a.say(done, "Left out: "+label+kept)
	a.reread(true)
}

// takeBackWaiting takes back the latest change while the store refuses one for ever: behind that an
// undo would wait for ever too, so the change itself leaves the queue. It reports false where there
// is none.
func (a *App) takeBackWaiting() bool {
	if !a.refused() {
		return false
	}
	waiting := a.queue.Waiting()
	for i := len(waiting) - 1; i >= 0; i-- {
		if waiting[i].Entry.Seq != 0 {
			a.giveUp(i, "")
			return true
		}
	}
	return false
}

// copyLimit is how long a copy may take; slowCopyLimit, while the store does not answer.
const (
	copyLimit     = 20 * time.Second
	slowCopyLimit = 8 * time.Second // longer than the store waits for a lock
)

// saveCopy writes everything to another file: the store, and on top of it what is not on disk here.
// Where that is not possible, what is not on disk becomes a rescue file.
func (a *App) saveCopy(path string) {
	a.saveDrafts()
	store, reopen, rescues, limit := a.store, a.options.Reopen, a.options.Rescues, copyLimit
	if a.queue.Slow() {
		limit = slowCopyLimit
	}
	msg := copied{path: a.expand(path)}
	r, waiting := a.inMemory(), slices.Clone(a.queue.Waiting())
	a.effect(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		msg.err = store.Copy(ctx, msg.path)
		if msg.err == nil && len(waiting) > 0 {
			msg.err = addTo(ctx, reopen, msg.path, waiting)
		}
		if msg.err != nil && rescues != nil && !r.IsEmpty() && !ofThePath(msg.err) {
			msg.rest, msg.restErr = rescues.Write(r)
		}
		return msg
	})
}

// addTo makes the saves in the store at path, too.
func addTo(ctx context.Context, reopen func(context.Context, string) (Store, error), path string, saves []queue.Save) error {
	s, err := reopen(ctx, path)
	if err != nil {
		return err
	}
	for _, w := range saves {
		if err := queue.Write(ctx, s, w); err != nil {
			return errors.Join(err, s.Close())
		}
	}
	return s.Close()
}

// ofThePath tells that another path is all that a copy needs.
func ofThePath(err error) bool {
	for _, of := range []error{model.ErrBusy, model.ErrFull, model.ErrReadOnly, model.ErrReplaced, model.ErrDamaged, model.ErrDisk, context.DeadlineExceeded} {
		if errors.Is(err, of) {
			return false
		}
	}
	return true
}

// copied tells how it went. A path that was refused stays in the line, to be mended.
func (a *App) copied(msg copied) {
	if msg.err != nil {
		cause, _, _ := strings.Cut(sentence(msg.err), ";")
		switch {
		case errors.Is(msg.err, fs.ErrExist):
			cause = "a file of this name is there already"
		case errors.Is(msg.err, fs.ErrNotExist):
			cause = "there is no such folder"
		}
		switch {
		case msg.rest != "":
			a.needless = append(a.needless, msg.rest)
			cause += "; what waits is in " + a.pathShown(msg.rest)
		case msg.restErr != nil:
			cause += "; nor was a rescue file: " + sentence(msg.restErr)
		default:
			cause += "; type another path"
		}
		a.say(check, "no copy was written: "+cause)
		return
	}
	a.say(done, "Copy written: "+a.pathShown(msg.path))
	p := a.unsavedPanel()
	if p == nil || !p.Copying() {
		return
	}
	_, slot := a.ownField()
	p.Copied()
	a.pushDrafts(a.settle(slot))
	if !a.queue.Trouble() && len(a.conflicts) == 0 {
		a.closeUnsaved()
	}
}
