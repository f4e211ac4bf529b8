package screen_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/screen"
	"debrief/ui/theme"
)

func TestTheMarkedWayStaysMarkedWhileItIsOffered(t *testing.T) {
	look, err := theme.Choose(theme.Light, false, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	var w screen.Ways
	one, two := screen.Way{Ask: "one", Name: "One", Words: "first"}, screen.Way{Ask: "two", Name: "Two", Words: "second"}
	w.Offer(one, two)
	w.Move(screen.Down)
	w.Offer(two)
	if w.Marked() != "two" || w.Len() != 1 || w.Has("one") || !w.Has("two") {
		t.Errorf("marked is %q of %d", w.Marked(), w.Len())
	}
	w.Offer(one, two)
	got := ansi.Strip(strings.Join(w.View(look, 40, 2, "once more"), "|"))
	if strings.Join(strings.Fields(got), " ") != "One first |> Two once more" {
		t.Errorf("drawn is %q", got)
	}
	w.MarkFirst()
	if w.Marked() != "one" {
		t.Errorf("marked is %q", w.Marked())
	}
}
