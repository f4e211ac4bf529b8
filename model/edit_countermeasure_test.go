package model

import (
	"encoding/json"
	"testing"
)

func TestAnIdeaRestsTwoWorkingDays(t *testing.T) {
	ed := testEditor()
	p, ana := mustID(t)(ed.EnsureAttendee(begun(t, ed), "ana"))
	p, id := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "tie speed to lag", Owner: ana}))
	p = must(t)(ed.Rest(p, id, Date{}))
	if got := p.Countermeasures[0].RestUntil.Words(); got != "Mon 16 Mar" {
		t.Errorf("from a Thursday it rests until %s, want Mon 16 Mar", got)
	}
	for _, c := range []struct{ from, want string }{
		{"2026-03-09", "2026-03-11"}, {"2026-03-13", "2026-03-17"}, {"2026-03-14", "2026-03-17"}, {"2026-03-15", "2026-03-17"},
	} {
		from, _ := ParseDate(c.from)
		if got := WorkingDays(from, 2).String(); got != c.want {
			t.Errorf("two working days after %s is %s, want %s", c.from, got, c.want)
		}
	}
}

func TestWhatRestsHasAnOwner(t *testing.T) {
	ed := testEditor()
	p, ana := mustID(t)(ed.EnsureAttendee(begun(t, ed), "ana"))
	p, id := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "tie speed to lag"}))
	wantProblem(t, second(ed.Rest(p, id, Date{})), "Owner")
	p = must(t)(ed.Assign(p, id, ana, Date{}))
	p = must(t)(ed.Rest(p, id, Date{}))
	wantProblem(t, second(ed.ChangeCountermeasure(p, id, func(c *Countermeasure) { c.Owner = "" })), "Owner")
	p.Countermeasures[0].Owner = "" // as in a record of an earlier version
	p = must(t)(ed.ChangeCountermeasure(p, id, func(c *Countermeasure) { c.Ticket = "OPS-1" }))
	must(t)(ed.Assign(p, id, ana, Date{}))
}

func TestOwnerAndDateDecide(t *testing.T) {
	ed := testEditor()
	p, ana := mustID(t)(ed.EnsureAttendee(begun(t, ed), "ana"))
	p, id := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert"}))
	stands := func(want Standing) {
		t.Helper()
		if got := p.Countermeasures[0].Standing(); got != want {
			t.Errorf("it stands %s, want %s", got, want)
		}
	}
	stands(Undecided)
	p = must(t)(ed.Assign(p, id, ana, Date{}))
	stands(Undecided)
	p = must(t)(ed.Rest(p, id, Date{}))
	stands(StandsResting)
	p = must(t)(ed.Assign(p, id, "", Date{2026, 4, 3}))
	stands(Decided)
	p = must(t)(ed.Finish(p, id, Date{}, ""))
	stands(StandsDone)
	p = must(t)(ed.Reopen(p, id))
	stands(Decided)
	wantProblem(t, second(ed.Decline(p, id, " ")), "Reason")
	p = must(t)(ed.Decline(p, id, "costs more than it saves"))
	stands(StandsDeclined)
}

func TestACorrectedDateIsReadBackAgain(t *testing.T) {
	ed := testEditor()
	p, id := mustID(t)(ed.AddCountermeasure(begun(t, ed), Countermeasure{Text: "alert"}))
	p = must(t)(ed.TickReadBack(p, id, true))
	p = must(t)(ed.ChangeCountermeasure(p, id, func(c *Countermeasure) { c.Ticket = "OPS-1" }))
	if p.Countermeasures[0].ReadBack != UTC(meeting) {
		t.Error("a ticket took the tick away")
	}
	p = must(t)(ed.Assign(p, id, "", Date{2026, 4, 3}))
	if !p.Countermeasures[0].ReadBack.IsZero() {
		t.Error("the tick stands although the date changed")
	}
}

func TestAParkedIdeaBecomesACountermeasureOfItsPlace(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	e := p.Events[0].ID
	p = must(t)(ed.Visit(p, PhaseTimeline))
	p, idea := mustID(t)(ed.Park(p, ParkedIdea{Text: "alert on lag", Of: Events, OfID: e}))
	if got := p.ParkedIdeas[0]; got.State != Waiting || got.Phase != PhaseTimeline || got.ParkedAt != UTC(meeting) {
		t.Errorf("parked %+v", got)
	}
	p, cm := mustID(t)(ed.Unpark(p, idea))
	if again, same := mustID(t)(ed.Unpark(p, idea)); same != cm || len(again.Countermeasures) != 1 {
		t.Error("taking it up twice made two countermeasures")
	}
	if c := p.Countermeasures[0]; c.Event != e || c.Text != "alert on lag" {
		t.Errorf("became %+v", c)
	}
	p = must(t)(ed.Remove(p, Countermeasures, cm))
	if got := p.ParkedIdeas[0]; got.State != Waiting || got.Countermeasure != "" {
		t.Errorf("after the countermeasure is gone the idea is %+v", got)
	}
}

func TestMergingLosesNoWordsAndNoLinks(t *testing.T) {
	ed := testEditor()
	p, a := mustID(t)(ed.AddCountermeasure(begun(t, ed), Countermeasure{Text: "alert", Kind: Detect}))
	p, b := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "page"}))
	p, idea := mustID(t)(ed.Park(p, ParkedIdea{Text: "ring a bell"}))
	p, _ = mustID(t)(ed.AddNote(p, Note{Of: Countermeasures, OfID: a, Text: "ask the team"}))
	p = must(t)(ed.Merge(p, idea, a))
	p = must(t)(ed.Merge(p, a, b))
	c := p.Countermeasures[0]
	if len(p.Countermeasures) != 1 || c.ID != b || c.Text != "page; alert; ring a bell" || c.Kind != Detect {
		t.Errorf("merged into %+v", p.Countermeasures)
	}
	if p.Notes[0].OfID != b || p.ParkedIdeas[0].Countermeasure != b || p.ParkedIdeas[0].State != Merged {
		t.Errorf("links are %+v, %+v", p.Notes, p.ParkedIdeas)
	}
	wantProblem(t, second(ed.Merge(p, b, b)), "Row")
}

func TestMergedIdeasKeepThePlacesThatTheyCameFrom(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "b2")
	var ideas []ID
	for i, e := range p.Events {
		var id ID
		p, id = mustID(t)(ed.Park(p, ParkedIdea{Text: []string{"ring a bell", "page"}[i], Of: Events, OfID: e.ID, Private: i == 0}))
		ideas = append(ideas, id)
	}
	p, third := mustID(t)(ed.Park(p, ParkedIdea{Text: "mail"}))
	p = must(t)(ed.Merge(p, ideas[0], ideas[1]))
	if len(p.Countermeasures) != 1 || p.Countermeasures[0].Standing() != Undecided || p.Countermeasures[0].Text != "page; ring a bell" {
		t.Fatalf("they became %+v", p.Countermeasures)
	}
	if !p.Countermeasures[0].Private {
		t.Error("the words of a private idea are shown")
	}
	p = must(t)(ed.Merge(p, third, p.Countermeasures[0].ID))
	for i, idea := range p.ParkedIdeas {
		want := []IdeaState{Merged, Unparked, Merged}[i]
		if idea.State != want || idea.Countermeasure != p.Countermeasures[0].ID || i < 2 && idea.OfID != p.Events[i].ID {
			t.Errorf("the idea %q is %+v", idea.Text, idea)
		}
	}
}

func TestHandsCannotOutnumberTheRoom(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	wantProblem(t, second(ed.CountHands(p, LearnedSomething, 7, 6)), "Learned something")
	wantProblem(t, second(ed.CountHands(p, LearnedSomething, -1, 6)), "Learned something")
	p = must(t)(ed.CountHands(p, LearnedSomething, 5, 6))
	wantProblem(t, second(ed.CountHands(p, WorksDifferently, 4, 4)), "Learned something")
	p = must(t)(ed.AnswerGate(p, GateConfirmed))
	s := p.Sessions[0]
	if s.HandsAsked != LearnedSomething || s.Learned != 5 || s.Hands != 6 || s.Gate != GateConfirmed || s.GateAt != UTC(meeting) {
		t.Errorf("session is %+v", s)
	}
}

func TestNobodyIsAnAnswerAndNotAskedIsNone(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	p = must(t)(ed.CountHands(p, WorksDifferently, 0, 6))
	for _, c := range []struct {
		q     HandQuestions
		asked bool
	}{{LearnedSomething, false}, {WorksDifferently, true}, {ComesAgain, false}} {
		if n, asked := p.Sessions[0].Counted(c.q); n != 0 || asked != c.asked {
			t.Errorf("%s: %d, asked %v", c.q, n, asked)
		}
	}
}

func TestAskedQuestionsAreNamedInJSON(t *testing.T) {
	b, err := json.Marshal(LearnedSomething | ComesAgain)
	if got, want := string(b), `["learned something","comes again"]`; err != nil || got != want {
		t.Errorf("got %s (%v), want %s", got, err, want)
	}
	var back HandQuestions
	if err := json.Unmarshal(b, &back); err != nil || back != LearnedSomething|ComesAgain {
		t.Errorf("back came %v (%v)", back, err)
	}
	if err := json.Unmarshal([]byte(`["had lunch"]`), &back); err == nil {
		t.Error("a question that nobody asks was read")
	}
}

func TestADeletedPostmortemComesBack(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	gone := must(t)(ed.Delete(p))
	if gone.Header.Deleted != UTC(meeting) {
		t.Error("it is not marked as deleted")
	}
	wantSame(t, must(t)(ed.Restore(gone)), p)
}

func TestTheAgendaAlwaysMakesTheWholeMeeting(t *testing.T) {
	for minutes := range 24 * 60 {
		sum := 0
		for _, m := range Agenda(minutes) {
			sum += m
		}
		if sum != minutes {
			t.Fatalf("the parts of %d minutes make %d", minutes, sum)
		}
	}
}

func TestFieldsAreSetByName(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	for field, typed := range map[Field]string{FieldTitle: "Checkout", FieldKind: "game day", FieldSeverity: "2",
		FieldImpact: "1,900 checkouts\nended early", FieldSystems: "checkout, stock", FieldZone: "UTC",
		FieldDetectedBy: "alert latency above 2 s", FieldNoteTaker: "Lena Holt", FieldWord: "learning review"} {
		p = must(t)(ed.SetField(p, field, typed))
		if got := p.Field(field); got != typed {
			t.Errorf("%s is %q, want %q", field, got, typed)
		}
	}
	p = must(t)(ed.SetMilestone(p, Began, at(3)))
	p = must(t)(ed.SetField(p, FieldBegan, ""))
	if len(p.Milestones) != 0 {
		t.Error("the milestone is still there")
	}
	if p.Header.Word("") != "learning review" || (Header{}).Word("") != "post-mortem" || (Header{}).Word("retrospective") != "retrospective" {
		t.Error("the word for it is another")
	}
	for field, typed := range map[Field]string{FieldTitle: "", FieldKind: "outage", FieldSeverity: "6", FieldZone: "Mars/Base", FieldDetectedBy: "luck"} {
		wantProblem(t, second(ed.SetField(p, field, typed)), string(field))
	}
}
