package wording

import (
	"strings"
	"testing"
	"time"
)

// A text that nobody writes must not hold up a hook over a wiki either.
func TestTheWorstTextCostsNoMoreThanItsLength(t *testing.T) {
	g := defaultGuard(t)
	for _, unit := range worstUnits() {
		text := strings.Repeat(unit, 1<<18/len(unit))
		start := time.Now()
		g.Check(text, Context{})
		if took := time.Since(start); took > time.Second { // ten times what it takes; its square takes minutes
			t.Errorf("256 KiB of %q took %v", unit, took)
		}
	}
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
		"should in ", "never ", "and ", "was never ", "because the ", "lack of ", "would have been ", "had the ", "<a", "```\n", "> x\n", "a/", "e.g. ", "> ", "no. ",
	}
}
