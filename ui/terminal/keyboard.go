package terminal

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"unicode/utf8"
)

// The marks round a paste.
const (
	pasteBegins = "\x1b[200~"
	pasteEnds   = "\x1b[201~"
)

// device is what the screen's library asks of a terminal that it reads from.
type device interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// Keyboard is the input, with an unfinished escape sequence inside a paste made text. The library
// looks for the end of such a sequence behind the mark that ends the paste, and takes all later
// keys, ctrl+c too, for pasted text (measured with an open OSC, DCS or APC string and with the
// beginning of a mouse report). Most terminals take escapes out of what they paste; tmux does not.
func Keyboard(in io.Reader) io.Reader {
	d, ok := in.(device)
	if !ok || runtime.GOOS == "windows" { // there the console is asked for keys, not for bytes
		return in
	}
	return &keyboard{device: d}
}

// keyboard is a device of which only reading is different.
type keyboard struct {
	device
	pasting bool
	mark    int    // of the mark that begins a paste: the bytes that were read
	held    []byte // in a paste: the beginning of an escape sequence, until its next byte is there
	within  int    // in a paste: the bytes that the letter still lacks
}

// Read reads no more than what fits when every byte of it has become a sign of three bytes: what
// were left over would wait for the next key.
func (k *keyboard) Read(p []byte) (int, error) {
	room := (len(p) - len(pasteEnds)) / utf8.UTFMax
	if room <= 0 {
		return 0, io.ErrShortBuffer
	}
	read := make([]byte, room)
	n, err := k.device.Read(read)
	return copy(p, k.pass(read[:n])), err
}

// pass returns what the library gets for the bytes.
func (k *keyboard) pass(read []byte) []byte {
	if !k.pasting && k.mark == 0 && bytes.IndexByte(read, pasteBegins[0]) < 0 {
		return read
	}
	var out []byte
	for _, b := range read {
		if k.pasting {
			out = k.pasted(out, b)
			continue
		}
		out = append(out, b)
		switch {
		case b == pasteBegins[k.mark]:
			k.mark++
		case b == pasteBegins[0]:
			k.mark = 1
		default:
			k.mark = 0
		}
		if k.mark == len(pasteBegins) {
			k.pasting, k.mark, k.within = true, 0, 0
		}
	}
	return out
}

// pasted adds a byte of a paste, or holds it back while it may belong to the mark at the end.
func (k *keyboard) pasted(out []byte, b byte) []byte {
	if n := len(k.held); b == pasteEnds[n] {
		if k.held = append(k.held, b); n+1 == len(pasteEnds) {
			out, k.held, k.pasting = append(out, k.held...), nil, false
		}
		return out
	}
	if len(k.held) > 0 {
		if opens(string(k.held[1:]) + string(rune(b))) {
			out = append(out, "␛"...)
			k.held = k.held[1:]
		}
		out, k.held = append(out, k.held...), nil
		if b == pasteEnds[0] {
			k.held = append(k.held, b)
			return out
		}
	}
	return k.letter(out, b)
}

// opens tells that what follows an escape begins a sequence of any length: a string that has an
// end of its own, or the report of a mouse, whose bytes may be anything.
func opens(rest string) bool {
	return rest == "[M" || len(rest) == 1 && strings.Contains("]P_X^", rest)
}

// letter adds a byte that is no escape. A byte that continues no letter can begin a sequence too.
func (k *keyboard) letter(out []byte, b byte) []byte {
	switch {
	case b >= 0xf0:
		k.within = 3
	case b >= 0xe0:
		k.within = 2
	case b >= 0xc0:
		k.within = 1
	case b < 0x80:
		k.within = 0
	case k.within > 0:
		k.within--
	default:
		return append(out, "\uFFFD"...)
	}
	return append(out, b)
}
