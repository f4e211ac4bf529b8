package wording

import "testing"

func TestHalvesAndQuestionsUseTheWordsOfTheSentence(t *testing.T) {
	g := defaultGuard(t)
	for _, c := range []struct{ text, ask, fact, idea string }{
		{"If we had alerted on replica lag we would have seen it at 13:52",
			"What showed replica lag at 13:52, and who saw it then?",
			"At 13:52 there was no alert on replica lag.", "Alert on replica lag"},
		// "Not done then: roll back." was read as a reproach: a half is left empty rather than that.
		{"We should have rolled back.", "What was done, and what made that sensible then?", "", "Roll back"},
		{"we shoulda paged Ana", "What was done about Ana, and what made that sensible then?", "Ana was not paged.", "Page Ana"},
		{"This would have detected the issue within minutes instead of hours.",
			"What showed the issue, and who saw it then?",
			"The issue was not detected within minutes instead of hours.", "Detect the issue within minutes instead of hours"},
		{"Feature flags would have enabled rapid rollback without requiring a new release.",
			"What was done about rapid rollback, and what was known then?",
			"Feature flags were not in place.", "Feature flags, to enable rapid rollback without requiring a new release"},
		{"If the limit had been raised, the queue wouldn't have overflowed.",
			"What was done about the limit, and what was known then?",
			"The queue overflowed. The limit was not raised.", "Raise the limit"},
		{"Had Ben looked at the graph he would have seen it.",
			"What was done about the graph, and what was known then?",
			"There was no look at the graph.", "Look at the graph"},
		{"With proper alerting this could easily have been avoided.",
			"What did happen, and what showed it?", "Proper alerting was not in place.", "Proper alerting"},
		{"Ana did not check the replica lag.",
			"What was done about the replica lag, and what was being watched or expected?",
			"The replica lag was not checked.", "Check the replica lag"},
		{"The change shouldn't have been rushed to production.",
			"What happened with the change, and what made that sensible then?",
			"The change was rushed to production.", "Avoid rushing the change to production"},
		{"Obviously the cache was cold.", "What was visible of the cache, and to whom?", "The cache was cold.", ""},
	} {
		found := g.Check(c.text, Context{})
		if len(found) == 0 {
			t.Errorf("%q: silent", c.text)
			continue
		}
		fact, idea := g.Halves(c.text, found[0])
		if found[0].Ask != c.ask || fact != c.fact || idea != c.idea {
			t.Errorf("%q\n got %q\n     %q\n     %q\nwant %q\n     %q\n     %q", c.text, found[0].Ask, fact, idea, c.ask, c.fact, c.idea)
		}
	}
}

func TestNoHalfHoldsAFirmFinding(t *testing.T) {
	g := defaultGuard(t)
	texts := spellings()
	for _, l := range sentences(t) {
		texts = append(texts, l.text)
	}
	for _, text := range texts {
		for _, f := range g.Check(text, Context{}) {
			fact, idea := g.Halves(text, f)
			for _, half := range []string{fact, idea} {
				for _, again := range g.Check(half, Context{Phase: Discretion}) {
					if again.Firm {
						t.Errorf("%q: the half %q holds %q", text, half, again.Text)
					}
				}
			}
		}
	}
}
