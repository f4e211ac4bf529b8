package merge

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/bits"

	"debrief/model"
)

// Sum tells the contents of records apart: two records have the same sum where they have the same
// rows, in whatever order. It adds up a hash a row, so that the sum after a change follows from the
// sum before it. It is no proof against somebody who wants to deceive.
//
// A row counts with its JSON form, in which fields that hold nothing are left out: a field that a
// later version adds changes no sum until it is filled. One half counts the rows as they are, the
// other without the place of an event behind another one (Event.After), which an export for
// everybody gives anew where private events are left out. Find compares that half first.
type Sum struct{ whole, placeless half }

// half is a number modulo 2^128, added up of the beginnings of SHA-256 sums.
type half struct{ high, low uint64 }

// Of returns the sum of the record's rows.
func Of(p model.Postmortem) Sum {
	var s Sum
	p.Rows(func(r model.Row) { s = s.plus(sumOf(r)) })
	return s
}

// String returns the sum as 64 letters of 0-9 and a-f.
func (s Sum) String() string {
	var b []byte
	for _, n := range []uint64{s.whole.high, s.whole.low, s.placeless.high, s.placeless.low} {
		b = binary.BigEndian.AppendUint64(b, n)
	}
	return hex.EncodeToString(b)
}

// ParseSum reads what String returns.
func ParseSum(text string) (Sum, error) {
	var s Sum
	b, err := hex.DecodeString(text)
	if err != nil {
		return s, fmt.Errorf("read a sum: %w", err)
	}
	if len(b) != 32 {
		return s, errors.New("read a sum: it has not 64 letters")
	}
	return Sum{whole: halfOf(b), placeless: halfOf(b[16:])}, nil
}

func halfOf(b []byte) half {
	return half{binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])}
}

func (s Sum) plus(o Sum) Sum {
	return Sum{s.whole.plus(o.whole), s.placeless.plus(o.placeless)}
}

func (s Sum) minus(o Sum) Sum {
	return Sum{s.whole.minus(o.whole), s.placeless.minus(o.placeless)}
}

func (h half) plus(o half) half {
	low, carry := bits.Add64(h.low, o.low, 0)
	high, _ := bits.Add64(h.high, o.high, carry)
	return half{high, low}
}

func (h half) minus(o half) half {
	low, borrow := bits.Sub64(h.low, o.low, 0)
	high, _ := bits.Sub64(h.high, o.high, borrow)
	return half{high, low}
}

// sumOf is the share of one row.
func sumOf(r model.Row) Sum {
	s := Sum{whole: hashed(r)}
	if s.placeless = s.whole; placed(r) {
		s.placeless = hashed(placeless(r))
	}
	return s
}

// placed tells that the row is an event that stands behind another one.
func placed(r model.Row) bool {
	e, ok := r.(model.Event)
	return ok && e.After != ""
}

// placeless returns the row without its place behind another one.
func placeless(r model.Row) model.Row {
	if e, ok := r.(model.Event); ok {
		e.After = ""
		return e
	}
	return r
}

func hashed(r model.Row) half {
	words, err := json.Marshal(r)
	if err != nil { // a time that JSON cannot hold: no document can be written of it either
		words = fmt.Append(nil, r)
	}
	h := sha256.New()
	h.Write([]byte(r.Table()))
	h.Write([]byte{0})
	h.Write(words)
	return halfOf(h.Sum(nil))
}
