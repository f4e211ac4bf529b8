package entry_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/names"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

// at is a slot of the timeline.
func at(field string) entry.Slot {
	return entry.Slot{Place: screen.Timeline, Key: screen.Key{Field: field}}
}

// ours makes a draft of this window.
func ours(s entry.Slot, text string, private bool) model.Draft {
	d := s.Draft(text, private)
	d.Window, d.At = "us", noon
	return d
}

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

// theirs is a draft that another window left some minutes before noon.
func theirs(s entry.Slot, text, window string, minutes int) model.Draft {
	d := s.Draft(text, false)
	d.Window, d.At = window, noon.Add(-time.Duration(minutes)*time.Minute)
	return d
}

// fields is the drafts as "window field=text", in their order; one that goes at any time ends with "!".
func fields(drafts []model.Draft) []string {
	var all []string
	for _, d := range drafts {
		end := ""
		if d.At.IsZero() {
			end = "!"
		}
		all = append(all, fmt.Sprintf("%s %s=%s%s", d.Window, d.Field, d.Text, end))
	}
	return all
}

func want(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestATextWaitsInItsSlot(t *testing.T) {
	l := entry.NewLine()
	l.Hold(at("event"), "")
	l.Set("14:09 half a")
	l.Hold(at("other"), "recorded")
	if l.Value() != "recorded" || l.Changed() {
		t.Errorf("the other slot holds %q", l.Value())
	}
	l.Set("")
	l.Hold(at("event"), "")
	if got := l.Text(at("event")); l.Value() != "14:09 half a" || !got.Waits || got.Words != l.Value() || got.Over != "" {
		t.Errorf("back in the slot: %q, %+v", l.Value(), got)
	}
	if got := l.Text(at("other")); !got.Waits || got.Words != "" || got.Over != "recorded" {
		t.Errorf("a text that was emptied waits too: %+v", got)
	}
	if got := l.Waiting(); len(got) != 2 || got[at("event")].Words != "14:09 half a" {
		t.Errorf("waiting: %+v", got)
	}
	if got := l.Text(at("third")); got.Waits || got.Words != "" {
		t.Errorf("where nothing was typed waits %+v", got)
	}
}

func TestARecordedTextIsSettledWithTheAnswersAboutIt(t *testing.T) {
	l := entry.NewLine()
	part := at("event")
	part.Part, part.Hash = "fact", "1f"
	other := at("note")
	other.Part, other.Hash = "fact", "1f"
	l.Hold(at("event"), "")
	l.Set("we would have seen it")
	l.Put(part, "it was not seen")
	l.Put(other, "of another text")
	got := l.Settle(at("event"), at("nothing"))
	if !slices.Equal(got, []entry.Slot{at("event"), part}) || l.Value() != "" || l.Text(part).Waits {
		t.Errorf("settled: %v, the line holds %q", got, l.Value())
	}
	if !l.Text(other).Waits {
		t.Error("the answer about another text is gone")
	}
	if got := l.Settle(at("event")); len(got) != 0 {
		t.Errorf("settled twice: %v", got)
	}
}

func TestADraftIsPrivateAsItsTextIs(t *testing.T) {
	l, s := entry.NewLine(), at("event")
	l.SetPrivate(s)
	l.Hold(s, "")
	draft := func() []string {
		if slots := l.Unsaved(); len(slots) != 1 || slots[0] != s {
			t.Errorf("unsaved: %v", slots)
		}
		return fields(l.Drafts(s, l.Text(s).Words, ours))
	}
	l.Set("for all")
	want(t, "for the room", draft(), "us event=for all")
	l.KeepFromRoom(true)
	l.Set("for all, and not")
	want(t, "not for the room", draft(), "us private:event=for all, and not", "us event=")
	l.Set("still")
	want(t, "still not", draft(), "us private:event=still")
	l.KeepFromRoom(false)
	l.Set("typed on")
	if !l.Text(s).Private {
		t.Error("a text with a part that is not for the room is for the room")
	}
	l.Set("")
	want(t, "emptied", draft(), "us event=", "us private:event=")
	if l.Undo() && l.Value() != "" {
		t.Errorf("a step back shows %q", l.Value())
	}
	l.Set("for all again")
	want(t, "again", draft(), "us event=for all again")
	if l.Unsaved() != nil {
		t.Error("nothing was typed, and something is unsaved")
	}
}

func TestWhatOtherWindowsLeftIsOursFromNowOn(t *testing.T) {
	l, s := entry.NewLine(), at("event")
	l.Hold(s, "")
	l.Restore([]model.Draft{
		theirs(s, "14:09 half a row", "one", 1),
		theirs(s, "14:09 half", "two", 3),
		theirs(s, "another text", "three", 2),
		theirs(at("note"), "", "one", 1),
		ours(at("own"), "mine", true),
	}, "us")
	if l.Value() != "14:09 half a row" || l.Unsaved() != nil {
		t.Errorf("the line holds %q", l.Value())
	}
	if own := l.Text(at("own")); !own.Private || own.Words != "mine" || l.Text(at("note")).Waits {
		t.Errorf("restored: %+v, %+v", own, l.Text(at("note")))
	}
	l.Set("14:09 half a row more")
	want(t, "saved", fields(l.Drafts(s, "14:09 half a row more", ours)), "us event=14:09 half a row more", "one event=", "two event=")
	l.Set("14:09")
	want(t, "saved again", fields(l.Drafts(s, "14:09", ours)), "us event=14:09")
	want(t, "own", fields(l.Drafts(at("own"), "", ours)), "us own=", "us private:own=")

	l.Restore([]model.Draft{theirs(s, "an older text", "four", 9)}, "us")
	if l.Value() != "14:09" {
		t.Errorf("a text that is being typed became %q", l.Value())
	}
	l.TakeOver(theirs(s, "of ours, purged", model.PurgedWindow("us"), 1))
	want(t, "after a purge", fields(l.Drafts(s, "14:09", ours)), "us event=14:09", "four event=", "purged us event=!")
}

func TestOtherWordsInAWaitingTextAreNoChangeOfIt(t *testing.T) {
	l, s, home := entry.NewLine(), at("event"), entry.Slot{Key: screen.Key{Field: "title"}}
	l.Put(home, "Ana's outage")
	l.Hold(s, "")
	l.Set("Ana")
	l.Set("Ana saw it")
	l.Drafts(s, "Ana saw it", ours)
	l.Drafts(home, "Ana's outage", ours)
	roles := func(_ entry.Slot, t *entry.Text) {
		t.Origin, t.Rewritten, t.Words = t.Words, true, "Person A saw it"
	}
	l.Rewrite(roles)
	if got := l.Text(s); l.Value() != "Person A saw it" || got.Origin != "Ana saw it" || l.Unsaved() != nil {
		t.Errorf("the line holds %q, %+v", l.Value(), got)
	}
	if l.Text(home).Words != "Ana's outage" {
		t.Errorf("at home waits %q", l.Text(home).Words)
	}
	if l.Undo() {
		t.Errorf("a step back shows %q", l.Value())
	}
	l.Hold(at("other"), "recorded")
	l.Set("x")
	l.Set("recorded")
	l.SetOrigin(at("other"), "what it was")
	l.Rewrite(roles)
	if l.Value() != "recorded" || l.Undo() {
		t.Errorf("what was taken back came back: %q", l.Value())
	}
	l.Hold(s, "")
	l.Hold(at("other"), "recorded")
	if l.Text(at("other")).Rewritten {
		t.Error("a text that is recorded has an origin")
	}
	l.Names = &names.Names{}
	l.Forget()
	if l.Names != nil || l.Text(s).Waits || l.Value() != "" || !l.Text(home).Waits {
		t.Errorf("forgotten: %+v, at home waits %+v", l.Text(s), l.Text(home))
	}
}

func TestATextIsPutIntoTheLineThatHoldsItsSlot(t *testing.T) {
	l, s := entry.NewLine(), at("event")
	l.Hold(s, "recorded")
	l.Put(s, "put there")
	if got := l.Text(s); l.Value() != "put there" || !got.Waits || got.Over != "" || len(l.Unsaved()) != 1 {
		t.Errorf("the line holds %q, %+v", l.Value(), got)
	}
	l.Put(s, "")
	if l.Text(s).Waits || l.Value() != "" {
		t.Errorf("the line holds %q", l.Value())
	}
}
