package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
	"debrief/ui/theme"
	"debrief/ui/timeline"
)

func TestTheTimelineAt80Columns(t *testing.T) {
	b := room(t).Mark("pool")
	b.Want("body", b.Text(), strings.Trim(`
  When         Known  What                                          Account by
  13:40               Planned index rebuild starts on the replicas  chao
  13:52        14:21  Replica lag passes 90 s, mail to the db list  ben
  14:02               Page: checkout latency above 2 s              ana
  14:04               Support receives first messages on payments   mia
> 14:09               Checkout pool lowered from 200 to 120         ben ana
  14:12-14:18         Error share on checkout rises from 2 to 11 %  -
  14:21               Database dashboard opened, lag reads 9 min    ben
  ~14:25              Index rebuild paused                          chao ben
  14:31               Lag back under 5 s, latency normal            chao

  14:09  decision, starred, Thu 12 Mar                  2 accounts, 2 links
    ben  Connections stood at the limit; I read it as a traffic peak.
    ana  I was on the payment provider's status page; saw the change at 14:15.
    pool-graph.png, chat #ops 118-128
    known  at once, to Ben; 14:15 to Ana
`, "\n"))
	b.Want("position", string(b.Position()), "1-9 of 10")
	b.Want("question", string(b.Ask()), "Where did you see it, and what did you take it to mean then?")
}

func TestTheTimelineAt60Columns(t *testing.T) {
	b := room(t)
	b.Resize(60, 9)
	b.Mark("dashboard").Mark("pool")
	b.Want("body", b.Text(), strings.Trim(`
  When        What                             Account by
  13:40       Planned index rebuild starts o»  chao
  13:52       (14:21) Replica lag passes 90 »  ben
  14:02       Page: checkout latency above 2»  ana
  14:04       Support receives first message»  mia
> 14:09       Checkout pool lowered from 200»  ben ana
  14:12-14:18 Error share on checkout rises »  -
    Checkout pool lowered from 200 to 120
    ben  Connections stood at the limit; I read it as a tr»
`, "\n"))
}

func TestTheTimelineAt140Columns(t *testing.T) {
	b := room(t).Mark("pool")
	b.Resize(140, 20)
	b.Want("body", b.Text(), strings.Trim(`
  When         Known  What                                              Kind         Account by | 14:09  decision, starred, Thu 12 Mar
  13:40               Planned index rebuild starts on the replicas      action       chao       | Checkout pool lowered from 200 to 120
  13:52        14:21  Replica lag passes 90 s, mail to the db list      observed     ben        |
  14:02               Page: checkout latency above 2 s                  detection    ana        | Accounts
  14:04               Support receives first messages on payments       impact       mia        |   ben  Connections stood at the limit; I
> 14:09               Checkout pool lowered from 200 to 120             decision     ben ana    |        read it as a traffic peak.
  14:12-14:18         Error share on checkout rises from 2 to 11 %      impact       -          |   ana  I was on the payment provider's
  14:21               Database dashboard opened, lag reads 9 min        diagnosis    ben        |        status page; saw the change at
  ~14:25              Index rebuild paused                              action       chao ben   |        14:15.
  14:31               Lag back under 5 s, latency normal                observed     chao       |
  14:40               Status page says resolved                         message      mia        | Known     at once, to Ben
                                                                                                |           14:15 to Ana
                                                                                                | Evidence  pool-graph.png
                                                                                                |           chat #ops 118-128
                                                                                                | Card      2 of 3, Ben Okafor
                                                                                                |
                                                                                                | Parked here
                                                                                                |   Show pool changes in the ops channel
                                                                                                |
                                                                                                |
`, "\n"))
}

func TestAnEmptyTimelineSaysWhatToType(t *testing.T) {
	b := with(t, model.Postmortem{})
	for _, want := range []string{"14:05 Page: checkout latency above 2 s @ana #detection", ">@ben"} {
		if !strings.Contains(b.Text(), want) {
			t.Errorf("%q is not in\n%s", want, b.Text())
		}
	}
	b.Want("position", string(b.Position()), "no row yet")
	b.Want("Enter", b.Type("").Said, "Check the line is empty; type for example 14:05 Page: latency above 2 s")
	b.Want("about no row", b.Type(">@ana I saw it").Said, "Check no row is marked yet; begin with a time and what happened")
	b.Want("a letter", b.Command(keymap.Decide).Said, "Check no row is marked yet; i types the first one")
}

func TestARowWithoutAnAccountAsksForOne(t *testing.T) {
	b := room(t).Mark("errors")
	b.Want("question", string(b.Ask()), "What did users experience at this point?")
	if row := rowOf(b, "14:12-14:18"); !strings.HasSuffix(row, " -") {
		t.Errorf("the row does not show that nobody told of it: %q", row)
	}
	if !strings.Contains(b.Text(), "nobody told of it yet; for example >@ana I saw the page") {
		t.Errorf("the strip does not teach how to add one:\n%s", b.Text())
	}
}

func TestKnownIsShownOnlyWhereItDiffers(t *testing.T) {
	for _, c := range []struct {
		line, want string
	}{
		{">k 14:21", "14:21"},
		{">known 14:21 @ben", "14:21"},
		{">k at once @ana", ""},
		{">k 14:12", ""},
		{">k nobody", ""},
	} {
		b := room(t).Mark("errors").Type(c.line)
		if got := strings.TrimSpace(rowOf(b, "14:12-14:18")[15:22]); got != c.want {
			t.Errorf("%s: known is %q, want %q (%s)", c.line, got, c.want, b.Said)
		}
	}
}

func TestARowThatIsNotOnDiskHasItsSign(t *testing.T) {
	b := room(t).Mark("pool")
	if got := rowOf(b, "14:21")[:8]; got != "  14:21 " {
		t.Fatalf("saved: %q", got)
	}
	b.Unsaved[sample.ID("dashboard")] = true
	if got := rowOf(b, "14:21")[:8]; got != " *14:21 " {
		t.Errorf("not saved: %q", got)
	}
	delete(b.Unsaved, sample.ID("dashboard"))
	if got := rowOf(b, "14:21")[:8]; got != "  14:21 " {
		t.Errorf("saved again: %q", got)
	}
}

func TestTheFirstRowOfAnotherDayNamesIt(t *testing.T) {
	b := room(t).Mark("status").Type("2026-03-13 00:03 Backlog of the night is clear").Type("00:20 Shift ends")
	for _, want := range []string{"  Fri 00:03    ", "> 00:20        "} {
		if !strings.Contains(b.Text(), want) {
			t.Errorf("%q is not in\n%s", want, b.Text())
		}
	}
}

func TestTheListDoesNotMoveWithTheMark(t *testing.T) {
	b := room(t)
	for _, size := range [][2]int{{80, 16}, {60, 9}, {140, 32}, {80, 12}} {
		b.Resize(size[0], size[1])
		for range 11 {
			rows := strings.Split(b.Text(), "\n")
			if len(rows) != size[1] {
				t.Errorf("%dx%d with %q marked: %d rows", size[0], size[1], marked(b).What, len(rows))
			}
			b.Move(screen.Down)
		}
	}
}

func TestTheBodyFitsAnySize(t *testing.T) {
	wide := screentest.Sample()
	wide.Events[0].What = strings.Repeat("目録の再構築 ", 40)
	wide.Events[1].What = "line\nbreak and \x1b]0;title\a escape"
	wide.Events[2].When = model.Moment{}
	wide.Accounts[0].Text = strings.Repeat("long words of an account\n\n", 80)
	wide.Attendees[1].Handle = strings.Repeat("ben", 20)
	for name, p := range map[string]model.Postmortem{"empty": {}, "full": wide} {
		st, _ := screentest.New(t, screen.Timeline, lined(t), p, 80, 16)
		st.FitsEverySize(name, name != "empty")
	}
}

// lined makes the screen with lines and other signs beyond ASCII.
func lined(t *testing.T) func(screen.Env) *timeline.Screen {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.Lines())
	if err != nil {
		t.Fatal(err)
	}
	return func(env screen.Env) *timeline.Screen {
		env.Theme = look
		return timeline.New(env)
	}
}

func TestOnlyRowsInSightAreDrawn(t *testing.T) {
	b := with(t, sampletest.Large(2000))
	b.KeepsItsFrame(100)
	if rows := len(b.Body()); rows != 16 {
		t.Errorf("%d rows", rows)
	}
	b.Move(screen.Last)
	if got := string(b.Position()); got != "1992-2000 of 2000" {
		t.Errorf("position: %q", got)
	}
}

func BenchmarkKey(b *testing.B) {
	for _, n := range []int{20, 5000} {
		b.Run(fmt.Sprintf("%d events", n), func(b *testing.B) {
			with(b, sampletest.Large(n)).BenchmarkKey(b, "14:31 lag back under 5 s, latency normal #obs @person0")
		})
	}
}

// A person closed a form half-filled with Esc and never found the row again.
func TestARowWhoseFormHoldsWordsHasItsSign(t *testing.T) {
	b := room(t).Mark("pool")
	note := screen.Key{Row: sample.ID("lag"), Field: "note", Form: true}
	b.Waiting[note] = "ask Ben"
	if got := b.Text(); strings.Count(got, "\n *13:52") != 1 {
		t.Errorf("got\n%s", got)
	}
	delete(b.Waiting, note)
	if got := b.Text(); strings.Contains(got, "*13:52") {
		t.Errorf("the sign stays:\n%s", got)
	}
}

// A person held Up to come to the first row, and was at the last one.
func TestUpStaysInTheFirstRow(t *testing.T) {
	b := room(t)
	b.Move(screen.First)
	first := b.Marked()
	b.Move(screen.Up)
	if got := b.Marked(); got != first {
		t.Errorf("marked is %v, want %v", got, first)
	}
}

// The name of a file was underlined, and the room asked what is wrong with its wording.
func TestEvidenceIsNotUnderlined(t *testing.T) {
	for _, size := range [][2]int{{80, 16}, {140, 32}} {
		b := room(t).Mark("pool")
		b.Resize(size[0], size[1])
		body := strings.Join(b.Body(), "\n")
		if !strings.Contains(body, "pool-graph.png") || strings.Contains(body, "\x1b[4") || strings.Contains(body, ";4m") {
			t.Errorf("%v: %q", size, body)
		}
	}
}
