package widget

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/safe"
	"debrief/ui/theme"
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

func TestAPaneIsIndentedAndHasHeadings(t *testing.T) {
	p := NewPane(darkTheme(t), 14)
	p.Heading("Accounts")
	p.Indent = 2
	p.Lines(Cell{Text: "ben", Width: 5}, []safe.Text{"flat", "line"}, theme.Style{})
	got := strings.Split(ansi.Strip(strings.Join(p.Rows(9, ""), "\n")), "\n")
	if want := []string{"", "Accounts    ", "  ben  flat ", "       line "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAColumnKeepsItsGap(t *testing.T) {
	if got := Row(8, theme.Style{}, Cell{Text: "too long"}.Fit(5, 1), Cell{Text: "ab"}.Fit(3, 0)); got != "too» ab " {
		t.Errorf("got %q", got)
	}
}

func TestAListAndItsPaneStandBesideEachOther(t *testing.T) {
	look := darkTheme(t)
	look.Glyphs = theme.ASCII()
	got := strings.Split(ansi.Strip(strings.Join(Beside(look, []string{"ab", ""}, 2, []string{"one", "two", "three"}, 3), "\n")), "\n")
	if want := []string{"ab| one", "  | two", "  | three"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnEmptyListTeaches(t *testing.T) {
	look := darkTheme(t)
	rows := Teach(look, 20, "Type a name:", "", "  Ana Silva")
	if rows[1] != "" || ansi.Strip(rows[0]) != "  Type a name:      " || !strings.Contains(rows[2], look.Strong.On()) {
		t.Errorf("got %q", rows)
	}
}
