package widget

import (
	"strings"
	"unicode/utf8"
)

// The text input takes line breaks and tabs for spaces and drops U+FFFD and every control. So that nothing typed,
// pasted or stored is lost on the way, line breaks, tabs and U+FFFD stand in it as code points that it leaves alone.
const (
	standInBreak   = '\u2028' // a space for the input, so that its word keys stop there
	standInTab     = '\u2029'
	standInUnknown = '\ufdd0' // never a character
)

// clean is text as it may stand in a line: every kind of line break is a line feed, and a control that nobody can see
// becomes its picture (ESC is ␛).
func clean(text string) string {
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '\n'
		case r < ' ':
			return 0x2400 + r
		case r == 0x7f:
			return '␡'
		case r > 0x7f && r < 0xa0, r == standInUnknown:
			return utf8.RuneError
		}
		return r
	}, text)
}

// encode is clean text as the input may hold it; decode takes it back.
func encode(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n':
			return standInBreak
		case '\t':
			return standInTab
		case utf8.RuneError:
			return standInUnknown
		}
		return r
	}, text)
}

func decode(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case standInBreak:
			return '\n'
		case standInTab:
			return '\t'
		case standInUnknown:
			return utf8.RuneError
		}
		return r
	}, text)
}
