// Package rescue is what a window held in memory that was not on disk when the program ended, as
// one JSON document, and back.
//
//	{
//	  "debrief_rescue": 1,
//	  "at": "2026-03-12T14:09:00.000Z",
//	  "cause": "the disk is full",
//	  "store": "/home/ana/.local/share/debrief/debrief.db",
//	  "base": 41,
//	  "waiting": [{"record": "…", "seq": 42, "at": "…", "kind": "edit", "label": "…", "rows": […]}, …],
//	  "drafts": [{"window": "…", "place": "…", "field": "…", "text": "…", "at": "…"}, …],
//	  "copies": ["/home/ana/copy.db"],
//	  "record": {"debrief": 1, …}
//	}
//
// The record is there as debrief export --json writes it, so that it can be cut out and imported
// by hand where nothing else helps.
package rescue

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"debrief/model"
	"debrief/model/jsonfile"
)

// Version is the version of the document that this package writes, and the newest that it reads.
const Version = 1

// MaxBytes is how long a document may be that is read.
const MaxBytes = 2 * jsonfile.MaxBytes

// ErrForeign reports a document that is no rescue file, or one of a later version.
var ErrForeign = errors.New("this is no rescue file that this version of debrief can read")

// Rescue is what was not on disk.
type Rescue struct {
	At    time.Time // when it was written
	Cause string    // why it was not on disk, a sentence; empty where nobody knows
	Store string    // the path of the store that it belongs to
	// Record is the post-mortem that was open as its window showed it, with everything that waits;
	// zero where none was open. It is whole, private rows too.
	Record model.Postmortem
	// Base is the latest entry of the record's log that was known to be on disk.
	Base int64
	// Lost tells that the store's file was removed or replaced: then the record itself is to be rescued.
	Lost    bool
	Waiting []Waiting // changes that were recorded and not saved, oldest first
	// Drafts are texts that were typed and not recorded, of which not every letter was saved. One
	// without text waits no more, for it was recorded or wiped, and may still be on disk.
	Drafts []model.Draft
	// Copies are where copies of the store were written that could not be noted in it; a purge looks
	// there. They alone make no rescue: they are not offered to anybody.
	Copies []string
}

// Records returns the ids of the post-mortems of which something is in the rescue; one may come twice.
func (r Rescue) Records() []model.ID {
	var ids []model.ID
	if id := r.Record.Header.ID; id != "" {
		ids = append(ids, id)
	}
	for _, w := range r.Waiting {
		ids = append(ids, w.Record)
	}
	for _, d := range r.Drafts {
		if d.Postmortem != "" {
			ids = append(ids, d.Postmortem)
		}
	}
	return ids
}

// Waiting is a change of a record that was not saved.
type Waiting struct {
	Record model.ID
	Entry  model.Entry
}

// Is tells that an entry of the record's log is this very change, which was saved after all.
func (w Waiting) Is(e model.Entry) bool {
	return e.Seq >= w.Entry.Seq && e.At.Equal(w.Entry.At) && e.Kind == w.Entry.Kind && e.Change.Label == w.Entry.Change.Label &&
		slices.Equal(e.Change.Rows, w.Entry.Change.Rows)
}

// IsEmpty tells that nothing has to be rescued.
func (r Rescue) IsEmpty() bool {
	return !r.Lost && len(r.Waiting) == 0 && !slices.ContainsFunc(r.Drafts, func(d model.Draft) bool { return d.Text != "" })
}

// Map returns the rescue with every row as row leaves it, and every text beside the rows, such as
// labels and drafts, as text does; both are given the record that it belongs to. A purge takes words
// out this way.
func (r Rescue) Map(row func(model.ID, model.Row) model.Row, text func(model.ID, string) string) (Rescue, error) {
	var rows []model.RowChange
	r.Record.Rows(func(was model.Row) {
		is := row(r.Record.Header.ID, was)
		rows = append(rows, model.RowChange{Table: is.Table(), ID: is.Key(), After: is})
	})
	record, err := model.Apply(model.Postmortem{}, model.Change{Rows: rows})
	if err != nil {
		return r, err
	}
	r.Record = record
	r.Waiting = slices.Clone(r.Waiting)
	for i, w := range r.Waiting {
		w.Entry.Change.Label = text(w.Record, w.Entry.Change.Label)
		w.Entry.Change.Rows = slices.Clone(w.Entry.Change.Rows)
		for j, c := range w.Entry.Change.Rows {
			if c.Before != nil {
				c.Before = row(w.Record, c.Before)
			}
			if c.After != nil {
				c.After = row(w.Record, c.After)
			}
			w.Entry.Change.Rows[j] = c
		}
		r.Waiting[i] = w
	}
	r.Drafts = slices.Clone(r.Drafts)
	for i, d := range r.Drafts {
		r.Drafts[i].Text = text(d.Postmortem, d.Text)
	}
	return r, nil
}

// Without returns the rescue without what it holds of a record.
func (r Rescue) Without(id model.ID) Rescue {
	if r.Record.Header.ID == id {
		r.Record, r.Base, r.Lost = model.Postmortem{}, 0, false
	}
	r.Waiting = slices.DeleteFunc(slices.Clone(r.Waiting), func(w Waiting) bool { return w.Record == id })
	r.Drafts = slices.DeleteFunc(slices.Clone(r.Drafts), func(d model.Draft) bool { return d.Postmortem == id })
	return r
}

type document struct {
	Version int             `json:"debrief_rescue"`
	At      string          `json:"at"`
	Cause   string          `json:"cause,omitzero"`
	Store   string          `json:"store"`
	Base    int64           `json:"base,omitzero"`
	Lost    bool            `json:"lost,omitzero"`
	Waiting []waiting       `json:"waiting,omitzero"`
	Drafts  []draft         `json:"drafts,omitzero"`
	Copies  []string        `json:"copies,omitzero"`
	Record  json.RawMessage `json:"record,omitzero"`
}

type waiting struct {
	Record model.ID          `json:"record"`
	Seq    int64             `json:"seq"`
	At     string            `json:"at"`
	Kind   model.EntryKind   `json:"kind"`
	Target int64             `json:"target,omitzero"`
	Label  string            `json:"label"`
	Rows   []model.RowChange `json:"rows"`
}

type draft struct {
	Record model.ID `json:"record,omitzero"`
	Window string   `json:"window"`
	Place  string   `json:"place"`
	Field  string   `json:"field"`
	Text   string   `json:"text"`
	At     string   `json:"at"`
}

// Encode returns the rescue as an indented document. A record that cannot be written as an export
// is left out; what waits of it is there all the same.
func Encode(r Rescue) ([]byte, error) {
	d := document{Version: Version, At: model.FormatTime(r.At), Cause: r.Cause, Store: r.Store, Base: r.Base, Lost: r.Lost, Copies: r.Copies}
	for _, w := range r.Waiting {
		e := w.Entry
		d.Waiting = append(d.Waiting, waiting{w.Record, e.Seq, model.FormatTime(e.At), e.Kind, e.Target, e.Change.Label, e.Change.Rows})
	}
	for _, t := range r.Drafts {
		d.Drafts = append(d.Drafts, draft{t.Postmortem, t.Window, t.Place, t.Field, t.Text, model.FormatTime(t.At)})
	}
	if r.Record.Header.ID != "" {
		if record, err := jsonfile.Encode(r.Record); err == nil {
			d.Record = record
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("write what is to be rescued: %w", err)
	}
	return b.Bytes(), nil
}

// Decode reads a document that Encode wrote. The error is an ErrForeign where it is none. A record
// in it that cannot be read stays zero: what waits is what has to be rescued.
func Decode(b []byte) (Rescue, error) {
	var d document
	if err := json.Unmarshal(b, &d); err != nil {
		return Rescue{}, fmt.Errorf("%w: %w", ErrForeign, err)
	}
	if d.Version < 1 || d.Version > Version {
		return Rescue{}, fmt.Errorf("%w: it has version %d", ErrForeign, d.Version)
	}
	r := Rescue{Cause: d.Cause, Store: d.Store, Base: d.Base, Lost: d.Lost, Copies: d.Copies}
	var err error
	if r.At, err = model.ParseTime(d.At); err != nil {
		return Rescue{}, fmt.Errorf("%w: it has the time %q", ErrForeign, d.At)
	}
	for _, w := range d.Waiting {
		at, err := model.ParseTime(w.At)
		if err != nil {
			return Rescue{}, fmt.Errorf("%w: entry %d has the time %q", ErrForeign, w.Seq, w.At)
		}
		r.Waiting = append(r.Waiting, Waiting{w.Record, model.Entry{Seq: w.Seq, At: at, Kind: w.Kind, Target: w.Target,
			Change: model.Change{Label: w.Label, Rows: w.Rows}}})
	}
	for _, t := range d.Drafts {
		at, err := model.ParseTime(t.At)
		if err != nil {
			return Rescue{}, fmt.Errorf("%w: a draft has the time %q", ErrForeign, t.At)
		}
		r.Drafts = append(r.Drafts, model.Draft{Postmortem: t.Record, Window: t.Window, Place: t.Place, Field: t.Field, Text: t.Text, At: at})
	}
	if len(d.Record) > 0 {
		if p, err := jsonfile.Decode(d.Record); err == nil {
			r.Record = p
		}
	}
	return r, nil
}
