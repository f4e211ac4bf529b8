package ui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/guard"
	"debrief/ui/queue"
)

// draftPause is how long typed text may be only in memory, counted from the first unsaved key:
// counted from the last, a steady typist's text is never on disk.
const draftPause = 400 * time.Millisecond

// conflictPlace is where the words of a change wait that another window's change stands against,
// so that they outlive the program too.
const conflictPlace = "conflict"

// privateField begins the name of the field, on disk, of a draft that is not for the room.
const privateField = "private:"

// draft is the text of a slot as it waits on disk. Each window has drafts of its own.
func (a *App) draft(s entry.Slot, text string) model.Draft {
	d := model.Draft{Window: a.window, Place: s.Place, Field: s.Field, Text: text, At: model.UTC(a.options.Now())}
	if s.Place != "" {
		d.Postmortem, d.Base = a.session.id(), a.onDiskSeq() // at home there is none
	}
	return d
}

// drafts is the text of a slot as it waits on disk from now on, and what is to be removed there.
func (a *App) drafts(s entry.Slot, text string) []model.Draft {
	private, was := text != "" && a.line.Private(s), a.privately[s]
	plain := a.draft(s, "")
	hidden := plain
	hidden.Field = privateField + plain.Field
	kept := &plain
	if private {
		kept = &hidden
	}
	kept.Text = text
	drafts := []model.Draft{*kept}
	if private && !was {
		drafts = append(drafts, plain)
	}
	if was && !private {
		drafts = append(drafts, hidden)
		delete(a.privately, s)
	}
	if private {
		a.privately[s] = true
	}
	for _, left := range a.tookOver[s] { // it is ours from now on
		if left.Postmortem != plain.Postmortem {
			continue // of the record that was open before
		}
		left.Text, left.At = "", plain.At
		if left.Window == model.PurgedWindow(a.window) {
			left.At = time.Time{} // nobody but us types there
		}
		drafts = append(drafts, left)
	}
	delete(a.tookOver, s)
	return drafts
}

// keepDrafts makes sure that what is being typed reaches the disk soon.
func (a *App) keepDrafts() tea.Cmd {
	if a.draftTicks || !a.line.HasDrafts() {
		return nil
	}
	a.draftTicks = true
	return a.options.After(draftPause, draftTick{})
}

// saveDrafts sends the texts that wait to disk.
func (a *App) saveDrafts() {
	var drafts []model.Draft
	for slot, text := range a.line.TakeDrafts() {
		drafts = append(drafts, a.drafts(slot, a.meant(a.hiding, slot, text))...)
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

// settle empties the slots whose text is recorded now, with what was typed about it in the guard's
// panel, and returns their drafts, also those that another window had left there and this one took
// over.
func (a *App) settle(slots []entry.Slot) []model.Draft {
	var drafts []model.Draft
	recorded := slots
	for s := range a.line.Texts() {
		if slices.ContainsFunc(recorded, func(of entry.Slot) bool { return of.Place == s.Place && guard.Belongs(s.Field, of.Field) }) {
			slots = append(slots[:len(slots):len(slots)], s)
		}
	}
	for _, s := range a.line.Settle(slots...) {
		drafts = append(drafts, a.drafts(s, "")...)
	}
	return drafts
}

// restore puts back what was typed and not recorded when the program ended: of each slot the
// latest text. It returns the words of changes that nobody had decided about.
func (a *App) restore(drafts []model.Draft) (undecided []model.Draft) {
	latest := make(map[entry.Slot]model.Draft, len(drafts))
	for _, d := range drafts {
		if d.Place == conflictPlace {
			undecided = append(undecided, d)
			continue
		}
		field, private := strings.CutPrefix(d.Field, privateField)
		s := entry.Slot{Place: d.Place, Field: field}
		if private {
			a.privately[s] = true
		}
		if had, ok := latest[s]; !ok || d.At.After(had.At) {
			latest[s] = d
		}
	}
	texts := make(map[entry.Slot]string, len(latest))
	for s, d := range latest {
		texts[s] = d.Text
	}
	for _, d := range drafts {
		if d.Place == conflictPlace || d.Window == a.window {
			continue
		}
		field, _ := strings.CutPrefix(d.Field, privateField)
		s := entry.Slot{Place: d.Place, Field: field}
		// An earlier state of the same text is left where the program ended between two saves.
		if now := texts[s]; d == latest[s] || strings.HasPrefix(now, d.Text) || strings.HasPrefix(d.Text, now) {
			a.tookOver[s] = append(a.tookOver[s], d)
		}
	}
	a.line.Restore(texts)
	for s, d := range latest {
		if strings.HasPrefix(d.Field, privateField) {
			a.line.SetPrivate(s)
		}
	}
	return undecided
}

// giveBack puts the words of changes that nobody had decided about into the line, where they are
// seen and can be recorded again. Those of private rows wait until the room does not see them.
func (a *App) giveBack(undecided []model.Draft) {
	a.heldBack = nil
	if !a.private() {
		undecided = slices.DeleteFunc(undecided, func(d model.Draft) bool {
			private := strings.HasPrefix(d.Field, privateField)
			if private {
				a.heldBack = append(a.heldBack, d)
			}
			return private
		})
	}
	if len(undecided) == 0 {
		return
	}
	var words []string
	for i, d := range undecided {
		words = append(words, d.Text)
		undecided[i].Text = ""
		undecided[i].At = model.UTC(a.options.Now())
	}
	a.holdField()
	if !a.line.Empty() {
		words = append([]string{a.meant(a.names(), a.line.Slot(), a.line.Value())}, words...)
	}
	a.setMeant(strings.Join(words, "\n"))
	a.say(check, "the line holds words that another window's change stood against when the program ended")
	a.pushDrafts(undecided)
}
