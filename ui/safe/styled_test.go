package safe

import (
	"regexp"
	"strings"
	"testing"
)

// allowedEscapes is the whole of what Styled may write.
func allowedEscapes() *regexp.Regexp {
	return regexp.MustCompile("\x1b\\[[0-9;]*m|\x1b\\]8;;(?i:https?://|mailto:)[!-~]+\x1b\\\\|\x1b\\]8;;\x1b\\\\")
}

// checkStyled fails if anything but allowed escapes, print and line feeds is in s, or a row leaves a style open.
func checkStyled(t *testing.T, s string) {
	t.Helper()
	for row := range strings.SplitSeq(s, "\n") {
		escapes := allowedEscapes().FindAllString(row, -1)
		styled, linked := false, false
		for _, e := range escapes {
			switch {
			case e == allOff:
				styled = false
			case e == linkOpen+linkEnd:
				linked = false
			case strings.HasPrefix(e, linkOpen):
				linked = true
			default:
				styled = true
				for code := range strings.SplitSeq(strings.TrimSuffix(e[2:], "m"), ";") {
					if (code == "8" || code == "5" || code == "6") && !strings.Contains(e, "8;5;") && !strings.Contains(e, "8;2;") {
						t.Errorf("%q conceals or blinks", e)
					}
				}
			}
		}
		if styled || linked {
			t.Errorf("row %.90q leaves a style or a link open", row)
		}
		// Dropped link escapes let two pieces of text meet, so marks are only counted within a piece.
		for _, piece := range allowedEscapes().Split(row, -1) {
			for _, r := range piece {
				if forbidden(r) {
					t.Errorf("%.90q holds %U", s, r)
				}
			}
		}
	}
}

func TestStyledKeepsColoursAndGoodLinksOnly(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "a\nb", "a\nb"},
		{"colour", "\x1b[1;38;5;39mhi\x1b[0m", "\x1b[1;38;5;39mhi\x1b[m"},
		{"true colour", "\x1b[38;2;1;2;3mhi\x1b[m", "\x1b[38;2;1;2;3mhi\x1b[m"},
		{"colour out of range", "\x1b[38;5;999mhi", "hi"},
		{"conceal goes, bold stays", "\x1b[1;8mhi\x1b[m", "\x1b[1mhi\x1b[m"},
		{"blink goes", "\x1b[5mhi", "hi"},
		{"left open", "\x1b[31mhi", "\x1b[31mhi\x1b[m"},
		{"each row stands alone", "\x1b[31ma\nb\x1b[m", "\x1b[31ma\x1b[m\n\x1b[31mb\x1b[m"},
		{"link", "\x1b]8;;https://x.y/z\x1b\\t\x1b]8;;\x1b\\", "\x1b]8;;https://x.y/z\x1b\\t\x1b]8;;\x1b\\"},
		{"link ended by bell", "\x1b]8;id=1;HTTP://x\at\x1b]8;;\a", "\x1b]8;;HTTP://x\x1b\\t\x1b]8;;\x1b\\"},
		{"mail", "\x1b]8;;mailto:a@b\at\x1b]8;;\a", "\x1b]8;;mailto:a@b\x1b\\t\x1b]8;;\x1b\\"},
		{"file link", "\x1b]8;;file:///etc\at\x1b]8;;\a", "t"},
		{"javascript link", "\x1b]8;;JaVaScRiPt:alert(1)\at\x1b]8;;\a", "t"},
		{"link left open", "\x1b]8;;http://x\at", "\x1b]8;;http://x\x1b\\t\x1b]8;;\x1b\\"},
		{"link without an end", "\x1b]8;;http://x", "␛]8;;http://x"},
		{"control in a link", "\x1b]8;;http://x\x01y\at", "␛]8;;http://x␁y␇t"},
		{"clipboard", "\x1b]52;c;AA==\a", "␛]52;c;AA==␇"},
		{"cursor", "\x1b[2Jx", "␛[2Jx"},
		{"private", "\x1b[?25lx", "␛[?25lx"},
		{"escape at the end", "x\x1b", "x␛"},
		{"escape in an escape", "\x1b[\x1b[31m", "␛[\x1b[31m\x1b[m"},
	} {
		got := Styled(c.in)
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		checkStyled(t, got)
	}
}

func TestStyledLetsNoHostileTextThrough(t *testing.T) {
	for _, c := range hostile {
		for _, s := range []string{c.text, "\x1b[31m" + c.text + "\x1b[0m", "\x1b]8;;" + c.text + "\a", "\x1b[" + c.text + "m"} {
			checkStyled(t, Styled(s))
		}
	}
}

func FuzzStyled(f *testing.F) {
	for _, c := range hostile {
		f.Add(c.text)
	}
	f.Add("\x1b[1;38;2;1;2;3mhi\x1b]8;;https://x\x1b\\y\n\x1b]8;;")
	f.Fuzz(func(t *testing.T, s string) {
		once := Styled(s)
		checkStyled(t, once)
		checkStyled(t, Styled(once))
	})
}
