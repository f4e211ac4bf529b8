package screen_test

import (
	"testing"

	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

func TestACommandIsDoneOrSaysWhyItHasNoUse(t *testing.T) {
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	why := safe.Text("nothing is marked")
	cs := append(screen.Never("cards stand in a fixed order", keymap.MoveUp),
		screen.Fills(keymap.Perspective, func() safe.Text { return why }, ">@"), screen.Fills(keymap.Time, nil, ">"))
	for c, want := range map[keymap.Command]string{
		keymap.MoveUp:      "cards stand in a fixed order",
		keymap.Perspective: "nothing is marked",
		keymap.Merge:       "this works on an idea; g 6 goes to Countermeasures",
		keymap.Back:        "this has no use here",
		keymap.Time:        "",
	} {
		out := cs.Do(c, keys)
		if off := string(cs.Off(c, keys)); off != want || string(out.Check) != want {
			t.Errorf("%s: off because %q, says %q, want %q", c, off, out.Check, want)
		}
		if (out.Line != nil) != (want == "") {
			t.Errorf("%s fills the line: %v", c, out.Line != nil)
		}
	}
	if why = ""; *cs.Do(keymap.Perspective, keys).Line != ">@" {
		t.Error("a command that has a use again is not done")
	}
	if !cs.Has(keymap.MoveUp) || cs.Has(keymap.Merge) {
		t.Error("it has a use here or none, but it is brought")
	}
}
