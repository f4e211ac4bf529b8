package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"errors"
	"strings"
	"testing"
)

func TestHandlesAreDerivedAndUnique(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for _, c := range []struct{ name, handle string }{
		{"Ana Silva", "ana"}, {"Ana Torres", "anat"}, {"Ana Tran", "ana2"}, {"Zoë B.", "zoë"}, {"!?", "person"}, {"Ana", "ana3"},
	} {
		var id model.ID
		p, id = edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: c.name}))
		if got := p.Attendee(id).Handle; got != c.handle {
			t.Errorf("%s is @%s, want @%s", c.name, got, c.handle)
		}
	}
	_, _, err := ed.AddAttendee(p, model.Attendee{Name: "Another", Handle: "@ANA"})
	edittest.WantProblem(t, err, "Handle")
	a := p.Attendees[1]
	a.Handle = "ana"
	edittest.WantProblem(t, second(ed.Set(p, a)), "Handle")
}

// A meeting with six people in the room counted "Hands of 10": whoever a row named was there.
func TestWhoIsOnlyNamedIsAwayUntilSomebodySaysHere(t *testing.T) {
	ed := edittest.Editor()
	p, jo := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "@jo"))
	p, kim := edittest.MustID(t)(ed.EnsurePerson(p, "Kim Lee"))
	p, ana := edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Ana"}))
	if !p.Attendee(jo).Away || !p.Attendee(kim).Away || p.Attendee(ana).Away {
		t.Errorf("away are %+v, want jo and kim", p.Attendees)
	}
	if p, _ = edittest.MustID(t)(ed.EnsureAttendee(p, "ana")); p.Attendee(ana).Away {
		t.Error("Ana went away because a row named her")
	}
	p = edittest.Must(t)(ed.SetField(p, model.FieldFacilitator, "jo"))
	p = edittest.Must(t)(ed.SetField(p, model.FieldOwner, "Omar"))
	p = edittest.Must(t)(ed.SetField(p, model.FieldNoteTaker, "Lena"))
	for _, id := range []model.ID{p.Header.Facilitator, p.Header.Owner, p.Header.NoteTaker} {
		if a := p.Attendee(id); a.Away {
			t.Errorf("%s has an office and is away", a.Name)
		}
	}
	p = edittest.Must(t)(edit.Change(ed, p, ana, func(a *model.Attendee) { a.Away = true }))
	if p = edittest.Must(t)(ed.SetField(p, model.FieldOwner, "ana")); !p.Attendee(ana).Away {
		t.Error("Ana came into the room because she owns the record")
	}
}

// Jo was named as the owner on Open; "Jo Brandt @jo support #affected" in Attendees was refused, for
// the handle was taken.
func TestWhoWasOnlyNamedIsCompleted(t *testing.T) {
	ed := edittest.Editor()
	p, jo := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "@jo"))
	p = edittest.Must(t)(ed.CompleteAttendee(p, model.Attendee{ID: jo, Name: "Jo Brandt", Team: "support", Roles: model.Affected}))
	if got := p.Attendee(jo); got.Name != "Jo Brandt" || got.Team != "support" || got.Roles != model.Affected || got.Away || got.Handle != "jo" {
		t.Errorf("got %+v", got)
	}
	edittest.WantProblem(t, second(ed.CompleteAttendee(p, model.Attendee{ID: jo, Name: "Johanna Adler"})), "Handle")
	if _, err := ed.CompleteAttendee(p, model.Attendee{ID: "gone", Name: "Jo"}); !errors.Is(err, model.ErrGone) {
		t.Errorf("of a person who is not there: %v", err)
	}
}

func TestAPersonIsCompletedByWhatContradictsNothing(t *testing.T) {
	jo := model.Attendee{ID: "a", Handle: "jo", Name: "Jo Brandt", Team: "support", Roles: model.Affected}
	for _, c := range []struct {
		was, with model.Attendee
		want      string // the name, "" where it is refused
	}{
		{model.Attendee{Handle: "jo", Name: "Jo", Away: true}, model.Attendee{Name: "Jo Brandt"}, "Jo Brandt"},
		{model.Attendee{Handle: "jo.brandt", Name: "Jo.brandt"}, model.Attendee{Name: "Jo Brandt-Li"}, "Jo Brandt-Li"},
		{model.Attendee{Handle: "jo", Name: "Jo"}, model.Attendee{Team: "support"}, "Jo"},
		{jo, model.Attendee{Name: "jo brandt", Roles: model.Responded}, "Jo Brandt"},
		{jo, model.Attendee{Away: true}, "Jo Brandt"},
		{jo, model.Attendee{New: true}, "Jo Brandt"},
		{jo, model.Attendee{Name: "Jo Brandt", Team: "Support", Roles: model.Affected}, ""}, // nothing new
		{jo, model.Attendee{Name: "Jo", Roles: model.Responded}, ""},
		{jo, model.Attendee{Team: "search", Roles: model.Responded}, ""},
	} {
		now, ok := edit.Complete(c.was, c.with)
		if ok != (c.want != "") || ok && now.Name != c.want || !ok && now != c.was {
			t.Errorf("%+v with %+v: %+v, %t", c.was, c.with, now, ok)
		}
	}
}

func TestAnUnknownHandleJoinsWithoutARole(t *testing.T) {
	ed := edittest.Editor()
	p, id := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "@jo"))
	if a := p.Attendee(id); a.Name != "Jo" || a.Handle != "jo" || a.Roles != 0 {
		t.Errorf("got %+v", a)
	}
	again, same := edittest.MustID(t)(ed.EnsureAttendee(p, "Jo"))
	if same != id || len(again.Attendees) != 1 {
		t.Error("the same handle made a second person")
	}
	p = edittest.Must(t)(ed.SetField(p, model.FieldOwner, "jo"))
	if p.Header.Owner != id || p.Field(model.FieldOwner) != "Jo" {
		t.Errorf("owner is %q", p.Field(model.FieldOwner))
	}
}

func TestAPersonWithWordsOrTasksIsNotRemoved(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	p, ben := edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Ben Okafor"}))
	p = edittest.Must(t)(ed.SetField(p, model.FieldFacilitator, "@ben"))
	free := edittest.Must(t)(ed.Remove(p, model.Attendees, ben))
	if len(free.Attendees) != 0 || free.Header.Facilitator != "" {
		t.Error("the person or the office is still there")
	}
	p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: p.Events[0].ID, Attendee: ben, Text: "x"}))
	p, cm := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "alert"}))
	p = edittest.Must(t)(ed.Assign(p, cm, ben, model.Date{}))
	_, err := ed.Remove(p, model.Attendees, ben)
	edittest.WantProblem(t, err, "Person")
	if err != nil && !strings.Contains(err.Error(), "1 account and 1 countermeasure") {
		t.Errorf("it says %q", err)
	}
}

func TestFirstWordsFillTheAccountOfAPersonWhoWasThere(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	p, ben := edittest.MustID(t)(ed.EnsureAttendee(p, "ben"))
	e := p.Events[0].ID
	for _, text := range []string{"", "", "first", "second", ""} {
		p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: e, Attendee: ben, Text: text}))
	}
	var got []string
	for _, a := range model.NewIndex(p).AccountsOf(e) {
		got = append(got, a.Text)
	}
	if strings.Join(got, ",") != "first,second" {
		t.Errorf("accounts are %q", got)
	}
}

func TestKnowingIsReplacedPerPerson(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	p, ben := edittest.MustID(t)(ed.EnsureAttendee(p, "ben"))
	e := p.Events[0].ID
	p = edittest.Must(t)(ed.SetKnowing(p, e, ben, model.KnownAtOnce, model.Moment{}))
	p = edittest.Must(t)(ed.SetKnowing(p, e, "", model.NobodySaid, model.Moment{}))
	p = edittest.Must(t)(ed.SetKnowing(p, e, ben, model.KnownAt, edittest.At(9)))
	all := model.NewIndex(p).KnowingsOf(e)
	if len(all) != 2 || all[0].State != model.KnownAt || all[0].When != edittest.At(9) {
		t.Errorf("got %+v", all)
	}
	edittest.WantProblem(t, second(ed.SetKnowing(p, e, ben, model.KnownAt, model.Moment{})), "Known")
}

func TestCardLinesStandInTheirFieldInTheOrderGiven(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	p, card := edittest.MustID(t)(ed.AddCard(p, p.Events[0].ID, ""))
	if _, same := edittest.MustID(t)(ed.AddCard(p, p.Events[0].ID, "")); same != card {
		t.Error("the same person has two cards at one event")
	}
	p, one := edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: model.Options, Text: "wait"}, ""))
	p, _ = edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: model.Cue, Text: "graph"}, ""))
	p, three := edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: model.Options, Text: "restart"}, ""))
	p, _ = edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: model.Options, Text: "lower"}, one))
	p = edittest.Must(t)(ed.Move(p, model.CardLines, three, -1))
	var got []string
	for _, l := range model.NewIndex(p).LinesOf(card, model.Options) {
		got = append(got, l.Text)
	}
	if want := "wait restart lower"; strings.Join(got, " ") != want {
		t.Errorf("lines are %q, want %s", got, want)
	}
}
