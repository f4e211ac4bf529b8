package ui

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/merge"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
)

// conflict is a change of ours that another window's change stands against.
type conflict struct {
	merge.Clash
	save queue.Save
	// private tells that words of the change are not for the room.
	private bool
}

// contradicted shows conflicts for a person to decide, and keeps their words on disk meanwhile.
func (a *App) contradicted(conflicts []conflict) {
	var drafts []model.Draft
	for i := range conflicts {
		c := &conflicts[i]
		c.private = slices.ContainsFunc(c.save.Entry.Change.Rows, a.isPrivate)
		drafts = append(drafts, a.draft(conflictSlot(*c), strings.Join(a.ours(*c), "\n"), c.private))
		// The text was recorded; the words of the change wait in its place from now on.
		drafts = append(drafts, c.save.Settled...)
	}
	a.conflicts = append(a.conflicts, conflicts...)
	a.said = said{} // such as that it is recorded
	a.pushDrafts(drafts)
	a.openUnsaved(true)
}

func conflictSlot(c conflict) entry.Slot {
	field := fmt.Sprintf("%d %s %s", c.save.Entry.Seq, c.Row.Table, c.Row.ID)
	return entry.Slot{Place: conflictPlace, Key: screen.Key{Field: field}}
}

// isPrivate tells that a row is not for the room, before the change, after it, or as it stands.
func (a *App) isPrivate(r model.RowChange) bool {
	now, _ := a.session.record.Row(r.Table, r.ID)
	return model.IsPrivate(r.Before) || model.IsPrivate(r.After) || model.IsPrivate(now)
}

// ours tells our rows of a conflict as words that could be typed again.
func (a *App) ours(c conflict) []string {
	var words []string
	x := a.session.index
	if a.names() != nil { // the words are kept, so they name people as they are called
		x = model.NewIndex(a.session.record)
		x.Zone = a.session.index.Zone
	}
	for _, r := range c.save.Entry.Change.Rows {
		if r.After != nil {
			words = append(words, strings.Join(strings.Fields(model.Tell(r.After, x)), " "))
		}
	}
	if len(words) == 0 {
		words = append(words, c.save.Entry.Label())
	}
	return words
}

// resolve ends the first conflict the way a person chose, in one change. Nothing is lost in any
// of them: what is not taken is in the history, and words whose place is gone become a note.
func (a *App) resolve(choice screen.Request) {
	if len(a.conflicts) == 0 {
		a.closeUnsaved()
		return
	}
	c := a.conflicts[0]
	label := c.save.Entry.Label()
	settled := a.draft(conflictSlot(c), "", c.private)
	change := a.answer(c, choice)
	change.Label = label
	commit := func(change model.Change) bool {
		return a.commit(model.Entry{Kind: model.Edit, Change: change}, nil, settled)
	}
	words := "settled; both versions are in the history"
	switch {
	case change.IsEmpty():
		a.pushDrafts([]model.Draft{settled})
	case !merge.Fits(a.session.record, change):
		note := model.Note{Phase: a.at.Screen.Phase(), Text: label + ": " + strings.Join(a.ours(c), "; "), Private: true}
		after, _, err := a.env.Editor.Add(a.session.record, note)
		if err != nil {
			a.say(check, sentence(err))
			return
		}
		if !commit(model.Diff(label+", kept as a note", a.session.record, after)) {
			return
		}
		words = "its place is gone; the words are kept as a private note"
	default:
		if !commit(change) {
			return
		}
		if choice == screen.TakeTheirs {
			back := change.Inverse()
			back.Label = "theirs taken instead: " + label
			commit(back)
		}
	}
	a.conflicts = a.conflicts[1:]
	a.show()
	if len(a.conflicts) == 0 {
		a.closeUnsaved()
		a.say(done, words)
	} else if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
	}
}

// answer is our change made on the record as it stands now; for "keep both" the row that is
// edited on both sides becomes a second row.
func (a *App) answer(c conflict, choice screen.Request) model.Change {
	var change model.Change
	for _, r := range c.save.Entry.Change.Rows {
		now, here := a.session.record.Row(r.Table, r.ID)
		if !here {
			now = nil
		}
		switch {
		case now == r.After:
		case choice == screen.KeepBoth && r.After != nil && now != nil && now != r.Before:
			id := a.options.NewID()
			change.Rows = append(change.Rows, model.RowChange{Table: r.Table, ID: id, After: model.WithID(r.After, id)})
		default:
			change.Rows = append(change.Rows, model.RowChange{Table: r.Table, ID: r.ID, Before: now, After: r.After})
		}
	}
	return change
}

// told tells a conflict the way both rows stand on the screen. The words of a private row are
// not drawn while the room sees the screen.
func (a *App) told(c conflict) *unsaved.Conflict {
	x := a.session.index
	tell := func(r model.Row) []string {
		if model.IsPrivate(r) && !a.private() {
			return []string{"a private row"}
		}
		return []string{model.Tell(a.names().HideRow(a.session.record, r), x)}
	}
	told := &unsaved.Conflict{Where: "Row " + strings.ToLower(model.Name(c.Row.Table))}
	if e := x.Event(c.Row.ID); e.ID != "" && !e.When.IsZero() {
		told.Where = "Row " + e.When.Clock(x.Zone)
	}
	switch {
	case c.Adrift:
		told.There = []string{"what it belongs to was removed"}
	case c.There != nil:
		told.There = tell(c.There)
	}
	if c.Row.After != nil {
		told.Here = tell(c.Row.After)
	}
	told.Both = !c.Adrift && c.There != nil && c.Row.After != nil && model.WithID(c.Row.After, "x").Key() != c.Row.After.Key()
	return told
}
