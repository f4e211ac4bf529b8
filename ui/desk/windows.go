package desk

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

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
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		msg := recordReread{id: id, anew: anew}
		msg.record, msg.entries, msg.err = store.Reread(ctx, id)
		if purgedSince(msg.entries, seq) {
			drafts, err := store.Drafts(ctx, id)
			msg.drafts, msg.err = drafts, errors.Join(msg.err, err)
		}
		return msg
	})
}

// onDiskSeq is the latest entry of the open record that this window knows to be on disk.
func (d *Desk) onDiskSeq() int64 { return d.Seq - int64(d.queue.Changes()) }

// recordReread is a record and its log as they stand on disk.
type recordReread struct {
	id      model.ID
	anew    bool // what waits is put on top also where nobody else wrote
	record  model.Postmortem
	entries []model.Entry
	drafts  []model.Draft // that wait on disk, read where a text was removed for good
	err     error
}

type rereadTick struct{ anew bool }

// rereadSoon reads the record again after a pause.
func (d *Desk) rereadSoon(anew bool) { d.o.Run(d.o.After(rereadPause, rereadTick{anew})) }

// recordReread puts what waits on top of what another window saved.
func (d *Desk) recordReread(msg recordReread) {
	d.rereading = false
	if d.Sheet == nil || msg.id != d.ID() {
		return
	}
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
func (d *Desk) bringsNews(msg recordReread) bool {
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
func (d *Desk) putWaitingOnTop(msg recordReread) {
	onDisk, latest := d.onDiskSeq(), int64(len(msg.entries))
	s := newSheet(msg.record, latest)
	if err := s.remember(msg.entries); err != nil {
		d.check(Sentence(err))
		d.rereadSoon(false)
		return
	}
	purged := purgedSince(msg.entries, onDisk)
	if purged {
		d.dropPurged(msg.entries, msg.drafts)
	}
	saves, conflicts := rebase(s, msg.entries, d.queue.Waiting())
	d.Sheet, d.undone = s, nil
	if n := len(msg.entries); n > 0 && msg.entries[n-1].At.After(d.Heard) {
		d.Heard = msg.entries[n-1].At // somebody works in the other window
	}
	d.o.Tell(Changed{})
	d.queue.Replace(saves)
	switch {
	case len(conflicts) > 0:
		d.contradicted(conflicts)
	case d.o.AtHome():
	case d.Deleted():
		d.deletedElsewhere()
	case !msg.anew && latest > onDisk:
		d.done(changedWords(msg.entries, purged, d.queue.Changes() > 0))
	}
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
func changedWords(log []model.Entry, purged, oursWaits bool) string {
	words, latest := "another window changed this post-mortem", ""
	if len(log) > 0 {
		latest = log[len(log)-1].Change.Label
	}
	switch {
	case purged:
		return "a text was removed for good outside this window; it is gone here too, also from half-typed lines"
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
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		changed, err := store.Changed(ctx)
		if err != nil || !changed {
			return changedElsewhere{lost: errors.Is(err, model.ErrReplaced)}
		}
		if id == "" {
			return changedElsewhere{any: true}
		}
		latest, _, err := store.Latest(ctx, id)
		if err != nil {
			return changedElsewhere{}
		}
		return changedElsewhere{any: true, id: id, latest: latest}
	})
}

func (d *Desk) changedElsewhere(msg changedElsewhere) {
	d.watchLater()
	if msg.lost {
		d.lose(removed)
	} else if d.loss == removed {
		d.lose(kept)
	}
	if msg.any && d.o.AtHome() {
		d.ReadHome(0)
		if len(d.rescues) > 0 {
			d.FindRescues() // a purge reaches their files
		}
	}
	if msg.id != "" && msg.id == d.ID() && d.queue.Idle() && msg.latest != d.Seq {
		d.reread(false)
	}
}

// changedElsewhere tells how far the record's log is on disk; the zero value, that nobody wrote.
type changedElsewhere struct {
	any    bool // something in the file was changed, if not this record
	lost   bool // the file was removed, or another one stands in its place
	id     model.ID
	latest int64
}

// LookElsewhere looks whether another window wrote to the open record, and takes what it wrote before it
// tells LookedElsewhere.
func (d *Desk) LookElsewhere() {
	store, id, seq := d.store, d.ID(), d.Seq
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		latest, _, err := store.Latest(ctx, id)
		if err != nil || latest <= seq {
			return lookedElsewhere{id: id}
		}
		p, entries, err := store.Reread(ctx, id)
		return lookedElsewhere{id: id, again: &recordReread{id: id, record: p, entries: entries, err: err}}
	})
}

// lookedElsewhere brings the record as it stands, where another window changed it.
type lookedElsewhere struct {
	id    model.ID
	again *recordReread
}

func (d *Desk) lookedElsewhere(msg lookedElsewhere) {
	if msg.again != nil && d.ID() == msg.id && !d.o.AtHome() {
		d.recordReread(*msg.again)
	}
	d.o.Tell(LookedElsewhere{msg.id})
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
