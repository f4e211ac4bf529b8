package screen_test

import (
	"testing"

	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

func TestAFinderGoesRoundAndIsAskedOnlyForNewWords(t *testing.T) {
	rows, asked := widget.NewSlice([]string{"Ana", "Ben", "Benno", "Chao"}), 0
	f := screen.Finder[string]{
		Prompt: "type a name",
		Text:   func(row string) string { asked++; return row },
		Name:   func(row string) safe.Text { return safe.Line(row) },
	}
	var list widget.List[string]
	find := func(words, want string) {
		t.Helper()
		if got := string(f.Find(&list, rows, words)); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
	find(" ", "type a name")
	find("BEN ", "found Ben; Enter finds the next")
	before := asked
	find("ben", "found Ben; Enter finds the next")
	if asked != before {
		t.Errorf("%d rows are searched again for the same words", asked-before)
	}
	list.Move(rows, 1)
	find("ben", "found Benno; Enter finds the next")
	list.Move(rows, 1)
	find("ben", "found Ben; Enter finds the next")
	find("zoe", `no row holds "zoe"`)
	if marked, _, _ := list.Marked(rows); marked != "Ben" {
		t.Errorf("words that are nowhere move the mark to %s", marked)
	}
	f.Find(&widget.List[string]{}, widget.NewSlice([]string(nil)), "ben")
}
