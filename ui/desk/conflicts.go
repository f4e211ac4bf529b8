package desk

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/merge"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// conflict is a change of ours that another window's change stands against.
type conflict struct {
	merge.Clash
	save queue.Save
	// private tells that words of the change are not for the room.
	private bool
}

// Conflicts are the changes of ours that wait for a person to decide.
type Conflicts struct {
	d       *Desk
	waiting []conflict // the first is asked about
}

// conflictPlace is where the words of a change wait that another window's change stands against,
// so that they outlive the program too.
const conflictPlace screen.Name = "conflict"

func (c conflict) slot() entry.Slot {
	field := fmt.Sprintf("%d %s %s", c.save.Entry.Seq, c.Row.Table, c.Row.ID)
	return entry.Slot{Place: conflictPlace, Key: screen.Key{Field: field}}
}

// Choice is how a person settles a conflict. Nothing is lost in any of them: what is not taken is in the
// history.
type Choice int

// The choices.
const (
	KeepBoth   Choice = iota // theirs stays, ours becomes a row beside it
	TakeTheirs               // ours goes to the history
	TakeOurs                 // theirs goes to the history
)

// Conflict is a row of which there are two versions.
type Conflict struct {
	Where string   // "Row ~14:25"
	There []string // the row as the other window left it; empty where it removed it
	Here  []string // the row as it is here; empty where it is removed
	Both  bool     // the two can stand beside each other
}

// add shows conflicts for a person to decide, and keeps their words on disk meanwhile.
func (cs *Conflicts) add(conflicts []conflict) {
	var drafts []model.Draft
	for i := range conflicts {
		c := &conflicts[i]
		c.private = slices.ContainsFunc(c.save.Entry.Change.Rows, cs.isPrivate)
		drafts = append(drafts, cs.d.draft(c.slot(), strings.Join(cs.ours(*c), "\n"), c.private))
		// The text was recorded; the words of the change wait in its place from now on.
		drafts = append(drafts, c.save.Settled...)
	}
	cs.waiting = append(cs.waiting, conflicts...)
	cs.d.hush() // such as that it is recorded
	cs.d.pushDrafts(drafts)
	cs.d.showTrouble(true)
}

// isPrivate tells that a row is not for the room, before the change, after it, or as it stands.
func (cs *Conflicts) isPrivate(r model.RowChange) bool {
	now, _ := cs.d.Record.Row(r.Table, r.ID)
	return model.IsPrivate(r.Before) || model.IsPrivate(r.After) || model.IsPrivate(now)
}

// ours describes our rows of a conflict in words that could be typed again.
func (cs *Conflicts) ours(c conflict) []string {
	var words []string
	x := cs.d.Index
	if cs.d.Names() != nil { // the words are kept, so they name people as they are called
		x = model.NewIndex(cs.d.Record)
		x.Zone = cs.d.Index.Zone
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

// Resolve ends the first conflict the way a person chose, in one change. Words whose place is gone
// become a note in the phase.
func (cs *Conflicts) Resolve(choice Choice, phase model.Phase) {
	if len(cs.waiting) == 0 {
		cs.d.settled()
		return
	}
	c := cs.waiting[0]
	label := c.save.Entry.Label()
	settled := cs.d.draft(c.slot(), "", c.private)
	change := cs.answer(c, choice)
	change.Label = label
	commit := func(change model.Change) bool {
		return cs.d.Commit(model.Entry{Kind: model.Edit, Change: change}, nil, settled)
	}
	words := "settled; both versions are in the history"
	switch {
	case change.IsEmpty():
		cs.d.pushDrafts([]model.Draft{settled})
	case !merge.Fits(cs.d.Record, change):
		note := model.Note{Phase: phase, Text: label + ": " + strings.Join(cs.ours(c), "; "), Private: true}
		after, _, err := cs.d.o.Editor.Add(cs.d.Record, note)
		if err != nil {
			cs.d.check(Sentence(err))
			return
		}
		if !commit(model.Diff(label+", kept as a note", cs.d.Record, after)) {
			return
		}
		words = "its place is gone; the words are kept as a private note"
	case !commit(change):
		return
	case choice == TakeTheirs:
		back := change.Inverse()
		back.Label = "theirs taken instead: " + label
		commit(back)
	}
	cs.waiting = cs.waiting[1:]
	cs.d.o.Tell(Changed{})
	if len(cs.waiting) == 0 {
		cs.d.settled()
		cs.d.done(words)
	}
}

// answer is our change made on the record as it stands now; for "keep both" the row that is
// edited on both sides becomes a second row.
func (cs *Conflicts) answer(c conflict, choice Choice) model.Change {
	var change model.Change
	for _, r := range c.save.Entry.Change.Rows {
		now, here := cs.d.Record.Row(r.Table, r.ID)
		if !here {
			now = nil
		}
		switch {
		case now == r.After:
		case choice == KeepBoth && r.After != nil && now != nil && now != r.Before:
			id := cs.d.o.NewID()
			change.Rows = append(change.Rows, model.RowChange{Table: r.Table, ID: id, After: model.WithID(r.After, id)})
		default:
			change.Rows = append(change.Rows, model.RowChange{Table: r.Table, ID: r.ID, Before: now, After: r.After})
		}
	}
	return change
}

// describe says of a conflict how both rows stand on the screen. The words of a private row are
// not drawn while the room sees the screen.
func (cs *Conflicts) describe(c conflict) *Conflict {
	x := cs.d.Index
	row := func(r model.Row) []string {
		if model.IsPrivate(r) && !cs.d.Private() {
			return []string{"a private row"}
		}
		return []string{model.Tell(cs.d.Names().HideRow(cs.d.Record, r), x)}
	}
	said := &Conflict{Where: "Row " + strings.ToLower(model.Name(c.Row.Table))}
	if e := x.Event(c.Row.ID); e.ID != "" && !e.When.IsZero() {
		said.Where = "Row " + e.When.Clock(x.Zone)
	}
	switch {
	case c.Adrift:
		said.There = []string{"what it belongs to was removed"}
	case c.There != nil:
		said.There = row(c.There)
	}
	if c.Row.After != nil {
		said.Here = row(c.Row.After)
	}
	said.Both = !c.Adrift && c.There != nil && c.Row.After != nil && model.WithID(c.Row.After, "x").Key() != c.Row.After.Key()
	return said
}
