package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/rescue"
)

// PurgeText replaces every occurrence of text, letter by letter, in what people typed: in the
// rows, the change log, the drafts and the search documents of the record, here and in every file
// that the program made of the store (backups, copies, rescue files); the empty id means all
// records. It leaves an entry in the log, a model.PurgedLabel, that says so without the text, and
// the hashes of the log are made anew. It returns how often the text stood in this store, and
// cannot be taken back. An open record has to be read again afterwards.
//
// At the end the bytes of the files are searched. A file where the text stands still, for example
// in another record, is an ErrRemains; that and every other file that could not be cleaned comes
// back in a model.UnreachedError, and keeps no other file from being cleaned.
func (s *Store) PurgeText(ctx context.Context, id model.ID, text, replacement string) (int, error) {
	text, replacement = clean(text), clean(replacement)
	if text == "" {
		return 0, errors.New("purge a text: no text was named")
	}
	if strings.Contains(replacement, text) {
		return 0, errors.New("purge a text: the replacement holds it again")
	}
	replaced := 0
	err := s.everywhere(ctx, purging{
		store: func(file *Store) error {
			n, err := file.purgeText(ctx, id, text, replacement)
			if file == s {
				replaced = n
			}
			return err
		},
		rescue: func(r rescue.Rescue) (rescue.Rescue, error) { return s.replaceInRescue(r, id, text, replacement) },
		forms:  []string{text, inJSON(text)},
	})
	if err != nil {
		return replaced, fmt.Errorf("purge a text: %w", err)
	}
	return replaced, nil
}

// replaceInRescue replaces the text in what a rescue file holds of the record.
func (s *Store) replaceInRescue(r rescue.Rescue, id model.ID, text, replacement string) (rescue.Rescue, error) {
	of := func(record model.ID) bool { return id == "" || id == record }
	others := r
	if !of(r.Record.Header.ID) {
		r.Record = model.Postmortem{}
	}
	r.Waiting = slices.DeleteFunc(slices.Clone(r.Waiting), func(w rescue.Waiting) bool { return !of(w.Record) })
	r.Drafts = slices.DeleteFunc(slices.Clone(r.Drafts), func(d model.Draft) bool { return !of(d.Postmortem) })
	var failed error
	row := func(r model.Row) model.Row {
		table, ok := s.byName[r.Table()]
		if !ok {
			failed = fmt.Errorf("table %q is not known", r.Table())
			return r
		}
		after, _, err := table.replace(r, text, replacement)
		if err != nil {
			failed = err
			return r
		}
		return after
	}
	r, err := r.Map(row, func(words string) string {
		words, _ = replaceAll(words, text, replacement)
		return words
	})
	if err = errors.Join(err, failed); err != nil {
		return r, err
	}
	// What belongs to other records goes back to its place.
	if !of(others.Record.Header.ID) {
		r.Record = others.Record
	}
	waiting, drafts := r.Waiting, r.Drafts
	r.Waiting, r.Drafts = nil, nil
	for _, w := range others.Waiting {
		if of(w.Record) {
			w, waiting = waiting[0], waiting[1:]
		}
		r.Waiting = append(r.Waiting, w)
	}
	for _, d := range others.Drafts {
		if of(d.Postmortem) {
			d, drafts = drafts[0], drafts[1:]
		}
		r.Drafts = append(r.Drafts, d)
	}
	return r, nil
}

func (s *Store) purgeText(ctx context.Context, id model.ID, text, replacement string) (int, error) {
	replaced := 0
	err := s.unlocked(ctx, func(t *tx) error {
		records := []model.ID{id}
		if id == "" {
			var err error
			if records, err = t.records(); err != nil {
				return err
			}
		}
		for _, record := range records {
			n, err := t.replaceIn(record, text, replacement)
			if err != nil {
				return fmt.Errorf("%s: %w", record, err)
			}
			replaced += n
		}
		if id != "" {
			return nil
		}
		n, err := t.replaceInDrafts("", text, replacement) // those that were typed at home
		replaced += n
		return err
	})
	if err != nil {
		return 0, err
	}
	if err := s.shred(ctx); err != nil {
		return replaced, err
	}
	return replaced, s.remains(ctx, text, false)
}

// replaceIn replaces the text in one record and appends the entry that says so, where it stood
// there.
func (t *tx) replaceIn(record model.ID, text, replacement string) (int, error) {
	replaced := 0
	changed, err := t.replaceInRows(record, text, replacement)
	if err != nil {
		return 0, err
	}
	for _, c := range changed {
		replaced += c.times
		if err := t.put(record, c.RowChange); err != nil {
			return 0, err
		}
	}
	n, err := t.replaceInLog(record, text, replacement)
	if err != nil {
		return 0, err
	}
	replaced += n
	if n, err = t.replaceInDrafts(record, text, replacement); err != nil {
		return 0, err
	}
	if replaced += n; replaced == 0 {
		return 0, nil
	}
	var seq int64
	if err := t.one("SELECT COALESCE(MAX(seq), 0) FROM changes WHERE record = ?", []any{string(record)}, &seq); err != nil {
		return 0, err
	}
	e := model.Entry{Seq: seq + 1, At: model.UTC(t.store.now()), Kind: model.Fact,
		Change: model.Change{Label: model.PurgedLabel}}
	if _, err := t.log(record, e); err != nil || record == model.SettingsID {
		return replaced, err
	}
	return replaced, t.summarise(record, e, true)
}

type replacedRow struct {
	model.RowChange
	times int
}

// replaceInRows returns the rows of the record that hold the text, with it replaced.
func (t *tx) replaceInRows(record model.ID, text, replacement string) ([]replacedRow, error) {
	all, err := t.rowsOf(record)
	if err != nil {
		return nil, err
	}
	var changed []replacedRow
	for _, row := range all {
		after, n, err := t.store.byName[row.Table()].replace(row, text, replacement)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			changed = append(changed, replacedRow{
				model.RowChange{Table: row.Table(), ID: row.Key(), Before: row, After: after}, n})
		}
	}
	return changed, nil
}

// replaceInLog replaces the text in the rows and labels of the log and makes its hashes anew.
func (t *tx) replaceInLog(record model.ID, text, replacement string) (int, error) {
	var lines []logLine
	if err := t.lines(record, func(l logLine, _ []byte) { lines = append(lines, l) }); err != nil {
		return 0, err
	}
	replaced := 0
	var prev []byte
	for _, l := range lines {
		e, err := l.decode()
		if err != nil {
			return 0, err
		}
		var n int
		e.Change.Label, n = replaceAll(e.Change.Label, text, replacement)
		for i, c := range e.Change.Rows {
			for _, side := range []*model.Row{&c.Before, &c.After} {
				if *side == nil {
					continue
				}
				table, ok := t.store.byName[c.Table]
				if !ok {
					return 0, fmt.Errorf("entry %d: table %q is not known", l.seq, c.Table)
				}
				after, times, err := table.replace(*side, text, replacement)
				if err != nil {
					return 0, fmt.Errorf("entry %d: %w", l.seq, err)
				}
				*side = after
				n += times
			}
			e.Change.Rows[i] = c
		}
		if n > 0 {
			if l, err = encode(record, e); err != nil {
				return 0, err
			}
		}
		replaced += n
		l.prev = notNull(prev)
		prev = l.hash()
		if replaced == 0 {
			continue // nothing before this entry has changed, so its hashes stand
		}
		if _, err := t.exec("UPDATE changes SET label = ?, rows = ?, prev_hash = ?, hash = ? WHERE record = ? AND seq = ?",
			l.label, l.rows, l.prev, prev, l.record, l.seq); err != nil {
			return 0, err
		}
	}
	return replaced, nil
}

// replaceInDrafts replaces the text in what is half typed in the record. Such a draft waits from then
// on under model.PurgedWindow, where the window that typed it finds the words without the text.
func (t *tx) replaceInDrafts(record model.ID, text, replacement string) (int, error) {
	var found []model.Draft
	var d model.Draft
	if err := t.each(`SELECT
  postmortem_id,
  window,
  place,
  field,
  text
FROM drafts
WHERE instr(text, ?1) AND postmortem_id = ?2`, []any{text, string(record)},
		[]any{letters[model.ID]{&d.Postmortem}, &d.Window, &d.Place, &d.Field, &d.Text}, func() { found = append(found, d) }); err != nil {
		return 0, err
	}
	replaced := 0
	for _, d := range found {
		words, n := replaceAll(d.Text, text, replacement)
		if err := t.dropDraft(model.Draft{Postmortem: record, Window: d.Window, Place: d.Place, Field: d.Field}); err != nil {
			return 0, err
		}
		if words != "" {
			d.Postmortem, d.Window, d.Text, d.At = record, model.PurgedWindow(d.Window), words, model.UTC(t.store.now())
			if err := t.putDraft(d); err != nil {
				return 0, err
			}
		}
		replaced += n
	}
	return replaced, nil
}
