package model

import (
	"errors"
	"strings"
	"testing"
)

func TestHandlesAreDerivedAndUnique(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	for _, c := range []struct{ name, handle string }{
		{"Ana Silva", "ana"}, {"Ana Torres", "anat"}, {"Ana Tran", "ana2"}, {"Zoë B.", "zoë"}, {"!?", "person"}, {"Ana", "ana3"},
	} {
		var id ID
		p, id = mustID(t)(ed.AddAttendee(p, Attendee{Name: c.name}))
		if got := p.Attendee(id).Handle; got != c.handle {
			t.Errorf("%s is @%s, want @%s", c.name, got, c.handle)
		}
	}
	_, _, err := ed.AddAttendee(p, Attendee{Name: "Another", Handle: "@ANA"})
	wantProblem(t, err, "Handle")
	a := p.Attendees[1]
	a.Handle = "ana"
	wantProblem(t, second(ed.SetAttendee(p, a)), "Handle")
}

// A meeting with six people in the room counted "Hands of 10": whoever a row named was there.
func TestWhoIsOnlyNamedIsAwayUntilSomebodySaysHere(t *testing.T) {
	ed := testEditor()
	p, jo := mustID(t)(ed.EnsureAttendee(begun(t, ed), "@jo"))
	p, kim := mustID(t)(ed.EnsurePerson(p, "Kim Lee"))
	p, ana := mustID(t)(ed.AddAttendee(p, Attendee{Name: "Ana"}))
	if !p.Attendee(jo).Away || !p.Attendee(kim).Away || p.Attendee(ana).Away {
		t.Errorf("away are %+v, want jo and kim", p.Attendees)
	}
	if p, _ = mustID(t)(ed.EnsureAttendee(p, "ana")); p.Attendee(ana).Away {
		t.Error("Ana went away because a row named her")
	}
	p = must(t)(ed.SetField(p, FieldFacilitator, "jo"))
	p = must(t)(ed.SetField(p, FieldOwner, "Omar"))
	p = must(t)(ed.SetField(p, FieldNoteTaker, "Lena"))
	for _, id := range []ID{p.Header.Facilitator, p.Header.Owner, p.Header.NoteTaker} {
		if a := p.Attendee(id); a.Away {
			t.Errorf("%s has an office and is away", a.Name)
		}
	}
	p = must(t)(ed.SetAway(p, ana, true))
	if p = must(t)(ed.SetField(p, FieldOwner, "ana")); !p.Attendee(ana).Away {
		t.Error("Ana came into the room because she owns the record")
	}
}

// Jo was named as the owner on Open; "Jo Brandt @jo support #affected" in Attendees was refused, for
// the handle was taken.
func TestWhoWasOnlyNamedIsCompleted(t *testing.T) {
	ed := testEditor()
	p, jo := mustID(t)(ed.EnsureAttendee(begun(t, ed), "@jo"))
	p = must(t)(ed.CompleteAttendee(p, Attendee{ID: jo, Name: "Jo Brandt", Team: "support", Roles: Affected}))
	if got := p.Attendee(jo); got.Name != "Jo Brandt" || got.Team != "support" || got.Roles != Affected || got.Away || got.Handle != "jo" {
		t.Errorf("got %+v", got)
	}
	wantProblem(t, second(ed.CompleteAttendee(p, Attendee{ID: jo, Name: "Johanna Adler"})), "Handle")
	if _, err := ed.CompleteAttendee(p, Attendee{ID: "gone", Name: "Jo"}); !errors.Is(err, ErrGone) {
		t.Errorf("of a person who is not there: %v", err)
	}
}

func TestAPersonIsCompletedByWhatContradictsNothing(t *testing.T) {
	jo := Attendee{ID: "a", Handle: "jo", Name: "Jo Brandt", Team: "support", Roles: Affected}
	for _, c := range []struct {
		was, with Attendee
		want      string // the name, "" where it is refused
	}{
		{Attendee{Handle: "jo", Name: "Jo", Away: true}, Attendee{Name: "Jo Brandt"}, "Jo Brandt"},
		{Attendee{Handle: "jo.brandt", Name: "Jo.brandt"}, Attendee{Name: "Jo Brandt-Li"}, "Jo Brandt-Li"},
		{Attendee{Handle: "jo", Name: "Jo"}, Attendee{Team: "support"}, "Jo"},
		{jo, Attendee{Name: "jo brandt", Roles: Responded}, "Jo Brandt"},
		{jo, Attendee{Away: true}, "Jo Brandt"},
		{jo, Attendee{New: true}, "Jo Brandt"},
		{jo, Attendee{Name: "Jo Brandt", Team: "Support", Roles: Affected}, ""}, // nothing new
		{jo, Attendee{Name: "Jo", Roles: Responded}, ""},
		{jo, Attendee{Team: "search", Roles: Responded}, ""},
	} {
		now, ok := c.was.Complete(c.with)
		if ok != (c.want != "") || ok && now.Name != c.want || !ok && now != c.was {
			t.Errorf("%+v with %+v: %+v, %t", c.was, c.with, now, ok)
		}
	}
}

func TestAnUnknownHandleJoinsWithoutARole(t *testing.T) {
	ed := testEditor()
	p, id := mustID(t)(ed.EnsureAttendee(begun(t, ed), "@jo"))
	if a := p.Attendee(id); a.Name != "Jo" || a.Handle != "jo" || a.Roles != 0 {
		t.Errorf("got %+v", a)
	}
	again, same := mustID(t)(ed.EnsureAttendee(p, "Jo"))
	if same != id || len(again.Attendees) != 1 {
		t.Error("the same handle made a second person")
	}
	p = must(t)(ed.SetField(p, FieldOwner, "jo"))
	if p.Header.Owner != id || p.Field(FieldOwner) != "Jo" {
		t.Errorf("owner is %q", p.Field(FieldOwner))
	}
}

func TestAPersonWithWordsOrTasksIsNotRemoved(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	p, ben := mustID(t)(ed.AddAttendee(p, Attendee{Name: "Ben Okafor"}))
	p = must(t)(ed.SetField(p, FieldFacilitator, "@ben"))
	free := must(t)(ed.RemoveAttendee(p, ben))
	if len(free.Attendees) != 0 || free.Header.Facilitator != "" {
		t.Error("the person or the office is still there")
	}
	p, _ = mustID(t)(ed.AddAccount(p, Account{Event: p.Events[0].ID, Attendee: ben, Text: "x"}))
	p, cm := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert"}))
	p = must(t)(ed.Assign(p, cm, ben, Date{}))
	_, err := ed.RemoveAttendee(p, ben)
	wantProblem(t, err, "Person")
	if err != nil && !strings.Contains(err.Error(), "1 account and 1 countermeasure") {
		t.Errorf("it says %q", err)
	}
}

func TestFirstWordsFillTheAccountOfAPersonWhoWasThere(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	p, ben := mustID(t)(ed.EnsureAttendee(p, "ben"))
	e := p.Events[0].ID
	for _, text := range []string{"", "", "first", "second", ""} {
		p, _ = mustID(t)(ed.AddAccount(p, Account{Event: e, Attendee: ben, Text: text}))
	}
	var got []string
	for _, a := range NewIndex(p).AccountsOf(e) {
		got = append(got, a.Text)
	}
	if strings.Join(got, ",") != "first,second" {
		t.Errorf("accounts are %q", got)
	}
}

func TestKnowingIsReplacedPerPerson(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	p, ben := mustID(t)(ed.EnsureAttendee(p, "ben"))
	e := p.Events[0].ID
	p = must(t)(ed.SetKnowing(p, e, ben, KnownAtOnce, Moment{}))
	p = must(t)(ed.SetKnowing(p, e, "", NobodySaid, Moment{}))
	p = must(t)(ed.SetKnowing(p, e, ben, KnownAt, at(9)))
	all := NewIndex(p).KnowingsOf(e)
	if len(all) != 2 || all[0].State != KnownAt || all[0].When != at(9) {
		t.Errorf("got %+v", all)
	}
	wantProblem(t, second(ed.SetKnowing(p, e, ben, KnownAt, Moment{})), "Known")
}

func TestCardLinesStandInTheirFieldInTheOrderGiven(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	p, card := mustID(t)(ed.AddCard(p, p.Events[0].ID, ""))
	if _, same := mustID(t)(ed.AddCard(p, p.Events[0].ID, "")); same != card {
		t.Error("the same person has two cards at one event")
	}
	p, one := mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Options, Text: "wait"}, ""))
	p, _ = mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Cue, Text: "graph"}, ""))
	p, three := mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Options, Text: "restart"}, ""))
	p, _ = mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Options, Text: "lower"}, one))
	p = must(t)(ed.Move(p, CardLines, three, -1))
	var got []string
	for _, l := range NewIndex(p).LinesOf(card, Options) {
		got = append(got, l.Text)
	}
	if want := "wait restart lower"; strings.Join(got, " ") != want {
		t.Errorf("lines are %q, want %s", got, want)
	}
}
