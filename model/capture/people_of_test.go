package capture_test

import (
	"testing"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/names"
)

// off is a record with names off; Bo has the handle that is Chao's letter.
func off() *model.Index {
	p := model.Postmortem{Header: model.Header{NamesOff: true}, Attendees: []model.Attendee{
		{ID: "1", Name: "Ana Silva", Handle: "ana", Seat: 1, Roles: model.Responded, Pos: "a"},
		{ID: "2", Name: "Ben Okafor", Handle: "ben", Seat: 2, Roles: model.Affected, Pos: "b"},
		{ID: "3", Name: "Chao Lin", Handle: "chao", Other: "clin", Seat: 3, Pos: "c"},
		{ID: "4", Name: "Bo Berg", Handle: "c", Seat: 4, Pos: "d"},
	}}
	return names.IndexFor(p, model.ForRoom)
}

func TestWithNamesOffPeopleAreFoundByLetterAndNameAndToldByRole(t *testing.T) {
	roles, owners := capture.PeopleOf(off()), capture.OwnersOf(off())
	for _, c := range []struct{ word, id, role, owner string }{
		{"b", "2", "Affected\u00a0B", "Ben Okafor"},
		{"B", "2", "Affected\u00a0B", "Ben Okafor"},
		{"ben", "2", "Affected\u00a0B", "Ben Okafor"},
		{"Ben Okafor", "2", "Affected\u00a0B", "Ben Okafor"},
		{"be", "", "", ""},                      // Ben, or Bo Berg
		{"c", "3", "Person\u00a0C", "Chao Lin"}, // the letter goes before the handle
		{"clin", "3", "Person\u00a0C", "Chao Lin"},
		{"bo", "4", "Person\u00a0D", "Bo Berg"},
		{"zoe", "", "", ""},
	} {
		for _, people := range []struct {
			capture.People
			name string
		}{{roles, c.role}, {owners, c.owner}} {
			found := people.Find(c.word)
			switch {
			case c.id == "" && len(found) == 1:
				t.Errorf("%q is %s", c.word, found[0].Name)
			case c.id != "" && (len(found) != 1 || string(found[0].ID) != c.id || found[0].Name != people.name):
				t.Errorf("%q: got %+v, want %s", c.word, found, people.name)
			}
		}
	}
}

func TestCompletionWithNamesOffOffersLettersAndOwnersBegun(t *testing.T) {
	for _, c := range []struct {
		people capture.People
		typed  string
		want   []string
	}{
		{capture.PeopleOf(off()), "", []string{"@a", "@b", "@c", "@d"}},
		{capture.PeopleOf(off()), "ben", []string{"@b"}},
		{capture.PeopleOf(off()), "resp", []string{"@a"}},
		{capture.OwnersOf(off()), "", nil},
		{capture.OwnersOf(off()), "a", []string{"@ana"}},
		{capture.OwnersOf(off()), "be", []string{"@ben"}},
	} {
		var got []string
		for _, one := range capture.Candidates(capture.Open{Kind: capture.TokenPerson, Prefix: c.typed}, capture.Context{People: c.people}) {
			got = append(got, one.Text)
		}
		if len(got) != len(c.want) {
			t.Errorf("%q offers %v, want %v", c.typed, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q offers %v, want %v", c.typed, got, c.want)
				break
			}
		}
	}
}

func TestASharedBeginningNamesNobodyWhereOwnersAreTyped(t *testing.T) {
	c := capture.Context{Phase: model.PhaseCountermeasures, People: capture.OwnersOf(off())}
	l := capture.Read(">@be by fri", -1, c)
	if got, want := l.Check(true), "@be fits several people: type more of it"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
