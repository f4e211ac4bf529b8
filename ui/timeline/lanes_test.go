package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func inLanes(t testing.TB, p model.Postmortem, width, height int) *screentest.Stage {
	b := with(t, p)
	b.Resize(width, height)
	b.Command(keymap.View)
	return b
}

func TestLanesAt80Columns(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 80, 16).Mark("pool")
	b.Want("80x16", b.Text(), screentest.Drawing(`
  When    What              Ana          Ben          Chao         Mia
  13:40   Planned index r»  .            ?            The afterno» .
  13:52   Replica lag pas»  .            14:21 The l» .            .
  14:02   Page: checkout »  I opened th» at once      .            .
  14:04   Support receive»  .            14:15 learns .            Four people»
> 14:09   Checkout pool l»  14:15 I was» Connections» .            .
  14:12-  Error share on »  .            .            .            .
  14:21   Database dashbo»  .            Nine minute» .            .
  ~14:25  Index rebuild p»  .            was there    A pause cos» .
  14:31   Lag back under »  .            .            I watched t» .

  14:09  decision, starred, Thu 12 Mar                  2 accounts, 2 links
    Checkout pool lowered from 200 to 120
    ben  Connections stood at the limit; I read it as a traffic peak.
    ana  I was on the payment provider's status page; saw the change at 14:15.
    and 2 more rows; Enter on the empty line opens all`))
	b.Want("position", string(b.Position()), "1-9 of 10")
}

func TestLanesOfASmallScreenStandOnPages(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 60, 9).Mark("pool")
	b.Want("60x9", b.Text(), screentest.Drawing(`
  When    lanes 1-2 of 4    Ana             Ben
  13:40   Planned index r»  .               ?
  13:52   Replica lag pas»  .               14:21 The list»
  14:02   Page: checkout »  I opened the c» at once
  14:04   Support receive»  .               14:15 learns
> 14:09   Checkout pool l»  14:15 I was on» Connections st»
  14:12-  Error share on »  .               .
    Checkout pool lowered from 200 to 120
    ben  Connections stood at the limit; I read it as a tr»`))
	b.Want("v", view(b), "more lanes")
	b.Command(keymap.View)
	if heads := strings.Split(b.Text(), "\n")[0]; heads != "  When    lanes 3-4 of 4    Chao            Mia" {
		t.Errorf("the second page has %q", heads)
	}
	b.Want("position", string(b.Position()), "lanes 3-4 of 4, 1-6 of 10")
	b.Want("v", view(b), "list")
	b.Command(keymap.View)
	b.Want("behind the last page", rowOf(b, "14:09"), "> 14:09       Checkout pool lowered from 200»  ben ana")
	b.Want("v", view(b), "lanes")
}

// view is what the footer says of v.
func view(b *screentest.Stage) string {
	for _, h := range b.Hints(false) {
		if h.Command == keymap.View {
			return string(h.Word)
		}
	}
	return ""
}

func TestLanesTakeTheWholeWidthOfALargeScreen(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 140, 20).Mark("pool")
	rows := strings.Split(b.Text(), "\n")
	b.Want("rows", strings.Join(rows[:6], "\n"), screentest.Drawing(`
  When    What                        Ana                      Ben                      Chao                     Mia
  13:40   Planned index rebuild sta»  .                        ?                        The afternoon is when w» .
  13:52   Replica lag passes 90 s, »  .                        14:21 The list goes to » .                        .
  14:02   Page: checkout latency ab»  I opened the checkout d» at once                  .                        .
  14:04   Support receives first me»  .                        14:15 learns of it       .                        Four people wrote withi»
> 14:09   Checkout pool lowered fro»  14:15 I was on the paym» Connections stood at th» .                        .`))
	b.Want("the details stay below", rows[15], "  14:09  decision, starred, Thu 12 Mar"+strings.Repeat(" ", 78)+"2 accounts, 2 links")
}

func TestEveryCommandWorksOnTheMarkedRowOfTheLanes(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 80, 16).Mark("errors")
	b.Type(">@ana the graph rose")
	b.Want("an account", rowOf(b, "14:12-"), "> 14:12-  Error share on »  the graph r» .            .            .")
	b.Type(">k 14:20 @ben").Type(">k at once @chao").Type(">@mia").Type(">k nobody @mia")
	b.Want("knowings", rowOf(b, "14:12-"), "> 14:12-  Error share on »  the graph r» 14:20 learns at once      was there")
	b.Type(`>@omar I read the graph`)
	b.Want("a further lane", strings.Split(b.Text(), "\n")[0], "  When    lanes 1-3 of 5    Ana              Ben              Chao")
	b.Command(keymap.View)
	b.Want("is on the next page", rowOf(b, "14:12-"), "> 14:12-  Error share on »  was there        I read the graph")
	b.Command(keymap.Remove)
	b.Want("the neighbour is marked", rowOf(b, "14:21"), "> 14:21   Database dashbo»  .            Nine minute» .            .")
	b.Click(1)
	b.Want("a click", marked(b).What, "Planned index rebuild starts on the replicas")
	b.Want("found", string(b.Find("nine minutes")), "found at 14:21; Enter finds the next")
	if b.Type(""); b.Out.Open == nil {
		t.Error("Enter on the empty line opens no form")
	}
	b.Want("w", *b.Do(keymap.WhenKnown).Line, ">known ")
}

func TestWordsOfNobodyNamedHaveALane(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 100, 16).Mark("errors").Type(">it was loud here")
	if heads := strings.Split(b.Text(), "\n")[0]; !strings.HasSuffix(heads, "not named") {
		t.Errorf("heads are %q", heads)
	}
	if row := rowOf(b, "14:12-"); !strings.HasSuffix(row, ".             it was loud »") {
		t.Errorf("the row is %q", row)
	}
}

// dozen is a record of twelve people in three teams who tell of many rows.
func dozen(events int) model.Postmortem {
	p := sampletest.Large(events)
	p.Attendees = p.Attendees[:12]
	for i := range p.Attendees {
		p.Attendees[i].Team = []string{"payments", "search", "support"}[i%3]
		if i > 7 {
			p.Attendees[i].Name = fmt.Sprint("Person", i, " Late")
		}
	}
	p.Accounts, p.Knowings = nil, nil
	for i, e := range p.Events {
		p.Accounts = append(p.Accounts, model.Account{ID: model.ID(fmt.Sprintf("account%09d", i)), Event: e.ID, Attendee: p.Attendees[i*7%12].ID, Text: "I saw it then", Source: model.SaidInRoom, Pos: fmt.Sprintf("a%d", i%10)})
	}
	p.DecisionPoints, p.CardLines, p.Learnings, p.Countermeasures, p.ParkedIdeas, p.Evidence = nil, nil, nil, nil, nil, nil
	return p
}

func TestTwelvePeopleAndTwoThousandRows(t *testing.T) {
	b := inLanes(t, dozen(2000), 80, 16)
	pages := []string{}
	for range 3 {
		pages = append(pages, strings.Join(strings.Fields(strings.Split(b.Text(), "\n")[0])[1:], " "))
		b.Command(keymap.View)
	}
	b.Want("pages", strings.Join(pages, "\n"), screentest.Drawing(`
lanes 1-4 of 12 Ana Ben Chao Dana
lanes 5-8 of 12 Emre Farah Goran Hana
lanes 9-12 of 12 Person8 Person9 Person10 Person11`))
	b.Want("then the list", view(b), "lanes")

	// Where even three pages are too few, teams stand beside each other.
	b.Resize(60, 16)
	b.Command(keymap.View)
	b.Want("heads", strings.Join(strings.Fields(strings.Split(b.Text(), "\n")[0]), " "), "When lanes 1-2 of 3 payments search")
	b.Want("a cell names who told it", strings.Fields(b.Text())[9+3], "person00:")
	b.Resize(140, 32)
	b.Want("heads", strings.Join(strings.Fields(strings.Split(b.Text(), "\n")[0]), " "), "When lanes 1-6 of 12 Ana Ben Chao Dana Emre Farah")

	b.Resize(80, 16)
	b.KeepsItsFrame(100)
	b.Move(screen.Last)
	if rows := len(b.Body()); rows != 16 {
		t.Errorf("%d rows", rows)
	}
}

func TestSharedFirstNamesStandAsHandles(t *testing.T) {
	p := screentest.Sample()
	p.Attendees = append([]model.Attendee(nil), p.Attendees...)
	p.Attendees[2].Name = "Ana Lin" // chao
	b := inLanes(t, p, 80, 16)
	b.Want("heads", strings.Join(strings.Fields(strings.Split(b.Text(), "\n")[0]), " "), "When What ana Ben chao Mia")
}

func TestWithoutAViewThereIsNoLane(t *testing.T) {
	p := screentest.Sample()
	p.Accounts, p.Knowings = nil, nil
	b := with(t, p)
	b.Want("v", b.Command(keymap.View).Check, "nobody told of a row yet, so there is no lane; >@ana and words make the first")
	b.Type(">@ana I was there").Command(keymap.View)
	b.Want("with one", view(b), "list")
	b.Hand(p) // as after an undo
	b.Want("after it is taken back", view(b), "lanes")
	b = with(t, model.Postmortem{})
	b.Want("without a row", b.Command(keymap.View).Check, "no row is marked yet; i types the first one")
}

func TestAnotherRecordIsShownAsAList(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 80, 16)
	b.Hand(sampletest.Large(20))
	b.Want("v", view(b), "lanes")
}

func TestRowsOfSeveralDaysNameTheDayInTheLanesToo(t *testing.T) {
	b := inLanes(t, screentest.Sample(), 80, 16).Mark("status").Type("2026-03-13 00:03 Backlog is clear @ana")
	b.Want("row", rowOf(b, "Fri 00:03"), "> Fri 00:03   Backlog is clear  was there   .           .           .")
}

// The lanes are another face of the same list: whatever one does in them but edit, the record and
// the mark are as they were, and what one marks there is marked in the list.
func TestTheMarkIsTheSameInBothViews(t *testing.T) {
	p := dozen(60)
	rapid.Check(t, func(rt *rapid.T) {
		b := with(t, p)
		widths := rapid.SampledFrom([]int{60, 80, 100, 140})
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			was := b.Marked()
			switch rapid.IntRange(0, 2).Draw(rt, "act") {
			case 0:
				b.Move(screen.Move(rapid.IntRange(0, 5).Draw(rt, "move")))
				continue
			case 1:
				b.Command(keymap.View)
			case 2:
				b.Resize(widths.Draw(rt, "width"), rapid.IntRange(4, 32).Draw(rt, "height"))
			}
			if b.Marked() != was || b.Edits != 0 {
				rt.Fatalf("the mark went from %v to %v, %d edits", was, b.Marked(), b.Edits)
			}
			if n := strings.Count("\n"+b.Text(), "\n>"); n != 1 {
				rt.Fatalf("%d rows are marked\n%s", n, b.Text())
			}
		}
	})
}

func TestTheLanesFitAnySize(t *testing.T) {
	wide := screentest.Sample()
	wide.Attendees = append([]model.Attendee(nil), wide.Attendees...)
	wide.Attendees[0].Name = strings.Repeat("目録", 20)
	wide.Attendees[1].Handle, wide.Attendees[1].Name = strings.Repeat("ben", 20), ""
	wide.Accounts = append([]model.Account(nil), wide.Accounts...)
	wide.Accounts[0].Text = strings.Repeat("目録の再構築 ", 40)
	wide.Accounts[1].Text = "line\nbreak and \x1b]0;title\a escape"
	for name, p := range map[string]model.Postmortem{"wide": wide, "dozen": dozen(200), "large": sampletest.Large(400)} {
		st, _ := screentest.New(t, screen.Timeline, lined(t), p, 80, 16)
		st.Command(keymap.View)
		st.FitsEverySize(name, true)
	}
}

func BenchmarkKeyInLanes(b *testing.B) {
	for _, n := range []int{20, 5000} {
		b.Run(fmt.Sprintf("%d events", n), func(b *testing.B) {
			s := with(b, sampletest.Large(n))
			s.Command(keymap.View)
			s.BenchmarkKey(b, "14:31 lag back under 5 s, latency normal #obs @person0")
		})
	}
}
