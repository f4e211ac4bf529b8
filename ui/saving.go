package ui

import (
	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/queue"
	"debrief/ui/unsaved"
)

// saved takes the answer of a save.
func (a *App) saved(msg tea.Msg) tea.Cmd {
	trouble := a.queue.Err() != nil
	next, ok := a.queue.Update(msg)
	switch {
	case queue.Contradicted(a.queue.Err()):
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
	cmds := []tea.Cmd{next, a.nowIdle()}
	if ok && a.atHome() && a.queue.Idle() && len(a.queue.Waiting()) == 0 && changed(msg) {
		cmds = append(cmds, a.loadHome()) // what was saved last may change the list
	}
	return tea.Batch(cmds...)
}

// changed tells that a save was of a change, not only of drafts.
func changed(msg tea.Msg) bool {
	s, ok := msg.(queue.Saved)
	return ok && s.Save.Entry.Seq != 0
}

// whenIdle does what must not come between a change and its save, such as opening another
// record: now, or as soon as everything is on disk. While something cannot be saved it asks first.
func (a *App) whenIdle(do func() tea.Cmd) tea.Cmd {
	switch {
	case a.queue.Err() != nil || len(a.conflicts) > 0:
		a.say(check, "something here is not on disk yet; settle it first")
		return a.openUnsaved(false)
	case a.queue.Idle():
		return do()
	}
	a.waiting = append(a.waiting, do)
	return nil
}

// nowIdle does what waited for everything to be on disk.
func (a *App) nowIdle() tea.Cmd {
	if !a.queue.Idle() || len(a.waiting) == 0 {
		return nil
	}
	waiting := a.waiting
	a.waiting = nil
	var cmds []tea.Cmd
	for _, do := range waiting {
		cmds = append(cmds, do())
	}
	return tea.Batch(cmds...)
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

// trouble tells the panel what is not on disk and why.
func (a *App) trouble() unsaved.Trouble {
	n := a.queue.Changes() + len(a.conflicts)
	t := unsaved.Trouble{Count: n, Leaving: a.leaving}
	switch {
	case len(a.conflicts) > 0:
		t.Cause = "Changed in another window. Nothing is overwritten."
		t.Conflict = a.told(a.conflicts[0])
	case a.queue.Err() != nil:
		t.Cause = model.Capital(sentence(a.queue.Err()))
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
	path = a.expand(path)
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
	a.say(done, "Copy written: "+a.pathShown(msg.path))
	return nil
}
