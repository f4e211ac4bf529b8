package guard

import (
	"testing"

	"debrief/ui/screen"
)

func TestAPartBelongsToTheFieldThatItsTextWasTypedIn(t *testing.T) {
	field := screen.Key{Row: "bbbbbbbbbbbbbbbb", Field: "account:", Form: true}
	one, other := Of(field, "we would have seen it"), Of(field, "we would have paged")
	if Fact.key(one) == Fact.key(other) || Fact.key(one) == Idea.key(one) {
		t.Error("each text has parts of its own")
	}
	for _, part := range []Part{Fact, Idea, Who, Reason} {
		if key := part.key(one); key.Whole() != field || key == field {
			t.Errorf("to which field %v belongs", key)
		}
	}
}
