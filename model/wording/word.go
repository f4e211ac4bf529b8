package wording

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the length, in bytes, of the longest word that is looked up; anything longer is no word.
const longest = 48

// word reads a word and appends it, split into its parts when it is a contraction. Names of files, versions and
// other identifiers become one hidden token.
func (s *scanner) word() {
	if end := urlEnd(s.text, s.pos); end > 0 {
		s.hide(end)
		return
	}
	var lower [longest]byte
	n, mixed, isNumber, isClock := 0, false, true, false
	i := s.pos
loop:
	for i < len(s.text) {
		c := s.text[i]
		switch {
		case c >= '0' && c <= '9':
			if !isNumber {
				mixed = true
			}
		case isWordByte(c):
			if isNumber && i > s.pos {
				mixed = true
			}
			isNumber = false
			c |= 0x20
		case c == '\'' || c == 0xE2 || c == 0xCA || c == 0xC2 || c == '`':
			size := apostropheSize(s.text[i:])
			if size < 0 { // invisible: part of the word, not of its letters
				i -= size
				continue
			}
			if c == '`' || size == 0 || i+size >= len(s.text) || !isWordByte(s.text[i+size]) {
				if size == 0 && c >= utf8.RuneSelf {
					r, w := utf8.DecodeRuneInString(s.text[i:])
					if unicode.IsLetter(r) {
						if n+w <= longest {
							n += utf8.EncodeRune(lower[n:], unicode.ToLower(r))
						} else {
							mixed = true
						}
						isNumber = false
						i += w
						continue
					}
				}
				break loop
			}
			if n < longest {
				lower[n] = '\''
				n++
			}
			i += size
			continue
		case c == '-' && i+1 < len(s.text) && (isWordByte(s.text[i+1]) || s.text[i+1] >= utf8.RuneSelf):
		case (c == '.' || c == ':' || c == '@' || c == '_' || c == '/' || c == '\\' || c == '=') && i+1 < len(s.text) && isWordByte(s.text[i+1]):
			if c == '_' && i == s.pos {
				break loop
			}
			if (c == '/' || c == ':') && !isNumber && !mixed && wordsAround(s.text, i) {
				break loop // "could/should", "note:this"
			}
			if c == '.' && !isNumber && s.text[i+1] >= 'A' && s.text[i+1] <= 'Z' && s.text[i-1] >= 'a' && i-s.pos > 3 {
				break loop // a full stop without the space
			}
			if c == ':' && isNumber {
				isClock = true
			} else if !isNumber || c != '.' && c != '/' {
				mixed = true
			}
		case c >= utf8.RuneSelf:
			r, w := utf8.DecodeRuneInString(s.text[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				break loop
			}
			isNumber = false
			if n+w <= longest {
				k := utf8.RuneLen(unicode.ToLower(r))
				if n+k <= longest {
					n += utf8.EncodeRune(lower[n:], unicode.ToLower(r))
				}
			} else {
				mixed = true
			}
			i += w
			continue
		default:
			break loop
		}
		if n < longest {
			lower[n] = c
			n++
		} else {
			mixed = true
		}
		i++
	}
	if i == s.pos {
		_, w := utf8.DecodeRuneInString(s.text[i:])
		s.pos += w
		return
	}
	start := s.pos
	s.pos = i
	switch {
	case isClock && !mixed:
		s.tokens = append(s.tokens, token{start: int32(start), end: int32(i), class: number | clock | word})
	case isNumber && !mixed:
		known := s.guard.words[string(lower[:n])].id // "layer 8"
		c := number | word
		if i < len(s.text) && s.text[i] == '%' {
			c |= percent
			i++
			s.pos = i
		}
		s.tokens = append(s.tokens, token{start: int32(start), end: int32(i), id: known, class: c})
	case mixed && !isAbbreviation(lower[:n]):
		s.tokens = append(s.tokens, token{start: int32(start), end: int32(i), class: code})
	default:
		s.split(start, i, lower[:n])
	}
}

func isAbbreviation(lower []byte) bool { return string(lower) == "e.g" || string(lower) == "i.e" }

// apostropheSize is the size of an apostrophe at the start of text, 0 if there is none, and the negative size of an
// invisible character (soft hyphen, zero-width joiners) that a copied word may carry.
func apostropheSize(text string) int {
	if text[0] == '\'' {
		return 1
	}
	r, w := utf8.DecodeRuneInString(text)
	switch r {
	case '’', '‘', 'ʼ', '′', '´', '＇', '‛':
		return w
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return -w
	}
	return 0
}

// wordsAround tells whether both sides of a slash or colon are plain words, and no further one follows: a choice, no path.
func wordsAround(text string, i int) bool {
	j := i + 1
	for j < len(text) && text[j]|0x20 >= 'a' && text[j]|0x20 <= 'z' {
		j++
	}
	return j > i+2 && (j == len(text) || strings.IndexByte(" ,.;:)!?\n\t\"'*", text[j]) >= 0)
}

// urlEnd is the end of a URL that begins at i, or 0.
func urlEnd(text string, i int) int {
	if c := text[i] | 0x20; c != 'h' && c != 'w' && c != 'f' && c != 's' && c != 'm' {
		return 0
	}
	rest := text[i:]
	known := false
	for _, scheme := range [...]string{"http://", "https://", "www.", "ftp://", "ssh://", "mailto:"} {
		if len(rest) >= len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
			known = true
		}
	}
	if !known {
		return 0
	}
	end := strings.IndexAny(rest, " \t\r\n<>\"`)]|")
	if end < 0 {
		return len(text)
	}
	return i + end
}

// split appends a word, cut into the parts of a contraction: "would've" is "would" and "have".
func (s *scanner) split(start, end int, lower []byte) {
	if e, ok := s.guard.words[string(lower)]; ok && e.parts == nil {
		s.add(start, end, lower, e.id, e.class)
		return
	} else if ok {
		s.parts(start, end, e.parts)
		return
	}
	for k := len(lower) - 1; k > 0; k-- {
		if lower[k] != '\'' {
			continue
		}
		stem, clitic := lower[:k], string(lower[k:])
		if clitic == "'t" && stem[len(stem)-1] == 'n' {
			stem, clitic = lower[:k-1], "n't"
		}
		if clitic == "'s" && s.says(stem) {
			clitic = "is" // "that's", but "Ana's"
		}
		e, ok := s.guard.words[clitic]
		if !ok {
			break
		}
		cut := s.forward(start, len(stem))
		s.split(start, cut, stem)
		if e.parts != nil { // "I'da"
			s.parts(cut, end, e.parts)
			return
		}
		s.add(cut, end, nil, e.id, e.class)
		return
	}
	s.add(start, end, lower, 0, word|shape(lower))
}

// says tells whether "'s" behind a word is a verb: behind "that" and "who" it is, behind a name it may be either.
func (s *scanner) says(stem []byte) bool {
	switch string(stem) {
	case "it", "he", "she", "this", "that", "there", "here", "what", "who", "how", "where", "when", "why":
		return true
	}
	return false
}

// parts appends the words that one spelling joins.
func (s *scanner) parts(start, end int, parts []part) {
	for k, p := range parts {
		next := end
		if k < len(parts)-1 {
			next = s.forward(start, p.letters)
		}
		s.add(start, next, nil, p.id, p.class)
		start = next
	}
}

// forward is the position n letters after start, over apostrophes of any size and invisible characters.
func (s *scanner) forward(start, n int) int {
	i := start
	for n > 0 && i < len(s.text) {
		_, w := utf8.DecodeRuneInString(s.text[i:])
		size := apostropheSize(s.text[i:])
		switch {
		case size < 0:
		case size > 0:
			n--
		default:
			n -= w
		}
		i += w
	}
	return i
}

// add appends a word token. A name of an attendee is one whatever else the word means, unless it is also an ordinary
// word and written small: "Will did not check", "it will".
func (s *scanner) add(start, end int, lower []byte, id uint16, c class) {
	upper := s.text[start] >= 'A' && s.text[start] <= 'Z'
	if upper {
		c |= capital
	}
	if len(s.guard.people) > 0 && lower != nil {
		if _, ok := s.guard.people[string(lower)]; ok && (upper || id == 0 || c&givenName != 0 || start > 0 && s.text[start-1] == '@') {
			c = word | attendee | c&capital
		}
	}
	if upper && c&givenName != 0 {
		c = word | attendee | capital
	}
	s.tokens = append(s.tokens, token{start: int32(start), end: int32(end), id: id, class: c})
}

// known appends a word by its spelling in the lexicon.
func (s *scanner) known(start, end int, spelling string) {
	e := s.guard.words[spelling]
	s.tokens = append(s.tokens, token{start: int32(start), end: int32(end), id: e.id, class: e.class | word})
}

// shape guesses the classes of a word that the lexicon does not know, by its ending.
func shape(lower []byte) class {
	n := len(lower)
	switch {
	case n > 4 && string(lower[n-2:]) == "ed" && string(lower[n-3:]) != "eed":
		return past | participle
	case n > 4 && string(lower[n-2:]) == "ly" && bytes.IndexByte(lower, '-') < 0:
		return adverb
	case n > 5 && string(lower[n-3:]) == "ing":
		return gerund
	case n > 7 && (bytes.HasSuffix(lower, []byte("ician")) || bytes.HasSuffix(lower, []byte("icians"))):
		return personNoun // technician, electrician
	}
	return 0
}
