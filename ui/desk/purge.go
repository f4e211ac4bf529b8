package desk

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/queue"
)

// letGo closes a record that is no longer in the store: it was purged while it was open here. What
// was typed into it and is not on disk goes too, for it belongs to what was to be removed for good.
func (d *Desk) letGo() {
	if d.queue.Busy() {
		return // its answer says the same
	}
	id, gone := d.ID(), Gone{}
	changes := d.queue.Changes()
	rest := slices.DeleteFunc(slices.Clone(d.queue.Waiting()), func(s queue.Save) bool { return s.Record == id })
	d.queue.Replace(rest)
	if !d.o.AtHome() {
		gone.Title, gone.Words = "This post-mortem was removed for good outside this window", "What was half typed in it is gone too."
		if n := changes - d.queue.Changes(); n > 0 {
			gone.Words = fmt.Sprintf("What was not on disk yet (%s), and what was half typed in it, went with it.", model.Count(n, "change", "changes"))
		}
	}
	d.take(nil)
	d.o.Tell(gone)
	d.ReadHome(0)
	d.nowIdle()
}

// purgedSince tells that a text was removed for good since the entry.
func purgedSince(log []model.Entry, seq int64) bool {
	return slices.ContainsFunc(log, func(e model.Entry) bool {
		return e.Seq > seq && e.Kind == model.Fact && e.Change.Label == model.PurgedLabel
	})
}

// dropPurged takes out of everything that this window holds what was removed for good outside it:
// of changes that wait, of texts that are half typed. Drafts is what waits on disk, where the purge left
// the texts that it took words out of under a name of their own. It reports whether the words are known:
// a window that had not seen all that was purged cannot tell them.
func (d *Desk) dropPurged(log []model.Entry, drafts []model.Draft) (known bool) {
	var gone []model.Replacement
	if h := d.History; h != nil {
		gone = model.Purged(h.Entries(), log)
		seen := d.onDiskSeq()
		known = len(gone) > 0 && int64(len(log)) > seen && log[seen].Change.Label == model.PurgedLabel
	}
	if len(gone) > 0 {
		d.line.Rewrite(func(_ entry.Slot, t *entry.Text) {
			replace(gone, &t.Origin, &t.Words)
		})
		waiting := slices.Clone(d.queue.Waiting())
		for i := range waiting {
			waiting[i] = purgedSave(waiting[i], gone)
		}
		d.queue.Replace(waiting)
		for i := range d.Conflicts.waiting {
			c := &d.Conflicts.waiting[i]
			c.save = purgedSave(c.save, gone)
			c.Row = purgedRow(c.Row, gone)
			c.There = model.ReplacedRow(c.There, gone)
		}
		for i := range d.undecided {
			replace(gone, &d.undecided[i].Text)
		}
	}
	d.o.Tell(Purged{gone})
	for _, draft := range drafts {
		if draft.Window != model.PurgedWindow(d.window) {
			continue
		}
		s, private := entry.SlotOf(draft)
		text, t := draft.Text, d.line.Text(s)
		if ours := d.WithNames(s, t.Words); t.Waits && strings.HasPrefix(ours, text) {
			text = ours // somebody has typed on
		}
		d.line.TakeOver(draft)
		d.Put(s, text)
		if private || t.Private {
			d.line.SetPrivate(s)
		}
	}
	return known
}

func replace(gone []model.Replacement, texts ...*string) {
	for _, t := range texts {
		*t, _ = model.Replaced(*t, gone)
	}
}

func purgedRow(r model.RowChange, gone []model.Replacement) model.RowChange {
	r.Before, r.After = model.ReplacedRow(r.Before, gone), model.ReplacedRow(r.After, gone)
	return r
}

func purgedSave(s queue.Save, gone []model.Replacement) queue.Save {
	replace(gone, &s.Entry.Change.Label)
	s.Entry.Change.Rows = slices.Clone(s.Entry.Change.Rows)
	for i, r := range s.Entry.Change.Rows {
		s.Entry.Change.Rows[i] = purgedRow(r, gone)
	}
	s.Drafts = slices.Clone(s.Drafts)
	for i := range s.Drafts {
		replace(gone, &s.Drafts[i].Text)
	}
	return s
}
