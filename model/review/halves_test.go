package review

import (
	"strings"
	"testing"

	"debrief/model/wording"
)

const ifWeHad = "If we had alerted on replica lag we would have seen it at 13:52"

func TestParkingKeepsWhatElseWasSaid(t *testing.T) {
	by, err := wording.New(wording.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ was, text, fact, idea string }{
		{"", ifWeHad, "At 13:52 there was no alert on replica lag.", "Alert on replica lag"},
		{"", "The graph stood flat. " + ifWeHad + ". I lowered the pool.",
			"The graph stood flat. At 13:52 there was no alert on replica lag. I lowered the pool.", "Alert on replica lag"},
		{"Rebuild starts", "Rebuild starts; " + ifWeHad, "Rebuild starts. At 13:52 there was no alert on replica lag.", "Alert on replica lag"},
		{"Rebuild starts.", "Rebuild starts. " + ifWeHad, "Rebuild starts. At 13:52 there was no alert on replica lag.", "Alert on replica lag"},
		{"Rebuild starts", "Rebuild starts, and we would have", "", ""},
	} {
		fact, idea := halves(by, c.was, c.text, wording.Context{Phase: wording.Timeline})
		if c.fact == "" {
			if !strings.HasPrefix(fact, c.was) {
				t.Errorf("%q loses what was recorded: %q", c.text, fact)
			}
			continue
		}
		if fact != c.fact || idea != c.idea {
			t.Errorf("%q\n got %q and %q\nwant %q and %q", c.text, fact, idea, c.fact, c.idea)
		}
	}
}

func TestSentencesPutTogetherAreTheText(t *testing.T) {
	for _, text := range []string{"", "One", "One. Two! Three? four e.g. five", "One.\n\nTwo\nthree", "Ü. Äb ", "a.B. C", "x\n\n\n- y\n\n"} {
		parts := sentences(text)
		if got := strings.Join(parts, ""); got != text {
			t.Errorf("got %q, want %q", got, text)
		}
	}
	if got := sentences("One. Two at 5.30 p.m. and on.\n\nThree"); len(got) != 3 {
		t.Errorf("%d sentences: %q", len(got), got)
	}
}

func TestOnlyTheSentencesWithTheFoundWordsAreQuoted(t *testing.T) {
	by, err := wording.New(wording.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, who, want string }{
		{"It would have been worse", "", "“It would have been worse”"},
		{"Many saw it. It would have been worse. Support had mail.", "Ben", "Many saw it. Ben: “It would have been worse.” Support had mail."},
		{"We would have seen it. We could have paged.  Nobody did.", "", "“We would have seen it. We could have paged.”  Nobody did."},
		{"We would have seen it.\n\nWe could have paged.", "Ben", "Ben: “We would have seen it.”\n\nBen: “We could have paged.”"},
		{"Nothing to quote.", "Ben", "Nothing to quote."},
	} {
		holds := func(text string) bool { return len(Firm(by.Check(text, wording.Context{Phase: wording.Timeline}))) > 0 }
		if got := inQuotes(c.text, c.who, holds); got != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}
