package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tidy is what every line goes through before it is kept: no space around it. Nothing within
// it is touched.
func Tidy(s string) string { return strings.TrimSpace(s) }

// Capital returns the words with a capital first letter, of any script.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// CutRunes returns at most the first n letters.
func CutRunes(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n])
}
