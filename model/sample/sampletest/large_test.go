package sampletest

import (
	"slices"
	"testing"

	"debrief/model"
)

func TestLargeIsTheSameAtEachCall(t *testing.T) {
	if c := model.Diff("", Large(500), Large(500)); !c.IsEmpty() {
		t.Errorf("%d rows differ", len(c.Rows))
	}
}

func TestLargeHasAsManyEventsAsAskedInOrder(t *testing.T) {
	p := Large(5000)
	if len(p.Events) != 5000 || len(p.Accounts) != 1000 || len(p.Attendees) != 60 {
		t.Errorf("%d events, %d accounts, %d attendees", len(p.Events), len(p.Accounts), len(p.Attendees))
	}
	if !slices.IsSortedFunc(p.Events, func(a, b model.Event) int { return a.When.At.Compare(b.When.At) }) {
		t.Error("events are not in order")
	}
	if len(Large(0).Events) != 0 {
		t.Error("Large(0) has events")
	}
}
