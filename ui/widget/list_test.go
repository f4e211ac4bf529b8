package widget

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func letters(s string) *Slice[rune] { return NewSlice([]rune(s)) }

func marked(l *List[rune], rows Source[rune]) string {
	key, _, ok := l.Marked(rows)
	if !ok {
		return ""
	}
	return string(key)
}

func TestTheMarkStaysOnItsRowWhenOthersComeAndGo(t *testing.T) {
	var l List[rune]
	l.Move(letters("abcd"), 2)
	for _, c := range []struct{ rows, want string }{
		{"abcd", "c"}, {"xyabcd", "c"}, {"cab", "c"},
		{"abd", "a"}, // c is gone: the row in its last place, which was the first
		{"", ""},
		{"abcd", "c"}, // an undo brought it back
	} {
		if got := marked(&l, letters(c.rows)); got != c.want {
			t.Errorf("in %q the mark is on %q, want %q", c.rows, got, c.want)
		}
	}
}

func TestARemovedRowLeavesTheMarkOnItsNeighbour(t *testing.T) {
	var l List[rune]
	l.End(letters("abcd"))
	if got := marked(&l, letters("abc")); got != "c" {
		t.Errorf("the mark is on %q, want c", got)
	}
	if got := marked(&l, letters("abcd")); got != "d" {
		t.Errorf("after the undo the mark is on %q, want d", got)
	}
}

// A person held Up on the timeline, came past its first row and stood at the end without noticing.
func TestMovingStopsAtEitherEndAndTurningGoesRound(t *testing.T) {
	rows := letters("abcdefghij")
	var l List[rune]
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() { l.Move(rows, -1) }, "a"}, {func() { l.Move(rows, 3) }, "d"}, {func() { l.Move(rows, 20) }, "j"},
		{func() { l.Turn(rows, 1) }, "a"}, {func() { l.Turn(rows, -1) }, "j"}, {func() { l.Home(rows) }, "a"}, {func() { l.Page(rows, 1, 4) }, "d"},
		{func() { l.Page(rows, 5, 4) }, "j"}, {func() { l.Page(rows, -1, 4) }, "g"}, {func() { l.Home(rows) }, "a"},
		{func() { l.End(rows) }, "j"}, {func() { l.Mark('e') }, "e"},
	} {
		c.do()
		if got := marked(&l, rows); got != c.want {
			t.Errorf("the mark is on %q, want %q", got, c.want)
		}
	}
}

func TestTheWindowFollowsTheMarkAndSaysWhereItIs(t *testing.T) {
	rows := letters("abcdefghij")
	var l List[rune]
	for _, c := range []struct {
		by   int
		want string
	}{{0, "1-4 of 10"}, {3, "1-4 of 10"}, {1, "2-5 of 10"}, {-3, "2-5 of 10"}, {-1, "1-4 of 10"}, {9, "7-10 of 10"}} {
		l.Move(rows, c.by)
		if got := l.Position(rows, 4); string(got) != c.want {
			t.Errorf("after a move by %d: got %q, want %q", c.by, got, c.want)
		}
	}
	if got := l.Position(rows, 20); got != "1-10 of 10" {
		t.Errorf("got %q", got)
	}
	if got := l.Position(letters(""), 20); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestTheWheelTakesTheMarkAlongAtTheEdge(t *testing.T) {
	rows := letters("abcdefghij")
	var l List[rune]
	l.Scroll(rows, 3, 4)
	if got := fmt.Sprint(l.Position(rows, 4), " ", marked(&l, rows)); got != "4-7 of 10 d" {
		t.Errorf("got %q", got)
	}
	l.Scroll(rows, -99, 4)
	if got := fmt.Sprint(l.Position(rows, 4), " ", marked(&l, rows)); got != "1-4 of 10 d" {
		t.Errorf("got %q", got)
	}
}

// counted is a source that counts how often it is asked.
type counted struct{ n, asked int }

func (c *counted) Len() int                  { return c.n }
func (c *counted) Key(i int) int             { c.asked++; return i }
func (c *counted) Index(key int) (int, bool) { c.asked++; return key, key < c.n }

func TestAKeyAsksAsLittleOfALongListAsOfAShortOne(t *testing.T) {
	ask := func(n int) (asked, drawn int) {
		rows := &counted{n: n}
		var l List[int]
		l.Page(rows, 3, 9)
		rows.asked = 0
		l.Move(rows, 1)
		l.View(rows, 9, func(int, bool) string { drawn++; return "" })
		return rows.asked, drawn
	}
	asked, drawn := ask(40)
	longAsked, longDrawn := ask(1_000_000)
	if longAsked != asked || longDrawn != drawn || drawn != 9 {
		t.Errorf("40 rows: asked %d, drew %d; a million: asked %d, drew %d", asked, drawn, longAsked, longDrawn)
	}
}

func TestTheMarkedRowIsAlwaysShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l List[int]
		for range 20 {
			rows := &counted{n: rapid.IntRange(0, 30).Draw(t, "rows")}
			height := rapid.IntRange(0, 12).Draw(t, "height")
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				l.Move(rows, rapid.IntRange(-40, 40).Draw(t, "by"))
			case 1:
				l.Page(rows, rapid.IntRange(-3, 3).Draw(t, "pages"), height)
			case 2:
				l.Scroll(rows, rapid.IntRange(-9, 9).Draw(t, "scroll"), height)
			case 3:
				l.Mark(rapid.IntRange(0, 40).Draw(t, "key"))
			}
			var seen []bool
			for _, row := range l.View(rows, height, func(_ int, marked bool) string { return fmt.Sprint(marked) }) {
				seen = append(seen, row == "true")
			}
			if want := min(rows.n, height); len(seen) != want {
				t.Fatalf("%d rows of %d in a height of %d", len(seen), rows.n, height)
			}
			if len(seen) > 0 && !slices.Contains(seen, true) {
				t.Fatal("no row is marked")
			}
		}
	})
}
