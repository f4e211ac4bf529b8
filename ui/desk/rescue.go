package desk

import (
	"slices"

	"debrief/model"
	"debrief/model/rescue"
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
