package merge

import (
	"cmp"
	"slices"

	"debrief/model"
	"debrief/model/names"
)

// Base is the point of a record's log that a file was exported from.
type Base struct {
	Seq   int64            // the last entry of the log at that point
	Whole model.Postmortem // the record as it was
	Shown model.Postmortem // and what of it went into the file
	// Audience is who it was exported for: model.ForKeeping or model.ForKeepingAll.
	Audience model.Audience
}

// Find returns the latest point of the log at which the record had the content of that sum, as it
// was exported with what is private or without; false where no point is known. Now is the record
// as the log leaves it. An entry whose rows cannot be read any more is passed over: a content that
// has the sum is that content, however it was found.
//
// It goes back from now and counts the rows of each change only. Of 5,000 entries and as many rows
// the whole log takes less than reading it did.
func Find(now model.Postmortem, log []model.Entry, sum Sum) (Base, bool) {
	if sum == (Sum{}) { // of a file that has none, and of no record
		return Base{}, false
	}
	past := newPast(now)
	for i := len(log); ; i-- {
		if base, found := past.has(sum); found {
			base.Seq = int64(i)
			if i > 0 {
				base.Seq = log[i-1].Seq
			}
			return base, true
		}
		if i == 0 {
			return Base{}, false
		}
		past.takeBack(log[i-1].Change)
	}
}

// place names a row of any table.
type place struct {
	table model.Table
	id    model.ID
}

type summed struct {
	row model.Row
	sum Sum
}

// past is a record on its way back through its log.
type past struct {
	rows  map[place]summed
	named map[model.ID]int // how many fields of other rows hold the id
	views [2]view
}

// view is what one audience sees of the record.
type view struct {
	audience model.Audience
	sum      Sum
	// astray: where events stand behind each other is not known, so only the placeless half of the
	// sum is right.
	astray bool
	out    map[model.ID]bool // the ids of rows that it does not see
}

func newPast(now model.Postmortem) *past {
	p := &past{
		rows:  make(map[place]summed),
		named: make(map[model.ID]int),
		views: [2]view{{audience: model.ForKeepingAll}, {audience: model.ForKeeping}},
	}
	now.Rows(func(r model.Row) { p.put(place{r.Table(), r.Key()}, r) })
	for i := range p.views {
		p.look(&p.views[i])
	}
	return p
}

// has looks whether an audience sees the content of that sum, the one that sees more first.
func (p *past) has(sum Sum) (Base, bool) {
	for i := range p.views {
		v := &p.views[i]
		if v.sum.placeless != sum.placeless || !v.astray && v.sum != sum {
			continue
		}
		whole := p.record()
		shown := names.For(whole, v.audience)
		if Of(shown) == sum {
			return Base{Whole: whole, Shown: shown, Audience: v.audience}, true
		}
	}
	return Base{}, false
}

func (p *past) takeBack(c model.Change) {
	again := [len(p.views)]bool{}
	for _, r := range c.Inverse().Rows {
		where := place{r.Table, r.ID}
		was, next := p.put(where, r.After)
		for i := range p.views {
			if !again[i] {
				again[i] = !p.views[i].follow(where, was, next, p.named[where.id] > 0)
			}
		}
	}
	for i := range p.views {
		if again[i] {
			p.look(&p.views[i])
		}
	}
}

// follow takes the change of one row over into the view. It reports false where the change may
// reach what the audience sees of other rows; then the view has to be made anew, which takes a
// thousand times as long.
func (v *view) follow(where place, was, next summed, named bool) bool {
	private := v.leavesOut(was.row) || v.leavesOut(next.row)
	if private && named {
		return false // what hangs on it comes and goes with it
	}
	// A row that is left out with another one, or shown with a link cleared, names what is left out.
	for _, r := range []model.Row{was.row, next.row} {
		if r != nil && !v.leavesOut(r) && mentions(r, v.out) {
			return false
		}
	}
	if where.table == model.Events && (private || len(v.out) > 0) {
		v.astray = true
	}
	if !v.leavesOut(was.row) {
		v.sum = v.sum.minus(was.sum)
	}
	delete(v.out, where.id)
	if v.leavesOut(next.row) {
		v.out[where.id] = true
	} else {
		v.sum = v.sum.plus(next.sum)
	}
	return true
}

// leavesOut tells that the audience does not see the row, whatever the others are.
func (v *view) leavesOut(r model.Row) bool {
	if r == nil || !model.IsPrivate(r) {
		return false
	}
	return v.audience == model.ForKeeping || r.Table() == model.Notes
}

// put sets a row, nil to remove it, and returns it as it was and as it is.
func (p *past) put(where place, r model.Row) (was, next summed) {
	was = p.rows[where]
	p.name(was.row, -1)
	if r == nil {
		delete(p.rows, where)
		return was, next
	}
	p.name(r, 1)
	next = summed{r, sumOf(r)}
	p.rows[where] = next
	return was, next
}

// name counts the rows that the row names.
func (p *past) name(r model.Row, by int) {
	if r != nil {
		eachID(r, func(id model.ID) {
			if id != r.Key() {
				p.named[id] += by
			}
		})
	}
}

// look makes a view anew.
func (p *past) look(v *view) {
	*v = view{audience: v.audience, out: make(map[model.ID]bool)}
	seen := make(map[place]bool, len(p.rows))
	names.For(p.record(), v.audience).Rows(func(r model.Row) {
		where := place{r.Table(), r.Key()}
		seen[where] = true
		s := p.rows[where]
		if s.row != r {
			s.sum = sumOf(r)
		}
		v.sum = v.sum.plus(s.sum)
	})
	if len(seen) == len(p.rows) {
		return
	}
	for where := range p.rows {
		if !seen[where] {
			v.out[where.id] = true
		}
	}
}

// record returns the rows as a record.
func (p *past) record() model.Postmortem {
	c := model.Change{Rows: make([]model.RowChange, 0, len(p.rows))}
	for where, s := range p.rows {
		c.Rows = append(c.Rows, model.RowChange{Table: where.table, ID: where.id, After: s.row})
	}
	// Maps have no order, and what is made of the record should be the same each time.
	slices.SortFunc(c.Rows, func(a, b model.RowChange) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Table, b.Table))
	})
	whole, err := model.Apply(model.Postmortem{}, c)
	if err != nil {
		return model.Postmortem{} // cannot be: each row is new, and once
	}
	return whole
}
