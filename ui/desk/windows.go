package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"debrief/model"
	"debrief/model/merge"
	"debrief/ui/queue"
)

// watchPause is how often the file is asked whether another window wrote to it.
const watchPause = 3 * time.Second

// refusalsMost is how often a save may be refused without a reason that can be read, before it is told
// and tried with pauses.
const refusalsMost = 3

// rereadPause is how long to wait before a record that could not be read again is tried anew.
const rereadPause = time.Second

// reread reads the record and its log again, after another window changed them. Anew puts what waits
// on top also where nobody else wrote.
func (d *Desk) reread(anew bool) {
	if d.Sheet == nil || d.rereading {
		return
	}
	d.rereading = true
	store, id, seq := d.store, d.ID(), d.onDiskSeq()
	d.ask(readLimit, func(ctx context.Context) func() {
		msg := reread{anew: anew}
		msg.record, msg.entries, msg.err = store.Reread(ctx, id)
		if purgedSince(msg.entries, seq) {
			drafts, err := store.Drafts(ctx, id)
			msg.drafts, msg.err = drafts, errors.Join(msg.err, err)
		}
		return func() {
			d.rereading = false
			if id == d.ID() {
				d.takeReread(msg)
			}
		}
	})
}

// onDiskSeq is the latest entry of the open record that this window knows to be on disk.
func (d *Desk) onDiskSeq() int64 { return d.Seq - int64(d.queue.Changes()) }

// reread is a record and its log as they stand on disk.
type reread struct {
	anew    bool // what waits is put on top also where nobody else wrote
	record  model.Postmortem
	entries []model.Entry
	drafts  []model.Draft // that wait on disk, read where a text was removed for good
	err     error
}

// rereadSoon reads the record again after a pause.
func (d *Desk) rereadSoon(anew bool) {
	d.later(rereadPause, func() { d.reread(anew) })
}

// takeReread puts what waits on top of what another window saved.
func (d *Desk) takeReread(msg reread) {
	unread := errors.Is(msg.err, model.ErrDamaged) && len(msg.entries) > 0 // undo is shorter, no more
	switch {
	case errors.Is(msg.err, model.ErrNotFound):
		d.letGo()
	case msg.err != nil && !unread:
		d.check(Sentence(msg.err))
		d.rereadSoon(false)
	case d.queue.Busy(): // its answer says whether the record has to be read again
	case d.bringsNews(msg):
		d.putWaitingOnTop(msg)
	}
}

// bringsNews tells that the record as it was read is to take the place of the one that is open.
func (d *Desk) bringsNews(msg reread) bool {
	onDisk, latest := d.onDiskSeq(), int64(len(msg.entries))
	if latest >= onDisk {
		if d.shorter = 0; d.loss == older {
			d.lose(kept)
		}
	}
	switch {
	case msg.anew || latest > onDisk:
		d.refusals = 0
	case latest < onDisk:
		// It was read before our latest save or, the second time, an older copy was written over the file.
		if d.shorter++; d.shorter > 1 {
			d.lose(older)
		}
		d.rereadSoon(false)
		return false
	case d.queue.Err() == nil:
		return false
	default: // refused again, although nothing is new
		if d.refusals++; d.refusals > refusalsMost {
			d.showTrouble(true)
			d.rereadSoon(true) // which tries once more
			return false
		}
	}
	return true
}

// putWaitingOnTop makes the record as it was read the open one, with what waits on top of it.
func (d *Desk) putWaitingOnTop(msg reread) {
	onDisk, latest := d.onDiskSeq(), int64(len(msg.entries))
	s := newSheet(msg.record, latest, d.Look)
	if err := s.remember(msg.entries); err != nil {
		d.check(Sentence(err))
		d.rereadSoon(false)
		return
	}
	news := ""
	switch {
	case purgedSince(msg.entries, onDisk):
		news = purgedWords(d.dropPurged(msg.entries, msg.drafts), len(d.line.Waiting()) > 0)
	case latest > onDisk:
		news = changedWords(msg.entries, d.queue.Changes() > 0)
	}
	saves, conflicts := rebase(s, msg.entries, d.queue.Waiting())
	wasDeleted := d.Deleted()
	d.Sheet, d.Undo.undone = s, nil
	if n := len(msg.entries); n > 0 && msg.entries[n-1].At.After(d.Heard) {
		d.Heard = msg.entries[n-1].At // somebody works in the other window
	}
	d.o.Tell(Changed{})
	d.queue.Replace(saves)
	switch {
	case len(conflicts) > 0:
		d.Conflicts.add(conflicts)
	case d.o.AtHome() && wasDeleted && !d.Deleted():
		d.o.Tell(BroughtBack{})
	case d.o.AtHome():
	case d.Deleted():
		d.deletedElsewhere()
	case news != "":
		d.news = news // the answer of a save that waited comes next, and says so too
		d.done(news)
	}
}

// purgedWords says what a purge outside this window leaves in it. The words that were removed are known
// where this window had seen all of them.
func purgedWords(known, halfTyped bool) string {
	switch {
	case known:
		return "a text was removed for good outside this window; it is gone here too, also from half-typed lines"
	case halfTyped:
		return "a text was removed for good outside this window; what is half typed here may still hold it: look at it"
	}
	return "a text was removed for good outside this window; the screen shows what is left"
}

// rebase puts what waits on top of a record that another window changed, of which this is the log.
func rebase(s *Sheet, log []model.Entry, waiting []queue.Save) (saves []queue.Save, conflicts []conflict) {
	ours := func(w queue.Save) bool { return w.Record == s.ID() && w.Entry.Seq != 0 }
	var entries []model.Entry
	for _, w := range waiting {
		if ours(w) {
			entries = append(entries, w.Entry)
		}
	}
	rebased := merge.Rebase(s.Record, log, entries)
	for _, w := range waiting {
		if !ours(w) {
			saves = append(saves, knowing(w, s))
			continue
		}
		r := rebased[0]
		rebased = rebased[1:]
		if r.Clash == nil && s.add(r.Entry) != nil {
			r.Clash = &merge.Clash{Row: w.Entry.Change.Rows[0]} // cannot be: the record and its log took it
		}
		if r.Clash != nil {
			conflicts = append(conflicts, conflict{Clash: *r.Clash, save: w})
			continue
		}
		w.Entry = r.Entry
		saves = append(saves, w)
	}
	return saves, conflicts
}

// knowing is the save with its drafts typed by a window that knows the log as it stands: what a purge
// took out of the record is out of them by now.
func knowing(w queue.Save, s *Sheet) queue.Save {
	w.Drafts = slices.Clone(w.Drafts)
	for i := range w.Drafts {
		if w.Drafts[i].Postmortem == s.ID() {
			w.Drafts[i].Base = s.Seq
		}
	}
	return w
}

// deletedElsewhere leaves a record that was deleted outside this window.
func (d *Desk) deletedElsewhere() {
	words := "ctrl+z brings it back; later, debrief restore " + d.ID().Short(model.ShortID) + "."
	if d.line.Changed() {
		words = "What was half typed waits in it. " + words
	}
	d.o.Tell(Gone{Title: "This post-mortem was deleted outside this window", Words: words, Deleted: true})
}

// changedWords says what happened outside this window.
func changedWords(log []model.Entry, oursWaits bool) string {
	words, latest := "another window changed this post-mortem", ""
	if len(log) > 0 {
		latest = log[len(log)-1].Change.Label
	}
	switch {
	case latest == model.ImportedLabel:
		words = "a file was imported into this post-mortem"
	case latest == model.RestoredLabel:
		return "this post-mortem was brought back outside this window"
	}
	if oursWaits {
		return words + "; what you recorded stands behind it"
	}
	return words + "; the screen shows it"
}

// watch asks whether another window wrote to the file, also at home: a list must not show what was
// removed for good.
func (d *Desk) watch() {
	if !d.queue.Idle() {
		d.watchLater()
		return
	}
	store, id := d.store, d.ID()
	d.ask(readLimit, func(ctx context.Context) func() {
		var latest int64
		changed, err := store.Changed(ctx)
		lost := errors.Is(err, model.ErrReplaced)
		if changed = changed && err == nil; changed && id != "" {
			latest, _, err = store.Latest(ctx, id)
			changed = err == nil
		}
		return func() {
			d.watchLater()
			if lost {
				d.lose(removed)
			} else if d.loss == removed {
				d.lose(kept)
			}
			if changed {
				d.changedElsewhere(id, latest)
			}
		}
	})
}

// changedElsewhere follows what another window wrote to the file, where that may be seen: at home, and in
// the record, of which latest is the entry on disk.
func (d *Desk) changedElsewhere(record model.ID, latest int64) {
	if d.o.AtHome() {
		d.ReadHome(0)
		d.RescueFiles.findAgain()
	}
	if record != "" && record == d.ID() && d.queue.Idle() && latest != d.Seq {
		d.reread(false)
	}
}

// LookElsewhere looks whether another window wrote to the open record, and takes what it wrote before it
// tells LookedElsewhere.
func (d *Desk) LookElsewhere() {
	store, id, seq := d.store, d.ID(), d.Seq
	d.ask(readLimit, func(ctx context.Context) func() {
		var again reread
		latest, _, err := store.Latest(ctx, id)
		changed := err == nil && latest > seq
		if changed {
			again.record, again.entries, again.err = store.Reread(ctx, id)
		}
		return func() {
			if changed && d.ID() == id && !d.o.AtHome() {
				d.takeReread(again)
			}
			d.o.Tell(LookedElsewhere{id})
		}
	})
}

// WatchTick is the message that asks whether another window wrote.
type WatchTick struct{}

// watchLater asks again after a while; there is one such question under way at most.
func (d *Desk) watchLater() {
	if d.watching {
		return
	}
	d.watching = true
	d.o.Run(d.o.After(watchPause, WatchTick{}))
}
