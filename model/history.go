package model

import (
	"errors"
	"fmt"
	"reflect"
	"time"
)

// EntryKind says how an entry of the change log came about.
type EntryKind string

// The kinds of entry. A fact (clock, gate time, hand count, view state) is logged but stands
// outside undo: taking back an edit must not stop a clock.
const (
	Edit EntryKind = "edit"
	Undo EntryKind = "undo"
	Redo EntryKind = "redo"
	Fact EntryKind = "fact"
)

// PurgedLabel is the label of the fact that the purge of a text leaves in a record's log. Every
// window that reads it has to let go of the text and to read the record again; the label tells
// nothing of the text.
const PurgedLabel = "Removed a text for good, from the record and its history"

// RestoredLabel is the label of an edit that brings back a post-mortem which was deleted.
const RestoredLabel = "Post-mortem restored"

// ImportedLabel is the label of an edit that took over what a file says.
const ImportedLabel = "Read from a file"

// Entry is one line of a record's change log. The log is only ever appended to.
type Entry struct {
	Seq    int64 // 1, 2, 3 … in one record
	At     time.Time
	Kind   EntryKind
	Target int64 // for undo and redo: the edit that is taken back or made again
	Change Change
}

// Label says what the entry did, also for one that takes back or has again.
func (e Entry) Label() string {
	switch e.Kind {
	case Undo:
		return "Taken back: " + e.Change.Label
	case Redo:
		return "Back again: " + e.Change.Label
	}
	return e.Change.Label
}

// Errors of History.
var (
	ErrNothingToUndo = errors.New("nothing to take back")
	ErrNothingToRedo = errors.New("nothing to have again")
	ErrSequence      = errors.New("the log has another entry in this place")
	// ErrSessionStays: all that is left to take back made a session that has begun since.
	ErrSessionStays = errors.New("a session that has begun stays")
	// ErrUnread: the entry to take back could not be read; undo stops there.
	ErrUnread = errors.New("the history cannot be read any further back")
)

// History is the change log of one record in memory, and the rule of undo: an undo or redo is
// one more entry, never a removal; a new edit ends what could be redone. Entries that other
// windows appended count like our own.
type History struct {
	entries []Entry
	undo    []turn // the edits that can be taken back, oldest first
	redo    []turn // and those that can be had again
}

// turn is an edit and the latest entry that made it or took it back, as positions in entries.
// An undo or redo inverts that latest entry and not the edit itself: rows that were removed
// meanwhile come back with what facts had noted in them.
type turn struct{ edit, latest int }

// NewHistory returns the history of the given log.
func NewHistory(entries []Entry) (*History, error) {
	h := &History{}
	for _, e := range entries {
		if err := h.Append(e); err != nil {
			return nil, err
		}
	}
	return h, nil
}

// Next returns the sequence number of the entry to come.
func (h *History) Next() int64 { return int64(len(h.entries)) + 1 }

// Entries returns the log, oldest first. The caller only reads it.
func (h *History) Entries() []Entry { return h.entries }

// Append adds an entry. It returns ErrSequence where e is not the next one.
func (h *History) Append(e Entry) error {
	if e.Seq != h.Next() {
		return fmt.Errorf("entry %d after %d: %w", e.Seq, h.Next()-1, ErrSequence)
	}
	switch e.Kind {
	case Edit:
		h.redo = h.redo[:0]
		// How the record came is not taken back: to delete it is an edit of its own.
		if !e.Change.makesRecord() {
			h.undo = append(h.undo, turn{len(h.entries), len(h.entries)})
		}
	case Undo:
		n := len(h.undo)
		for n > 0 && h.entries[h.undo[n-1].edit].Seq != e.Target && h.staysFor(h.undo[n-1]) {
			n--
		}
		if n == 0 || h.entries[h.undo[n-1].edit].Seq != e.Target {
			return fmt.Errorf("entry %d takes back %d, which is not the latest edit: %w", e.Seq, e.Target, ErrSequence)
		}
		h.redo = append(h.redo, turn{h.undo[n-1].edit, len(h.entries)})
		h.undo = h.undo[:n-1]
	case Redo:
		n := len(h.redo)
		if n == 0 || h.entries[h.redo[n-1].edit].Seq != e.Target {
			return fmt.Errorf("entry %d redoes %d, which is not the latest undone: %w", e.Seq, e.Target, ErrSequence)
		}
		h.undo = append(h.undo, turn{h.redo[n-1].edit, len(h.entries)})
		h.redo = h.redo[:n-1]
	}
	h.entries = append(h.entries, e)
	return nil
}

// makesRecord tells that the change made the record itself, as an import does.
func (c Change) makesRecord() bool {
	for _, r := range c.Rows {
		if r.Table == Headers && r.Before == nil {
			return true
		}
	}
	return false
}

// Undo returns the entry that takes back the latest edit, made on the record as it stands now.
// Fields that a fact changed since keep their new value. An edit that made a session which has
// begun by now is passed over; see SessionStays. The error is ErrNothingToUndo, ErrSessionStays,
// or an ErrStale where a row has gone meanwhile.
func (h *History) Undo(now Postmortem, at time.Time) (Entry, error) {
	n := len(h.undo)
	if n == 0 {
		return Entry{}, ErrNothingToUndo
	}
	session := false
	for n > 0 && h.staysFor(h.undo[n-1]) {
		n--
		session = session || h.sessionStaysFor(h.undo[n])
	}
	switch {
	case n == 0 && session:
		return Entry{}, ErrSessionStays
	case n == 0:
		return Entry{}, ErrNothingToUndo
	}
	return h.replay(now, at, Undo, h.undo[n-1])
}

// Redo returns the entry that makes the latest undone edit again.
func (h *History) Redo(now Postmortem, at time.Time) (Entry, error) {
	if len(h.redo) == 0 || h.entries[h.redo[len(h.redo)-1].edit].Change.deletes() {
		return Entry{}, ErrNothingToRedo
	}
	return h.replay(now, at, Redo, h.redo[len(h.redo)-1])
}

func (h *History) replay(now Postmortem, at time.Time, kind EntryKind, s turn) (Entry, error) {
	c, err := Onto(now, h.entries[s.latest].Change.Inverse())
	if err != nil {
		return Entry{}, err
	}
	return Entry{Seq: h.Next(), At: at, Kind: kind, Target: h.entries[s.edit].Seq, Change: c}, nil
}

// Onto makes the change again on a record in which the same rows may have other fields by now:
// only the fields that c changes are changed. It returns ErrStale where a row that c edits or
// removes is gone, or one that it creates is there.
func Onto(now Postmortem, c Change) (Change, error) {
	onto := Change{Label: c.Label, Rows: make([]RowChange, 0, len(c.Rows))}
	byTable := make(map[Table]map[ID]Row)
	for _, r := range c.Rows {
		rows, ok := byTable[r.Table]
		if !ok {
			rows = make(map[ID]Row)
			if t := tableOf(now.tables(), r.Table); t != nil {
				t.each(func(row Row) { rows[row.Key()] = row })
			}
			byTable[r.Table] = rows
		}
		row, here := rows[r.ID]
		if here != (r.Before != nil) {
			return Change{}, fmt.Errorf("%s %s: %w", r.Table, r.ID, ErrStale)
		}
		if here && row != r.Before {
			r.After = merge(r.Before, r.After, row)
			r.Before = row
		}
		if r.After == nil {
			delete(rows, r.ID)
		} else {
			rows[r.ID] = r.After
		}
		onto.Rows = append(onto.Rows, r)
	}
	return onto, nil
}

// merge returns now with the fields that differ between before and after set as in after.
func merge(before, after, now Row) Row {
	if after == nil {
		return nil
	}
	b, a, n := reflect.ValueOf(before), reflect.ValueOf(after), reflect.ValueOf(now)
	if b.Type() != a.Type() || n.Type() != a.Type() {
		return after
	}
	merged := reflect.New(a.Type()).Elem()
	merged.Set(n)
	for i := range a.NumField() {
		if !b.Field(i).Equal(a.Field(i)) {
			merged.Field(i).Set(a.Field(i))
		}
	}
	return merged.Interface().(Row)
}

// Apart tells that nobody changed a field of the row that somebody else changed too: after and
// now, two versions made from before, can be joined field by field.
func Apart(before, after, now Row) bool {
	if before == nil || after == nil || now == nil {
		return false
	}
	b, a, n := reflect.ValueOf(before), reflect.ValueOf(after), reflect.ValueOf(now)
	if b.Type() != a.Type() || n.Type() != a.Type() {
		return false
	}
	for i := range b.NumField() {
		if !b.Field(i).Equal(a.Field(i)) && !b.Field(i).Equal(n.Field(i)) {
			return false
		}
	}
	return true
}
