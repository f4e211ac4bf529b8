package model

import "testing"

func hide(p Postmortem, whats ...string) Postmortem {
	p.Events = rewrite(p.Events, func(e Event) Event {
		for _, w := range whats {
			e.Private = e.Private || e.What == w
		}
		return e
	})
	return p
}

func TestHiddenRowsLeaveTheOrderOfTheOthersAlone(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "w", "x", "y", "b5", "z", "c9")
	for _, c := range []struct {
		hidden []string
		want   []string
	}{
		{nil, []string{"a1", "w", "x", "y", "b5", "z", "c9"}},
		{[]string{"a1"}, []string{"w", "x", "y", "b5", "z", "c9"}},
		{[]string{"b5"}, []string{"a1", "w", "x", "y", "z", "c9"}},
		{[]string{"x", "b5"}, []string{"a1", "w", "y", "z", "c9"}},
		{[]string{"a1", "w", "b5", "c9"}, []string{"x", "y", "z"}},
	} {
		shown := For(hide(p, c.hidden...), ForRoom)
		wantOrder(t, shown, c.want...)
		if found := Check(shown); len(found) > 0 {
			t.Errorf("hiding %v leaves problems: %v", c.hidden, found)
		}
	}
}

func TestAPrivatePersonIsNamedNowhere(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	p, zed := mustID(t)(ed.AddAttendee(p, Attendee{Name: "Zed", Private: true}))
	p = must(t)(ed.SetField(p, FieldOwner, "zed"))
	e := p.Events[0].ID
	p, _ = mustID(t)(ed.AddAccount(p, Account{Event: e, Attendee: zed, Text: "I saw it."}))
	p = must(t)(ed.SetKnowing(p, e, zed, KnownAtOnce, Moment{}))
	p, _ = mustID(t)(ed.AddCard(p, e, zed))
	p, _ = mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert", Owner: zed, By: Date{2026, 4, 3}}))
	shown := For(p, ForExternalPage)
	shown.Rows(func(r Row) {
		each(r, func(field string, to place, _ bool) {
			if to.id == zed {
				t.Errorf("%s of %s still names the person", field, r.Table())
			}
		})
	})
	if len(shown.Accounts) != 1 || len(shown.Knowings) != 0 {
		t.Errorf("%d accounts and %d knowings are shown, want 1 and 0", len(shown.Accounts), len(shown.Knowings))
	}
	if len(p.Knowings) != 1 || p.Accounts[0].Attendee != zed {
		t.Error("the record itself was changed")
	}
}

func TestTheFacilitatorSeesEverything(t *testing.T) {
	ed := testEditor()
	p := hide(rows(t, ed, begun(t, ed), "a1"), "a1")
	wantSame(t, For(p, ForFacilitator), p)
}

func TestWhatHangsOnAHiddenRowIsHidden(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	e := p.Events[0].ID
	p, card := mustID(t)(ed.AddCard(p, e, ""))
	p, _ = mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Cue, Text: "x"}, ""))
	p, _ = mustID(t)(ed.AddNote(p, Note{Of: DecisionPoints, OfID: card, Text: "x"}))
	p, _ = mustID(t)(ed.AddFinding(p, Finding{Of: Events, OfID: e, Text: "x", Outcome: Reworded}))
	p, _ = mustID(t)(ed.AddLearning(p, Learning{Kind: Lucky, Text: "x", Event: e}))
	shown := For(hide(p, "a1"), ForRoom)
	if n := len(shown.DecisionPoints) + len(shown.CardLines) + len(shown.Notes) + len(shown.Findings); n != 0 {
		t.Errorf("%d rows that hang on a hidden one are shown", n)
	}
	if len(shown.Learnings) != 1 || shown.Learnings[0].Event != "" {
		t.Errorf("learnings are %+v", shown.Learnings)
	}
}
