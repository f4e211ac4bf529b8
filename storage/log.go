package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"debrief/model"
)

// logLine is an entry as it stands in the change log.
type logLine struct {
	record string
	seq    int64
	at     string
	kind   string
	target int64
	label  string
	rows   string
	prev   []byte
}

// rowsVersion is the version of the JSON in which the log keeps rows. It is JSON and not SQL, so
// that old entries outlive migrations of the tables.
const rowsVersion = 1

type rowsJSON struct {
	Version int               `json:"v"`
	Rows    []model.RowChange `json:"rows"`
}

func encode(record model.ID, e model.Entry) (logLine, error) {
	j := rowsJSON{Version: rowsVersion, Rows: e.Change.Rows}
	if j.Rows == nil {
		j.Rows = []model.RowChange{}
	}
	b, err := json.Marshal(j)
	if err != nil {
		return logLine{}, err
	}
	return logLine{
		record: clean(string(record)),
		seq:    e.Seq,
		at:     model.FormatTime(e.At),
		kind:   string(e.Kind),
		target: e.Target,
		label:  clean(e.Change.Label),
		rows:   string(b),
	}, nil
}

// decode reads the entry. Where its rows cannot be read any more, the rest is returned with the
// error.
func (l logLine) decode() (model.Entry, error) {
	e := model.Entry{Seq: l.seq, Kind: model.EntryKind(l.kind), Target: l.target, Change: model.Change{Label: l.label}}
	at, err := model.ParseTime(l.at)
	if err != nil {
		return e, fmt.Errorf("%w: entry %d has the time %q", model.ErrDamaged, l.seq, l.at)
	}
	e.At = at
	var j rowsJSON
	if err := json.Unmarshal([]byte(l.rows), &j); err != nil {
		return e, fmt.Errorf("%w: the rows of entry %d cannot be read: %w", model.ErrDamaged, l.seq, err)
	}
	if j.Version != rowsVersion {
		return e, fmt.Errorf("%w: entry %d has rows of version %d", model.ErrDamaged, l.seq, j.Version)
	}
	e.Change.Rows = j.Rows
	return e, nil
}

// hash is the SHA-256 of the entry and the hash before it, each part with its length, so that
// nothing can move from one part to the next. A log that was changed anywhere no longer fits.
func (l logLine) hash() []byte {
	h := sha256.New()
	part := func(b []byte) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(b)))
		h.Write(n[:])
		h.Write(b)
	}
	part(l.prev)
	part([]byte(l.record))
	part(binary.BigEndian.AppendUint64(nil, uint64(l.seq)))
	part([]byte(l.at))
	part([]byte(l.kind))
	part(binary.BigEndian.AppendUint64(nil, uint64(l.target)))
	part([]byte(l.label))
	part([]byte(l.rows))
	return h.Sum(nil)
}

// lines calls each for every entry of the record's log, oldest first, with the hash that stands
// beside it.
func (t *tx) lines(record model.ID, each func(l logLine, hash []byte)) error {
	l := logLine{record: string(record)}
	var prev, hash []byte
	return t.each(`SELECT
  seq,
  at,
  kind,
  target,
  label,
  rows,
  prev_hash,
  hash
FROM changes
WHERE record = ?
ORDER BY seq`, []any{string(record)}, []any{&l.seq, &l.at, &l.kind, &l.target, &l.label, &l.rows, &prev, &hash}, func() {
		l.prev = bytes.Clone(prev)
		each(l, bytes.Clone(hash))
	})
}

// History returns the change log of the record, oldest entry first; it is empty for a record that
// nobody ever saved. Where an entry can no longer be read it is returned without rows, and the
// error, a model.ErrDamaged, names the latest such entry: what came after it can still be
// undone, it and what came before cannot.
func (s *Store) History(ctx context.Context, record model.ID) ([]model.Entry, error) {
	var lines []logLine
	err := s.read(ctx, func(t *tx) error {
		return t.lines(record, func(l logLine, _ []byte) { lines = append(lines, l) })
	})
	if err != nil {
		return nil, fmt.Errorf("read the history of %s: %w", record, err)
	}
	return decodeAll(record, lines)
}

// decodeAll reads the entries out of their lines. Decoding takes longer than reading, and whoever
// reads keeps the other window's save waiting, so it comes after the transaction.
func decodeAll(record model.ID, lines []logLine) ([]model.Entry, error) {
	entries := make([]model.Entry, len(lines))
	var unread error
	for i, l := range lines {
		e, err := l.decode()
		if err != nil {
			unread = fmt.Errorf("read the history of %s: %w", record, err)
		}
		entries[i] = e
	}
	return entries, unread
}
