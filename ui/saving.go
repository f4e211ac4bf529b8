package ui

import (
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
)

// draftPause is how long typed text may be only in memory, counted from the first unsaved key:
// counted from the last, a steady typist's text is never on disk.
const draftPause = 400 * time.Millisecond

// watchPause is how often the file is asked whether another window wrote to it.
const watchPause = 3 * time.Second

// rereadPause is how long to wait before a record that could not be read again is tried anew.
const rereadPause = time.Second

func (a *App) draft(s entry.Slot, text string) model.Draft {
	d := model.Draft{Place: s.Place, Field: s.Field, Text: text, At: model.UTC(a.options.Now())}
	if s.Place != "" {
		d.Postmortem = a.session.id() // at home there is none
	}
	return d
}

// keepDrafts makes sure that what is being typed reaches the disk soon.
func (a *App) keepDrafts() tea.Cmd {
	if a.draftTicks || !a.line.HasDrafts() {
		return nil
	}
	a.draftTicks = true
	return a.options.After(draftPause, draftTick{})
}

// saveDrafts sends the texts that wait to disk.
func (a *App) saveDrafts() tea.Cmd {
	taken := a.line.TakeDrafts()
	if len(taken) == 0 {
		return nil
	}
	s := queue.Save{Record: a.session.id()}
	for slot, text := range taken {
		s.Drafts = append(s.Drafts, a.draft(slot, text))
	}
	return a.queue.Push(s)
}

// removeDrafts sends drafts whose texts no longer wait to the queue, to be removed on disk.
func (a *App) removeDrafts(drafts []model.Draft) tea.Cmd {
	if len(drafts) == 0 {
		return nil
	}
	return a.queue.Push(queue.Save{Record: a.session.id(), Drafts: drafts})
}

// saved takes the answer of a save.
func (a *App) saved(msg tea.Msg) tea.Cmd {
	trouble := a.queue.Err() != nil
	next, ok := a.queue.Update(msg)
	switch {
	case errors.Is(a.queue.Err(), model.ErrConflict):
		return a.reread()
	case a.queue.Err() != nil && !trouble:
		return tea.Batch(next, a.openUnsaved(true))
	case ok && trouble:
		a.closeUnsaved()
		a.say(done, "Saved; everything is on disk again")
	}
	if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
	}
	if ok && a.at.Screen == screen.Home && a.queue.Idle() {
		return tea.Batch(next, a.loadHome()) // what was saved last may change the list
	}
	return next
}

// unsaved tells that a row is not on disk: it waits in the queue or for an answer.
func (a *App) unsaved(row model.ID) bool {
	for _, c := range a.conflicts {
		if c.row.ID == row {
			return true
		}
	}
	return a.queue.Holds(row)
}

// reread reads the record and its log again, after another window changed them.
func (a *App) reread() tea.Cmd {
	if a.session == nil || a.reloading {
		return nil
	}
	a.reloading = true
	a.ticket++
	store, id, ticket := a.store, a.session.id(), a.ticket
	return func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		p, _, err := store.Read(ctx, id)
		if err != nil {
			return recordReread{ticket: ticket, err: err}
		}
		entries, err := store.History(ctx, id)
		return recordReread{ticket: ticket, record: p, entries: entries, err: err}
	}
}

func (a *App) recordReread(msg recordReread) tea.Cmd {
	a.reloading = false
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		return a.options.After(rereadPause, rereadTick{})
	}
	if a.session == nil || msg.record.Header.ID != a.session.id() || a.queue.Busy() {
		return nil
	}
	s := newSession(msg.record, int64(len(msg.entries)))
	if err := s.remember(msg.entries); err != nil {
		a.say(check, sentence(err))
		return nil
	}
	saves, conflicts := rebase(s, a.queue.Waiting())
	a.session = s
	a.conflicts = append(a.conflicts, conflicts...)
	a.show()
	cmd := a.queue.Replace(saves)
	if len(a.conflicts) > 0 {
		return tea.Batch(cmd, a.openUnsaved(true))
	}
	a.say(done, "Another window changed this post-mortem; its changes are shown, ours are saved behind them")
	return cmd
}

// watch asks whether another window wrote to the file.
func (a *App) watch() tea.Cmd {
	if a.session == nil || !a.queue.Idle() {
		return a.watchLater()
	}
	store := a.store
	return func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		changed, err := store.Changed(ctx)
		return changedElsewhere{changed: changed && err == nil}
	}
}

func (a *App) changedElsewhere(msg changedElsewhere) tea.Cmd {
	if !msg.changed || a.session == nil || !a.queue.Idle() {
		return a.watchLater()
	}
	return tea.Batch(a.reread(), a.watchLater())
}

// watchLater asks again after a while; there is one such question under way at most.
func (a *App) watchLater() tea.Cmd {
	if a.watching {
		return nil
	}
	a.watching = true
	return a.options.After(watchPause, watchTick{})
}

// resolve ends the first conflict the way a person chose. Nothing is lost in any of them: what
// is not taken is in the history.
func (a *App) resolve(choice screen.Request) tea.Cmd {
	if len(a.conflicts) == 0 {
		a.closeUnsaved()
		return nil
	}
	c := a.conflicts[0]
	label := labelOf(c.save.Entry)
	var cmds []tea.Cmd
	commit := func(label string, r model.RowChange) {
		if r.Before == nil && r.After == nil || r.Before == r.After {
			return
		}
		cmd, _ := a.commit(model.Entry{Kind: model.Edit, Change: model.Change{Label: label, Rows: []model.RowChange{r}}}, nil)
		cmds = append(cmds, cmd)
	}
	for _, r := range c.save.Entry.Change.Rows {
		now, here := a.session.record.Row(r.Table, r.ID)
		if !here {
			now = nil
		}
		ours := model.RowChange{Table: r.Table, ID: r.ID, Before: now, After: r.After}
		switch {
		case choice == screen.KeepBoth && r.After != nil && now != nil && now != r.After:
			id := a.options.NewID()
			commit(label+", beside theirs", model.RowChange{Table: r.Table, ID: id, After: model.WithID(r.After, id)})
		case choice == screen.TakeTheirs:
			commit(label, ours)
			commit("theirs taken instead: "+label, model.RowChange{Table: r.Table, ID: r.ID, Before: r.After, After: now})
		default:
			commit(label, ours)
		}
	}
	a.conflicts = a.conflicts[1:]
	a.show()
	if len(a.conflicts) == 0 {
		a.closeUnsaved()
		a.say(done, "Settled; both versions are in the history")
	} else if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
	}
	return tea.Batch(cmds...)
}

// trouble tells the panel what is not on disk and why.
func (a *App) trouble() unsaved.Trouble {
	n := a.queue.Changes() + len(a.conflicts)
	t := unsaved.Trouble{Count: n, Leaving: a.leaving}
	switch {
	case len(a.conflicts) > 0:
		t.Cause = "Changed in another window. Nothing is overwritten."
		t.Conflict = words(a.conflicts[0], a.session.index)
	case a.queue.Err() != nil:
		t.Cause = capital(sentence(a.queue.Err()))
	default:
		t.Cause = "Everything is on disk."
	}
	return t
}

func (a *App) openUnsaved(sudden bool) tea.Cmd {
	if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
		return nil
	}
	a.openPanel(unsaved.New(a.env, a.trouble(), sudden))
	return nil
}

func (a *App) unsavedPanel() *unsaved.Panel {
	for _, p := range a.panels {
		if u, ok := p.Panel.(*unsaved.Panel); ok {
			return u
		}
	}
	return nil
}

func (a *App) closeUnsaved() {
	for i, p := range a.panels {
		if _, ok := p.Panel.(*unsaved.Panel); ok {
			a.panels = append(a.panels[:i], a.panels[i+1:]...)
			return
		}
	}
}

func (a *App) saveCopy(path string) tea.Cmd {
	store := a.store
	return func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		return copied{path: path, err: store.Copy(ctx, path)}
	}
}

func (a *App) copied(msg copied) tea.Cmd {
	if msg.err != nil {
		a.say(check, "the copy was not written: "+sentence(msg.err))
		return nil
	}
	a.say(done, fmt.Sprintf("Copy written: %s", msg.path))
	return nil
}
