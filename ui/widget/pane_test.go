package widget

import (
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestAPaneStandsBesideAListFromAWidthOn(t *testing.T) {
	for _, c := range []struct{ width, list, pane int }{{-1, 0, 0}, {80, 80, 0}, {109, 109, 0}, {110, 80, 30}, {140, 96, 44}, {200, 126, 74}} {
		if list, pane := Split(c.width); list != c.list || pane != c.pane {
			t.Errorf("%d: a list of %d and a pane of %d, want %d and %d", c.width, list, pane, c.list, c.pane)
		}
	}
}

func TestAPaneSaysOnceWhatATextIs(t *testing.T) {
	look := darkTheme(t)
	p := NewPane(look, 20)
	p.Line("Learning", look.Accent)
	p.Text(Cell{Text: "Seen", Width: 6}, "during the January rebuild", look.Text)
	p.Text(Cell{Text: "By", Width: 6}, "", look.Text)
	p.Blank()
	p.Words(Cell{}, "Type it in the line below.", look.Dim)
	var got []string
	for _, row := range p.Rows(p.Len(), "more") {
		got = append(got, ansi.Strip(row))
	}
	want := []string{
		"Learning          ",
		"Seen  during the  ",
		"      January     ",
		"      rebuild     ",
		"",
		"Type it in the    ",
		"line below.       ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if rows := p.Rows(3, "more"); len(rows) != 3 || ansi.Strip(rows[2]) != "more" {
		t.Errorf("in three rows: %q", rows)
	}
}

func TestAPaneIsDrawnAnewForAnotherRowAndWhenItIsForgotten(t *testing.T) {
	drawn := 0
	var s Side[string]
	beside := func(row string) {
		s.Rows(row, func() []string { drawn++; return []string{row} })
	}
	for i, step := range []struct {
		do   func()
		want int
	}{
		{func() { beside("a") }, 1},
		{func() { beside("a") }, 1},
		{func() { beside("b") }, 2},
		{func() { s = Side[string]{}; beside("b") }, 3},
	} {
		if step.do(); drawn != step.want {
			t.Errorf("step %d: drawn %d times, want %d", i, drawn, step.want)
		}
	}
}

func TestARowSaysWhetherItIsMarkedAndSaved(t *testing.T) {
	look := darkTheme(t)
	for _, c := range []struct {
		marked, unsaved bool
		want            string
	}{{false, false, "   "}, {true, false, ">  "}, {false, true, " * "}, {true, true, ">* "}} {
		ground, cells := Signs(look, c.marked, c.unsaved)
		if got := ansi.Strip(Row(3, ground, cells...)); got != c.want || (ground == look.Selected) != c.marked {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
