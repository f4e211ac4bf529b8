package config

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"debrief/model/wording"
)

// withRules reads rules of a team and returns the guard that has them.
func withRules(t *testing.T, rules string) (Settings, *wording.Guard) {
	t.Helper()
	s, err := settled(t, "wording:\n  rules:\n"+rules)
	if err != nil {
		t.Fatal(err)
	}
	g, err := wording.New(append(wording.Default(), s.Rules...))
	if err != nil {
		t.Fatal(err)
	}
	return s, g
}

// found says what a guard finds in a text: rule, and whether it is firm.
func found(g *wording.Guard, text string, p wording.Phase) string {
	var all []string
	for _, f := range g.Check(text, wording.Context{Phase: p}) {
		all = append(all, fmt.Sprintf("%s %s firm=%v", f.Rule, f.Category, f.Firm))
	}
	return strings.Join(all, ", ")
}

func TestATeamAddsARule(t *testing.T) {
	_, g := withRules(t, `
    - id: heroes
      patterns: [hero|heroes, "saved the day"]
      unless: hero image
      ask: "What made {words} possible{at}?"
`)
	const text = "At 13:52 Ana saved the day."
	got := g.Check(text, wording.Context{})
	if len(got) != 1 || got[0].Ask != "What made saved the day possible at 13:52?" || got[0].Category != "team" || got[0].Firm || got[0].Why == "" {
		t.Errorf("got %+v", got)
	}
	if got := found(g, "The hero image was gone.", wording.AnyPhase); got != "" {
		t.Errorf("an exception was found: %s", got)
	}
}

func TestATeamSaysWhereARuleSpeaksAndHowStrongly(t *testing.T) {
	_, g := withRules(t, `
    - id: heroes
      category: praise
      patterns: heroic
      firm: true
      phases: [timeline, discretion]
      why: The situation made it possible.
      ask: What made it possible?
    - id: N1
      firm: true
    - id: C2
      firm: false
    - id: h3
      off: true
    - id: W2
    - id: B3
      phases: [discretion]
`)
	for _, c := range []struct {
		text  string
		phase wording.Phase
		want  string
	}{
		{"A heroic effort.", wording.AnyPhase, ""},
		{"A heroic effort.", wording.Timeline, "heroes praise firm=true"},
		{"A heroic effort.", wording.Countermeasures, ""},
		{"The cooling was inadequate.", wording.Timeline, "N1 normative firm=true"},
		{"The cooling was inadequate.", wording.Countermeasures, ""},
		{"The alert should have fired.", wording.Timeline, "C2 counterfactual firm=false"},
		{"It was a disaster.", wording.Timeline, ""},
		{"We could have caught it.", wording.Countermeasures, "C1 counterfactual firm=true"},
	} {
		if got := found(g, c.text, c.phase); got != c.want {
			t.Errorf("%q in %s: got %q, want %q", c.text, PhaseName(c.phase), got, c.want)
		}
	}
	was := wording.Default()
	for _, r := range g.Rules() {
		i := indexOf(was, r.ID)
		switch {
		case r.ID == "W2" && (r.Disabled || r.Weights != was[i].Weights):
			t.Errorf("to name a silent rule does not turn it on: %+v", r)
		case r.ID == "B3" && r.Weights != wording.Weights{Discretion: was[i].Weights.Discretion}:
			t.Errorf("phases do not narrow a rule: %+v", r.Weights)
		case r.ID == "C2" && r.Why != was[i].Why:
			t.Errorf("what is not said does not stay: %q", r.Why)
		}
	}
}

func TestTheBooksRuleCannotBeMadeSofter(t *testing.T) {
	for _, c := range []string{
		"off: true", "firm: false", "patterns: xyzzy", "unless: we", "phases: timeline", "category: style",
	} {
		_, err := settled(t, "wording:\n  rules:\n    - id: c1\n      "+c+"\n")
		want := "config.yaml, line 4: C1 is the book's rule and can be neither silenced nor made soft; only its why and ask may be changed"
		if err == nil || err.Error() != want {
			t.Errorf("%s: got %v", c, err)
		}
	}
	_, g := withRules(t, `
    - id: C1
      off: false
      firm: true
      ask: [What did happen?]
    - id: mine
      category: counterfactual
      patterns: [we could have caught it]
      ask: So?
`)
	got := g.Check("We could have caught it.", wording.Context{Phase: wording.Countermeasures})
	if len(got) != 1 || got[0].Rule != "C1" || !got[0].Firm || got[0].Ask != "What did happen?" {
		t.Errorf("got %+v", got)
	}
}

func TestAFaultInARuleIsOneSentenceWithItsLine(t *testing.T) {
	const own = "wording:\n  rules:\n    - id: heroes\n      patterns: hero\n      ask: What made it possible?\n"
	for _, c := range []struct{ text, want string }{
		{"wording: no", `config.yaml, line 1: wording needs a line "rules:" and the rules below it`},
		{"wording:\n  rule: []", `config.yaml, line 2: wording: there is no key "rule"; the nearest is "rules"`},
		{"wording:\n  rules: C5", `config.yaml, line 2: rules are a list, each beginning with "- id:"`},
		{"wording:\n  rules: [C5]", `config.yaml, line 2: a rule begins with its id, such as "- id: C5"`},
		{"wording:\n  rules:\n    - off: true", `config.yaml, line 3: this rule has no id; a line such as "id: heroes" names it`},
		{own + "      pattern: x", `config.yaml, line 6: a rule has no key "pattern"; the nearest is "patterns"`},
		{own + "      ask: x", `config.yaml, line 6: ask stands in line 5 already; leave one of them out`},
		{own + "      firm: maybe", `config.yaml, line 6: firm is true or false, not "maybe"`},
		{own + "      category: two words", `config.yaml, line 6: category is one word of letters, digits and hyphens, not "two words"`},
		{own + "      phases: [timeline,\n        countermeasure]", `config.yaml, line 7: there is no phase "countermeasure"; the nearest is "countermeasures"`},
		{own + "      unless: []", `config.yaml, line 6: unless is empty; leave it out, or name a text`},
		{own + "    - id: Heroes\n      off: true\n      patterns: x\n      ask: y", `config.yaml, line 6: the rule Heroes stands in line 3 already; leave one of them out`},
		{"wording:\n  rules:\n    - id: C99\n      off: true", `config.yaml, line 3: there is no rule "C99" to change; the nearest is`},
		{"wording:\n  rules:\n    - id: B7\n      patterns: x", `config.yaml, line 3: there is no rule "B7" to change; the nearest is "B5", and one of your own needs a question to ask`},
		{"wording:\n  rules:\n    - id: x\n      ask: y\n      patterns:\n        - fine\n        - <nope> x", `config.yaml, line 7: rule x: there is no class <nope>`},
		{"wording:\n  rules:\n    - id: x\n      ask: y\n      patterns: fine\n      unless: \"..3 x\"", `config.yaml, line 6: rule x: "..3 x" begins with a part that may be absent`},
		{"wording:\n  rules:\n    - id: x\n      ask: y\n      patterns: \"we ] would\"", `config.yaml, line 5: "we ] would" needs one [ and one ] behind it, around the words that are marked`},
		{"wording:\n  rules:\n    - id: x\n      ask: y\n      patterns: \"we [ ~ ] would\"", `config.yaml, line 5: "we [ ~ ] would" marks no word that has to be there`},
		{"wording:\n  rules:\n    - id: x\n      patterns: y\n      ask: What of {subjekt}?", `config.yaml, line 5: ask: {subjekt} stands for nothing; it is {words}, {object} or {at}`},
		{"wording:\n  rules:\n    - id: x\n      patterns: y\n      ask: \"What of {object}?\"", `config.yaml, line 5: ask: not every text has an {object}; add a question without it`},
		{"wording:\n  rules:\n    - id: x\n      ask: y\n      patterns: [[a]]", `config.yaml, line 5: patterns is a text or a list of texts`},
	} {
		_, err := settled(t, c.text)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q:\n got %v\nwant %s", c.text, err, c.want)
		}
	}
}

// A pattern that never speaks is a slip that nobody would notice otherwise.
func TestAPatternThatFindsNothingIsRefused(t *testing.T) {
	for _, pattern := range []string{"don't blame", "won't|cannot fix", "C++ guru", "10x engineer", "hero, again", "snake_case"} {
		_, err := settled(t, "wording:\n  rules:\n    - id: x\n      ask: y\n      patterns:\n        - \""+pattern+"\"\n")
		if err == nil || !strings.HasPrefix(err.Error(), "config.yaml, line 6: the guard does not find ") {
			t.Errorf("%s: %v", pattern, err)
		}
	}
	for _, pattern := range []string{"do not blame", "rock star|stars", "single-handedly", "saved the? day", "our ..3 fault", "'s fault", "größte Fehler", "日本", "we ~ [ messed ] up", "^^ hero", "<person> !x"} {
		if _, err := settled(t, "wording:\n  rules:\n    - id: x\n      ask: y\n      patterns:\n        - \""+pattern+"\"\n"); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
	}
}

// What the file lets through must neither stop the program nor mark nothing, in any text.
func TestNoPatternThatIsTakenCanDoHarm(t *testing.T) {
	parts := strings.Fields("a hero [ ] ^ ^^ ~ {person} {machine} {nobody} {someone} ..3 ...9 ..-5 .. <pp> <x> < | a|b =x !x -x = ! - x? x* x+ ? * + we would have <end> =<end> don't ’ é")
	texts := []string{"a hero x x x we would have b. a b x, don't x a hero", "a", "hero x", "we would have x\n\na x", ""}
	r, taken := rand.New(rand.NewPCG(1, 2)), 0
	for range 500 {
		var p []string
		for range 1 + r.IntN(5) {
			p = append(p, parts[r.IntN(len(parts))])
		}
		pattern := strings.Join(p, " ")
		rule := fmt.Sprintf("wording:\n  rules:\n    - id: x\n      patterns: ['%s']\n      ask: q\n", strings.ReplaceAll(pattern, "'", "''"))
		s, err := settled(t, rule)
		if err != nil {
			continue
		}
		taken++
		g, err := wording.New(s.Rules)
		if err != nil {
			t.Fatalf("%q was taken, and is refused later: %v", pattern, err)
		}
		for _, text := range texts {
			for _, f := range g.Check(text, wording.Context{}) {
				if f.Start < 0 || f.Start >= f.End || f.End > len(text) {
					t.Errorf("%q marks %d to %d in %q", pattern, f.Start, f.End, text)
				}
			}
		}
	}
	if taken < 80 {
		t.Errorf("only %d patterns were taken", taken)
	}
}

func TestASectionWithoutRulesSettlesNothing(t *testing.T) {
	for _, text := range []string{"wording:\n", "wording:\n  rules:\n", "wording:\n  rules: []\n"} {
		if s, err := settled(t, text); err != nil || s.Rules != nil {
			t.Errorf("%q: %v, %v", text, s.Rules, err)
		}
	}
}

func TestEveryPhaseHasItsName(t *testing.T) {
	names := phaseNames()
	slices.Sort(names)
	if got := strings.Join(slices.Compact(names), " "); got != "any countermeasures discretion timeline" {
		t.Errorf("got %s", got)
	}
}
