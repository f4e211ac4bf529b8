package countermeasures_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

const (
	stock   = "Stock reads at checkout use the primary"
	reject  = "Reject rebuilds between 12:00 and 20:00"
	tie     = "Tie rebuild speed to replica lag"
	support = "Call the support lead at 5 % error share"
	graph   = "A graph of lag on the checkout dashboard"
)

func day(month time.Month, day int) model.Date {
	return model.Date{Year: 2026, Month: month, Day: day}
}

// Tab and Enter are the two keys beside the words.
func TestACountermeasureWithOwnerAndDateTakesTwoKeys(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	s.enter(s.complete("Alert the shift on replica lag @an") + "by fri #det")
	got := s.marked()
	if got.Text != "Alert the shift on replica lag" || s.name(got.Owner) != "Ana Silva" || got.By != day(3, 20) || got.Kind != model.Detect || got.Standing() != model.Decided {
		t.Errorf("got %+v", got)
	}
	if s.Out.Edit.Label != "Countermeasure decided" {
		t.Errorf("the change is called %q", s.Out.Edit.Label)
	}
}

func TestALineWithoutOwnerOrDateStaysUndecided(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	if got := s.enter("Tell @ben about lag").marked(); got.Owner != "" || got.Standing() != model.Undecided || got.Text != "Tell @ben about lag" {
		t.Errorf("got %+v", got)
	}
	if s.Ask() != "Who owns it: a person in this room, or a team that agreed?" {
		t.Errorf("Ask says %q", s.Ask())
	}
}

func TestWordsAboutTheMarkedRow(t *testing.T) {
	for _, c := range []struct {
		row, line string
		is        func(model.Countermeasure) bool
		reads     string
	}{
		{stock, ">by 3 apr", func(c model.Countermeasure) bool { return c.By == day(4, 3) && c.Standing() == model.Decided },
			"date Fri 3 Apr 2026; with Ana as owner this is decided"},
		{stock, ">rest", func(c model.Countermeasure) bool {
			return c.Standing() == model.StandsResting && c.RestUntil == day(3, 23)
		},
			"rests until Mon 23 Mar 2026"},
		{stock, ">done when lag leaves it below 1 s", func(c model.Countermeasure) bool { return c.DoneWhen == "lag leaves it below 1 s" },
			"done when lag leaves it below 1 s"},
		{stock, ">declined because the primary is near its limit", func(c model.Countermeasure) bool {
			return c.Standing() == model.StandsDeclined && c.Reason == "the primary is near its limit"
		}, "declined because the primary is near its limit"},
		{reject, ">done", func(c model.Countermeasure) bool { return c.Standing() == model.StandsDone && c.DoneOn == day(3, 19) }, "done"},
		{reject, ">OPS-123 #recover", func(c model.Countermeasure) bool { return c.Ticket == "OPS-123" && c.Kind == model.Recover },
			"kind recover; ticket OPS-123"},
		{tie, ">by fri", func(c model.Countermeasure) bool { return c.Standing() == model.Decided && c.RestUntil.IsZero() },
			"date Fri 20 Mar 2026; with Chao as owner this is decided"},
		{tie, ">@ben", func(c model.Countermeasure) bool { return c.Standing() == model.StandsResting },
			"owner Ben Okafor; goes on resting; by fri takes it up again"},
		{support, ">@ana by fri", func(c model.Countermeasure) bool { return c.Text == support && c.Standing() == model.Decided },
			"taken up; owner Ana Silva; date Fri 20 Mar 2026; this is decided"},
		{support, ">rest until tue @ana", func(c model.Countermeasure) bool {
			return c.RestUntil == day(3, 24) && c.Standing() == model.StandsResting
		},
			"taken up; rests until Tue 24 Mar 2026; owner Ana Silva"},
		{tie, ">rest until tue", func(c model.Countermeasure) bool { return c.RestUntil == day(3, 24) },
			"rests until Tue 24 Mar 2026"},
		{tie, ">declined because the import needs it", func(c model.Countermeasure) bool { return c.Standing() == model.StandsDeclined },
			"declined because the import needs it"},
	} {
		s := newStage(t, screentest.Sample(), 80, 16).mark(c.row)
		if got := s.Reads(c.line); got != c.reads || len(got) > 67 {
			t.Errorf("%s on %q reads %q, want %q", c.line, c.row, got, c.reads)
		}
		if got := s.enter(c.line).marked(); !c.is(got) {
			t.Errorf("%s on %q made %+v", c.line, c.row, got)
		}
	}
}

func TestAnIdeaIsTakenUpByEnterAndWaitsNoMore(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(graph).enter("")
	if got := s.marked(); got.Text != graph || got.Standing() != model.Undecided || got.Event == "" {
		t.Errorf("got %+v", got)
	}
	if strings.Contains(s.Text(), "from 14:21") {
		t.Error("the idea is still parked")
	}
}

func TestAnIdeaIsDeclinedWithItsReason(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 40).mark(graph).press(keymap.Decline)
	if s.Out.Line == nil || *s.Out.Line != ">declined because " {
		t.Fatalf("n begins no line: %+v", s.Out)
	}
	if o := s.Enter(*s.Out.Line); o.Edit != nil || o.Check == "" {
		t.Errorf("it is declined without a reason: %+v", o)
	}
	s.enter(*s.Out.Line + "the lag board has it")
	if got := s.Text(); !strings.Contains(got, "Declined (2)") || !strings.Contains(got, "the lag board has it") {
		t.Errorf("got\n%s", got)
	}
	if n := len(s.Record.Countermeasures); n != len(screentest.Sample().Countermeasures) {
		t.Errorf("a declined idea became one of %d countermeasures", n)
	}
}

func TestRestLetsARowRestTwoWorkingDays(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock).press(keymap.Rest)
	if got := s.marked(); got.Text != stock || got.Standing() != model.StandsResting || got.RestUntil != day(3, 23) {
		t.Errorf("got %+v", got)
	}
	s.Want("done", s.Said, "Done rests until Mon 23 Mar, with Ana Silva")
	s.press(keymap.Rest)
	s.Want("again, on the same day", s.Said, "Done rests until Mon 23 Mar, with Ana Silva")
}

func TestWhatNobodyOwnsRestsOnceItIsSaidWhoBringsItBack(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(graph).press(keymap.Rest)
	if s.Out.Line == nil || *s.Out.Line != ">rest @" || s.Out.Edit != nil {
		t.Fatalf("s asks for %+v", s.Out)
	}
	s.Want("Reads", s.Reads(">rest @"), "who decides it on Mon 23 Mar? Type @name")
	for _, line := range []string{">rest @", ">rest", ">rest until tue"} {
		if o := s.Enter(line); o.Edit != nil || o.Check == "" {
			t.Errorf("%s rests without an owner: %+v", line, o)
		}
	}
	s.enter(s.complete(">rest @oma"))
	if got := s.marked(); got.Text != graph || got.Standing() != model.StandsResting || got.RestUntil != day(3, 23) || s.name(got.Owner) != "Omar Haddad" {
		t.Errorf("got %+v", got)
	}
}

func TestAFormDoesNotLetARowRestThatNobodyOwns(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(graph).enter("")
	s.form(map[string]string{"State": "rest"})
	if s.Refused == nil || !strings.HasPrefix(s.Check, "Owner is empty") {
		t.Errorf("got %+v", s.Out)
	}
	if got := s.form(map[string]string{"State": "rest", "Owner": "@ana"}).marked(); got.Standing() != model.StandsResting {
		t.Errorf("got %+v", got)
	}
}

func TestOGoesToWhereARowCameUp(t *testing.T) {
	for _, c := range []struct {
		row  string
		want screen.Place
	}{
		{graph, screen.Place{Screen: screen.Timeline, Row: sample.ID("dashboard")}},
		{tie, screen.Place{Screen: screen.Timeline, Row: sample.ID("rebuild")}},
		{stock, screen.Place{Screen: screen.Learning, Row: sample.ID("late answer")}},
		{reject, screen.Place{Screen: screen.Timeline, Row: sample.ID("rebuild")}},
	} {
		s := newStage(t, screentest.Sample(), 80, 16).mark(c.row).press(keymap.Origin)
		c.want.Postmortem = s.Record.Header.ID
		if s.Out.Goto == nil || *s.Out.Goto != c.want {
			t.Errorf("%s: o goes to %+v, want %+v", c.row, s.Out.Goto, c.want)
		}
	}
	s := newStage(t, screentest.Sample(), 80, 16).enter("Alert on lag")
	s.Want("of a row that came from nowhere", s.Off(keymap.Origin), "nothing says where this came up")
}

func TestTwoIdeasBecomeOneRowThatSaysWhereBothCameUp(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(graph).press(keymap.Merge).mark(support).enter("")
	got := s.marked()
	if got.Text != support+"; "+graph || got.Standing() != model.Undecided {
		t.Errorf("got %+v", got)
	}
	if body := s.Text(); !strings.Contains(body, "from       14:04, 0:26; 14:21, 0:27") || strings.Contains(body, "Parked") {
		t.Errorf("got\n%s", body)
	}
}

func TestMergingTakesTheRowIntoTheNextOneMarked(t *testing.T) {
	for _, second := range []string{"m", "Enter"} {
		s := newStage(t, screentest.Sample(), 80, 40).mark(graph).press(keymap.Merge)
		if !strings.Contains(string(s.Out.Done), "mark the row to merge it with") || s.Out.Edit != nil {
			t.Fatalf("m says %+v", s.Out)
		}
		s.mark(stock)
		if second == "m" {
			s.press(keymap.Merge)
		} else {
			s.enter("")
		}
		if got := s.marked(); got.Text != stock+"; "+graph {
			t.Errorf("%s: got %q", second, got.Text)
		}
		if strings.Contains(s.Text(), "from 14:21") {
			t.Errorf("%s: the idea is still parked", second)
		}
	}
}

// "Date set" did not tell a person whether fri was this Friday or the next.
func TestDoneSaysTheValuesOfTheRow(t *testing.T) {
	for _, c := range []struct{ row, line, want string }{
		{stock, ">by fri", "Done by Fri 20 Mar"},
		{stock, ">@ana", "Done owner Ana Silva"},
		{stock, ">@ben by 27 mar #prevent OPS-7", "Done owner Ben Okafor, by Fri 27 Mar, kind prevent, ticket OPS-7"},
		{stock, ">done when lag pages the shift", "Done done when lag pages the shift"},
		{graph, ">@ana by fri", "Done taken up; owner Ana Silva, by Fri 20 Mar"},
		{graph, ">rest @ben", "Done taken up; owner Ben Okafor, rests until Mon 23 Mar"},
	} {
		s := newStage(t, screentest.Sample(), 80, 16).mark(c.row).enter(c.line)
		s.Want(c.line, s.Said, c.want)
	}
}

// While one typed ">by " or ">done when " the row Reads was blank.
func TestReadsSaysWhatGoesOnBehindTheFirstWords(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	for line, want := range map[string]string{
		">":                  "about the marked row: @ana, by fri, done when ..., rest, done, OPS-1",
		">by ":               "by which day: fri, 3 apr or 2026-04-03",
		">done when ":        "done when: how we will know that it is done",
		">declined because ": "declined because: why it is reasonable not to do it",
	} {
		s.Want(line, s.Reads(line), want)
	}
}

// Esc in the list said "this has no use here", and during a merge it has a use.
func TestEscHasAUseOnlyWhileAMergeIsUnderWay(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	if s.Off(keymap.Back) == "" {
		t.Error("Esc has a step to take before a merge")
	}
	s.press(keymap.Merge)
	s.Want("after m", s.Reads(""), "Up and Down mark the row to merge it with; Esc ends it")
	s.Move(screen.Down)
	s.Want("after a move", s.Reads(""), "Enter or m merges it into the marked row; Esc ends it")
	if why := s.Off(keymap.Back); why != "" {
		t.Errorf("Esc does not end a merge: %s", why)
	}
	if o := s.Do(keymap.Back); o.Done != "" || o.Check != "" || s.Off(keymap.Back) == "" {
		t.Errorf("Esc says %+v", o)
	}
}

func TestMergingACountermeasureWithAnIdeaKeepsTheCountermeasure(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 40).mark(stock).press(keymap.Merge).mark(graph).press(keymap.Merge)
	if got := s.marked(); got.Text != stock+"; "+graph {
		t.Errorf("got %q", got.Text)
	}
}

func TestMergingEndsWithEscAndOnTheRowItself(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock).press(keymap.Merge)
	s.do(s.Do(keymap.Back)).mark(reject)
	if o := s.Enter(""); o.Open == nil {
		t.Errorf("after Esc, Enter does %+v", o)
	}
	s.press(keymap.Merge).press(keymap.Merge)
	if s.Out.Edit != nil {
		t.Error("a row was merged with itself")
	}
	if got := s.Ask(); strings.Contains(string(got), "Merge") {
		t.Errorf("Ask still says %q", got)
	}
}

func TestARemovedRowGivesTheMarkToItsNeighbour(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark("Send the replica lag alert to the on-call pager").press(keymap.Remove)
	if got := s.marked().Text; got != reject {
		t.Errorf("marked is %q", got)
	}
	if want := `Removed "Send the replica lag alert to»". u brings it back`; string(s.Out.Done) != want {
		t.Errorf("Done says %q", s.Out.Done)
	}
}

func TestRowsMoveWithinTheirSection(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(reject).press(keymap.MoveUp)
	if rows := strings.Split(s.Text(), "\n"); !strings.HasPrefix(rows[1], ">   Reject") {
		t.Errorf("got\n%s", s.Text())
	}
	o := s.Do(keymap.MoveUp)
	var problem model.Problem
	if _, err := o.Edit.Make(s.Record); !errors.As(err, &problem) {
		t.Errorf("the first row moves on up: %v", err)
	}
}

func TestAnUnknownNameJoinsTheAttendees(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	if got := s.Reads(">@jo by fri"); got != "owner Jo (new); date Fri 20 Mar 2026; this is decided" {
		t.Errorf("reads %q", got)
	}
	if got := s.enter(">@jo by fri").marked(); s.name(got.Owner) != "Jo" {
		t.Errorf("got %+v", got)
	}
}

func TestWhatIsNotUnderstoodStaysInTheLine(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	for _, line := range []string{">by hook", ">make it so", ">", "@ana by fri", "x #zzz", ">declined", ">declined because "} {
		o := s.Enter(line)
		if o.Edit != nil || o.Open != nil || o.Check == "" || o.Line != nil {
			t.Errorf("%q: %+v", line, o)
		}
	}
}

func (s *stage) name(id model.ID) string { return s.Index.Person(id).Name }

// form opens the marked row's form, types texts into its fields and presses Enter.
func (s *stage) form(texts map[string]string) *stage {
	s.T.Helper()
	s.press(keymap.Open).Fill(texts)
	return s
}

func TestTheFormRecordsAllChangedFieldsAsOneEdit(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	s.Whole = true // a private row goes on being shown
	s.form(map[string]string{
		"Owner": "Ben Okafor", "By": "3 apr", "Kind": "rec", "Done when": "a test shows it", "Ticket": "OPS-9",
		"Condition": "Rebuild", "Row": "14:09", "Tested": "today", "Result": "it held", "Private": "y",
	})
	got := s.marked()
	if s.name(got.Owner) != "Ben Okafor" || got.By != day(4, 3) || got.Kind != model.Recover || got.DoneWhen != "a test shows it" ||
		got.Ticket != "OPS-9" || got.TestedOn != day(3, 19) || got.TestResult != "it held" || !got.Private || got.Condition == "" || got.Event == "" {
		t.Errorf("got %+v", got)
	}
	if s.Out.Edit == nil || !s.Out.Close {
		t.Errorf("got %+v", s.Out)
	}
}

func TestTheFormReadsTheStateFromWhatIsFilledIn(t *testing.T) {
	for _, c := range []struct {
		texts map[string]string
		want  model.Standing
	}{
		{map[string]string{"Rest until": "mon"}, model.StandsResting},
		{map[string]string{"Declined": "the primary is near its limit"}, model.StandsDeclined},
		{map[string]string{"Done on": "today"}, model.StandsDone},
		{map[string]string{"State": "done"}, model.StandsDone},
		{map[string]string{"State": "rest"}, model.StandsResting},
	} {
		if got := newStage(t, screentest.Sample(), 80, 16).mark(stock).form(c.texts).marked().Standing(); got != c.want {
			t.Errorf("%v: %s, want %s", c.texts, got, c.want)
		}
	}
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock).form(map[string]string{"State": "declined"})
	if s.Out.Edit != nil || s.Out.Check == "" || s.Out.Close {
		t.Errorf("declined without a reason: %+v", s.Out)
	}
	s = newStage(t, screentest.Sample(), 80, 16).mark(tie).form(map[string]string{"State": "open"})
	if got := s.marked(); got.Standing() != model.Undecided || !got.RestUntil.IsZero() {
		t.Errorf("taken up again: %+v", got)
	}
}

func TestTheFormLeavesAloneWhatAnotherWindowChanged(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	o := s.Do(keymap.Open)
	for i := range s.Record.Countermeasures {
		if s.Record.Countermeasures[i].Text == stock {
			s.Record.Countermeasures[i].Ticket = "OPS-77"
		}
	}
	if got := s.do(o.Open.Enter("Stock reads use the primary")).marked(); got.Ticket != "OPS-77" || got.Text != "Stock reads use the primary" {
		t.Errorf("got %+v", got)
	}
}

func TestAnIdeaHasAFormOfItsOwn(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(support).form(map[string]string{"Idea": "Call the support lead", "Said by": "@ben"})
	for _, idea := range s.Record.ParkedIdeas {
		if idea.ID == s.Marked().ID && (idea.Text != "Call the support lead" || s.name(idea.Attendee) != "Ben Okafor" || idea.State != model.Waiting) {
			t.Errorf("got %+v", idea)
		}
	}
}

func TestFindGoesToTheNextRowWithTheWords(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	if got := s.Find("DASHBOARD"); got != `found "A graph of lag on the checkou»"; Enter finds the next` || s.Marked().Table != model.ParkedIdeas {
		t.Errorf("got %q, marked %v", got, s.Marked())
	}
	if got := s.Find("no such words"); got != `no row holds "no such words"` {
		t.Errorf("got %q", got)
	}
}

func TestEveryQuestionFitsItsRow(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	for range 10 {
		for _, merging := range []bool{false, true} {
			if merging {
				s.press(keymap.Merge)
			}
			if q := s.Ask(); q == "" || len(q) > 66 {
				t.Errorf("Ask says %q", q)
			}
			s.Do(keymap.Back)
		}
		s.Move(screen.Down)
	}
}

func TestMergingEndsWhenSomethingElseIsDone(t *testing.T) {
	for name, do := range map[string]func(*stage){
		"a line":   func(s *stage) { s.enter("Alert on lag") },
		"a letter": func(s *stage) { s.press(keymap.Rest) },
		"its row removed in another window": func(s *stage) {
			s.Hand(screentest.Sample()) // without the row
		},
	} {
		p := screentest.Sample()
		p.Countermeasures = append(p.Countermeasures, model.Countermeasure{ID: sample.ID("extra"), Text: "Extra", State: model.Open,
			Pos: model.After(p.Countermeasures[len(p.Countermeasures)-1].Pos)})
		s := newStage(t, p, 80, 16).mark("Extra").press(keymap.Merge).mark(stock)
		do(s)
		if got := s.Ask(); strings.Contains(string(got), "Merge") {
			t.Errorf("after %s Ask still says %q", name, got)
		}
	}
}

func TestAnOpenFormFollowsTheRecord(t *testing.T) {
	for _, row := range []string{stock, graph} {
		s := newStage(t, screentest.Sample(), 80, 16).mark(row).press(keymap.Open)
		open := s.Follows(func(p *model.Postmortem) {
			p.Countermeasures, p.ParkedIdeas = slices.Clone(p.Countermeasures), slices.Clone(p.ParkedIdeas)
			for i := range p.Countermeasures {
				p.Countermeasures[i].Text += " today"
			}
			for i := range p.ParkedIdeas {
				p.ParkedIdeas[i].Text += " today"
			}
		})
		if f, _ := s.Out.Open.Field(); !open || f.Text != row+" today" {
			t.Errorf("open %v, the field holds %q", open, f.Text)
		}
		if s.Follows(func(p *model.Postmortem) { p.Countermeasures, p.ParkedIdeas = nil, nil }) {
			t.Error("the form of a row that is gone stays open")
		}
	}
}
