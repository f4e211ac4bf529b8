package names_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"debrief/model/names"
	"strings"
	"testing"
)

// called is a record of these people: name, handle and roles, in the order of their letters.
func called(t testing.TB, people ...model.Attendee) model.Postmortem {
	t.Helper()
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for _, a := range people {
		p, _ = edittest.MustID(t)(ed.AddAttendee(p, a))
	}
	return p
}

func team(t testing.TB) model.Postmortem {
	return called(t,
		model.Attendee{Name: "Ana Silva", Handle: "ana", Roles: model.Responded | model.Identified},
		model.Attendee{Name: "Ben Okafor", Other: model.ListOf("bokafor", "Benny"), Roles: model.Responded | model.Decisions},
		model.Attendee{Name: "Mia O'Brien", Roles: model.Affected},
		model.Attendee{Name: "Jo Brandt", Roles: model.Interested},
		model.Attendee{Name: "Will May", Roles: model.Diagnosed},
		model.Attendee{Name: "Payments team", Handle: "paydesk", Roles: model.Decisions},
		model.Attendee{Name: "Anne-Marie van der Berg", Handle: "am.berg", Roles: model.Identified},
		model.Attendee{Name: "王伟", Handle: "wei", Roles: model.Responded},
		model.Attendee{Name: "Elena Page", Handle: "elena"})
}

// plain is a text with the space that no row ends at as an ordinary one.
func plain(text string) string { return strings.ReplaceAll(text, names.Unbroken, " ") }

func TestNamesInTextsGiveWayToRoles(t *testing.T) {
	n := names.Of(team(t))
	for _, c := range []struct{ text, want string }{
		{"Ana paged Ben", "Responder A paged Responder B"},
		{"Ana Silva and ben okafor looked", "Responder A and Responder B looked"},
		{"ANA: seen", "Responder A: seen"},
		{"14:08 ben: pool is flat", "14:08 Responder B: pool is flat"},
		{"Ana's graph, Ana’s too", "Responder A's graph, Responder A’s too"},
		{"asked @ana, then @BEN.", "asked @a, then @b."},
		{"(@bokafor) and Benny", "(@b) and Responder B"},
		{"Silva called", "Responder A called"},
		{"Ananas, Benin, banana and Silvan stay", "Ananas, Benin, banana and Silvan stay"},
		{"anadb and ben2 are systems", "anadb and ben2 are systems"},
		{"_Ben_ asked, __Ben__ and Ben_ too", "_Responder B_ asked, __Responder B__ and Responder B_ too"},
		{"user=ben_okafor, dir ana_silva/, Ana_Silva", "user=Responder B, dir Responder A/, Responder A"},
		{"_@ben_ and /home/ana_silva/x", "_@b_ and /home/a/x"},
		{"Mia O'Brien, O’Brien and mia", "Affected C, Affected C and Affected C"},
		{"Jo said so; JO and jo are something else", "Guest D said so; JO and jo are something else"},
		{"@jo and @Jo", "@d and @d"},
		{"Ana\nSilva", "Responder A"},
		{"https://wiki/~ben/ana-silva.html?u=ben", "https://wiki/~b/a-a.html?u=b"},
		{"mail to ana.silva@example.com", "mail to a.a@example.com"},
		{"Ana/Ben on call", "Responder A/Responder B on call"},
		{"ben-laptop", "Responder B-laptop"},
		{"the Payments team agreed", "the Involved F agreed"},
		{"the payments service and the team", "the payments service and the team"},
		{"Anne-Marie, Anne and Marie; van der Berg", "Observer G, Observer G and Observer G; van der Observer G"},
		{"王伟说延迟很高", "Responder H说延迟很高"},
		{"", ""}, {"@", "@"}, {"Ana", "Responder A"}, {"\xff Ana \xff", "\xff Responder A \xff"},
	} {
		if got := plain(n.Hide(c.text)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
	if got := (*names.Names)(nil).Hide("Ana"); got != "Ana" {
		t.Errorf("nobody is known, but %q was made of it", got)
	}
}

func TestANameThatIsAWordCountsOnlyWhereItIsAName(t *testing.T) {
	n := names.Of(team(t))
	for _, c := range []struct{ text, want string }{
		{"Will restarted the pool", "Analyst E restarted the pool"},
		{"it will; Will the pool hold? Will it?", "it will; Will the pool hold? Will it?"},
		{"we asked Will", "we asked Analyst E"},
		{"Will's graph", "Analyst E's graph"},
		{"Will May looked; will may", "Analyst E looked; Analyst E"},
		{"May 12, 12 May and in May; it may be", "May 12, 12 May and in May; it may be"},
		{"May be; the call with May", "May be; the call with Analyst E"},
		{"Page: checkout latency above 2 s", "Page: checkout latency above 2 s"},
		{"the page went to Page", "the page went to Person I"},
		{"Elena Page opened the page", "Person I opened the page"},
		{"@will and @page", "@e and @i"},
	} {
		if got := plain(n.Hide(c.text)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestANameIsKnownWithItsMarksApart(t *testing.T) {
	apart := strings.NewReplacer("é", "e\u0301", "ú", "u\u0301", "ñ", "n\u0303", "Ö", "O\u0308", "ễ", "e\u0302\u0303", "É", "E\u0301", "Ú", "U\u0301", "Ñ", "N\u0303", "й", "и\u0306", "Й", "И\u0306", "ά", "α\u0301")
	whole := called(t, model.Attendee{Name: "José Núñez", Roles: model.Responded}, model.Attendee{Name: "Özil Nguyễn"}, model.Attendee{Name: "Élodie May"},
		model.Attendee{Name: "Андрей"}, model.Attendee{Name: "Κοσμάς"}, model.Attendee{Name: "Λάκη"})
	pasted := called(t, model.Attendee{Name: apart.Replace("José Núñez"), Roles: model.Responded}, model.Attendee{Name: apart.Replace("Özil Nguyễn")},
		model.Attendee{Name: apart.Replace("Élodie May")},
		model.Attendee{Name: apart.Replace("Андрей")}, model.Attendee{Name: apart.Replace("Κοσμάς")}, model.Attendee{Name: apart.Replace("Λάκη")})
	for i, p := range []model.Postmortem{whole, pasted} {
		n := names.Of(p)
		for _, c := range []struct{ text, want string }{
			{"Núñez saw it", "Responder A saw it"},
			{"josé núñez, then NÚÑEZ", "Responder A, then Responder A"},
			{"Özil and Nguyễn", "Person B and Person B"},
			{"Élodie called", "Person C called"},
			{"Андрей, АНДРЕЙ", "Person D, Person D"},
			{"Κοσμάς and Λάκη", "Person E and Person F"},
			{"Nunez is a place", "Nunez is a place"},
		} {
			for _, text := range []string{c.text, apart.Replace(c.text)} {
				got := n.Hide(text)
				if plain(got) != c.want {
					t.Errorf("%d, %q: got %q, want %q", i, text, got, c.want)
				}
				if back := n.Back(text, got+" x"); back != text+" x" {
					t.Errorf("%d, %q came back as %q", i, text, back)
				}
			}
		}
	}
}

func TestANameOfSeveralPeopleSaysWhichTheyMayBe(t *testing.T) {
	n := names.Of(called(t, model.Attendee{Name: "Ana Silva", Roles: model.Responded}, model.Attendee{Name: "Ben Okafor"}, model.Attendee{Name: "Ana Berg"}))
	for _, c := range []struct{ text, want string }{
		{"Ana looked", "Person A/C looked"},
		{"Ana Berg and Berg", "Person C and Person C"},
		{"@ana and @anab", "@a and @c"},
	} {
		if got := plain(n.Hide(c.text)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPlacesMoveWithTheText(t *testing.T) {
	n := names.Of(team(t))
	text := "Ana should have called Ben then"
	start, end, inside := strings.Index(text, "should"), strings.Index(text, " called"), strings.Index(text, "en then")
	got := n.HideAt(model.Postmortem{}, nil, text, &start, &end, &inside)
	if got[start:end] != "should have" || plain(got[:inside]) != "Responder A should have called Responder B" {
		t.Errorf("%q, %q, %q", got, got[start:end], got[:inside])
	}
}
