package markdown

import (
	"strconv"
	"strings"
)

// appendBody appends a field of several lines: its paragraphs, lists, quotations, code and
// links. Headings, raw HTML and everything else come out as text, images as links to them.
// Each line stands behind the prefix, and the last one ends with a line break.
//
// It reads line by line and does not build a tree: what it lets through is little, and writing
// it anew in one plain form is what keeps the rest out.
func appendBody(dst []byte, s, prefix string) []byte {
	b := bodyWriter{out: dst, prefix: prefix}
	lines := splitLines(s)
	for i := 0; i < len(lines); {
		i += b.block(lines[i:])
	}
	return b.out
}

// isPlain tells that a body is one paragraph of one line, which may stand in a cell or behind
// a name.
func isPlain(s string) bool {
	s = strings.Trim(s, "\n")
	if strings.ContainsAny(s, "\n\r") || leading(s) >= 4 {
		return false
	}
	s = strings.TrimSpace(s)
	_, item := listMarker(s)
	return !item && !strings.HasPrefix(s, ">") && fence(s) == ""
}

func splitLines(s string) []string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return strings.Split(s, "\n")
}

type blockKind int

const (
	noBlock blockKind = iota
	paragraph
	list
	quote
	code
)

type bodyWriter struct {
	out    []byte
	prefix string
	last   blockKind // what the latest line belongs to
	blank  bool      // an empty line stood behind it
	levels []level   // the open list items, outermost first
	begun  bool
}

// level is an open list: how far its markers were indented, and the number of its latest item.
type level struct {
	indent  int
	ordered bool
	number  int
	content int // how far the text of its items is indented on the page
}

// block writes what begins at lines[0] and returns how many lines that took.
func (b *bodyWriter) block(lines []string) int {
	line := lines[0]
	text := strings.TrimSpace(line)
	indent := leading(line)
	if text == "" {
		b.blank = true
		return 1
	}
	if f := fence(text); f != "" {
		return b.fenced(lines, f, indent)
	}
	if m, ok := listMarker(text); ok && (indent < 4 || len(b.levels) > 0) {
		b.item(m, indent)
		return 1
	}
	if strings.HasPrefix(text, ">") && indent < 4 {
		b.begin(quote)
		b.write("> ", strings.TrimSpace(text[1:]))
		return 1
	}
	if indent >= 4 && len(b.levels) == 0 && (b.last == noBlock || b.blank) {
		return b.indented(lines)
	}
	b.text(text, indent)
	return 1
}

// begin parts a new block from the one before it with an empty line; lines of the same block
// follow one another.
func (b *bodyWriter) begin(kind blockKind) {
	if kind != list {
		b.levels = b.levels[:0]
	}
	if b.begun && (kind != b.last || b.blank && kind != list || kind == code) {
		b.empty()
	}
	b.last, b.blank, b.begun = kind, false, true
}

func (b *bodyWriter) empty() {
	b.out = append(b.out, strings.TrimRight(b.prefix, " ")...)
	b.out = append(b.out, '\n')
}

func (b *bodyWriter) write(marker, text string) {
	b.out = append(b.out, b.prefix...)
	b.out = append(b.out, marker...)
	b.out = appendMarkup(b.out, text, lineStart)
	b.out = append(b.out, '\n')
}

func (b *bodyWriter) text(text string, indent int) {
	if len(b.levels) > 0 && (!b.blank || indent >= 2) { // goes on with the list's latest item
		if b.blank {
			b.empty()
		}
		b.blank = false
		b.write(spaces(b.levels[len(b.levels)-1].content), text)
		return
	}
	b.begin(paragraph)
	b.write("", text)
}

func (b *bodyWriter) item(m marker, indent int) {
	b.begin(list)
	for len(b.levels) > 0 && indent < b.levels[len(b.levels)-1].indent {
		b.levels = b.levels[:len(b.levels)-1]
	}
	n := len(b.levels)
	deeper := n == 0 || indent >= b.levels[n-1].indent+2
	switch {
	case deeper && n < 6:
		outer := 0
		if n > 0 {
			outer = b.levels[n-1].content
			m.number = 1 // a list within a list begins at 1, or it is text
		}
		b.levels = append(b.levels, level{indent: indent, ordered: m.ordered, number: m.number, content: outer})
	case b.levels[n-1].ordered == m.ordered:
		b.levels[n-1].number++
	default:
		b.levels[n-1].ordered, b.levels[n-1].number = m.ordered, 1
		if n == 1 {
			b.levels[0].number = m.number
		}
	}
	l := &b.levels[len(b.levels)-1]
	outer := 0
	if len(b.levels) > 1 {
		outer = b.levels[len(b.levels)-2].content
	}
	sign := "- "
	if l.ordered {
		sign = strconv.Itoa(l.number) + ". "
	}
	l.content = outer + len(sign)
	b.write(spaces(outer)+sign, m.text)
}

// fenced writes a fenced block of code up to its closing fence or the end.
func (b *bodyWriter) fenced(lines []string, f string, indent int) int {
	end := 1
	for end < len(lines) {
		t := strings.TrimSpace(lines[end])
		if len(t) >= len(f) && t[0] == f[0] && run(t, 0) == len(t) {
			break
		}
		end++
	}
	content := lines[1:end]
	dedented := make([]string, len(content))
	for i, l := range content {
		dedented[i] = l[min(leadingBytes(l, indent), len(l)):]
	}
	b.code(dedented, language(strings.TrimSpace(lines[0])[len(f):]))
	return min(end+1, len(lines))
}

func (b *bodyWriter) indented(lines []string) int {
	end, last := 0, 0
	for end < len(lines) && (leading(lines[end]) >= 4 || strings.TrimSpace(lines[end]) == "") {
		if strings.TrimSpace(lines[end]) != "" {
			last = end + 1
		}
		end++
	}
	content := make([]string, last)
	for i := range content {
		content[i] = lines[i][leadingBytes(lines[i], 4):]
	}
	b.code(content, "")
	return last
}

func (b *bodyWriter) code(lines []string, language string) {
	b.begin(code)
	longest := 2
	for _, l := range lines {
		for i := 0; i < len(l); i++ {
			if l[i] == '`' {
				n := run(l, i)
				longest, i = max(longest, n), i+n-1
			}
		}
	}
	ticks := strings.Repeat("`", longest+1)
	b.plain(ticks + language)
	for _, l := range lines {
		b.plain(clean(strings.ReplaceAll(l, "\t", "    ")))
	}
	b.plain(ticks)
}

func (b *bodyWriter) plain(s string) {
	if s == "" {
		b.empty()
		return
	}
	b.out = append(append(append(b.out, b.prefix...), s...), '\n')
}

// fence returns the run of backticks or tildes that opens a block of code, or "".
func fence(text string) string {
	if len(text) < 3 || text[0] != '`' && text[0] != '~' {
		return ""
	}
	n := run(text, 0)
	if n < 3 || text[0] == '`' && strings.IndexByte(text[n:], '`') >= 0 {
		return ""
	}
	return text[:n]
}

// language keeps the first word behind a fence where it looks like a language's name.
func language(info string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	for i := range len(word) {
		if !isAlphanumeric(word[i]) && strings.IndexByte("+-.#", word[i]) < 0 {
			return ""
		}
	}
	return word
}

type marker struct {
	ordered bool
	number  int
	text    string
}

// listMarker reads "- text", "* text", "+ text", "1. text" and "1) text".
func listMarker(text string) (marker, bool) {
	n := 0
	for n < len(text) && n < 9 && isDigit(text[n]) {
		n++
	}
	end := n
	switch {
	case n == 0 && text != "" && strings.IndexByte("-*+", text[0]) >= 0,
		n > 0 && n < len(text) && (text[n] == '.' || text[n] == ')'):
		end++
	default:
		return marker{}, false
	}
	if end >= len(text) || text[end] != ' ' && text[end] != '\t' {
		return marker{}, false
	}
	rest := strings.TrimSpace(text[end:])
	if rest == "" {
		return marker{}, false
	}
	m := marker{ordered: n > 0, text: rest}
	if n > 0 {
		m.number, _ = strconv.Atoi(text[:n]) // nine digits at most
	}
	return m, true
}

// leading returns the width of the white space before the text; a tab leads to the next
// column divisible by four.
func leading(line string) int {
	width := 0
	for i := range len(line) {
		switch line[i] {
		case ' ':
			width++
		case '\t':
			width += 4 - width%4
		default:
			return width
		}
	}
	return width
}

// leadingBytes returns how many bytes of white space make up that width, at most.
func leadingBytes(line string, width int) int {
	w, i := 0, 0
	for i < len(line) && w < width && (line[i] == ' ' || line[i] == '\t') {
		if line[i] == '\t' {
			w += 4 - w%4
		} else {
			w++
		}
		i++
	}
	return i
}

func spaces(n int) string { return strings.Repeat(" ", n) }
