package closing

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
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
	st, s := screentest.New(t, screen.Close, New, p, width, height)
	return &room{st, s}
}

// mock is the sample incident as it stands in the drawing of this screen: Ana's row has its
// date, and hands were raised for two of the three questions.
func mock(t *testing.T) model.Postmortem {
	t.Helper()
	p := screentest.Sample()
	ed := edit.Editor{Now: screentest.Now}
	for _, c := range p.Countermeasures {
		if c.Text == "Stock reads at checkout use the primary" {
			var err error
			if p, err = ed.Assign(p, c.ID, "", model.Date{Year: 2026, Month: time.April, Day: 3}); err != nil {
				t.Fatal(err)
			}
		}
	}
	s := &p.Sessions[0]
	s.ComesAgain, s.HandsAsked = 0, model.LearnedSomething|model.WorksDifferently
	return p
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

// countermeasure returns the one whose text begins so.
func (r *room) countermeasure(text string) model.Countermeasure {
	r.T.Helper()
	for _, c := range r.Record.Countermeasures {
		if strings.HasPrefix(c.Text, text) {
			return c
		}
	}
	r.T.Fatalf("no countermeasure begins with %q", text)
	return model.Countermeasure{}
}

func TestTheScreenOfTheMock(t *testing.T) {
	p := mock(t)
	p.CardLines, p.DecisionPoints = nil, nil
	r := enter(t, p, 80, 16)
	r.Want("80x16", r.Text(), screentest.Drawing(`
  Read back, owner by owner
  [x] Send the replica lag alert to the on-call pager          Ben   Fri 27 Mar
> [ ] Reject rebuilds between 12:00 and 20:00                  Chao  Mon 23 Mar
  [ ] Stock reads at checkout use the primary                  Ana   Fri  3 Apr
  [ ] Resting: Tie rebuild speed to replica lag                Chao  Mon 23 Mar
  Still missing; none of it blocks the page
      Open         mitigated
      Attendees    someone affected
      Timeline     an account for 1 row
      Discretion   a decision card
  Hands of 6     learned something    5
                 works differently    4
                 comes again          -
  Try next       run the next rebuild with the lag on the shared screen
  Publish to     team wiki, payments
  Told directly  support, search`))
	r.Want("Ask", string(r.Ask()), "Chao, by Monday 23 March: correct?")
	r.Want("Reads", r.Reads(""), "Enter ticks the marked row;  >by 30 mar  corrects it")
	r.Want("position", string(r.Position()), "1 of 4 read back, 1-16 of 17")
}

func TestASmallScreenShowsTheRowsRoundTheMark(t *testing.T) {
	r := enter(t, mock(t), 60, 9)
	r.Want("60x9", r.Text(), screentest.Drawing(`
  Read back, owner by owner
  [x] Send the replica lag alert to the o» Ben   Fri 27 Mar
> [ ] Reject rebuilds between 12:00 and 2» Chao  Mon 23 Mar
  [ ] Stock reads at checkout use the pri» Ana   Fri  3 Apr
  [ ] Resting: Tie rebuild speed to repli» Chao  Mon 23 Mar
  Still missing; none of it blocks the page
      Open         mitigated
      Attendees    someone affected
      Timeline     an account for 1 row`))
	r.Move(screen.Last)
	r.Want("the end", r.marked(), "Preview read the page as it is published, then wr»")
	r.Move(screen.Down)
	r.Want("below the end", r.marked(), "Preview read the page as it is published, then wr»")
	r.Move(screen.First)
	if body := r.Text(); !strings.HasPrefix(body, "  Read back, owner by owner\n> [x]") {
		t.Errorf("the title stands above the first row; got\n%s", body)
	}
}

func TestALargeScreenPartsWithBlankRows(t *testing.T) {
	r := enter(t, mock(t), 140, 32)
	r.Want("140x32", r.Text(), screentest.Drawing(`
  Read back, owner by owner
  [x] Send the replica lag alert to the on-call pager                         Ben   Fri 27 Mar
> [ ] Reject rebuilds between 12:00 and 20:00                                 Chao  Mon 23 Mar
  [ ] Stock reads at checkout use the primary                                 Ana   Fri  3 Apr
  [ ] Resting: Tie rebuild speed to replica lag                               Chao  Mon 23 Mar

  Still missing; none of it blocks the page
      Open         mitigated
      Attendees    someone affected
      Timeline     an account for 1 row
      Discretion   6 fields of 2 cards

  Hands of 6     learned something    5
                 works differently    4
                 comes again          -
  Try next       run the next rebuild with the lag on the shared screen

  Publish to     team wiki, payments
  Told directly  support, search
  Preview        read the page as it is published, then write it`))
}

// A record in which little was filled in had twenty rows of what is missing, and nobody found the
// Preview below them.
func TestWhatAPhaseLacksStandsInOneRow(t *testing.T) {
	p := model.Postmortem{Header: mock(t).Header}
	p.Header.Owner, p.Header.Facilitator, p.Header.NoteTaker = "", "", ""
	for _, size := range [][2]int{{60, 9}, {80, 16}, {140, 32}} {
		r := enter(t, p, size[0], size[1])
		if got := r.s.rows.Len(); got > 20 {
			t.Errorf("%v: %d rows", size, got)
		}
		r.Move(screen.Last)
		if got := r.Text(); !strings.Contains(got, "> Preview") {
			t.Errorf("%v:\n%s", size, got)
		}
		if got := r.Position(); !strings.Contains(string(got), " of ") {
			t.Errorf("%v: the rule says %q", size, got)
		}
	}
	r := enter(t, p, 80, 16)
	if got := r.Text(); !strings.Contains(got, "      Open             impact, ") || !strings.Contains(got, " more\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestARecordWithoutCountermeasuresSaysWhatComesHere(t *testing.T) {
	p := mock(t)
	p.Countermeasures = nil
	if body := enter(t, p, 80, 16).Text(); !strings.Contains(body, "nothing is decided yet; what has an owner and a date comes here") {
		t.Errorf("got\n%s", body)
	}
}

func TestCountermeasuresAreReadBackOwnerByOwner(t *testing.T) {
	p := mock(t)
	p.Countermeasures = nil
	ed := edit.Editor{Now: screentest.Now, NewID: func() func() model.ID {
		n := 0
		return func() model.ID { n++; return model.ID(fmt.Sprintf("cm%014d", n)) }
	}()}
	day := model.Date{Year: 2026, Month: time.March, Day: 27}
	for _, c := range []model.Countermeasure{
		{Text: "one", Owner: sample.ID("ben"), By: day},
		{Text: "two", Owner: sample.ID("ana"), By: day},
		{Text: "rests", State: model.Resting, RestUntil: day},
		{Text: "nobody's", By: day}, // undecided: there is no one to read it back to
		{Text: "three", Owner: sample.ID("ben"), By: day},
		{Text: "done", Owner: sample.ID("ben"), By: day, State: model.Done, DoneOn: day},
	} {
		var err error
		if p, _, err = ed.Add(p, c); err != nil {
			t.Fatal(err)
		}
	}
	r := enter(t, p, 80, 16)
	var got []string
	for _, c := range r.s.back {
		got = append(got, c.Text)
	}
	r.Want("the order", strings.Join(got, ", "), "one, three, two, rests")
}

// The walk of the last four minutes: Enter while reading back, three numbers, and the page.
func TestTheCloseIsWalkedWithEnterAndThreeNumbers(t *testing.T) {
	p := mock(t)
	p.Sessions[0].HandsAsked, p.Sessions[0].Learned, p.Sessions[0].Differently = 0, 0, 0
	r := enter(t, p, 80, 16)
	for range 3 {
		r.enterLine()
	}
	r.Want("after the last tick", r.marked(), "Hands of 6 learned something -")
	r.Want("what is done", string(r.Out.Done), "all 4 are read back")
	for _, n := range []string{"5", "4", "0"} {
		r.Type(n)
		r.Want("check", r.Check, "")
	}
	r.Want("after the hands", r.marked(), "Preview read the page as it is published, then write it")
	s := r.Record.Sessions[0]
	r.Want("hands", fmt.Sprint(s.Learned, s.Differently, s.ComesAgain, " of ", s.Hands, ": ", s.HandsAsked),
		"5 4 0 of 6: learned something, works differently, comes again")
	if !strings.Contains(r.Text(), "comes again          0") {
		t.Errorf("nobody is an answer too; got\n%s", r.Text())
	}
	r.enterLine()
	if r.Out.Run != keymap.Preview {
		t.Errorf("Enter on Preview asks for %v", r.Out.Run)
	}
	for _, c := range r.s.back {
		r.Want(c.Text, c.ReadBack.String(), model.UTC(screentest.Now()).String())
	}
}

func TestTheRoomIsAskedWhatItTriesOutNext(t *testing.T) {
	p := mock(t)
	p.Sessions[0].TryNext = ""
	r := enter(t, p, 80, 16)
	r.Find("comes again")
	r.Type("6")
	r.Want("after the hands", r.marked(), "Try next - a calculated risk: small, and easy to take back")
	r.Want("Ask", string(r.Ask()), "What do we try out next, as a calculated risk?")
	r.Want("Reads", r.Reads(""), "words fill Try next; Enter goes on")
	r.enterLine()
	r.Want("passed by", r.marked(), "Preview read the page as it is published, then write it")
	r.Find("Try next")
	r.Waiting[screen.Key{Field: "try next"}] = "half a"
	r.Move(screen.Up)
	if !strings.Contains(r.Text(), " *Try next       half a") {
		t.Errorf("what waits is not shown:\n%s", r.Text())
	}
	delete(r.Waiting, screen.Key{Field: "try next"})
	r.Move(screen.Down)
	r.Type("rebuild on one replica in the evening")
	r.Want("recorded", r.Record.Sessions[0].TryNext, "rebuild on one replica in the evening")
	if r.Out.Edit.Fact {
		t.Error("it cannot be taken back")
	}
	r.Want("next", r.marked(), "Preview read the page as it is published, then write it")
	r.Goto(screen.Place{Field: "try next"})
	r.Command(keymap.Remove)
	r.Want("emptied", r.Record.Sessions[0].TryNext, "")
}

// Whether the meeting was held is said by a person. It is offered once everything is read back,
// and the way of Enter to the page passes by.
func TestThatTheMeetingWasHeldIsOfferedOnceAllIsReadBack(t *testing.T) {
	p := mock(t)
	p.Sessions[0].HandsAsked |= model.ComesAgain
	r := enter(t, p, 80, 16)
	for range 3 {
		if r.Find("meeting was held"); strings.Contains(r.marked(), "Status") {
			t.Fatal("it is offered before everything is read back")
		}
		r.enterLine()
	}
	r.Want("after the last tick", r.marked(), "Preview read the page as it is published, then write it")
	r.Want("what is done", string(r.Out.Done), "all 4 are read back")
	r.Move(screen.Up)
	r.Want("above the page", r.marked(), "Status draft; Enter here says that the meeting was held")
	r.Want("Ask", string(r.Ask()), "Is this meeting over?")
	r.Want("Reads", r.Reads(""), "Enter notes that the meeting was held")
	r.Want("status", string(r.Record.Header.Status), "draft")
	r.Type("some words")
	r.Want("words", r.Check, "this row takes no text; mark one that does, the words stay here")
	r.enterLine()
	r.Want("status", string(r.Record.Header.Status), "held")
	r.Want("marked", r.marked(), "Preview read the page as it is published, then write it")
	if strings.Contains(r.Text(), "Status") {
		t.Errorf("it is offered again:\n%s", r.Text())
	}
}

// What the screen knows of a count, it knows from the record: another window and the next day too.
func TestNobodyIsAnAnswerInANewScreenToo(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.Find("works differently")
	r.Type("0")
	again := enter(t, r.Record, 80, 16)
	again.s.Find("works differently")
	r.Want("asked and nobody", again.marked(), "works differently 0")
	again.s.Find("comes again")
	r.Want("not asked", again.marked(), "comes again -")
}

func TestATickIsAFactAndEnterTakesItAway(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.Move(screen.Up)
	r.Want("Reads", r.Reads(""), "Enter takes the tick away;  >by 30 mar  corrects it")
	r.enterLine()
	if !r.Out.Edit.Fact {
		t.Error("a tick is not a fact")
	}
	r.Want("marked", r.marked(), "[ ] Send the replica lag alert to the on-call pager Ben Fri 27 Mar")
}

func TestACorrectionChangesOwnerOrDateAndIsReadBackAgain(t *testing.T) {
	for _, c := range []struct{ line, reads, row string }{
		{">by 30 mar", "date Mon 30 Mar 2026; with Ben as owner this is decided", "[ ] Send the replica lag alert to the on-call pager Ben Mon 30 Mar"},
		{">@chao", "owner Chao Lin; with Fri 27 Mar 2026 this is decided", "[ ] Send the replica lag alert to the on-call pager Chao Fri 27 Mar"},
		{">@jo by fri", "owner Jo (new); date Fri 20 Mar 2026; this is decided", "[ ] Send the replica lag alert to the on-call pager Jo Fri 20 Mar"},
	} {
		r := enter(t, mock(t), 80, 16)
		r.Move(screen.Up)
		r.Want(c.line, r.Reads(c.line), c.reads)
		r.Type(c.line)
		r.Want(c.line, r.marked(), c.row)
	}
}

func TestACorrectionNamesOnlyTheNewcomersOfItsLine(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.Type(">@jo by fri")
	r.Want("done", string(r.Out.Done), "corrected; read it back again; new in Attendees: @jo")
	if _, ok := model.NewIndex(r.Record).Handle("jo"); !ok {
		t.Error("jo did not join the attendees")
	}
}

func TestEnterOnAMissingThingGoesThere(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	for _, c := range []struct {
		words string
		want  screen.Place
	}{
		{"mitigated", screen.Place{Screen: screen.Open, Row: "mitigated", Field: "Mitigated"}},
		{"an account", screen.Place{Screen: screen.Timeline, Row: sample.ID("errors"), Field: "Account"}},
		{"6 fields", screen.Place{Screen: screen.Discretion, Row: sample.ID("card pool"), Field: string(model.Needed)}},
	} {
		c.want.Postmortem = r.Record.Header.ID
		r.Find(c.words)
		r.Type("")
		if r.Out.Goto == nil || *r.Out.Goto != c.want {
			t.Errorf("%s: Enter goes to %+v, want %+v", c.words, r.Out.Goto, c.want)
		}
	}
}

func TestWhatCannotBeRecordedIsSaidAndStays(t *testing.T) {
	for _, c := range []struct{ row, line, check string }{
		{"Reject", "by 30 mar", ">by 30 mar or >@chao corrects the row; the empty line ticks it"},
		{"Reject", ">by 30 xyz", ""},
		{"Reject", ">", "after > type @name or by 30 mar"},
		{"mitigated", "14:20", "this row takes no text; mark one that does, the words stay here"},
		{"mitigated", ">by fri", "> corrects a row of the list above; mark one, then >by 30 mar"},
		{"learned", "7", "7 of 6: type a number from 0 to 6, or 7 of all who are here"},
		{"learned", "many", "type a number from 0 to 6; with more people, such as 5 of 8"},
		{"learned", "5 of 0", "of how many? Type for example 5 of 8"},
	} {
		r := enter(t, mock(t), 80, 16)
		r.Find(c.row)
		before := r.marked()
		reading := r.Read(c.line, len(c.line))
		r.Type(c.line)
		switch {
		case r.Check == "" || r.Out.Edit != nil:
			t.Errorf("%q on %q was recorded", c.line, c.row)
		case c.check != "":
			r.Want(c.line, r.Check, c.check)
		}
		if open := strings.HasPrefix(c.line, ">") && c.row == "Reject"; !reading.Fault && !open {
			t.Errorf("%q on %q: no fault before Enter", c.line, c.row)
		}
		r.Want("the mark", r.marked(), before)
	}
}

func TestMoreHandsThanAttendeesAreCountedOfThoseInTheRoom(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.Find("comes again")
	r.Want("Reads", r.Reads("7 of 8"), "7 of 8: comes again")
	r.Type("7 of 8")
	r.Want("the hands", strings.Join(strings.Fields(r.Text()[strings.Index(r.Text(), "Hands of"):strings.Index(r.Text(), "Try next")]), " "),
		"Hands of 8 learned something 5 works differently 4 comes again 7")
}

func TestWhereThePageGoesIsFilledIn(t *testing.T) {
	p := mock(t)
	p.Header.PublishTo, p.Header.ToldDirect = "", ""
	r := enter(t, p, 80, 16)
	r.Goto(screen.Place{Field: "Publish to"})
	r.Want("Ask", string(r.Ask()), "Where will this be published, and by when?")
	r.Type("team wiki")
	r.Want("next", r.marked(), "Told directly - who hears of it from a person, not from a page")
	r.Type("support")
	r.Want("recorded", r.Record.Header.PublishTo+"; "+r.Record.Header.ToldDirect, "team wiki; support")
	r.Goto(screen.Place{Field: "Publish to"})
	r.Command(keymap.Remove)
	r.Want("emptied", r.Record.Header.PublishTo, "")
}

func TestTextThatWaitsInAnotherFieldIsShown(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.Waiting[screen.Key{Field: "Publish to"}] = "the new wiki"
	if !strings.Contains(r.Text(), " *Publish to     the new wiki") {
		t.Errorf("got\n%s", r.Text())
	}
}

func TestCommandsSayWhyTheyAreOff(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	for _, b := range keymap.Default() {
		out, off := r.Do(b.Command), r.Off(b.Command)
		if off != "" && string(out.Check) != off {
			t.Errorf("%s is off because %q, and says %q", b.Command, off, out.Check)
		}
	}
	r.Want("x", r.Off(keymap.Remove), "it is changed or removed in Countermeasures; e goes there")
	out := r.Do(keymap.Open)
	if out.Goto == nil || out.Goto.Screen != screen.Countermeasures || out.Goto.Row != r.countermeasure("Reject").ID {
		t.Errorf("e goes to %+v", out.Goto)
	}
	r.Want("p", *r.Do(keymap.Perspective).Line, ">@")
	r.Want("t", *r.Do(keymap.Time).Line, ">by ")
	if r.Do(keymap.View).Run != keymap.Preview {
		t.Error("v does not show the page")
	}
}

func TestWordsFitTheirRowsAtHomeSize(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	for i := range r.s.rows.Len() {
		if !r.s.rows.Key(i).kind.marks() {
			continue
		}
		r.s.mark(r.s.rows.Key(i))
		for _, text := range []string{"", ">", "xyz", r.Field().Text} {
			if words := r.Read(text, len(text)).Words; safe.Width(words) > 68 {
				t.Errorf("%q is %d cells wide", words, safe.Width(words))
			}
		}
		if ask := r.Ask(); ask == "" || safe.Width(ask) > 66 {
			t.Errorf("Ask is %q", ask)
		}
	}
}

func TestEverySizeAndRecordIsDrawnWithinItsWidth(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"empty": {}, "sample": mock(t), "large": sampletest.Large(2000)} {
		enter(t, p, 80, 16).FitsEverySize(name, true)
	}
}

func BenchmarkKey(b *testing.B) {
	enter(b, sampletest.Large(5000), 80, 16).BenchmarkKey(b, ">by 30 mar")
}

func TestTheFooterSaysWhatEnterDoesAndWhatWorksOnARow(t *testing.T) {
	s, _ := screentest.New(t, screen.Close, New, screentest.Sample(), 80, 16)
	for typing, want := range map[bool]string{
		true:  "tick, next question, row, commands, [help]",
		false: "[type], owner, date, row, preview, open, [help]",
	} {
		s.Want("the footer", s.Footer(typing), want)
	}
}
