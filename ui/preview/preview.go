// Package preview draws Markdown on the screen. It is the only one that knows Glamour.
//
// Glamour is slow (73 ms for 10 KB) and does not clean what it draws: it even turns "&#27;" into a real escape. So a
// page is drawn piece by piece, only as far as somebody looks, and every piece goes through safe.Styled.
package preview

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

var errTooDeep = errors.New("nested too deep")

// Page is one Markdown text at one width in one theme. Rows that were drawn are kept. Making one is cheap; the first
// rows cost some 50 ms, so they belong in a command.
//
// A command may Grow the page while the screen asks for rows: the lock is held for one piece at a time.
type Page struct {
	width  int
	theme  *theme.Theme
	pieces []piece
	bytes  int // of all pieces

	mu     sync.Mutex
	glamor map[int]*glamour.TermRenderer // by width; made with the first piece, and anew after a panic
	wide   map[string]bool               // the heads of tables that are drawn row by row
	rows   []string
	next   int // first piece that is not drawn
	drawn  int // bytes of the pieces before it
}

// New is the page of a text, in rows of at most width cells.
func New(markdown string, width int, th *theme.Theme) *Page {
	p := &Page{width: max(width, 1), theme: th, pieces: split(markdown),
		glamor: make(map[int]*glamour.TermRenderer), wide: make(map[string]bool)}
	for _, piece := range p.pieces {
		p.bytes += len(piece.source)
	}
	return p
}

// Width is the width that the page was made for.
func (p *Page) Width() int { return p.width }

// Theme is the name of the theme that the page was made for.
func (p *Page) Theme() string { return p.theme.Name }

// Rows are up to n rows from the row from on; fewer at the end. What is missing is drawn now.
func (p *Page) Rows(from, n int) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	from = max(from, 0)
	for len(p.rows) < from+n && p.step() {
	}
	if from >= len(p.rows) || n <= 0 {
		return nil
	}
	return p.rows[from:min(from+n, len(p.rows)):min(from+n, len(p.rows))]
}

// Has reports whether Rows would give these rows at once.
func (p *Page) Has(from, n int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.rows) >= from+n || p.next == len(p.pieces)
}

// Grow draws until there are so many rows, or all. It is for a command.
func (p *Page) Grow(rows int) {
	for {
		p.mu.Lock()
		more := len(p.rows) < rows && p.step()
		p.mu.Unlock()
		if !more {
			return
		}
	}
}

// Total is how many rows the page has: an estimate from what is drawn so far, until all of it is.
func (p *Page) Total() (rows int, exact bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.next == len(p.pieces):
		return len(p.rows), true
	case p.drawn == 0:
		return max(p.bytes/p.width, 1), false
	}
	return int(float64(len(p.rows)) * float64(p.bytes) / float64(p.drawn)), false
}

// step draws one piece more; false if there is none.
func (p *Page) step() bool {
	if p.next == len(p.pieces) {
		return false
	}
	piece := p.pieces[p.next]
	rows := p.draw(piece.source)
	if len(rows) > 0 && len(p.rows) > 0 && !piece.joined {
		p.rows = append(p.rows, "")
	}
	p.rows = append(p.rows, rows...)
	p.drawn += len(piece.source)
	p.next++
	return true
}

// draw is a piece in clean rows. The source is cleaned as well, so that hostile marks do not take Glamour's time.
func (p *Page) draw(source string) []string {
	var rows []string
	err := errTooDeep
	if !isTooDeep(source) {
		rows, err = p.lay(safe.Terminal(source), p.width)
	}
	if err != nil {
		// What cannot be drawn as Markdown is shown as it was written.
		rows = nil
		for _, row := range safe.Lines(source, p.width) {
			rows = append(rows, string(row))
		}
		return trim(rows)
	}
	return trim(rows)
}

// lay draws cleaned Markdown in rows of at most width cells. Glamour draws it all but the lists and the wide tables,
// which it does not lay out well.
func (p *Page) lay(source string, width int) ([]string, error) {
	var rows []string
	apart := true // a blank line stood before
	for _, s := range segments(source) {
		draw := p.prose
		switch s.kind {
		case listed:
			draw = p.list
		case table:
			draw = p.table
		}
		drawn, err := draw(s.lines, width)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 && len(drawn) > 0 && (apart || s.kind != listed) {
			rows = append(rows, "")
		}
		rows = append(rows, drawn...)
		apart = isBlank(s.lines[len(s.lines)-1])
	}
	return rows, nil
}

// prose draws what Glamour lays out.
func (p *Page) prose(lines []string, width int) ([]string, error) {
	drawn, err := p.render(strings.Join(lines, "\n")+"\n", width)
	if err != nil {
		return nil, err
	}
	rows := strings.Split(safe.Styled(drawn), "\n")
	for i, row := range rows {
		rows[i] = fit(row, width)
	}
	return trim(rows), nil
}

// fit cuts a row that is too wide: Glamour does not break what has no space, and replaced signs take cells.
func fit(row string, width int) string {
	if ansi.StringWidth(row) <= width {
		return row
	}
	return safe.Styled(ansi.Truncate(row, width, safe.Cutoff))
}

// render runs Glamour. Some texts make it panic; they must not end the meeting.
func (p *Page) render(source string, width int) (out string, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			clear(p.glamor) // its state is in disorder
			err = fmt.Errorf("draw Markdown: %v", cause)
		}
	}()
	if p.glamor[width] == nil {
		p.glamor[width], err = glamour.NewTermRenderer(
			glamour.WithStyles(styleFor(p.theme)), glamour.WithWordWrap(width), glamour.WithInlineTableLinks(true))
		if err != nil {
			return "", fmt.Errorf("make the Markdown renderer: %w", err)
		}
	}
	return p.glamor[width].Render(source)
}

// trim drops empty rows at both ends and spaces at the end of each row.
func trim(rows []string) []string {
	for i, row := range rows {
		rows[i] = strings.TrimRight(row, " ")
	}
	for len(rows) > 0 && strings.TrimSpace(ansi.Strip(rows[0])) == "" {
		rows = rows[1:]
	}
	for len(rows) > 0 && strings.TrimSpace(ansi.Strip(rows[len(rows)-1])) == "" {
		rows = rows[:len(rows)-1]
	}
	return rows
}
