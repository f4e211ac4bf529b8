package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word or a mark of the text, with the classes that rules ask for.
type token struct {
	start, end int32
	id         uint16 // of a word that a rule or the lexicon knows, else 0
	class      class
}

// is tells whether the token is in any of the classes.
func (t token) is(c class) bool { return t.class&c != 0 }

// scanner turns a text into tokens, leaving out what is not the writer's own prose.
type scanner struct {
	text   string
	pos    int
	tokens []token
	guard  *Guard
	speech bool // read quotations as the writer's own words

	// What a search has shown already, so that a text of opening marks costs no more than its length.
	blank     int               // no blank line stands between the position and here
	unclosed  [closingMarks]int // no closing mark of this kind stands before here
	noComment bool              // no comment closes in the rest of the text
}

// scan appends the tokens of text to buffer. A stop stands at the end of each sentence and at the end of the text.
func (g *Guard) scan(text string, speech bool, buffer []token) []token {
	s := scanner{text: text, tokens: buffer, guard: g, speech: speech}
	for s.pos < len(s.text) {
		if s.pos == 0 || s.text[s.pos-1] == '\n' {
			if s.lineStart() {
				continue
			}
		}
		s.next()
	}
	s.mark(s.pos, s.pos, stop)
	return s.tokens
}

// mark appends a token that is no word; stops that follow each other are one.
func (s *scanner) mark(start, end int, c class) {
	if n := len(s.tokens); c == stop && (n == 0 || s.tokens[n-1].class == stop) {
		return
	}
	s.tokens = append(s.tokens, token{start: int32(start), end: int32(end), class: c})
}

// next reads one token, or skips one rune.
func (s *scanner) next() {
	c := s.text[s.pos]
	switch {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '*' || c == '_' || c == '~' || c == '[':
		s.pos++
	case c == '`':
		s.codeSpan()
	case c == '"':
		s.quotation(straight)
	case c == '\'':
		s.apostrophe()
	case c == '<':
		s.tag()
	case c == ']':
		s.linkTarget()
	case c == ',':
		s.one(1, comma)
	case c == '.' || c == '!' || c == '?':
		s.sentenceEnd(c)
	case c == ';' || c == ':' || c == '(' || c == ')' || c == '=':
		s.one(1, breaker)
	case c == '-':
		s.dash()
	case c == '|':
		s.one(1, stop)
	case c == '&':
		s.pos++
	case c < utf8.RuneSelf:
		if isWordByte(c) {
			s.word()
		} else {
			s.pos++
		}
	default:
		s.wide()
	}
}

// one appends a mark of n bytes.
func (s *scanner) one(n int, c class) {
	s.mark(s.pos, s.pos+n, c)
	s.pos += n
}

// wide reads a rune outside ASCII.
func (s *scanner) wide() {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case r == '“' || r == '„':
		s.quotation(curly)
	case r == '«':
		s.quotation(guillemet)
	case r == '‘':
		s.quotation(curlySingle)
	case r == '’':
		s.apostrophe()
	case r == '–' || r == '—':
		s.one(n, breaker)
	case r == '…':
		s.one(n, stop)
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		s.word()
	default:
		s.pos += n
	}
}

// dash is a break between two parts of a sentence when it stands free.
func (s *scanner) dash() {
	n := 1
	for s.pos+n < len(s.text) && s.text[s.pos+n] == '-' {
		n++
	}
	if n > 1 || (s.before() == ' ' && s.byteAt(s.pos+1) == ' ') {
		s.mark(s.pos, s.pos+n, breaker)
	}
	s.pos += n
}

// sentenceEnd appends a stop when the point, question or exclamation mark closes a sentence.
func (s *scanner) sentenceEnd(c byte) {
	end := s.pos + 1
	for end < len(s.text) && (s.text[end] == '.' || s.text[end] == '!' || s.text[end] == '?') {
		if s.text[end] == '?' {
			c = '?'
		}
		end++
	}
	closes := end >= len(s.text) || strings.IndexByte(" \t\n\r\"')]*_|<", s.text[end]) >= 0 || s.text[end] >= utf8.RuneSelf
	if closes && c == '.' && s.abbreviated() {
		closes = false
	}
	if closes {
		if n := len(s.tokens); n > 0 && s.tokens[n-1].class != stop {
			kind := stop
			if c == '?' {
				kind |= question
			}
			s.tokens = append(s.tokens, token{start: int32(s.pos), end: int32(end), class: kind})
		}
	}
	s.pos = end
}

// abbreviated tells whether the point belongs to the word before it and not to the sentence.
func (s *scanner) abbreviated() bool {
	if len(s.tokens) == 0 {
		return true
	}
	last := s.tokens[len(s.tokens)-1]
	if int(last.end) != s.pos {
		return false
	}
	switch strings.ToLower(s.text[last.start:last.end]) {
	case "e.g", "i.e", "vs", "approx", "eg", "ie", "mr", "mrs", "dr", "cf", "no", "incl", "ca":
		rest := strings.TrimLeft(s.text[s.pos+1:], " ")
		return rest != "" && strings.ToLower(s.text[last.start:last.end]) != "no" || len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9'
	}
	return false
}

// before is the byte before the position, a space at the start of the text.
func (s *scanner) before() byte {
	if s.pos == 0 {
		return ' '
	}
	return s.byteBefore(s.pos)
}

func (s *scanner) byteBefore(i int) byte {
	if b := s.text[i-1]; b == '\n' || b == '\r' || b == '\t' {
		return ' '
	} else {
		return b
	}
}

func (s *scanner) byteAt(i int) byte {
	if i >= len(s.text) || s.text[i] == '\n' || s.text[i] == '\r' || s.text[i] == '\t' {
		return ' '
	}
	return s.text[i]
}

func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}
