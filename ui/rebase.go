package ui

import (
	"slices"

	"debrief/model"
	"debrief/ui/queue"
)

// conflict is a change of ours that another window's change stands against.
type conflict struct {
	save queue.Save
	row  model.RowChange
	// there is the row as it stands now, nil where it is gone.
	there model.Row
	// adrift tells that the row itself is free, but what it hangs on is gone.
	adrift bool
	// private tells that words of the change are not for the room.
	private bool
}

// rebase puts what waits on top of a record that another window changed. A change whose rows
// still are as it found them is saved behind theirs; so is one that shares a row, but no field of
// it, with a fact such as where the meeting stands. Any other is a conflict, for a person to
// decide; so is one that would leave a link to nothing or a handle twice.
func rebase(s *session, waiting []queue.Save) (saves []queue.Save, conflicts []conflict) {
	moved := make(map[int64]int64) // the edits' sequence numbers before and after
	for _, w := range waiting {
		if w.Record != s.id() || w.Entry.Seq == 0 {
			saves = append(saves, knowing(w, s))
			continue
		}
		e := w.Entry
		if onto, err := model.Onto(s.record, e.Change); err == nil && (e.Kind == model.Fact || besideFacts(s.record, e.Change)) {
			e.Change = onto
		}
		if at, there, stale := firstStale(s.record, e.Change); stale {
			conflicts = append(conflicts, conflict{save: w, row: at, there: there})
			continue
		}
		if !stands(s.record, e.Change) {
			there, _ := s.record.Row(e.Change.Rows[0].Table, e.Change.Rows[0].ID)
			conflicts = append(conflicts, conflict{save: w, row: e.Change.Rows[0], there: there, adrift: true})
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

// knowing is the save with its drafts typed by a window that knows the log as it stands: what a purge
// took out of the record is out of them by now.
func knowing(w queue.Save, s *session) queue.Save {
	w.Drafts = slices.Clone(w.Drafts)
	for i := range w.Drafts {
		if w.Drafts[i].Postmortem == s.id() {
			w.Drafts[i].Base = s.seq
		}
	}
	return w
}

// stands tells that the record with the change made has no problem that it had not before: no
// link to a row that is gone, no handle twice.
func stands(p model.Postmortem, c model.Change) bool {
	after, err := model.Apply(p, c)
	return err == nil && len(model.Check(after)) <= len(model.Check(p))
}

// besideFacts tells that the rows which differ from what the change found are those that facts
// are kept in, and that no field was changed on both sides.
func besideFacts(p model.Postmortem, c model.Change) bool {
	for _, r := range c.Rows {
		now, here := p.Row(r.Table, r.ID)
		switch {
		case !here || now == r.Before:
		case r.Table != model.Headers && r.Table != model.Sessions && r.Table != model.PhaseMinuteRows:
			return false
		case !model.Apart(r.Before, r.After, now):
			return false
		}
	}
	return true
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
