package review

import (
	"slices"

	"debrief/model"
	"debrief/model/wording"
)

// Findings is what the guard finds in the texts of a record, by their places. A place where there is
// nothing is not in it.
type Findings map[model.ProseAt][]wording.Finding

// Look looks through all texts of a record.
func Look(by *wording.Guard, p model.Postmortem) Findings {
	found := make(Findings)
	p.Rows(func(row model.Row) { found.Follow(by, model.RowChange{Table: row.Table(), ID: row.Key(), After: row}) })
	return found
}

// Follow looks through the texts of a row that changed. It returns the places of those that did.
func (f Findings) Follow(by *wording.Guard, c model.RowChange) (changed []model.ProseAt) {
	was, now := model.ProseOf(c.Before), model.ProseOf(c.After)
	at := func(q model.Prose) model.ProseAt { return model.ProseAt{Table: c.Table, ID: c.ID, Field: q.Field} }
	for _, q := range was {
		if !slices.Contains(now, q) {
			delete(f, at(q))
			changed = append(changed, at(q))
		}
	}
	for _, q := range now {
		if slices.Contains(was, q) {
			continue
		}
		delete(f, at(q)) // of a record that was read again
		if words := by.Check(q.Text, contextOf(c.After)); len(words) > 0 {
			f[at(q)] = words
		}
		changed = append(changed, at(q))
	}
	return changed
}

// PhaseOf is the phase on whose screen a text of a row stands.
func PhaseOf(row model.Row, field string) model.Phase {
	if field == string(model.FieldTold) {
		return model.PhaseClose // the header's other fields are on Open
	}
	return model.PhaseOf(row)
}

// Count is how many findings are left.
type Count struct {
	Phases     map[model.Phase]int
	Left, Firm int // in all phases
}

// Count counts the findings that nobody gave a reason for. Private rows do not count while the room
// sees the screen.
func (f Findings) Count(p model.Postmortem) Count {
	n := Count{Phases: make(map[model.Phase]int)}
	for _, l := range f.Left(p, p.Findings) {
		if model.IsPrivate(l.Row) && !p.Header.Unshared {
			continue
		}
		n.Phases[PhaseOf(l.Row, l.At.Field)]++
		n.Left++
		if l.Firm {
			n.Firm++
		}
	}
	return n
}

// Left is a finding that is left in a text of a row.
type Left struct {
	wording.Finding
	Row model.Row
	At  model.ProseAt
}

// Left returns the findings that nobody gave a reason for in the rows of shown, in the order of its
// tables. The reasons are those of the whole record: a projection of it may lack some.
func (f Findings) Left(shown model.Postmortem, reasons []model.Finding) []Left {
	if len(f) == 0 {
		return nil
	}
	marked := make(map[model.ID]bool) // the rows in which there is something
	for at := range f {
		marked[at.ID] = true
	}
	var left []Left
	shown.Rows(func(row model.Row) {
		if !marked[row.Key()] {
			return
		}
		for _, q := range model.ProseOf(row) {
			at := model.ProseAt{Table: row.Table(), ID: row.Key(), Field: q.Field}
			for _, w := range f[at] {
				if !Dismisses(reasons, at, w) {
					left = append(left, Left{w, row, at})
				}
			}
		}
	})
	return left
}

// Record is what is found in the texts of an open record, kept up to date change by change. The
// whole record is looked through once, beside the meeting, which goes on meanwhile.
type Record struct {
	Findings
	changed map[model.ProseAt]bool // since the record began to be looked through
}

// Begin is called when the record begins to be looked through. What was found stays until Take.
func (r *Record) Begin() {
	if r.Findings == nil {
		r.Findings = make(Findings)
	}
	r.changed = make(map[model.ProseAt]bool)
}

// Follow looks through the texts of a row that changed.
func (r *Record) Follow(by *wording.Guard, c model.RowChange) {
	for _, at := range r.Findings.Follow(by, c) {
		r.changed[at] = true
	}
}

// Take takes what was found in the record as it was when it began to be looked through.
func (r *Record) Take(all Findings) {
	for at := range r.changed {
		delete(all, at)
		if found, ok := r.Findings[at]; ok {
			all[at] = found
		}
	}
	r.Findings = all
}
