package invitation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foreign is a text that people typed or imported, as it may stand within a line that is pasted
// into a mail or a chat: one line, nothing in it that cannot be seen, and nothing that a chat
// takes for an order. It stays plain text that a person can read.
//
// "@everyone" and "@ana" call people: the sign stands apart, "@ everyone". The @ of a mail address
// stays; in a web address it is written as %40. "<!channel>" calls a channel, and
// "[status](https://…)" hides where a link leads: a space parts both.
func foreign(s string) string {
	words := strings.Fields(s)
	for i, word := range words {
		words[i] = harmless(visible(word))
	}
	return strings.Join(words, " ")
}

// visible replaces what no eye sees or what acts on the text around it, so that it is not lost
// without a trace. The joiners of pictures and of Arabic and Indian scripts stay.
func visible(word string) string {
	return strings.Map(func(r rune) rune {
		const hangulFiller, joiner, nonJoiner = '\u3164', '\u200d', '\u200c'
		switch {
		case r == joiner, r == nonJoiner:
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == hangulFiller:
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(word, string(utf8.RuneError)))
}

func harmless(word string) string {
	address := strings.Index(word, "://")
	if address < 0 {
		address = len(word)
	}
	var b strings.Builder
	before := rune(0)
	for i, r := range word {
		switch {
		case r == '@' && i > address:
			b.WriteString("%40")
			continue
		case r == '!' && before == '<', r == '(' && before == ']':
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		if r == '@' && !inMailAddress(before) && i+1 < len(word) {
			b.WriteByte(' ')
		}
		before = r
	}
	return b.String()
}

// inMailAddress tells that an @ behind this character belongs to the address of a mail.
func inMailAddress(before rune) bool {
	return unicode.IsLetter(before) || unicode.IsDigit(before) || strings.ContainsRune("._-+", before)
}

// cut is the beginning of a text, up to a word.
func cut(s string, runes int) string {
	if utf8.RuneCountInString(s) <= runes {
		return s
	}
	s = string([]rune(s)[:runes])
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:.") + " …"
}
