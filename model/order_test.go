package model

import (
	"errors"
	"strings"
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
	for _, c := range [][2]string{{"a0", "a0"}, {"a1", "a0"}, {"x", ""}, {"", "!"}, {"a00", ""}, {"", lowest()}, {lowest(), ""}} {
		if p, err := Between(c[0], c[1]); err == nil {
			t.Errorf("Between(%q, %q) = %q, want an error", c[0], c[1], p)
		}
	}
}

func TestBeforeTheLowestPositionThereIsNone(t *testing.T) {
	first := lowest()[:26] + "1"
	for range 50 {
		p, err := Between("", first)
		if err != nil || p >= first || !ValidPosition(p) {
			t.Fatalf("before %q: got %q, %v", first, p, err)
		}
		first = p
	}
}

func FuzzAPositionLiesBetweenAnyTwoPositions(f *testing.F) {
	for _, pair := range [][2]string{{"", ""}, {"a0", "a1"}, {"a0", "a0V"}, {"", lowest()}, {"", lowest() + "1"}, {"", lowest()[:26] + "1"},
		{"z" + strings.Repeat("z", 26), ""}, {"Zz", "a0"}, {"a0001", "a0002"}, {"a0" + strings.Repeat("0", 509) + "1", "a0" + strings.Repeat("0", 509) + "2"}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		fits := (a == "" || ValidPosition(a)) && (b == "" || ValidPosition(b)) && (a == "" || b == "" || a < b)
		p, err := Between(a, b)
		switch {
		case !fits && err == nil:
			t.Errorf("Between(%q, %q) = %q, want an error", a, b, p)
		case !fits || errors.Is(err, ErrPosition) && max(len(a), len(b)) >= longestPosition-1:
		case err != nil:
			t.Errorf("between %q and %q: %v", a, b, err)
		case !ValidPosition(p) || p <= a || b != "" && p >= b:
			t.Errorf("%q is no position between %q and %q", p, a, b)
		}
	})
}
