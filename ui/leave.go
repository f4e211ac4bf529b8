package ui

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/queue"
)

// leaveTwice is how soon the second ctrl+c must come.
const leaveTwice = 3 * time.Second

// leavePatience is how long each step of leaving may take: a store that refuses or does not answer
// cannot hold the program back.
const leavePatience = 2 * time.Second

// leaving is whether the program is on its way out.
type leaving int

const (
	stays     leaving = iota
	askedOnce         // was asked once, and says what is not on disk; the program stays
	atOnce            // with one more try, and with a rescue file for what is not on disk then
)

// askToLeave says what is on disk; asked a second time, it leaves in any case.
func (a *App) askToLeave() {
	now := a.options.Now()
	if !a.leaveAsked.IsZero() && now.Sub(a.leaveAsked) < leaveTwice {
		a.quit()
		return
	}
	a.leaveAsked = now
	a.saveDrafts()
	if a.inTrouble() {
		a.leaving = askedOnce
		a.openUnsaved(false)
		a.say(check, a.notOnDisk()+"; "+a.keys.Key("leave")+" again leaves"+a.whereTo())
		return
	}
	a.say(done, a.onDisk())
}

// onDisk says what is on disk before the program leaves. Nothing is called saved that is not.
func (a *App) onDisk() string {
	words := "Saved. ctrl+c again leaves"
	switch {
	case a.options.Throwaway || a.own != nil:
		words = "Nothing of the sample is kept. ctrl+c again leaves"
	case a.readOnly && a.queue.Idle() && len(a.line.Unsaved()) == 0:
		words = "Nothing waits to be saved; this file may only be read. ctrl+c again leaves"
	case !a.queue.Idle() || len(a.line.Unsaved()) > 0:
		words = "Saving. ctrl+c again leaves" + a.whereTo()
	case a.line.Changed():
		words = "Saved, and the half-typed line is kept. ctrl+c again leaves"
	}
	if on := a.runsOn(); on != "" {
		words += "; " + on
	}
	return words
}

func (a *App) notOnDisk() string {
	switch {
	case a.loss != kept:
		words, _, _ := strings.Cut(a.loss.words(), ";")
		return words
	case len(a.conflicts) > 0:
		return "a change of yours waits for an answer"
	}
	return "not everything is on disk"
}

// whereTo says where what is not on disk goes when the program leaves all the same.
func (a *App) whereTo() string {
	if len(a.conflicts) > 0 && a.loss == kept || !a.keepsRescues() {
		return ""
	}
	return "; what is not on disk then goes to a file that the next start offers"
}

// quit leaves as soon as everything is on disk, after one more try where something was refused.
func (a *App) quit() {
	a.saveDrafts()
	a.queue.TryAgain()
	if a.leaving == atOnce {
		return
	}
	a.leaving, a.leaveStep = atOnce, 0
	store := a.store
	a.effect(a.options.After(leavePatience, leaveTick{a.leaveStep}))
	a.effect(func() tea.Msg { // a file that was removed takes nothing and says nothing
		ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
		defer cancel()
		_, err := store.Changed(ctx)
		return leaveChecked{lost: errors.Is(err, model.ErrReplaced)}
	})
}

// leaveChecked leaves, unless the file is gone: then the record itself goes to a rescue file.
func (a *App) leaveChecked(msg leaveChecked) {
	a.checked = true
	if msg.lost {
		a.loss = removed
	}
	if a.loss != kept {
		a.writeRescue(false)
	}
}

// leaveNow leaves without another try: a person has seen what is not on disk.
func (a *App) leaveNow() {
	a.saveDrafts()
	a.leaving = atOnce
	a.writeRescue(false)
}

// terminate leaves because a signal asked for it. A second signal does not wait.
func (a *App) terminate(msg Terminate) {
	a.exit = msg.Code
	if a.leaving == atOnce {
		a.leaveFurther(leaveTick{a.leaveStep})
		return
	}
	a.quit()
}

// leaveFurther goes on where a step of leaving took too long: the save, then the rescue file beside
// the store, then the rescue file elsewhere.
func (a *App) leaveFurther(msg leaveTick) {
	if a.leaving != atOnce || msg.step != a.leaveStep {
		return
	}
	switch {
	case a.farewell != "": // the file is there, and the disk does not say so
	case a.leaveStep == 0:
		a.writeRescue(false)
		return
	case a.leaveStep == 1:
		a.writeRescue(true)
		return
	default:
		a.rescueWritten(rescueWritten{err: errNoAnswer})
		return
	}
	a.effect(tea.Quit)
}

// errNoAnswer is why nothing was written where no folder answers.
var errNoAnswer = errors.New("the disk does not answer")

// leaveWhenSaved ends the program once it was asked to and nothing waits any more.
func (a *App) leaveWhenSaved() {
	if a.leaving != atOnce || !a.checked || a.loss != kept || !a.queue.Idle() || len(a.line.Unsaved()) > 0 {
		return
	}
	a.effect(tea.Quit)
}

// endWithoutScreen saves what waits, or writes it to a rescue file, where the screen has ended by itself
// before anything asked the App to: its terminal is gone, which may be found out before the signal
// that tells so. No message comes any more, and what is under way is not heard of.
func (a *App) endWithoutScreen() {
	a.saveDrafts()
	ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
	defer cancel()
	for _, s := range a.queue.Waiting() {
		if queue.Write(ctx, a.store, s) == nil {
			continue
		}
		// What is on disk by now is not taken in a second time.
		if r := a.inMemory(); a.keepsRescues() && !r.IsEmpty() {
			a.sayLeft(a.options.Rescues.Write(r))
		}
		return
	}
}

// endAfterPanic begins to leave because of a mistake of the program's own.
func (a *App) endAfterPanic() {
	a.effects = nil // what was asked for before the panic may be half of something
	a.quit()
	a.effect(a.queue.Next())
	a.leaveWhenSaved()
}

// ending takes the messages that leaving is made of, and no others: nothing else of the App is to be
// relied on any more.
func (a *App) ending(msg tea.Msg) {
	switch msg := msg.(type) {
	case queue.Saved, queue.Retry, queue.Overdue:
		if a.queue.Update(msg); a.queue.Err() != nil {
			a.writeRescue(false)
		}
	case leaveChecked:
		a.leaveChecked(msg)
	case leaveTick:
		a.leaveFurther(msg)
	case rescueWritten:
		a.rescueWritten(msg)
	case Terminate:
		a.terminate(msg)
	case tea.KeyPressMsg:
		if a.leaving != atOnce {
			a.effect(tea.Quit)
			return
		}
	}
	a.effect(a.queue.Next())
	a.leaveWhenSaved()
}
