// Package edit makes one record of another: each edit that people can make is a method of Editor, which
// returns the record after it and writes nowhere. What cannot be recorded is a model.Problem.
package edit

import (
	"cmp"
	"debrief/model"
	"slices"
	"time"
)

// Editor makes the edits of a record. Each takes a Postmortem and returns the edited one; the
// one handed in stays as it was, and tables that an edit does not touch keep their slices, so
// that Diff is quick. The error is a Problem where what was typed cannot be recorded, or an
// ErrGone; the Postmortem then comes back unchanged.
//
// Edits are made on the whole record, not on a projection of it: a removal must reach the
// private rows that hang on the removed one too.
type Editor struct {
	NewID func() model.ID
	// Now is the time in the person's own zone: its calendar day counts as today.
	Now func() time.Time
	// KnownZone tells whether an IANA zone exists. Where it is nil every zone passes.
	KnownZone func(string) bool
}

func (ed Editor) now() time.Time { return model.UTC(ed.Now()) }

// Add adds the row, under a new id, behind all of its table. What it hangs on must be there.
func (ed Editor) Add(p model.Postmortem, r model.Row) (model.Postmortem, model.ID, error) {
	r = model.WithID(r, ed.NewID())
	switch row := r.(type) {
	case model.Countermeasure: // whether it counts as decided follows from its owner and target date
		row.State = cmp.Or(row.State, model.Open)
		r = row
	case model.Finding:
		if row.At.IsZero() {
			row.At = ed.now()
			r = row
		}
	}
	next, err := put(p, nil, r.Visit(entering{placing{pos: last(p, r.Table())}}))
	if err != nil {
		return p, "", err
	}
	return next, r.Key(), nil
}

// Set replaces the fields of the row of the same id, which keeps its position.
func (ed Editor) Set(p model.Postmortem, r model.Row) (model.Postmortem, error) {
	was, ok := p.Row(r.Table(), r.Key())
	if !ok {
		return p, model.Gone(r.Table(), r.Key())
	}
	r = r.Visit(entering{placing{pos: position(was)}})
	switch row := r.(type) {
	case model.Header:
		if next, err := put(p, was, row); err != nil || row.Zone == "" || ed.KnownZone == nil || ed.KnownZone(row.Zone) {
			return next, err
		}
		return p, model.UnknownZone(row.Zone)
	case model.Attendee:
		row.Seat = was.(model.Attendee).Seat
		return putAttendee(p, was, row)
	case model.Event:
		return setEvent(p, was.(model.Event), row)
	case model.Countermeasure:
		return setCountermeasure(p, was.(model.Countermeasure), row)
	}
	return put(p, was, r)
}

// Change is Set for some fields of the row of that id: change sets them on a copy.
func Change[R model.Row](ed Editor, p model.Postmortem, id model.ID, change func(*R)) (model.Postmortem, error) {
	var row R
	was, ok := p.Row(row.Table(), id)
	if !ok {
		return p, model.Gone(row.Table(), id)
	}
	row = was.(R)
	change(&row)
	return ed.Set(p, row)
}

// SetProse puts another text into a field of a row.
func (ed Editor) SetProse(p model.Postmortem, table model.Table, id model.ID, field, text string) (model.Postmortem, error) {
	row, ok := p.Row(table, id)
	if !ok {
		return p, model.Gone(table, id)
	}
	return ed.Set(p, model.ReplaceProse(row, field, text))
}

// check returns the first problem of the row as an error, nil where there is none.
func check(r model.Row) error {
	if all := model.RowProblems(r); len(all) > 0 {
		return all[0]
	}
	return nil
}

// put puts the row in the place of the one that it was; nil stands for a new row.
func put(p model.Postmortem, was, r model.Row) (model.Postmortem, error) {
	hold := &holding{p: p}
	r.Visit(hold)
	if hold.err != nil {
		return p, hold.err
	}
	if err := check(r); err != nil {
		return p, err
	}
	return model.Apply(p, model.Change{Rows: []model.RowChange{{Table: r.Table(), ID: r.Key(), Before: was, After: r}}})
}

// entering makes a row ready for its table: the texts that people type without space around them, no
// table where no row of it is named, and the position.
type entering struct{ placing }

func (entering) Text(text *string, d model.Description) {
	if d.Typed() {
		*text = model.Tidy(*text)
	}
}

func (entering) About(of *model.Table, id *model.ID, t model.Tie) {
	if *id == "" && !t.Needed {
		*of = ""
	}
}

// holding finds the first row that a row hangs on and that the record has not.
type holding struct {
	model.Unvisited
	p   model.Postmortem
	err error
}

func (h *holding) Link(id *model.ID, to model.Table, t model.Tie) {
	if _, ok := h.p.Row(to, *id); !ok && h.err == nil && t.Hangs && (t.Needed || *id != "") {
		h.err = model.Gone(to, *id)
	}
}

func (h *holding) About(of *model.Table, id *model.ID, t model.Tie) { h.Link(id, *of, t) }

// Put returns the rows with r in the place of the row of its id, or behind all of them.
func Put[R model.Row](rows []R, r R) []R {
	i := slices.IndexFunc(rows, func(o R) bool { return o.Key() == r.Key() })
	next := make([]R, len(rows), len(rows)+1)
	copy(next, rows)
	if i < 0 {
		return append(next, r)
	}
	next[i] = r
	return next
}

// last returns a position behind every row of the table.
func last(p model.Postmortem, table model.Table) string {
	var all []string
	for _, r := range p.RowsOf(table) {
		all = append(all, position(r))
	}
	return model.After(all...)
}

// position returns where the row stands among those of its table.
func position(r model.Row) string {
	var at positionReader
	r.Visit(&at)
	return at.pos
}

type positionReader struct {
	model.Unvisited
	pos string
}

func (p *positionReader) Position(pos *string) { p.pos = *pos }
