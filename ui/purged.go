package ui

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/gone"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
)

// letGo closes a record that is no longer in the store: it was purged while it was open here. What
// was typed into it and is not on disk goes too, for it belongs to what was to be removed for good.
func (a *App) letGo() {
	if a.queue.Busy() {
		return // its answer says the same
	}
	id, front := a.session.id(), !a.atHome()
	n := 0
	rest := slices.DeleteFunc(slices.Clone(a.queue.Waiting()), func(s queue.Save) bool {
		if s.Record == id && s.Entry.Seq != 0 {
			n++
		}
		return s.Record == id
	})
	a.forgetRecord()
	a.queue.Replace(rest)
	a.at = screen.Place{}
	a.finding, a.going, a.parking, a.typing = false, false, false, true
	if front {
		words := "What was half typed in it is gone too."
		if n > 0 {
			words = fmt.Sprintf("What was not on disk yet (%s), and what was half typed in it, went with it.", model.Count(n, "change", "changes"))
		}
		a.openPanel(gone.New(a.env, "This post-mortem was removed for good outside this window", words))
	}
	a.readHome(0)
	a.nowIdle()
}

// purgedSince tells that a text was removed for good since the entry.
func purgedSince(log []model.Entry, seq int64) bool {
	return slices.ContainsFunc(log, func(e model.Entry) bool {
		return e.Seq > seq && e.Kind == model.Fact && e.Change.Label == model.PurgedLabel
	})
}

// dropPurged takes out of everything that this window holds what was removed for good outside it:
// of changes that wait, of texts that are half typed, of what stands in panels. Drafts is what waits
// on disk, where the purge left the texts that it took words out of under a name of their own.
func (a *App) dropPurged(log []model.Entry, drafts []model.Draft) {
	var gone []model.Replacement
	if h := a.session.history; h != nil {
		gone = model.Purged(h.Entries(), log)
	}
	if len(gone) > 0 {
		a.line.Rewrite(func(_ entry.Slot, t *entry.Text) {
			t.Origin, _ = model.Replaced(t.Origin, gone)
			t.Words, _ = model.Replaced(t.Words, gone)
		})
		waiting := slices.Clone(a.queue.Waiting())
		for i := range waiting {
			waiting[i] = purgedSave(waiting[i], gone)
		}
		a.queue.Replace(waiting)
		for i := range a.conflicts {
			c := &a.conflicts[i]
			c.save = purgedSave(c.save, gone)
			c.Row.Before, c.Row.After = model.ReplacedRow(c.Row.Before, gone), model.ReplacedRow(c.Row.After, gone)
			c.There = model.ReplacedRow(c.There, gone)
		}
		a.pasted.text, _ = model.Replaced(a.pasted.text, gone)
		for i := range a.pasted.left {
			a.pasted.left[i], _ = model.Replaced(a.pasted.left[i], gone)
		}
		for i := range a.undecided {
			a.undecided[i].Text, _ = model.Replaced(a.undecided[i].Text, gone)
		}
	}
	if a.finding { // nobody misses words to find
		_, slot := a.ownField()
		a.line.Settle(slot)
		a.finding = false
	}
	for _, d := range drafts {
		if d.Window != model.PurgedWindow(a.window) {
			continue
		}
		s, private := entry.SlotOf(d)
		text, t := d.Text, a.line.Text(s)
		if ours := a.withNames(a.names(), s, t.Words); t.Waits && strings.HasPrefix(ours, text) {
			text = ours // somebody has typed on
		}
		a.line.TakeOver(d)
		a.put(s, text)
		if private || t.Private {
			a.line.SetPrivate(s)
		}
	}
	// Forms and questions hold texts of their own; what waits in them is the line's.
	a.closeGuard()
	a.panels = slices.DeleteFunc(a.panels, func(p panel) bool {
		_, keeps := p.Panel.(*unsaved.Panel)
		return !keeps
	})
}

func purgedSave(s queue.Save, gone []model.Replacement) queue.Save {
	s.Entry.Change.Label, _ = model.Replaced(s.Entry.Change.Label, gone)
	rows := slices.Clone(s.Entry.Change.Rows)
	for i := range rows {
		rows[i].Before, rows[i].After = model.ReplacedRow(rows[i].Before, gone), model.ReplacedRow(rows[i].After, gone)
	}
	s.Entry.Change.Rows = rows
	s.Drafts = slices.Clone(s.Drafts)
	for i := range s.Drafts {
		s.Drafts[i].Text, _ = model.Replaced(s.Drafts[i].Text, gone)
	}
	return s
}
