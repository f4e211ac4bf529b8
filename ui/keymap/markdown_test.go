package keymap_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"debrief/ui"
	"debrief/ui/keymap"
)

// update writes docs/keys.md instead of comparing it.
var update = flag.Bool("update", false, "write docs/keys.md")

const page = "../../docs/keys.md"

func TestThePageOfKeysIsTheTable(t *testing.T) {
	table, err := keymap.New(ui.Bindings())
	if err != nil {
		t.Fatal(err)
	}
	got := table.Markdown()
	if *update {
		if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Error("docs/keys.md differs from the table: go test ./ui/keymap -update")
	}
}

func TestThePageEscapesWhatWouldEndACell(t *testing.T) {
	table, err := keymap.New([]keymap.Binding{
		{Command: keymap.Find, Scope: keymap.List, Keys: []string{"|", "`"}, Word: "find", Help: "find", Why: "a|b"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "| `\\|`, `` ` `` | find | a\\|b | `find` |\n"
	if got := table.Markdown(); !strings.Contains(got, want) {
		t.Errorf("got %s, want the row %s", got, want)
	}
}
