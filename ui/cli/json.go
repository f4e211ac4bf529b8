package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"debrief/ui/safe"
)

// printJSON writes a value as indented JSON.
func (r *run) printJSON(value any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // people read it too
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return r.printBytes(harmless(b.Bytes()))
}

func (r *run) printBytes(b []byte) error {
	if _, err := r.Out.Write(b); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

// harmless returns a JSON document that says the same and holds nothing that acts on a terminal
// or hides from the eye: such characters stand as \u escapes, which a reader turns back. So an
// export stays lossless on its way through a terminal.
func harmless(document []byte) []byte {
	if isClean(document) {
		return document
	}
	escaped := escape(document, func(r rune) bool { return safe.Terminal(string(r)) != string(r) })
	if isClean(escaped) {
		return escaped
	}
	return escape(document, func(rune) bool { return true }) // heaps of marks, which only together are too many
}

func isClean(document []byte) bool {
	return safe.Terminal(string(document)) == string(document)
}

// escape writes the characters outside ASCII that are not allowed as \u escapes. Within ASCII
// only DEL is left as it is by the encoder and not by a terminal.
func escape(document []byte, not func(rune) bool) []byte {
	out := make([]byte, 0, len(document)+len(document)/8)
	for len(document) > 0 {
		r, size := utf8.DecodeRune(document)
		switch {
		case r == 0x7f, r >= utf8.RuneSelf && not(r):
			out = appendEscape(out, r)
		default:
			out = append(out, document[:size]...)
		}
		document = document[size:]
	}
	return out
}

func appendEscape(out []byte, r rune) []byte {
	if r > 0xffff { // JSON has four digits, so two halves stand for one
		r -= 0x10000
		return fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}

// readAll reads a file, or stdin for "-", and refuses what is larger than limit.
func readAll(in io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, wrong("the file has more than %d MiB and is no export", limit>>20)
	}
	return b, err
}
