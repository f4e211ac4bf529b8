package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"encoding/json"
	"testing"
)

func TestAnIdeaRestsTwoWorkingDays(t *testing.T) {
	ed := edittest.Editor()
	p, ana := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "ana"))
	p, id := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "tie speed to lag", Owner: ana}))
	p = edittest.Must(t)(ed.Rest(p, id, model.Date{}))
	if got := p.Countermeasures[0].RestUntil.Words(); got != "Mon 16 Mar" {
		t.Errorf("from a Thursday it rests until %s, want Mon 16 Mar", got)
	}
	for _, c := range []struct{ from, want string }{
		{"2026-03-09", "2026-03-11"}, {"2026-03-13", "2026-03-17"}, {"2026-03-14", "2026-03-17"}, {"2026-03-15", "2026-03-17"},
	} {
		from, _ := model.ParseDate(c.from)
		if got := meeting.WorkingDays(from, 2).String(); got != c.want {
			t.Errorf("two working days after %s is %s, want %s", c.from, got, c.want)
		}
	}
}

func TestWhatRestsHasAnOwner(t *testing.T) {
	ed := edittest.Editor()
	p, ana := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "ana"))
	p, id := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "tie speed to lag"}))
	edittest.WantProblem(t, second(ed.Rest(p, id, model.Date{})), "Owner")
	p = edittest.Must(t)(ed.Assign(p, id, ana, model.Date{}))
	p = edittest.Must(t)(ed.Rest(p, id, model.Date{}))
	edittest.WantProblem(t, second(edit.Change(ed, p, id, func(c *model.Countermeasure) { c.Owner = "" })), "Owner")
	p.Countermeasures[0].Owner = "" // as in a record of an earlier version
	p = edittest.Must(t)(edit.Change(ed, p, id, func(c *model.Countermeasure) { c.Ticket = "OPS-1" }))
	edittest.Must(t)(ed.Assign(p, id, ana, model.Date{}))
}

func TestOwnerAndDateDecide(t *testing.T) {
	ed := edittest.Editor()
	p, ana := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "ana"))
	p, id := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "alert"}))
	stands := func(want model.Standing) {
		t.Helper()
		if got := p.Countermeasures[0].Standing(); got != want {
			t.Errorf("it stands %s, want %s", got, want)
		}
	}
	stands(model.Undecided)
	p = edittest.Must(t)(ed.Assign(p, id, ana, model.Date{}))
	stands(model.Undecided)
	p = edittest.Must(t)(ed.Rest(p, id, model.Date{}))
	stands(model.StandsResting)
	p = edittest.Must(t)(ed.Assign(p, id, "", model.Date{Year: 2026, Month: 4, Day: 3}))
	stands(model.Decided)
	p = edittest.Must(t)(ed.Finish(p, id, model.Date{}, ""))
	stands(model.StandsDone)
	edittest.WantProblem(t, second(ed.Decline(p, id, " ")), "Reason")
	p = edittest.Must(t)(ed.Decline(p, id, "costs more than it saves"))
	stands(model.StandsDeclined)
}

func TestACorrectedDateIsReadBackAgain(t *testing.T) {
	ed := edittest.Editor()
	p, id := edittest.MustID(t)(ed.Add(edittest.Begun(t, ed), model.Countermeasure{Text: "alert"}))
	p = edittest.Must(t)(ed.TickReadBack(p, id, true))
	p = edittest.Must(t)(edit.Change(ed, p, id, func(c *model.Countermeasure) { c.Ticket = "OPS-1" }))
	if p.Countermeasures[0].ReadBack != model.UTC(edittest.Start) {
		t.Error("a ticket took the tick away")
	}
	p = edittest.Must(t)(ed.Assign(p, id, "", model.Date{Year: 2026, Month: 4, Day: 3}))
	if !p.Countermeasures[0].ReadBack.IsZero() {
		t.Error("the tick stands although the date changed")
	}
}

func TestAParkedIdeaBecomesACountermeasureOfItsPlace(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	e := p.Events[0].ID
	p = edittest.Must(t)(ed.Visit(p, model.PhaseTimeline))
	p, idea := edittest.MustID(t)(ed.Park(p, model.ParkedIdea{Text: "alert on lag", Of: model.Events, OfID: e}))
	if got := p.ParkedIdeas[0]; got.State != model.Waiting || got.Phase != model.PhaseTimeline || got.ParkedAt != model.UTC(edittest.Start) {
		t.Errorf("parked %+v", got)
	}
	p, cm := edittest.MustID(t)(ed.Unpark(p, idea))
	if again, same := edittest.MustID(t)(ed.Unpark(p, idea)); same != cm || len(again.Countermeasures) != 1 {
		t.Error("taking it up twice made two countermeasures")
	}
	if c := p.Countermeasures[0]; c.Event != e || c.Text != "alert on lag" {
		t.Errorf("became %+v", c)
	}
	p = edittest.Must(t)(ed.Remove(p, model.Countermeasures, cm))
	if got := p.ParkedIdeas[0]; got.State != model.Waiting || got.Countermeasure != "" {
		t.Errorf("after the countermeasure is gone the idea is %+v", got)
	}
}

func TestMergingLosesNoWordsAndNoLinks(t *testing.T) {
	ed := edittest.Editor()
	p, a := edittest.MustID(t)(ed.Add(edittest.Begun(t, ed), model.Countermeasure{Text: "alert", Kind: model.Detect}))
	p, b := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "page"}))
	p, idea := edittest.MustID(t)(ed.Park(p, model.ParkedIdea{Text: "ring a bell"}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Note{Of: model.Countermeasures, OfID: a, Text: "ask the team"}))
	p = edittest.Must(t)(ed.Merge(p, idea, a))
	p = edittest.Must(t)(ed.Merge(p, a, b))
	c := p.Countermeasures[0]
	if len(p.Countermeasures) != 1 || c.ID != b || c.Text != "page; alert; ring a bell" || c.Kind != model.Detect {
		t.Errorf("merged into %+v", p.Countermeasures)
	}
	if p.Notes[0].OfID != b || p.ParkedIdeas[0].Countermeasure != b || p.ParkedIdeas[0].State != model.Merged {
		t.Errorf("links are %+v, %+v", p.Notes, p.ParkedIdeas)
	}
	edittest.WantProblem(t, second(ed.Merge(p, b, b)), "Row")
}

func TestMergedIdeasKeepThePlacesThatTheyCameFrom(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b2")
	var ideas []model.ID
	for i, e := range p.Events {
		var id model.ID
		p, id = edittest.MustID(t)(ed.Park(p, model.ParkedIdea{Text: []string{"ring a bell", "page"}[i], Of: model.Events, OfID: e.ID, Private: i == 0}))
		ideas = append(ideas, id)
	}
	p, third := edittest.MustID(t)(ed.Park(p, model.ParkedIdea{Text: "mail"}))
	p = edittest.Must(t)(ed.Merge(p, ideas[0], ideas[1]))
	if len(p.Countermeasures) != 1 || p.Countermeasures[0].Standing() != model.Undecided || p.Countermeasures[0].Text != "page; ring a bell" {
		t.Fatalf("they became %+v", p.Countermeasures)
	}
	if !p.Countermeasures[0].Private {
		t.Error("the words of a private idea are shown")
	}
	p = edittest.Must(t)(ed.Merge(p, third, p.Countermeasures[0].ID))
	for i, idea := range p.ParkedIdeas {
		want := []model.IdeaState{model.Merged, model.Unparked, model.Merged}[i]
		if idea.State != want || idea.Countermeasure != p.Countermeasures[0].ID || i < 2 && idea.OfID != p.Events[i].ID {
			t.Errorf("the idea %q is %+v", idea.Text, idea)
		}
	}
}

func TestHandsCannotOutnumberTheRoom(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	edittest.WantProblem(t, second(ed.CountHands(p, model.LearnedSomething, 7, 6)), "Learned something")
	edittest.WantProblem(t, second(ed.CountHands(p, model.LearnedSomething, -1, 6)), "Learned something")
	p = edittest.Must(t)(ed.CountHands(p, model.LearnedSomething, 5, 6))
	edittest.WantProblem(t, second(ed.CountHands(p, model.WorksDifferently, 4, 4)), "Learned something")
	p = edittest.Must(t)(ed.AnswerGate(p, model.GateConfirmed))
	s := p.Sessions[0]
	if s.HandsAsked != model.LearnedSomething || s.Learned != 5 || s.Hands != 6 || s.Gate != model.GateConfirmed || s.GateAt != model.UTC(edittest.Start) {
		t.Errorf("session is %+v", s)
	}
}

func TestNobodyIsAnAnswerAndNotAskedIsNone(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	p = edittest.Must(t)(ed.CountHands(p, model.WorksDifferently, 0, 6))
	for _, c := range []struct {
		q     model.HandQuestions
		asked bool
	}{{model.LearnedSomething, false}, {model.WorksDifferently, true}, {model.ComesAgain, false}} {
		if n, asked := p.Sessions[0].Counted(c.q); n != 0 || asked != c.asked {
			t.Errorf("%s: %d, asked %v", c.q, n, asked)
		}
	}
}

func TestAskedQuestionsAreNamedInJSON(t *testing.T) {
	b, err := json.Marshal(model.LearnedSomething | model.ComesAgain)
	if got, want := string(b), `["learned something","comes again"]`; err != nil || got != want {
		t.Errorf("got %s (%v), want %s", got, err, want)
	}
	var back model.HandQuestions
	if err := json.Unmarshal(b, &back); err != nil || back != model.LearnedSomething|model.ComesAgain {
		t.Errorf("back came %v (%v)", back, err)
	}
	if err := json.Unmarshal([]byte(`["had lunch"]`), &back); err == nil {
		t.Error("a question that nobody asks was read")
	}
}

func TestADeletedPostmortemComesBack(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	gone := edittest.Must(t)(ed.Delete(p))
	if gone.Header.Deleted != model.UTC(edittest.Start) {
		t.Error("it is not marked as deleted")
	}
	edittest.WantSame(t, edittest.Must(t)(ed.Restore(gone)), p)
}

func TestTheAgendaAlwaysMakesTheWholeMeeting(t *testing.T) {
	for minutes := range 24 * 60 {
		sum := 0
		for _, m := range meeting.Agenda(minutes) {
			sum += m
		}
		if sum != minutes {
			t.Fatalf("the parts of %d minutes make %d", minutes, sum)
		}
	}
}

func TestFieldsAreSetByName(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for field, typed := range map[model.Field]string{model.FieldTitle: "Checkout", model.FieldKind: "game day", model.FieldSeverity: "2",
		model.FieldImpact: "1,900 checkouts\nended early", model.FieldSystems: "checkout, stock", model.FieldZone: "UTC",
		model.FieldDetectedBy: "alert latency above 2 s", model.FieldNoteTaker: "Lena Holt", model.FieldWord: "learning review"} {
		p = edittest.Must(t)(ed.SetField(p, field, typed))
		if got := p.Field(field); got != typed {
			t.Errorf("%s is %q, want %q", field, got, typed)
		}
	}
	p = edittest.Must(t)(ed.SetMilestone(p, model.Began, edittest.At(3)))
	p = edittest.Must(t)(ed.SetField(p, model.FieldBegan, ""))
	if len(p.Milestones) != 0 {
		t.Error("the milestone is still there")
	}
	if p.Header.Word("") != "learning review" || (model.Header{}).Word("") != "post-mortem" || (model.Header{}).Word("retrospective") != "retrospective" {
		t.Error("the word for it is another")
	}
	for field, typed := range map[model.Field]string{model.FieldTitle: "", model.FieldKind: "outage", model.FieldSeverity: "6", model.FieldZone: "Mars/Base", model.FieldDetectedBy: "luck"} {
		edittest.WantProblem(t, second(ed.SetField(p, field, typed)), string(field))
	}
}
