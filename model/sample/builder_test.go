package sample

import "testing"

func TestWhatIsNoTimeOfDayIsNoTime(t *testing.T) {
	if at := (&builder{}).at("soon"); !at.IsZero() {
		t.Errorf("got %v", at)
	}
}
