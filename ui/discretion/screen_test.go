package discretion

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// room is the screen with a record behind it, as the frame keeps one.
type room struct {
	t      *testing.T
	s      *Screen
	record model.Postmortem
	typed  map[string]string
	last   screen.Outcome
	check  string
}

func meeting() time.Time { return time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC) }

func enter(t *testing.T, p model.Postmortem, width, height int) *room {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ids := func() model.ID { n++; return model.ID(fmt.Sprintf("new%013d", n)) }
	r := &room{t: t, record: p, typed: make(map[string]string)}
	r.s = New(screen.Env{
		Theme: look, Keys: keys, Now: meeting, NewID: ids, Editor: model.Editor{NewID: ids, Now: meeting},
		Pending: func(f string) (string, bool) { text, ok := r.typed[f]; return text, ok },
		Unsaved: func(model.ID) bool { return false },
	})
	r.s.Resize(width, height)
	r.show()
	return r
}

// checkout is the sample incident, its second card in front.
func checkout(t *testing.T, width, height int) *room {
	r := enter(t, sample.Postmortem(meeting()), width, height)
	r.s.Goto(screen.Place{Row: sample.ID("card pool")})
	return r
}

func (r *room) show() {
	x := model.NewIndex(r.record)
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		r.t.Fatal(err)
	}
	x.Zone = zone
	r.s.Show(x)
}

// press is Enter with this text in the line: what a person types into the marked field.
func (r *room) press(text string) {
	r.t.Helper()
	r.do(r.s.Enter(text))
}

// enterLine is Enter with the line as it stands.
func (r *room) enterLine() {
	r.t.Helper()
	r.press(r.s.Field().Text)
}

func (r *room) do(o screen.Outcome) {
	r.t.Helper()
	r.last, r.check = o, string(o.Check)
	if o.Edit != nil {
		delete(r.typed, r.s.Field().Key)
		next, err := o.Edit.Make(r.record)
		if err != nil {
			r.check = err.Error()
			return
		}
		r.record = next
		r.show()
		if o.Edit.Mark != "" {
			r.s.Goto(screen.Place{Row: o.Edit.Mark})
		}
	}
	if o.Goto != nil && o.Goto.Screen == screen.Discretion {
		r.s.Goto(*o.Goto)
	}
}

func (r *room) body() string {
	var out []string
	for _, row := range r.s.Body() {
		out = append(out, strings.TrimRight(ansi.Strip(row), " "))
	}
	return strings.Join(out, "\n")
}

// marked is the row with the mark, as it is drawn.
func (r *room) marked() string {
	for row := range strings.SplitSeq(r.body(), "\n") {
		if strings.HasPrefix(row, ">") {
			return strings.Join(strings.Fields(row[1:]), " ")
		}
	}
	return ""
}

// lines are the texts of a field of a card.
func (r *room) lines(card string, f model.CardField) string {
	var out []string
	for _, l := range model.NewIndex(r.record).LinesOf(sample.ID(card), f) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "; ")
}

func want(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

func drawing(rows string) string { return strings.Trim(rows, "\n") }

func TestTheScreenOfTheMock(t *testing.T) {
	r := checkout(t, 80, 16)
	want(t, "80x16", r.body(), drawing(`
  Card 2 of 3   14:09  Checkout pool lowered from 200 to 120         Ben Okafor

  Cue           Pool graph flat at its limit since 14:03
  Known then    Latency 2.4 s, error share 2 %, one page open
                Payment provider had trouble on Tuesday
  Goal          Keep checkout up for the evening peak
  Pressure      Second page of the day; alone on the shift until 14:15
  Options seen  wait for more data
                lower the pool
                restart the workers
  Sensible      It is reversible in seconds, and it worked on Tuesday
> Needed        -    what any colleague in this seat needs
  Teaches       What a pool at its limit can mean: a peak, or slow answer»  Ben

  Other cards   13:40 Chao, Planned index rebuild starts on the repli» (8 of 8)
                ~14:25 Chao, Index rebuild paused (3 of 8)`))
	want(t, "Ask", string(r.s.Ask()), "What does any colleague in this seat need?")
	want(t, "Reads", string(r.s.Read("the lag beside the pool graph", -1).Words), "adds a line to Needed; Enter on the empty line goes on")
	want(t, "position", string(r.s.Position()), "card 2 of 3")
}

func TestASmallScreenKeepsHeadAndStripAndNamesTheFieldAtTheTop(t *testing.T) {
	r := checkout(t, 60, 9)
	r.s.Move(screen.Down)
	want(t, "60x9", r.body(), drawing(`
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
		r.s.Move(screen.Down)
	}
	if body := r.body(); !strings.HasSuffix(body, "\n> Other cards   ~14:25 Chao, Index rebuild paused (3 of 8)") {
		t.Errorf("the strip does not follow the mark; got\n%s", body)
	}
}

func TestALargeScreenTellsTheAccountsBesideTheCard(t *testing.T) {
	r := checkout(t, 140, 32)
	rows := strings.Split(r.body(), "\n")
	if len(rows) != 32 {
		t.Fatalf("%d rows", len(rows))
	}
	want(t, "the first rows", strings.Join(rows[:9], "\n"), drawing(`
  Card 2 of 3   14:09  Checkout pool lowered from 200 to 120                         Ben Okafor | 14:09  Thu 12 Mar
                                                                                                | Checkout pool lowered from 200 to 120
  Cue           Pool graph flat at its limit since 14:03                                        |
  Known then    Latency 2.4 s, error share 2 %, one page open                                   | Accounts of this moment
                Payment provider had trouble on Tuesday                                         |   Ben Okafor
  Goal          Keep checkout up for the evening peak                                           |     Connections stood at the limit; I
  Pressure      Second page of the day; alone on the shift until 14:15                          |     read it as a traffic peak.
  Options seen  wait for more data                                                              |   Ana Silva
                lower the pool                                                                  |     I was on the payment provider's`))
}

func TestWithoutACardTheScreenSaysWhereCardsComeFrom(t *testing.T) {
	p := sample.Postmortem(meeting())
	p.DecisionPoints, p.CardLines = nil, nil
	r := enter(t, p, 80, 16)
	want(t, "80x16", strings.Trim(r.body(), "\n"), drawing(`

  No card yet. A card looks at one decision from the seat of the person who
  took it: what was known, what was to be protected, which ways were in sight.

  Cards come from the timeline: mark the row of a decision, press Esc, then d.
  The card opens here with the cursor in its first field.

  Enter goes there now.`))
	r.press("")
	to := screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID, Row: sample.ID("pool")}
	if r.last.Goto == nil || *r.last.Goto != to {
		t.Errorf("Enter goes to %+v, want the first decision of the timeline", r.last.Goto)
	}
	r.press("words")
	want(t, "words", r.check, "a card comes from the timeline: Enter on the empty line goes there")
}

func TestComingToTheRecordOpensTheFirstCardThatLacksSomething(t *testing.T) {
	r := enter(t, sample.Postmortem(meeting()), 80, 16)
	want(t, "marked", r.marked(), "Needed - what any colleague in this seat needs")
	want(t, "position", string(r.s.Position()), "card 2 of 3")
}

func TestEnterAddsALineAndOpensABlankOneBelowIt(t *testing.T) {
	r := checkout(t, 80, 16)
	r.press("The lag on the checkout dashboard")
	want(t, "marked", r.marked(), "- one more line, or Enter to go on")
	r.press("A name to call")
	want(t, "lines", r.lines("card pool", model.Needed), "The lag on the checkout dashboard; A name to call")
	r.press("")
	want(t, "the next field", string(r.s.Field().Label), "Teaches")
	r.press("")
	want(t, "behind the last field", string(r.s.Position()), "card 3 of 3")
	want(t, "marked", r.marked(), "Pressure - time, load, other work, limits")
}

func TestABlankLineIsOpenedBelowTheMarkedOne(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Find("wait for more")
	r.enterLine()
	r.press("call the search team")
	want(t, "lines", r.lines("card pool", model.Options), "wait for more data; call the search team; lower the pool; restart the workers")
	r.press("look at the deploys")
	want(t, "lines", r.lines("card pool", model.Options),
		"wait for more data; call the search team; look at the deploys; lower the pool; restart the workers")
}

func TestABlankLineThatOneLeavesIsGoneUnlessSomethingIsTypedInIt(t *testing.T) {
	r := checkout(t, 80, 20)
	r.s.Find("keep checkout")
	r.enterLine()
	r.s.Move(screen.Up)
	if strings.Contains(r.body(), "one more line") {
		t.Errorf("the blank line stays\n%s", r.body())
	}
	r.enterLine()
	r.typed[r.s.Field().Key] = "and keep orders"
	r.s.Move(screen.Down)
	if !strings.Contains(r.body(), "\n *              and keep orders\n") {
		t.Errorf("what was typed is out of sight\n%s", r.body())
	}
}

func TestALineIsChangedInTheLineItStandsIn(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Find("keep checkout")
	want(t, "in the line", r.s.Field().Text, "Keep checkout up for the evening peak")
	want(t, "Reads", string(r.s.Read(r.s.Field().Text, 3).Words), "Enter opens a blank line below this one")
	r.press("Keep checkout up until 20:00")
	want(t, "lines", r.lines("card pool", model.Goal), "Keep checkout up until 20:00")
	want(t, "label", r.last.Edit.Label, "Card line changed")
	r.s.Move(screen.Up)
	want(t, "Reads of no words", string(r.s.Read("", 0).Words), "takes this line away")
	r.press("")
	want(t, "lines", r.lines("card pool", model.Goal), "")
	want(t, "the field", r.marked(), "Goal - what was to be achieved or protected")
}

func TestATeachingLineNamesItsTeacher(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Find("what a pool")
	want(t, "in the line", r.s.Field().Text, "What a pool at its limit can mean: a peak, or slow answers behind it @ben")
	want(t, "Reads", string(r.s.Read("How to read the pool graph @ana", -1).Words), "taught by Ana Silva")
	r.press("How to read the pool graph @ana")
	r.press("Whom to call @jo")
	x := model.NewIndex(r.record)
	var got []string
	for _, l := range x.LinesOf(sample.ID("card pool"), model.Teaches) {
		got = append(got, l.Text+" by "+x.Person(l.Attendee).Name)
	}
	want(t, "lines", strings.Join(got, "; "), "How to read the pool graph by Ana Silva; Whom to call by Jo")
	want(t, "done", string(r.last.Done), "added to Teaches; @jo joins the attendees")
}

func TestElsewhereANameStaysInTheWordsAndItsPersonJoins(t *testing.T) {
	r := checkout(t, 80, 16)
	want(t, "Reads", string(r.s.Read("Word from @jo", -1).Words), "adds a line to Needed; @jo joins the attendees")
	r.press("Word from @jo")
	want(t, "lines", r.lines("card pool", model.Needed), "Word from @jo")
	if _, ok := model.NewIndex(r.record).Handle("jo"); !ok {
		t.Error("jo did not join the attendees")
	}
}

func TestALineThatBeginsWithASignStaysAsItIs(t *testing.T) {
	r := checkout(t, 80, 16)
	for _, text := range []string{`>90 s of lag`, `!important`, `"flat", it said`} {
		r.press(`\` + text)
		want(t, text, r.check, "")
		r.s.Move(screen.Up)
		want(t, text+" in the line", r.s.Field().Text, `\`+text)
		r.press(r.s.Field().Text + " then")
		r.s.Move(screen.Up)
		r.do(r.s.Do(keymap.Remove))
	}
	r.press(`\>90 s of lag`)
	want(t, "lines", r.lines("card pool", model.Needed), ">90 s of lag")
}

func TestASignedNameSaysWhoseCardItIs(t *testing.T) {
	r := checkout(t, 80, 16)
	want(t, "Reads", string(r.s.Read(">@an", 4).Words), "this becomes the card of Ana Silva")
	r.press(">@ana")
	if head := strings.Split(r.body(), "\n")[0]; !strings.HasSuffix(head, "Ana Silva") {
		t.Errorf("the head is %q", head)
	}
	want(t, "the mark stays", r.marked(), "Needed - what any colleague in this seat needs")
	r.s.Find("index rebuild paused")
	r.press(">@jo")
	if head := strings.Split(r.body(), "\n")[0]; !strings.HasSuffix(head, "Jo") {
		t.Errorf("the head is %q", head)
	}
	for line, check := range map[string]string{
		">@ana stood there": "here > says whose card it is: >@ben; its row stands in the timeline",
		">14:20":            "here > says whose card it is: >@ben; its row stands in the timeline",
		">":                 "type a name after >, such as >@ben: it says whose card this is",
		">@ana @ben":        "one person a card; another one has a card of their own",
	} {
		r.press(line)
		want(t, line, r.check, check)
	}
}

func TestEnterOnAnotherCardOpensIt(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Move(screen.Last)
	want(t, "Reads", string(r.s.Read("", 0).Words), "Enter opens this card")
	r.press("words")
	want(t, "words", r.check, "mark a field to type into it; >@name says whose card this is")
	r.press("")
	want(t, "position", string(r.s.Position()), "card 3 of 3")
	want(t, "marked", r.marked(), "Pressure - time, load, other work, limits")
	r.s.Move(screen.PageUp)
	want(t, "position", string(r.s.Position()), "card 2 of 3")
	r.s.Move(screen.PageUp)
	want(t, "a full card", r.marked(), "Card 1 of 3 13:40 Planned index rebuild starts on the replicas Chao Lin")
}

func TestARemovedLineOrCardLeavesTheMarkBesideIt(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Find("lower the pool")
	r.do(r.s.Do(keymap.Remove))
	want(t, "marked", r.marked(), "restart the workers")
	want(t, "done", string(r.last.Done), `Removed "lower the pool". u brings it back`)
	r.s.Move(screen.First)
	r.do(r.s.Do(keymap.Remove))
	want(t, "position", string(r.s.Position()), "card 2 of 2")
	if n := len(r.record.DecisionPoints); n != 2 {
		t.Errorf("%d cards", n)
	}
	for range 2 {
		r.s.Move(screen.First)
		r.do(r.s.Do(keymap.Remove))
	}
	want(t, "without a card", string(r.s.Position()), "no card yet")
}

func TestLinesAreMovedWithinTheirField(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Find("lower the pool")
	r.do(r.s.Do(keymap.MoveUp))
	want(t, "lines", r.lines("card pool", model.Options), "lower the pool; wait for more data; restart the workers")
	want(t, "marked", r.marked(), "Options seen lower the pool")
	r.do(r.s.Do(keymap.MoveUp))
	want(t, "check", r.check, "This row stands first already.")
}

func TestFindGoesOnInTheOtherCards(t *testing.T) {
	r := checkout(t, 80, 16)
	r.s.Move(screen.First)
	want(t, "found", string(r.s.Find("rebuild went")), `no line holds "rebuild went"`)
	want(t, "found", string(r.s.Find("phone")), "found on card 3; Enter finds the next")
	want(t, "marked", r.marked(), "Cue Ben on the phone: lag reads 9 min")
}

func TestAnIdeaSaidHereBelongsToTheMomentOfTheCard(t *testing.T) {
	r := checkout(t, 80, 16)
	if got, to := r.s.Marked(), (screen.Row{Table: model.Events, ID: sample.ID("pool")}); got != to {
		t.Errorf("got %v, want %v", got, to)
	}
	r.s.Move(screen.Last)
	if got, to := r.s.Marked(), (screen.Row{Table: model.Events, ID: sample.ID("pause")}); got != to {
		t.Errorf("on another card: got %v, want %v", got, to)
	}
}

func TestAClickMarksWhatIsDrawnThere(t *testing.T) {
	for _, size := range [][2]int{{80, 16}, {60, 9}, {60, 4}, {140, 32}} {
		r := checkout(t, size[0], size[1])
		for i, row := range r.s.Body() {
			r.s.Click(i)
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
		out, off := r.s.Do(b.Command), r.s.Off(b.Command)
		if off != "" && string(out.Check) != off {
			t.Errorf("%s is off because %q, and says %q", b.Command, off, out.Check)
		}
	}
	want(t, "v", r.s.Off(keymap.View), "the view of what was known then comes with a later version")
	want(t, "x on a blank line", r.s.Off(keymap.Remove), "nothing is recorded here; mark another line, or the card's head")
	want(t, "p", *r.s.Do(keymap.Perspective).Line, ">@")
}

func TestWordsFitTheirRowsAtHomeSize(t *testing.T) {
	r := checkout(t, 80, 16)
	for i := range r.s.rows.Len() {
		r.s.mark(r.s.rows.Key(i))
		for _, text := range []string{"", ">", "xyz", ">@ana", "xyz @ben", r.s.Field().Text} {
			if words := r.s.Read(text, len(text)).Words; words == "" || safe.Width(words) > 67 {
				t.Errorf("Reads %q", words)
			}
		}
		if ask := r.s.Ask(); ask == "" || safe.Width(ask) > 66 {
			t.Errorf("Ask is %q", ask)
		}
	}
}

// crowded is a record with many cards, and many lines in the first field of each.
func crowded(cards, lines int) model.Postmortem {
	p := sample.Large(cards)
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
		"empty": {}, "sample": sample.Postmortem(meeting()), "large": sample.Large(2000), "crowded": crowded(2000, 2000),
	} {
		r := enter(t, p, 80, 16)
		for _, width := range []int{1, 2, 7, 20, 39, 60, 80, 109, 110, 140} {
			for _, height := range []int{1, 2, 4, 5, 9, 12, 16, 32} {
				r.s.Resize(width, height)
				for range 3 {
					rows := r.s.Body()
					if len(rows) > height {
						t.Fatalf("%s at %dx%d: %d rows", name, width, height, len(rows))
					}
					marks := 0
					for _, row := range rows {
						if w := ansi.StringWidth(row); w > width {
							t.Fatalf("%s at %dx%d: a row of %d cells: %q", name, width, height, w, ansi.Strip(row))
						}
						if strings.HasPrefix(ansi.Strip(row), ">") {
							marks++
						}
					}
					if marks != 1 && name != "empty" {
						t.Fatalf("%s at %dx%d: %d rows are marked\n%s", name, width, height, marks, r.body())
					}
					r.s.Move(screen.Up)
					r.s.Move(screen.PageDown)
					r.s.Move(screen.Up)
				}
			}
		}
	}
}

func BenchmarkKey(b *testing.B) {
	look, _ := theme.Choose(theme.Dark, true, theme.ASCII())
	s := New(screen.Env{Theme: look, Now: meeting})
	s.Resize(80, 16)
	s.Show(model.NewIndex(crowded(5000, 2000)))
	for b.Loop() {
		s.Read("The lag beside the pool graph @ben", 10)
		s.Move(screen.Down)
		s.Body()
	}
}
