package merge

import (
	"fmt"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
)

// long is a record of n events in a log of n entries.
func long(n int, private, loose bool) (model.Postmortem, []model.Entry) {
	now := sampletest.Large(n)
	rows := now.Events
	start := now
	start.Events = nil
	log := []model.Entry{{Seq: 1, Change: model.Diff("made", model.Postmortem{}, start)}}
	if private {
		rows[len(rows)/2].Private = true
		now.Notes = append(now.Notes, model.Note{ID: sample.ID("a note"), Text: "x", Private: true, Pos: "a0"})
	}
	if loose {
		rows[1].After = rows[0].ID
	}
	for i, r := range rows {
		log = append(log, model.Entry{Seq: int64(i) + 2, Kind: model.Edit, Change: model.Change{Label: "Added an event",
			Rows: []model.RowChange{{Table: model.Events, ID: r.ID, After: r}}}})
	}
	return now, log
}

// The dearest search: the sum is that of no point, so it goes back to the beginning.
func BenchmarkFind5000EntriesUnknown(b *testing.B) {
	for _, c := range [][2]bool{{false, false}, {true, false}, {true, true}} {
		now, log := long(5000, c[0], c[1])
		b.Run(fmt.Sprintf("private=%t/loose=%t", c[0], c[1]), func(b *testing.B) {
			for b.Loop() {
				if _, found := Find(now, log, Of(model.Postmortem{Header: model.Header{ID: "nobody"}})); found {
					b.Fatal("found")
				}
			}
		})
	}
}
