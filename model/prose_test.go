package model_test

import (
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
)

func TestAFieldTakesProseWhereARowHasProse(t *testing.T) {
	sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)).Rows(func(r model.Row) {
		for _, q := range model.ProseOf(r) {
			if !model.TakesProse(r.Table(), q.Field) {
				t.Errorf("%s: %s holds sentences and takes none", r.Table(), q.Field)
			}
		}
	})
	for _, at := range []model.ProseAt{{}, {Table: model.Events, Field: "text"}, {Table: model.Attendees, Field: "name"}, {Table: "unknown", Field: "text"}} {
		if model.TakesProse(at.Table, at.Field) {
			t.Errorf("%+v takes sentences", at)
		}
	}
	if !model.TakesProse(model.Notes, "text") {
		t.Error("a note takes sentences, private or not")
	}
}
