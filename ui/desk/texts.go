package desk

import (
	"slices"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/wording"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// Texts are the texts that wait: typed and not recorded, in the line and as drafts on disk.
type Texts struct {
	d         *Desk
	line      *entry.Line
	window    string        // names this window in drafts
	ticks     bool          // a DraftTick is on its way
	undecided []model.Draft // words of changes that another window's stood against, not given back yet
	looks     []model.Draft // of windows that have ended or not, which keep whether names are off
	unshared  bool          // the room did not see the screen when it was last asked
}

// draftPause is how long typed text may be only in memory, counted from the first unsaved key:
// counted from the last, a steady typist's text is never on disk.
const draftPause = 400 * time.Millisecond

// DraftTick is the message that sends the texts that wait to disk.
type DraftTick struct{}

// draft is the text of a slot as it waits on disk. Each window has drafts of its own.
func (t *Texts) draft(s entry.Slot, text string, private bool) model.Draft {
	draft := s.Draft(text, private)
	draft.Window, draft.At = t.window, model.UTC(t.d.o.Now())
	if s.Place != screen.Home {
		draft.Postmortem, draft.Base = t.d.ID(), t.d.onDiskSeq()
	}
	return draft
}

// keepDrafts makes sure that what is being typed reaches the disk soon.
func (t *Texts) keepDrafts() {
	if t.ticks || len(t.line.Unsaved()) == 0 {
		return
	}
	t.ticks = true
	t.d.o.Run(t.d.o.After(draftPause, DraftTick{}))
}

// SaveDrafts sends the texts that wait to disk.
func (t *Texts) SaveDrafts() {
	var drafts []model.Draft
	for _, s := range t.line.Unsaved() {
		drafts = append(drafts, t.line.Drafts(s, t.withNames(t.line.Names, s, t.line.Text(s).Words), t.draft)...)
	}
	t.pushDrafts(drafts)
}

// pushDrafts sends drafts to the queue; those without text are removed on disk.
func (t *Texts) pushDrafts(drafts []model.Draft) {
	if len(drafts) > 0 {
		t.d.queue.Push(queue.Save{Record: t.d.ID(), Drafts: drafts})
	}
}

// Settle empties the slots whose text is recorded now, here and on disk.
func (t *Texts) Settle(slots ...entry.Slot) { t.pushDrafts(t.settle(slots...)) }

// settle empties the slots whose text is recorded now, and returns what is to be removed of them on
// disk.
func (t *Texts) settle(slots ...entry.Slot) []model.Draft {
	var drafts []model.Draft
	for _, s := range t.line.Settle(slots...) {
		drafts = append(drafts, t.line.Drafts(s, "", t.draft)...)
	}
	return drafts
}

// restore puts back what was typed and not recorded when the program ended. The words of changes that
// nobody had decided about are to be given back.
func (t *Texts) restore(drafts []model.Draft) {
	var typed []model.Draft
	for _, draft := range drafts {
		switch screen.Name(draft.Place) {
		case conflictPlace:
			t.undecided = append(t.undecided, draft)
		case lookPlace:
			t.looks = append(t.looks, draft)
		default:
			typed = append(typed, draft)
		}
	}
	t.line.Restore(typed, t.window)
}

// keepLook keeps on disk how this window shows the record, in the place of what other windows had kept.
func (t *Texts) keepLook(text string) {
	drafts := t.looks
	for i := range drafts {
		drafts[i].Text = ""
	}
	t.looks = nil
	t.pushDrafts(append(drafts, t.draft(lookSlot(), text, false)))
}

// GiveBack puts the words of changes that nobody had decided about into the line, where they are
// seen and can be recorded again. Those of private rows wait until the room does not see them.
func (t *Texts) GiveBack() {
	var words []string
	var given, wait []model.Draft
	for _, draft := range t.undecided {
		if _, private := entry.SlotOf(draft); private && !t.d.Private() {
			wait = append(wait, draft)
			continue
		}
		words = append(words, draft.Text)
		draft.Text, draft.At = "", model.UTC(t.d.o.Now())
		given = append(given, draft)
	}
	if t.undecided = wait; len(given) == 0 {
		return
	}
	if !t.line.Empty() {
		words = slices.Insert(words, 0, t.WithNames(t.line.Slot(), t.line.Value()))
	}
	t.SetLine(strings.Join(words, "\n"))
	t.d.check("the line holds words that another window's change stood against when the program ended")
	t.pushDrafts(given)
}

// While names are off, a waiting text that was typed with names shows roles. It keeps what it was:
// out of "Person A/C", or the letters in an address, no name can be told. Whatever is recorded or
// saved of it goes through here.

// WithNames is the text of a slot as it names people.
func (t *Texts) WithNames(s entry.Slot, text string) string { return t.withNames(t.d.Names(), s, text) }

// withNames is WithNames where n hides the names.
func (t *Texts) withNames(n *names.Names, s entry.Slot, text string) string {
	if n == nil || t.d.Sheet == nil || s.Place == screen.Home {
		return text
	}
	row, typed := t.rowOf(s), t.line.Text(s)
	if !typed.Rewritten {
		typed.Origin = n.StoredAs(t.d.Record, row, typed.Over)
	}
	return n.BackAt(t.d.Record, row, typed.Origin, text)
}

// rowOf is the row of the record that a text is of, nil where it is of none.
func (t *Texts) rowOf(s entry.Slot) (found model.Row) {
	if s.Row == "" {
		return nil
	}
	t.d.Record.Rows(func(r model.Row) {
		if r.Key() == s.Row {
			found = r
		}
	})
	return found
}

// Put makes a text wait that names people as they are called, and shows it as it may be shown.
func (t *Texts) Put(s entry.Slot, text string) {
	if text == "" || t.d.Names() == nil {
		t.line.Put(s, text)
		return
	}
	t.line.Put(s, t.d.Names().HideAt(t.d.Record, t.rowOf(s), text))
	t.line.SetOrigin(s, text)
}

// SetLine is Put for the line, as one step that can be taken back.
func (t *Texts) SetLine(text string) {
	n, slot := t.d.Names(), t.line.Slot()
	if n == nil || slot.Place == screen.Home {
		t.line.Set(text)
		return
	}
	t.line.Set(n.HideAt(t.d.Record, t.rowOf(slot), text))
	if t.line.Value() != text {
		t.line.SetOrigin(slot, text)
	}
}

// AsTyped is a text that was typed with names as it was typed, and any other as it stands.
func (t *Texts) AsTyped(s entry.Slot, text string) string {
	if !t.line.Text(s).Rewritten {
		return text
	}
	return t.withNames(t.line.Names, s, text)
}

// FollowNames lets the texts that wait follow when names are turned off or on, in this window:
// no name waits on the screen while they are off, and no role is recorded while they are on.
func (t *Texts) FollowNames() {
	was, now := t.line.Names, t.d.Names()
	if t.line.Names = now; (was == nil) == (now == nil) {
		return
	}
	t.d.o.Tell(NamesTurned{})
	t.line.Rewrite(func(s entry.Slot, typed *entry.Text) {
		typed.Origin, typed.Rewritten = t.withNames(was, s, typed.Words), true
		typed.Words = now.HideAt(t.d.Record, t.rowOf(s), typed.Origin)
	})
}

// HideFound is a text of a row with what was found in it, as they may be shown.
func (t *Texts) HideFound(row model.Row, text string, found []wording.Finding) (string, []wording.Finding) {
	n := t.d.Names()
	if n == nil {
		return text, found
	}
	found = slices.Clone(found)
	places := make([]*int, 0, 2*len(found))
	for i := range found {
		places = append(places, &found[i].Start, &found[i].End)
	}
	text = n.HideAt(t.d.Record, row, text, places...)
	for i, f := range found {
		found[i].Text, found[i].Ask = text[f.Start:f.End], n.Hide(f.Ask)
	}
	return text, found
}

// Hides tells that the text of a slot must not be drawn: it is not for the room, and the room sees the
// screen. What is typed while the screen is private is not for the room until it is recorded.
func (t *Texts) Hides(s entry.Slot) bool { return t.line.Text(s).Private && !t.d.Private() }

// FollowShared keeps what was drawn for one person from the room when the screen is shared, here or in
// another window.
func (t *Texts) FollowShared() {
	was, now := t.unshared, t.d.Private()
	if t.unshared = now; !was || now || t.d.Sheet == nil || t.d.o.AtHome() {
		return
	}
	t.d.o.Tell(Shared{})
	t.line.Rewrite(func(entry.Slot, *entry.Text) {}) // a step back must not show it
}
