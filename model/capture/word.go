package capture

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a stretch without space; a `code` span belongs to the word that it touches, with the
// spaces in it.
type word struct {
	start, end int
	use        use
	code       bool // holds a code span
	literal    bool // nothing in it has a meaning: it follows a \, or is part of a reason
}

// use is what became of a word.
type use int

const (
	asText use = iota
	asToken
	asKept // a token that stays in the text
)

// split parts text from byte from on into words.
func split(text string, from int) []word {
	words := make([]word, 0, 8+(len(text)-from)/5)
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		w := word{start: i}
		for i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				break
			}
			i += n
			if r != '`' {
				continue
			}
			if span := strings.IndexAny(text[i:], "`\n"); span > 0 && text[i+span] == '`' {
				i += span + 1
				w.code = true
			} else if span == 0 && text[i] == '`' {
				i++ // two of them hold nothing
			}
		}
		w.end = i
		words = append(words, w)
	}
	return words
}

// number reads s, all digits, no more than four of them; -1 where it is anything else.
func number(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

func digits(n int) string { return strconv.Itoa(n) }
