package edit

import (
	"debrief/model"
	"slices"
)

// Move moves a row one place up (by < 0) or down (by > 0) among the rows it is listed with: a
// card line within its field, a learning within its kind, a countermeasure within its
// standing. One row is rewritten. The error is a Problem where it stands at the edge already
// or, for an event, where its time holds it in place.
func (ed Editor) Move(p model.Postmortem, table model.Table, id model.ID, by int) (model.Postmortem, error) {
	if table == model.Events {
		return moveEvent(p, id, by)
	}
	return reorder(p, table, id, func(ids []model.ID) ([]model.ID, error) {
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
func (ed Editor) PlaceAfter(p model.Postmortem, table model.Table, id, after model.ID) (model.Postmortem, error) {
	if table == model.Events {
		return placeEvent(p, id, after)
	}
	return reorder(p, table, id, func(ids []model.ID) ([]model.ID, error) {
		if id == after {
			return ids, nil
		}
		ids = slices.DeleteFunc(ids, func(o model.ID) bool { return o == id })
		at := 0
		if after != "" {
			if at = slices.Index(ids, after) + 1; at == 0 {
				return nil, model.Gone(table, after)
			}
		}
		return slices.Insert(ids, at, id), nil
	})
}

func atEdge(by int) model.Problem {
	if by < 0 {
		return model.Problem{Field: "Row", Words: "This row stands first already."}
	}
	return model.Problem{Field: "Row", Words: "This row stands last already."}
}

// reorder sorts the rows that are listed with the row of that id anew.
func reorder(p model.Postmortem, table model.Table, id model.ID, order func([]model.ID) ([]model.ID, error)) (model.Postmortem, error) {
	next := p
	var err error
	switch table {
	case model.Attendees:
		next.Attendees, err = reordered(p.Attendees, id, order, func(r *model.Attendee) *string { return &r.Pos },
			func(a, b model.Attendee) bool { return true })
	case model.Sessions:
		next.Sessions, err = reordered(p.Sessions, id, order, func(r *model.Session) *string { return &r.Pos },
			func(a, b model.Session) bool { return true })
	case model.Accounts:
		next.Accounts, err = reordered(p.Accounts, id, order, func(r *model.Account) *string { return &r.Pos },
			func(a, b model.Account) bool { return a.Event == b.Event })
	case model.Knowings:
		next.Knowings, err = reordered(p.Knowings, id, order, func(r *model.Knowing) *string { return &r.Pos },
			func(a, b model.Knowing) bool { return a.Event == b.Event })
	case model.DecisionPoints:
		next.DecisionPoints, err = reordered(p.DecisionPoints, id, order, func(r *model.DecisionPoint) *string { return &r.Pos },
			func(a, b model.DecisionPoint) bool { return a.Event == b.Event })
	case model.CardLines:
		next.CardLines, err = reordered(p.CardLines, id, order, func(r *model.CardLine) *string { return &r.Pos },
			func(a, b model.CardLine) bool { return a.DecisionPoint == b.DecisionPoint && a.Field == b.Field })
	case model.Learnings:
		next.Learnings, err = reordered(p.Learnings, id, order, func(r *model.Learning) *string { return &r.Pos },
			func(a, b model.Learning) bool { return a.Kind == b.Kind })
	case model.Countermeasures:
		next.Countermeasures, err = reordered(p.Countermeasures, id, order, func(r *model.Countermeasure) *string { return &r.Pos },
			func(a, b model.Countermeasure) bool { return a.Standing() == b.Standing() })
	case model.ParkedIdeas:
		next.ParkedIdeas, err = reordered(p.ParkedIdeas, id, order, func(r *model.ParkedIdea) *string { return &r.Pos },
			func(a, b model.ParkedIdea) bool { return a.State == b.State })
	case model.Artefacts:
		next.Artefacts, err = reordered(p.Artefacts, id, order, func(r *model.Artefact) *string { return &r.Pos },
			func(a, b model.Artefact) bool { return true })
	case model.EvidenceRows:
		next.Evidence, err = reordered(p.Evidence, id, order, func(r *model.Evidence) *string { return &r.Pos },
			func(a, b model.Evidence) bool { return a.Of == b.Of && a.OfID == b.OfID })
	case model.Notes:
		next.Notes, err = reordered(p.Notes, id, order, func(r *model.Note) *string { return &r.Pos },
			func(a, b model.Note) bool { return a.Phase == b.Phase && a.Of == b.Of && a.OfID == b.OfID })
	default:
		err = model.Problem{Field: "Row", Words: "Rows of this kind have no order of their own; nothing was moved."}
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

func reordered[R model.ComparableRow](rows []R, id model.ID, order func([]model.ID) ([]model.ID, error), pos func(*R) *string, together func(a, b R) bool) ([]R, error) {
	row, ok := model.Find(rows, id)
	if !ok {
		return nil, model.Gone(row.Table(), id)
	}
	var list []R
	for _, r := range rows {
		if together(r, row) {
			list = append(list, r)
		}
	}
	list = model.ByPosition(list, func(r R) string { return *pos(&r) })
	ids := make([]model.ID, len(list))
	by := make(map[model.ID]R, len(list))
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
	Arrange(list, pos)
	return putAll(rows, list), nil
}
