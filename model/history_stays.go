package model

// SessionStays tells that the latest edit made a session that has begun by now, so that undo
// passes over it. What people did in a room is not planned any more: with the session its
// minutes would go, and what the room said in it.
func (h *History) SessionStays() bool {
	return len(h.undo) > 0 && h.staysFor(h.undo[len(h.undo)-1])
}

// staysFor tells that to take the turn back would remove a session that has begun, or its
// minutes. It is read from the log alone, so that each window finds the same.
func (h *History) staysFor(t turn) bool {
	for _, r := range h.entries[t.latest].Change.Rows {
		if r.Before != nil {
			continue
		}
		switch made := r.After.(type) {
		case Session:
			if h.began(made.ID) {
				return true
			}
		case PhaseMinutes:
			if h.began(made.Session) {
				return true
			}
		}
	}
	return false
}

// began tells that by the log as it stands the session has begun, or its room has answered.
func (h *History) began(session ID) bool {
	for i := len(h.entries) - 1; i >= 0; i-- {
		for _, r := range h.entries[i].Change.Rows {
			if r.Table == Sessions && r.ID == session {
				s, _ := r.After.(Session)
				return s.hasBegun() || s.Gate != ""
			}
		}
	}
	return false
}
