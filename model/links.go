package model

import "reflect"

// place names a row of any table.
type place struct {
	table Table
	id    ID
}

// link is how a row is tied to another one; any tells that it may be a row of any table.
type link struct {
	to  place
	tie Tie
	any bool
}

// eachLink calls each for every link of a row, those that lead nowhere too, until it returns false.
func eachLink(r Row, each func(link) bool) { eachLinkOf(fields()[r.Table()], reflect.ValueOf(r), each) }

func eachLinkOf(fields []rowField, row reflect.Value, each func(link) bool) {
	for i := range fields {
		f := &fields[i]
		if !f.link {
			continue
		}
		to := f.to
		if to == "" {
			to = Table(row.Field(f.of).String())
		}
		if !each(link{place{to, ID(row.Field(f.index).String())}, f.tie, f.to == ""}) {
			return
		}
	}
}

// hangsOn tells that the row makes no sense without one that is out.
func hangsOn(r Row, out map[place]bool) (hangs bool) {
	if len(out) > 0 {
		eachLink(r, func(l link) bool { hangs = l.tie.Hangs && out[l.to]; return !hangs })
	}
	return hangs
}

// Relink lets what hangs on or points to one row of the table hang on or point to another.
func Relink(p Postmortem, table Table, from, to ID) Postmortem {
	return relink(p, map[place]bool{{table, from}: true}, to)
}

// relink changes the links to these rows: to another row of the same table, or to none. One that
// holds a place in the timeline is given another row to follow instead.
func relink(p Postmortem, these map[place]bool, to ID) Postmortem {
	for _, t := range p.tables() {
		fields := fields()[t.table()]
		if !t.any(func(row reflect.Value) (leads bool) {
			eachLinkOf(fields, row, func(l link) bool { leads = !l.tie.Place && these[l.to]; return !leads })
			return leads
		}) {
			continue
		}
		t.rewrite(func(r Row) Row {
			next := r.Visit(relinker{these: these, to: to})
			if f, ok := next.(Finding); ok && next != r && to == "" {
				f.Field = "" // it was a field of that row
				return f
			}
			return next
		})
	}
	return p
}

type relinker struct {
	Unvisited
	these map[place]bool
	to    ID
}

func (l relinker) Link(id *ID, to Table, t Tie) {
	if !t.Place && l.these[place{to, *id}] {
		*id = l.to
	}
}

func (l relinker) About(of *Table, id *ID, _ Tie) {
	if l.these[place{*of, *id}] {
		if *id = l.to; l.to == "" {
			*of = ""
		}
	}
}
