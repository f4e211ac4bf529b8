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
	row, ok := p.Row(table, id)
	if !ok {
		return p, model.Gone(table, id)
	}
	list, ok := listOf(row)
	if !ok {
		return p, model.Problem{Field: "Row", Words: "Rows of this kind have no order of their own; nothing was moved."}
	}
	rows := model.ByPosition(slices.DeleteFunc(p.RowsOf(table), func(r model.Row) bool {
		other, _ := listOf(r)
		return other != list
	}), position)
	ids := make([]model.ID, len(rows))
	by := make(map[model.ID]model.Row, len(rows))
	for i, r := range rows {
		ids[i], by[r.Key()] = r.Key(), r
	}
	ids, err := order(ids)
	if err != nil {
		return p, err
	}
	positions := make([]string, len(ids))
	for i, id := range ids {
		positions[i] = position(by[id])
	}
	c := model.Change{}
	for i, pos := range Arrange(positions) {
		if was := by[ids[i]]; pos != positions[i] {
			c.Rows = append(c.Rows, model.RowChange{Table: table, ID: ids[i], Before: was, After: was.Visit(placing{pos: pos})})
		}
	}
	return model.Apply(p, c)
}

// placing gives a row a position.
type placing struct {
	model.Unvisited
	pos string
}

func (p placing) Position(pos *string) { *pos = p.pos }

// listOf returns the list that the row is moved in, which all its rows have in common; false where
// rows of its table have no order of their own.
func listOf(r model.Row) (list any, ok bool) {
	switch r := r.(type) {
	case model.Attendee, model.Session, model.Artefact:
	case model.Account:
		list = r.Event
	case model.Knowing:
		list = r.Event
	case model.DecisionPoint:
		list = r.Event
	case model.CardLine:
		list = [2]string{string(r.DecisionPoint), string(r.Field)}
	case model.Learning:
		list = r.Kind
	case model.Countermeasure:
		list = r.Standing()
	case model.ParkedIdea:
		list = r.State
	case model.Evidence:
		list = [2]string{string(r.Of), string(r.OfID)}
	case model.Note:
		list = model.Note{Phase: r.Phase, Of: r.Of, OfID: r.OfID}
	default:
		return nil, false
	}
	return list, true
}
