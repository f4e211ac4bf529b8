package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"debrief/model"
)

// Read returns the whole post-mortem, deleted or not, and the number of the last entry of its
// log, all as they stood at one moment. The error is a model.ErrNotFound where there is none of
// that id. The rows of each table come in the order of their ids.
func (s *Store) Read(ctx context.Context, id model.ID) (model.Postmortem, int64, error) {
	r, seq, err := s.load(ctx, id, model.Tables())
	if err == nil && r.postmortem.Header.ID == "" {
		err = model.ErrNotFound
	}
	if err != nil {
		return model.Postmortem{}, 0, fmt.Errorf("read %s: %w", id, err)
	}
	return r.postmortem, seq, nil
}

// Reread returns a record and its whole log as they stand at one moment, after another window
// changed them. Errors are those of Read and of History.
func (s *Store) Reread(ctx context.Context, id model.ID) (model.Postmortem, []model.Entry, error) {
	var r record
	var lines []logLine
	err := s.read(ctx, func(t *tx) (err error) {
		if r, err = t.load(id, model.Tables()); err != nil {
			return err
		}
		return t.lines(id, func(l logLine, _ []byte) { lines = append(lines, l) })
	})
	if err == nil && r.postmortem.Header.ID == "" {
		err = model.ErrNotFound
	}
	if err != nil {
		return model.Postmortem{}, nil, fmt.Errorf("read %s again: %w", id, err)
	}
	entries, err := decodeAll(id, lines)
	return r.postmortem, entries, err
}

// Latest returns the number of the record's last entry and when it was made, zeros for a record
// that nobody ever saved.
func (s *Store) Latest(ctx context.Context, id model.ID) (int64, time.Time, error) {
	var seq int64
	var at string
	err := s.read(ctx, func(t *tx) error {
		return t.one("SELECT seq, at FROM changes WHERE record = ? ORDER BY seq DESC LIMIT 1", []any{string(id)}, &seq, &at)
	})
	made, wrong := model.ParseTime(at)
	switch {
	case errors.Is(err, model.ErrNotFound):
		return 0, time.Time{}, nil
	case err == nil:
		err = wrong
	}
	if err != nil {
		return 0, time.Time{}, fmt.Errorf("ask for the last entry of %s: %w", id, err)
	}
	return seq, made, nil
}

// Settings returns the settings that travel with the data, and the number of the last entry of
// their log.
func (s *Store) Settings(ctx context.Context) (model.Settings, int64, error) {
	r, seq, err := s.load(ctx, model.SettingsID, model.SettingTables())
	if err != nil {
		return model.Settings{}, 0, fmt.Errorf("read the settings: %w", err)
	}
	return r.settings, seq, nil
}

func (s *Store) load(ctx context.Context, id model.ID, names []model.Table) (record, int64, error) {
	var r record
	var seq int64
	err := s.read(ctx, func(t *tx) (err error) {
		r, err = t.load(id, names)
		if err != nil {
			return err
		}
		return t.one("SELECT COALESCE(MAX(seq), 0) FROM changes WHERE record = ?", []any{string(id)}, &seq)
	})
	return r, seq, err
}

func (t *tx) load(id model.ID, names []model.Table) (record, error) {
	var r record
	for _, table := range t.store.tables {
		if !slices.Contains(names, table.name()) {
			continue
		}
		dest, keep := table.reader()
		err := t.each(table.selection(), table.scopeArgs(id), dest, func() { keep(&r) })
		var value model.DamagedError
		if errors.As(err, &value) {
			value.Record, value.Table = id, table.name()
			return record{}, value
		}
		if err != nil {
			return record{}, fmt.Errorf("read %s: %w", table.name(), err)
		}
	}
	return r, nil
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
		names = model.SettingTables()
	}
	r, err := t.load(id, names)
	if err != nil {
		return nil, err
	}
	var all []model.Row
	r.postmortem.Rows(func(row model.Row) { all = append(all, row) })
	r.settings.Rows(func(row model.Row) { all = append(all, row) })
	return all, nil
}
