package model

import (
	"slices"
	"testing"
)

func TestALetterStaysTheSamePerson(t *testing.T) {
	ed := testEditor()
	p := called(t, Attendee{Name: "Ana"}, Attendee{Name: "Ben", Roles: Responded}, Attendee{Name: "Chao"})
	name := func(p Postmortem, i int) string {
		p.Header.NamesOff = true
		return plain(For(p, ForRoom).Attendee(p.Attendees[i].ID).Name)
	}
	if got := name(p, 1); got != "Responder B" {
		t.Fatalf("Ben is %q", got)
	}
	ben := p.Attendees[1].ID
	p = must(t)(ed.Move(p, Attendees, ben, -1))
	p, _ = mustID(t)(ed.AddAttendee(p, Attendee{Name: "Dana"}))
	p = must(t)(ed.SetRoles(p, ben, Affected))
	p = must(t)(ed.SetAttendee(p, Attendee{ID: ben, Name: "Ben O.", Handle: "ben", Roles: Affected}))
	p = must(t)(ed.RemoveAttendee(p, p.Attendees[0].ID))
	i := slices.IndexFunc(p.Attendees, func(a Attendee) bool { return a.ID == ben })
	if got := name(p, i); got != "Affected B" {
		t.Errorf("after all that Ben is %q, want Affected B", got)
	}
	if got := name(p, len(p.Attendees)-1); got != "Person D" {
		t.Errorf("Dana is %q, want Person D", got)
	}
}

func TestPeopleOfAnOlderRecordGetTheirSeatsWhenNamesAreTurnedOff(t *testing.T) {
	ed := testEditor()
	p := called(t, Attendee{Name: "Ana"}, Attendee{Name: "Ben"})
	for i := range p.Attendees {
		p.Attendees[i].Seat = 0
	}
	p, _ = mustID(t)(ed.AddAttendee(p, Attendee{Name: "Chao"}))
	p.Header.PageNamesOff = true
	before := For(p, ForExternalPage).Attendees
	p = must(t)(ed.TurnPageNames(p, true))
	for i, want := range []int{1, 2, 3} {
		if got := p.Attendees[i].Seat; got != want {
			t.Errorf("%s has seat %d, want %d", p.Attendees[i].Name, got, want)
		}
		if after := For(p, ForExternalPage).Attendees[i].Name; after != before[i].Name {
			t.Errorf("%s was %s before there were seats, and is %s", p.Attendees[i].Name, before[i].Name, after)
		}
	}
	again := must(t)(ed.TurnNames(p, true))
	wantSame(t, peopleAlone(again.Attendees), peopleAlone(p.Attendees))
}

// peopleAlone is a record of people alone, to compare them.
func peopleAlone(people []Attendee) Postmortem { return Postmortem{Attendees: people} }

func TestTwoPeopleOfOneSeatHaveLettersOfTheirOwn(t *testing.T) {
	got := lettersOf([]Attendee{{ID: "c", Seat: 2}, {ID: "a", Seat: 2}, {ID: "b", Seat: 1}, {ID: "d", Seat: 27}, {ID: "e", Seat: 703}})
	for id, want := range map[ID]string{"a": "B", "c": "B2", "b": "A", "d": "AA", "e": "AAA"} {
		if got[id] != want {
			t.Errorf("%s is %q, want %q", id, got[id], want)
		}
	}
}

func TestTheWordIsWhatOneDidInTheIncidentFirst(t *testing.T) {
	h := Header{Facilitator: "f", NoteTaker: "n"}
	for _, c := range []struct {
		a    Attendee
		want string
	}{
		{Attendee{Roles: Decisions | Responded | Diagnosed}, "Responder"},
		{Attendee{Roles: Decisions | Diagnosed | Affected}, "Analyst"},
		{Attendee{Roles: Identified | Affected}, "Observer"},
		{Attendee{Roles: Decisions | Affected}, "Affected"},
		{Attendee{Roles: Decisions}, "Involved"},
		{Attendee{ID: "f", Roles: Decisions}, "Involved"},
		{Attendee{ID: "f", Roles: Interested}, "Moderator"},
		{Attendee{ID: "n"}, "Person"},
		{Attendee{Roles: Interested}, "Guest"},
		{Attendee{}, "Person"},
	} {
		if got := roleWord(h, c.a); got != c.want || !isRoleWord(got) {
			t.Errorf("%v: got %q, want %q", c.a.Roles.Words(), got, c.want)
		}
	}
}
