package invitation

import (
	"os"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/names"
	"debrief/model/sample"
)

// index is a record as it is drawn, in the zone of the sample incident.
func index(p model.Postmortem) *model.Index {
	x := model.NewIndex(names.For(p, model.ForRoom))
	x.Zone = time.FixedZone("Europe/Berlin", 3600)
	return x
}

func incident() model.Postmortem {
	return sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
}

func TestTheInvitationOfTheSample(t *testing.T) {
	const golden = "testdata/sample.txt"
	got := Text(index(incident()), "learning review")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the invitation differs from %s (UPDATE_GOLDEN=1 writes it anew):\n%s", golden, got)
	}
}

// A record that was made a minute ago says what is still to be settled.
func TestWhatIsNotKnownYetIsSaid(t *testing.T) {
	ed := edit.Editor{NewID: func() model.ID { return sample.ID("new") }, Now: time.Now}
	p, err := ed.NewPostmortem("Checkout slow", "UTC")
	if err != nil {
		t.Fatal(err)
	}
	want := `Post-mortem: Checkout slow

When: not settled yet; it takes 60 minutes
Where: not settled yet

What we review: an unscheduled incident.
We want to learn how normal work led there, from how it looked to each of us at the time. Nobody is on trial.

Views that are still missing: someone who took part in decisions, someone who noticed it, someone who responded, someone who diagnosed it, someone affected. If you can tell how it was from there, please come; if you know who can, please pass this on.
Anyone who is interested may come, also to listen and to learn.

Please bring what you have of that day: chat, graphs, tickets, messages, notes of your own.
`
	if got := Text(index(p), ""); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAMeetingOverMidnightNamesTheDayOfItsEnd(t *testing.T) {
	p := incident()
	p.Sessions[0].PlannedAt, p.Sessions[0].Minutes = time.Date(2026, 3, 19, 22, 30, 0, 0, time.UTC), 90
	want := "When: Thu 19 Mar 2026, 23:30 to Fri 01:00 Europe/Berlin, 90 minutes\n"
	if got := Text(index(p), ""); !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

func TestNothingPrivateIsInIt(t *testing.T) {
	p := incident()
	for i := range p.Attendees {
		p.Attendees[i].Private = p.Attendees[i].Handle == "omar"
	}
	for i := range p.Artefacts {
		p.Artefacts[i].Private = true
	}
	if got := Text(index(p), ""); strings.Contains(got, "Omar") || strings.Contains(got, "We have already") {
		t.Errorf("it tells what is private:\n%s", got)
	}
}

func TestForeignTextStaysOnItsLineAndGivesNoOrder(t *testing.T) {
	for text, want := range map[string]string{
		"two\nlines\r\nand\ttabs\u2028more":  "two lines and tabs more",
		"@everyone look":                     "@ everyone look",
		"(@here) <@U123> @":                  "(@ here) <@ U123> @",
		"ana@example.org or a+b@example.org": "ana@example.org or a+b@example.org",
		"https://x.example/@ana/1":           "https://x.example/%40ana/1",
		"<!channel> hi":                      "< !channel> hi",
		"[status](https://evil.example/@a)":  "[status] (https://evil.example/%40a)",
		"a\x1b[31mred\x00\u202e\u200bb":      "a�[31mred���b",
		"bad \xff byte":                      "bad � byte",
		"👩\u200d🔧 was on call":               "👩\u200d🔧 was on call",
		"  ":                                 "",
	} {
		if got := foreign(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Whatever is typed, the invitation has as many lines, and each begins with words of ours.
func FuzzForeignTextMakesNoLine(f *testing.F) {
	f.Add("Checkout\n\nSubject: @everyone", "Room 4", "Ana")
	lines := strings.Count(Text(index(typed("a", "b", "c")), ""), "\n")
	f.Fuzz(func(t *testing.T, title, where, name string) {
		if strings.TrimSpace(title) == "" || foreign(where) == "" || foreign(name) == "" {
			t.Skip()
		}
		got := Text(index(typed(title, where, name)), "")
		if n := strings.Count(got, "\n"); n != lines {
			t.Errorf("%d lines, want %d:\n%s", n, lines, got)
		}
		for _, r := range got {
			if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) {
				t.Errorf("the control %U is in it", r)
			}
		}
	})
}

func typed(title, where, name string) model.Postmortem {
	return model.Postmortem{
		Header:    model.Header{Title: title},
		Attendees: []model.Attendee{{ID: sample.ID("a"), Name: name, Pos: "a0"}},
		Sessions:  []model.Session{{ID: sample.ID("s"), Where: where, Pos: "a0"}},
	}
}

func TestALongImpactIsCutAtAWord(t *testing.T) {
	p := incident()
	p.Incident.Impact = strings.Repeat("word ", 100)
	got := Text(index(p), "")
	if !strings.Contains(got, "word …\n") || strings.Contains(got, strings.Repeat("word ", 60)) {
		t.Errorf("the impact is not cut:\n%s", got)
	}
}
