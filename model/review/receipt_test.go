package review

import (
	"slices"
	"testing"

	"debrief/model"
	"debrief/model/wording"
)

func TestAFindingIsSettledOnceItFoundAWayOn(t *testing.T) {
	findings := []model.Finding{{Outcome: model.Flagged}, {Outcome: model.Reworded}, {Outcome: model.ParkedIf}, {Outcome: model.Quoted}, {Outcome: model.Dismissed}, {}}
	if got := Settled(findings); got != 4 {
		t.Errorf("%d are settled, want 4", got)
	}
}

func TestADismissalHoldsForTheseWordsInThisFieldOfThisRow(t *testing.T) {
	findings := []model.Finding{
		{Of: model.Events, OfID: "a", Field: "what", Rule: "C1", Text: "would have seen", Outcome: model.Dismissed},
		{Of: model.Events, OfID: "b", Field: "what", Rule: "C1", Text: "would have seen", Outcome: model.Reworded},
	}
	at := model.ProseAt{Table: model.Events, ID: "a", Field: "what"}
	seen := wording.Finding{Rule: "C1", Text: "would have seen"}
	if !Dismisses(findings, at, seen) {
		t.Error("the words were dismissed")
	}
	for _, other := range []wording.Finding{{Rule: "C1", Text: "could have seen"}, {Rule: "C3", Text: "would have seen"}} {
		if Dismisses(findings, at, other) {
			t.Errorf("%+v was not", other)
		}
	}
	for _, other := range []model.ProseAt{{Table: model.Events, ID: "b", Field: "what"}, {Table: model.Notes, ID: "a", Field: "what"}, {Table: model.Events, ID: "a", Field: "text"}, {}} {
		if Dismisses(findings, other, seen) {
			t.Errorf("they were not at %+v", other)
		}
	}
}

func TestWhatIsLeftNowStandsForWhatWasLeftThen(t *testing.T) {
	before := []model.Finding{{ID: "a", Outcome: model.Flagged}, {ID: "b", Outcome: model.Reworded}}
	left := []Left{
		{Finding: wording.Finding{Rule: "C1", Category: wording.Counterfactual, Firm: true, Text: "we could have"}, At: model.ProseAt{Table: model.Events, ID: "e", Field: "what"}},
		{Finding: wording.Finding{Rule: "B1", Text: "careless"}, At: model.ProseAt{Table: model.Findings, ID: "f", Field: "reason"}},
	}
	want := []model.Finding{
		{ID: "b", Outcome: model.Reworded},
		{Of: model.Events, OfID: "e", Field: "what", Category: "counterfactual", Rule: "C1", Firm: true, Text: "we could have", Outcome: model.Flagged},
		{Field: "reason", Rule: "B1", Text: "careless", Outcome: model.Flagged}, // a reason is of no row
	}
	if got := WithLeft(before, left); !slices.Equal(got, want) || len(before) != 2 || before[0].ID != "a" {
		t.Errorf("got %+v from %+v", got, before)
	}
}

func TestTheReceiptNotesEachMarkThatIsLeftOnce(t *testing.T) {
	by, ed, p := setting(t)
	p.Events[0].What, p.Events[1].What = "We would have seen it", "We could have paged"
	left := func() []Left { return Look(by, p).Left(p, p.Findings) }
	settled := len(p.Findings)
	for range 2 { // noted twice, it is one mark
		p = must(t)(NoteLeft(ed, p, left()))
		if got := len(p.Findings) - settled; got != len(left()) {
			t.Fatalf("%d marks are noted, %d are left", got, len(left()))
		}
	}
	p.Events[0].What = "It was seen"
	p = must(t)(NoteLeft(ed, p, left()))
	for _, f := range p.Findings[settled:] {
		if f.Text == "would have seen" {
			t.Errorf("a mark that has gone is noted: %+v", f)
		}
	}
}
