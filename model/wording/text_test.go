package wording

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCodeQuotationsURLsAndLogLinesAreLeftAlone(t *testing.T) {
	g := defaultGuard(t)
	for _, text := range []string{
		"the text `would have failed` is in the code",
		"```\nwe would have failed\n```",
		"~~~\nhuman error\n~~~\n",
		"> we could have caught it",
		`Ana wrote "we could have caught it" in the channel`,
		"Ana wrote “we could have caught it” and ‘it was obvious’",
		"see https://example.org/would-have-failed?q=could+have+been",
		"see [the ticket](https://example.org/human-error)",
		"2024-03-01T10:00:00Z ERROR human error: operator could have failed",
		"2024-03-01 10:00:00,123 WARN it should have been stopped",
		`{"level":"error","msg":"we should have failed"}`,
		"E0312 10:00:00.000000 1 main.go:12] could have been",
		"<!-- we would have --> done",
		"\"a mark that stays open\n\nAna wrote \"we would have seen it\" there",
		"6' wide, and Ana wrote 'we would have seen it' there",
		"<!-- done --> and <!-- we would have -->",
		"the file should_have_been.go and the flag could-have.been",
	} {
		if found := g.Check(text, Context{}); len(found) > 0 {
			t.Errorf("%q: %s found %q", text, found[0].Rule, found[0].Text)
		}
	}
}

func TestWordsAroundHiddenTextAreStillRead(t *testing.T) {
	g := defaultGuard(t)
	for text, want := range map[string]string{
		"`kubectl drain` would have helped":                     "would have helped",
		"14:55: the page showed that we would have seen it":     "would have seen",
		"[we could have seen it](https://example.org)":          "could have seen",
		"we didn't say \"no\", we could have said it":           "could have said",
		"- we could\n  have seen it":                            "could\n  have seen",
		"the users' sessions would have dropped, weren't they?": "would have dropped",
	} {
		found := g.Check(text, Context{})
		if !slices.ContainsFunc(found, func(f Finding) bool { return f.Text == want }) {
			t.Errorf("%q: got %v, want %q", text, found, want)
		}
	}
}

func TestPersonsAndSystems(t *testing.T) {
	g := defaultGuard(t)
	for _, text := range []string{
		"Ana did not check the lag", "the engineer on call did not check the lag", "ben didn't escalate",
		"one of our developers did not test the change", "Chao Li, who was on call, did not page anyone",
		"he looked at the graph and did not check the queue", "the database team failed to verify the restore",
		"@ben never checked the queue", "support overlooked the ticket",
		"The engineer responsible for the change did not test it", "The person running the migration did not check",
		"The developer who wrote the script did not add a dry run", "The team that owns the gateway did not announce the change",
		"The engineer paged at 02:10 did not call the vendor", "The person who set up the alert had not added a link",
		"The lead of the night shift did not hand over the alarms", "An engineer from the payments team, who had joined at 10:05, did not share it",
		"Whoever was on call didn't page the network team", "None of the people on the bridge checked the records",
		"Ana ran the script and did not check the queue", "The runbook was not followed by the team", "The change was not reviewed by a second engineer",
	} {
		if len(g.Check(text, Context{})) == 0 {
			t.Errorf("%q: silent, but a person did not act", text)
		}
	}
	for _, text := range []string{
		"the probe did not fire", "the pod failed to start", "Ana's script did not run", "the alert for the team did not fire",
		"customers did not update the client", "no alert fired", "Ana did not receive the page", "the node forgot its lease",
		"the service ignored the header", "a job that the team owns did not start", "will the probe fire? it did not",
		"the change Ana made did not load", "the script we wrote did not run", "the alert of the team on call did not fire",
		"Ana restarted the pod and the replica caught up but did not rebuild", "Ana saw that the deploy did not finish", "the Kubernetes operator did not reconcile the set",
		"the event was missed by the aggregator", "the step was skipped by the team's script", "the lock was not taken by the worker",
		"the replica was too slow to answer", "the mistake was fixed upstream",
	} {
		if found := g.Check(text, Context{}); len(found) > 0 {
			t.Errorf("%q: %s found %q", text, found[0].Rule, found[0].Text)
		}
	}
}

func TestAttendeesAreEvidence(t *testing.T) {
	stranger, err := New(Default())
	if err != nil {
		t.Fatal(err)
	}
	known := stranger.For([]string{"Zsófia Kovács", "will"})
	text := "Zsófia did not check the lag"
	if n := len(stranger.Check(text, Context{})); n != 0 {
		t.Errorf("without attendees: %d findings, want 0", n)
	}
	if n := len(known.Check(text, Context{})); n != 1 {
		t.Errorf("with attendees: %d findings, want 1", n)
	}
	if n := len(known.Check("Will did not check the lag", Context{})); n != 1 {
		t.Errorf("a name that is also a word: %d findings, want 1", n)
	}
	if n := len(stranger.Check("Dave did not check the lag", Context{})); n != 1 {
		t.Errorf("a name that many people have: %d findings, want 1", n)
	}
	if n := len(known.Check("the job will not run, it did not start", Context{})); n != 0 {
		t.Errorf("the word that is also a name: %d findings, want 0", n)
	}
}

func TestPhasesWeighDifferently(t *testing.T) {
	g := defaultGuard(t)
	for _, c := range []struct {
		text  string
		phase Phase
		want  string
	}{
		{"the alert should have fired at 02:10", Timeline, "firm"},
		{"the alert should have fired at 02:10", Countermeasures, "soft"},
		{"I wish we had a canary", Timeline, "soft"},
		{"I wish we had a canary", Countermeasures, "silent"},
		{"be more careful with restarts", Timeline, "silent"},
		{"be more careful with restarts", Countermeasures, "soft"},
		{"it was human error", Countermeasures, "firm"},
	} {
		got := "silent"
		for _, f := range g.Check(c.text, Context{Phase: c.phase}) {
			got = "soft"
			if f.Firm {
				got = "firm"
				break
			}
		}
		if got != c.want {
			t.Errorf("%q in phase %d: got %s, want %s", c.text, c.phase, got, c.want)
		}
	}
}

func TestACleanLineAllocatesNothing(t *testing.T) {
	if raced {
		t.Skip("the race detector allocates beside the guard")
	}
	g := defaultGuard(t)
	line := strings.Repeat("At 13:52 the replica lag passed 90 s and Ana opened the dashboard. ", 3)
	g.Check(line, Context{})
	if n := testing.AllocsPerRun(100, func() { g.Check(line, Context{Phase: Timeline}) }); n > 0 {
		t.Errorf("got %v allocations, want none", n)
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range spellings()[:40] {
		f.Add(s)
	}
	f.Add("Ana’s \"would’ve\" `x` <a> ](\n```\n- 1. > |é\xff\u200b")
	g := defaultGuard(f)
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, x := range g.Check(text, Context{Phase: Timeline}) {
			if x.Start < last || x.Start >= x.End || x.End > len(text) {
				t.Fatalf("range %d to %d after %d in %d bytes", x.Start, x.End, last, len(text))
			}
			last = x.Start
			if text[x.Start:x.End] != x.Text {
				t.Fatalf("the text of the range is %q, the finding's %q", text[x.Start:x.End], x.Text)
			}
			for _, border := range []int{x.Start, x.End} {
				if border < len(text) && !utf8.RuneStart(text[border]) && utf8.ValidString(text) {
					t.Fatalf("border %d of %q is inside a rune", border, text)
				}
			}
			if x.Ask == "" || x.Why == "" {
				t.Fatalf("%s has no question", x.Rule)
			}
			g.Halves(text, x)
		}
	})
}
