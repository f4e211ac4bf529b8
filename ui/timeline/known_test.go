package timeline_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen/screentest"
)

// knew is what is said of who learned of a row of the sample, person by person.
func knew(b *screentest.Stage, row string) string {
	var all []string
	for _, k := range b.Index.KnowingsOf(sample.ID(row)) {
		who := b.Index.Person(k.Attendee).Handle
		if k.Attendee == "" {
			who = "all"
		}
		words := string(k.State)
		if k.State == model.KnownAt {
			words = k.When.Full(screentest.Zone(b.T))
		}
		all = append(all, who+" "+words)
	}
	return strings.Join(all, "; ")
}

func TestWhenItBecameKnownIsSaidPersonByPerson(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{">known 14:21 @ben", "ben 2026-03-12 14:21"},
		{">k 14:21", "all 2026-03-12 14:21"},
		{">k at once @ana @ben", "ana at once; ben at once"},
		{">k @ana @ben ~14:21", "ana ~2026-03-12 14:21; ben ~2026-03-12 14:21"},
		{">k nobody @ben", "ben nobody has said yet"},
		{">k nobody has said yet", "all nobody has said yet"},
		{">k 14:21 @payments", "ana 2026-03-12 14:21; ben 2026-03-12 14:21; omar 2026-03-12 14:21"},
		{">k 14:21 @jo", "jo 2026-03-12 14:21"},
		{">k fri 09:00 @ben", "ben 2026-03-13 09:00"},
	} {
		b := room(t).Mark("errors").Type(c.line)
		b.Want(c.line, knew(b, "errors"), c.want)
	}
	b := room(t).Mark("lag").Type(">k 14:15 @ben").Type(">k nobody @ben").Type(">k at once @ana")
	b.Want("the latest word of a person counts", knew(b, "lag"), "ben nobody has said yet; ana at once")
	b.Type(*b.Command(keymap.WhenKnown).Out.Line + "14:30 @ben")
	b.Want("by the key", knew(b, "lag"), "ben 2026-03-12 14:30; ana at once")
}

func TestARowWithoutATimeBecomesKnownAtOne(t *testing.T) {
	b := room(t).Mark("page").Type("Second screen goes up in the room")
	id := marked(b).ID
	b.Type(">k 14:07 @ben")
	k := b.Index.KnowingsOf(id)
	if len(k) != 1 || k[0].When.Full(screentest.Zone(t)) != "2026-03-12 14:07" {
		t.Errorf("%v (%s)", k, b.Said)
	}
	if !strings.Contains(b.Text(), "known  14:07 to Ben") {
		t.Errorf("the strip does not say so:\n%s", b.Text())
	}
}

func TestTheFormTakesWhoKnewAndGivesItBack(t *testing.T) {
	for _, c := range []struct{ text, want, again string }{
		{"at once @ben; 14:15 @ana", "ben at once; ana 2026-03-12 14:15", "at once @ben; 14:15 @ana"},
		{"14:15 @ana @ben; nobody @chao", "ana 2026-03-12 14:15; ben 2026-03-12 14:15; chao nobody has said yet", "14:15 @ana; 14:15 @ben; nobody has said yet @chao"},
		{"nobody has said yet", "all nobody has said yet", "nobody has said yet"},
		{"~14:21", "all ~2026-03-12 14:21", "~14:21"},
		{"2026-03-13 09:00 @ben", "ben 2026-03-13 09:00", "2026-03-13 09:00 @ben"},
		{"~2026-03-13 09:00 @ben; at once", "ben ~2026-03-13 09:00; all at once", "~2026-03-13 09:00 @ben; at once"},
		{"14:15-14:20 @ana", "ana 2026-03-12 14:15-14:20", "14:15-14:20 @ana"},
		{"14:15 @search", "chao 2026-03-12 14:15", "14:15 @chao"},
	} {
		b := opened(t, "errors")
		b.Fill(map[string]string{"Known": c.text})
		b.Want(c.text, knew(b, "errors"), c.want)
		b.Type("")
		field, _ := b.Down(known).Field()
		b.Want("it comes back as", field.Text, c.again)
		was := knew(b, "errors")
		b.Fill(map[string]string{"Known": c.again + "; 15:00 @mia"})
		b.Want("with one more", knew(b, "errors"), was+"; mia 2026-03-12 15:00")
	}
}

// Ben read the mail on the next morning, and the list told the room 09:00.
func TestATimeOfAnotherDayNamesItsDay(t *testing.T) {
	b := room(t).Mark("lag").Type(">k fri 09:00 @ben")
	b.Want("reads", b.Reads(">k fri 09:00 @ben"), "known to @ben Ben Okafor at 09:00 on Fri 13 Mar 2026")
	b.Want("row", rowOf(b, "13:52"), "> 13:52        Fri    Replica lag passes 90 s, mail to the db list  ben")
	if !strings.Contains(b.Text(), "known  Fri 09:00 to Ben") {
		t.Errorf("the strip does not say so:\n%s", b.Text())
	}
	b.Resize(60, 9)
	b.Want("row", rowOf(b, "13:52"), "> 13:52       (Fri 09:00) Replica lag passes»  ben")
}
