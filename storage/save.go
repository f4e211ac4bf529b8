package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"debrief/model"
)

// Save appends the entry to the record's log and makes its change in the tables, in one
// transaction with the search documents and with the removal of the drafts that the change made
// needless. Record is a post-mortem's id or model.SettingsID.
//
// A draft in done goes unless it was saved again at a later time than done says: text that is
// already being typed into the same field stays. With a zero time it goes in any case.
//
// Nothing is written where an error comes back: model.ErrUnstorable for what Storable refuses,
// model.ErrConflict when another window took the
// entry's place in the log (and model.ErrExists too for the first entry of a record),
// model.ErrStale when a row refers to one that is gone, model.ErrReplaced, ErrBusy, ErrReadOnly,
// ErrFull or ErrDamaged for what the file says. Saving the very same entry again is no error:
// after an interrupted save the caller need not know whether it took place.
func (s *Store) Save(ctx context.Context, record model.ID, e model.Entry, done ...model.Draft) error {
	if err := s.Storable(record, e); err != nil {
		return err
	}
	err := s.write(ctx, func(t *tx) error {
		saved, err := t.log(record, e)
		if err != nil || saved {
			return err
		}
		summarised := false
		for _, c := range e.Change.Rows {
			if err := t.put(record, c); err != nil {
				return fmt.Errorf("%s %s: %w", c.Table, c.ID, err)
			}
			summarised = summarised || changesSummary(c.Table)
		}
		if record != model.SettingsID {
			if err := t.summarise(record, e, summarised); err != nil {
				return err
			}
		}
		for _, d := range done {
			if err := t.dropDraft(d); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("save the change: %w", err)
	}
	return nil
}

// log appends the entry. It tells that this very entry is there already.
func (t *tx) log(record model.ID, e model.Entry) (saved bool, err error) {
	line, err := encode(record, e)
	if err != nil {
		return false, err
	}
	var last int64
	var prev []byte
	err = t.one("SELECT seq, hash FROM changes WHERE record = ? ORDER BY seq DESC LIMIT 1", []any{string(record)}, &last, &prev)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return false, err
	}
	switch {
	case e.Seq > last+1:
		return false, fmt.Errorf("%w: entry %d follows %d in the log", model.ErrConflict, e.Seq, last)
	case e.Seq <= last:
		return t.taken(line)
	}
	line.prev = prev
	_, err = t.exec(`INSERT INTO changes (
  record,
  seq,
  at,
  kind,
  target,
  label,
  rows,
  prev_hash,
  hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		line.record, line.seq, line.at, line.kind, line.target, line.label, line.rows, notNull(prev), line.hash())
	return false, err
}

// taken looks at the entry that stands where line was to stand.
func (t *tx) taken(line logLine) (same bool, err error) {
	var hash []byte
	err = t.one("SELECT prev_hash, hash FROM changes WHERE record = ? AND seq = ?", []any{line.record, line.seq}, &line.prev, &hash)
	switch {
	case errors.Is(err, model.ErrNotFound):
		return false, fmt.Errorf("%w: the log has no entry %d", model.ErrDamaged, line.seq)
	case err != nil:
		return false, err
	case bytes.Equal(hash, line.hash()):
		return true, nil
	case line.seq == 1:
		return false, fmt.Errorf("%w: %w", model.ErrConflict, model.ErrExists)
	}
	return false, fmt.Errorf("%w: the log has another entry %d", model.ErrConflict, line.seq)
}

// put makes one row of a change: the row itself and its search document.
func (t *tx) put(record model.ID, c model.RowChange) error {
	table, ok := t.store.byName[c.Table]
	if !ok {
		return fmt.Errorf("table %q is not known", c.Table)
	}
	if !table.belongs(record, c.ID) {
		return fmt.Errorf("the row is none of %s", record)
	}
	if c.After == nil {
		if _, err := t.exec(table.remove(), table.keyArgs(record, c.ID)...); err != nil {
			return err
		}
		return t.document(record, table, c)
	}
	if c.After.Key() != c.ID {
		return fmt.Errorf("the row has another id: %s", c.After.Key())
	}
	args, err := table.args(record, c.After)
	if err != nil {
		return err
	}
	if _, err := t.exec(table.upsert(), args...); err != nil {
		return err
	}
	return t.document(record, table, c)
}

// document keeps the words of a changed row findable. Most changes leave them as they are, and
// then the index is not touched: it is the dear part of a save.
func (t *tx) document(record model.ID, table table, c model.RowChange) error {
	was, wasPrivate := "", false
	if c.Before != nil {
		was, wasPrivate = table.document(c.Before)
	}
	words, private := "", false
	if c.After != nil {
		words, private = table.document(c.After)
	}
	switch {
	case words == was && private == wasPrivate:
		return nil
	case words == "":
		_, err := t.exec("DELETE FROM documents WHERE postmortem_id = ? AND kind = ? AND row_id = ?",
			string(record), string(c.Table), string(c.ID))
		return err
	}
	_, err := t.exec(`INSERT INTO documents (
  postmortem_id,
  kind,
  row_id,
  private,
  text
) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (postmortem_id, kind, row_id) DO UPDATE SET
  private = excluded.private,
  text = excluded.text`,
		string(record), string(c.Table), string(c.ID), private, words)
	return err
}

func notNull(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
