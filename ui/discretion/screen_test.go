package discretion

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// room is the screen with its record behind it.
type room struct {
	*screentest.Stage
	s *Screen
}

func enter(t testing.TB, p model.Postmortem, width, height int) *room {
	t.Helper()
	st, s := screentest.New(t, screen.Discretion, New, p, width, height)
	return &room{st, s}
}

// checkout is the sample incident, its second card in front.
func checkout(t *testing.T, width, height int) *room {
	r := enter(t, screentest.Sample(), width, height)
	r.Goto(screen.Place{Row: sample.ID("card pool")})
	return r
}

// enterLine is Enter with the line as it stands.
func (r *room) enterLine() {
	r.T.Helper()
	r.Type(r.Field().Text)
}

// marked is the row with the mark, as it is drawn.
func (r *room) marked() string {
	for row := range strings.SplitSeq(r.Text(), "\n") {
		if strings.HasPrefix(row, ">") {
			return strings.Join(strings.Fields(row[1:]), " ")
		}
	}
	return ""
}

// lines are the texts of a field of a card.
func (r *room) lines(card string, f model.CardField) string {
	var out []string
	for _, l := range model.NewIndex(r.Record).LinesOf(sample.ID(card), f) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "; ")
}

func TestTheScreenOfTheMock(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Want("80x16", r.Text(), screentest.Drawing(`
  Card 2 of 3   14:09  Checkout pool lowered from 200 to 120         Ben Okafor

  Cue           Pool graph flat at its limit since 14:03
  Known then    Latency 2.4 s, error share 2 %, one page open
                Payment provider had trouble two days before
  Goal          Keep checkout up for the evening peak
  Pressure      Second page of the day; alone on the shift until 14:15
  Options seen  wait for more data
                lower the pool
                restart the workers
  Sensible      It is reversible in seconds, and it worked two days before
> Needed        -    what any colleague in this seat needs
  Teaches       What a pool at its limit can mean: a peak, or slow answer»  Ben

  Other cards   13:40 Chao, Planned index rebuild starts on the repli» (8 of 8)
                ~14:25 Chao, Index rebuild paused (3 of 8)`))
	r.Want("Ask", string(r.Ask()), "What does any colleague in this seat need?")
	r.Want("Reads", r.Reads("the lag beside the pool graph"), "adds a line to Needed; Enter on the empty line goes on")
	r.Want("position", string(r.Position()), "card 2 of 3")
}

func TestASmallScreenKeepsHeadAndStripAndNamesTheFieldAtTheTop(t *testing.T) {
	r := checkout(t, 60, 9)
	r.Move(screen.Down)
	r.Want("60x9", r.Text(), screentest.Drawing(`
  Card 2 of 3   14:09  Checkout pool lowered from 200»  Ben
  Pressure      Second page of the day; alone on the shift»
  Options seen  wait for more data
                lower the pool
                restart the workers
  Sensible      It is reversible in seconds, and it worked»
  Needed        -    what any colleague in this seat needs
> Teaches       What a pool at its limit can mean: a »  Ben
  Other cards   13:40 Chao, Planned index rebuild» (8 of 8)`))
	for range 2 {
		r.Move(screen.Down)
	}
	if body := r.Text(); !strings.HasSuffix(body, "\n> Other cards   ~14:25 Chao, Index rebuild paused (3 of 8)") {
		t.Errorf("the strip does not follow the mark; got\n%s", body)
	}
}

func TestALargeScreenTellsTheAccountsBesideTheCard(t *testing.T) {
	r := checkout(t, 140, 32)
	rows := strings.Split(r.Text(), "\n")
	if len(rows) != 32 {
		t.Fatalf("%d rows", len(rows))
	}
	r.Want("the first rows", strings.Join(rows[:9], "\n"), screentest.Drawing(`
  Card 2 of 3   14:09  Checkout pool lowered from 200 to 120                         Ben Okafor | 14:09  Thu 12 Mar
                                                                                                | Checkout pool lowered from 200 to 120
  Cue           Pool graph flat at its limit since 14:03                                        |
  Known then    Latency 2.4 s, error share 2 %, one page open                                   | Accounts of this moment
                Payment provider had trouble two days before                                    |   Ben Okafor
  Goal          Keep checkout up for the evening peak                                           |     Connections stood at the limit; I
  Pressure      Second page of the day; alone on the shift until 14:15                          |     read it as a traffic peak.
  Options seen  wait for more data                                                              |   Ana Silva
                lower the pool                                                                  |     I was on the payment provider's`))
}

func TestWithoutACardTheScreenSaysWhereCardsComeFrom(t *testing.T) {
	p := screentest.Sample()
	p.DecisionPoints, p.CardLines = nil, nil
	r := enter(t, p, 80, 16)
	r.Want("80x16", strings.Trim(r.Text(), "\n"), screentest.Drawing(`

  No card yet. A card looks at one decision from the seat of the person who
  took it: what was known, what was to be protected, which ways were in sight.

  Cards come from the timeline: mark the row of a decision, press Esc, then d.
  The card opens here with the cursor in its first field.

  Enter goes there now.`))
	r.Type("")
	to := screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID, Row: sample.ID("pool")}
	if r.Out.Goto == nil || *r.Out.Goto != to {
		t.Errorf("Enter goes to %+v, want the first decision of the timeline", r.Out.Goto)
	}
	r.Type("words")
	r.Want("words", r.Check, "a card comes from the timeline: Enter on the empty line goes there")
}

func TestComingToTheRecordOpensTheFirstCardThatLacksSomething(t *testing.T) {
	r := enter(t, screentest.Sample(), 80, 16)
	r.Want("marked", r.marked(), "Needed - what any colleague in this seat needs")
	r.Want("position", string(r.Position()), "card 2 of 3")
}

func TestEnterAddsALineAndOpensABlankOneBelowIt(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Type("The lag on the checkout dashboard")
	r.Want("marked", r.marked(), "- one more line, or Enter to go on")
	r.Type("A name to call")
	r.Want("lines", r.lines("card pool", model.Needed), "The lag on the checkout dashboard; A name to call")
	r.Type("")
	r.Want("the next field", string(r.Field().Label), "Teaches")
	r.Type("")
	r.Want("behind the last field", string(r.Position()), "card 3 of 3")
	r.Want("marked", r.marked(), "Pressure - time, load, other work, limits")
}

func TestABlankLineIsOpenedBelowTheMarkedOne(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Find("wait for more")
	r.enterLine()
	r.Type("call the search team")
	r.Want("lines", r.lines("card pool", model.Options), "wait for more data; call the search team; lower the pool; restart the workers")
	r.Type("look at the deploys")
	r.Want("lines", r.lines("card pool", model.Options),
		"wait for more data; call the search team; look at the deploys; lower the pool; restart the workers")
}

func TestABlankLineThatOneLeavesIsGoneUnlessSomethingIsTypedInIt(t *testing.T) {
	r := checkout(t, 80, 20)
	r.Find("keep checkout")
	r.enterLine()
	r.Move(screen.Up)
	if strings.Contains(r.Text(), "one more line") {
		t.Errorf("the blank line stays\n%s", r.Text())
	}
	r.enterLine()
	r.Waiting[r.Field().Key] = "and keep orders"
	r.Move(screen.Down)
	if !strings.Contains(r.Text(), "\n *              and keep orders\n") {
		t.Errorf("what was typed is out of sight\n%s", r.Text())
	}
}

func TestALineIsChangedInTheLineItStandsIn(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Find("keep checkout")
	r.Want("in the line", r.Field().Text, "Keep checkout up for the evening peak")
	r.Want("Reads", string(r.Read(r.Field().Text, 3).Words), "Enter opens a blank line below this one")
	r.Type("Keep checkout up until 20:00")
	r.Want("lines", r.lines("card pool", model.Goal), "Keep checkout up until 20:00")
	r.Want("label", r.Out.Edit.Label, "Card line changed")
	r.Move(screen.Up)
	r.Want("Reads of no words", r.Reads(""), "takes this line away")
	r.Type("")
	r.Want("lines", r.lines("card pool", model.Goal), "")
	r.Want("the field", r.marked(), "Goal - what was to be achieved or protected")
}

func TestATeachingLineNamesItsTeacher(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Find("what a pool")
	r.Want("in the line", r.Field().Text, "What a pool at its limit can mean: a peak, or slow answers behind it @ben")
	r.Want("Reads", r.Reads("How to read the pool graph @ana"), "taught by Ana Silva")
	r.Type("How to read the pool graph @ana")
	r.Type("Whom to call @jo")
	x := model.NewIndex(r.Record)
	var got []string
	for _, l := range x.LinesOf(sample.ID("card pool"), model.Teaches) {
		got = append(got, l.Text+" by "+x.Person(l.Attendee).Name)
	}
	r.Want("lines", strings.Join(got, "; "), "How to read the pool graph by Ana Silva; Whom to call by Jo")
	r.Want("done", string(r.Out.Done), "added to Teaches; @jo joins the attendees")
}

func TestElsewhereANameStaysInTheWordsAndItsPersonJoins(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Want("Reads", r.Reads("Word from @jo"), "adds a line to Needed; @jo joins the attendees")
	r.Type("Word from @jo")
	r.Want("lines", r.lines("card pool", model.Needed), "Word from @jo")
	if _, ok := model.NewIndex(r.Record).Handle("jo"); !ok {
		t.Error("jo did not join the attendees")
	}
}

func TestALineThatBeginsWithASignStaysAsItIs(t *testing.T) {
	r := checkout(t, 80, 16)
	for _, text := range []string{`>90 s of lag`, `!important`, `"flat", it said`} {
		r.Type(`\` + text)
		r.Want(text, r.Check, "")
		r.Move(screen.Up)
		r.Want(text+" in the line", r.Field().Text, `\`+text)
		r.Type(r.Field().Text + " then")
		r.Move(screen.Up)
		r.Command(keymap.Remove)
	}
	r.Type(`\>90 s of lag`)
	r.Want("lines", r.lines("card pool", model.Needed), ">90 s of lag")
}

func TestASignedNameSaysWhoseCardItIs(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Want("Reads", r.Reads(">@an"), "this becomes the card of Ana Silva")
	r.Type(">@ana")
	if head := strings.Split(r.Text(), "\n")[0]; !strings.HasSuffix(head, "Ana Silva") {
		t.Errorf("the head is %q", head)
	}
	r.Want("the mark stays", r.marked(), "Needed - what any colleague in this seat needs")
	r.Find("index rebuild paused")
	r.Type(">@jo")
	if head := strings.Split(r.Text(), "\n")[0]; !strings.HasSuffix(head, "Jo") {
		t.Errorf("the head is %q", head)
	}
	for line, check := range map[string]string{
		">@ana stood there": "> says whose card it is: >@ben; its row stands in the timeline",
		">14:20":            "> says whose card it is: >@ben; its row stands in the timeline",
		">":                 "type a name after >, such as >@ben: it says whose card this is",
		">@ana @ben":        "one person a card; another one has a card of their own",
	} {
		r.Type(line)
		r.Want(line, r.Check, check)
	}
}

func TestEnterOnAnotherCardOpensIt(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Move(screen.Last)
	r.Want("Reads", r.Reads(""), "Enter opens this card")
	r.Type("words")
	r.Want("words", r.Check, "mark a field to type into it; >@name says whose card this is")
	r.Type("")
	r.Want("position", string(r.Position()), "card 3 of 3")
	r.Want("marked", r.marked(), "Pressure - time, load, other work, limits")
	r.Move(screen.PageUp)
	r.Want("position", string(r.Position()), "card 2 of 3")
	r.Move(screen.PageUp)
	r.Want("a full card", r.marked(), "Card 1 of 3 13:40 Planned index rebuild starts on the replicas Chao Lin")
}

func TestARemovedLineOrCardLeavesTheMarkBesideIt(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Find("lower the pool")
	r.Command(keymap.Remove)
	r.Want("marked", r.marked(), "restart the workers")
	r.Want("done", string(r.Out.Done), `Removed "lower the pool". u brings it back`)
	r.Move(screen.First)
	r.Command(keymap.Remove)
	r.Want("position", string(r.Position()), "card 2 of 2")
	if n := len(r.Record.DecisionPoints); n != 2 {
		t.Errorf("%d cards", n)
	}
	for range 2 {
		r.Move(screen.First)
		r.Command(keymap.Remove)
	}
	r.Want("without a card", string(r.Position()), "no card yet")
}

func TestLinesAreMovedWithinTheirField(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Find("lower the pool")
	r.Command(keymap.MoveUp)
	r.Want("lines", r.lines("card pool", model.Options), "lower the pool; wait for more data; restart the workers")
	r.Want("marked", r.marked(), "Options seen lower the pool")
	r.Command(keymap.MoveUp)
	r.Want("check", r.Check, "This row stands first already.")
}

func TestFindGoesOnInTheOtherCards(t *testing.T) {
	r := checkout(t, 80, 16)
	r.Move(screen.First)
	r.Want("found", string(r.Find("rebuild went")), `no line holds "rebuild went"`)
	r.Want("found", string(r.Find("phone")), "found on card 3; Enter finds the next")
	r.Want("marked", r.marked(), "Cue Ben on the phone: lag reads 9 min")
}

func TestAnIdeaSaidHereBelongsToTheMomentOfTheCard(t *testing.T) {
	r := checkout(t, 80, 16)
	if got, to := r.Marked(), (screen.Row{Table: model.Events, ID: sample.ID("pool")}); got != to {
		t.Errorf("got %v, want %v", got, to)
	}
	r.Move(screen.Last)
	if got, to := r.Marked(), (screen.Row{Table: model.Events, ID: sample.ID("pause")}); got != to {
		t.Errorf("on another card: got %v, want %v", got, to)
	}
}

func TestAClickMarksWhatIsDrawnThere(t *testing.T) {
	for _, size := range [][2]int{{80, 16}, {60, 9}, {60, 4}, {140, 32}} {
		r := checkout(t, size[0], size[1])
		for i, row := range r.Body() {
			r.Click(i)
			left, _, _ := strings.Cut(strings.TrimSpace(strings.TrimLeft(ansi.Strip(row), "> ")), "|")
			if left = strings.Join(strings.Fields(left), " "); left == "" {
				continue
			}
			got, _, _ := strings.Cut(r.marked(), " |")
			if !strings.HasSuffix(got, left) && !strings.HasSuffix(left, got) {
				t.Errorf("%v: a click on %q marks %q", size, left, got)
			}
		}
	}
}

func TestCommandsSayWhyTheyAreOff(t *testing.T) {
	r := checkout(t, 80, 16)
	for _, b := range keymap.Default() {
		if b.Command == keymap.View {
			continue // it shows another face, on which others are off
		}
		out, off := r.Do(b.Command), r.Off(b.Command)
		if off != "" && string(out.Check) != off {
			t.Errorf("%s is off because %q, and says %q", b.Command, off, out.Check)
		}
	}
	r.Want("x on a blank line", r.Off(keymap.Remove), "nothing is recorded here; mark another line, or the card's head")
	r.Want("p", *r.Do(keymap.Perspective).Line, ">@")
}

func TestWordsFitTheirRowsAtHomeSize(t *testing.T) {
	r := checkout(t, 80, 16)
	for i := range r.s.rows.Len() {
		r.s.mark(r.s.rows.Key(i))
		for _, text := range []string{"", ">", "xyz", ">@ana", "xyz @ben", r.Field().Text} {
			if words := r.Read(text, len(text)).Words; words == "" || safe.Width(words) > 67 {
				t.Errorf("Reads %q", words)
			}
		}
		if ask := r.Ask(); ask == "" || safe.Width(ask) > 66 {
			t.Errorf("Ask is %q", ask)
		}
	}
}

// crowded is a record with many cards, and many lines in the first field of each.
func crowded(cards, lines int) model.Postmortem {
	p := sampletest.Large(cards)
	p.DecisionPoints, p.CardLines = nil, nil
	pos := ""
	for i, e := range p.Events {
		pos = model.After(pos)
		p.DecisionPoints = append(p.DecisionPoints, model.DecisionPoint{ID: model.ID(fmt.Sprintf("card%012d", i)), Event: e.ID, Pos: pos})
	}
	for i := range lines {
		pos = model.After(pos)
		p.CardLines = append(p.CardLines, model.CardLine{ID: model.ID(fmt.Sprintf("line%012d", i)),
			DecisionPoint: p.DecisionPoints[0].ID, Field: model.Options, Text: fmt.Sprintf("way %d", i), Pos: pos})
	}
	return p
}

func TestEverySizeAndRecordIsDrawnWithinItsWidth(t *testing.T) {
	for name, p := range map[string]model.Postmortem{
		"empty": {}, "sample": screentest.Sample(), "large": sampletest.Large(2000), "crowded": crowded(2000, 2000),
	} {
		enter(t, p, 80, 16).FitsEverySize(name, name != "empty")
	}
}

func BenchmarkKey(b *testing.B) {
	enter(b, crowded(5000, 2000), 80, 16).BenchmarkKey(b, "The lag beside the pool graph @ben")
}

func TestTheFooterSaysWhatEnterDoesAndWhatWorksOnARow(t *testing.T) {
	s, _ := screentest.New(t, screen.Discretion, New, screentest.Sample(), 80, 16)
	for typing, want := range map[bool]string{
		true:  "go on, field, next phase, v known then, all, help, card",
		false: "[type], known then, whose, field, next card, [undo], [help], [open]",
	} {
		s.Want("the footer", s.Footer(typing), want)
	}
}
