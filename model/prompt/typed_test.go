package prompt_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/prompt"
)

// typist types into the line of the timeline, a key at a time.
type typist struct {
	t *testing.T
	a *prompt.Asker
}

func newTypist(t *testing.T) *typist { return &typist{t, prompt.NewAsker(newTable(t))} }

// line is the question with this text in the line.
func (y *typist) line(text string) string {
	return y.a.Ask(place(model.PhaseTimeline, "a"), prompt.Holding(prompt.Told), prompt.Line{Text: text, Phase: model.PhaseTimeline})
}

// types is the questions that stood there while the text was typed, each once.
func (y *typist) types(text string) []string {
	var stood []string
	for i := range len(text) + 1 {
		if q := y.line(text[:i]); len(stood) == 0 || stood[len(stood)-1] != q {
			stood = append(stood, q)
		}
	}
	return stood
}

func TestWordsCallForTheirQuestionWhenTheyAreComplete(t *testing.T) {
	for text, want := range map[string]string{
		"14:05 I knew the queue was full":       "How was that known: what showed it, and where?",
		">@ben I knew it":                       "How was that known: what showed it, and where?",
		`"We decided to wait`:                   "What other options did you see at that moment?",
		`>@ben "I knew it" `:                    "How was that known: what showed it, and where?",
		"they said it was fine":                 "By what channel did that come, and when was it seen?",
		"We were told about it by mail":         "By what channel did that come, and when was it seen?",
		"obviously the graph":                   `"Obvious" to whom, and what made it so then?`,
		"We usually do it by hand":              "When does it go fine, and what is different then?",
		"I was confused by the green page":      "What were you expecting at that moment?",
		"it looked off to me":                   "What did you see or hear that gave that impression?",
		"I paged the db team":                   "What told you it was time to ask, and how did you know whom?",
		"We restarted the workers":              "What other ways were in sight, and how much time was there?",
		"it was stressful then":                 "What else was going on at that time?",
		"14:09 the OOM killer came":             "Can you explain OOM to someone outside the team?",
		"some customers saw an error":           "How many were they, for how long, and what did they notice?",
		"14:05 Pool lowered from 200 to 120":    seen,
		"14:05 CPU at 90 % on the API, OPS-123": seen,
		"ALL OF IT IN CAPITALS":                 seen,
		"@BEN saw #OBS":                         seen,
	} {
		if got := newTypist(t).line(text); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
	// A word that is still being typed calls for nothing.
	for _, text := range []string{"14:05 I knew", "14:05 the OOM", "usually", ""} {
		if got := newTypist(t).line(text); got != seen {
			t.Errorf("%q calls for %q", text, got)
		}
	}
	// Nor does one that belongs to another phase.
	a := prompt.NewAsker(newTable(t))
	if got := a.Ask(place(model.PhaseAttendees, "a"), prompt.Scene{}, prompt.Line{Text: "I knew it", Phase: model.PhaseAttendees}); strings.Contains(got, "known") {
		t.Errorf("got %q", got)
	}
}

func TestAQuestionThatWasCalledForStaysUntilTheWordIsGone(t *testing.T) {
	y := newTypist(t)
	knew := "How was that known: what showed it, and where?"
	if got := y.types("I knew that they said we usually decide when it is odd, ok"); len(got) != 2 || got[1] != knew {
		t.Errorf("while one types there stood %q", got)
	}
	if got := y.line("I kne that they said "); got != "By what channel did that come, and when was it seen?" {
		t.Errorf("with the word gone: %q", got)
	}
	if got := y.line(""); got != seen {
		t.Errorf("once the line is recorded: %q", got)
	}
}

func TestTheNextKeyPassesByWhatTheWordsCalledFor(t *testing.T) {
	y := newTypist(t)
	at, s := place(model.PhaseTimeline, "a"), prompt.Holding(prompt.Told)
	y.line("I knew it ")
	y.a.Next(at, s)
	passed := y.line("I knew it ")
	if passed == seen || strings.Contains(passed, "known:") {
		t.Errorf("after the key: %q", passed)
	}
	if got := y.line("I knew it when "); got != passed {
		t.Errorf("typing on brings %q", got)
	}
	if got := y.line("they said so "); !strings.HasPrefix(got, "By what channel") {
		t.Errorf("other words bring %q", got)
	}
}

func TestATermIsAskedAboutOnce(t *testing.T) {
	y := newTypist(t)
	explain := "Can you explain OOM to someone outside the team?"
	for _, text := range []string{"the OOM killer", "the OOM killer came with a GC pause "} {
		if got := y.line(text); got != explain {
			t.Errorf("%q: %q", text, got)
		}
	}
	y.line("")
	if got := y.line("another OOM kill"); got != seen {
		t.Errorf("the second time: %q", got)
	}
	if got := y.line("a GC pause, and OOM "); got != "Can you explain GC to someone outside the team?" {
		t.Errorf("another term: %q", got)
	}
}

func BenchmarkAskWhileTyping(b *testing.B) {
	table, err := prompt.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	a := prompt.NewAsker(table)
	text := "14:31 lag back under 5 s, latency normal after the rebuild had been paused for a quarter of an hour"
	at, s := place(model.PhaseTimeline, "a"), prompt.Holding(prompt.OnePerspective, prompt.Told)
	a.Ask(at, s, prompt.Line{Text: "a b", Phase: model.PhaseTimeline})
	i := 0
	for b.Loop() {
		i = i%len(text) + 1
		a.Ask(at, s, prompt.Line{Text: text[:i], Phase: model.PhaseTimeline})
	}
}
