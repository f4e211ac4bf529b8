package ui

import (
	"debrief/model"
	"debrief/ui/queue"
)

// conflict is a change of ours that met one of another window: the row now stands as There.
type conflict struct {
	save  queue.Save
	row   model.RowChange
	there model.Row // nil where it is gone
}

// rebase puts what waits on top of a record that another window changed. A change whose rows
// still are as it found them is saved behind theirs; a fact takes only its own fields along;
// any other change is a conflict, for a person to decide.
func rebase(s *session, waiting []queue.Save) (saves []queue.Save, conflicts []conflict) {
	moved := make(map[int64]int64) // the edits' sequence numbers before and after
	for _, w := range waiting {
		if w.Record != s.id() || w.Entry.Seq == 0 {
			saves = append(saves, w)
			continue
		}
		e := w.Entry
		if e.Kind == model.Fact {
			if c, err := model.Onto(s.record, e.Change); err == nil {
				e.Change = c
			}
		}
		if at, there, stale := firstStale(s.record, e.Change); stale {
			conflicts = append(conflicts, conflict{save: w, row: at, there: there})
			continue
		}
		if to, ok := moved[e.Target]; ok {
			e.Target = to
		}
		was := e.Seq
		e.Seq = s.seq + 1
		if err := s.add(e); err != nil {
			// What it takes back is no longer the latest edit: it counts as an edit of its own.
			e.Change.Label = labelOf(e)
			e.Kind, e.Target = model.Edit, 0
			if s.add(e) != nil {
				conflicts = append(conflicts, conflict{save: w, row: e.Change.Rows[0]})
				continue
			}
		}
		moved[was] = e.Seq
		w.Entry = e
		saves = append(saves, w)
	}
	return saves, conflicts
}

func firstStale(p model.Postmortem, c model.Change) (model.RowChange, model.Row, bool) {
	for _, r := range c.Rows {
		now, here := p.Row(r.Table, r.ID)
		if here != (r.Before != nil) || (here && now != r.Before) {
			return r, now, true
		}
	}
	return model.RowChange{}, nil, false
}

// labelOf is what an entry did, for one that is recorded as an edit of its own.
func labelOf(e model.Entry) string {
	switch e.Kind {
	case model.Undo:
		return "Taken back: " + e.Change.Label
	case model.Redo:
		return "Back again: " + e.Change.Label
	}
	return e.Change.Label
}
