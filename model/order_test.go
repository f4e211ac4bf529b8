package model

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAPositionAlwaysFitsBetweenTwoOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := []string{}
		for range rapid.IntRange(1, 120).Draw(t, "n") {
			i := rapid.IntRange(0, len(list)).Draw(t, "i")
			a, b := "", ""
			if i > 0 {
				a = list[i-1]
			}
			if i < len(list) {
				b = list[i]
			}
			p, err := Between(a, b)
			if err != nil {
				t.Fatalf("between %q and %q: %v", a, b, err)
			}
			if (a != "" && p <= a) || (b != "" && p >= b) {
				t.Fatalf("%q does not lie between %q and %q", p, a, b)
			}
			list = append(list[:i], append([]string{p}, list[i:]...)...)
		}
	})
}

func TestAppendingManyRowsKeepsPositionsShort(t *testing.T) {
	p := ""
	for range 10_000 {
		p = After(p)
	}
	if len(p) > 5 {
		t.Errorf("position after 10,000 rows has %d letters: %s", len(p), p)
	}
}

func TestEqualPositionsAreRefused(t *testing.T) {
	for _, c := range [][2]string{{"a0", "a0"}, {"a1", "a0"}, {"x", ""}, {"", "!"}, {"a00", ""}} {
		if p, err := Between(c[0], c[1]); err == nil {
			t.Errorf("Between(%q, %q) = %q, want an error", c[0], c[1], p)
		}
	}
}
