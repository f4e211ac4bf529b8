package edit_test

import (
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/sample"
)

func TestAnIdeaIsLinkedToWhatWasTalkedAbout(t *testing.T) {
	now := time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)
	p := sample.Postmortem(now)
	ed := edit.Editor{NewID: func() model.ID { return sample.ID("idea") }, Now: func() time.Time { return now }}
	for _, c := range []struct {
		of     model.Row
		linked bool
	}{
		{p.Events[0], true}, {p.Learnings[0], true}, {p.Countermeasures[0], true},
		{p.Attendees[0], false}, {p.ParkedIdeas[0], false}, {p.Header, false},
	} {
		after, id, err := ed.Park(p, model.ParkedIdea{Text: "Page on lag", Of: c.of.Table(), OfID: c.of.Key()})
		if err != nil {
			t.Fatal(err)
		}
		row, _ := after.Row(model.ParkedIdeas, id)
		if idea := row.(model.ParkedIdea); (idea.OfID == c.of.Key()) != c.linked || (idea.Of == "") != (idea.OfID == "") {
			t.Errorf("an idea on a row of %s is %+v", c.of.Table(), idea)
		}
	}
}
