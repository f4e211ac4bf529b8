package ui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
)

// watchPause is how often the file is asked whether another window wrote to it.
const watchPause = 3 * time.Second

// rereadPause is how long to wait before a record that could not be read again is tried anew.
const rereadPause = time.Second

// reread reads the record and its log again, after another window changed them.
func (a *App) reread() tea.Cmd {
	if a.session == nil || a.rereading {
		return nil
	}
	a.rereading = true
	store, id := a.store, a.session.id()
	return func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		p, entries, err := store.Reread(ctx, id)
		return recordReread{id: id, record: p, entries: entries, err: err}
	}
}

// recordReread puts what waits on top of what another window saved.
func (a *App) recordReread(msg recordReread) tea.Cmd {
	a.rereading = false
	if a.session == nil || msg.id != a.session.id() {
		return nil
	}
	unread := errors.Is(msg.err, model.ErrDamaged) && len(msg.entries) > 0 // undo is shorter, no more
	if msg.err != nil && !unread {
		a.say(check, sentence(msg.err))
		if errors.Is(msg.err, model.ErrNotFound) {
			return a.openUnsaved(true)
		}
		return a.options.After(rereadPause, rereadTick{})
	}
	if a.queue.Busy() {
		return nil // its answer says whether the record has to be read again
	}
	onDisk := a.session.seq - int64(a.queue.Changes())
	latest := int64(len(msg.entries))
	switch {
	case latest < onDisk:
		return a.reread() // it was read before our latest save
	case latest == onDisk && a.queue.Err() == nil:
		return nil // nothing new
	}
	s := newSession(msg.record, latest)
	if err := s.remember(msg.entries); err != nil {
		a.say(check, sentence(err))
		return a.options.After(rereadPause, rereadTick{})
	}
	saves, conflicts := rebase(s, a.queue.Waiting())
	a.session = s
	if n := len(msg.entries); n > 0 && msg.entries[n-1].At.After(a.heard) {
		a.heard = msg.entries[n-1].At // somebody works in the other window
	}
	a.undone = nil
	a.show()
	cmds := []tea.Cmd{a.queue.Replace(saves)}
	if len(conflicts) > 0 {
		cmds = append(cmds, a.contradicted(conflicts))
	} else if a.queue.Changes() > 0 {
		a.say(done, "another window changed this post-mortem; ours is saved behind it")
	} else {
		a.say(done, "another window changed this post-mortem; the screen shows it")
	}
	if a.deletedJustNow() && !a.atHome() && len(conflicts) == 0 {
		cmds = append(cmds, a.leaveDeleted("Deleted in another window"))
	}
	return tea.Batch(cmds...)
}

// watch asks whether another window wrote to the record.
func (a *App) watch() tea.Cmd {
	if a.session == nil || a.atHome() || !a.queue.Idle() {
		return a.watchLater()
	}
	store, id := a.store, a.session.id()
	return func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		if changed, err := store.Changed(ctx); err != nil || !changed {
			return changedElsewhere{}
		}
		latest, _, err := store.Latest(ctx, id)
		if err != nil {
			return changedElsewhere{}
		}
		return changedElsewhere{id: id, latest: latest}
	}
}

func (a *App) changedElsewhere(msg changedElsewhere) tea.Cmd {
	later := a.watchLater()
	if msg.id == "" || msg.id != a.session.id() || !a.queue.Idle() || msg.latest == a.session.seq {
		return later
	}
	return tea.Batch(a.reread(), later)
}

// watchLater asks again after a while; there is one such question under way at most.
func (a *App) watchLater() tea.Cmd {
	if a.watching {
		return nil
	}
	a.watching = true
	return a.options.After(watchPause, watchTick{})
}
