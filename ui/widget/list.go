package widget

import (
	"strconv"

	"debrief/ui/safe"
)

// Source is the rows of a list, in their order. Key and Index must not search: a key press asks a few times, however
// long the list is.
type Source[K comparable] interface {
	Len() int
	Key(i int) K
	// Index is where the row of a key stands; false if there is none.
	Index(key K) (int, bool)
}

// List marks one row of a source and shows the rows round it. The mark belongs to the row's key, so the same row stays
// marked when others come, go or move. The zero List marks the first row.
type List[K comparable] struct {
	marked K
	known  bool // marked has been set
	index  int  // where it was seen last: the mark goes to the row in its place when it is gone
	top    int  // first row shown
}

// Marked is the marked row; false if the list is empty.
func (l *List[K]) Marked(rows Source[K]) (key K, index int, ok bool) {
	n := rows.Len()
	if n == 0 {
		return key, 0, false
	}
	if l.known {
		if i, found := rows.Index(l.marked); found {
			l.index = i
			return l.marked, i, true
		}
	}
	l.index = min(max(l.index, 0), n-1)
	return rows.Key(l.index), l.index, true
}

// Mark marks the row of a key, now or as soon as the source has it.
func (l *List[K]) Mark(key K) {
	l.marked, l.known = key, true
}

// Move marks the row that is so many further down, or up if by is negative. It stops at either end: whoever holds Up
// means the first row.
func (l *List[K]) Move(rows Source[K], by int) {
	if _, i, ok := l.Marked(rows); ok {
		l.to(rows, min(max(i+by, 0), rows.Len()-1))
	}
}

// Turn is Move that goes round: past the last row comes the first.
func (l *List[K]) Turn(rows Source[K], by int) {
	n := rows.Len()
	if _, i, ok := l.Marked(rows); ok {
		l.to(rows, ((i+by)%n+n)%n)
	}
}

// Page moves by whole pages of a height and stops at either end.
func (l *List[K]) Page(rows Source[K], pages, height int) {
	_, i, ok := l.Marked(rows)
	if !ok {
		return
	}
	l.to(rows, min(max(i+pages*max(height-1, 1), 0), rows.Len()-1))
}

// Home marks the first row, End the last.
func (l *List[K]) Home(rows Source[K]) {
	if rows.Len() > 0 {
		l.to(rows, 0)
	}
}

// End marks the last row.
func (l *List[K]) End(rows Source[K]) {
	if n := rows.Len(); n > 0 {
		l.to(rows, n-1)
	}
}

func (l *List[K]) to(rows Source[K], i int) {
	l.marked, l.known, l.index = rows.Key(i), true, i
}

// Scroll moves the window without the mark, for the mouse wheel. The mark comes along at the edge.
func (l *List[K]) Scroll(rows Source[K], by, height int) {
	first, last := l.Window(rows, height)
	if first == last {
		return
	}
	l.top = min(max(first+by, 0), max(rows.Len()-height, 0))
	_, i, _ := l.Marked(rows)
	if to := min(max(i, l.top), l.top+height-1, rows.Len()-1); to != i {
		l.to(rows, to)
	}
}

// Window is the rows from first up to but without last that a height shows. It follows the mark and leaves no row
// empty while there are rows to show.
func (l *List[K]) Window(rows Source[K], height int) (first, last int) {
	n := rows.Len()
	_, i, ok := l.Marked(rows)
	if !ok || height <= 0 {
		l.top = 0
		return 0, 0
	}
	l.top = min(max(l.top, i-height+1, 0), i, max(n-height, 0))
	return l.top, min(l.top+height, n)
}

// View asks for each row that a height shows, and for no other.
func (l *List[K]) View(rows Source[K], height int, row func(i int, marked bool) string) []string {
	first, last := l.Window(rows, height)
	_, marked, _ := l.Marked(rows)
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		out = append(out, row(i, i == marked))
	}
	return out
}

// Position says which rows a height shows: "1-9 of 9", or nothing for an empty list.
func (l *List[K]) Position(rows Source[K], height int) safe.Text {
	first, last := l.Window(rows, height)
	if first == last {
		return ""
	}
	return safe.Line(strconv.Itoa(first+1) + "-" + strconv.Itoa(last) + " of " + strconv.Itoa(rows.Len()))
}

// Slice is a source over keys that stand in memory. Its index is made once, so make a new one when the keys change.
type Slice[K comparable] struct {
	keys  []K
	index map[K]int
}

// NewSlice is the source of these keys.
func NewSlice[K comparable](keys []K) *Slice[K] {
	s := &Slice[K]{keys: keys, index: make(map[K]int, len(keys))}
	for i, key := range keys {
		s.index[key] = i
	}
	return s
}

// Len is how many rows there are.
func (s *Slice[K]) Len() int { return len(s.keys) }

// Key is the key of a row.
func (s *Slice[K]) Key(i int) K { return s.keys[i] }

// Index is where the row of a key stands.
func (s *Slice[K]) Index(key K) (int, bool) {
	i, ok := s.index[key]
	return i, ok
}
