package ui

import (
	"strings"
	"testing"

	"debrief/ui/screen"
)

// The facilitator looks back from Ben's seat, the room answers what nobody had said, and the card
// is as it was.
func TestAMeetingLooksBackFromOneSeat(t *testing.T) {
	d := sampleDriver(t, screen.Discretion)
	d.want("> Needed        -    what any colleague in this seat needs", "Esc v known then")
	d.press("esc", "i") // what is said on coming in leaves with the first key
	card := d.text()
	d.press("esc", "v")
	frame := strings.Join(d.rows()[3:], "\n")
	want := strings.Trim(`
  Known to Ben Okafor at 14:09                         card 2 of 3, v goes back

  When         Known to Ben  What
  13:40        ?             Planned index rebuild starts on the replicas
  13:52        later 14:21   (Replica lag passes 90 s, mail to the db list)
  14:02        at once       Page: checkout latency above 2 s
  14:04        later 14:15   (Support receives first messages on payments)
> 14:09        --- here ---  Checkout pool lowered from 200 to 120
  14:12-14:18  later         (Error share on checkout rises from 2 to 11 %)
  14:21        later         (Database dashboard opened, lag reads 9 min)
  ~14:25       later         (Index rebuild paused)
  14:31        later         (Lag back under 5 s, latency normal)
  14:40        later         (Status page says resolved)

  ?  nobody has said yet when Ben learned of this

  -------------------------------------------------- 1 known, 1 to ask, 7 later
  Ask       What did you know, and what was not yet visible?
  Needed    (i to type)
  Reads     letters are commands now
  i type  v card  w when known  Up/Dn row  Enter open  u undo  ? help
`, "\n")
	if frame != want {
		t.Errorf("got\n%s\nwant\n%s", frame, want)
	}

	d.press("home", "w")
	d.want("Row       >known", "when did it become known?")
	d.kind("14:05")
	d.want("13:40: known to @ben Ben Okafor at 14:05")
	d.press("enter")
	d.want("> 13:40        14:05         Planned index rebuild", "2 known, 0 to ask, 7 later", "noted when it was known at 13:40")
	d.press("down", "ctrl+z")
	d.want("> 13:40        ?             Planned index rebuild", "Taken back: When known noted (in Timeline)")

	d.press("enter")
	d.want("[Timeline]", "> 13:40")
	d.press("esc", "g", "4")
	d.want("> 13:40        ?             Planned", "1 known, 1 to ask, 7 later")
	d.press("esc", "v", "i")
	if got := d.text(); got != card {
		t.Errorf("the card was\n%s\nand is\n%s", card, got)
	}
}

// The room sees the incident as several people lived it, adds what is missing there, and is in
// the list again with the same row marked.
func TestAMeetingTellsARowInItsLanes(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.press("esc", "home", "down", "down", "down", "down", "down", "v")
	d.want("  When    What              Ana          Ben          Chao         Mia",
		"> 14:12-  Error share on »  .            .            .            .", "v list")
	d.kind(">@ana the graph rose")
	d.press("enter")
	d.want("> 14:12-  Error share on »  the graph r» .", "account added at 14:12-14:18")
	d.press("ctrl+z")
	d.want("> 14:12-  Error share on »  .            .")
	d.press("esc", "v")
	d.want("> 14:12-14:18         Error share on checkout rises from 2 to 11 %  -", "v lanes")
}
