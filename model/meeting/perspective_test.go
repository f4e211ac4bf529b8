package meeting_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"fmt"
	"strings"
	"testing"
)

// told is a timeline of which each row is told by some people: "ben", "ana ben", "" for nobody,
// "?" where nobody is named.
func told(t testing.TB, p model.Postmortem, ed edit.Editor, rows ...string) *model.Index {
	t.Helper()
	handles := model.NewIndex(p)
	for i, who := range rows {
		var id model.ID
		var err error
		if p, id, err = ed.AddEvent(p, model.Event{What: fmt.Sprint("row ", i), When: edittest.At(i)}, ""); err != nil {
			t.Fatal(err)
		}
		for handle := range strings.FieldsSeq(who) {
			a, _ := handles.Handle(handle)
			if p, _, err = ed.AddAccount(p, model.Account{Event: id, Attendee: a.ID, Text: "words"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return model.NewIndex(p)
}

// crew is a record with people: "ana payments identified,responded".
func crew(t testing.TB, people ...string) (edit.Editor, model.Postmortem) {
	t.Helper()
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for _, one := range people {
		words := append(strings.Fields(one), "-", "-")
		a := model.Attendee{Handle: words[0], Name: model.Capital(words[0])}
		if words[1] != "-" {
			a.Team = words[1]
		}
		for role := range strings.SplitSeq(words[2], ",") {
			if r, ok := model.ParseRole(role); ok {
				a.Roles |= r
			}
		}
		var err error
		if p, _, err = ed.AddAttendee(p, a); err != nil {
			t.Fatal(err)
		}
	}
	return ed, p
}

func TestStretchesThatOneSideSawAreFound(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		want string
	}{
		{"nothing is told", []string{"", "", ""}, ""},
		{"two rows happen by themselves", []string{"ben", "ben", "ana"}, ""},
		{"three in a row", []string{"ana", "ben", "ben", "ben", "ana"}, "1-3 ben, 3 rows"},
		{"rows that nobody told of are in between", []string{"ben", "", "ben", "", "ben", ""}, "0-4 ben, 3 rows"},
		{"a second view ends it", []string{"ben", "ben", "ben ana", "ben", "ben"}, ""},
		{"words of nobody named may be from any side", []string{"ben", "ben", "?", "ben", "ben"}, ""},
		{"two accounts of one person are one view", []string{"ben ben", "ben", "ben"}, "0-2 ben, 3 rows"},
		{"one after the other", []string{"ana", "ana", "ana", "ben", "ben", "ben", "ben"}, "0-2 ana, 3 rows; 3-6 ben, 4 rows"},
		{"one role of several people", []string{"chao", "dana", "chao dana", "ana"}, "0-2 responded, 3 rows"},
		{"one role, and one person in it", []string{"chao", "chao", "chao", "dana"}, "0-2 chao, 3 rows; 0-3 responded, 4 rows"},
		{"one person of one role is said once", []string{"chao", "chao", "chao"}, "0-2 chao, 3 rows"},
		{"whoever holds two roles sees two sides", []string{"ana", "chao", "ana", "chao"}, ""},
		{"without a role there is no side", []string{"emre", "chao", "emre", "dana"}, ""},
	} {
		ed, p := crew(t, "ana payments identified,responded", "ben payments decisions,diagnosed", "chao search responded", "dana search responded", "emre")
		x := told(t, p, ed, c.rows...)
		var all []string
		for _, s := range meeting.OneSided(x) {
			who := x.Person(s.Person).Handle
			if s.Person == "" {
				who = s.Role.String()
			}
			all = append(all, fmt.Sprintf("%d-%d %s, %d rows", s.First, s.Last, who, s.Rows))
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhoeverIsAloneInTheRecordIsNoStretch(t *testing.T) {
	ed, p := crew(t, "ben")
	if all := meeting.OneSided(told(t, p, ed, "ben", "ben", "ben", "ben")); len(all) > 0 {
		t.Errorf("got %v", all)
	}
}

func TestLanesArePeopleThenTeamsThenRoles(t *testing.T) {
	ed, p := crew(t, "ana payments identified,responded", "ben payments decisions,diagnosed", "chao search decisions",
		"dana support affected", "emre", "farah search interested")
	x := told(t, p, ed, "chao", "ben ana", "", "?", "dana emre")
	farah, _ := x.Handle("farah")
	x = model.NewIndex(edittest.Must(t)(ed.SetKnowing(x.Postmortem, x.Events[2].ID, farah.ID, model.NobodySaid, model.Moment{})))
	show := func(x *model.Index, most int) string {
		var all []string
		for _, l := range meeting.Lanes(x, most) {
			var who []string
			for _, id := range l.People {
				who = append(who, x.Person(id).Handle)
			}
			all = append(all, l.Name+":"+strings.Join(who, ","))
		}
		return strings.Join(all, " ")
	}
	for most, want := range map[int]string{
		6: ":ana :ben :chao :dana :emre :",
		5: "payments:ana,ben search:chao support:dana no team:emre,",
		4: "payments:ana,ben search:chao support:dana no team:emre,",
		3: "decisions:ben,chao identified:ana responded:ana diagnosed:ben affected:dana no role:emre,",
	} {
		if got := show(x, most); got != want {
			t.Errorf("%d lanes at most: got %q, want %q", most, got, want)
		}
	}
	p = edittest.Must(t)(ed.SetKnowing(x.Postmortem, x.Events[2].ID, farah.ID, model.KnownAt, edittest.At(7)))
	if got, want := show(model.NewIndex(p), 9), ":ana :ben :chao :dana :emre :farah :"; got != want {
		t.Errorf("with a time that she learned of something: got %q, want %q", got, want)
	}
}
