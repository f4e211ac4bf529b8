package wording

import (
	"slices"
	"strings"
	"testing"
)

// spellings are ways to write "would have" or "could have" around a verb. Each must be found by the book's rule.
func spellings() []string {
	var all []string
	add := func(parts ...string) { all = append(all, strings.Join(parts, " ")) }
	joined := []string{
		"would have", "could have", "would've", "could've", "would’ve", "could’ve", "wouldʼve", "wouldve", "couldve",
		"woulda", "coulda", "would of", "could of", "wouldof", "would 've", "could ’ve", "WOULD HAVE", "Could Have",
		"would not have", "could not have", "wouldn't have", "couldn't have", "wouldn’t have", "couldn’t have",
		"wouldnt have", "couldnt have", "would n't have", "could n’t have", "wouldn't've", "couldn’t’ve", "would not've",
		"wouldn't of", "could not of", "wouldnta", "couldn'ta", "would  have", "would\nhave", "could\n  have", "would\r\nhave",
		"would\u00a0have", "wo\u00aduld have", "would **have**", "_could_ have", "would never have", "could also have",
		"would probably not have", "would, in hindsight, have", "could (in theory) have", "would – with luck – have",
		"would in retrospect have", "could at least have", "would of course have", "would, I think, have", "could and should have",
		"would or could have", "would 100% have", "could, you know, have", "would sort of have", "could a hundred percent have", "wouldna", "couldna",
		"would ha", "woudl have", "coudl have", "wld have", "might coulda", "would have like", "could as well have", "would have, with luck,", "could have easily", "would have\nnever", "would have also not", "would had",
	}
	subjects := []string{"we", "Ana", "the probe", "nobody in the room"}
	verbs := []string{"caught it", "been seen", "rolled back at 14:02", "known", "gone on"}
	for _, s := range subjects {
		for _, j := range joined {
			for _, v := range verbs {
				add(s, j, v)
			}
		}
	}
	for _, short := range []string{"we'd have", "I’d have", "it'd have", "they'd've", "she'd never have", "I’d’ve", "we'd not have", "I'da", "we’da", "she'd've", "Ana'da"} {
		for _, v := range verbs {
			add(short, v)
		}
	}
	for _, ask := range []string{
		"could we have", "would it have", "couldn't the alert have", "would Ana have", "how could we have", "why wouldn't they have",
		"would an earlier page have", "could this not have", "could the team on call have", "what could the probe have",
		"would we ever have", "could you guys have", "would monitoring have", "could that really have",
	} {
		for _, v := range verbs {
			add(ask, v+"?")
		}
	}
	for _, slip := range []string{
		"would have went unseen", "could have saw it", "would have ran out", "could have did it", "would have took longer",
		"it could have be done", "it would have happen anyway", "would have lead to a page", "could a been worse", "would have reoccurred", "would been worse", "would of went on", "could gone either way",
	} {
		add("it", slip)
	}
	for _, open := range []string{"we would have, but the page was late", "yes, we could have.", "as we would have if asked", "I would've, honestly"} {
		add(open)
	}
	return all
}

func TestBookRuleFindsEverySpelling(t *testing.T) {
	g := defaultGuard(t)
	all := spellings()
	if len(all) < 500 {
		t.Fatalf("the table has %d spellings, want at least 500", len(all))
	}
	missed := 0
	for _, text := range all {
		for _, phase := range []Phase{AnyPhase, Timeline, Discretion, Countermeasures} {
			found := slices.ContainsFunc(g.Check(text, Context{Phase: phase}), func(f Finding) bool { return f.Rule == "C1" && f.Firm })
			if !found {
				missed++
				t.Errorf("phase %d: %q: the book's rule is silent", phase, text)
				break
			}
		}
	}
	t.Logf("%d spellings, %d missed", len(all), missed)
}

func TestBookRuleStaysFirmWhateverATeamWeighs(t *testing.T) {
	rules := Default()
	rules[0].Weights = Weights{}
	g, err := New(rules)
	if err != nil {
		t.Fatal(err)
	}
	found := g.Check("it would have helped", Context{Phase: Countermeasures})
	if len(found) != 1 || !found[0].Firm {
		t.Errorf("got %v, want one firm finding", found)
	}
}

func TestInnocentModalsStaySilent(t *testing.T) {
	g := defaultGuard(t)
	for _, text := range []string{
		"the service would return 500", "users could not log in", "we would have to restart it", "anyone could have done that",
		"any of us could have pressed it", "it could have happened to anyone", "any engineer could have made that step",
		"each service should have an owner", "the role could have the access it needs", "who would have access?",
		"users would have read access", "it may have been the cache", "the backlog will have been processed by noon",
		"services should have defined limits", "every alert should have a runbook", "would you have a minute?", "could you have a look?",
		"the job would have more memory", "that would have little impact", "the team would have meetings on Monday",
		"we could have access to both", "it would indeed be having an impact", "the probe would fail and restart",
		"the engine would, on average, have to read through billions of used OIDs", "they would have problems later",
		"we would need to have a plan", "in that case it could have consequences", "it would have limited access to the table",
	} {
		for _, f := range g.Check(text, Context{}) {
			if f.Category == Counterfactual {
				t.Errorf("%q: %s found %q", text, f.Rule, f.Text)
			}
		}
	}
}
