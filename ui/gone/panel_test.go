package gone_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/gone"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func TestItSaysAllOfItAtEverySizeAndWaitsForEnterOrEsc(t *testing.T) {
	look, err := theme.Choose(theme.Light, false, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	words := "What was half typed waits in it. ctrl+z at home brings it back, also later."
	p := gone.New(screen.Env{Theme: look}, "This post-mortem was deleted outside this window", words)
	for _, width := range []int{60, 80, 140} {
		p.Resize(width, 10)
		rows, _ := p.Height(16)
		p.Resize(width, rows-1)
		var said []string
		for _, row := range p.Body() {
			said = append(said, strings.Fields(ansi.Strip(row))...)
		}
		if got := strings.Join(said, " "); got != words {
			t.Errorf("%d columns: got %q", width, got)
		}
	}
	if _, own := p.Field(); own || !p.Sudden() {
		t.Error("it takes the line, or the key that was typed for the post-mortem")
	}
	p.Typed()
	if p.Enter("").Close {
		t.Error("the Enter that ends a sentence closes it")
	}
	if !p.Enter("").Close || !p.Do(keymap.Back).Close || p.Do(keymap.Undo).Close {
		t.Error("Enter and Esc close it, and nothing else")
	}
}
