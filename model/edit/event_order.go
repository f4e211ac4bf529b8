package edit

import (
	"debrief/model"
	"slices"
)

// The order of the timeline in edits. A timed row and the untimed rows behind it make a block;
// the untimed ones name the timed row in After and sort by position among themselves, so that
// moving one of them rewrites that row alone. Records made elsewhere may chain untimed rows to
// one another; a block that an edit touches is put into the plain form.

// arrangeEvents gives the rows positions in which they sort as they stand in the list.
func arrangeEvents(rows []model.Event) {
	positions := make([]string, len(rows))
	for i, e := range rows {
		positions[i] = e.Pos
	}
	for i, pos := range Arrange(positions) {
		rows[i].Pos = pos
	}
}

// putAll puts several rows that are all there already; it leaves the slice alone where they
// stand so already.
func putAll(rows, changed []model.Event) []model.Event {
	by := make(map[model.ID]model.Event, len(changed))
	for _, r := range changed {
		by[r.Key()] = r
	}
	return model.Rewrite(rows, func(r model.Event) model.Event {
		if c, ok := by[r.Key()]; ok {
			return c
		}
		return r
	})
}

// block returns where the block of the i-th row begins and ends: head is its timed row, -1 for
// the rows before any timed one; the untimed rows are order[head+1:end].
func block(order []model.Event, i int) (head, end int) {
	head = i
	for head >= 0 && order[head].When.IsZero() {
		head--
	}
	end = max(i, head) + 1
	for end < len(order) && order[end].When.IsZero() {
		end++
	}
	return head, end
}

// behind puts the untimed rows in this order behind the timed row at head.
func behind(order []model.Event, head int, untimed []model.Event) []model.Event {
	anchor := model.ID("")
	if head >= 0 {
		anchor = order[head].ID
	}
	rows := slices.Clone(untimed)
	for i := range rows {
		rows[i].After = anchor
	}
	arrangeEvents(rows)
	return rows
}

func eventIn(order []model.Event, id model.ID) int {
	return slices.IndexFunc(order, func(e model.Event) bool { return e.ID == id })
}

// insertUntimed returns the record's events with the untimed e directly behind the row of that
// id: at the beginning where it is empty, at the end where it is not there. Where e is in the
// list already it is moved.
func insertUntimed(events []model.Event, e model.Event, after model.ID) []model.Event {
	e.When, e.Pos = model.Moment{}, "" // whatever its position was, the rows it joins keep theirs
	order := slices.DeleteFunc(model.Timeline(events), func(o model.Event) bool { return o.ID == e.ID })
	i := eventIn(order, after)
	if i < 0 && after != "" {
		i = len(order) - 1
	}
	head, end := block(order, i)
	untimed := slices.Insert(slices.Clone(order[head+1:end]), i-head, e)
	untimed = behind(order, head, untimed)
	return putAll(Put(events, e), untimed)
}

// samePlace returns the position of a row whose time was set: behind the others of that time.
func samePlace(events []model.Event, e model.Event) string {
	var others []string
	for _, o := range events {
		if o.ID != e.ID && !o.When.IsZero() && o.When.At.Equal(e.When.At) {
			others = append(others, o.Pos)
		}
	}
	if len(others) == 0 && e.Pos != "" {
		return e.Pos
	}
	return model.After(others...)
}

// followersKeepTheirPlace gives the untimed rows behind the row of that id another row to
// follow, so that they stand where they stood once it is gone or has lost its time.
func followersKeepTheirPlace(p model.Postmortem, id model.ID) model.Postmortem {
	order := model.Timeline(p.Events)
	i := eventIn(order, id)
	if i < 0 {
		return p
	}
	head, end := block(order, i)
	var untimed []model.Event
	if head == i {
		before, _ := block(order, i-1)
		untimed = append(untimed, order[before+1:i]...)
		untimed = append(untimed, order[i+1:end]...)
		head = before
	} else {
		untimed = append(untimed, order[head+1:i]...)
		untimed = append(untimed, order[i+1:end]...)
	}
	p.Events = putAll(p.Events, behind(order, head, untimed))
	return p
}

func placeEvent(p model.Postmortem, id, after model.ID) (model.Postmortem, error) {
	e, ok := model.Find(p.Events, id)
	switch {
	case !ok:
		return p, model.Gone(model.Events, id)
	case !e.When.IsZero():
		return p, heldByTime()
	case id == after:
		return p, nil
	}
	p = followersKeepTheirPlace(p, id)
	e, _ = model.Find(p.Events, id)
	p.Events = insertUntimed(p.Events, e, after)
	return p, nil
}

func heldByTime() model.Problem {
	return model.Problem{Field: "When", Words: "This row stands where its time puts it; change the time to move it."}
}

// moveEvent moves an untimed row by one place, over a timed row into the next block if need be,
// and a timed row with those behind it among the rows of the same time.
func moveEvent(p model.Postmortem, id model.ID, by int) (model.Postmortem, error) {
	order := model.Timeline(p.Events)
	i := eventIn(order, id)
	if i < 0 {
		return p, model.Gone(model.Events, id)
	}
	if !order[i].When.IsZero() {
		return moveTimed(p, order, i, by)
	}
	if by < 0 {
		if i == 0 {
			return p, atEdge(by)
		}
		after := model.ID("")
		if i > 1 {
			after = order[i-2].ID
		}
		return placeEvent(p, id, after)
	}
	if i == len(order)-1 {
		return p, atEdge(by)
	}
	return placeEvent(p, id, order[i+1].ID)
}

func moveTimed(p model.Postmortem, order []model.Event, i, by int) (model.Postmortem, error) {
	var same []model.Event
	for _, e := range order {
		if !e.When.IsZero() && e.When.At.Equal(order[i].When.At) {
			same = append(same, e)
		}
	}
	at := eventIn(same, order[i].ID)
	to := at + 1
	if by < 0 {
		to = at - 1
	}
	if to < 0 || to >= len(same) {
		head, end := block(order, i)
		if (by < 0 && head == 0) || (by > 0 && end == len(order)) {
			return p, atEdge(by)
		}
		return p, heldByTime()
	}
	same[at], same[to] = same[to], same[at]
	arrangeEvents(same)
	p.Events = putAll(p.Events, same)
	return p, nil
}
