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

// remains looks for the text in the records and in the bytes of the file and tells, as an
// ErrRemains, where it still stands. With elsewhere other records may hold it.
func (s *Store) remains(ctx context.Context, text string, elsewhere bool) error {
	return s.outside(ctx, func(t *tx) error {
		var records []model.ID
		var id model.ID
		err := t.each(`SELECT record FROM changes WHERE instr(rows, ?1) OR instr(rows, ?2) OR instr(label, ?1)
UNION SELECT postmortem_id FROM documents WHERE instr(text, ?1)
UNION SELECT postmortem_id FROM drafts WHERE instr(text, ?1)
ORDER BY 1`, []any{text, inJSON(text)}, []any{letters[model.ID]{&id}}, func() { records = append(records, id) })
		if err != nil {
			return err
		}
		if len(records) > 0 && elsewhere {
			return nil
		}
		if len(records) > 0 {
			return fmt.Errorf("%w, in %d other records, the first of them %q", ErrRemains, len(records), records[0])
		}
		// The definitions of the tables stand in the file as well, with the words of their closed
		// lists and their comments. Such a word is nobody's text, and the bytes cannot tell.
		var known int
		if err := t.one("SELECT COUNT(*) FROM sqlite_schema WHERE instr(sql, ?)", []any{text}, &known); err != nil || known > 0 {
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
