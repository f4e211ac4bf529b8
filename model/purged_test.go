package model

import (
	"slices"
	"testing"
)

func TestWhatAPurgeTookOutIsToldFromTheLog(t *testing.T) {
	entry := func(label, what, typed string) Entry {
		return Entry{Change: Change{Label: label, Rows: []RowChange{{Table: Events, ID: "a", After: Event{ID: "a", What: what, When: Moment{Typed: typed}}}}}}
	}
	for _, c := range []struct {
		name          string
		before, after []Entry
		want          []Replacement
	}{
		{"nothing", []Entry{entry("a", "b", "")}, []Entry{entry("a", "b", "")}, nil},
		{"a word", []Entry{entry("added", "the password is hunter2 today", "")}, []Entry{entry("added", "the password is [gone] today", "")},
			[]Replacement{{"hunter2", "[gone]"}}},
		{"a part of a word", []Entry{entry("", "with key=hunter2; then", "")}, []Entry{entry("", "with key=x; then", "")},
			[]Replacement{{"key=hunter2;", "key=x;"}}},
		{"letters of more bytes", []Entry{entry("", "für Zoë", "")}, []Entry{entry("", "für Zoe", "")}, []Replacement{{"Zoë", "Zoe"}}},
		{"taken out altogether", []Entry{entry("", "a hunter2", "")}, []Entry{entry("", "a ", "")}, []Replacement{{"hunter2", ""}}},
		{"in the label and in a time", []Entry{entry("hunter2 added", "x", "14:02 hunter2")}, []Entry{entry("x added", "x", "14:02 x")},
			[]Replacement{{"hunter2", "x"}}},
		{"what is only in one log", []Entry{entry("", "a", "")}, []Entry{entry("", "a", ""), entry("", "b", "")}, nil},
	} {
		if got := Purged(c.before, c.after); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatWasTakenOutIsTakenOutOfRowsThatWait(t *testing.T) {
	all := []Replacement{{"hunter2", "[gone]"}}
	if got := ReplacedRow(Event{ID: "a", What: "14:02 hunter2"}, all); got != (Event{ID: "a", What: "14:02 [gone]"}) {
		t.Errorf("got %+v", got)
	}
	if got := ReplacedRow(Attendee{Name: "hunter2"}, all); got != (Attendee{Name: "[gone]"}) {
		t.Errorf("got %+v", got)
	}
	if text, found := Replaced("nothing here", all); found || text != "nothing here" {
		t.Errorf("got %q, %v", text, found)
	}
}
