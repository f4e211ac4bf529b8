package model

import "slices"

// Move moves a row one place up (by < 0) or down (by > 0) among the rows it is listed with: a
// card line within its field, a learning within its kind, a countermeasure within its
// standing. One row is rewritten. The error is a Problem where it stands at the edge already
// or, for an event, where its time holds it in place.
func (ed Editor) Move(p Postmortem, table Table, id ID, by int) (Postmortem, error) {
	if table == Events {
		return moveEvent(p, id, by)
	}
	return reorder(p, table, id, func(ids []ID) ([]ID, error) {
		i := slices.Index(ids, id)
		j := i + 1
		if by < 0 {
			j = i - 1
		}
		if j < 0 || j >= len(ids) {
			return nil, atEdge(by)
		}
		ids[i], ids[j] = ids[j], ids[i]
		return ids, nil
	})
}

// PlaceAfter moves a row directly behind another of the same list, or to its beginning where
// after is empty. Of events only untimed ones can be placed.
func (ed Editor) PlaceAfter(p Postmortem, table Table, id, after ID) (Postmortem, error) {
	if table == Events {
		return placeEvent(p, id, after)
	}
	return reorder(p, table, id, func(ids []ID) ([]ID, error) {
		if id == after {
			return ids, nil
		}
		ids = slices.DeleteFunc(ids, func(o ID) bool { return o == id })
		at := 0
		if after != "" {
			if at = slices.Index(ids, after) + 1; at == 0 {
				return nil, gone(table, after)
			}
		}
		return slices.Insert(ids, at, id), nil
	})
}

func atEdge(by int) Problem {
	if by < 0 {
		return Problem{Field: "Row", Words: "This row stands first already."}
	}
	return Problem{Field: "Row", Words: "This row stands last already."}
}

// reorder sorts the rows that are listed with the row of that id anew.
func reorder(p Postmortem, table Table, id ID, order func([]ID) ([]ID, error)) (Postmortem, error) {
	next := p
	var err error
	switch table {
	case Attendees:
		next.Attendees, err = reordered(p.Attendees, id, order, func(r *Attendee) *string { return &r.Pos },
			func(a, b Attendee) bool { return true })
	case Sessions:
		next.Sessions, err = reordered(p.Sessions, id, order, func(r *Session) *string { return &r.Pos },
			func(a, b Session) bool { return true })
	case Accounts:
		next.Accounts, err = reordered(p.Accounts, id, order, func(r *Account) *string { return &r.Pos },
			func(a, b Account) bool { return a.Event == b.Event })
	case Knowings:
		next.Knowings, err = reordered(p.Knowings, id, order, func(r *Knowing) *string { return &r.Pos },
			func(a, b Knowing) bool { return a.Event == b.Event })
	case DecisionPoints:
		next.DecisionPoints, err = reordered(p.DecisionPoints, id, order, func(r *DecisionPoint) *string { return &r.Pos },
			func(a, b DecisionPoint) bool { return a.Event == b.Event })
	case CardLines:
		next.CardLines, err = reordered(p.CardLines, id, order, func(r *CardLine) *string { return &r.Pos },
			func(a, b CardLine) bool { return a.DecisionPoint == b.DecisionPoint && a.Field == b.Field })
	case Learnings:
		next.Learnings, err = reordered(p.Learnings, id, order, func(r *Learning) *string { return &r.Pos },
			func(a, b Learning) bool { return a.Kind == b.Kind })
	case Countermeasures:
		next.Countermeasures, err = reordered(p.Countermeasures, id, order, func(r *Countermeasure) *string { return &r.Pos },
			func(a, b Countermeasure) bool { return a.Standing() == b.Standing() })
	case ParkedIdeas:
		next.ParkedIdeas, err = reordered(p.ParkedIdeas, id, order, func(r *ParkedIdea) *string { return &r.Pos },
			func(a, b ParkedIdea) bool { return a.State == b.State })
	case Artefacts:
		next.Artefacts, err = reordered(p.Artefacts, id, order, func(r *Artefact) *string { return &r.Pos },
			func(a, b Artefact) bool { return true })
	case EvidenceRows:
		next.Evidence, err = reordered(p.Evidence, id, order, func(r *Evidence) *string { return &r.Pos },
			func(a, b Evidence) bool { return a.Of == b.Of && a.OfID == b.OfID })
	case Notes:
		next.Notes, err = reordered(p.Notes, id, order, func(r *Note) *string { return &r.Pos },
			func(a, b Note) bool { return a.Phase == b.Phase && a.Of == b.Of && a.OfID == b.OfID })
	default:
		err = Problem{Field: "Row", Words: "Rows of this kind have no order of their own; nothing was moved."}
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

func reordered[R comparableRow](rows []R, id ID, order func([]ID) ([]ID, error), pos func(*R) *string, together func(a, b R) bool) ([]R, error) {
	row, ok := find(rows, id)
	if !ok {
		return nil, gone(row.Table(), id)
	}
	var list []R
	for _, r := range rows {
		if together(r, row) {
			list = append(list, r)
		}
	}
	list = byPosition(list, func(r R) string { return *pos(&r) })
	ids := make([]ID, len(list))
	by := make(map[ID]R, len(list))
	for i, r := range list {
		ids[i], by[r.Key()] = r.Key(), r
	}
	ids, err := order(ids)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		list[i] = by[id]
	}
	arrange(list, pos)
	return putAll(rows, list), nil
}
