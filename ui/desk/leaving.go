package desk

import (
	"context"
	"errors"
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

// AskToLeave says what is on disk; asked a second time, it leaves in any case. Key is the one that asks,
// and also is said of the meeting, "" for nothing.
func (d *Desk) AskToLeave(key, also string) {
	now := d.o.Now()
	if !d.leaveAsked.IsZero() && now.Sub(d.leaveAsked) < leaveTwice {
		d.Leave()
		return
	}
	d.leaveAsked = now
	d.SaveDrafts()
	if d.InTrouble() {
		d.leaving = askedOnce
		d.showTrouble(false)
		d.check(d.notOnDisk() + "; " + key + " again leaves" + d.whereTo())
		return
	}
	words := d.onDisk()
	if also != "" {
		words += "; " + also
	}
	d.done(words)
}

// LeaveOrAsk leaves, but asks first where something cannot be saved.
func (d *Desk) LeaveOrAsk(key, also string) {
	if d.queue.Trouble() {
		d.AskToLeave(key, also)
		return
	}
	d.Leave()
}

// Stay is the answer that the program stays.
func (d *Desk) Stay() { d.leaving = stays }

// onDisk says what is on disk before the program leaves. Nothing is called saved that is not.
func (d *Desk) onDisk() string {
	switch saved := d.allSaved(); {
	case d.Throwaway():
		return "Nothing of the sample is kept. ctrl+c again leaves"
	case d.ReadOnly && saved:
		return "Nothing waits to be saved; this file may only be read. ctrl+c again leaves"
	case !saved:
		return "Saving. ctrl+c again leaves" + d.whereTo()
	case d.line.Changed():
		return "Saved, and the half-typed line is kept. ctrl+c again leaves"
	}
	return "Saved. ctrl+c again leaves"
}

// allSaved tells that nothing is on its way to disk or waits to be sent there.
func (d *Desk) allSaved() bool { return d.queue.Idle() && len(d.line.Unsaved()) == 0 }

func (d *Desk) notOnDisk() string {
	switch {
	case d.loss != kept:
		return brief(d.loss.words())
	case len(d.conflicts) > 0:
		return "a change of yours waits for an answer"
	}
	return "not everything is on disk"
}

// whereTo says where what is not on disk goes when the program leaves all the same.
func (d *Desk) whereTo() string {
	if len(d.conflicts) > 0 && d.loss == kept || !d.keepsRescues() {
		return ""
	}
	return "; what is not on disk then goes to a file that the next start offers"
}

// leaveChecked tells whether the store's file is still there when the program leaves.
type leaveChecked struct{ lost bool }

// leaveTick is over when leaving has taken too long at one of its steps.
type leaveTick struct{ step int }

// Leave leaves as soon as everything is on disk, after one more try where something was refused.
func (d *Desk) Leave() {
	d.SaveDrafts()
	d.queue.TryAgain()
	if d.leaving == atOnce {
		return
	}
	d.leaving, d.leaveStep = atOnce, 0
	store := d.store
	d.o.Run(d.o.After(leavePatience, leaveTick{d.leaveStep}))
	d.o.Run(func() tea.Msg { // a file that was removed takes nothing and says nothing
		ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
		defer cancel()
		_, err := store.Changed(ctx)
		return leaveChecked{lost: errors.Is(err, model.ErrReplaced)}
	})
}

// leaveChecked leaves, unless the file is gone: then the record itself goes to a rescue file.
func (d *Desk) leaveChecked(msg leaveChecked) {
	d.checked = true
	if msg.lost {
		d.loss = removed
	}
	if d.loss != kept {
		d.writeRescue(false)
	}
}

// LeaveNow leaves without another try: a person has seen what is not on disk.
func (d *Desk) LeaveNow() {
	d.SaveDrafts()
	d.leaving = atOnce
	d.writeRescue(false)
}

// Terminate leaves with the code because a signal asked for it. A second signal does not wait.
func (d *Desk) Terminate(code int) {
	d.Exit = code
	if d.leaving == atOnce {
		d.leaveFurther(leaveTick{d.leaveStep})
		return
	}
	d.Leave()
}

// leaveFurther goes on where a step of leaving took too long: the save, then the rescue file beside
// the store, then the rescue file elsewhere.
func (d *Desk) leaveFurther(msg leaveTick) {
	if d.leaving != atOnce || msg.step != d.leaveStep {
		return
	}
	switch {
	case d.Farewell != "": // the file is there, and the disk does not say so
		d.o.Run(tea.Quit)
	case d.leaveStep < 2:
		d.writeRescue(d.leaveStep == 1)
	default:
		d.rescueWritten(rescueWritten{err: errNoAnswer})
	}
}

// errNoAnswer is why nothing was written where no folder answers.
var errNoAnswer = errors.New("the disk does not answer")

// leaveWhenSaved ends the program once it was asked to and nothing waits any more.
func (d *Desk) leaveWhenSaved() {
	if d.leaving == atOnce && d.checked && d.loss == kept && d.allSaved() {
		d.o.Run(tea.Quit)
	}
}

// EndWithoutScreen saves what waits, or writes it to a rescue file, where the screen has ended by itself
// before anything asked it to: its terminal is gone, which may be found out before the signal
// that tells so. No message comes any more, and what is under way is not heard of.
func (d *Desk) EndWithoutScreen() {
	d.SaveDrafts()
	ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
	defer cancel()
	for _, s := range d.queue.Waiting() {
		if queue.Write(ctx, d.store, s) == nil {
			continue
		}
		// What is on disk by now is not taken in a second time.
		if r := d.inMemory(); d.keepsRescues() && !r.IsEmpty() {
			d.sayLeft(d.o.Rescues.Write(r))
		}
		return
	}
}

// EndAfterPanic begins to leave because of a mistake of the program's own.
func (d *Desk) EndAfterPanic() {
	d.Leave()
	d.saveAndLeave()
}

// End takes the messages that leaving is made of, and no others, after a panic: nothing else is to be
// relied on any more. It reports whether the program is on its way out.
func (d *Desk) End(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case queue.Saved, queue.Retry, queue.Overdue:
		if d.queue.Update(msg); d.queue.Err() != nil {
			d.writeRescue(false)
		}
	case leaveChecked:
		d.leaveChecked(msg)
	case leaveTick:
		d.leaveFurther(msg)
	case rescueWritten:
		d.rescueWritten(msg)
	}
	d.saveAndLeave()
	return d.leaving == atOnce
}

func (d *Desk) saveAndLeave() {
	d.Save()
	d.leaveWhenSaved()
}
