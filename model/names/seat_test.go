package names_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/names"
	"slices"
	"testing"
)

func TestALetterStaysTheSamePerson(t *testing.T) {
	ed := edittest.Editor()
	p := called(t, model.Attendee{Name: "Ana"}, model.Attendee{Name: "Ben", Roles: model.Responded}, model.Attendee{Name: "Chao"})
	name := func(p model.Postmortem, i int) string {
		p.Header.NamesOff = true
		return plain(names.For(p, model.ForRoom).Attendee(p.Attendees[i].ID).Name)
	}
	if got := name(p, 1); got != "Responder B" {
		t.Fatalf("Ben is %q", got)
	}
	ben := p.Attendees[1].ID
	p = edittest.Must(t)(ed.Move(p, model.Attendees, ben, -1))
	p, _ = edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Dana"}))
	p = edittest.Must(t)(edit.Change(ed, p, ben, func(a *model.Attendee) { a.Roles = model.Affected }))
	p = edittest.Must(t)(ed.Set(p, model.Attendee{ID: ben, Name: "Ben O.", Handle: "ben", Roles: model.Affected}))
	p = edittest.Must(t)(ed.Remove(p, model.Attendees, p.Attendees[0].ID))
	i := slices.IndexFunc(p.Attendees, func(a model.Attendee) bool { return a.ID == ben })
	if got := name(p, i); got != "Affected B" {
		t.Errorf("after all that Ben is %q, want Affected B", got)
	}
	if got := name(p, len(p.Attendees)-1); got != "Person D" {
		t.Errorf("Dana is %q, want Person D", got)
	}
}

func TestPeopleOfAnOlderRecordGetTheirSeatsWhenNamesAreTurnedOff(t *testing.T) {
	ed := edittest.Editor()
	p := called(t, model.Attendee{Name: "Ana"}, model.Attendee{Name: "Ben"})
	for i := range p.Attendees {
		p.Attendees[i].Seat = 0
	}
	p, _ = edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Chao"}))
	p.Header.PageNamesOff = true
	before := names.For(p, model.ForExternalPage).Attendees
	p = edittest.Must(t)(ed.TurnPageNames(p, true))
	for i, want := range []int{1, 2, 3} {
		if got := p.Attendees[i].Seat; got != want {
			t.Errorf("%s has seat %d, want %d", p.Attendees[i].Name, got, want)
		}
		if after := names.For(p, model.ForExternalPage).Attendees[i].Name; after != before[i].Name {
			t.Errorf("%s was %s before there were seats, and is %s", p.Attendees[i].Name, before[i].Name, after)
		}
	}
	again := edittest.Must(t)(ed.TurnPageNames(p, true))
	edittest.WantSame(t, peopleAlone(again.Attendees), peopleAlone(p.Attendees))
}

// peopleAlone is a record of people alone, to compare them.
func peopleAlone(people []model.Attendee) model.Postmortem {
	return model.Postmortem{Attendees: people}
}

func TestTwoPeopleOfOneSeatHaveLettersOfTheirOwn(t *testing.T) {
	got := model.LettersOf([]model.Attendee{{ID: "c", Seat: 2}, {ID: "a", Seat: 2}, {ID: "b", Seat: 1}, {ID: "d", Seat: 27}, {ID: "e", Seat: 703}})
	for id, want := range map[model.ID]string{"a": "B", "c": "B2", "b": "A", "d": "AA", "e": "AAA"} {
		if got[id] != want {
			t.Errorf("%s is %q, want %q", id, got[id], want)
		}
	}
}

func TestTheWordIsWhatOneDidInTheIncidentFirst(t *testing.T) {
	h := model.Header{Facilitator: "f", NoteTaker: "n"}
	for _, c := range []struct {
		a    model.Attendee
		want string
	}{
		{model.Attendee{Roles: model.Decisions | model.Responded | model.Diagnosed}, "Responder"},
		{model.Attendee{Roles: model.Decisions | model.Diagnosed | model.Affected}, "Analyst"},
		{model.Attendee{Roles: model.Identified | model.Affected}, "Observer"},
		{model.Attendee{Roles: model.Decisions | model.Affected}, "Affected"},
		{model.Attendee{Roles: model.Decisions}, "Involved"},
		{model.Attendee{ID: "f", Roles: model.Decisions}, "Involved"},
		{model.Attendee{ID: "f", Roles: model.Interested}, "Moderator"},
		{model.Attendee{ID: "n"}, "Person"},
		{model.Attendee{Roles: model.Interested}, "Guest"},
		{model.Attendee{}, "Person"},
	} {
		if got := names.RoleWord(h, c.a); got != c.want || !names.IsRoleWord(got) {
			t.Errorf("%v: got %q, want %q", c.a.Roles.Words(), got, c.want)
		}
	}
}

func TestALetterStaysThePersonWhenTheListChangesInARecordWithoutSeats(t *testing.T) {
	before := team(t)
	for i := range before.Attendees {
		before.Attendees[i].Seat = 0
	}
	before.Header.NamesOff = true
	letters := model.LettersOf(before.Attendees)
	after := before
	after.Attendees = slices.Clone(before.Attendees[1:])
	after = names.PutNamesBack(before, after)
	for _, a := range after.Attendees {
		if got := model.LettersOf(after.Attendees)[a.ID]; got != letters[a.ID] {
			t.Errorf("%s was %s and is %s", a.Name, letters[a.ID], got)
		}
	}
	if same := names.PutNamesBack(before, before); same.Attendees[0].Seat != 0 {
		t.Error("an edit of something else gives seats")
	}
}
