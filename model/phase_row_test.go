package model_test

import (
	"testing"

	"debrief/model"
)

func TestARowBelongsToThePhaseThatItIsMadeIn(t *testing.T) {
	for _, c := range []struct {
		row  model.Row
		want model.Phase
	}{
		{model.Header{}, model.PhaseOpen}, {model.Incident{}, model.PhaseOpen}, {model.Attendee{}, model.PhaseAttendees},
		{model.Event{}, model.PhaseTimeline}, {model.Account{}, model.PhaseTimeline}, {model.CardLine{}, model.PhaseDiscretion},
		{model.Learning{}, model.PhaseLearning}, {model.Countermeasure{}, model.PhaseCountermeasures},
		{model.ParkedIdea{Phase: model.PhaseTimeline}, model.PhaseCountermeasures}, {model.Session{}, model.PhaseClose},
		{model.Note{Phase: model.PhaseDiscretion}, model.PhaseDiscretion}, {model.Note{}, 0}, {nil, 0},
	} {
		if got := model.PhaseOf(c.row); got != c.want {
			t.Errorf("%T: got %d, want %d", c.row, got, c.want)
		}
	}
}
