package model

// SessionStays tells that the latest edit made a session that has begun by now, so that undo
// passes over it. What people did in a room is not planned any more: with the session its
// minutes would go, and what the room said in it.
func (h *History) SessionStays() bool {
	return len(h.undo) > 0 && h.sessionStaysFor(h.undo[len(h.undo)-1])
}

// staysFor tells that undo passes over the turn: see sessionStaysFor. Nor does it delete a record that
// somebody has brought back, or bring back one: whether a record is there at all is decided by
// commands of its own.
func (h *History) staysFor(t turn) bool {
	return h.entries[t.edit].Change.deletes() || h.sessionStaysFor(t)
}

// sessionStaysFor tells that to take the turn back would remove a session that has begun since the
// edit, or whose room has answered, or minutes that were counted since. It is read from the log alone,
// so that each window finds the same.
func (h *History) sessionStaysFor(t turn) bool {
	for _, r := range h.entries[t.edit].Change.Rows {
		if r.Before != nil {
			continue
		}
		switch made := r.After.(type) {
		case Session:
			now, _ := h.latest(r).(Session)
			if now.HasBegun() && !made.HasBegun() || now.Gate != "" && made.Gate == "" {
				return true
			}
		case PhaseMinutes:
			if now, _ := h.latest(r).(PhaseMinutes); now.Actual > made.Actual {
				return true
			}
		}
	}
	return false
}

// deletes tells that the change deletes the record or brings it back.
func (c Change) deletes() bool {
	for _, r := range c.Rows {
		before, was := r.Before.(Header)
		after, is := r.After.(Header)
		if was && is && before.Deleted.IsZero() != after.Deleted.IsZero() {
			return true
		}
	}
	return false
}

// latest is the row of a change as the log leaves it, nil where it is gone.
func (h *History) latest(of RowChange) Row {
	for i := len(h.entries) - 1; i >= 0; i-- {
		for _, r := range h.entries[i].Change.Rows {
			if r.Table == of.Table && r.ID == of.ID {
				return r.After
			}
		}
	}
	return nil
}
