package wording

import (
	"errors"
	"strings"
	"testing"
)

func TestRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Default() {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		seen[r.ID] = true
		if r.Why == "" || !strings.HasSuffix(r.Why, ".") {
			t.Errorf("%s does not say why in a sentence", r.ID)
		}
		if last := r.Ask[len(r.Ask)-1]; last.Of != "" || strings.Contains(last.Text, "{object}") {
			t.Errorf("%s: its last question needs words that a text may not have", r.ID)
		}
	}
	for _, id := range []string{"H2", "A3", "N1-should", "M1", "L1", "W2"} {
		if !seen[id] {
			t.Errorf("%s is not known", id)
		}
	}
}

func TestTheGuardPassesItself(t *testing.T) {
	g := defaultGuard(t)
	for _, r := range Default() {
		texts := []string{r.Why}
		for _, q := range r.Ask {
			texts = append(texts, strings.NewReplacer("{object}", "the lag", "{at}", " at 13:52", "{words}", "it").Replace(q.Text))
		}
		for _, text := range texts {
			for _, f := range g.Check(text, Context{}) {
				t.Errorf("%s says %q: %s found %q", r.ID, text, f.Rule, f.Text)
			}
		}
	}
}

func TestATeamChangesAddsAndSilencesRules(t *testing.T) {
	mine := Rule{ID: "X1", Category: "jargon", Patterns: []string{"single wringable neck", "synergy|synergies"}, Weights: firm(),
		Why: "It says nothing.", Ask: []Question{{"", "Who does what?"}}}
	quiet := Default()[1]
	quiet.Disabled = true
	var loud Rule
	for _, r := range Default() {
		if r.ID == "H2" {
			loud = r
		}
	}
	loud.Disabled = false
	g, err := New(append(Default(), mine, quiet, loud))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"we need a single\nwringable neck": "X1", "the alert should have fired": "", "it always works": "H2",
	} {
		got := ""
		for _, f := range g.Check(text, Context{}) {
			got += f.Rule
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestNewNamesTheRuleItCannotRead(t *testing.T) {
	good := Rule{ID: "X1", Category: "x", Patterns: []string{"a b"}, Ask: []Question{{"", "?"}}}
	for _, change := range []func(*Rule){
		func(r *Rule) { r.Patterns = []string{"a <nothing>"} },
		func(r *Rule) { r.Patterns = []string{"~ a"} },
		func(r *Rule) { r.Patterns = []string{"a||b"} },
		func(r *Rule) { r.Patterns = []string{"a ..x b"} },
		func(r *Rule) { r.Patterns = []string{"a ..-5 b"} },
		func(r *Rule) { r.Patterns = []string{"a ...51 b"} },
		func(r *Rule) { r.Patterns = []string{"] would"} },
		func(r *Rule) { r.Patterns = []string{"hero [ ]"} },
		func(r *Rule) { r.Patterns = []string{"x+ ["} },
		func(r *Rule) { r.Patterns = []string{"a ] b ["} },
		func(r *Rule) { r.Patterns = []string{"[ a ] [ b ]"} },
		func(r *Rule) { r.Patterns = []string{"a [ ~ b? ] c"} },
		func(r *Rule) { r.Patterns = []string{"!x <end>"} },
		func(r *Rule) { r.Unless = []string{"[ ]"} },
		func(r *Rule) { r.Patterns = nil },
		func(r *Rule) { r.Ask = nil },
		func(r *Rule) { r.Category = "" },
	} {
		bad := good
		change(&bad)
		if _, err := New([]Rule{bad}); !errors.Is(err, ErrRule) || !strings.Contains(err.Error(), "X1") {
			t.Errorf("%v: got error %v", bad, err)
		}
	}
}
