package wording

import (
	"strings"
	"testing"
	"time"
)

// A text that nobody writes must not hold up a hook over a wiki either: eight times the text may
// take a few times eight times as long, never its square.
func TestTheWorstTextCostsNoMoreThanItsLength(t *testing.T) {
	g := defaultGuard(t)
	for _, unit := range worstUnits() {
		short, long := took(g, unit, 1<<15), took(g, unit, 1<<18)
		if long > 30*short && long > 100*time.Millisecond {
			t.Errorf("%q: 32 KiB took %v and 256 KiB %v, want about eight times as long", unit, short, long)
		}
	}
}

// took is the least of three, because anything may run beside it.
func took(g *Guard, unit string, size int) time.Duration {
	text := strings.Repeat(unit, size/len(unit))
	least := time.Duration(0)
	for range 3 {
		start := time.Now()
		g.Check(text, Context{})
		if d := time.Since(start); least == 0 || d < least {
			least = d
		}
	}
	return least
}

func BenchmarkWorstMegabyte(b *testing.B) {
	g := defaultGuard(b)
	for _, unit := range worstUnits() {
		b.Run(unit, func(b *testing.B) {
			text := strings.Repeat(unit, 1<<20/len(unit))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				g.Check(text, Context{})
			}
		})
	}
}

// worstUnits are what a text repeats that costs most: marks that open and never close, and words that begin many rules.
func worstUnits() []string {
	return []string{
		`"`, `'`, "“", "«", "‘", "`", "`a``", "<!--", "<a ", "](", `"a `, `a"'`, "’", "would ", "would, ", "would (", "would have ", "if ", "if we had ",
		"should in ", "never ", "and ", "was never ", "because the ", "lack of ", "would have been ", "had the ", "<a", "```\n", "> x\n", "a/", "e.g. ", "> ", "no. ", "the mistake ", "team did not do ", "not ",
	}
}
