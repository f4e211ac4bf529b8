package model

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// A record with that many events, so that a change of few rows and one of many are both made.
func recordOf(events int) Postmortem {
	p := Postmortem{Header: Header{ID: "p", Title: "Checkout errors"}, Incident: Incident{ID: "p"}}
	for i := range events {
		p.Events = append(p.Events, Event{ID: ID(fmt.Sprint("e", i)), What: fmt.Sprint("row ", i)})
	}
	return p
}

func TestAChangeLeadsFromOneRecordToTheOtherAndBack(t *testing.T) {
	for _, n := range []int{2, 40} {
		before, after := recordOf(n), recordOf(n)
		after.Header.Title = "Checkout errors in the EU"
		for i := range after.Events {
			after.Events[i].Starred = true
		}
		after.Events = append(after.Events[1:], Event{ID: "new", What: "Rollback starts"})
		c := Diff("edit", before, after)
		got, err := Apply(before, c)
		if err != nil || !reflect.DeepEqual(got, after) {
			t.Errorf("%d rows: applied %+v, %v; want %+v", n, got, err, after)
		}
		back, err := Apply(got, c.Inverse())
		slices.SortFunc(back.Events, func(a, b Event) int { return slices.Index(before.Events, a) - slices.Index(before.Events, b) })
		if err != nil || !reflect.DeepEqual(back, before) {
			t.Errorf("%d rows: taken back %+v, %v; want %+v", n, back, err, before)
		}
	}
}

func TestAChangeOfWhatStandsOtherwiseChangesNothing(t *testing.T) {
	p := recordOf(2)
	edited := recordOf(2)
	edited.Header.Title, edited.Events[0].What = "Another", "another"
	for name, c := range map[string]Change{
		"a row that was edited": Diff("", edited, p),
		"a row that is gone":    {Rows: []RowChange{{Table: Events, ID: "gone", Before: Event{ID: "gone"}}}},
		"a row that is there":   {Rows: []RowChange{{Table: Events, ID: "e0", After: Event{ID: "e0"}}}},
	} {
		got, err := Apply(p, c)
		if !errors.Is(err, ErrStale) || !reflect.DeepEqual(got, p) {
			t.Errorf("%s: %+v, %v; want the record as it was and ErrStale", name, got, err)
		}
	}
}

func TestARecordListsTheRowsOfOneTable(t *testing.T) {
	p := recordOf(2)
	if got := p.RowsOf(Events); !reflect.DeepEqual(got, []Row{p.Events[0], p.Events[1]}) {
		t.Errorf("rows of the timeline: %v", got)
	}
	if got := p.RowsOf(Notes); got != nil {
		t.Errorf("rows of no note: %v", got)
	}
}
