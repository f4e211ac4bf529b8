package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// position is where on the page a text stands, which decides what must be escaped.
type position uint8

const (
	inline     position = 0         // behind something on the same line
	lineStart  position = 1 << iota // first on its line: a list, quote or heading may begin here
	inCell                          // in a cell of a table
	inLink                          // in the text of a link, where no other link may begin
	beforeMore                      // a link, code or a colon follows without a space
)

// nothing is an empty comment. GitHub and its likes look for mentions, references and emoji in
// the text that stands together, after backslashes and entities are gone; a comment parts the
// text and shows nothing.
const nothing = "<!-- -->"

// dollar is a dollar that neither begins nor ends a formula. GitHub looks for formulas in the text
// that stands together, and asks for an element round such a dollar; others look for the sign itself
// in the source.
const dollar = "<span>&#36;</span>"

// appendLine appends a field of one line. Code between backticks and web addresses survive as
// such; everything else comes out as the text that was typed, with line breaks and tabs as
// spaces and control characters as U+FFFD.
func appendLine(dst []byte, s string, at position) []byte {
	s = strings.TrimSpace(s)
	for {
		i := strings.IndexByte(s, '`')
		if i < 0 {
			return appendText(dst, s, at)
		}
		start, content, end := findCode(s, i)
		if start < 0 {
			return appendText(dst, s, at)
		}
		code, ok := appendCode(nil, content, at)
		if !ok {
			dst = appendText(dst, s[:end], at)
		} else {
			dst = append(appendText(dst, s[:start], at|beforeMore), code...)
		}
		s, at = s[end:], at&^lineStart
	}
}

// findCode finds the first code span at or behind i: where it starts, what it holds and where
// it ends. A start of -1 means that there is none.
func findCode(s string, i int) (start int, content string, end int) {
	for i < len(s) {
		if s[i] != '`' {
			i++
			continue
		}
		n := run(s, i)
		for j := i + n; j < len(s); {
			next := strings.IndexByte(s[j:], '`')
			if next < 0 {
				break
			}
			j += next
			m := run(s, j)
			if m == n {
				return i, s[i+n : j], j + m
			}
			j += m
		}
		i += n
	}
	return -1, "", 0
}

// run returns how many bytes equal to s[i] stand together from i on.
func run(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}

// appendCode appends a code span, with a fence longer than any run of backticks within. It
// returns false for what no code span can hold there: nothing but space, or in a cell a
// backslash before a pipe.
func appendCode(dst []byte, content string, at position) ([]byte, bool) {
	content = clean(content)
	if n := len(content); n > 2 && content[0] == ' ' && content[n-1] == ' ' && strings.Trim(content, " ") != "" {
		content = content[1 : n-1] // one space on both sides belongs to the fence (CommonMark 0.31, 6.1)
	}
	if strings.TrimSpace(content) == "" || at&inCell != 0 && strings.Contains(content, `\|`) {
		return dst, false
	}
	longest := 0
	for i := 0; i < len(content); i++ {
		if content[i] == '`' {
			n := run(content, i)
			longest, i = max(longest, n), i+n-1
		}
	}
	for range longest + 1 {
		dst = append(dst, '`')
	}
	first, last := content[0], content[len(content)-1]
	pad := first == '`' || last == '`' || first == ' ' && last == ' '
	if pad {
		dst = append(dst, ' ')
	}
	if at&inCell != 0 {
		content = strings.ReplaceAll(content, "|", `\|`)
	}
	dst = append(dst, content...)
	if pad {
		dst = append(dst, ' ')
	}
	for range longest + 1 {
		dst = append(dst, '`')
	}
	return dst, true
}

// Bits of the ASCII characters that appendText looks at; all others are copied as they come.
const (
	marksLow  = 0xFFFFFFFF | 1<<'!' | 1<<'#' | 1<<'$' | 1<<'%' | 1<<'&' | 1<<'*' | 1<<'+' | 1<<'-' | 1<<'.' | 1<<':' | 1<<'<'
	marksHigh = 1<<('@'-64) | 1<<('['-64) | 1<<('\\'-64) | 1<<(']'-64) | 1<<('_'-64) | 1<<('`'-64) |
		1<<('{'-64) | 1<<('|'-64) | 1<<('~'-64) | 1<<(127-64)
)

func isMark(c byte) bool {
	if c < 64 {
		return uint64(marksLow)>>c&1 != 0
	}
	return c >= 128 || uint64(marksHigh)>>(c-64)&1 != 0
}

// appendText appends text that holds no code. Of Markdown only web addresses survive in it.
func appendText(dst []byte, s string, at position) []byte {
	if sha := commit(s); sha >= 0 && !(sha == 0 && endsInCode(dst)) && !(sha+40 == len(s) && at&beforeMore != 0) {
		// GitHub links a commit's full name to the commit; as code it stays what it is.
		dst = appendText(dst, s[:sha], at)
		dst = append(append(append(dst, '`'), s[sha:sha+40]...), '`')
		return appendText(dst, s[sha+40:], at&^lineStart)
	}
	i := 0
	if at&lineStart != 0 {
		dst, i = appendStart(dst, s)
	}
	from := i
	for i < len(s) {
		c := s[i]
		if !isMark(c) {
			i++
			continue
		}
		dst = append(dst, s[from:i]...)
		var n int
		dst, n = appendMark(dst, s, i, at)
		i += n
		from = i
	}
	return append(dst, s[from:]...)
}

// appendMark appends the character at i in a form that comes out as itself, and returns how
// many bytes of s that covers.
func appendMark(dst []byte, s string, i int, at position) ([]byte, int) {
	c := s[i]
	if c < ' ' || c > '~' {
		return appendRune(dst, s[i:])
	}
	var before, after byte
	if i > 0 {
		before = s[i-1]
	}
	if i+1 < len(s) {
		after = s[i+1]
	}
	switch {
	case c == ':':
		return appendColon(dst, s, i, at)
	case c == '<':
		return append(dst, "&lt;"...), 1
	case c == '&' && isEntity(s[i:]):
		return append(dst, "&amp;"...), 1
	case c == '$' && closesMath(dst, s, i):
		return append(dst, dollar...), 1
	case c == '|' && before == '\\':
		return append(dst, "&#124;"...), 1 // tables differ in how they read \\|
	}
	parts := calls(s, i, after)
	if isEscaped(s, i, before, after, parts, at) {
		dst = append(dst, '\\')
	}
	dst = append(dst, c)
	if parts {
		dst = append(dst, nothing...)
	}
	return dst, 1
}

// calls tells that the character at i means something to GitHub or GitLab together with what is
// behind it, also where it is escaped: only nothing between the two parts them.
func calls(s string, i int, after byte) bool {
	switch s[i] {
	case '\\': // \(x\) and \[x\] are mathematics to some wikis
		return after == ')' || after == ']'
	case '#': // #123 refers to an issue
		return isDigit(after)
	case '@': // @name calls a person
		return after > ' '
	case '-': // GH-123 refers to an issue; {+ and [- mark what was inserted and deleted, in GitLab
		return isDigit(after) && wordEnds(s, i, "gh") || after == '}' || after == ']'
	case '+':
		return after == '}' || after == ']'
	}
	return false
}

// isEscaped tells that the character at i needs a backslash before it. One that is parted from what
// is behind it is but a character.
func isEscaped(s string, i int, before, after byte, parted bool, at position) bool {
	switch s[i] {
	case '\\', '`', '*', '[', ']', '~', '|':
		return true
	case '#':
		return !parted
	case '_':
		return !isAlphanumeric(before) || !isAlphanumeric(after) // within a word it marks nothing
	case '!':
		return i+1 == len(s) && at&beforeMore != 0
	case '.':
		return wordEnds(s, i, "www") // a bare www.example.org becomes a link
	case '{':
		return after == '{' || before == '{' || after == ':' // {{, {% and {: are read by page generators
	case '%':
		return before == '{'
	}
	return false
}

// closesMath tells that the dollar at i can end a formula: one with a space before it or a digit
// behind it cannot (the rule of Pandoc, which GitLab has too; that of GitHub is narrower). Where
// none can end, none can begin, so "$40,000" stays as it is.
func closesMath(dst []byte, s string, i int) bool {
	before := byte(' ')
	switch {
	case i > 0:
		before = s[i-1]
	case len(dst) > 0:
		before = dst[len(dst)-1] // a bracket, or the end of code
	}
	if isSpace(before) {
		return false
	}
	return i+1 == len(s) || !isDigit(s[i+1])
}

// appendColon appends a colon: within a web address, which it makes a link; around the name of
// an emoji; or plain.
func appendColon(dst []byte, s string, i int, at position) ([]byte, int) {
	if at&inLink == 0 {
		if start, end := address(s, i); end > 0 {
			return appendAddress(dst[:len(dst)-(i-start)], s[start:end], at), end - i
		}
	}
	switch {
	case strings.HasPrefix(s[i:], "://"):
		return append(dst, `\:`...), 1
	case isEmoji(s[i:], at):
		return append(append(dst, ':'), nothing...), 1
	}
	return append(dst, ':'), 1
}

// appendStart escapes what would begin a block at the start of a line, and returns how many
// bytes of s that took.
func appendStart(dst []byte, s string) ([]byte, int) {
	if s == "" {
		return dst, 0
	}
	var after byte = ' '
	if len(s) > 1 {
		after = s[1]
	}
	space := isSpace(after)
	switch c := s[0]; {
	case c == '>' || c == '=',
		(c == '-' || c == '+') && (space || after == c),
		(c == ':' || c == '!') && after == c,                          // ::: and !!! begin boxes in wikis, ::include a file
		c == '-' && after == ':', c == ':' && (space || after == '-'): // the rule under a table's head
		return append(dst, '\\', c), 1
	case isDigit(c):
		n := 1
		for n < len(s) && isDigit(s[n]) {
			n++
		}
		if n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || isSpace(s[n+1])) {
			return append(append(dst, s[:n]...), '\\', s[n]), n + 1
		}
	}
	return dst, 0
}

// appendRune appends a control character or a character outside ASCII: line breaks and tabs
// as a space, other controls, broken UTF-8 and what no eye sees as U+FFFD. So the page shows
// everything that is in it, wherever it is written to.
func appendRune(dst []byte, s string) ([]byte, int) {
	r, n := rune(s[0]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(s)
	}
	switch {
	case r == '\r' && len(s) > 1 && s[1] == '\n':
		return append(dst, ' '), 2
	case r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return append(dst, ' '), n
	case r == utf8.RuneError || unicode.IsControl(r) || isHidden(r) && !joins(dst, r) || unicode.IsMark(r) && marks(dst) >= maxMarks:
		return append(dst, "\uFFFD"...), n
	}
	return append(dst, s[:n]...), n
}

// clean returns s with the characters that appendRune replaces replaced, for code.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= ' ' && s[i] < 127
	}
	if plain {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		var n int
		out, n = appendRune(out, s[i:])
		i += n
	}
	return string(out)
}

// isHidden tells that r draws nothing of its own, or changes the direction of the text behind it,
// which can make a line read otherwise than it is. The plain marks of direction are among them: no
// eye tells a word with one from a word without.
func isHidden(r rune) bool {
	switch {
	case r < 0x300:
		return r == 0xAD // the soft hyphen
	case r == 0xFE0E || r == 0xFE0F: // text or emoji
		return false
	case r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0: // fillers of Hangul
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point,
		unicode.Noncharacter_Code_Point)
}

// joins tells that r joins or parts the signs of an emoji or of a script that needs it, behind dst.
func joins(dst []byte, r rune) bool {
	if r != 0x200C && r != 0x200D {
		return false
	}
	before, _ := utf8.DecodeLastRune(dst)
	return before > 0xA0 && before != utf8.RuneError && !isHidden(before)
}

// maxMarks is how many combining marks one sign may carry: pointed Hebrew needs four. A heap of them
// covers the lines above and below.
const maxMarks = 4

// marks returns how many combining marks dst ends with.
func marks(dst []byte) int {
	n := 0
	for n < maxMarks {
		r, size := utf8.DecodeLastRune(dst)
		if !unicode.IsMark(r) {
			break
		}
		dst = dst[:len(dst)-size]
		n++
	}
	return n
}

// isEntity tells that s begins like an HTML entity: &lt; or &#60;
func isEntity(s string) bool {
	i := 1
	if i < len(s) && s[i] == '#' {
		i++
	}
	first := i
	for i < len(s) && isAlphanumeric(s[i]) {
		i++
	}
	return i > first && i < len(s) && s[i] == ';'
}

// isEmoji tells that s begins like the code of an emoji, :smile: or :+1:. The minutes of
// 14:02:33 do not; of numbers only those that name an emoji count.
func isEmoji(s string, at position) bool {
	end := 1
	digits := true
	for end < len(s) && (isAlphanumeric(s[end]) || s[end] == '_' || s[end] == '+' || s[end] == '-') {
		digits = digits && isDigit(s[end])
		end++
	}
	if end == 1 || end == len(s) && at&beforeMore == 0 || end < len(s) && s[end] != ':' {
		return false
	}
	return !digits || s[1:end] == "100" || s[1:end] == "1234"
}

// wordEnds tells that the word (in lower case) stands right before i, as a word of its own.
func wordEnds(s string, i int, word string) bool {
	start := i - len(word)
	return start >= 0 && strings.EqualFold(s[start:i], word) && (start == 0 || !isAlphanumeric(s[start-1]))
}

// commit returns where a word of 40 hexadecimal digits starts, or -1. Such a word covers one
// of the places 39, 79, …, so nothing else needs a look.
func commit(s string) int {
	for at := 39; at < len(s); at += 40 {
		if !isHex(s[at]) {
			continue
		}
		start, end := at, at+1
		for start > 0 && end-start <= 40 && isHex(s[start-1]) {
			start--
		}
		for end < len(s) && end-start <= 40 && isHex(s[end]) {
			end++
		}
		if end-start == 40 && (start == 0 || !isAlphanumeric(s[start-1]) && s[start-1] != '/' && s[start-1] != '`') && (end == len(s) || !isAlphanumeric(s[end]) && s[end] != '`') {
			return start
		}
	}
	return -1
}

// endsInCode tells that a code span may stand right before what comes next.
func endsInCode(dst []byte) bool { return len(dst) > 0 && dst[len(dst)-1] == '`' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isHex(c byte) bool { return isDigit(c) || c >= 'a' && c <= 'f' }

func isAlphanumeric(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
