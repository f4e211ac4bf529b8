package capture_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"debrief/model"
	"debrief/model/capture"
)

// pieces are words that mean something in one place or another, and some that never do.
func pieces() []string {
	return []string{
		">", "!", `"`, `\`, `\@ben`, "14:09", "~14:09", "14:12-14:18", "-", "+5m", "25:61", "2026-03-12", "12", "mar", "(14:21)", "known", "k",
		"at", "once", "nobody", "@ben", "@an", "@be", "@jo", "@ben's", "@", "ben@x.org", "#obs", "#d", "#ops", "#12", "#", "by", "fri", "3", "apr",
		"in", "2", "weeks", "done", "when", "declined", "because", "rest", "until", "mon", "OPS-12", "https://x.org/a", "`a", "b`", "``", "away",
		"here", "first", "time", "lag", "is", "back", "zoë", "日本", "é", "’s", "\u00a0", "CET", "UTC", "am", `end"`, `"a"`, "\xff", "\x00",
	}
}

func lines() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces()), 0, 12).Draw(t, "words")
		return strings.Join(words, rapid.SampledFrom([]string{" ", "  ", ""}).Draw(t, "space"))
	})
}

func TestNoLineLosesAWord(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	rapid.Check(t, func(t *rapid.T) {
		c.Phase = model.Phase(rapid.IntRange(0, 7).Draw(t, "phase"))
		text := lines().Draw(t, "text")
		holdsTogether(t, text, rapid.IntRange(-1, len(text)).Draw(t, "cursor"), c)
	})
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// holdsTogether checks what is true of every line: tokens lie on rune borders in order and
// apart from each other, and the words outside them are the text.
func holdsTogether(t failer, text string, cursor int, c capture.Context) capture.Line {
	t.Helper()
	l := capture.Read(text, cursor, c)
	var rest strings.Builder
	at := 0
	border := func(i int) bool { return i == len(text) || i >= 0 && i < len(text) && utf8.RuneStart(text[i]) }
	for _, k := range l.Tokens {
		if k.Start < at || k.End <= k.Start || k.End > len(text) {
			t.Fatalf("%q: tokens overlap or stand in the wrong order: %+v", text, l.Tokens)
		}
		if utf8.ValidString(text) && !(border(k.Start) && border(k.End)) {
			t.Fatalf("%q: token %+v cuts a letter", text, k)
		}
		rest.WriteString(text[at:k.Start])
		if k.Kept {
			rest.WriteString(text[k.Start:k.End])
		}
		at = k.End
	}
	rest.WriteString(text[at:])
	// Joined, so that a sign that is taken off a word counts as no space.
	want := strings.Join(strings.Fields(tidied(rest.String())), "")
	if got := strings.Join(strings.Fields(l.Text), ""); got != want {
		t.Fatalf("%q: text %q, outside tokens %q", text, l.Text, rest.String())
	}
	if !utf8.ValidString(l.Text) || strings.ContainsRune(l.Text, 0) {
		t.Fatalf("%q: text %q cannot be stored", text, l.Text)
	}
	for _, f := range l.Faults {
		if f.Start < 0 || f.End <= f.Start || f.End > len(text) || f.Words == "" {
			t.Fatalf("%q: fault %+v", text, f)
		}
	}
	if o := l.Open; !o.IsZero() && (text[o.Start+1:o.End] != o.Prefix || o.End != cursor) {
		t.Fatalf("%q: open word %+v", text, o)
	}
	if !l.When.IsZero() && !l.When.End.IsZero() && l.When.End.Before(l.When.At) {
		t.Fatalf("%q: %v ends before it begins", text, l.When)
	}
	capture.Candidates(l.Open, c)
	capture.Says(l, c, capture.Around{})
	return l
}

func tidied(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

func FuzzAnyBytesCanBeRead(f *testing.F) {
	for _, s := range []string{
		"14:31 lag back under 5 s #obs @ch", ">known 14:21 @ben", `"I read it so" @mia`, ">@ana by 3 apr done when x", "1.1.1111T14:05",
		"2026-03-13T14:05:00Z", `\@x`, "~", "+", "@", "#", "`", "(", "02:30a", "14:12–", "12.3. 14:05", "declined", ">by", "Jo @jo #aff",
	} {
		f.Add(s, 0, 3)
	}
	c := context(f, model.PhaseTimeline)
	f.Fuzz(func(t *testing.T, text string, cursor, phase int) {
		c.Phase = model.Phase(phase)
		holdsTogether(t, text, cursor, c)
		_, _ = capture.ParseMoment(text, c)
		_, _ = capture.ParseDate(text, c)
	})
}

// A line of 200 characters is to be read in less than 30 µs (a key has 8 ms), and as fast
// with a thousand attendees as with eight.
func BenchmarkRead(b *testing.B) {
	event := "14:31 (14:40) lag back under 5 s after the rebuild was paused, latency normal again on checkout and on stock, see `SHOW SLAVE STATUS` and https://graphs.example/d/lag, said by ops@example.org #obs @ch by"
	row := ">@an by 3 apr #prevent OPS-123 done when a lag of ten minutes in staging leaves checkout below one second for the whole of an evening peak, seen on the dashboard by two people of the team, twice in a week"
	var crowd []model.Attendee
	for i := range 1000 {
		h := "p" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/26)
		crowd = append(crowd, model.Attendee{ID: model.ID(h), Handle: h, Name: "Person " + h})
	}
	for _, x := range []struct {
		name, text string
		phase      model.Phase
		people     capture.People
	}{
		{"event", event, model.PhaseTimeline, people()},
		{"event/crowd", event, model.PhaseTimeline, capture.NewPeople(crowd)},
		{"countermeasure", row, model.PhaseCountermeasures, people()},
		{"words", strings.Repeat("word ", 40), model.PhaseTimeline, people()},
	} {
		c := context(b, x.phase)
		c.People = x.people
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l := capture.Read(x.text, len(x.text), c)
				if l.Target == capture.Plain {
					b.Fatal("read as plain text")
				}
			}
		})
	}
}
