package wording

import (
	"strings"
	"testing"
)

// lineOf200 is a line as long as a person types, with one finding.
const lineOf200 = "At 13:52 the replica lag passed 90 s and the probe did not fire, so Ana opened the dashboard and called Ben; " +
	"if we had alerted on replica lag we would have seen it before support was told of it at 14:02."

func BenchmarkLine(b *testing.B) {
	g := defaultGuard(b)
	for b.Loop() {
		g.Check(lineOf200, Context{Phase: Timeline})
	}
}

func BenchmarkCleanLine(b *testing.B) {
	g := defaultGuard(b)
	line := strings.Repeat("At 13:52 the replica lag passed 90 s and Ana opened the dashboard. ", 3)
	b.ReportAllocs()
	for b.Loop() {
		g.Check(line, Context{Phase: Timeline})
	}
}

func BenchmarkMegabyte(b *testing.B) {
	g := defaultGuard(b)
	text := strings.Repeat(lineOf200+"\n", 1<<20/len(lineOf200))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g.Check(text, Context{})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(Default()); err != nil {
			b.Fatal(err)
		}
	}
}

func defaultGuard(tb testing.TB) *Guard {
	tb.Helper()
	g, err := New(Default())
	if err != nil {
		tb.Fatal(err)
	}
	return g.For([]string{"Ana Ruiz", "@ben", "Chao Li", "mia"})
}
