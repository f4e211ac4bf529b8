package paste_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/keymap"
	"debrief/ui/paste"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func panel(t *testing.T, lines ...string) *paste.Panel {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	p := paste.New(screen.Env{Theme: look}, lines)
	rows, _ := p.Height(16)
	p.Resize(80, rows-1)
	return p
}

func rows(p *paste.Panel) []string {
	out := p.Body()
	for i := range out {
		out[i] = strings.TrimRight(ansi.Strip(out[i]), " ")
	}
	return out
}

func TestTheFirstLinesAndTheAnswersAreShown(t *testing.T) {
	answers := []string{
		"",
		"> One row each            5 rows, each as if it had been typed",
		"  Into the line as it is  one text with line breaks, not recorded yet",
		"  Leave it                nothing is put anywhere",
	}
	p := panel(t, "14:02 page", "14:04 messages", "14:09 pool", "14:12 errors", "14:21 lag")
	want := append([]string{"    14:02 page", "    14:04 messages", "    14:09 pool", "    and 2 more"}, answers...)
	if got := rows(p); !slices.Equal(got, want) || p.Title() != "5 lines were pasted" {
		t.Errorf("got %q\n%s", p.Title(), strings.Join(got, "\n"))
	}
	p.Resize(80, 6)
	want = append([]string{"    14:02 page", "    and 4 more"}, answers...)
	if got := rows(p); !slices.Equal(got, want) {
		t.Errorf("in six rows: got\n%s", strings.Join(got, "\n"))
	}
	p = panel(t, "one", "two", "three")
	if got := rows(p); got[2] != "    three" || got[3] != "" {
		t.Errorf("three lines: got\n%s", strings.Join(got, "\n"))
	}
}

func TestEnterGivesTheMarkedAnswer(t *testing.T) {
	for i, want := range []keymap.Command{paste.OneRowEach, paste.OneLine, "", ""} {
		p := panel(t, "one", "two")
		for range i {
			p.Move(screen.Down)
		}
		// The line may hold text already, to which the paste came.
		if out := p.Enter("14:05 "); out.Run != want || !out.Close {
			t.Errorf("%d down: got %+v, want %v", i, out, want)
		}
	}
	p := panel(t, "one", "two")
	p.Move(screen.Last)
	p.Move(screen.Up)
	if out := p.Enter(""); out.Run != paste.OneLine {
		t.Errorf("got %+v", out)
	}
}

func TestEscLeavesThePasteOut(t *testing.T) {
	p := panel(t, "one", "two")
	if out := p.Do(keymap.Back); !out.Close || out.Run != "" {
		t.Errorf("got %+v", out)
	}
	if out := p.Do(keymap.Next); out.Close {
		t.Errorf("Tab: got %+v", out)
	}
	if !p.Sudden() {
		t.Error("an Enter that is typed ahead answers it")
	}
}

func TestThePanelFitsEverySizeAndShowsItsMark(t *testing.T) {
	p := panel(t, strings.Repeat("検索 \x1b[2J ", 3000), "two", "three", "four")
	for width := 1; width <= 140; width++ {
		for height := 1; height <= 40; height++ {
			wanted, whole := p.Height(height)
			p.Resize(width, wanted-1)
			p.Move(screen.Down)
			body, marks := p.Body(), 0
			for _, row := range body {
				if w := ansi.StringWidth(row); w > width {
					t.Fatalf("%dx%d: %d cells: %q", width, height, w, row)
				}
				if strings.HasPrefix(ansi.Strip(row), ">") {
					marks++
				}
			}
			if wanted > height || whole || len(body) > wanted-1 || wanted > 1 && marks != 1 {
				t.Fatalf("%dx%d: %d rows wanted, %d drawn, %d marks", width, height, wanted, len(body), marks)
			}
		}
	}
}
