package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"debrief/model/names"
	"fmt"
	"testing"
)

// large returns a record of 5,000 events, each with an account, and 2,500 times of knowing.
func large(b testing.TB) (edit.Editor, model.Postmortem) {
	ed := edittest.Editor()
	p := edittest.Begun(b, ed)
	p, ana := edittest.MustID(b)(ed.EnsureAttendee(p, "ana"))
	events, accounts, knowings := "", "", ""
	for i := range 5000 {
		events, accounts = model.After(events), model.After(accounts)
		e := model.Event{ID: ed.NewID(), What: fmt.Sprintf("row %d", i), When: edittest.At(i), Kind: model.Observed, Pos: events}
		p.Events = append(p.Events, e)
		p.Accounts = append(p.Accounts, model.Account{ID: ed.NewID(), Event: e.ID, Attendee: ana, Text: "seen", Source: model.SaidInRoom, Pos: accounts})
		if i%2 == 0 {
			knowings = model.After(knowings)
			p.Knowings = append(p.Knowings, model.Knowing{ID: ed.NewID(), Event: e.ID, Attendee: ana, State: model.KnownAtOnce, Pos: knowings})
		}
	}
	return ed, p
}

func BenchmarkNewIndexOf5000Events(b *testing.B) {
	_, p := large(b)
	b.ReportAllocs()
	for b.Loop() {
		model.NewIndex(p)
	}
}

func BenchmarkEditOneOf5000Events(b *testing.B) {
	ed, p := large(b)
	id := p.Events[2500].ID
	b.ReportAllocs()
	for b.Loop() {
		_, _ = edit.Change(ed, p, id, func(e *model.Event) { e.Kind = model.Decision })
	}
}

func BenchmarkDiffOfOneEditOf5000Events(b *testing.B) {
	ed, p := large(b)
	next := edittest.Must(b)(edit.Change(ed, p, p.Events[2500].ID, func(e *model.Event) { e.Kind = model.Decision }))
	b.ReportAllocs()
	for b.Loop() {
		model.Diff("kind", p, next)
	}
}

func BenchmarkApplyOfOneEditOf5000Events(b *testing.B) {
	ed, p := large(b)
	c := model.Diff("kind", p, edittest.Must(b)(edit.Change(ed, p, p.Events[2500].ID, func(e *model.Event) { e.Kind = model.Decision })))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = model.Apply(p, c)
	}
}

func BenchmarkInsertUntimedAmong5000Events(b *testing.B) {
	ed, p := large(b)
	after := p.Events[2500].ID
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = ed.AddEvent(p, model.Event{What: "x"}, after)
	}
}

func BenchmarkRemoveOneOf5000Events(b *testing.B) {
	ed, p := large(b)
	id := p.Events[2500].ID
	b.ReportAllocs()
	for b.Loop() {
		_, _ = ed.Remove(p, model.Events, id)
	}
}

func BenchmarkForTheRoomOf5000Events(b *testing.B) {
	_, p := large(b)
	b.ReportAllocs()
	for b.Loop() {
		names.For(p, model.ForRoom)
	}
}

func BenchmarkLacksOfAllPhasesOf5000Events(b *testing.B) {
	_, p := large(b)
	x := model.NewIndex(p)
	b.ReportAllocs()
	for b.Loop() {
		meeting.Lacks(x, model.PhaseClose)
	}
}

// talkative is large with ten people, one of whom stands in every third event and account.
func talkative(b testing.TB) model.Postmortem {
	ed, p := large(b)
	for _, name := range []string{"Ben Okafor", "Chao Lin", "Lena Holt", "Mia Berg", "Omar Haddad", "Priya Nair", "Jo Brandt", "Will May", "Zoë Page"} {
		p, _ = edittest.MustID(b)(ed.AddAttendee(p, model.Attendee{Name: name}))
	}
	for i := range p.Events {
		p.Events[i].What = fmt.Sprintf("Checkout pool lowered from %d to 120 while the graph of the index stood flat", i)
		p.Accounts[i].Text = fmt.Sprintf("Connections stood at the limit of %d; I read it as a traffic peak, as it was on Tuesday.", i)
		if i%3 == 0 {
			p.Events[i].What += ", seen by Ben"
			p.Accounts[i].Text += " That is when I called Mia Berg, then @chao."
		}
	}
	p.Header.NamesOff = true
	return p
}

func BenchmarkForWithoutNamesOf5000Events(b *testing.B) {
	p := talkative(b)
	b.ReportAllocs()
	for b.Loop() {
		names.For(p, model.ForRoom)
	}
}

func BenchmarkHideALine(b *testing.B) {
	p := talkative(b)
	n := names.Of(p)
	b.ReportAllocs()
	for b.Loop() {
		n.Hide(p.Accounts[0].Text)
	}
}

func BenchmarkPutNamesBackIntoOneOf5000Events(b *testing.B) {
	p := talkative(b)
	after := p
	after.Events = model.Rewrite(p.Events, func(e model.Event) model.Event {
		if e.ID == p.Events[2499].ID {
			e.What = "Checkout pool lowered again, seen by Responder" + names.Unbroken + "B"
		}
		return e
	})
	b.ReportAllocs()
	for b.Loop() {
		names.PutNamesBack(p, after)
	}
}
