package names_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"debrief/model/names"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWhatIsTypedOverAShownTextKeepsTheNamesInIt(t *testing.T) {
	n := names.Of(team(t))
	for _, c := range []struct{ stored, typed, want string }{
		// stored is shown with roles; typed is what a person made of that.
		{"Ana paged Ben", "Responder A paged Responder B", "Ana paged Ben"},
		{"Ana paged Ben", "Responder A called Responder B", "Ana called Ben"},
		{"Ana Silva paged ben", "Then Responder A paged Responder B again", "Then Ana Silva paged ben again"},
		{"Ben, then Ben Okafor, then @BEN", "Responder B, Responder B and @b, too", "Ben, Ben Okafor and @BEN, too"},
		{"Ben, then Ben Okafor", "Responder B", "Ben"},
		{"Ana's graph", "the graph of Responder A", "the graph of Ana"},
		{"see https://wiki/~ben/x", "see https://wiki/~b/y", "see https://wiki/~ben/y"},
		{"no name here", "Responder A was here", "Ana Silva was here"},
		{"", "@b saw it, Affected C too", "@ben saw it, Mia O'Brien too"},
		{"", "Affected A, Host A, Responder Z and responder a", "Affected A, Host A, Responder Z and responder a"},
		{"", "Guest" + names.Unbroken + "A", "Ana Silva"}, // from the screen, before the role changed
		{"", "the b-side, a@b.example and @b.example", "the b-side, a@b.example and @b.example"},
		{"It read Responder A then; Ana", "It read Responder A first; Responder A", "It read Responder A first; Ana"},
		{"Ana", "", ""},
		{"asked @ben", "asked @bo", "asked @bo"},
		{"asked @ben", "asked @b, too", "asked @ben, too"},
		{"a Guest x", "a Guest D", "a Jo Brandt"},
		{"a day B", "a day Responder B", "a day Ben Okafor"},
		{"Ana", "Responder A, Responder A", "Ana, Ana Silva"},
		{"", "Ana paged Ben", "Ana paged Ben"},
		{"王伟说", "Responder H又说", "王伟又说"},
		{"", "Person I/A called, and @b/c", "Person I/A called, and @b/c"}, // which of them nobody said
		{"", "Responder A/Responder B, Responder B/C and Responder A/day", "Ana Silva/Ben Okafor, Responder B/C and Ana Silva/day"},
		{"it was _Ben_, ana_silva", "it was _Responder B_, Responder A, too", "it was _Ben_, ana_silva, too"},
	} {
		for _, typed := range []string{c.typed, strings.NewReplacer("Responder ", "Responder"+names.Unbroken, "Affected ", "Affected"+names.Unbroken).Replace(c.typed)} {
			if typed != c.typed && (c.stored == "" || strings.Contains(c.stored, "Responder")) {
				continue // typed by hand, with an ordinary space
			}
			if got := n.Back(c.stored, typed); got != c.want {
				t.Errorf("%q over %q: got %q, want %q", typed, c.stored, got, c.want)
			}
		}
	}
	if got := (*names.Names)(nil).Back("", "Responder A"); got != "Responder A" {
		t.Errorf("while names are on a role is a word: %q", got)
	}
}

// Words of any text are changed one at a time while names are off; every other word, and every
// name, stays as it was.
func TestChangingAWordWhileNamesAreOffLosesNoOther(t *testing.T) {
	p := team(t)
	n := names.Of(p)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"Ana", "Ana Silva", "@ana", "ANA:", "Ben's", "ben,", "bokafor", "@Ben.", "Will", "will",
			"Mia O’Brien", "王伟", "https://w/~ben/", "Responder", "A", "the", "pool,", "at 14:09", "\n", "- lag", "`code`", "é"}), 1, 14).Draw(t, "words")
		stored := strings.Join(words, " ")
		shown := n.Hide(stored)
		if back := n.Back(stored, shown); back != stored {
			t.Fatalf("unchanged, %q came back as %q", stored, back)
		}
		i := rapid.IntRange(0, len(words)-1).Draw(t, "changed")
		change := rapid.SampledFrom([]string{"", "changed", "changed twice"}).Draw(t, "to")
		before, after := strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")
		if i > 0 {
			before += " "
		}
		if i < len(words)-1 {
			after = " " + after
		}
		start, end := len(before), len(before)+len(words[i])
		shown = n.HideAt(model.Postmortem{}, nil, stored, &start, &end)
		if n.Hide(stored[:len(before)])+n.Hide(words[i])+n.Hide(after) != shown {
			t.Skip("a name stands across the place")
		}
		if got, want := n.Back(stored, shown[:start]+change+shown[end:]), before+change+after; got != want {
			if n.Hide(got) == n.Hide(want) {
				return // of two names of one person that stand side by side, either may have been taken out
			}
			t.Fatalf("%q with %q changed to %q: got %q", stored, words[i], change, got)
		}
	})
}

func TestAnyTextComesBackAsItWasStored(t *testing.T) {
	p := team(t)
	n := names.Of(p)
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"Ana", "@", "ben", "Responder B", "Responder\u00a0", "A", "@a",
			"the owner", "Person A/C", "\xff", " ", "/", "王伟", "Jo", "'s"}))).Draw(t, "parts")
		stored := strings.Join(parts, "")
		shown := n.Hide(stored)
		if utf8.ValidString(stored) && !utf8.ValidString(shown) {
			t.Fatalf("%q is shown as %q", stored, shown)
		}
		if got := n.Back(stored, shown); got != stored {
			t.Fatalf("%q came back as %q", stored, got)
		}
		if got := n.Back(stored, shown+" x"); got != stored+" x" {
			t.Fatalf("%q with a word behind it came back as %q", stored, got)
		}
		if got := n.Back(stored, "x "+shown); got != "x "+stored {
			t.Fatalf("%q with a word before it came back as %q", stored, got)
		}
	})
}

func TestAnEditOnAProjectionWithoutNamesChangesOnlyWhatWasTyped(t *testing.T) {
	ed := edittest.Editor()
	p := team(t)
	ana := p.Attendees[0]
	p.Header.NamesOff = true
	p, e := edittest.MustID(t)(ed.AddEvent(p, model.Event{What: "Ana paged Ben"}, ""))
	p, c := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "Ana alerts Ben", Owner: ana.ID}))
	shown := names.For(p, model.ForRoom)
	if got, want := plain(shown.Events[0].What), "Responder A paged Responder B"; got != want {
		t.Errorf("shown is %q, want %q", got, want)
	}
	if got, want := plain(shown.Countermeasures[0].Text), "The owner alerts Responder B"; got != want {
		t.Errorf("shown is %q, want %q", got, want)
	}

	// Whoever writes whole rows of the projection back writes no role.
	after := p
	after.Attendees, after.Events = slices.Clone(shown.Attendees), slices.Clone(shown.Events)
	after.Countermeasures = slices.Clone(shown.Countermeasures)
	edittest.WantSame(t, names.PutNamesBack(p, after), p)

	after.Events[0].What += " again"
	after.Countermeasures[0].Text = "The owner pages" + names.Unbroken + "nobody"
	after.Learnings = []model.Learning{{ID: "l", Kind: model.Lucky, Text: "Responder A was here, @b too"}}
	back := names.PutNamesBack(p, after)
	for _, w := range []struct{ got, want string }{
		{back.Events[0].What, "Ana paged Ben again"},
		{back.Countermeasures[0].Text, "Ana pages" + names.Unbroken + "nobody"},
		{back.Learnings[0].Text, "Ana Silva was here, @ben too"},
		{back.Attendees[0].Name, "Ana Silva"},
	} {
		if w.got != w.want {
			t.Errorf("got %q, want %q", w.got, w.want)
		}
	}
	if back.Events[0].ID != e || back.Countermeasures[0].ID != c {
		t.Error("rows changed their ids")
	}
}

func TestTypedRolesAndLettersMeanThePersonWhileNamesAreOff(t *testing.T) {
	ed := edittest.Editor()
	p := team(t)
	p.Header.NamesOff = true
	for _, typed := range []string{"@b", "@B", "@ben", "Responder B", "Responder" + names.Unbroken + "B", "Ben Okafor", "ben"} {
		next, id := edittest.MustID(t)(ed.EnsurePerson(p, typed))
		if id != p.Attendees[1].ID || len(next.Attendees) != len(p.Attendees) {
			t.Errorf("%q is %s, want Ben; %d people", typed, id, len(next.Attendees))
		}
	}
	on := p
	on.Header.NamesOff = false
	if next, _ := edittest.MustID(t)(ed.EnsurePerson(on, "@b")); len(next.Attendees) != len(p.Attendees)+1 {
		t.Error("with names on, @b is a new person")
	}
}
