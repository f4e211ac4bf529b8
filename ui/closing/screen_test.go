package closing

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

// mock is the sample incident as it stands in the drawing of this screen: Ana's row has its
// date, and hands were raised for two of the three questions.
func mock(t *testing.T) model.Postmortem {
	t.Helper()
	p := sample.Postmortem(meeting())
	ed := model.Editor{Now: meeting}
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

func (r *room) show() {
	x := model.NewIndex(r.record)
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		r.t.Fatal(err)
	}
	x.Zone = zone
	r.s.Show(x)
}

// press is Enter with this text in the line.
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
	if o.Goto != nil && o.Goto.Screen == screen.Close {
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

// countermeasure returns the one whose text begins so.
func (r *room) countermeasure(text string) model.Countermeasure {
	r.t.Helper()
	for _, c := range r.record.Countermeasures {
		if strings.HasPrefix(c.Text, text) {
			return c
		}
	}
	r.t.Fatalf("no countermeasure begins with %q", text)
	return model.Countermeasure{}
}

func want(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

func drawing(rows string) string { return strings.Trim(rows, "\n") }

func TestTheScreenOfTheMock(t *testing.T) {
	p := mock(t)
	p.CardLines, p.DecisionPoints = nil, nil
	r := enter(t, p, 80, 16)
	want(t, "80x16", r.body(), drawing(`
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
  Publish to     team wiki, payments
  Told directly  support, search
  Preview        read the page as it is published, then write it`))
	want(t, "Ask", string(r.s.Ask()), "Chao, by Monday 23 March: correct?")
	want(t, "Reads", string(r.s.Read("", 0).Words), "Enter ticks the marked row;  >by 30 mar  corrects it")
	want(t, "position", string(r.s.Position()), "1 of 4 read back")
}

func TestASmallScreenShowsTheRowsRoundTheMark(t *testing.T) {
	r := enter(t, mock(t), 60, 9)
	want(t, "60x9", r.body(), drawing(`
  Read back, owner by owner
  [x] Send the replica lag alert to the o» Ben   Fri 27 Mar
> [ ] Reject rebuilds between 12:00 and 2» Chao  Mon 23 Mar
  [ ] Stock reads at checkout use the pri» Ana   Fri  3 Apr
  [ ] Resting: Tie rebuild speed to repli» Chao  Mon 23 Mar
  Still missing; none of it blocks the page
      Open         mitigated
      Attendees    someone affected
      Timeline     an account for 1 row`))
	r.s.Move(screen.Last)
	want(t, "the end", r.marked(), "Preview read the page as it is published, then wr»")
	r.s.Move(screen.Down)
	if body := r.body(); !strings.HasPrefix(body, "  Read back, owner by owner\n> [x]") {
		t.Errorf("round from the end, the title stands above the first row; got\n%s", body)
	}
}

func TestALargeScreenPartsWithBlankRows(t *testing.T) {
	r := enter(t, mock(t), 140, 32)
	want(t, "140x32", r.body(), drawing(`
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

  Publish to     team wiki, payments
  Told directly  support, search
  Preview        read the page as it is published, then write it`))
}

func TestARecordWithoutCountermeasuresSaysWhatComesHere(t *testing.T) {
	p := mock(t)
	p.Countermeasures = nil
	if body := enter(t, p, 80, 16).body(); !strings.Contains(body, "nothing is decided yet; what has an owner and a date comes here") {
		t.Errorf("got\n%s", body)
	}
}

func TestCountermeasuresAreReadBackOwnerByOwner(t *testing.T) {
	p := mock(t)
	p.Countermeasures = nil
	ed := model.Editor{Now: meeting, NewID: func() func() model.ID {
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
		if p, _, err = ed.AddCountermeasure(p, c); err != nil {
			t.Fatal(err)
		}
	}
	r := enter(t, p, 80, 16)
	var got []string
	for _, c := range r.s.back {
		got = append(got, c.Text)
	}
	want(t, "the order", strings.Join(got, ", "), "one, three, two, rests")
}

// The walk of the last four minutes: Enter while reading back, three numbers, and the page.
func TestTheCloseIsWalkedWithEnterAndThreeNumbers(t *testing.T) {
	p := mock(t)
	p.Sessions[0].HandsAsked, p.Sessions[0].Learned, p.Sessions[0].Differently = 0, 0, 0
	r := enter(t, p, 80, 16)
	for range 3 {
		r.enterLine()
	}
	want(t, "after the last tick", r.marked(), "Hands of 6 learned something -")
	want(t, "what is done", string(r.last.Done), "all 4 are read back")
	for _, n := range []string{"5", "4", "0"} {
		r.press(n)
		want(t, "check", r.check, "")
	}
	want(t, "after the hands", r.marked(), "Preview read the page as it is published, then write it")
	s := r.record.Sessions[0]
	want(t, "hands", fmt.Sprint(s.Learned, s.Differently, s.ComesAgain, " of ", s.Hands, ": ", s.HandsAsked),
		"5 4 0 of 6: learned something, works differently, comes again")
	if !strings.Contains(r.body(), "comes again          0") {
		t.Errorf("nobody is an answer too; got\n%s", r.body())
	}
	r.enterLine()
	if r.last.Ask != screen.Preview {
		t.Errorf("Enter on Preview asks for %v", r.last.Ask)
	}
	for _, c := range r.s.back {
		want(t, c.Text, c.ReadBack.String(), meeting().String())
	}
}

// What the screen knows of a count, it knows from the record: another window and the next day too.
func TestNobodyIsAnAnswerInANewScreenToo(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.s.Find("works differently")
	r.press("0")
	again := enter(t, r.record, 80, 16)
	again.s.Find("works differently")
	want(t, "asked and nobody", again.marked(), "works differently 0")
	again.s.Find("comes again")
	want(t, "not asked", again.marked(), "comes again -")
}

func TestATickIsAFactAndEnterTakesItAway(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.s.Move(screen.Up)
	want(t, "Reads", string(r.s.Read("", 0).Words), "Enter takes the tick away;  >by 30 mar  corrects it")
	r.enterLine()
	if !r.last.Edit.Fact {
		t.Error("a tick is not a fact")
	}
	want(t, "marked", r.marked(), "[ ] Send the replica lag alert to the on-call pager Ben Fri 27 Mar")
}

func TestACorrectionChangesOwnerOrDateAndIsReadBackAgain(t *testing.T) {
	for _, c := range []struct{ line, reads, row string }{
		{">by 30 mar", "date Mon 30 Mar 2026; with Ben as owner this is decided", "[ ] Send the replica lag alert to the on-call pager Ben Mon 30 Mar"},
		{">@chao", "owner Chao Lin; with Fri 27 Mar 2026 this is decided", "[ ] Send the replica lag alert to the on-call pager Chao Fri 27 Mar"},
		{">@jo by fri", "owner Jo (new); date Fri 20 Mar 2026; this is decided", "[ ] Send the replica lag alert to the on-call pager Jo Fri 20 Mar"},
	} {
		r := enter(t, mock(t), 80, 16)
		r.s.Move(screen.Up)
		want(t, c.line, string(r.s.Read(c.line, -1).Words), c.reads)
		r.press(c.line)
		want(t, c.line, r.marked(), c.row)
	}
}

func TestACorrectionNamesOnlyTheNewcomersOfItsLine(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.press(">@jo by fri")
	want(t, "done", string(r.last.Done), "corrected; read it back again; new in Attendees: @jo")
	if _, ok := model.NewIndex(r.record).Handle("jo"); !ok {
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
		c.want.Postmortem = r.record.Header.ID
		r.s.Find(c.words)
		r.press("")
		if r.last.Goto == nil || *r.last.Goto != c.want {
			t.Errorf("%s: Enter goes to %+v, want %+v", c.words, r.last.Goto, c.want)
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
		{"learned", "7", "7 of 6: type a number from 0 to 6, or 7 of those who are in the room"},
		{"learned", "many", "type a number from 0 to 6; with more people, such as 5 of 8"},
		{"learned", "5 of 0", "of how many? Type for example 5 of 8"},
	} {
		r := enter(t, mock(t), 80, 16)
		r.s.Find(c.row)
		before := r.marked()
		reading := r.s.Read(c.line, len(c.line))
		r.press(c.line)
		switch {
		case r.check == "" || r.last.Edit != nil:
			t.Errorf("%q on %q was recorded", c.line, c.row)
		case c.check != "":
			want(t, c.line, r.check, c.check)
		}
		if open := strings.HasPrefix(c.line, ">") && c.row == "Reject"; !reading.Fault && !open {
			t.Errorf("%q on %q: no fault before Enter", c.line, c.row)
		}
		want(t, "the mark", r.marked(), before)
	}
}

func TestMoreHandsThanAttendeesAreCountedOfThoseInTheRoom(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.s.Find("comes again")
	want(t, "Reads", string(r.s.Read("7 of 8", 6).Words), "7 of 8: comes again")
	r.press("7 of 8")
	want(t, "the hands", strings.Join(strings.Fields(r.body()[strings.Index(r.body(), "Hands of"):strings.Index(r.body(), "Publish")]), " "),
		"Hands of 8 learned something 5 works differently 4 comes again 7")
}

func TestWhereThePageGoesIsFilledIn(t *testing.T) {
	p := mock(t)
	p.Header.PublishTo, p.Header.ToldDirect = "", ""
	r := enter(t, p, 80, 16)
	r.s.Goto(screen.Place{Field: "Publish to"})
	want(t, "Ask", string(r.s.Ask()), "Where will this be published, and by when?")
	r.press("team wiki")
	want(t, "next", r.marked(), "Told directly - who hears of it from a person, not from a page")
	r.press("support")
	want(t, "recorded", r.record.Header.PublishTo+"; "+r.record.Header.ToldDirect, "team wiki; support")
	r.s.Goto(screen.Place{Field: "Publish to"})
	r.do(r.s.Do(keymap.Remove))
	want(t, "emptied", r.record.Header.PublishTo, "")
}

func TestTextThatWaitsInAnotherFieldIsShown(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	r.typed["Publish to"] = "the new wiki"
	if !strings.Contains(r.body(), " *Publish to     the new wiki") {
		t.Errorf("got\n%s", r.body())
	}
}

func TestCommandsSayWhyTheyAreOff(t *testing.T) {
	r := enter(t, mock(t), 80, 16)
	for _, b := range keymap.Default() {
		out, off := r.s.Do(b.Command), r.s.Off(b.Command)
		if off != "" && string(out.Check) != off {
			t.Errorf("%s is off because %q, and says %q", b.Command, off, out.Check)
		}
	}
	want(t, "x", r.s.Off(keymap.Remove), "it is changed or removed in Countermeasures; e goes there")
	out := r.s.Do(keymap.Open)
	if out.Goto == nil || out.Goto.Screen != screen.Countermeasures || out.Goto.Row != r.countermeasure("Reject").ID {
		t.Errorf("e goes to %+v", out.Goto)
	}
	want(t, "p", *r.s.Do(keymap.Perspective).Line, ">@")
	want(t, "t", *r.s.Do(keymap.Time).Line, ">by ")
	if r.s.Do(keymap.View).Ask != screen.Preview {
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
		for _, text := range []string{"", ">", "xyz", r.s.Field().Text} {
			if words := r.s.Read(text, len(text)).Words; safe.Width(words) > 68 {
				t.Errorf("%q is %d cells wide", words, safe.Width(words))
			}
		}
		if ask := r.s.Ask(); ask == "" || safe.Width(ask) > 66 {
			t.Errorf("Ask is %q", ask)
		}
	}
}

func TestEverySizeAndRecordIsDrawnWithinItsWidth(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"empty": {}, "sample": mock(t), "large": sample.Large(2000)} {
		r := enter(t, p, 80, 16)
		for _, width := range []int{1, 2, 7, 20, 39, 40, 59, 60, 80, 109, 140} {
			for _, height := range []int{1, 2, 3, 9, 16, 32} {
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
					if marks != 1 {
						t.Fatalf("%s at %dx%d: %d rows are marked\n%s", name, width, height, marks, r.body())
					}
					r.s.Move(screen.Down)
					r.s.Move(screen.PageDown)
				}
			}
		}
	}
}

func BenchmarkKey(b *testing.B) {
	look, _ := theme.Choose(theme.Dark, true, theme.ASCII())
	s := New(screen.Env{Theme: look, Now: meeting})
	s.Resize(80, 16)
	s.Show(model.NewIndex(sample.Large(5000)))
	for b.Loop() {
		s.Read(">by 30 mar", 10)
		s.Move(screen.Down)
		s.Body()
	}
}
