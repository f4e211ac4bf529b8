package model

import (
	"errors"
	"testing"
)

func TestEventsStandByTimeAndUntimedOnesBehindTheirRow(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "b5", "a1", "x", "y", "c9")
	wantOrder(t, p, "a1", "x", "y", "b5", "c9")
	p, _ = mustID(t)(ed.AddEvent(p, Event{What: "w"}, named(t, p, "a1")))
	wantOrder(t, p, "a1", "w", "x", "y", "b5", "c9")
	p, _ = mustID(t)(ed.AddEvent(p, Event{What: "first"}, ""))
	wantOrder(t, p, "first", "a1", "w", "x", "y", "b5", "c9")
	p, _ = mustID(t)(ed.AddEvent(p, Event{What: "d5", When: at(5)}, ""))
	wantOrder(t, p, "first", "a1", "w", "x", "y", "b5", "d5", "c9")
}

func TestMovingAnUntimedRowRewritesOneRow(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "x", "y", "z", "b5")
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
		next := must(t)(ed.Move(p, Events, named(t, p, c.row), c.by))
		wantOrder(t, next, c.want...)
		if n := len(Diff("move", p, next).Rows); n != 1 {
			t.Errorf("moving %s rewrote %d rows", c.row, n)
		}
		p = next
	}
	_, err := ed.Move(p, Events, named(t, p, "z"), +1)
	wantProblem(t, err, "Row")
}

func TestATimedRowMovesOnlyAmongRowsOfItsTime(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "b5", "x", "c5", "d9")
	p = must(t)(ed.Move(p, Events, named(t, p, "c5"), -1))
	wantOrder(t, p, "a1", "c5", "b5", "x", "d9")
	for _, c := range []struct {
		row string
		by  int
	}{{"c5", -1}, {"b5", +1}} {
		_, err := ed.Move(p, Events, named(t, p, c.row), c.by)
		wantProblem(t, err, "When")
	}
	_, err := ed.Move(p, Events, named(t, p, "a1"), -1)
	wantProblem(t, err, "Row")
}

func TestRowsThatShareAPositionCanStillBeMoved(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	a, b, c := ed.NewID(), ed.NewID(), ed.NewID()
	p.Events = []Event{{ID: a, What: "a", Pos: "a0"}, {ID: b, What: "b", Pos: "a0"}, {ID: c, What: "c", After: b, Pos: "a0"}}
	was := order(p)
	p = must(t)(ed.Move(p, Events, named(t, p, was[2]), -1))
	wantOrder(t, p, was[0], was[2], was[1])
}

func TestAnEventTakesWhatBelongsToItAlong(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "b5", "x", "y")
	b := named(t, p, "b5")
	p, ben := mustID(t)(ed.EnsureAttendee(p, "@ben"))
	p, _ = mustID(t)(ed.AddAccount(p, Account{Event: b, Attendee: ben, Text: "I read it as a peak."}))
	p = must(t)(ed.SetKnowing(p, b, ben, KnownAtOnce, Moment{}))
	p, card := mustID(t)(ed.AddCard(p, b, ben))
	p, _ = mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Cue, Text: "flat graph"}, ""))
	p, graph := mustID(t)(ed.AddArtefact(p, Artefact{Kind: Graph, Title: "pool"}))
	p, _ = mustID(t)(ed.Attach(p, Evidence{Of: Events, OfID: b, Artefact: graph}))
	p, _ = mustID(t)(ed.AddNote(p, Note{Of: Events, OfID: b, Text: "ask Ben"}))
	p, _ = mustID(t)(ed.AddLearning(p, Learning{Kind: Surprise, Text: "limit", Event: b}))
	p, _ = mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert", Event: b}))
	p, _ = mustID(t)(ed.Park(p, ParkedIdea{Text: "page", Of: Events, OfID: b}))

	next := must(t)(ed.RemoveEvent(p, b))
	wantOrder(t, next, "a1", "x", "y")
	for table, want := range map[Table]int{Accounts: 0, Knowings: 0, DecisionPoints: 0, CardLines: 0,
		EvidenceRows: 0, Notes: 0, Learnings: 1, Countermeasures: 1, ParkedIdeas: 1, Artefacts: 1} {
		n := 0
		next.Rows(func(r Row) {
			if r.Table() == table {
				n++
			}
		})
		if n != want {
			t.Errorf("%d rows of %s are left, want %d", n, table, want)
		}
	}
	if found := Check(next); len(found) > 0 {
		t.Errorf("links lead to the removed row: %v", found)
	}
	back, err := Apply(next, Diff("remove", p, next).Inverse())
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, back, p)
}

func TestUntimedRowsGoWithARowThatGetsAnotherTime(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "x", "b5", "y", "c9")
	p = must(t)(ed.SetEventTime(p, named(t, p, "a1"), at(7)))
	wantOrder(t, p, "b5", "y", "a1", "x", "c9")
}

func TestARowThatLosesItsTimeStaysWhereItStood(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "x", "b5", "y", "c9")
	p = must(t)(ed.SetEventTime(p, named(t, p, "b5"), Moment{}))
	wantOrder(t, p, "a1", "x", "b5", "y", "c9")
	p = must(t)(ed.SetEventTime(p, named(t, p, "a1"), Moment{}))
	wantOrder(t, p, "a1", "x", "b5", "y", "c9")
	p = must(t)(ed.SetEventTime(p, named(t, p, "y"), at(20)))
	wantOrder(t, p, "a1", "x", "b5", "c9", "y")
}

func TestAnEventThatIsGoneIsSaidToBe(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	for _, err := range []error{
		second(ed.SetEventTime(p, "nobody", at(1))), second(ed.Move(p, Events, "nobody", 1)),
		second(ed.RemoveEvent(p, "nobody")), second(ed.SetKnowing(p, "nobody", "", NobodySaid, Moment{})),
	} {
		if !errors.Is(err, ErrGone) {
			t.Errorf("error is %v, want ErrGone", err)
		}
	}
}

func second(_ Postmortem, err error) error { return err }

func TestARemovedRowIsNoMoreTheOneThatATimedRowFollows(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "b2")
	first, second := named(t, p, "a1"), named(t, p, "b2")
	p.Events = rewrite(p.Events, func(e Event) Event { // as a record from elsewhere may have it
		if e.ID == second {
			e.After = first
		}
		return e
	})
	next, err := ed.RemoveEvent(p, first)
	if err != nil {
		t.Fatal(err)
	}
	if found := Check(next); len(found) > 0 {
		t.Errorf("got %v", found)
	}
}
