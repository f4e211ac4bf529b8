package storage

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"debrief/model"
	"debrief/storage/backup"
)

// ErrRemains reports that what was to be removed for good still stands in a file that the program
// made. The error's text says where.
var ErrRemains = errors.New("it is not gone everywhere")

// Purge really removes a post-mortem: rows, change log, drafts and search documents, here and in
// every backup, and what SQLite would have left of them on the pages of the files. It cannot be
// taken back. The error is a model.ErrNotFound where neither the store nor a backup holds it.
//
// Backups come first: where one cannot be opened, the error names it and the store stays as it
// was. Purge can be run again after an error. Copies that were made elsewhere are not known here.
func (s *Store) Purge(ctx context.Context, id model.ID) error {
	found := false
	err := s.everywhere(ctx, func(s *Store) error {
		n, err := s.purge(ctx, id)
		found = found || n > 0
		return err
	})
	if err == nil && !found {
		err = model.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("purge %s: %w", id, err)
	}
	return nil
}

// PurgeText replaces every occurrence of text, letter by letter, in what people typed: in the
// rows, the change log, the drafts and the search documents of the record, here and in every
// backup; the empty id means all records. It leaves an entry in the log that says so without the
// text, and the hashes of the log are made anew. It returns how often the text stood in this
// store, and cannot be taken back. An open record has to be read again afterwards.
//
// At the end the bytes of the store and of the backups are searched. The error is an ErrRemains
// where the text still stands there, for example in another record.
func (s *Store) PurgeText(ctx context.Context, id model.ID, text, replacement string) (int, error) {
	text, replacement = clean(text), clean(replacement)
	if text == "" {
		return 0, errors.New("purge a text: no text was named")
	}
	if strings.Contains(replacement, text) {
		return 0, errors.New("purge a text: the replacement holds it again")
	}
	replaced := 0
	err := s.everywhere(ctx, func(s *Store) (err error) {
		replaced, err = s.purgeText(ctx, id, text, replacement)
		return err
	})
	if err != nil {
		return replaced, fmt.Errorf("purge a text: %w", err)
	}
	return replaced, nil
}

// everywhere calls purge for each backup and at last for the store itself. What remains somewhere
// keeps it from no other file.
func (s *Store) everywhere(ctx context.Context, purge func(*Store) error) error {
	copies, err := backup.List(s.file)
	if err != nil {
		return err
	}
	var remains error
	for _, path := range copies {
		err := s.inside(ctx, path, purge)
		if errors.Is(err, ErrRemains) {
			remains = errors.Join(remains, err)
		} else if err != nil {
			return fmt.Errorf("in the backup %s: %w", path, err)
		}
	}
	return errors.Join(remains, purge(s))
}

// inside opens a backup for purge, which brings one of an earlier version up to date.
func (s *Store) inside(ctx context.Context, path string, purge func(*Store) error) (err error) {
	old, err := open(ctx, path, Options{Now: s.now}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, old.Close()) }()
	return purge(old)
}

func (s *Store) purge(ctx context.Context, id model.ID) (int64, error) {
	if id == model.SettingsID {
		return 0, errors.New("the settings are not removed as a whole")
	}
	var removed int64
	err := s.unlocked(ctx, func(t *tx) error {
		statements := []string{
			"DELETE FROM summaries WHERE postmortem_id = ?",
			"DELETE FROM documents WHERE postmortem_id = ?",
			"DELETE FROM drafts WHERE postmortem_id = ?",
			"DELETE FROM changes WHERE record = ?",
		}
		for _, name := range model.Tables() {
			if name == model.Headers {
				statements = append(statements, "DELETE FROM postmortems WHERE id = ?")
			} else {
				statements = append(statements, fmt.Sprintf("DELETE FROM %s WHERE postmortem_id = ?", name))
			}
		}
		for _, statement := range statements {
			n, err := t.exec(statement, string(id))
			if err != nil {
				return err
			}
			removed += n
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	if err := s.shred(ctx); err != nil {
		return removed, err
	}
	// Other records may name the id, a signal for example that became this post-mortem; the id by
	// itself tells nothing.
	return removed, s.remains(ctx, string(id), true)
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
		n, err := t.replaceInDrafts(id, text, replacement)
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

// unlocked runs fn in a transaction in which the change log may be changed.
func (s *Store) unlocked(ctx context.Context, fn func(*tx) error) error {
	return s.write(ctx, func(t *tx) error {
		if _, err := t.exec("INSERT INTO purging (open) VALUES (1)"); err != nil {
			return err
		}
		if err := fn(t); err != nil {
			return err
		}
		// Words that were taken out of the index leave marks in it until it is built anew.
		if _, err := t.exec("INSERT INTO search (search) VALUES ('rebuild')"); err != nil {
			return err
		}
		_, err := t.exec("DELETE FROM purging")
		return err
	})
}

// shred writes the file anew without the pages and parts of pages that nothing uses any more.
func (s *Store) shred(ctx context.Context) error {
	return s.outside(ctx, func(t *tx) error {
		return errors.Join(
			t.script("PRAGMA secure_delete = ON"),
			t.script("VACUUM"),
			t.script("PRAGMA secure_delete = OFF"),
		)
	})
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
	if replaced += n; replaced == 0 {
		return 0, nil
	}
	var seq int64
	if err := t.one("SELECT COALESCE(MAX(seq), 0) FROM changes WHERE record = ?", []any{string(record)}, &seq); err != nil {
		return 0, err
	}
	e := model.Entry{Seq: seq + 1, At: model.UTC(t.store.now()), Kind: model.Fact,
		Change: model.Change{Label: "Removed a text for good, here, in the history and in the backups"}}
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
		n := strings.Count(e.Change.Label, text)
		e.Change.Label = strings.ReplaceAll(e.Change.Label, text, replacement)
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

func (t *tx) replaceInDrafts(id model.ID, text, replacement string) (int, error) {
	var found string
	replaced := 0
	where := "WHERE instr(text, ?1) > 0 AND (?2 = '' OR postmortem_id = ?2)"
	if err := t.each("SELECT text FROM drafts "+where, []any{text, string(id)}, []any{&found}, func() {
		replaced += strings.Count(found, text)
	}); err != nil || replaced == 0 {
		return 0, err
	}
	_, err := t.exec("UPDATE drafts SET text = replace(text, ?1, ?3) "+where, text, string(id), replacement)
	return replaced, err
}

// records returns the id of every record that has a log or a header.
func (t *tx) records() ([]model.ID, error) {
	var ids []model.ID
	var id model.ID
	err := t.each("SELECT record FROM changes UNION SELECT id FROM postmortems ORDER BY 1", nil,
		[]any{letters[model.ID]{&id}}, func() { ids = append(ids, id) })
	return ids, err
}

// rowsOf returns every row of the record.
func (t *tx) rowsOf(id model.ID) ([]model.Row, error) {
	names := model.Tables()
	if id == model.SettingsID {
		names = settingsTables()
	}
	r, err := t.load(id, names)
	if err != nil {
		return nil, err
	}
	var all []model.Row
	r.postmortem.Rows(func(row model.Row) { all = append(all, row) })
	for _, v := range r.settings.Values {
		all = append(all, v)
	}
	for _, v := range r.settings.Signals {
		all = append(all, v)
	}
	for _, v := range r.settings.Searches {
		all = append(all, v)
	}
	return all, nil
}
