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
// that the program made of the store (backups, copies, rescue files), and in what is half typed in
// no record; the empty id means all records. It leaves an entry in the log, a model.PurgedLabel,
// that says so without the text, and the hashes of the log are made anew. It cannot be taken back.
// An open record has to be read again afterwards.
//
// Where the replacement would leave a row that no record may hold, such as an empty title, nothing
// is changed in any file, and the error is a model.ErrUnstorable with the model.Problem in it.
//
// At the end the bytes of the files are searched. A file where the text stands still although it
// was to go there is an ErrRemains; that and every other file that could not be cleaned comes back
// in a model.UnreachedError, and keeps no other file from being cleaned. That other records hold
// the text is no error: see model.TextPurge.
func (s *Store) PurgeText(ctx context.Context, id model.ID, text, replacement string) (model.TextPurge, error) {
	p := textPurge{root: s, id: id, text: clean(text), replacement: clean(replacement)}
	if p.text == "" {
		return p.done, errors.New("purge a text: no text was named")
	}
	if strings.Contains(p.replacement, p.text) {
		return p.done, fmt.Errorf("purge a text: %w", model.ErrHoldsItAgain)
	}
	err := p.refused(ctx)
	if err == nil {
		err = s.everywhere(ctx, purging{
			record: id,
			store:  func(kind string, file *Store) error { return p.clean(ctx, kind, file) },
			rescue: p.cleanRescue,
			forms:  p.forms,
		})
	}
	slices.Sort(p.done.Others)
	p.done.Others = slices.Compact(p.done.Others)
	if err != nil {
		return p.done, fmt.Errorf("purge a text: %w", err)
	}
	return p.done, nil
}

// textPurge is one purge of a text on its way through the files.
type textPurge struct {
	root              *Store
	id                model.ID
	text, replacement string
	done              model.TextPurge
}

// of tells that the purge is to clean what belongs to the record; "" is what belongs to none.
func (p *textPurge) of(record model.ID) bool { return p.id == "" || record == "" || record == p.id }

// forms are the bytes that may stand nowhere at the end.
func (p *textPurge) forms() []string {
	if p.done.Own || len(p.done.Others) > 0 {
		return nil // bytes do not tell whose they are
	}
	return []string{p.text, inJSON(p.text)}
}

// refused looks, before any file is changed, whether a row would break a rule of the model that it
// does not break now. What else is wrong with a file is said when it is cleaned.
func (p *textPurge) refused(ctx context.Context) error {
	err := p.root.everywhere(ctx, purging{
		record: p.id,
		store:  func(_ string, file *Store) error { return file.lookForProblems(ctx, p) },
		rescue: func(_ string, r rescue.Rescue) (rescue.Rescue, error) {
			_, _, err := p.replaceInRescue(r)
			return r, err
		},
		look: true,
	})
	var missed model.UnreachedError
	if !errors.As(err, &missed) {
		return err
	}
	for _, file := range missed {
		if errors.Is(file.Err, model.ErrUnstorable) {
			return file.Err
		}
	}
	return nil
}

// lookForProblems is replaceIn for all records of the purge without writing.
func (s *Store) lookForProblems(ctx context.Context, p *textPurge) error {
	return s.read(ctx, func(t *tx) error {
		records, err := t.recordsOf(p.id)
		if err != nil {
			return err
		}
		for _, record := range records {
			changed, err := t.replaceInRows(record, p.text, p.replacement)
			if err != nil {
				return err
			}
			if err := t.checkWhole(record, changed); err != nil {
				return err
			}
			var entries []model.Entry
			if err := t.lines(record, func(l logLine, _ []byte) {
				e, _ := l.decode() // one that cannot be read is said when it is to be changed
				entries = append(entries, e)
			}); err != nil {
				return err
			}
			for _, e := range entries {
				if _, err := s.replaceInChange(&e.Change, p.text, p.replacement); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// recordsOf returns the record, or all where id is empty.
func (t *tx) recordsOf(id model.ID) ([]model.ID, error) {
	if id != "" {
		return []model.ID{id}, nil
	}
	return t.records()
}

// checkWhole tells, as a model.ErrUnstorable, that the record would break a rule between its rows,
// such as two people of one handle, that it does not break now.
func (t *tx) checkWhole(record model.ID, changed []replacedRow) error {
	if record == model.SettingsID || len(changed) == 0 {
		return nil
	}
	r, err := t.load(record, model.Tables())
	if err != nil {
		return err
	}
	var c model.Change
	for _, row := range changed {
		c.Rows = append(c.Rows, row.RowChange)
	}
	next, err := model.Apply(r.postmortem, c)
	if err != nil {
		return err
	}
	return newProblem(model.Check(r.postmortem), model.Check(next))
}

// newProblem returns, as a model.ErrUnstorable, the first of the problems that was none before.
func newProblem(before, after []model.Problem) error {
	for _, p := range after {
		if !slices.Contains(before, p) {
			return fmt.Errorf("%w: %w", model.ErrUnstorable, p)
		}
	}
	return nil
}

// replaceTyped returns the row with the text replaced in what a person typed, and how often; of no row
// it returns none.
func replaceTyped(tables map[model.Table]table, row model.Row, text, replacement string) (model.Row, int, error) {
	if row == nil {
		return nil, 0, nil
	}
	table, ok := tables[row.Table()]
	if !ok {
		return row, 0, fmt.Errorf("table %q is not known", row.Table())
	}
	return table.replace(row, text, replacement)
}

// replaceInRow is replaceTyped for a row that has to keep to the rules of the model: that it would
// break one which it does not break now is a model.ErrUnstorable.
func (s *Store) replaceInRow(row model.Row, text, replacement string) (model.Row, int, error) {
	after, n, err := replaceTyped(s.byName, row, text, replacement)
	if err != nil || n == 0 {
		return row, 0, err
	}
	named := func(r model.Row) []model.Problem {
		all := model.RowProblems(r)
		for i := range all {
			all[i].Table, all[i].ID = row.Table(), row.Key()
		}
		return all
	}
	return after, n, newProblem(named(row), named(after))
}

// replaceInChange replaces the text in the label and the rows of the change, and counts.
func (s *Store) replaceInChange(c *model.Change, text, replacement string) (int, error) {
	label, n := replaceAll(c.Label, text, replacement)
	c.Label = label
	rows := slices.Clone(c.Rows)
	for i := range rows {
		for _, side := range []*model.Row{&rows[i].Before, &rows[i].After} {
			after, times, err := s.replaceInRow(*side, text, replacement)
			if err != nil {
				return 0, err
			}
			*side = after
			n += times
		}
	}
	c.Rows = rows
	return n, nil
}

// clean purges the store, a backup or a copy.
func (p *textPurge) clean(ctx context.Context, kind string, file *Store) error {
	n, err := file.purgeText(ctx, p)
	switch {
	case file == p.root:
		p.done.Times = n
	case n > 0:
		p.done.Cleaned = append(p.done.Cleaned, model.Reached{Kind: kind, Path: file.path})
	}
	if err != nil {
		return err
	}
	others, own, err := file.textRemains(ctx, p.id, p.text)
	p.done.Others = append(p.done.Others, others...)
	p.done.Own = p.done.Own || own
	return err
}

// cleanRescue returns what is to stay of a rescue file.
func (p *textPurge) cleanRescue(path string, r rescue.Rescue) (rescue.Rescue, error) {
	left, n, err := p.replaceInRescue(r)
	if err != nil {
		return r, err
	}
	if n > 0 {
		p.done.Cleaned = append(p.done.Cleaned, model.Reached{Kind: "the rescue file", Path: path})
	}
	for _, record := range p.typedIn(left) {
		if p.of(record) {
			return left, ErrRemains
		}
		p.done.Others = append(p.done.Others, record)
	}
	return left, nil
}

// typedIn returns the records of which the rescue file holds the text.
func (p *textPurge) typedIn(r rescue.Rescue) []model.ID {
	var found []model.ID
	row := func(record model.ID, row model.Row) {
		if _, n, err := replaceTyped(p.root.byName, row, p.text, ""); err == nil && n > 0 {
			found = append(found, record)
		}
	}
	r.Record.Rows(func(of model.Row) { row(r.Record.Header.ID, of) })
	for _, w := range r.Waiting {
		for _, c := range w.Entry.Change.Rows {
			row(w.Record, c.Before)
			row(w.Record, c.After)
		}
	}
	for _, d := range r.Drafts {
		if strings.Contains(d.Text, p.text) {
			found = append(found, d.Postmortem)
		}
	}
	return found
}

// replaceInRescue replaces the text in what a rescue file holds of the record, and counts.
func (p *textPurge) replaceInRescue(r rescue.Rescue) (_ rescue.Rescue, n int, err error) {
	var failed error
	left, err := r.Map(func(record model.ID, row model.Row) model.Row {
		if !p.of(record) {
			return row
		}
		after, times, err := p.root.replaceInRow(row, p.text, p.replacement)
		if err != nil && failed == nil {
			failed = err
		}
		n += times
		return after
	}, func(record model.ID, words string) string {
		if !p.of(record) {
			return words
		}
		words, times := replaceAll(words, p.text, p.replacement)
		n += times
		return words
	})
	if err = errors.Join(failed, err); err != nil {
		return r, 0, err
	}
	return left, n, nil
}

func (s *Store) purgeText(ctx context.Context, p *textPurge) (int, error) {
	replaced := 0
	err := s.unlocked(ctx, func(t *tx) error {
		records, err := t.recordsOf(p.id)
		if err != nil {
			return err
		}
		for _, record := range records {
			n, err := t.replaceIn(record, p.text, p.replacement)
			if err != nil {
				return fmt.Errorf("%s: %w", record, err)
			}
			replaced += n
		}
		n, err := t.replaceInDrafts("", p.text, p.replacement) // those that were typed at home
		replaced += n
		return err
	})
	if err != nil {
		return 0, err
	}
	return replaced, s.shred(ctx)
}

// holds tells that somebody typed the text in the record, now or earlier. What a label says of it
// stands in the rows as well; the words around it are the program's.
func (t *tx) holds(record model.ID, text string) (bool, error) {
	n := 0
	count := func(row model.Row) error {
		_, times, err := replaceTyped(t.store.byName, row, text, "")
		n += times
		return err
	}
	all, err := t.rowsOf(record)
	for _, row := range all {
		err = errors.Join(err, count(row))
	}
	var unread error
	err = errors.Join(err, t.lines(record, func(l logLine, _ []byte) {
		e, err := l.decode()
		unread = errors.Join(unread, err)
		for _, c := range e.Change.Rows {
			unread = errors.Join(unread, count(c.Before), count(c.After))
		}
	}), unread)
	if err != nil {
		return n > 0, err
	}
	drafts := 0
	err = t.one("SELECT COUNT(*) FROM drafts WHERE instr(text, ?1) AND postmortem_id = ?2", []any{text, string(record)}, &drafts)
	return n+drafts > 0, err
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
		after, n, err := t.store.replaceInRow(row, text, replacement)
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
		n, err := t.store.replaceInChange(&e.Change, text, replacement)
		if err != nil {
			return 0, fmt.Errorf("entry %d: %w", l.seq, err)
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
