package desk

import (
	"slices"
	"strings"
	"time"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// draftPause is how long typed text may be only in memory, counted from the first unsaved key:
// counted from the last, a steady typist's text is never on disk.
const draftPause = 400 * time.Millisecond

// DraftTick is the message that sends the texts that wait to disk.
type DraftTick struct{}

// draft is the text of a slot as it waits on disk. Each window has drafts of its own.
func (d *Desk) draft(s entry.Slot, text string, private bool) model.Draft {
	draft := s.Draft(text, private)
	draft.Window, draft.At = d.window, model.UTC(d.o.Now())
	if s.Place != screen.Home {
		draft.Postmortem, draft.Base = d.ID(), d.onDiskSeq()
	}
	return draft
}

// keepDrafts makes sure that what is being typed reaches the disk soon.
func (d *Desk) keepDrafts() {
	if d.draftTicks || len(d.line.Unsaved()) == 0 {
		return
	}
	d.draftTicks = true
	d.o.Run(d.o.After(draftPause, DraftTick{}))
}

// SaveDrafts sends the texts that wait to disk.
func (d *Desk) SaveDrafts() {
	var drafts []model.Draft
	for _, s := range d.line.Unsaved() {
		drafts = append(drafts, d.line.Drafts(s, d.withNames(d.line.Names, s, d.line.Text(s).Words), d.draft)...)
	}
	d.pushDrafts(drafts)
}

// pushDrafts sends drafts to the queue; those without text are removed on disk.
func (d *Desk) pushDrafts(drafts []model.Draft) {
	if len(drafts) > 0 {
		d.queue.Push(queue.Save{Record: d.ID(), Drafts: drafts})
	}
}

// Settle empties the slots whose text is recorded now, here and on disk.
func (d *Desk) Settle(slots ...entry.Slot) { d.pushDrafts(d.settle(slots...)) }

// settle empties the slots whose text is recorded now, and returns what is to be removed of them on
// disk.
func (d *Desk) settle(slots ...entry.Slot) []model.Draft {
	var drafts []model.Draft
	for _, s := range d.line.Settle(slots...) {
		drafts = append(drafts, d.line.Drafts(s, "", d.draft)...)
	}
	return drafts
}

// restore puts back what was typed and not recorded when the program ended. The words of changes that
// nobody had decided about are to be given back.
func (d *Desk) restore(drafts []model.Draft) {
	var typed []model.Draft
	for _, draft := range drafts {
		if screen.Name(draft.Place) == conflictPlace {
			d.undecided = append(d.undecided, draft)
		} else {
			typed = append(typed, draft)
		}
	}
	d.line.Restore(typed, d.window)
}

// GiveBack puts the words of changes that nobody had decided about into the line, where they are
// seen and can be recorded again. Those of private rows wait until the room does not see them.
func (d *Desk) GiveBack() {
	var words []string
	var given, wait []model.Draft
	for _, draft := range d.undecided {
		if _, private := entry.SlotOf(draft); private && !d.Private() {
			wait = append(wait, draft)
			continue
		}
		words = append(words, draft.Text)
		draft.Text, draft.At = "", model.UTC(d.o.Now())
		given = append(given, draft)
	}
	if d.undecided = wait; len(given) == 0 {
		return
	}
	if !d.line.Empty() {
		words = slices.Insert(words, 0, d.WithNames(d.line.Slot(), d.line.Value()))
	}
	d.SetLine(strings.Join(words, "\n"))
	d.check("the line holds words that another window's change stood against when the program ended")
	d.pushDrafts(given)
}
