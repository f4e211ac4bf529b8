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
		{"we shoulda paged Ana", "What was done, and what made that sensible then?", "Ana was not paged.", "Page Ana"},
		{"This would have detected the issue within minutes instead of hours.",
			"What showed the issue, and who saw it then?",
			"The issue was not detected within minutes.", "Detect the issue within minutes"},
		{"Feature flags would have enabled rapid rollback without requiring a new release.",
			"What was done about rapid rollback, and what was known then?",
			"Feature flags were not in place.", "Feature flags, to enable rapid rollback without requiring a new release"},
		{"If the limit had been raised, the queue wouldn't have overflowed.",
			"What was done about the limit, and what was known then?",
			"The queue overflowed. The limit was not raised.", "Raise the limit"},
		{"Had Ben looked at the graph he would have seen it.",
			"What was done about the graph, and what was known then?",
			"The graph was not looked at.", "Look at the graph"},
		{"With proper alerting this could easily have been avoided.",
			"What did happen, and what showed it?", "Proper alerting was not in place.", "Proper alerting"},
		{"Ana did not check the replica lag.",
			"What was done about the replica lag, and what was being watched or expected?",
			"The replica lag was not checked.", "Check the replica lag"},
		{"The change shouldn't have been rushed to production.",
			"What happened with the change, and what made that sensible then?",
			"", "Avoid rushing the change to production"}, // "was rushed" judges, and is no fact
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

// What tells when is no object and no part of an idea; a fact keeps it, because without it the sentence says more.
func TestTimesEndAnObject(t *testing.T) {
	g := defaultGuard(t)
	for _, c := range []struct{ text, fact, idea string }{
		{"we shoulda paged Ana straight away, like, before the restart", "Ana was not paged straight away.", "Page Ana straight away"},
		{"We should have paged Ana 20 minutes earlier", "Ana was not paged 20 minutes earlier.", "Page Ana"},
		{"We did not page the DBA until 04:20.", "The DBA was not paged until 04:20.", "Page the DBA"},
		{"I should have rolled back the minute the graph went red", "", "Roll back"},
		{"The key should have been rotated in March", "The key was not rotated in March.", "Rotate the key"},
		{"We should have checked the queue\nThe pool was at its limit", "The queue was not checked.", "Check the queue"},
		{"Someone should have checked the\nqueue length", "The queue length was not checked.", "Check the queue length"},
		{"The switchover should not have been started before the backup had finished.", "The switchover was started.", "Avoid starting the switchover"},
		{"The alert was not acknowledged by the on-call engineer for 20 minutes.", "", ""},
		{"The restore should have been started from the snapshot instead of by hand.", "The restore was not started from the snapshot.", "Start the restore from the snapshot"},
		{"We haven't tested the restore since 2022.", "The restore has not been tested since 2022.", "Test the restore"},
	} {
		proposed(t, g, c.text, c.fact, c.idea)
	}
}

// A wrong fact is worse than none: where the sentence does not say it, a half stays empty.
func TestAHalfThatTheSentenceDoesNotSayIsEmpty(t *testing.T) {
	g := defaultGuard(t)
	for _, text := range []string{
		"this could have been a lot worse",
		"The sites that external users would have experienced as down are used by office staff.",
		"Some of the mails could have been delivered twice.",
		"Orders placed in that minute would have had the old tax rate.",
		"nah even with the new alert we wouldn't have seen it any sooner",
		"it wouldn't've made a difference",
		"The latter could have been done by the teams themselves.",
		"Nothing in the text would have told a reviewer that the index was dropped.",
		"if only the alert had said which shard",
		"The update should only have gone to the beta group.",
		"We could have saved ourselves the trouble.",
		"so if I'd known the disk was shared I woulda waited",
		"they oughta have called it a sev one from the start",
		"We would have, had we known.",
		"no one told me the freeze was lifted",
		"Without Chao on the call we would not have found the lock.",
		"with the breaker on it would've just degraded",
	} {
		proposed(t, g, text, "", "")
	}
}

func TestTheFormsOfAProposal(t *testing.T) {
	g := defaultGuard(t)
	for _, c := range []struct{ text, fact, idea string }{
		{"A canary of 5% would most likely have shown the leak.", "There was no canary of 5%.", "A canary of 5%, to show the leak"},
		{"An earlier escalation could have limited the damage.", "There was no earlier escalation.", "An earlier escalation, to limit the damage"},
		{"A second approver should have been asked.", "No second approver was asked.", "Ask a second approver"},
		{"There should have been a second line to the data centre.", "There was no second line to the data centre.", "A second line to the data centre"},
		{"The ticket should have had a higher priority.", "The ticket did not have a higher priority.", "Give the ticket a higher priority"},
		{"The rate limiter should have rejected those requests.", "The rate limiter did not reject those requests.", "Have the rate limiter reject those requests"},
		{"would it have helped if the dashboard had been on the wall?", "The dashboard was not on the wall.", "Have the dashboard on the wall"},
		{"The healthcheck shouldn't have passed.", "The healthcheck passed.", "Keep the healthcheck from passing"},
		{"you needn't have restarted the whole fleet", "The whole fleet was restarted.", "Avoid restarting the whole fleet"},
		{"Unless the second fan had failed, the room would have stayed cool.", "The second fan failed.", ""},
		{"If it weren’t for the replica in Dublin, the search page would have been gone too.", "The replica in Dublin was in place.", "Keep the replica in Dublin"},
		{"But for a typo in the flag name, the kill switch would have worked.", "There was a typo in the flag name.", ""},
		{"It would have been better to ask the network team for a VLAN.", "", "Ask the network team for a VLAN"},
		{"Neither of the two approvers had opened the plan.", "The plan was not opened.", "Open the plan"},
		{"Nobody ran the smoke tests against the second region.", "The smoke tests were not run against the second region.", "Run the smoke tests against the second region"},
		{"Dave never got round to restarting the consumer", "The consumer was not restarted.", "Restart the consumer"},
		{"we just didn't think to ask the network folks", "The network folks were not asked.", "Ask the network folks"},
		{"The release manager, who was on leave, had not handed over the checklist.", "The checklist was not handed over.", "Hand over the checklist"},
		{"should have double checked the account id", "The account id was not double checked.", "Double check the account id"},
		{"The impact could have been significantly reduced.", "The impact was not significantly reduced.", "Reduce the impact"},
		{"A change which would have helped was not put into production.", "A change was not put into production.", ""},
		{"We wrongly assumed the chart sets limits.", "We assumed the chart sets limits.", ""},
	} {
		proposed(t, g, c.text, c.fact, c.idea)
	}
}

// proposed checks the halves of the first finding.
func proposed(t *testing.T, g *Guard, text, fact, idea string) {
	t.Helper()
	found := g.Check(text, Context{})
	if len(found) == 0 {
		t.Errorf("%q: silent", text)
		return
	}
	if f, i := g.Halves(text, found[0]); f != fact || i != idea {
		t.Errorf("%q\n got %q\n     %q\nwant %q\n     %q", text, f, i, fact, idea)
	}
}

func TestAQuestionNamesAThingOrNone(t *testing.T) {
	g := defaultGuard(t)
	for text, ask := range map[string]string{
		"We should have paged Ana 20 minutes earlier":                  "What was done, and what made that sensible then?",
		"that coulda been caught in staging":                           "What did happen, and what showed it?",
		"The latter could have been done by the teams themselves.":     "What did happen, and what showed it?",
		"The fix was trivial once one looked at the right log.":        "Back to that minute: what was on the screen, and who saw it?",
		"We should have checked the queue\nThe pool was at its limit":  "What was done about the queue, and what made that sensible then?",
		"Things could have gone worse: the job was due at 03:00.":      "What kept it from being worse?",
		"The script saved us, a lock would have saved the second disk": "What did happen with the second disk, and what showed it?",
		"we'd have wanted a heads up":                                  "What did happen, and what showed it?",
		"A shorter timeout would have contained the outage.":           "What did happen with the outage, and what brought it to an end?",
	} {
		found := g.Check(text, Context{})
		if len(found) == 0 || found[0].Ask != ask {
			t.Errorf("%q: got %+v, want %q", text, found, ask)
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
