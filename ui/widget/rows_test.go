package widget

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

func darkTheme(t interface{ Fatal(...any) }) *theme.Theme {
	th, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func TestARowPadsAndCutsItsCells(t *testing.T) {
	for _, c := range []struct {
		width int
		cells []Cell
		want  string
	}{
		{12, []Cell{{Text: "14:09", Width: 7}, {Text: "pool", Width: 5}}, "14:09  pool "},
		{10, []Cell{{Text: "too long", Width: 5}, {Text: "3", Width: 5, Right: true}}, "too »    3"},
		{4, []Cell{{Text: "ab", Width: 3}, {Text: "cd", Width: 3}}, "ab »"},
		{6, nil, "      "},
		{0, []Cell{{Text: "a", Width: 1}}, ""},
	} {
		if got := Row(c.width, theme.Style{}, c.cells...); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestTheGroundLiesUnderTheWholeRow(t *testing.T) {
	th := darkTheme(t)
	got := Row(10, th.Selected, Cell{Text: "a", Width: 3, Style: th.OK}, Cell{Text: "b", Width: 3})
	on := th.Selected.On()
	want := on + th.OK.On() + "a\x1b[m" + on + "  \x1b[m" + on + "b\x1b[m" + on + "  \x1b[m" + on + "    \x1b[m"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestColumnsShareTheWidth(t *testing.T) {
	for _, c := range []struct {
		width    int
		in, want [3]int
	}{
		{80, [3]int{13, -1, 10}, [3]int{13, 57, 10}},
		{20, [3]int{13, -1, 10}, [3]int{13, 0, 7}},
		{5, [3]int{13, -1, 10}, [3]int{5, 0, 0}},
		{-1, [3]int{13, -1, 10}, [3]int{0, 0, 0}},
	} {
		if got := [3]int(Columns(c.width, c.in[:]...)); got != c.want {
			t.Errorf("Columns(%d, %v) = %v, want %v", c.width, c.in, got, c.want)
		}
	}
}

func TestADrawnRowIsKeptUntilItsKeyChanges(t *testing.T) {
	var rows Rows[string]
	drawn := 0
	draw := func() string { drawn++; return "row" }
	key := RowKey[string]{Key: "a"}
	rows.Row(key, draw)
	rows.Row(key, draw)
	if drawn != 1 {
		t.Errorf("drew %d times, want once", drawn)
	}
	for _, change := range []func(*RowKey[string]){
		func(k *RowKey[string]) { k.Marked = true }, func(k *RowKey[string]) { k.Unsaved = true },
		func(k *RowKey[string]) { k.Other = true }, func(k *RowKey[string]) { k.Key = "b" }, func(*RowKey[string]) { rows.Forget() },
	} {
		before := drawn
		changed := key
		change(&changed)
		rows.Row(changed, draw)
		if drawn != before+1 {
			t.Errorf("a change to %+v was not drawn", changed)
		}
	}
	for i := range 3 * maxRows {
		rows.Row(RowKey[string]{Key: strconv.Itoa(i)}, draw)
	}
	if len(rows.drawn) > maxRows {
		t.Errorf("%d rows are kept, want at most %d", len(rows.drawn), maxRows)
	}
}

func TestRulesAndMetersAndFooters(t *testing.T) {
	th, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	if got := Rule(20, "1-9 of 9", th); got != "----------- 1-9 of 9" {
		t.Errorf("got %q", got)
	}
	if got := ansi.Strip(TitledRule(30, "Not recorded yet", th)); got != "-- Not recorded yet ----------" {
		t.Errorf("got %q", got)
	}
	for _, c := range []struct {
		present, total int
		want           safe.Text
	}{{5, 6, "[#####.]"}, {0, 3, "[...]"}, {9, 3, "[###]"}, {-1, 2, "[..]"}, {1, 500, "[#...................]"}, {499, 500, "[###################.]"}} {
		if got := Meter(c.present, c.total, theme.ASCII()); got != c.want {
			t.Errorf("Meter(%d, %d) = %q, want %q", c.present, c.total, got, c.want)
		}
	}
	hints := []Hint{{"Enter", "record", 0}, {"Up/Dn", "row", 1}, {"Tab", "complete", 2}, {"ctrl+k", "all", 3}, {"?", "help", 0}}
	for _, c := range []struct {
		width int
		want  string
	}{
		{80, "  Enter record  Up/Dn row  Tab complete  ctrl+k all  ? help"},
		{50, "  Enter record  Up/Dn row  Tab complete  ? help"},
		{40, "  Enter record  Up/Dn row  ? help"},
		{25, "  Enter record  ? help"},
		{19, "  Enter record  ?"},
		{12, "  Enter  ?"},
		{8, "  Enter"},
		{3, ""},
	} {
		if got := ansi.Strip(Footer(c.width, th, hints...)); got != c.want {
			t.Errorf("Footer(%d) = %q, want %q", c.width, got, c.want)
		}
	}
}

func TestEveryRowFitsItsWidth(t *testing.T) {
	th := darkTheme(t)
	th.Glyphs = theme.Lines()
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 200).Draw(t, "width")
		text := func(name string) safe.Text {
			return safe.Line(strings.Join(rapid.SliceOfN(alphabet(), 0, 20).Draw(t, name), ""))
		}
		var cells []Cell
		var hints []Hint
		for range rapid.IntRange(0, 5).Draw(t, "cells") {
			cells = append(cells, Cell{text("cell"), rapid.IntRange(-1, 60).Draw(t, "cell width"), th.Dim, rapid.Bool().Draw(t, "right")})
			hints = append(hints, Hint{text("key"), text("does"), rapid.IntRange(0, 3).Draw(t, "drop")})
		}
		if got := ansi.StringWidth(Row(width, th.Selected, cells...)); got != width {
			t.Errorf("a row is %d cells wide, want %d", got, width)
		}
		label := text("label")
		for what, row := range map[string]string{"rule": Rule(width, label, th), "titled rule": TitledRule(width, label, th)} {
			if got := ansi.StringWidth(row); got != width {
				t.Errorf("a %s is %d cells wide, want %d: %q", what, got, width, row)
			}
		}
		if got := ansi.StringWidth(Footer(width, th, hints...)); got > width {
			t.Errorf("a footer is %d cells wide, want at most %d", got, width)
		}
	})
}

func BenchmarkRow(b *testing.B) {
	th := darkTheme(b)
	cells := []Cell{{Text: "> ", Width: 2, Style: th.Accent}, {Text: "14:12-14:18", Width: 13, Style: th.Kinds.Impact}, {Text: "14:21", Width: 7, Style: th.Look},
		{Text: "Error share on checkout rises from 2 to 11 %", Width: 46}, {Text: "ben ana", Width: 12, Style: th.Dim}}
	b.Run("drawn", func(b *testing.B) {
		for b.Loop() {
			Row(80, th.Selected, cells...)
		}
	})
	b.Run("kept", func(b *testing.B) {
		var rows Rows[string]
		for b.Loop() {
			rows.Row(RowKey[string]{Key: "abcdefghijklmnop"}, func() string { return Row(80, th.Selected, cells...) })
		}
	})
}
