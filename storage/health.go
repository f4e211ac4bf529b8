package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"

	"debrief/model"
	"debrief/storage/backup"
)

// health is what is found while the store is looked through.
type health struct{ model.Health }

func (h *health) damage(format string, args ...any) {
	h.Damage = append(h.Damage, fmt.Sprintf(format, args...))
}

func (h *health) warn(format string, args ...any) {
	h.Warnings = append(h.Warnings, fmt.Sprintf(format, args...))
}

// Health reads the whole file: SQLite's own check, every hash of every log, every log folded and
// compared with the tables, the search documents, the lists; then what stands around the file.
// SQLite's check alone misses one damage in eight, for its pages carry no sums. An error means
// that even looking was impossible; damage is no error.
func (s *Store) Health(ctx context.Context) (model.Health, error) {
	h := health{model.Health{Path: s.path, Rescues: rescuesOf(s.path, s.rescues)}}
	err := s.adoptCopies()
	if err == nil {
		h.Copies, err = s.copies(ctx)
	}
	if err != nil {
		h.warn("where copies were written is not known: %v", err)
	}
	h.Copies = slices.DeleteFunc(h.Copies, func(path string) bool {
		_, err := os.Stat(path)
		return err != nil || backup.Is(path)
	})
	err = s.read(ctx, func(t *tx) error {
		if err := s.same(); err != nil {
			return err
		}
		if err := t.one("SELECT sqlite_version()", nil, &h.SQLite); err != nil {
			return err
		}
		t.look(&h, "the schema", t.one("PRAGMA user_version", nil, &h.Schema))
		t.look(&h, "the post-mortems", t.one("SELECT COUNT(*) FROM postmortems", nil, &h.Postmortems))
		t.look(&h, "the log", t.one("SELECT COUNT(*) FROM changes", nil, &h.Entries))
		t.checkFile(&h)
		ids, err := t.records()
		t.look(&h, "the ids", err)
		for _, id := range ids {
			if err := ctx.Err(); err != nil {
				return err
			}
			t.checkRecord(&h, id)
		}
		t.checkLists(&h)
		return nil
	})
	if err == nil {
		err = h.checkIndex(ctx, s)
	}
	if err == nil {
		err = s.around(ctx, &h)
	}
	if len(h.Damage) > 0 {
		h.Backup, h.Copy = latestReadable(ctx, h.Backups), latestReadable(ctx, h.Copies)
	}
	if err != nil {
		return h.Health, fmt.Errorf("examine %s: %w", s.path, err)
	}
	return h.Health, nil
}

// look notes that something could not be read.
func (t *tx) look(h *health, what string, err error) {
	if err != nil {
		h.damage("%s cannot be read: %v", what, known(err))
	}
}

// checkFile is SQLite's own check of its pages, and of the references between rows.
func (t *tx) checkFile(h *health) {
	var said string
	t.look(h, "the file", t.each("PRAGMA integrity_check(20)", nil, []any{&said}, func() {
		if said != "ok" {
			h.damage("SQLite: %s", said)
		}
	}))
	var from, to string
	t.look(h, "the references", t.each(`SELECT DISTINCT "table", parent FROM pragma_foreign_key_check`, nil, []any{&from, &to}, func() {
		h.damage("a row of %s refers to a row of %s that is not there", from, to)
	}))
}

// checkRecord follows the record's log from its first entry: every hash, and the rows that it
// leads to, which must be those of the tables, with their documents.
func (t *tx) checkRecord(h *health, id model.ID) {
	state := make(map[model.Table]map[model.ID]model.Row)
	var prev []byte
	var next int64 = 1
	whole := true
	broken := func(format string, args ...any) {
		whole = false
		h.damage("%s: %s", id, fmt.Sprintf(format, args...))
	}
	err := t.lines(id, func(l logLine, hash []byte) {
		if !whole {
			return // what follows a broken entry says nothing new
		}
		if l.seq != next {
			broken("the log goes from entry %d to %d", next-1, l.seq)
			return
		}
		if !bytes.Equal(l.prev, prev) || !bytes.Equal(l.hash(), hash) {
			broken("entry %d of the log is not as it was written", l.seq)
			return
		}
		prev, next = hash, l.seq+1
		e, err := l.decode()
		if err != nil {
			broken("%v", err)
			return
		}
		for _, c := range e.Change.Rows {
			if err := fold(state, c); err != nil {
				broken("entry %d: %v", l.seq, err)
				return
			}
		}
	})
	if err != nil {
		broken("its log cannot be read: %v", known(err))
	}
	if whole {
		t.compare(h, id, state)
	}
}

// fold makes one row of a change in the state.
func fold(state map[model.Table]map[model.ID]model.Row, c model.RowChange) error {
	rows := state[c.Table]
	if rows == nil {
		rows = make(map[model.ID]model.Row)
		state[c.Table] = rows
	}
	if rows[c.ID] != c.Before {
		return fmt.Errorf("%s %s: %w", c.Table, c.ID, model.ErrStale)
	}
	if c.After == nil {
		delete(rows, c.ID)
	} else {
		rows[c.ID] = c.After
	}
	return nil
}

// compare tells where the tables and documents of the record are not what its log leads to.
func (t *tx) compare(h *health, id model.ID, state map[model.Table]map[model.ID]model.Row) {
	rows, err := t.rowsOf(id)
	var value model.DamagedError
	if errors.As(err, &value) {
		words := value.Error()
		if logged := state[value.Table][value.Row]; logged != nil {
			if was := t.store.byName[value.Table].value(logged, value.Field); was != "" {
				words += "; its history still says " + was
			}
		}
		h.damage("%s", words)
		return
	}
	if err != nil {
		t.look(h, string(id), err)
		return
	}
	documents, err := t.documents(id)
	if err != nil {
		t.look(h, "the search documents of "+string(id), err)
		return
	}
	for _, row := range rows {
		table := t.store.byName[row.Table()]
		logged := state[row.Table()][row.Key()]
		if logged == nil {
			h.damage("%s: %s %s is not in the log", id, row.Table(), row.Key())
			continue
		}
		delete(state[row.Table()], row.Key())
		got, err := table.args(id, row)
		want, wrong := table.args(id, logged)
		if err = errors.Join(err, wrong); err != nil || !reflect.DeepEqual(got, want) {
			h.damage("%s: %s %s is not what the log leads to", id, row.Table(), row.Key())
		}
		words, private := table.document(row)
		key := documentKey{row.Table(), row.Key()}
		if words == "" {
			continue
		}
		if documents[key] != (document{words, private}) {
			h.damage("%s: search does not know %s %s as it is", id, row.Table(), row.Key())
		}
		delete(documents, key)
	}
	for name, left := range state {
		for key := range left {
			h.damage("%s: %s %s is in the log but not in its table", id, name, key)
		}
	}
	for key := range documents {
		h.damage("%s: search knows %s %s, which is not there", id, key.table, key.row)
	}
}

type documentKey struct {
	table model.Table
	row   model.ID
}

type document struct {
	words   string
	private bool
}

func (t *tx) documents(id model.ID) (map[documentKey]document, error) {
	found := make(map[documentKey]document)
	var key documentKey
	var d document
	err := t.each("SELECT kind, row_id, text, private FROM documents WHERE postmortem_id = ?", []any{string(id)},
		[]any{letters[model.Table]{&key.table}, letters[model.ID]{&key.row}, &d.words, boolean{&d.private}},
		func() { found[key] = d })
	return found, err
}

// checkLists compares what lists show with what they should show.
func (t *tx) checkLists(h *health) {
	var id model.ID
	t.look(h, "the lists", t.each(`SELECT postmortem_id FROM (SELECT * FROM summary_facts EXCEPT SELECT * FROM summaries)
UNION
SELECT postmortem_id FROM (SELECT * FROM summaries EXCEPT SELECT * FROM summary_facts)`, nil,
		[]any{letters[model.ID]{&id}}, func() { h.damage("%s: the lists do not show it as it is", id) }))
}

// checkIndex compares the search index with its documents. FTS5 takes that as a write, so a file
// that may only be read, or is in use, is passed over.
func (h *health) checkIndex(ctx context.Context, s *Store) error {
	err := s.write(ctx, func(t *tx) error {
		_, err := t.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
		return err
	})
	switch {
	case errors.Is(err, model.ErrReadOnly), errors.Is(err, model.ErrBusy), errors.Is(err, model.ErrFull):
		h.warn("the search index was not checked: %v", err)
	case err != nil && ctx.Err() == nil:
		h.damage("the search index: %v", err)
	}
	return ctx.Err()
}

// around looks at the file from outside: who may read it, and where it lies.
func (s *Store) around(ctx context.Context, h *health) error {
	is, err := os.Stat(s.file)
	if err != nil {
		return err
	}
	h.Size = is.Size()
	if h.Backups, err = backup.List(s.file); err != nil {
		h.BackupsUnknown = true
		h.warn("%v", err)
	}
	exposed(h, s.file, h.Backups)
	if strays, err := backup.Strays(s.file); err == nil && len(strays) > 0 {
		h.warn("%s in %s of a store that is no longer beside it; where the same post-mortems are in them, a purge reaches them too", model.Count(len(strays), "backup", "backups"), backup.Folder(s.file))
	}
	left, err := s.RescueFiles(ctx)
	if err != nil {
		h.warn("%v", err)
	}
	for _, f := range left {
		if f.Err != nil {
			h.warn("the rescue file %s cannot be read: %v", f.Path, f.Err)
			continue
		}
		h.warn("%s holds what was not on disk when debrief ended; the next start offers it", f.Path)
	}
	for _, sentence := range place(s.file) {
		h.warn("%s", sentence)
	}
	return nil
}
