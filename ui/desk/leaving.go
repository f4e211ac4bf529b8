package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/ui/entry"
	"debrief/ui/queue"
)

// leaveTwice is how soon the second ctrl+c must come.
const leaveTwice = 3 * time.Second

// leavePatience is how long each step of leaving may take: a store that refuses or does not answer
// cannot hold the program back.
const leavePatience = 2 * time.Second

// Leaving is how the program leaves: asked once, it says what is not on disk; then it tries once more to
// save, and writes what is not on disk after that to a rescue file.
type Leaving struct {
	// Exit is the code to leave with: 0, 1, or 128 and the number of the signal that ended the program.
	Exit int
	// Farewell is said when the screen is gone.
	Farewell string

	d       *Desk
	state   leaving
	asked   time.Time
	step    int  // how often a rescue file was begun
	checked bool // the store's file was looked at
}

// leaving is whether the program is on its way out.
type leaving int

const (
	stays     leaving = iota
	askedOnce         // and said what is not on disk; the program stays
	atOnce
)

// step is the message that leaving goes on: what is to be done then, on the event loop.
type step func()

// Ask says what is on disk; asked a second time, it leaves in any case. Key is the one that asks,
// and also is said of the meeting, "" for nothing.
func (l *Leaving) Ask(key, also string) {
	now := l.d.o.Now()
	if !l.asked.IsZero() && now.Sub(l.asked) < leaveTwice {
		l.Leave()
		return
	}
	l.asked = now
	l.d.SaveDrafts()
	if l.d.InTrouble() {
		l.state = askedOnce
		l.d.showTrouble(false)
		l.d.check(l.notOnDisk() + "; " + key + " again leaves" + l.whereTo())
		return
	}
	words := l.onDisk()
	if also != "" {
		words += "; " + also
	}
	l.d.done(words)
}

// LeaveOrAsk leaves, but asks first where something cannot be saved.
func (l *Leaving) LeaveOrAsk(key, also string) {
	if l.d.queue.Trouble() {
		l.Ask(key, also)
		return
	}
	l.Leave()
}

// Stay is the answer that the program stays.
func (l *Leaving) Stay() { l.state = stays }

// unask takes the question back where it was asked.
func (l *Leaving) unask() {
	if l.state == askedOnce {
		l.state = stays
	}
}

// onDisk says what is on disk before the program leaves. Nothing is called saved that is not.
func (l *Leaving) onDisk() string {
	switch saved := l.d.allSaved(); {
	case l.d.Throwaway():
		return "Nothing of the sample is kept. ctrl+c again leaves"
	case l.d.ReadOnly && saved:
		return "Nothing waits to be saved; this file may only be read. ctrl+c again leaves"
	case !saved:
		return "Saving. ctrl+c again leaves" + l.whereTo()
	case l.d.line.Changed():
		return "Saved, and the half-typed line is kept. ctrl+c again leaves"
	}
	return "Saved. ctrl+c again leaves"
}

func (l *Leaving) notOnDisk() string {
	switch {
	case l.d.loss != kept:
		return brief(l.d.loss.words())
	case len(l.d.Conflicts.waiting) > 0:
		return "a change of yours waits for an answer"
	}
	return "not everything is on disk"
}

// whereTo says where what is not on disk goes when the program leaves all the same.
func (l *Leaving) whereTo() string {
	if len(l.d.Conflicts.waiting) > 0 && l.d.loss == kept || !l.d.RescueFiles.kept() {
		return ""
	}
	return "; what is not on disk then goes to a file that the next start offers"
}

// Leave leaves as soon as everything is on disk, after one more try where something was refused.
func (l *Leaving) Leave() {
	l.d.SaveDrafts()
	l.d.queue.TryAgain()
	if l.state == atOnce {
		return
	}
	l.state, l.step = atOnce, 0
	store := l.d.store
	l.goOnSoon()
	l.d.o.Run(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
		defer cancel()
		_, err := store.Changed(ctx)
		return step(func() { // a file that was removed takes nothing and says nothing
			l.checked = true
			if errors.Is(err, model.ErrReplaced) {
				l.d.loss = removed
			}
			if l.d.loss != kept { // the record itself goes to a rescue file
				l.writeRescue(false)
			}
		})
	})
}

// goOnSoon goes on where the step that begins now takes too long.
func (l *Leaving) goOnSoon() {
	began := l.step
	l.d.o.Run(l.d.o.After(leavePatience, step(func() {
		if l.state == atOnce && began == l.step {
			l.goOn()
		}
	})))
}

// Now leaves without another try: a person has seen what is not on disk.
func (l *Leaving) Now() {
	l.d.SaveDrafts()
	l.state = atOnce
	l.writeRescue(false)
}

// Terminate leaves with the code because a signal asked for it. A second signal does not wait.
func (l *Leaving) Terminate(code int) {
	l.Exit = code
	if l.state == atOnce {
		l.goOn()
		return
	}
	l.Leave()
}

// goOn does not wait for a step any longer: for the save, then the rescue file beside the store, then the
// rescue file elsewhere.
func (l *Leaving) goOn() {
	switch {
	case l.Farewell != "": // the file is there, and the disk does not say so
		l.d.o.Run(tea.Quit)
	case l.step < 2:
		l.writeRescue(l.step == 1)
	default:
		l.rescueWritten("", errNoAnswer)
	}
}

// errNoAnswer is why nothing was written where no folder answers.
var errNoAnswer = errors.New("the disk does not answer")

// whenSaved ends the program once it was asked to and nothing waits any more.
func (l *Leaving) whenSaved() {
	if l.state == atOnce && l.checked && l.d.loss == kept && l.d.allSaved() {
		l.d.o.Run(tea.Quit)
	}
}

// WithoutScreen saves what waits, or writes it to a rescue file, where the screen has ended by itself
// before anything asked it to: its terminal is gone, which may be found out before the signal
// that tells so. No message comes any more, and what is under way is not heard of.
func (l *Leaving) WithoutScreen() {
	l.d.SaveDrafts()
	ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
	defer cancel()
	for _, s := range l.d.queue.Waiting() {
		if queue.Write(ctx, l.d.store, s) == nil {
			continue
		}
		// What is on disk by now is not taken in a second time.
		if r := l.d.RescueFiles.inMemory(); l.d.RescueFiles.kept() && !r.IsEmpty() {
			l.sayLeft(l.d.o.Rescues.Write(r))
		}
		return
	}
}

// AfterPanic begins to leave because of a mistake of the program's own.
func (l *Leaving) AfterPanic() {
	l.Leave()
	l.saveFirst()
}

// End takes the messages that leaving is made of, and no others, after a panic: nothing else is to be
// relied on any more. It reports whether the program is on its way out.
func (l *Leaving) End(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case queue.Saved, queue.Retry, queue.Overdue:
		if l.d.queue.Update(msg); l.d.queue.Err() != nil {
			l.writeRescue(false)
		}
	case step:
		msg()
	}
	l.saveFirst()
	return l.state == atOnce
}

func (l *Leaving) saveFirst() {
	l.d.Save()
	l.whenSaved()
}

// writeRescue writes what is not on disk to a rescue file, and then leaves.
func (l *Leaving) writeRescue(elsewhere bool) {
	if l.step > 0 && !elsewhere {
		return // it is being written
	}
	r := l.d.RescueFiles.inMemory()
	if !l.d.RescueFiles.kept() || r.IsEmpty() {
		l.d.o.Run(tea.Quit)
		return
	}
	l.step++
	write := l.d.o.Rescues.Write
	if elsewhere {
		write = l.d.o.Rescues.WriteElsewhere
	}
	l.goOnSoon()
	l.d.o.Run(func() tea.Msg {
		path, err := write(r)
		return step(func() { l.rescueWritten(path, err) })
	})
}

// rescueWritten leaves, with a word on where everything is.
func (l *Leaving) rescueWritten(path string, err error) {
	if l.sayLeft(path, err); err != nil {
		l.d.o.Run(tea.Quit)
		return
	}
	sync := l.d.o.Rescues.Sync
	l.d.o.Run(func() tea.Msg {
		_ = sync(path) // the file is there; only a power cut could take it, and nothing more can be done
		return tea.QuitMsg{}
	})
}

// sayLeft is what is said of what was not on disk, once the screen is gone.
func (l *Leaving) sayLeft(path string, err error) {
	if l.Exit == 0 {
		l.Exit = 1
	}
	l.Farewell = "What was not on disk is in " + path + "; the next start offers it."
	if err != nil {
		l.Farewell = "What was not on disk could not be written anywhere: " + brief(Sentence(err)) + lastWords(l.d.RescueFiles.inMemory())
	}
}

// lastWords are the texts that could be written nowhere, but for those that are not for everybody:
// the terminal keeps them a little longer.
func lastWords(r rescue.Rescue) string {
	x := model.NewIndex(r.Record)
	var b strings.Builder
	for _, w := range r.Waiting {
		for _, c := range w.Entry.Change.Rows {
			if c.After != nil && !model.IsPrivate(c.After) {
				fmt.Fprintf(&b, "\n  %s", model.Tell(c.After, x))
			}
		}
	}
	for _, d := range r.Drafts {
		if _, private := entry.SlotOf(d); d.Text != "" && !private {
			fmt.Fprintf(&b, "\n  %s", d.Text)
		}
	}
	return b.String()
}
