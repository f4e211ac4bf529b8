package terminaltest

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Allowed is what a program may write beside what every Bubble Tea program
// writes. The zero value allows no title, no clipboard and no link.
type Allowed struct {
	// Titles are the window titles that may be set; the empty title is always
	// allowed. A title that holds people's text must be listed as it is
	// expected, so that a control character in it is found.
	Titles []string
	// Clipboard lets the program write the clipboard (OSC 52). Reading it is
	// never allowed: its answer arrives as typed text.
	Clipboard bool
	// Links lets through hyperlinks (OSC 8) to http, https and mailto.
	Links bool

	// frame allows only what may stand in a row of a view: text and colour.
	frame bool
}

// modes that Bubble Tea sets and resets: wrapping, cursor, mouse, focus,
// alternate screen, bracketed paste, whole frames, grapheme widths; asking for
// them is allowed too.
var modes = map[int]bool{ // constant table
	7: true, 25: true, 1002: true, 1003: true, 1004: true, 1006: true,
	1049: true, 2004: true, 2026: true, 2027: true,
}

// Strange names, a sentence each, every byte sequence in the stream that a
// person's terminal must not get from us. What is allowed is listed; all else
// is strange: whatever can move a window, ask a question whose answer arrives
// as typed text, write the clipboard, hide text or turn its direction.
//
// It has a scanner of its own, after ECMA-48, so that it does not share a
// mistake with the libraries it watches.
func Strange(stream []byte, allow Allowed) []string {
	var found []string
	for len(stream) > 0 {
		n, what := next(stream, allow)
		if what != "" {
			found = append(found, fmt.Sprintf("%s: %q", what, stream[:min(n, 80)]))
		}
		stream = stream[n:]
	}
	return found
}

// next judges what stands at the beginning of b: its length and, unless it is
// allowed, what it is.
func next(b []byte, allow Allowed) (n int, what string) {
	switch c := b[0]; {
	case c == 0x1b:
		return escape(b, allow)
	case c == '\n' || c == '\r' || c == '\t' || c == '\b':
		if allow.frame {
			return 1, "a control character in a row"
		}
		return 1, ""
	case c < 0x20 || c == 0x7f:
		return 1, "a control character"
	}
	r, n := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && n == 1:
		return 1, "a byte that is not UTF-8"
	case r >= 0x80 && r <= 0x9f:
		return n, "a C1 control character"
	case r == 0x2028 || r == 0x2029:
		return n, "a line separator"
	case r >= 0xe0000 && r <= 0xe0fff, r >= 0xfe00 && r <= 0xfe0d:
		return n, "a tag or a rare variation selector"
	case r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0:
		return n, "an invisible Hangul filler"
	case unicode.Is(unicode.Cf, r) && r != 0x200d:
		return n, "an invisible or direction-turning character"
	}
	return n, ""
}

// escape judges a sequence that begins with ESC.
func escape(b []byte, allow Allowed) (n int, what string) {
	if len(b) < 2 {
		return 1, "an escape without an end"
	}
	switch b[1] {
	case '[':
		return csi(b, allow)
	case ']':
		n, body, ok := body(b)
		if !ok {
			return n, "an OSC string without an end"
		}
		return n, osc(body, allow)
	case 'P', '_', '^', 'X', 'k':
		n, _, _ := body(b)
		return n, map[byte]string{'P': "a DCS string", '_': "an APC string", '^': "a PM string",
			'X': "an SOS string", 'k': "a title string of screen"}[b[1]]
	case 'M', '7', '8', '=', '>': // reverse index, save, restore, keypad
		if !allow.frame {
			return 2, ""
		}
	}
	// Intermediate bytes, then the final one: character sets and the like.
	n = 1
	for n < len(b) && b[n] >= 0x20 && b[n] <= 0x2f {
		n++
	}
	return min(n+1, len(b)), "an escape sequence that we never need"
}

// body finds the end of a string sequence: BEL or ESC \.
func body(b []byte) (n int, body []byte, ok bool) {
	for i := 2; i < len(b); i++ {
		switch {
		case b[i] == 0x07:
			return i + 1, b[2:i], true
		case b[i] == 0x1b && i+1 < len(b) && b[i+1] == '\\':
			return i + 2, b[2:i], true
		case b[i] == 0x1b || b[i] == 0x18 || b[i] == 0x1a:
			return i, b[2:i], false
		}
	}
	return len(b), b[2:], false
}

// csi judges a control sequence.
func csi(b []byte, allow Allowed) (n int, what string) {
	n = 2
	for n < len(b) && b[n] >= 0x20 && b[n] <= 0x3f {
		n++
	}
	if n == len(b) || b[n] < 0x40 || b[n] > 0x7e {
		return n, "a control sequence without an end"
	}
	params, final := string(b[2:n]), b[n]
	n++
	var prefix byte
	if params != "" && params[0] >= '<' && params[0] <= '?' {
		prefix, params = params[0], params[1:]
	}
	middle := strings.TrimLeft(params, "0123456789;:")
	params = strings.TrimSuffix(params, middle)
	form := string(final)
	if prefix != 0 {
		form = string(prefix) + form
	}
	form = strings.TrimSuffix(form, string(final)) + middle + string(final)

	if form == "m" {
		if conceals(params) {
			return n, "concealed text"
		}
		return n, ""
	}
	if allow.frame {
		return n, "a control sequence other than colour in a row"
	}
	switch form {
	case "A", "B", "C", "D", "E", "F", "G", "H", "I", "Z", "`", "a", "d", "e", "f", // cursor
		"J", "K", "X", "P", "@", "L", "M", "S", "T", "b", "r", // erase, insert, delete, scroll, repeat
		" q",                   // shape of the cursor
		">m",                   // modifyOtherKeys
		">u", "<u", "=u", "?u", // kitty keyboard
		"?W": // tab stops every eight
		return n, ""
	case "t": // the title onto the terminal's stack and back; other numbers move the window or ask
		if params == "22;0" || params == "23;0" {
			return n, ""
		}
	case "h", "l": // insert mode only
		if params == "4" {
			return n, ""
		}
	case "?h", "?l", "?$p":
		if knownModes(params) {
			return n, ""
		}
	}
	return n, "a control sequence that we never need"
}

func knownModes(params string) bool {
	for p := range strings.SplitSeq(params, ";") {
		mode, err := strconv.Atoi(p)
		if err != nil || !modes[mode] {
			return false
		}
	}
	return true
}

// conceals reports whether a colour sequence hides text (parameter 8), minding
// that 8 is also a number of a colour.
func conceals(params string) bool {
	list := strings.Split(params, ";")
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case "8":
			return true
		case "38", "48", "58":
			if i+1 < len(list) && list[i+1] == "5" {
				i += 2
			} else if i+1 < len(list) && list[i+1] == "2" {
				i += 4
			}
		}
	}
	return false
}

// osc judges the body of an operating system command.
func osc(body []byte, allow Allowed) string {
	if bytes.ContainsFunc(body, unicode.IsControl) || !utf8.Valid(body) {
		return "an OSC string that holds control characters"
	}
	command, rest, _ := strings.Cut(string(body), ";")
	if command == "8" {
		_, url, _ := strings.Cut(rest, ";")
		if allow.Links && (url == "" || hasScheme(url, "http://", "https://", "mailto:")) {
			return ""
		}
		return "a hyperlink"
	}
	if allow.frame {
		return "an OSC string in a row"
	}
	switch command {
	case "0", "2":
		if rest == "" || slices.Contains(allow.Titles, rest) {
			return ""
		}
		return "a window title that nobody expects"
	case "10", "11", "12": // ask for the terminal's colours, or set them
		return ""
	case "110", "111", "112":
		return ""
	case "52":
		_, text, _ := strings.Cut(rest, ";")
		switch {
		case text == "?":
			return "a question for the clipboard"
		case allow.Clipboard:
			return ""
		}
		return "a write to the clipboard"
	}
	return "an OSC string that we never need"
}

func hasScheme(url string, schemes ...string) bool {
	return slices.ContainsFunc(schemes, func(s string) bool {
		return strings.HasPrefix(strings.ToLower(url), s)
	})
}

// CheckSequences fails the test for everything [Strange] that the program has
// written since it started.
func (p *Program) CheckSequences(t testing.TB, allow Allowed) {
	t.Helper()
	for _, what := range Strange(p.Output(), allow) {
		t.Errorf("the program wrote %s", what)
	}
}
