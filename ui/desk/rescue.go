package desk

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
func (d *Desk) keepsRescues() bool { return d.o.Rescues != nil && !d.Throwaway() }

// inMemory is what this window holds that is not known to be on disk.
func (d *Desk) inMemory() rescue.Rescue {
	r := rescue.Rescue{At: model.UTC(d.o.Now()), Store: d.store.Path()}
	if d.Sheet != nil {
		r.Record, r.Base = d.Record, d.onDiskSeq()
	}
	r.Lost = d.loss != kept && d.Sheet != nil
	switch err := d.queue.Err(); {
	case d.loss != kept:
		r.Cause = brief(d.loss.words())
	case err != nil:
		r.Cause = brief(Sentence(err)) // what to do was said then
	case d.queue.Slow():
		r.Cause = "the disk did not answer"
	}
	for _, s := range d.queue.Waiting() {
		if s.Entry.Seq != 0 {
			r.Waiting = append(r.Waiting, rescue.Waiting{Record: s.Record, Entry: s.Entry})
		}
		for _, draft := range slices.Concat(s.Settled, s.Drafts) {
			r.Drafts = withDraft(r.Drafts, draft)
		}
	}
	if d.loss != kept { // so are the drafts that were on disk
		for s, t := range d.line.Waiting() {
			r.Drafts = withDraft(r.Drafts, d.draft(s, d.withNames(d.line.Names, s, t.Words), t.Private))
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
func (d *Desk) writeRescue(elsewhere bool) {
	if d.leaveStep > 0 && !elsewhere {
		return // it is being written
	}
	r := d.inMemory()
	if !d.keepsRescues() || r.IsEmpty() {
		d.o.Run(tea.Quit)
		return
	}
	d.leaveStep++
	write := d.o.Rescues.Write
	if elsewhere {
		write = d.o.Rescues.WriteElsewhere
	}
	d.o.Run(d.o.After(leavePatience, leaveTick{d.leaveStep}))
	d.o.Run(func() tea.Msg {
		path, err := write(r)
		return rescueWritten{path: path, err: err}
	})
}

// rescueWritten tells where what was not on disk went when the program left.
type rescueWritten struct {
	path string
	err  error
}

// rescueWritten leaves, with a word on where everything is.
func (d *Desk) rescueWritten(msg rescueWritten) {
	if d.sayLeft(msg.path, msg.err); msg.err != nil {
		d.o.Run(tea.Quit)
		return
	}
	sync := d.o.Rescues.Sync
	d.o.Run(func() tea.Msg {
		_ = sync(msg.path) // the file is there; only a power cut could take it, and nothing more can be done
		return tea.QuitMsg{}
	})
}

// sayLeft is what is said of what was not on disk, once the screen is gone.
func (d *Desk) sayLeft(path string, err error) {
	if d.Exit == 0 {
		d.Exit = 1
	}
	d.Farewell = "What was not on disk is in " + path + "; the next start offers it."
	if err != nil {
		d.Farewell = "What was not on disk could not be written anywhere: " + brief(Sentence(err)) + lastWords(d.inMemory())
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
