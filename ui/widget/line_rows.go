package widget

import (
	"strings"
	"unicode/utf8"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

const (
	moreLeft = "«" // the text begins further left, or above
	unseen   = "*" // stands for a character that is not drawn

	// nearby is how much of a long text is laid out round the cursor, in bytes.
	nearby = 4 << 10
)

// Span gives a part of a line a style. Start and End are bytes in the line's value; where spans overlap, the later one
// of them holds.
type Span struct {
	Start, End int
	Style      theme.Style
}

// Drawing is how a line is drawn.
type Drawing struct {
	Width  int          // cells a row
	Max    int          // rows at most; a longer text is scrolled
	Spans  []Span       // parts with a style of their own
	Text   theme.Style  // the rest
	Ghost  safe.Text    // how the word at the end might go on; shown only there, and only while it fits
	Dim    theme.Style  // the ghost, « and »
	Glyphs theme.Glyphs // for the sign of a line break
	Unseen bool         // a star stands for each character
}

// CursorAt is where the terminal's cursor stands, from the first cell of the first row.
type CursorAt struct{ Row, Col int }

// Rows draws the line: one to d.Max rows of at most d.Width cells, and the cursor in them. Rows end between words
// where they can. A text that needs more rows is scrolled so that the cursor shows, with « before it.
func (l *Line) Rows(d Drawing) ([]string, CursorAt) {
	if d.Width <= 0 {
		return []string{""}, CursorAt{}
	}
	if d.Max <= 1 {
		return l.oneRow(d)
	}
	base := l.base()
	rows, at, all := l.layout(d, base, d.Width)
	if base == 0 && all && len(rows) <= d.Max {
		l.top = 0
		return l.draw(d, rows, at, 0, false, false), l.cursorAt(d, rows, at, 0, 0)
	}

	// A scrolled text leaves a cell free at either end of its rows, for « and ».
	gutter := 0
	if d.Width > 3 {
		gutter = 1
		rows, at, all = l.layout(d, base, d.Width-2*gutter)
	}
	first := 0
	for first < len(rows)-1 && rows[first].end <= l.top {
		first++
	}
	first = min(max(first, at-d.Max+1), at, max(len(rows)-d.Max, 0))
	l.top = rows[first].start
	last := min(first+d.Max, len(rows))
	above, below := first > 0 || base > 0, last < len(rows) || !all
	drawn := l.draw(d, rows[first:last], at-first, gutter, above, below)
	return drawn, l.cursorAt(d, rows, at, first, gutter)
}

// base is where the layout begins: the start of the text, or of the stretch before the cursor's in a long one, so that
// a key in a long text costs no more than in a short one.
func (l *Line) base() int {
	stretch := l.cursor/nearby - 1
	if stretch <= 0 {
		return 0
	}
	return clusterStart(l.value, stretch*nearby)
}

// lineRow is one row of the text.
type lineRow struct{ start, end int }

// layout wraps the text from base on. at is the cursor's row; all is false if it stopped before the end of the text,
// which it does as soon as there are enough rows below the cursor.
func (l *Line) layout(d Drawing, base, width int) (rows []lineRow, at int, all bool) {
	at = -1
	start, used, wordAt, wordUsed := base, 0, -1, 0
	for i := base; i < len(l.value); {
		n, w := l.size(d, i, width)
		for used > 0 && used+w > width {
			end := i
			if wordAt > start {
				end, used = wordAt, used-wordUsed
			} else {
				used = 0
			}
			rows = append(rows, lineRow{start, end})
			if at < 0 && l.cursor < end {
				at = len(rows) - 1
			}
			if at >= 0 && len(rows) > at+d.Max {
				return rows, at, false
			}
			start, wordAt = end, -1
		}
		used += w
		if l.value[i] == ' ' || l.value[i] == '\n' {
			wordAt, wordUsed = i+n, used
		}
		i += n
	}
	rows = append(rows, lineRow{start, len(l.value)})
	if at < 0 {
		at = len(rows) - 1
		if l.cursor == len(l.value) && used >= width { // the cursor needs a cell of its own
			rows = append(rows, lineRow{len(l.value), len(l.value)})
			at++
		}
	}
	return rows, at, true
}

// size is the length in bytes and the width in cells of the character at i as it is drawn in rows of this width.
func (l *Line) size(d Drawing, i, width int) (bytes, cells int) {
	if c := l.value[i]; c >= ' ' && c < 0x7f && (i+1 == len(l.value) || l.value[i+1] < utf8.RuneSelf) {
		return 1, 1
	}
	n, text := l.shown(d, i, width)
	return n, safe.Width(text)
}

// shown is the character at i as it is drawn.
func (l *Line) shown(d Drawing, i, width int) (bytes int, text safe.Text) {
	n, _ := safe.Cluster(l.value[i:])
	if d.Unseen {
		return n, safe.Cut(unseen, width)
	}
	if l.value[i] == '\n' {
		return n, safe.Cut(d.Glyphs.Break, width)
	}
	return n, safe.Cut(safe.Line(l.value[i:i+n]), width)
}

// cursorAt is the cursor in the rows from first on.
func (l *Line) cursorAt(d Drawing, rows []lineRow, at, first, gutter int) CursorAt {
	return CursorAt{Row: at - first, Col: gutter + l.cells(d, rows[at].start, l.cursor, d.Width-2*gutter)}
}

// cells is how wide the text from start to end is drawn.
func (l *Line) cells(d Drawing, start, end, width int) int {
	sum := 0
	for i := start; i < end; {
		n, w := l.size(d, i, width)
		sum += w
		i += n
	}
	return sum
}

// draw writes rows of which row at holds the cursor, with a gutter at either end: « stands before the first row where
// there is text above, » behind the last where there is more below.
func (l *Line) draw(d Drawing, rows []lineRow, at, gutter int, above, below bool) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		var b strings.Builder
		switch {
		case gutter == 0:
		case i == 0 && above:
			b.WriteString(d.Dim.Render(moreLeft))
		default:
			b.WriteByte(' ')
		}
		used := gutter + l.write(&b, d, row.start, row.end, d.Width-2*gutter)
		if gutter > 0 && i == len(rows)-1 && below {
			b.WriteString(strings.Repeat(" ", max(d.Width-1-used, 0)))
			b.WriteString(d.Dim.Render(safe.Cutoff))
		}
		if row.end == len(l.value) && l.cursor == row.end && i == at && used < d.Width {
			b.WriteString(d.Dim.Render(safe.Cut(d.Ghost, d.Width-used)))
		}
		out[i] = b.String()
	}
	return out
}

// write adds the text from start to end with its styles and gives back how many cells it took.
func (l *Line) write(b *strings.Builder, d Drawing, start, end, width int) int {
	spans := make([]Span, 0, 8)
	for _, span := range d.Spans {
		if span.Start < end && span.End > start {
			spans = append(spans, span)
		}
	}
	var now theme.Style
	used := 0
	for i := start; i < end; {
		n, text := l.shown(d, i, width)
		style := d.Text
		for _, span := range spans {
			if span.Start < i+n && span.End > i {
				style = span.Style
			}
		}
		if i == start || style != now {
			if i > start {
				b.WriteString(now.Off())
			}
			b.WriteString(style.On())
			now = style
		}
		b.WriteString(string(text))
		used += safe.Width(text)
		i += n
	}
	if end > start {
		b.WriteString(now.Off())
	}
	return used
}

// oneRow draws the line where there is room for a single row: it scrolls sideways, with « where it begins further left
// and » where it goes on.
func (l *Line) oneRow(d Drawing) ([]string, CursorAt) {
	fits := len(l.value) <= 8*d.Width && l.cells(d, 0, len(l.value), d.Width) < d.Width
	if fits {
		l.top = 0
		rows := []lineRow{{0, len(l.value)}}
		return l.draw(d, rows, 0, 0, false, false), l.cursorAt(d, rows, 0, 0, 0)
	}
	gutter := 1
	if d.Width < 4 {
		gutter = 0
	}
	inner := d.Width - 2*gutter // the cursor takes one of these cells
	least := l.back(d, l.cursor, inner-1, inner)
	switch {
	case l.cursor < l.top:
		l.top = l.back(d, l.cursor, inner/3, inner)
	case l.top < least:
		l.top = least
	}
	l.top = clusterStart(l.value, l.top)
	end, used := l.top, 0
	for end < len(l.value) {
		n, w := l.size(d, end, inner)
		if used+w > inner {
			break
		}
		used += w
		end += n
	}
	if end == len(l.value) && used < inner-1 { // the end moved nearer: no empty cells while text is hidden
		l.top = l.back(d, end, inner-1, inner)
	}
	var b strings.Builder
	if gutter > 0 {
		sign := safe.Text(" ")
		if l.top > 0 {
			sign = moreLeft
		}
		b.WriteString(d.Dim.Render(sign))
	}
	used = l.write(&b, d, l.top, end, inner)
	switch {
	case end < len(l.value) && gutter > 0:
		b.WriteString(strings.Repeat(" ", inner-used))
		b.WriteString(d.Dim.Render(safe.Cutoff))
	case end == len(l.value) && l.cursor == end && used < inner:
		b.WriteString(d.Dim.Render(safe.Cut(d.Ghost, inner-used)))
	}
	return []string{b.String()}, CursorAt{Col: gutter + l.cells(d, l.top, l.cursor, inner)}
}

// back is the byte from which the text up to end takes at most this many cells in rows of a width.
func (l *Line) back(d Drawing, end, cells, width int) int {
	from := clusterStart(l.value, max(0, end-64*(cells+1)))
	sum := l.cells(d, from, end, width)
	for from < end && sum > cells {
		n, w := l.size(d, from, width)
		sum -= w
		from += n
	}
	return from
}
