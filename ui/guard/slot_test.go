package guard

import "testing"

func TestASlotBelongsToTheLineThatItsTextWasTypedIn(t *testing.T) {
	const line = "form:aaaaaaaaaaaaaaaa:account:bbbbbbbbbbbbbbbb"
	one, other := Of(line, "we would have seen it"), Of(line, "we would have paged")
	if Fact.slot(one) == Fact.slot(other) || Fact.slot(one) == Idea.slot(one) {
		t.Error("each text has parts of its own")
	}
	for _, part := range []Part{Fact, Idea, Who, Reason} {
		if slot := part.slot(one); !Belongs(slot, line) || Belongs(slot, "form:aaaaaaaaaaaaaaaa:account") || Belongs(line, line) {
			t.Errorf("to whom %q belongs", slot)
		}
		if got := IsProse(part.slot(one)); got == (part == Who) {
			t.Errorf("%s is prose: %t", part, got)
		}
	}
	if IsProse(line) {
		t.Error("a slot of a form is none of the panel's")
	}
}
