package wording

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the length, in bytes, of the longest word that is looked up; anything longer is no word.
const longest = 48

// spelling is a word as it is read: its letters, small, and what sort of word they make.
type spelling struct {
	lower    [longest]byte
	n        int
	mixed    bool // of letters and other signs: an identifier
	isNumber bool
	isClock  bool
}

// add adds an ASCII letter or sign.
func (w *spelling) add(c byte) {
	if w.n < longest {
		w.lower[w.n] = c
		w.n++
	} else {
		w.mixed = true
	}
}

// apostrophe adds an apostrophe, which a word that is too long does without.
func (w *spelling) apostrophe() {
	if w.n < longest {
		w.add('\'')
	}
}

// addWide adds a letter outside ASCII, of that many bytes.
func (w *spelling) addWide(r rune, size int) {
	w.isNumber = false
	if w.n+size > longest {
		w.mixed = true
	} else if r = unicode.ToLower(r); w.n+utf8.RuneLen(r) <= longest {
		w.n += utf8.EncodeRune(w.lower[w.n:], r)
	}
}

// word reads a word and appends it, split into its parts when it is a contraction. Names of files, versions and
// other identifiers become one hidden token.
func (s *scanner) word() {
	if end := urlEnd(s.text, s.pos); end > 0 {
		s.hide(end)
		return
	}
	w := spelling{isNumber: true}
	i := s.pos
	for i < len(s.text) {
		c := s.text[i]
		switch {
		case c >= '0' && c <= '9':
			if !w.isNumber {
				w.mixed = true
			}
		case isWordByte(c):
			if w.isNumber {
				w.isNumber, w.mixed = false, w.mixed || i > s.pos
			}
			c |= 0x20
		default:
			if size := s.sign(&w, i); size > 0 {
				i += size
				continue
			}
			s.spelled(&w, i)
			return
		}
		w.add(c)
		i++
	}
	s.spelled(&w, i)
}

// sign reads what stands at i in a word and is neither an ASCII letter nor a digit. It returns its size, 0 where the
// word ends there.
func (s *scanner) sign(w *spelling, i int) int {
	c := s.text[i]
	follows := i+1 < len(s.text) && isWordByte(s.text[i+1])
	switch {
	case c == '\'':
		if !follows {
			return 0
		}
		w.apostrophe()
		return 1
	case c >= utf8.RuneSelf:
		return s.wideSign(w, i)
	case c == '-':
		if !follows && (i+1 == len(s.text) || s.text[i+1] < utf8.RuneSelf) {
			return 0
		}
	case !follows || strings.IndexByte(".:@_/\\=", c) < 0,
		c == '_' && i == s.pos,
		(c == '/' || c == ':') && !w.isNumber && !w.mixed && wordsAround(s.text, i), // "could/should", "note:this"
		// a full stop without the space
		c == '.' && !w.isNumber && s.text[i+1] >= 'A' && s.text[i+1] <= 'Z' && s.text[i-1] >= 'a' && i-s.pos > 3:
		return 0
	case c == ':' && w.isNumber:
		w.isClock = true
	default:
		w.mixed = w.mixed || !w.isNumber || c != '.' && c != '/'
	}
	w.add(c)
	return 1
}

// wideSign is sign for what is outside ASCII: a letter, an apostrophe, or what no eye sees.
func (s *scanner) wideSign(w *spelling, i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	punctuation := s.text[i] == 0xE2 || s.text[i] == 0xCA || s.text[i] == 0xC2 // what apostrophes begin with
	if punctuation {
		switch size := apostropheSize(s.text[i:]); {
		case size < 0: // invisible: part of the word, not of its letters
			return n
		case size > 0 && i+size < len(s.text) && isWordByte(s.text[i+size]):
			w.apostrophe()
			return n
		case size > 0:
			return 0
		}
	}
	if !unicode.IsLetter(r) && (punctuation || !unicode.IsDigit(r) && !unicode.IsMark(r)) {
		return 0
	}
	w.addWide(r, n)
	return n
}

// spelled appends the word that ends before i.
func (s *scanner) spelled(w *spelling, i int) {
	if i == s.pos {
		_, n := utf8.DecodeRuneInString(s.text[i:])
		s.pos += n
		return
	}
	start := s.pos
	s.pos = i
	lower := w.lower[:w.n]
	switch {
	case w.isClock && !w.mixed:
		s.tokens = append(s.tokens, token{start: int32(start), end: int32(i), class: number | clock | word})
	case w.isNumber && !w.mixed:
		known := s.guard.words[string(lower)].id // "layer 8"
		c := number | word
		if i < len(s.text) && s.text[i] == '%' {
			c |= percent
			s.pos++
		}
		s.tokens = append(s.tokens, token{start: int32(start), end: int32(s.pos), id: known, class: c})
	case w.mixed && !isAbbreviation(lower):
		s.tokens = append(s.tokens, token{start: int32(start), end: int32(i), class: code})
	default:
		s.split(start, i, lower)
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
