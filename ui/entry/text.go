package entry

import (
	"slices"
	"strings"
	"time"

	"debrief/model"
)

// Text is what is known of a slot: the text that waits there, typed and not recorded, and what waits
// of it on disk.
type Text struct {
	Words string // as the line shows them
	Waits bool   // whether anything waits, if only that the recorded text was emptied
	Over  string // the recorded text that is typed over, as the line showed it

	// Origin is what the text was before other words were put into it, such as roles in the place of
	// names; it counts where Rewritten is set.
	Origin    string
	Rewritten bool

	Private bool // not for the room

	unsaved bool          // changed since the drafts were last taken
	hidden  bool          // its draft on disk is marked as private
	left    []model.Draft // what other windows left for the slot, as it is on disk
}

// Text returns what is known of a slot.
func (l *Line) Text(s Slot) Text {
	if t := l.texts[s]; t != nil {
		return *t
	}
	return Text{}
}

// Waiting returns all texts that are not recorded.
func (l *Line) Waiting() map[Slot]Text {
	waiting := make(map[Slot]Text, len(l.texts))
	for s, t := range l.texts {
		if t.Waits {
			waiting[s] = *t
		}
	}
	return waiting
}

// at is what is known of a slot, to be changed.
func (l *Line) at(s Slot) *Text {
	t := l.texts[s]
	if t == nil {
		t = &Text{}
		l.texts[s] = t
	}
	return t
}

// wait makes words wait, or none. What is typed unseen is not for the room.
func (t *Text) wait(words string, waits, unseen bool) {
	if !waits {
		words = ""
	}
	t.Words, t.Waits, t.Private = words, waits, waits && (t.Private || unseen)
}

// SetPrivate says that the text which waits in the slot is not for the room.
func (l *Line) SetPrivate(s Slot) {
	if t := l.texts[s]; t != nil {
		t.Private = t.Waits
	}
}

// SetOrigin says what the text of a slot was before other words were put into it.
func (l *Line) SetOrigin(s Slot, origin string) {
	t := l.at(s)
	t.Origin, t.Rewritten = origin, true
}

// Put makes a text wait in a slot, "" for none, as if it had been typed there.
func (l *Line) Put(s Slot, text string) {
	t := l.at(s)
	t.Origin, t.Rewritten, t.Over, t.unsaved = "", false, "", true
	t.wait(text, text != "", l.unseen)
	if s == l.slot {
		l.text.Reset(text)
		l.endCompletion()
	}
}

// Settle empties the slots whose text is recorded now, with the parts that were typed about it, and
// returns those of which drafts are to be removed. Where the line holds one it goes back to stored.
func (l *Line) Settle(slots ...Slot) (drafts []Slot) {
	for s, t := range l.texts {
		if whole := (Slot{s.Place, s.Whole()}); t.Waits && s != whole && slices.Contains(slots, whole) {
			slots = append(slots[:len(slots):len(slots)], s)
		}
	}
	for _, s := range slots {
		if t := l.texts[s]; t != nil {
			if t.Waits || t.unsaved {
				drafts = append(drafts, s)
			}
			*t = Text{hidden: t.hidden, left: t.left}
		}
		if s == l.slot {
			l.text.Reset(l.stored)
			l.endCompletion()
		}
	}
	return drafts
}

// Rewrite puts other words into the texts of a record that wait. What they stand for is the same (see
// Text.Origin), so no draft is saved anew; and no step back shows what stood there.
func (l *Line) Rewrite(change func(s Slot, t *Text)) {
	for s, t := range l.texts {
		if t.Waits && s.Place != "" {
			change(s, t)
		}
	}
	now := l.stored // what was typed and taken back is forgotten
	if t := l.Text(l.slot); t.Waits {
		now = t.Words
	}
	l.text.Reset(now)
	l.endCompletion()
}

// Forget drops the texts that wait in a record when another one is opened; they stay drafts on disk,
// where they are as they were typed. What waits at home, the place without a name, stays.
func (l *Line) Forget() {
	for s := range l.texts {
		if s.Place != "" {
			delete(l.texts, s)
		}
	}
	l.Names = nil
	l.slot, l.stored = Slot{Place: "?"}, ""
	l.text.Reset("")
	l.endCompletion()
}

// Unsaved returns the slots whose text changed since Drafts was last called for it.
func (l *Line) Unsaved() (slots []Slot) {
	for s, t := range l.texts {
		if t.unsaved {
			slots = append(slots, s)
		}
	}
	return slots
}

// Drafts is the text of a slot as it waits on disk from now on, and what is to be removed there: the
// draft that was for others to see, and what other windows left, which is ours from now on. Draft
// makes one of this window; one without text is removed.
func (l *Line) Drafts(s Slot, text string, draft func(s Slot, text string, private bool) model.Draft) []model.Draft {
	t := l.at(s)
	private := text != "" && t.Private
	now := draft(s, text, private)
	drafts := []model.Draft{now}
	if private != t.hidden {
		drafts = append(drafts, draft(s, "", !private))
	}
	for _, left := range t.left {
		left.Text, left.At = "", now.At
		if left.Window == model.PurgedWindow(now.Window) {
			left.At = time.Time{} // nobody but us types there
		}
		drafts = append(drafts, left)
	}
	t.unsaved, t.hidden, t.left = false, private, nil
	if !t.Waits && !t.Rewritten && t.Over == "" {
		delete(l.texts, s)
	}
	return drafts
}

// TakeOver notes a draft that another window left: it goes when the text of its slot is saved.
func (l *Line) TakeOver(d model.Draft) {
	s, _ := SlotOf(d)
	t := l.at(s)
	t.left = append(t.left, d)
}

// Restore puts back what waited on disk when the program ended: of each slot the latest text. What
// other windows left of it is taken over, also earlier states, which stay where the program ended
// between two saves.
func (l *Line) Restore(drafts []model.Draft, window string) {
	slices.SortStableFunc(drafts, func(a, b model.Draft) int { return b.At.Compare(a.At) })
	latest := make(map[Slot]string, len(drafts))
	for _, d := range drafts {
		s, private := SlotOf(d)
		t := l.at(s)
		t.hidden = t.hidden || private
		now, later := latest[s]
		if !later {
			now, latest[s] = d.Text, d.Text
			if !t.Waits && now != "" {
				t.wait(now, true, false)
				if s == l.slot {
					l.text.Reset(now)
				}
			}
			t.Private = t.Waits && (t.Private || private)
		}
		if d.Window != window && (strings.HasPrefix(now, d.Text) || strings.HasPrefix(d.Text, now)) {
			t.left = append(t.left, d)
		}
	}
}
