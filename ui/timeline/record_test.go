package timeline_test

import (
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func TestALineBecomesARowAtItsTimeAndIsMarked(t *testing.T) {
	b := room(t).Mark("pool").Type("14:23 lag graph shown to the room #obs @chao")
	e := marked(b)
	if e.What != "lag graph shown to the room" || e.Kind != model.Observed || e.When.Clock(screentest.Zone(t)) != "14:23" {
		t.Fatalf("marked is %+v", e)
	}
	b.Want("row", rowOf(b, "14:23"), "> 14:23               lag graph shown to the room                   chao")
	at := b.Index.EventAt(e.ID)
	if before := b.Index.Events[at-1].ID; before != sample.ID("dashboard") {
		t.Errorf("it follows %q", b.Index.Events[at-1].What)
	}
	b.Want("said", b.Said, "Done recorded at 14:23; > goes on about it")

	b.Type(">@ben I had the same graph open")
	accounts := b.Index.AccountsOf(e.ID)
	if len(accounts) != 2 || accounts[1].Text != "I had the same graph open" || accounts[1].Attendee != sample.ID("ben") {
		t.Errorf("accounts of the new row: %+v", accounts)
	}
}

func TestARowWithoutATimeStandsBehindTheMarkedOne(t *testing.T) {
	b := room(t).Mark("page").Type("Second screen goes up in the room").Type("Coffee is made")
	var got []string
	for _, e := range b.Index.Events[2:6] {
		got = append(got, e.What)
	}
	want := []string{"Page: checkout latency above 2 s", "Second screen goes up in the room", "Coffee is made", "Support receives first messages on payments"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	b.Want("marked", marked(b).What, "Coffee is made")
}

func TestTheRowSignIsAboutTheMarkedRow(t *testing.T) {
	for _, c := range []struct {
		line, label, done string
		holds             func(b *screentest.Stage, e model.Event) bool
	}{
		{">@ben graph stood flat", "Account added", "Done account added at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			a := b.Index.AccountsOf(e.ID)
			return len(a) == 1 && a[0].Text == "graph stood flat" && a[0].Attendee == sample.ID("ben") && a[0].Source == model.SaidInRoom
		}},
		{">it was loud here", "Account added", "Done account added at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			a := b.Index.AccountsOf(e.ID)
			return len(a) == 1 && a[0].Text == "it was loud here" && a[0].Attendee == ""
		}},
		{">@ana @ben", "Who was there added", "Done noted who was there at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			a := b.Index.AccountsOf(e.ID)
			return len(a) == 2 && a[0].Text == "" && a[1].Attendee == sample.ID("ben")
		}},
		{">14:03", "Time changed", "Done time changed at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			return e.When.Clock(screentest.Zone(b.T)) == "14:03" && e.When.End.IsZero()
		}},
		{">known 14:21 @ben", "When known noted", "Done noted when it was known at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			k := b.Index.KnowingsOf(e.ID)
			return len(k) == 1 && k[0].Attendee == sample.ID("ben") && k[0].When.Clock(screentest.Zone(b.T)) == "14:21"
		}},
		{">#decision", "Kind changed", "Done kind decision at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			return e.Kind == model.Decision
		}},
		{">#dec @ana", "Event changed", "Done noted who was there, kind decision at 14:12-14:18", func(b *screentest.Stage, e model.Event) bool {
			return e.Kind == model.Decision && len(b.Index.AccountsOf(e.ID)) == 1
		}},
	} {
		b := room(t).Mark("errors").Type(c.line)
		b.Want(c.line+" says", b.Said, c.done)
		if b.Out.Edit == nil || b.Out.Edit.Label != c.label {
			t.Errorf("%s: label is not %q", c.line, c.label)
		}
		if b.Edits != 1 || !c.holds(b, b.Index.Event(sample.ID("errors"))) {
			t.Errorf("%s: %d edits, event %+v, accounts %+v", c.line, b.Edits, b.Index.Event(sample.ID("errors")), b.Index.AccountsOf(sample.ID("errors")))
		}
		b.Want(c.line+" keeps the mark", string(b.Marked().ID), string(sample.ID("errors")))
	}
}

func TestWhoIsSpokenOfInASentenceGivesNoAccount(t *testing.T) {
	b := room(t).Mark("errors").Type(">@ana I asked @jo about it, then @ben looked")
	a := b.Index.AccountsOf(sample.ID("errors"))
	if len(a) != 1 || a[0].Attendee != sample.ID("ana") || a[0].Text != "I asked @jo about it, then @ben looked" {
		t.Errorf("accounts: %+v", a)
	}
	if jo, ok := b.Index.Handle("jo"); !ok || jo.Roles != 0 {
		t.Errorf("@jo did not join the attendees without a role: %+v", jo)
	}
	b.Want("said", b.Said, "Done account added at 14:12-14:18; new in Attendees: @jo")
}

func TestUnknownPeopleAreSaidBeforeTheyJoin(t *testing.T) {
	b := room(t).Mark("pool")
	b.Want("a new row", b.Reads("14:31 hand-over @jo"), "new row at 14:31, after 14:31; @jo (new)")
	b.Want("spoken of", b.Reads(">@ben I told @jo about it"), "account by @ben Ben Okafor of 14:09; @jo joins the attendees")
	if _, ok := b.Type("14:31 hand-over @jo").Index.Handle("jo"); !ok {
		t.Error("@jo is not among the attendees")
	}
}

func TestReadsSaysWhatEnterDoes(t *testing.T) {
	b := room(t).Mark("pool")
	for text, want := range map[string]string{
		"":                              "words add a row; > about 14:09; Enter opens it",
		"14:26 lag falls #obs @ch":      "new row at 14:26, after ~14:25; observed; @chao Chao Lin: Tab",
		"13:00 stock import ends":       "new row at 13:00",
		"the room asks for a graph":     "new row, after 14:09",
		">14:04":                        "the time of 14:09 becomes 14:04",
		">k 14:21 @ben":                 "known to @ben Ben Okafor at 14:21",
		"14:61 no such minute":          "14:61 is no time of day: minutes and seconds go to 59",
		"14:26 graph shown #nosuchkind": "",
	} {
		r := b.Read(text, len(text))
		if want == "" {
			if !r.Fault {
				t.Errorf("%q is not a fault: %q", text, r.Words)
			}
			continue
		}
		b.Want(text, string(r.Words), want)
	}
	if got := b.Read(">@ana x", 7).Label; got != "Row" {
		t.Errorf("label of a line about the row: %q", got)
	}
}

func TestAFaultKeepsTheLineAndChangesNothing(t *testing.T) {
	b := room(t).Mark("pool")
	for _, text := range []string{"14:61 no such minute", ">", "14:10", "@ben", ">known", "14:10 x #nosuch", ">@zz9 x #nosuch"} {
		b.Type(text)
		if b.Out.Check == "" || b.Out.Edit != nil || b.Edits != 0 {
			t.Errorf("%q: %+v", text, b.Out)
		}
	}
}

func TestAPendingEditOfARowThatIsGoneIsRefused(t *testing.T) {
	b := room(t).Mark("pool")
	out := b.Enter(">@ben more words")
	b.Mark("pool").Command(keymap.Remove)
	b.Apply(out)
	if !strings.HasPrefix(b.Said, "Check ") {
		t.Errorf("said %q", b.Said)
	}
}

func TestLettersOfTheList(t *testing.T) {
	for c, want := range map[keymap.Command]string{keymap.Perspective: ">@", keymap.Time: ">14:09", keymap.WhenKnown: ">known "} {
		b := room(t).Mark("pool").Command(c)
		if b.Out.Line == nil || *b.Out.Line != want {
			t.Errorf("%s: line %v, want %q", c, b.Out.Line, want)
		}
	}
}

func TestDecideMakesACardOfWhoToldFirstAndGoesToIt(t *testing.T) {
	b := room(t).Mark("dashboard").Command(keymap.Decide)
	if b.Edits != 1 || b.Out.Goto == nil || b.Out.Goto.Screen != screen.Discretion || b.Out.Goto.Postmortem != b.Record.Header.ID {
		t.Fatalf("outcome %+v", b.Out)
	}
	row, ok := b.Record.Row(model.DecisionPoints, b.Out.Goto.Row)
	if card, is := row.(model.DecisionPoint); !ok || !is || card.Attendee != sample.ID("ben") || card.Event != sample.ID("dashboard") {
		t.Errorf("goes to %+v", row)
	}

	again := b.Mark("dashboard").Command(keymap.Decide)
	if again.Edits != 1 || again.Out.Goto.Row != row.Key() {
		t.Errorf("a second d makes another card")
	}
}

func TestRemoveSaysHowToGetTheRowBack(t *testing.T) {
	b := room(t).Mark("pool").Command(keymap.Remove)
	b.Want("said", b.Said, `Done Removed "Checkout pool lowered from 20»". u brings it back`)
	if b.Index.EventAt(sample.ID("pool")) >= 0 {
		t.Error("it is still there")
	}
	b.Want("the mark goes to its neighbour", marked(b).What, "Error share on checkout rises from 2 to 11 %")
}

func TestMoveIsRefusedWhereTheTimeHoldsTheRow(t *testing.T) {
	b := room(t).Mark("pool").Command(keymap.MoveUp)
	if b.Edits != 0 || !strings.HasPrefix(b.Said, "Check ") {
		t.Errorf("said %q", b.Said)
	}
	b = room(t).Mark("page").Type("a row without a time").Command(keymap.MoveUp)
	if got := b.Index.EventAt(marked(b).ID); got != 2 || b.Edits != 2 {
		t.Errorf("the untimed row stands at %d after %d edits: %s", got, b.Edits, b.Said)
	}
}

func TestStarGoesOnAndOff(t *testing.T) {
	b := room(t).Mark("dashboard").Command(keymap.Star)
	if !marked(b).Starred || !strings.Contains(b.Text(), "diagnosis, starred, Thu 12 Mar") {
		t.Errorf("not starred:\n%s", b.Text())
	}
	if b.Command(keymap.Star); marked(b).Starred {
		t.Error("still starred")
	}
}

func TestEveryCommandIsAnsweredOrHasAReason(t *testing.T) {
	b := room(t).Mark("pool")
	for _, binding := range keymap.Default() {
		if binding.Scope != keymap.List && binding.Scope != keymap.NoKey {
			continue
		}
		if why := b.Off(binding.Command); why == "" {
			was := b.Text()
			if out := b.Do(binding.Command); out.Edit == nil && out.Line == nil && out.Open == nil && b.Text() == was {
				t.Errorf("%s does nothing and gives no reason", binding.Command)
			}
		}
	}
}

func TestFindMarksTheNextRowThatHoldsTheWords(t *testing.T) {
	b := room(t).Mark("rebuild")
	b.Want("first", string(b.Find("lag")), "found at 13:52; Enter finds the next")
	b.Move(screen.Down)
	b.Want("next, in an account", string(b.Find("four people")), "found at 14:04; Enter finds the next")
	b.Want("a time", string(b.Find("14:25")), "found at ~14:25; Enter finds the next")
	b.Want("round", string(b.Find("planned")), "found at 13:40; Enter finds the next")
	b.Want("nothing", string(b.Find("kubernetes")), `no row holds "kubernetes"`)
	b.Want("the mark stays", marked(b).What, "Planned index rebuild starts on the replicas")
}

func TestARowThatHangsOnAnEventMarksIt(t *testing.T) {
	b := room(t)
	for _, id := range []model.ID{b.Index.AccountsOf(sample.ID("pool"))[0].ID, b.Index.KnowingsOf(sample.ID("pool"))[0].ID, b.Index.EvidenceOf(sample.ID("pool"))[0].ID} {
		b.Mark("rebuild").Goto(screen.Place{Row: id})
		b.Want("marked", marked(b).What, "Checkout pool lowered from 200 to 120")
	}
	b.Goto(screen.Place{Row: "nobody"})
	b.Want("an unknown row leaves the mark", marked(b).What, "Checkout pool lowered from 200 to 120")
}

func TestAClickMarksTheRowUnderIt(t *testing.T) {
	b := room(t).Mark("rebuild")
	b.Click(3)
	b.Want("third row of the list", marked(b).What, "Page: checkout latency above 2 s")
	b.Click(0)
	b.Click(12)
	b.Want("heads and strip mark nothing", marked(b).What, "Page: checkout latency above 2 s")
}
