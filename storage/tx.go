package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"debrief/model"
)

// tx runs statements while its owner has the turn. It has no Commit and no Rollback: read and
// write end what they begin. Rows are always scanned to the end before the next statement, so no
// query runs inside open rows.
type tx struct {
	store *Store
	ctx   context.Context
}

// read runs fn in one read transaction: all its queries see the same state of the file.
func (s *Store) read(ctx context.Context, fn func(*tx) error) error {
	return s.transaction(ctx, "BEGIN", fn)
}

// write runs fn in one transaction that takes the write lock at its beginning, and commits where
// fn returns nil. A transaction that first reads and then writes would be refused at once where
// another program wrote in between.
//
// A file that could only be read when it was opened is opened anew once its permissions were mended.
func (s *Store) write(ctx context.Context, fn func(*tx) error) error {
	err := s.writeOnce(ctx, fn)
	mended := !s.writable && mayBeWritten(s.file) && !s.ReadOnly()
	if errors.Is(err, model.ErrReadOnly) && mended && s.reconnect(ctx) == nil {
		return s.writeOnce(ctx, fn)
	}
	return err
}

// reconnect opens the same file anew.
func (s *Store) reconnect(ctx context.Context) error {
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-s.turn }()
	if s.conn == nil {
		return errors.New("the store is closed")
	}
	if err := s.same(); err != nil {
		return err
	}
	if err := s.disconnect(); err != nil {
		return err
	}
	var err error
	if s.db, s.conn, err = connect(ctx, s.file); err == nil {
		s.writable = true
	}
	return err
}

func (s *Store) writeOnce(ctx context.Context, fn func(*tx) error) error {
	var copies []unnoted
	err := s.transaction(ctx, "BEGIN IMMEDIATE", func(t *tx) (err error) {
		if err := s.same(); err != nil {
			return err
		}
		if err := fn(t); err != nil {
			return err
		}
		copies, err = t.noteCopies()
		return err
	})
	if err == nil && len(copies) > 0 {
		s.turn <- struct{}{}
		s.unnoted.forget(copies)
		<-s.turn
	}
	return err
}

// outside runs fn in no transaction.
func (s *Store) outside(ctx context.Context, fn func(*tx) error) error {
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-s.turn }()
	if s.conn == nil {
		return errors.New("the store is closed")
	}
	return known(fn(&tx{store: s, ctx: ctx}))
}

func (s *Store) transaction(ctx context.Context, begin string, fn func(*tx) error) error {
	return s.outside(ctx, func(t *tx) (err error) {
		// What has begun is short and runs to its end whatever becomes of ctx: an answer
		// "cancelled" for a commit that took place would be a lie.
		settled := context.WithoutCancel(ctx)
		defer func() {
			if err != nil {
				// After some errors SQLite has rolled back by itself and this has nothing to do.
				_, _ = s.conn.ExecContext(settled, "ROLLBACK")
			}
		}()
		if _, err := s.conn.ExecContext(ctx, begin); err != nil {
			return err
		}
		if err := fn(&tx{store: s, ctx: settled}); err != nil {
			return err
		}
		if _, err := s.conn.ExecContext(settled, "COMMIT"); err != nil {
			if row := t.dangling(settled, err); row != nil {
				return knownError{row, err}
			}
			return err
		}
		return nil
	})
}

// dangling says which row a refused commit would have left with a reference to nothing: most
// likely another window removed what it refers to, so the error is a model.ErrStale.
func (t *tx) dangling(ctx context.Context, commit error) error {
	if code(commit) != codeForeignKey {
		return nil
	}
	inside := &tx{store: t.store, ctx: ctx}
	var from, to string
	said := model.ErrStale
	err := inside.each("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 3", nil, []any{&from, &to}, func() {
		said = fmt.Errorf("%w: a row of %s refers to a row of %s that is not there", said, from, to)
	})
	return errors.Join(said, err)
}

// statement returns the prepared statement of the query, which lives as long as the connection.
func (t *tx) statement(query string) (*sql.Stmt, error) {
	if stmt, ok := t.store.prepared[query]; ok {
		return stmt, nil
	}
	stmt, err := t.store.conn.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, err
	}
	t.store.prepared[query] = stmt
	return stmt, nil
}

// exec runs a statement and returns how many rows it changed.
func (t *tx) exec(query string, args ...any) (int64, error) {
	stmt, err := t.statement(query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// script runs several statements at once.
func (t *tx) script(sql string) error {
	_, err := t.store.conn.ExecContext(t.ctx, sql)
	return err
}

// each scans every row of the query into dest and calls row after each. row runs no statement.
func (t *tx) each(query string, args, dest []any, row func()) (err error) {
	stmt, err := t.statement(query)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return misread(rows, dest, err)
		}
		row()
	}
	return rows.Err()
}

// misread returns which value of the row could not be scanned, as a model.DamagedError. Its Row is
// the text in the first column, which is the id where the row is one of a table.
func misread(rows *sql.Rows, dest []any, scan error) error {
	names, err := rows.Columns()
	values := make([]any, len(dest))
	raw := make([]any, len(dest))
	for i := range raw {
		raw[i] = &values[i]
	}
	if err != nil || rows.Scan(raw...) != nil {
		return knownError{model.ErrDamaged, scan}
	}
	for i := range dest {
		one := slices.Clone(raw)
		one[i] = dest[i]
		if rows.Scan(one...) == nil {
			continue
		}
		id, err := stringOf(values[0])
		if err != nil {
			id = ""
		}
		return model.DamagedError{Row: model.ID(id), Field: names[i], Value: shown(values[i])}
	}
	return knownError{model.ErrDamaged, scan}
}

// one scans the only row of the query; model.ErrNotFound tells that there is none.
func (t *tx) one(query string, args []any, dest ...any) error {
	found := false
	if err := t.each(query, args, dest, func() { found = true }); err != nil {
		return err
	}
	if !found {
		return model.ErrNotFound
	}
	return nil
}
