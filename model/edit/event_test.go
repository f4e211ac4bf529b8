package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"errors"
	"testing"
)

func TestEventsStandByTimeAndUntimedOnesBehindTheirRow(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "b5", "a1", "x", "y", "c9")
	edittest.WantOrder(t, p, "a1", "x", "y", "b5", "c9")
	p, _ = edittest.MustID(t)(ed.AddEvent(p, model.Event{What: "w"}, edittest.Named(t, p, "a1")))
	edittest.WantOrder(t, p, "a1", "w", "x", "y", "b5", "c9")
	p, _ = edittest.MustID(t)(ed.AddEvent(p, model.Event{What: "first"}, ""))
	edittest.WantOrder(t, p, "first", "a1", "w", "x", "y", "b5", "c9")
	p, _ = edittest.MustID(t)(ed.AddEvent(p, model.Event{What: "d5", When: edittest.At(5)}, ""))
	edittest.WantOrder(t, p, "first", "a1", "w", "x", "y", "b5", "d5", "c9")
}

func TestMovingAnUntimedRowRewritesOneRow(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "x", "y", "z", "b5")
	for _, c := range []struct {
		row  string
		by   int
		want []string
	}{
		{"y", -1, []string{"a1", "y", "x", "z", "b5"}},
		{"y", -1, []string{"y", "a1", "x", "z", "b5"}},
		{"z", +1, []string{"y", "a1", "x", "b5", "z"}},
		{"y", +1, []string{"a1", "y", "x", "b5", "z"}},
		{"y", +1, []string{"a1", "x", "y", "b5", "z"}},
	} {
		next := edittest.Must(t)(ed.Move(p, model.Events, edittest.Named(t, p, c.row), c.by))
		edittest.WantOrder(t, next, c.want...)
		if n := len(model.Diff("move", p, next).Rows); n != 1 {
			t.Errorf("moving %s rewrote %d rows", c.row, n)
		}
		p = next
	}
	_, err := ed.Move(p, model.Events, edittest.Named(t, p, "z"), +1)
	edittest.WantProblem(t, err, "Row")
}

func TestATimedRowMovesOnlyAmongRowsOfItsTime(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b5", "x", "c5", "d9")
	p = edittest.Must(t)(ed.Move(p, model.Events, edittest.Named(t, p, "c5"), -1))
	edittest.WantOrder(t, p, "a1", "c5", "b5", "x", "d9")
	for _, c := range []struct {
		row string
		by  int
	}{{"c5", -1}, {"b5", +1}} {
		_, err := ed.Move(p, model.Events, edittest.Named(t, p, c.row), c.by)
		edittest.WantProblem(t, err, "When")
	}
	_, err := ed.Move(p, model.Events, edittest.Named(t, p, "a1"), -1)
	edittest.WantProblem(t, err, "Row")
}

func TestRowsThatShareAPositionCanStillBeMoved(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	a, b, c := ed.NewID(), ed.NewID(), ed.NewID()
	p.Events = []model.Event{{ID: a, What: "a", Pos: "a0"}, {ID: b, What: "b", Pos: "a0"}, {ID: c, What: "c", After: b, Pos: "a0"}}
	was := edittest.Order(p)
	p = edittest.Must(t)(ed.Move(p, model.Events, edittest.Named(t, p, was[2]), -1))
	edittest.WantOrder(t, p, was[0], was[2], was[1])
}

func TestAnEventTakesWhatBelongsToItAlong(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b5", "x", "y")
	b := edittest.Named(t, p, "b5")
	p, ben := edittest.MustID(t)(ed.EnsureAttendee(p, "@ben"))
	p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: b, Attendee: ben, Text: "I read it as a peak."}))
	p = edittest.Must(t)(ed.SetKnowing(p, b, ben, model.KnownAtOnce, model.Moment{}))
	p, card := edittest.MustID(t)(ed.AddCard(p, b, ben))
	p, _ = edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: model.Cue, Text: "flat graph"}, ""))
	p, graph := edittest.MustID(t)(ed.Add(p, model.Artefact{Kind: model.Graph, Title: "pool"}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Evidence{Of: model.Events, OfID: b, Artefact: graph}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Note{Of: model.Events, OfID: b, Text: "ask Ben"}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Learning{Kind: model.Surprise, Text: "limit", Event: b}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "alert", Event: b}))
	p, _ = edittest.MustID(t)(ed.Park(p, model.ParkedIdea{Text: "page", Of: model.Events, OfID: b}))

	next := edittest.Must(t)(ed.Remove(p, model.Events, b))
	edittest.WantOrder(t, next, "a1", "x", "y")
	for table, want := range map[model.Table]int{model.Accounts: 0, model.Knowings: 0, model.DecisionPoints: 0, model.CardLines: 0,
		model.EvidenceRows: 0, model.Notes: 0, model.Learnings: 1, model.Countermeasures: 1, model.ParkedIdeas: 1, model.Artefacts: 1} {
		n := 0
		next.Rows(func(r model.Row) {
			if r.Table() == table {
				n++
			}
		})
		if n != want {
			t.Errorf("%d rows of %s are left, want %d", n, table, want)
		}
	}
	if found := model.Check(next); len(found) > 0 {
		t.Errorf("links lead to the removed row: %v", found)
	}
	back, err := model.Apply(next, model.Diff("remove", p, next).Inverse())
	if err != nil {
		t.Fatal(err)
	}
	edittest.WantSame(t, back, p)
}

func TestUntimedRowsGoWithARowThatGetsAnotherTime(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "x", "b5", "y", "c9")
	p = edittest.Must(t)(edit.Change(ed, p, edittest.Named(t, p, "a1"), func(e *model.Event) { e.When = edittest.At(7) }))
	edittest.WantOrder(t, p, "b5", "y", "a1", "x", "c9")
}

func TestARowThatLosesItsTimeStaysWhereItStood(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "x", "b5", "y", "c9")
	p = edittest.Must(t)(edit.Change(ed, p, edittest.Named(t, p, "b5"), func(e *model.Event) { e.When = model.Moment{} }))
	edittest.WantOrder(t, p, "a1", "x", "b5", "y", "c9")
	p = edittest.Must(t)(edit.Change(ed, p, edittest.Named(t, p, "a1"), func(e *model.Event) { e.When = model.Moment{} }))
	edittest.WantOrder(t, p, "a1", "x", "b5", "y", "c9")
	p = edittest.Must(t)(edit.Change(ed, p, edittest.Named(t, p, "y"), func(e *model.Event) { e.When = edittest.At(20) }))
	edittest.WantOrder(t, p, "a1", "x", "b5", "c9", "y")
}

func TestAnEventThatIsGoneIsSaidToBe(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for _, err := range []error{
		second(edit.Change(ed, p, "nobody", func(e *model.Event) { e.When = edittest.At(1) })), second(ed.Move(p, model.Events, "nobody", 1)),
		second(ed.Remove(p, model.Events, "nobody")), second(ed.SetKnowing(p, "nobody", "", model.NobodySaid, model.Moment{})),
	} {
		if !errors.Is(err, model.ErrGone) {
			t.Errorf("error is %v, want ErrGone", err)
		}
	}
}

func second(_ model.Postmortem, err error) error { return err }

func TestARemovedRowIsNoMoreTheOneThatATimedRowFollows(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b2")
	first, second := edittest.Named(t, p, "a1"), edittest.Named(t, p, "b2")
	p.Events = model.Rewrite(p.Events, func(e model.Event) model.Event { // as a record from elsewhere may have it
		if e.ID == second {
			e.After = first
		}
		return e
	})
	next, err := ed.Remove(p, model.Events, first)
	if err != nil {
		t.Fatal(err)
	}
	if found := model.Check(next); len(found) > 0 {
		t.Errorf("got %v", found)
	}
}
