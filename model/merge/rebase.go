package merge

import "debrief/model"

// Rebased is an entry of ours as it comes behind what another window recorded.
type Rebased struct {
	model.Entry
	Clash *Clash // nil, or why a person has to decide instead
}

// Clash is a row of a change of ours that another window's change stands against.
type Clash struct {
	Row   model.RowChange
	There model.Row // as it stands now, nil where it is gone
	// Adrift tells that the row itself is free, but what it hangs on is gone.
	Adrift bool
}

// Rebase puts entries that wait on top of a record that another window changed, of which log is the
// log by now. A change whose rows still are as it found them comes behind theirs; so does one that
// shares a row, but no field of it, with a fact such as where the meeting stands. Any other is a
// Clash; so is one that would leave a link to nothing or a handle twice.
func Rebase(p model.Postmortem, log, ours []model.Entry) []Rebased {
	r := rebase{p: p, seq: int64(len(log)), moved: make(map[int64]int64)}
	if h, err := model.NewHistory(log); err == nil {
		r.history = h
	}
	var all []Rebased
	for _, e := range ours {
		behind, clash := r.put(e)
		all = append(all, Rebased{behind, clash})
	}
	return all
}

type rebase struct {
	p       model.Postmortem
	history *model.History // nil where the log cannot be taken back
	seq     int64
	moved   map[int64]int64 // the sequence numbers of our edits before and after
}

func (r *rebase) put(e model.Entry) (model.Entry, *Clash) {
	if onto, err := model.Onto(r.p, e.Change); err == nil && (e.Kind == model.Fact || besideFacts(r.p, e.Change)) {
		e.Change = onto
	}
	for _, row := range e.Change.Rows {
		now, here := r.p.Row(row.Table, row.ID)
		if here != (row.Before != nil) || here && now != row.Before {
			return e, &Clash{Row: row, There: now}
		}
	}
	first := e.Change.Rows[0]
	if !Fits(r.p, e.Change) {
		there, _ := r.p.Row(first.Table, first.ID)
		return e, &Clash{Row: first, There: there, Adrift: true}
	}
	if to, ok := r.moved[e.Target]; ok {
		e.Target = to
	}
	was := e.Seq
	if e.Seq = r.seq + 1; r.add(e) != nil {
		// What it takes back is no longer the latest edit: it counts as an edit of its own.
		e.Change.Label = e.Label()
		if e.Kind, e.Target = model.Edit, 0; r.add(e) != nil {
			return e, &Clash{Row: first}
		}
	}
	r.moved[was] = e.Seq
	return e, nil
}

func (r *rebase) add(e model.Entry) error {
	next, err := model.Apply(r.p, e.Change)
	if err == nil && r.history != nil {
		err = r.history.Append(e)
	}
	if err == nil {
		r.p, r.seq = next, e.Seq
	}
	return err
}

// Fits tells that the record with the change made has no problem that it had not before: no link to a
// row that is gone, no handle twice.
func Fits(p model.Postmortem, c model.Change) bool {
	after, err := model.Apply(p, c)
	return err == nil && len(model.Check(after)) <= len(model.Check(p))
}

// besideFacts tells that the rows which differ from what the change found are those that facts are
// kept in, and that no field was changed on both sides.
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
