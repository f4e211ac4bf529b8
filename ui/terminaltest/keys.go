package terminaltest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// named are the keys that send the same bytes on every terminal we imitate.
var named = map[string]string{ // constant table
	"enter": "\r", "tab": "\t", "backspace": "\x7f", "space": " ",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "insert": "\x1b[2~", "delete": "\x1b[3~",
	"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "pgdn": "\x1b[6~",
	"shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B",
	"shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
}

// encode gives the bytes that a terminal sends for a key. A key is one
// character, or a name as Bubble Tea writes it (upper and lower case are the
// same): "enter", "shift+tab", "ctrl+z", "alt+b". With kitty set, keys that old
// terminals cannot tell apart are sent in the kitty protocol, as the program
// has asked for: Esc is then never the beginning of something else.
func encode(key string, kitty bool) ([]byte, error) {
	if utf8.RuneCountInString(key) == 1 {
		return []byte(key), nil
	}
	name := strings.ToLower(key)
	if seq, ok := named[name]; ok {
		return []byte(seq), nil
	}
	modifier, rest, found := strings.Cut(name, "+")
	if modifier == "alt" && utf8.RuneCountInString(rest) == 1 {
		rest = key[len("alt+"):] // alt+U is not alt+u
	}
	switch {
	case name == "esc" && kitty:
		return []byte("\x1b[27u"), nil
	case name == "esc":
		return []byte("\x1b"), nil
	case name == "shift+tab" && kitty:
		return []byte("\x1b[9;2u"), nil
	case name == "shift+tab":
		return []byte("\x1b[Z"), nil
	case found && modifier == "ctrl" && len(rest) == 1 && rest[0] >= 'a' && rest[0] <= 'z':
		if kitty {
			return fmt.Appendf(nil, "\x1b[%d;5u", rest[0]), nil
		}
		return []byte{rest[0] & 0x1f}, nil
	case found && modifier == "alt" && rest == "backspace":
		if kitty {
			return []byte("\x1b[127;3u"), nil
		}
		return []byte("\x1b\x7f"), nil
	case found && modifier == "alt" && utf8.RuneCountInString(rest) == 1:
		r, _ := utf8.DecodeRuneInString(rest)
		switch {
		case !kitty:
			return append([]byte{0x1b}, rest...), nil
		case r >= 'A' && r <= 'Z': // the key is the small letter, with shift
			return fmt.Appendf(nil, "\x1b[%d;4u", r+'a'-'A'), nil
		}
		return fmt.Appendf(nil, "\x1b[%d;3u", r), nil
	}
	return nil, fmt.Errorf("there is no key named %q", key)
}
