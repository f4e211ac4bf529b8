package terminal

import (
	"io"
	"strings"
	"testing"
)

// typist is a terminal that hands over its bytes a piece a Read.
type typist struct{ pieces []string }

func (t *typist) Read(p []byte) (int, error) {
	if len(t.pieces) == 0 {
		return 0, io.EOF
	}
	n := copy(p, t.pieces[0])
	if t.pieces[0] = t.pieces[0][n:]; t.pieces[0] == "" {
		t.pieces = t.pieces[1:]
	}
	return n, nil
}
func (t *typist) Write(p []byte) (int, error) { return len(p), nil }
func (t *typist) Close() error                { return nil }
func (t *typist) Fd() uintptr                 { return 0 }
func (t *typist) Name() string                { return "typist" }

func heard(t *testing.T, pieces ...string) string {
	t.Helper()
	all, err := io.ReadAll(Keyboard(&typist{pieces}))
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// After a paste that ended in the middle of an escape sequence no key did anything any more, and
// ctrl+c was text too.
func TestAnUnfinishedSequenceDoesNotSwallowTheEndOfAPaste(t *testing.T) {
	for sent, want := range map[string]string{
		"":                         "",
		"pool lowered":             "pool lowered",
		"\x1b[31mred\x1b[0m":       "\x1b[31mred\x1b[0m",
		"x\x1b":                    "x\x1b",
		"x\x1b[":                   "x\x1b[",
		"x\x1b[20":                 "x\x1b[20",
		"x\x1b]52;c;":              "x␛]52;c;",
		"x\x1b\x1b]0;":             "x\x1b␛]0;",
		"x\x1bP1$r":                "x␛P1$r",
		"x\x1b_G":                  "x␛_G",
		"x\x1bX^\x1b^":             "x␛X^␛^",
		"x\x1b[M":                  "x␛[M",
		"x\x1b[Mab":                "x␛[Mab",
		"x\x9d0;t":                 "x\uFFFD0;t",
		"Zoë 日本 \U0001F680 \u009d": "Zoë 日本 \U0001F680 \u009d",
	} {
		sent, want = "a"+pasteBegins+sent+pasteEnds+"b\x1b]11;rgb:0/0/0\x1b\\", "a"+pasteBegins+want+pasteEnds+"b\x1b]11;rgb:0/0/0\x1b\\"
		if got := heard(t, sent); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if got := heard(t, strings.Split(sent, "")...); got != want {
			t.Errorf("letter by letter: got %q, want %q", got, want)
		}
		bytewise := make([]string, len(sent))
		for i := range bytewise {
			bytewise[i] = sent[i : i+1]
		}
		if got := heard(t, bytewise...); got != want {
			t.Errorf("byte by byte: got %q, want %q", got, want)
		}
	}
}

func TestWhatIsTypedPassesAsItCame(t *testing.T) {
	for _, keys := range []string{"words", "\x1b", "\x1b[A\x1bOP", "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[<0;1;1M", "\x1b[200", strings.Repeat("é", 5000)} {
		if got := heard(t, keys); got != keys {
			t.Errorf("got %q, want %q", got, keys)
		}
	}
	if in := strings.NewReader("x"); Keyboard(in) != io.Reader(in) {
		t.Error("what is no terminal is read as it is")
	}
}

func FuzzAPasteEndsWhereItsMarkStands(f *testing.F) {
	f.Add("x\x1b]52;c;", 3)
	f.Fuzz(func(t *testing.T, text string, cut int) {
		if strings.Contains(text, pasteEnds) || cut < 0 {
			t.Skip()
		}
		sent := pasteBegins + text + pasteEnds + "\x1b"
		cut %= len(sent)
		got := heard(t, sent[:cut], sent[cut:])
		if !strings.HasSuffix(got, pasteEnds+"\x1b") || strings.Contains(got, "\x1b]") {
			t.Errorf("%q became %q", sent, got)
		}
	})
}
