package discretion

import (
	"debrief/model"
	"debrief/ui/widget"
)

// row is what can be marked.
type row struct {
	kind  kind
	id    model.ID // of the line; of the card for every other kind
	field model.CardField
}

type kind int

const (
	head  kind = iota // the card: whose it is, and at which moment
	line              // a recorded line
	blank             // where a new line of a field is typed
	other             // a card that is not open
)

// rows is the marked rows in their order: the head of the card, its lines, the other cards. The
// zero rows has none: there is no card yet.
type rows struct {
	card   model.ID
	lines  *widget.Slice[row]
	others *widget.Slice[row]
}

func noRows() rows {
	return rows{lines: widget.NewSlice[row](nil), others: widget.NewSlice[row](nil)}
}

func (r rows) top() row { return row{kind: head, id: r.card} }

// Len is how many rows can be marked.
func (r rows) Len() int {
	if r.card == "" {
		return 0
	}
	return 1 + r.lines.Len() + r.others.Len()
}

// Key is the row that stands there.
func (r rows) Key(i int) row {
	switch n := r.lines.Len(); {
	case i == 0:
		return r.top()
	case i <= n:
		return r.lines.Key(i - 1)
	default:
		return r.others.Key(i - 1 - n)
	}
}

// Index is where a row stands.
func (r rows) Index(k row) (int, bool) {
	switch k.kind {
	case head:
		return 0, r.card != "" && k == r.top()
	case other:
		i, ok := r.others.Index(k)
		return 1 + r.lines.Len() + i, ok
	}
	i, ok := r.lines.Index(k)
	return 1 + i, ok
}
