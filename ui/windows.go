package ui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/merge"
	"debrief/ui/gone"
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
func (a *App) reread(anew bool) {
	if a.session == nil || a.rereading {
		return
	}
	a.rereading = true
	store, id, seq := a.store, a.session.id(), a.onDiskSeq()
	a.effect(func() tea.Msg {
		ctx, cancel := a.context()
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
func (a *App) onDiskSeq() int64 { return a.session.seq - int64(a.queue.Changes()) }

// recordReread puts what waits on top of what another window saved.
func (a *App) recordReread(msg recordReread) {
	a.rereading = false
	if a.session == nil || msg.id != a.session.id() {
		return
	}
	unread := errors.Is(msg.err, model.ErrDamaged) && len(msg.entries) > 0 // undo is shorter, no more
	if msg.err != nil && !unread {
		if errors.Is(msg.err, model.ErrNotFound) {
			a.letGo()
			return
		}
		a.say(check, sentence(msg.err))
		a.effect(a.options.After(rereadPause, rereadTick{}))
		return
	}
	if a.queue.Busy() {
		return // its answer says whether the record has to be read again
	}
	onDisk := a.onDiskSeq()
	latest := int64(len(msg.entries))
	if latest >= onDisk {
		if a.shorter = 0; a.loss == older {
			a.lose(kept)
		}
	}
	switch {
	case latest < onDisk && !msg.anew:
		// It was read before our latest save or, the second time, an older copy was written over the file.
		if a.shorter++; a.shorter > 1 {
			a.lose(older)
		}
		a.effect(a.options.After(rereadPause, rereadTick{}))
		return
	case latest == onDisk && a.queue.Err() == nil && !msg.anew:
		return // nothing new
	}
	if latest == onDisk && !msg.anew { // refused again, although nothing is new
		if a.refusals++; a.refusals > refusalsMost {
			a.openUnsaved(true)
			a.effect(a.options.After(rereadPause, rereadTick{anew: true}))
			return // which tries once more
		}
	} else {
		a.refusals = 0
	}
	s := newSession(msg.record, latest)
	if err := s.remember(msg.entries); err != nil {
		a.say(check, sentence(err))
		a.effect(a.options.After(rereadPause, rereadTick{}))
		return
	}
	purged := purgedSince(msg.entries, onDisk)
	if purged {
		a.dropPurged(msg.entries, msg.drafts)
	}
	saves, conflicts := rebase(s, msg.entries, a.queue.Waiting())
	a.session = s
	if n := len(msg.entries); n > 0 && msg.entries[n-1].At.After(a.heard) {
		a.heard = msg.entries[n-1].At // somebody works in the other window
	}
	a.undone = nil
	a.show()
	a.queue.Replace(saves)
	if len(conflicts) > 0 {
		a.contradicted(conflicts)
	} else if !msg.anew && latest > onDisk && !a.atHome() {
		a.say(done, changedWords(msg.entries, purged, a.queue.Changes() > 0))
	}
	if a.deletedJustNow() && !a.atHome() && len(conflicts) == 0 {
		a.deletedElsewhere()
	}
}

// rebase puts what waits on top of a record that another window changed, of which this is the log.
func rebase(s *session, log []model.Entry, waiting []queue.Save) (saves []queue.Save, conflicts []conflict) {
	ours := func(w queue.Save) bool { return w.Record == s.id() && w.Entry.Seq != 0 }
	var entries []model.Entry
	for _, w := range waiting {
		if ours(w) {
			entries = append(entries, w.Entry)
		}
	}
	rebased := merge.Rebase(s.record, log, entries)
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
func knowing(w queue.Save, s *session) queue.Save {
	w.Drafts = slices.Clone(w.Drafts)
	for i := range w.Drafts {
		if w.Drafts[i].Postmortem == s.id() {
			w.Drafts[i].Base = s.seq
		}
	}
	return w
}

// deletedElsewhere goes home from a record that was deleted outside this window.
func (a *App) deletedElsewhere() {
	half := a.line.Changed()
	a.leaveDeleted("Deleted outside this window")
	a.said = said{}
	words := "ctrl+z brings it back; later, debrief restore " + a.session.id().Short(model.ShortID) + "."
	if half {
		words = "What was half typed waits in it. " + words
	}
	a.openPanel(gone.New(a.env, "This post-mortem was deleted outside this window", words))
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
func (a *App) watch() {
	if !a.queue.Idle() {
		a.watchLater()
		return
	}
	store, id := a.store, a.session.id()
	a.effect(func() tea.Msg {
		ctx, cancel := a.context()
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

func (a *App) changedElsewhere(msg changedElsewhere) {
	a.watchLater()
	if msg.lost {
		a.lose(removed)
	} else if a.loss == removed {
		a.lose(kept)
	}
	if msg.any && a.atHome() {
		a.readHome(0)
		if len(a.rescues) > 0 {
			a.findRescues() // a purge reaches their files
		}
	}
	if msg.id == "" || msg.id != a.session.id() || !a.queue.Idle() || msg.latest == a.session.seq {
		return
	}
	a.reread(false)
}

// watchLater asks again after a while; there is one such question under way at most.
func (a *App) watchLater() {
	if a.watching {
		return
	}
	a.watching = true
	a.effect(a.options.After(watchPause, watchTick{}))
}
