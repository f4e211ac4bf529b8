package screen_test

import (
	"testing"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
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

func TestACommandNeedsWhatHoldsNow(t *testing.T) {
	any, two := false, false
	marked := screen.Needs(nil, func() bool { return any }, "no row yet")
	merge := screen.Needs(marked, func() bool { return two }, "only one row")
	for _, c := range []struct {
		any, two bool
		want     safe.Text
	}{{false, true, "no row yet"}, {true, false, "only one row"}, {true, true, ""}} {
		any, two = c.any, c.two
		if got := merge(); got != c.want {
			t.Errorf("%v, %v: off because %q, want %q", any, two, got, c.want)
		}
	}
}

func TestARowIsMovedOnePlaceByItsCommands(t *testing.T) {
	p := screentest.Sample()
	row := screen.Row{Table: model.Attendees, ID: p.Attendees[1].ID}
	for _, c := range (screen.Env{}).Moves("Person moved", nil, func() screen.Row { return row }) {
		after, err := c.Do().Edit.Make(p)
		if at := model.NewIndex(after).Attendees; err != nil || c.Name == keymap.MoveUp && at[0].ID != row.ID || c.Name == keymap.MoveDown && at[2].ID != row.ID {
			t.Errorf("%s: %v, %v", c.Name, err, at)
		}
	}
}

func TestAnEditThatAddsARowMarksIt(t *testing.T) {
	edit := screen.Add("Event added", func(p model.Postmortem) (model.Postmortem, model.ID, error) { return p, "new", nil })
	if _, mark, err := edit.Apply(model.Postmortem{}); err != nil || mark != "new" || edit.Label != "Event added" {
		t.Errorf("%v, %+v", err, edit)
	}
}

func TestWhatWaitsUnseenIsDrawnAsStars(t *testing.T) {
	hidden := false
	env := screen.Env{Pending: func(screen.Key) (string, bool) { return "abc", true }, Unseen: func(screen.Key) bool { return hidden }}
	for want := range map[string]bool{"abc": false, "***": true} {
		hidden = want == "***"
		if got, waits := env.Waiting(screen.Key{}); got != want || !waits {
			t.Errorf("got %q, %v, want %q", got, waits, want)
		}
	}
}
