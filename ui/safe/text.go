// Package safe makes the only kind of text that may be drawn.
//
// What people type, paste, import or name a file is kept as it came; it is cleaned here, at the last door before the
// terminal, because neither Bubble Tea nor Glamour does it. Anything that a terminal could take for a command, or that
// hides or reorders what is read, is replaced by a sign that can be seen. Nothing is left out without a trace: leaving
// a piece out can join two harmless halves into a harmful whole.
package safe

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Text is one row of text that may be drawn: no controls, no escapes, no line breaks, valid UTF-8. A literal in the
// program is a Text as it stands; anything from outside becomes one through Line or Lines. Converting a variable to
// Text anywhere else is a mistake that a test finds.
type Text string

const (
	// Limit is how many bytes of one line are shown; the rest is folded into a few words.
	Limit = 4 << 10
	// LinesLimit is how many bytes of a text of several paragraphs are shown; it is the size of the largest field.
	LinesLimit = 64 << 10

	// Cutoff stands where text goes on to the right. Its width is one cell in every terminal.
	Cutoff = "»"

	breakSign = "⏎"
	tabSpaces = "    "
)

// Line is s in one row. A line break inside is shown as ⏎; after Limit bytes the rest is folded.
// Plain ASCII and clean UTF-8 come back without a copy.
func Line(s string) Text {
	if len(s) <= Limit && isPlain(s) {
		return Text(s)
	}
	head, rest := fold(s, Limit)
	c := cleaner{lineBreak: breakSign}
	out := c.text(head)
	if rest > 0 {
		out += folded(rest)
	}
	return Text(out)
}

// Lines is s wrapped to rows of at most width cells. Line breaks end a row, spaces are where a row may end, and a word
// longer than a row is cut. After LinesLimit bytes the rest is folded into one last row. An empty s has no rows.
func Lines(s string, width int) []Text {
	if s == "" {
		return nil
	}
	head, rest := fold(s, LinesLimit)
	c := cleaner{lineBreak: "\n"}
	var rows []Text
	for paragraph := range strings.SplitSeq(c.text(head), "\n") {
		rows = appendWrapped(rows, paragraph, width)
	}
	if rest > 0 {
		rows = append(rows, Cut(Text(strings.TrimSpace(folded(rest))), width))
	}
	return rows
}

// Wrap is t in rows of at most width cells, at least one row.
func Wrap(t Text, width int) []Text {
	return appendWrapped(nil, string(t), width)
}

// Terminal is s for messages and tables of the command line: as Line, but line breaks are kept as line feeds and
// nothing is folded.
func Terminal(s string) string {
	if isPlain(s) {
		return s
	}
	c := cleaner{lineBreak: "\n"}
	return c.text(s)
}

// Width is how many cells t takes, counted by grapheme clusters.
func Width(t Text) int {
	if isPlain(string(t)) {
		return len(t)
	}
	return ansi.StringWidth(string(t))
}

// Cut is t in at most width cells; where something had to go, the last cell is ».
func Cut(t Text, width int) Text {
	if width <= 0 {
		return ""
	}
	if len(t) <= width && isPlain(string(t)) {
		return t
	}
	used, keep := 0, 0
	for i := 0; i < len(t); {
		n, w := Cluster(string(t[i:]))
		if used+w > width {
			return t[:keep] + Cutoff
		}
		used += w
		i += n
		if used < width {
			keep = i
		}
	}
	return t
}

// Cluster is the length in bytes and the width in cells of the first thing in s that a person takes for one character.
// s is not empty.
func Cluster(s string) (bytes, cells int) {
	if c := s[0]; c >= ' ' && c < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if cluster == "" {
		return 1, 0
	}
	return len(cluster), width
}

// Repeat is t n times over, for rules and meters.
func Repeat(t Text, n int) Text {
	return Text(strings.Repeat(string(t), max(n, 0)))
}

// isPlain reports whether every byte is a printable ASCII character.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
