package discretion

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// thenOf is the sample incident as Ben had it when he lowered the pool.
func thenOf(t *testing.T, width, height int) *room {
	r := checkout(t, width, height)
	r.Command(keymap.View)
	return r
}

func TestTheViewOfTheMock(t *testing.T) {
	r := thenOf(t, 80, 16)
	r.Want("80x16", r.Text(), screentest.Drawing(`
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
`)+"\n")
	r.Want("position", string(r.Position()), "1 known, 1 to ask, 7 later")
	r.Want("question", string(r.Ask()), "What did you know, and what was not yet visible?")
	r.Want("label", string(r.Field().Label), "Needed")
	var hints []string
	for _, h := range r.Hints(false) {
		hints = append(hints, fmt.Sprint(h.Command, "=", h.Word))
	}
	r.Want("footer", strings.Join(hints, " "), "type=type view=card when-known=when known up=row enter=open undo=undo help=help")
}

func TestASmallScreenCountsInTheLegend(t *testing.T) {
	r := thenOf(t, 60, 9)
	r.Want("60x9", r.Text(), screentest.Drawing(`
  Known to Ben Okafor at 14:09     card 2 of 3, v goes back
  When        Known to Ben  What
  13:40       ?             Planned index rebuild starts o»
  13:52       later 14:21   (Replica lag passes 90 s, mai»)
  14:02       at once       Page: checkout latency above 2»
  14:04       later 14:15   (Support receives first messa»)
> 14:09       --- here ---  Checkout pool lowered from 200»
  14:12-14:18 later         (Error share on checkout rise»)
  ?  nobody has said yet; 1 known, 1 to ask, 7 later`))
}

func TestALargeScreenTellsTheMarkedRowBesideIt(t *testing.T) {
	r := thenOf(t, 140, 32)
	r.Move(screen.Up)
	rows := strings.Split(r.Text(), "\n")
	r.Want("rows", strings.Join(rows[4:8], "\n"), screentest.Drawing(`
  13:52        later 14:21   (Replica lag passes 90 s, mail to the db list)                     | Accounts of this moment
  14:02        at once       Page: checkout latency above 2 s                                   |   Mia Berg
> 14:04        later 14:15   (Support receives first messages on payments)                      |     Four people wrote within two minutes,
  14:09        --- here ---  Checkout pool lowered from 200 to 120                              |     all at the payment step.`))
	if len(rows) != 32 {
		t.Errorf("%d rows", len(rows))
	}
}

func TestRowsOfOnesOwnAreKnownAndTheLegendSaysWhy(t *testing.T) {
	r := thenOf(t, 80, 16)
	r.Goto(screen.Place{Row: sample.ID("card pause")})
	r.Command(keymap.View)
	r.Want("the first rows", strings.Join(strings.Split(r.Text(), "\n")[2:5], "\n"), screentest.Drawing(`
  When         Known to Chao  What
  13:40        was there      Planned index rebuild starts on the replicas
  13:52        ?              Replica lag passes 90 s, mail to the db list`))
	r.Want("the legend", strings.Join(strings.Split(r.Text(), "\n")[14:], "\n"), screentest.Drawing(`
  ?  nobody has said yet when Chao learned of this
  was there  by an account or a card of Chao; nobody has said since when`))
}

func TestACardOfNobodyShowsWhatWasKnownInGeneral(t *testing.T) {
	p := screentest.Sample()
	for i := range p.DecisionPoints {
		p.DecisionPoints[i].Attendee = ""
	}
	r := enter(t, p, 80, 16)
	r.Goto(screen.Place{Row: sample.ID("card pool")})
	r.Command(keymap.View)
	r.Find("latency above")
	r.Type(">k at once")
	r.Want("the first rows", strings.Join(strings.Split(r.Text(), "\n")[:6], "\n"), screentest.Drawing(`
  Known to those at work on it at 14:09                card 2 of 3, v goes back

  When         Known         What
  13:40        ?             Planned index rebuild starts on the replicas
  13:52        ?             Replica lag passes 90 s, mail to the db list
> 14:02        at once       Page: checkout latency above 2 s`))
	r.Want("the legend", strings.Split(r.Text(), "\n")[14], "  ?  nobody has said yet when this became known")
}

func TestTheRoomAnswersWhenSomethingBecameKnown(t *testing.T) {
	for _, c := range []struct{ line, reads, row, done string }{
		{"14:05", "13:40: known to @ben Ben Okafor at 14:05", "> 13:40        14:05         Planned index", "noted when it was known at 13:40"},
		{"at once", "13:40: known to @ben Ben Okafor at once", "> 13:40        at once       Planned index", "noted when it was known at 13:40"},
		{"14:30", "13:40: known to @ben Ben Okafor at 14:30", "> 13:40        later 14:30   (Planned index", "noted when it was known at 13:40"},
		{"nobody", "13:40: nobody has said yet when it was known to @ben Ben Okafor", "> 13:40        ?             Planned index", "noted when it was known at 13:40"},
		{"14:05 @ana", "13:40: known to @ana Ana Silva at 14:05", "> 13:40        ?             Planned index", "noted when it was known at 13:40"},
		{"14:05 @ben @jo", "13:40: known to @ben Ben Okafor and @jo (new) at 14:05", "> 13:40        14:05         Planned index", "noted when it was known at 13:40; @jo joins the attendees"},
		{"fri 09:00", "13:40: known to @ben Ben Okafor at 09:00 on Fri 13 Mar 2026", "> 13:40        later Fri 09:00  (Planned index", "noted when it was known at 13:40"},
	} {
		r := thenOf(t, 80, 16)
		r.Move(screen.First)
		text := *r.Command(keymap.WhenKnown).Out.Line + c.line
		r.Want(text, r.Reads(text), c.reads)
		r.Want("label", string(r.Read(text, len(text)).Label), "Row")
		r.Type(text)
		r.Want("done", string(r.Out.Done), c.done)
		r.Want("undo says", r.Out.Edit.Label, "When known noted")
		if !strings.Contains(r.Text(), "\n"+c.row) {
			t.Errorf("%s: no row %q in\n%s", text, c.row, r.Text())
		}
	}
}

func TestWhatIsNoAnswerIsRefused(t *testing.T) {
	r := thenOf(t, 80, 16)
	r.Want("begun", r.Reads(">known "), "when did it become known? 14:05, at once, or nobody")
	r.Want("begun", r.Reads(">kn"), "when did it become known? 14:05, at once, or nobody")
	for text, check := range map[string]string{
		">":                    "here > says when it became known: >known 14:21, at once or nobody",
		">@ana":                "here > says when it became known: >known 14:21, at once or nobody",
		">I saw the page":      "here > says when it became known: >known 14:21, at once or nobody",
		">known":               "known since when? Type 14:21, at once, or nobody",
		">known 25:61":         "25:61 is no time of day: hours go from 00 to 23",
		">known 14:05 by mail": "known takes a time and names; words go in a line of their own",
	} {
		r.Type(text)
		r.Want(text, r.Check, check)
	}
	if r.Edits != 0 {
		t.Errorf("%d edits", r.Edits)
	}
}

func TestWordsFillTheCardsFieldWhileOneLooks(t *testing.T) {
	r := thenOf(t, 80, 16)
	r.Want("reads", r.Reads("The lag beside the pool graph"), "adds a line to Needed")
	r.Type("The lag beside the pool graph")
	r.Want("lines", r.lines("card pool", model.Needed), "The lag beside the pool graph")
	r.Want("the view stays", string(r.Position()), "1 known, 1 to ask, 7 later")
	r.Type("A name to call")
	r.Command(keymap.View)
	r.Want("lines", r.lines("card pool", model.Needed), "The lag beside the pool graph; A name to call")
	r.Find("lower the pool")
	r.Command(keymap.View)
	r.Want("nothing of the marked line is in the line", r.Field().Text, "")
	r.Type("call the search team")
	r.Want("behind the marked line", r.lines("card pool", model.Options), "wait for more data; lower the pool; call the search team; restart the workers")
	r.Command(keymap.View)
	r.Move(screen.First)
	r.Command(keymap.View)
	r.Type("words")
	r.Want("on the head", r.Check, "mark a field to type into it; >@name says whose card this is")
}

func TestEnterOpensTheRowAndTheViewWaits(t *testing.T) {
	r := thenOf(t, 80, 16)
	r.Move(screen.First)
	r.Want("reads", r.Reads(""), "Enter opens 13:40 in the timeline; >known says when it was known")
	to := screen.Place{Screen: screen.Timeline, Postmortem: r.Record.Header.ID, Row: sample.ID("rebuild")}
	for name, o := range map[string]screen.Outcome{"Enter": r.Enter(""), "e": r.Do(keymap.Open)} {
		if o.Goto == nil || *o.Goto != to {
			t.Errorf("%s goes to %+v", name, o.Goto)
		}
	}
	r.Hand(r.Record)
	r.Want("on coming back", r.marked(), "13:40 ? Planned index rebuild starts on the replicas")
	if got := r.Marked(); got != (screen.Row{Table: model.Events, ID: sample.ID("rebuild")}) {
		t.Errorf("an idea said here belongs to %v", got)
	}
}

func TestBothMarksStay(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Find("keep checkout")
	r.Command(keymap.View)
	r.Want("the moment is marked first", r.marked(), "14:09 --- here --- Checkout pool lowered from 200 to 120")
	r.Move(screen.Up)
	r.Command(keymap.View)
	r.Want("the card", r.marked(), "Goal Keep checkout up for the evening peak")
	r.Command(keymap.View)
	r.Want("the view", r.marked(), "14:04 later 14:15 (Support receives first messages on payments)")
	r.Type(">k 14:05")
	r.Want("after an answer", r.marked(), "14:04 14:05 Support receives first messages on payments")
	knowing := r.Index.KnowingsOf(sample.ID("lag"))[0].ID
	r.Goto(screen.Place{Row: knowing}) // as undo does
	r.Want("what undo changed", r.marked(), "13:52 later 14:21 (Replica lag passes 90 s, mail to the db list)")
	r.Goto(screen.Place{Row: sample.ID("card pause")}) // as d does on a row of the timeline
	r.Want("another card is shown", r.marked(), "Pressure - time, load, other work, limits")
	r.Command(keymap.View)
	r.Want("from its own moment", r.marked(), "~14:25 --- here --- Index rebuild paused")
}

func TestTheViewFollowsTheRecord(t *testing.T) {
	r := thenOf(t, 80, 16)
	p := r.Record
	p.DecisionPoints = append([]model.DecisionPoint(nil), p.DecisionPoints...)
	p.DecisionPoints[1].Attendee = sample.ID("ana")
	r.Hand(p)
	r.Want("another person", strings.Fields(r.Text())[2], "Ana")
	p.DecisionPoints, p.CardLines = nil, nil
	r.Hand(p)
	r.Want("without a card", string(r.Position()), "no card yet")
	r.Want("v", r.Off(keymap.View), "there is no card yet; g 3 goes to the timeline, where d makes one")
	r.Want("v does", r.Command(keymap.View).Check, r.Off(keymap.View))
	r.Want("still", string(r.Position()), "no card yet")
}

func TestCommandsOfTheViewSayWhyTheyAreOff(t *testing.T) {
	r := thenOf(t, 80, 16)
	r.Want("x", r.Command(keymap.Remove).Check, "v goes back to the card, where this works on its lines")
	r.Want("p", r.Command(keymap.Perspective).Check, "v goes back to the card, where this works on its lines")
	r.Want("d", r.Command(keymap.Decide).Check, "this works on a row of the timeline; Enter on the empty line goes there")
	r.Want("find", string(r.Find("dashboard")), "found at 14:21; Enter finds the next")
	r.Want("marked", r.marked(), "14:21 later (Database dashboard opened, lag reads 9 min)")
	r.Click(3)
	r.Want("a click", r.marked(), "13:40 ? Planned index rebuild starts on the replicas")
	for _, text := range []string{"", ">", ">known ", "xyz", "xyz @jo"} {
		if words := r.Read(text, len(text)).Words; words == "" || safe.Width(words) > 67 {
			t.Errorf("%q reads %q", text, words)
		}
	}
}

// Opening the view, walking about in it and going back leaves the record, what waits, and the
// mark on the card as they were.
func TestLookingBackChangesNothing(t *testing.T) {
	p := screentest.Sample()
	rapid.Check(t, func(rt *rapid.T) {
		r := enter(t, p, 80, rapid.IntRange(1, 20).Draw(rt, "height"))
		for range rapid.IntRange(0, 6).Draw(rt, "steps") {
			r.Move(screen.Move(rapid.IntRange(0, 5).Draw(rt, "move")))
		}
		if r.Field().Text == "" && rapid.Bool().Draw(rt, "typed") {
			r.Waiting[r.Field().Key] = "half a sentence"
		}
		card, field, place := r.Text(), r.Field(), r.Position()
		r.Command(keymap.View)
		for range rapid.IntRange(0, 9).Draw(rt, "steps there") {
			switch rapid.IntRange(0, 3).Draw(rt, "act") {
			case 0:
				r.Move(screen.Move(rapid.IntRange(0, 5).Draw(rt, "move there")))
			case 1:
				r.Click(rapid.IntRange(0, 20).Draw(rt, "click"))
			case 2:
				r.Find("lag")
			case 3:
				r.Read(">known 14", 9)
			}
		}
		r.Command(keymap.View)
		if r.Field() != field || r.Position() != place || r.Text() != card || r.Edits != 0 {
			rt.Fatalf("the card was\n%s\nand is\n%s", card, r.Text())
		}
	})
}

func TestTheViewIsDrawnWithinEverySize(t *testing.T) {
	wide := screentest.Sample()
	wide.Attendees = append([]model.Attendee(nil), wide.Attendees...)
	for i := range wide.Attendees {
		wide.Attendees[i].Name = strings.Repeat("目録", 20) + " Okafor"
	}
	wide.Events = append([]model.Event(nil), wide.Events...)
	wide.Events[0].What = strings.Repeat("目録の再構築 ", 40)
	wide.Events[1].When = model.Moment{}
	for name, p := range map[string]model.Postmortem{"sample": screentest.Sample(), "wide": wide, "large": sampletest.Large(2000)} {
		r := enter(t, p, 80, 16)
		r.Command(keymap.View)
		r.FitsEverySize(name, true)
	}
}

func TestOnlyRowsInSightOfTheViewAreDrawn(t *testing.T) {
	r := enter(t, sampletest.Large(2000), 80, 16)
	r.Command(keymap.View)
	r.KeepsItsFrame(60)
}

func BenchmarkKeyInTheView(b *testing.B) {
	for _, n := range []int{20, 5000} {
		b.Run(fmt.Sprintf("%d events", n), func(b *testing.B) {
			r := enter(b, sampletest.Large(n), 80, 16)
			r.Command(keymap.View)
			r.BenchmarkKey(b, ">known 14:05 @person0")
		})
	}
}
