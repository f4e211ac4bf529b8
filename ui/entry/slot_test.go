package entry_test

import (
	"testing"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/screen"
)

func TestADraftSaysWhetherItIsForTheRoom(t *testing.T) {
	slot := entry.Slot{Place: screen.Timeline, Key: screen.Key{Row: "aa", Field: "when", Form: true}}
	for _, private := range []bool{false, true} {
		d := slot.Draft("14:09", private)
		if got, is := entry.SlotOf(d); got != slot || is != private || d.Text != "14:09" {
			t.Errorf("%+v is read as %+v, private %t", d, got, is)
		}
	}
	if d := slot.Draft("14:09", true); d.Place != "timeline" || d.Field != "private:form:aa:when" {
		t.Errorf("on disk it is %+v", d)
	}
}

// Whatever stands on disk is the draft of one slot, and stays so when it is written again.
func FuzzADraftIsOfOneSlot(f *testing.F) {
	for _, field := range []string{"", "event", "\x00find", "private:event", "private:private:x", "form:aa:when", "form:aa:account:bb",
		"form:note aa:bb", "form::x", "form:note :", "new:aa:goal", "new:aa:line", "line:aa", "line::", "row:aa:bb", "recorded:aa:text",
		"guard:fact:event:1f", "guard:fact:form:aa:account:bb:1f", "guard:fact:guard:idea:x:1:2", "guard::x:1", "12 events aa"} {
		f.Add("timeline", field)
	}
	f.Fuzz(func(t *testing.T, place, field string) {
		slot, private := entry.SlotOf(model.Draft{Place: place, Field: field})
		again := slot.Draft("", private)
		if got, is := entry.SlotOf(again); got != slot || is != private {
			t.Errorf("%q is %#v, private %t; written as %q it is %#v, private %t", field, slot, private, again.Field, got, is)
		}
		if slot.Whole() != slot.Whole().Whole() {
			t.Errorf("%q is a part of a part", field)
		}
	})
}
