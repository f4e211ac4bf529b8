package wording

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
)

// elements are what a pattern is put together from, well or not.
func elements() []string {
	return strings.Fields("a hero x would have don't é 10x , [ [ ] ] ^ ^^ ~ {person} {machine} {nobody} {someone} {who} ..3 ...9 ..-5 .. ...99 <pp> <end> <comma> <word> " +
		"<x> < | a|b a||b =x !x -x =<end> !<word> = ! - x? x* x+ <word>* <end>+ <end>|hero ? * +")
}

// A pattern that New takes can be tried on any text: what it finds are words of the text.
func checkPattern(t *testing.T, pattern, text string) {
	t.Helper()
	rule := Rule{ID: "X1", Category: "x", Patterns: []string{pattern}, Weights: firm(), Ask: []Question{{"", "?"}}}
	g, err := New([]Rule{rule})
	if err != nil {
		if !errors.Is(err, ErrRule) || !strings.Contains(err.Error(), "X1") {
			t.Fatalf("%q: the error %v does not name the rule", pattern, err)
		}
		return
	}
	last := 0
	for _, f := range g.Check(text, Context{}) {
		if f.Start < last || f.Start >= f.End || f.End > len(text) || text[f.Start:f.End] != f.Text {
			t.Fatalf("%q in %q found %+v after %d", pattern, text, f, last)
		}
		last = f.End
		g.Halves(text, f)
	}
}

func TestAPatternIsRefusedOrCanBeTriedOnAnyText(t *testing.T) {
	parts, dice := elements(), rand.New(rand.NewPCG(1, 2))
	texts := []string{"", "a", "hero", "hero. x x, a we would have", "x\n\na x b.  ", "Don't, hero? x x x x x x x x x x a b", "would have, 10x"}
	for range 300 {
		var p []string
		for range 1 + dice.IntN(5) {
			p = append(p, parts[dice.IntN(len(parts))])
		}
		for _, text := range texts {
			checkPattern(t, strings.Join(p, " "), text)
		}
	}
}

func TestTheEndOfASentenceIsNotMarked(t *testing.T) {
	g, err := New([]Rule{{ID: "X1", Category: "x", Patterns: []string{"hero <end>"}, Weights: firm(), Ask: []Question{{"", "?"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"a hero. Then", "a hero", "a hero  \n"} {
		if f := g.Check(text, Context{}); len(f) != 1 || f[0].Text != "hero" {
			t.Errorf("%q: %+v", text, f)
		}
	}
}

func FuzzPattern(f *testing.F) {
	for _, p := range []string{"] would", "hero [ ]", "x+ [", "!x <end>", "a [ b ] c", "<word> ..3 hero", "^ a|b ~ x?"} {
		f.Add(p, "a hero, we would have x b. c")
	}
	f.Fuzz(checkPattern)
}

// A pattern of plain words finds what it says, in every one of its readings.
func TestEveryPlainPatternFindsItself(t *testing.T) {
	plain := 0
	for _, r := range Default() {
		for _, pattern := range r.Patterns {
			texts := readings(pattern)
			if len(texts) == 0 {
				continue
			}
			plain++
			rule := Rule{ID: r.ID, Category: r.Category, Patterns: []string{pattern}, Weights: firm(), Ask: r.Ask}
			g, err := New([]Rule{rule})
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range texts {
				if len(g.Check(text, Context{})) == 0 && len(g.Check("then "+text+" there", Context{})) == 0 {
					t.Errorf("%s: %q does not find %q", r.ID, pattern, text)
				}
			}
		}
	}
	if plain < 100 {
		t.Errorf("only %d patterns are plain", plain)
	}
}

// readings are the texts that a pattern stands for, where it holds words alone: parts that may be absent are.
func readings(pattern string) []string {
	texts := []string{""}
	for field := range strings.FieldsSeq(pattern) {
		switch {
		case field == "~" || field == "[" || field == "]" || strings.HasPrefix(field, "..") || strings.HasSuffix(field, "?") || strings.HasSuffix(field, "*"):
			continue
		case strings.ContainsAny(field, "<{^") || len(field) > 1 && strings.ContainsAny(field[:1], "=!-"):
			return nil
		}
		var longer []string
		for _, text := range texts {
			for word := range strings.SplitSeq(strings.TrimSuffix(field, "+"), "|") {
				longer = append(longer, strings.TrimSpace(text+" "+word))
			}
		}
		texts = longer
	}
	return texts
}
