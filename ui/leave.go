package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// leaveTwice is how soon the second ctrl+c must come.
const leaveTwice = 3 * time.Second

// terminateLimit is how long a store that refuses can hold the program back after a signal.
const terminateLimit = 2 * time.Second

// askToLeave says what is on disk; asked a second time, it leaves.
func (a *App) askToLeave() tea.Cmd {
	now := a.options.Now()
	if !a.leaveAsked.IsZero() && now.Sub(a.leaveAsked) < leaveTwice {
		return a.quit()
	}
	a.leaveAsked = now
	if a.queue.Err() != nil || len(a.conflicts) > 0 {
		a.leaving = true
		return a.openUnsaved(false)
	}
	words := "Saved. ctrl+c again leaves"
	if a.queue.Changes() > 0 {
		words = "Saving. ctrl+c again leaves as soon as it is on disk"
	}
	if a.line.Changed() {
		words = "Saved, and the half-typed line is kept. ctrl+c again leaves"
	}
	if on := a.runsOn(); on != "" {
		words += "; " + on
	}
	a.say(done, words)
	return nil
}

// quit leaves as soon as everything is on disk.
func (a *App) quit() tea.Cmd {
	a.leaving = true
	var cmd tea.Cmd
	if a.session != nil {
		cmd = a.saveDrafts()
	}
	if a.queue.Err() != nil || len(a.conflicts) > 0 {
		return tea.Batch(cmd, a.openUnsaved(false))
	}
	return cmd
}

// terminate leaves because a signal asked for it: what is typed is saved first, but a store
// that refuses cannot hold the program back.
func (a *App) terminate(msg Terminate) tea.Cmd {
	a.exit = msg.Code
	if a.terminated {
		return tea.Quit
	}
	a.terminated = true
	cmd := a.quit()
	return tea.Batch(cmd, a.options.After(terminateLimit, Terminate(msg)))
}

// leaveWhenSaved ends the program once it was asked to and nothing waits any more.
func (a *App) leaveWhenSaved() tea.Cmd {
	if !a.leaving || !a.queue.Idle() || len(a.conflicts) > 0 || a.line.HasDrafts() {
		return nil
	}
	return tea.Quit
}
