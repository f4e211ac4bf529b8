package model

import (
	"fmt"
	"testing"
)

// large returns a record of 5,000 events, each with an account, and 2,500 times of knowing.
func large(b testing.TB) (Editor, Postmortem) {
	ed := testEditor()
	p := begun(b, ed)
	p, ana := mustID(b)(ed.EnsureAttendee(p, "ana"))
	events, accounts, knowings := "", "", ""
	for i := range 5000 {
		events, accounts = After(events), After(accounts)
		e := Event{ID: ed.NewID(), What: fmt.Sprintf("row %d", i), When: at(i), Kind: Observed, Pos: events}
		p.Events = append(p.Events, e)
		p.Accounts = append(p.Accounts, Account{ID: ed.NewID(), Event: e.ID, Attendee: ana, Text: "seen", Source: SaidInRoom, Pos: accounts})
		if i%2 == 0 {
			knowings = After(knowings)
			p.Knowings = append(p.Knowings, Knowing{ID: ed.NewID(), Event: e.ID, Attendee: ana, State: KnownAtOnce, Pos: knowings})
		}
	}
	return ed, p
}

func BenchmarkNewIndexOf5000Events(b *testing.B) {
	_, p := large(b)
	b.ReportAllocs()
	for b.Loop() {
		NewIndex(p)
	}
}

func BenchmarkEditOneOf5000Events(b *testing.B) {
	ed, p := large(b)
	id := p.Events[2500].ID
	b.ReportAllocs()
	for b.Loop() {
		_, _ = ed.SetEventKind(p, id, Decision)
	}
}

func BenchmarkDiffOfOneEditOf5000Events(b *testing.B) {
	ed, p := large(b)
	next := must(b)(ed.SetEventKind(p, p.Events[2500].ID, Decision))
	b.ReportAllocs()
	for b.Loop() {
		Diff("kind", p, next)
	}
}

func BenchmarkApplyOfOneEditOf5000Events(b *testing.B) {
	ed, p := large(b)
	c := Diff("kind", p, must(b)(ed.SetEventKind(p, p.Events[2500].ID, Decision)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Apply(p, c)
	}
}

func BenchmarkInsertUntimedAmong5000Events(b *testing.B) {
	ed, p := large(b)
	after := p.Events[2500].ID
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = ed.AddEvent(p, Event{What: "x"}, after)
	}
}

func BenchmarkRemoveOneOf5000Events(b *testing.B) {
	ed, p := large(b)
	id := p.Events[2500].ID
	b.ReportAllocs()
	for b.Loop() {
		_, _ = ed.RemoveEvent(p, id)
	}
}

func BenchmarkForTheRoomOf5000Events(b *testing.B) {
	_, p := large(b)
	b.ReportAllocs()
	for b.Loop() {
		For(p, ForRoom)
	}
}

func BenchmarkLacksOfAllPhasesOf5000Events(b *testing.B) {
	_, p := large(b)
	x := NewIndex(p)
	b.ReportAllocs()
	for b.Loop() {
		Lacks(x, PhaseClose)
	}
}
