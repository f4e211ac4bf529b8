package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/ui/entry"
)

// keepsRescues tells that what is not on disk when the program leaves goes to a file.
func (a *App) keepsRescues() bool {
	return a.options.Rescues != nil && a.own == nil && !a.options.Throwaway
}

// inMemory is what this window holds that is not known to be on disk.
func (a *App) inMemory() rescue.Rescue {
	r := rescue.Rescue{At: model.UTC(a.options.Now()), Store: a.store.Path()}
	if a.session != nil {
		r.Record, r.Base = a.session.record, a.onDiskSeq()
	}
	r.Lost = a.loss != kept && a.session != nil
	switch err := a.queue.Err(); {
	case a.loss != kept:
		r.Cause, _, _ = strings.Cut(a.loss.words(), ";")
	case err != nil:
		r.Cause, _, _ = strings.Cut(sentence(err), ";") // what to do was said then
	case a.queue.Slow():
		r.Cause = "the disk did not answer"
	}
	for _, s := range a.queue.Waiting() {
		if s.Entry.Seq != 0 {
			r.Waiting = append(r.Waiting, rescue.Waiting{Record: s.Record, Entry: s.Entry})
		}
		for _, d := range slices.Concat(s.Settled, s.Drafts) {
			r.Drafts = withDraft(r.Drafts, d)
		}
	}
	if a.loss != kept { // so are the drafts that were on disk
		for s, t := range a.line.Waiting() {
			r.Drafts = withDraft(r.Drafts, a.draft(s, a.withNames(a.line.Names, s, t.Words), t.Private))
		}
	}
	return r
}

// withDraft returns the drafts with this one in the place of what waited there before.
func withDraft(drafts []model.Draft, d model.Draft) []model.Draft {
	drafts = slices.DeleteFunc(drafts, func(old model.Draft) bool { return sameDraft(old, d) })
	return append(drafts, d)
}

// sameDraft tells that two drafts are one to the store.
func sameDraft(a, b model.Draft) bool {
	return a.Postmortem == b.Postmortem && a.Window == b.Window && a.Place == b.Place && a.Field == b.Field
}

// writeRescue writes what is not on disk to a rescue file, and then leaves.
func (a *App) writeRescue(elsewhere bool) {
	if a.leaveStep > 0 && !elsewhere {
		return // it is being written
	}
	r := a.inMemory()
	if !a.keepsRescues() || r.IsEmpty() {
		a.effect(tea.Quit)
		return
	}
	a.leaveStep++
	write := a.options.Rescues.Write
	if elsewhere {
		write = a.options.Rescues.WriteElsewhere
	}
	a.effect(a.options.After(leavePatience, leaveTick{a.leaveStep}))
	a.effect(func() tea.Msg {
		path, err := write(r)
		return rescueWritten{path: path, err: err}
	})
}

// leftBehind is what is said of a rescue file when the screen is gone.
func leftBehind(path string) string {
	return "What was not on disk is in " + path + "; the next start offers it."
}

// rescueWritten leaves, with a word on where everything is.
func (a *App) rescueWritten(msg rescueWritten) {
	if a.sayLeft(msg.path, msg.err); msg.err != nil {
		a.effect(tea.Quit)
		return
	}
	sync := a.options.Rescues.Sync
	a.effect(func() tea.Msg {
		_ = sync(msg.path) // the file is there; only a power cut could take it, and nothing more can be done
		return tea.QuitMsg{}
	})
}

// sayLeft is what is said of what was not on disk, once the screen is gone.
func (a *App) sayLeft(path string, err error) {
	if a.exit == 0 {
		a.exit = 1
	}
	if err != nil {
		cause, _, _ := strings.Cut(sentence(err), ";") // nothing is tried again now
		a.farewell = "What was not on disk could not be written anywhere: " + cause + lastWords(a.inMemory())
		return
	}
	a.farewell = leftBehind(path)
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
