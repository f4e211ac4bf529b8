package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"debrief/model"
)

// idRemains tells, as an ErrRemains, that the id of a purged record stands in the file still. Other
// records may name it, a signal for example that became this post-mortem; by itself it tells
// nothing.
func (s *Store) idRemains(ctx context.Context, id model.ID) error {
	naming, err := s.naming(ctx, string(id))
	if err != nil || len(naming) > 0 {
		return err
	}
	_, err = s.bytesRemain(ctx, string(id))
	return err
}

// naming returns the records in whose log, search documents or drafts the letters stand, in what
// somebody typed or not.
func (s *Store) naming(ctx context.Context, text string) ([]model.ID, error) {
	var records []model.ID
	err := s.read(ctx, func(t *tx) error {
		var id model.ID
		return t.each(`SELECT record FROM changes WHERE instr(rows, ?1) OR instr(rows, ?2) OR instr(label, ?1)
UNION SELECT postmortem_id FROM documents WHERE instr(text, ?1)
UNION SELECT postmortem_id FROM drafts WHERE instr(text, ?1)
ORDER BY 1`, []any{text, inJSON(text)}, []any{letters[model.ID]{&id}}, func() { records = append(records, id) })
	})
	return records, err
}

// textRemains looks where in the file the text stands after it was purged from the record, or from
// all where id is empty: in others, or as a word of the program's own. That it stands in what was
// purged is an ErrRemains.
func (s *Store) textRemains(ctx context.Context, id model.ID, text string) (others []model.ID, own bool, err error) {
	naming, err := s.naming(ctx, text)
	if err != nil {
		return nil, false, err
	}
	for _, record := range naming {
		typed := false
		err := s.read(ctx, func(t *tx) (err error) {
			typed, err = t.holds(record, text)
			return err
		})
		switch {
		case err != nil && record == id:
			return nil, false, err
		case !typed && err == nil:
			own = true // its letters stand there, but nobody typed them
		case record == id || record == "" || id == "":
			return nil, false, fmt.Errorf("%w, in what was typed", ErrRemains)
		default: // what cannot be read may well hold it
			others = append(others, record)
		}
	}
	if own || len(others) > 0 {
		return others, own, nil // the bytes of the file say nothing new
	}
	own, err = s.bytesRemain(ctx, text)
	return nil, own, err
}

// bytesRemain tells, as an ErrRemains, that the text stands in the bytes of the file.
func (s *Store) bytesRemain(ctx context.Context, text string) (own bool, err error) {
	err = s.outside(ctx, func(t *tx) error {
		// The definitions of the tables stand in the file as well, with the words of their closed
		// lists and their comments. Such a word is nobody's text, and the bytes cannot tell.
		var known int
		if err := t.one("SELECT COUNT(*) FROM sqlite_schema WHERE instr(sql, ?)", []any{text}, &known); err != nil || known > 0 {
			own = err == nil
			return err
		}
		for _, form := range []string{text, inJSON(text)} {
			at, err := find(s.file, []byte(form))
			if err != nil {
				return err
			}
			if at >= 0 {
				return fmt.Errorf("%w, at byte %d", ErrRemains, at)
			}
		}
		return nil
	})
	return own, err
}

// inJSON returns the text as the log writes it.
func inJSON(text string) string {
	b, err := json.Marshal(text)
	if err != nil || len(b) < 2 {
		return text
	}
	return string(b[1 : len(b)-1])
}

// find returns where the bytes first stand in the file, -1 where they do not.
//
// Closing the handle drops the locks that this process has on the file. So it is called only
// while this store is in no transaction.
func find(path string, what []byte) (at int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	const step = 1 << 20
	buffer := make([]byte, 0, step+len(what))
	start := int64(0)
	for {
		n, err := io.ReadFull(f, buffer[len(buffer):len(buffer)+step])
		buffer = buffer[:len(buffer)+n]
		if i := bytes.Index(buffer, what); i >= 0 {
			return start + int64(i), nil
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return -1, nil
		}
		if err != nil {
			return 0, err
		}
		// The text may lie across two steps.
		rest := min(len(buffer), len(what)-1)
		start += int64(len(buffer) - rest)
		copy(buffer, buffer[len(buffer)-rest:])
		buffer = buffer[:rest]
	}
}
