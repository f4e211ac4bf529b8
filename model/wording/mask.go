package wording

import (
	"strings"
	"unicode/utf8"
)

// reach is how far, in bytes, the closing mark of a quotation, a code span or a tag is looked for. Without a limit a
// text of opening marks costs the square of its length.
const reach = 1000

// paragraph is the text from a position on, cut at the next blank line and at reach.
func (s *scanner) paragraph(from int) string {
	if from >= s.blank {
		s.blank = len(s.text)
		if i := strings.Index(s.text[from:], "\n\n"); i >= 0 {
			s.blank = from + i
		}
	}
	return s.text[from:min(max(s.blank, from), from+reach, len(s.text))]
}

// The marks that close a quotation.
const (
	straight = iota
	single
	curly
	curlySingle
	guillemet
	closingMarks
)

func closingMark(kind int) string {
	return [closingMarks]string{`"`, "'", "”", "’", "»"}[kind]
}

// hide appends one token for text that is not the writer's own prose: it can be a subject, never a finding.
func (s *scanner) hide(end int) {
	s.tokens = append(s.tokens, token{start: int32(s.pos), end: int32(end), class: code})
	s.pos = end
}

// codeSpan hides `code`, with any number of backticks.
func (s *scanner) codeSpan() {
	n := 1
	for s.pos+n < len(s.text) && s.text[s.pos+n] == '`' {
		n++
	}
	fence := s.text[s.pos : s.pos+n]
	rest := s.paragraph(s.pos + n)
	for from := 0; from < len(rest); {
		i := strings.Index(rest[from:], fence)
		if i < 0 {
			break
		}
		run := from + i
		after := run + n
		for after < len(rest) && rest[after] == '`' {
			after++
		}
		if after-run == n {
			s.hide(s.pos + n + after)
			return
		}
		from = after
	}
	s.pos += n
}

// quotation hides what stands between quotation marks: what was said is evidence, not the writer's wording.
func (s *scanner) quotation(kind int) {
	_, size := utf8.DecodeRuneInString(s.text[s.pos:])
	start := s.pos + size
	if s.speech || isWordByte(s.before()) || s.byteAt(start) == ' ' {
		s.pos = start
		return
	}
	closing := closingMark(kind)
	end := start + len(s.paragraph(start))
	for at := max(start+1, s.unclosed[kind]); at < end; {
		i := strings.Index(s.text[at:end], closing)
		if i < 0 {
			break
		}
		at += i
		after := at + len(closing)
		// A word byte after the mark is an apostrophe ("don't"), or another quotation that opens.
		if s.text[at-1] != ' ' && !isWordByte(s.byteAt(after)) {
			s.hide(after)
			return
		}
		at = after
	}
	s.unclosed[kind] = max(s.unclosed[kind], end-len(closing)+1)
	s.pos = start
}

// apostrophe reads a mark that stands before a word: a clitic cut off by a space ("would 've"), or a quotation.
func (s *scanner) apostrophe() {
	size := 1
	if s.text[s.pos] >= 0x80 {
		size = len("’")
	}
	rest := s.text[s.pos+size:]
	for _, clitic := range [...]string{"ve", "d", "s", "re", "ll", "m"} {
		if strings.HasPrefix(rest, clitic) && (len(rest) == len(clitic) || !isWordByte(rest[len(clitic)])) {
			s.known(s.pos, s.pos+size+len(clitic), "'"+clitic)
			s.pos += size + len(clitic)
			return
		}
	}
	if size == 1 {
		s.quotation(single)
		return
	}
	s.pos += size
}

// tag hides an HTML tag, a comment, an autolink or a nick in angle brackets.
func (s *scanner) tag() {
	rest := s.text[s.pos:]
	if strings.HasPrefix(rest, "<!--") {
		if !s.noComment {
			if i := strings.Index(rest, "-->"); i >= 0 {
				s.pos += i + 3
				return
			}
			s.noComment = true
		}
		s.pos += 4
		return
	}
	if c := s.byteAt(s.pos + 1); isWordByte(c) || c == '/' || c == '@' {
		line := s.paragraph(s.pos)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		if i := strings.IndexByte(line, '>'); i >= 0 {
			s.pos += i + 1
			return
		}
	}
	s.pos++
}

// linkTarget skips the target of a Markdown link; the text of the link is the writer's own.
func (s *scanner) linkTarget() {
	s.pos++
	if s.byteAt(s.pos) != '(' {
		return
	}
	line := s.paragraph(s.pos)
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if i := strings.IndexByte(line, ')'); i >= 0 {
		s.pos += i + 1
	}
}
