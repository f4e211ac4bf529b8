package ui

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

// conflictPlace is where the words of a change wait that another window's change stands against,
// so that they outlive the program too.
const conflictPlace screen.Name = "conflict"

// draft is the text of a slot as it waits on disk. Each window has drafts of its own.
func (a *App) draft(s entry.Slot, text string, private bool) model.Draft {
	d := s.Draft(text, private)
	d.Window, d.At = a.window, model.UTC(a.options.Now())
	if s.Place != "" {
		d.Postmortem, d.Base = a.session.id(), a.onDiskSeq() // at home there is none
	}
	return d
}

// keepDrafts makes sure that what is being typed reaches the disk soon.
func (a *App) keepDrafts() {
	if a.draftTicks || len(a.line.Unsaved()) == 0 {
		return
	}
	a.draftTicks = true
	a.effect(a.options.After(draftPause, draftTick{}))
}

// saveDrafts sends the texts that wait to disk.
func (a *App) saveDrafts() {
	var drafts []model.Draft
	for _, s := range a.line.Unsaved() {
		drafts = append(drafts, a.line.Drafts(s, a.withNames(a.line.Names, s, a.line.Text(s).Words), a.draft)...)
	}
	a.pushDrafts(drafts)
}

// pushDrafts sends drafts to the queue; those without text are removed on disk.
func (a *App) pushDrafts(drafts []model.Draft) {
	if len(drafts) == 0 {
		return
	}
	a.queue.Push(queue.Save{Record: a.session.id(), Drafts: drafts})
}

// settle empties the slots whose text is recorded now, and returns what is to be removed of them on
// disk.
func (a *App) settle(slots ...entry.Slot) []model.Draft {
	var drafts []model.Draft
	for _, s := range a.line.Settle(slots...) {
		drafts = append(drafts, a.line.Drafts(s, "", a.draft)...)
	}
	return drafts
}

// restore puts back what was typed and not recorded when the program ended. The words of changes that
// nobody had decided about are to be given back.
func (a *App) restore(drafts []model.Draft) {
	var typed []model.Draft
	for _, d := range drafts {
		if screen.Name(d.Place) == conflictPlace {
			a.undecided = append(a.undecided, d)
		} else {
			typed = append(typed, d)
		}
	}
	a.line.Restore(typed, a.window)
}

// giveBack puts the words of changes that nobody had decided about into the line, where they are
// seen and can be recorded again. Those of private rows wait until the room does not see them.
func (a *App) giveBack() {
	var words []string
	var given, wait []model.Draft
	for _, d := range a.undecided {
		if _, private := entry.SlotOf(d); private && !a.private() {
			wait = append(wait, d)
			continue
		}
		words = append(words, d.Text)
		d.Text, d.At = "", model.UTC(a.options.Now())
		given = append(given, d)
	}
	if a.undecided = wait; len(given) == 0 {
		return
	}
	a.holdField()
	if !a.line.Empty() {
		words = slices.Insert(words, 0, a.withNames(a.names(), a.line.Slot(), a.line.Value()))
	}
	a.setLine(strings.Join(words, "\n"))
	a.say(check, "the line holds words that another window's change stood against when the program ended")
	a.pushDrafts(given)
}
