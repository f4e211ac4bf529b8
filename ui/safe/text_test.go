package safe

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// hostile are payloads that terminals, or readers, have been caught with. Every one must come out harmless.
var hostile = []struct{ name, text string }{
	{"title", "a\x1b]0;PWNED\ab"}, {"title st", "a\x1b]2;PWNED\x1b\\b"}, {"palette", "\x1b]4;1;?\a"},
	{"folder", "\x1b]7;file:///etc\a"}, {"link file", "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\"},
	{"notify", "\x1b]9;hi\a"}, {"colour query", "\x1b]11;?\a"}, {"clipboard", "\x1b]52;c;UFdORUQ=\a"},
	{"clipboard c1", "\u009d52;c;UFdORUQ=\u009c"}, {"clipboard raw c1", "\x9d52;c;UFdORUQ=\x9c"},
	{"semantic", "\x1b]133;A\a"}, {"notify 777", "\x1b]777;notify;a;b\a"}, {"iterm file", "\x1b]1337;File=inline=1:AA==\a"},
	{"unterminated osc", "\x1b]8;;http://x"}, {"unterminated dcs", "\x1bPabc"},
	{"colour", "\x1b[31mred"}, {"conceal", "\x1b[8mhidden\x1b[0m"}, {"reverse", "\x1b[7m"},
	{"cursor", "\x1b[2A\x1b[10D"}, {"erase", "\x1b[2J\x1b[3J"}, {"alt screen", "\x1b[?1049h"}, {"mouse", "\x1b[?1003h"},
	{"cursor query", "\x1b[6n"}, {"title query", "\x1b[21t"}, {"attributes", "\x1b[c"}, {"insert", "\x1b[4h"},
	{"c1 csi", "\u009b2J"}, {"raw c1 csi", "\x9b2J"}, {"reset", "\x1bc"}, {"align", "\x1b#8"}, {"charset", "\x1b(0"},
	{"screen title", "\x1bkPWNED\x1b\\"}, {"decrqss", "\x1bP$q\"p\x1b\\"}, {"xtgettcap", "\x1bP+q544e\x1b\\"},
	{"sixel", "\x1bPq#0\x1b\\"}, {"decudk", "\x1bP0;1|17/6c73\x1b\\"}, {"apc", "\x1b_TITLE\x1b\\"}, {"pm", "\x1b^x\x1b\\"},
	{"sos", "\x1bXx\x1b\\"}, {"tmux", "\x1bPtmux;\x1b\x1b]52;c;AA==\a\x1b\\"}, {"kitty", "\x1b_Gf=100;AAAA\x1b\\"},
	{"bell", "a\ab"}, {"backspace", "abc\b\b\bxyz"}, {"return", "safe\rEVIL"}, {"crlf", "a\r\nb"}, {"vt", "a\vb"}, {"ff", "a\fb"},
	{"nul", "a\x00b"}, {"enq", "\x05"}, {"xoff", "\x13"}, {"so si", "\x0eabc\x0f"}, {"del", "a\x7fb"}, {"can", "\x18"}, {"sub", "\x1a"},
	{"nel", "a\u0085b"}, {"line separator", "a\u2028b"}, {"paragraph separator", "a\u2029b"},
	{"invalid", "\xff\xfe"}, {"overlong", "\xc0\x9b2J"}, {"surrogate", "\xed\xa0\x80"}, {"half", "\xe2\x82"},
	{"rlo", "user\u202egnp.exe"}, {"lri", "\u2066a\u2069"}, {"rli", "\u2067a\u2069"}, {"lrm", "a\u200eb"}, {"alm", "a\u061cb"},
	{"zwsp", "a\u200bb"}, {"zwnj", "a\u200cb"}, {"wj", "a\u2060b"}, {"bom", "\ufeffa"}, {"soft hyphen", "a\u00adb"},
	{"tags", "a\U000e0041\U000e0042\U000e007f"}, {"vs1", "a\ufe00b"}, {"vs17", "a\U000e0100b"}, {"vs on a letter", "a\ufe0fb"},
	{"mongolian vs", "\u180b"}, {"hangul filler", "a\u3164b"}, {"jamo filler", "\u115f\u1160"}, {"half filler", "\uffa0"},
	{"annotation", "\ufff9a\ufffab\ufffb"}, {"grapheme joiner", "a\u034fb"}, {"noncharacter", "\ufffe\U0001ffff"},
	{"zalgo", "e" + strings.Repeat("\u0301", 300)}, {"mark first", "\u0301a"}, {"zwj after a letter", "a\u200db"},
	{"zwj chain", strings.Repeat("👨\u200d", 500)}, {"jamo chain", strings.Repeat("\u1100", 500)}, {"prepend chain", strings.Repeat("\u0d4e", 500)},
	{"virama chain", strings.Repeat("\u0915\u094d", 500)}, {"tab", "a\tb"},
}

// forbidden says, in words of its own, what may not be drawn.
func forbidden(r rune) bool {
	if r == '\u200d' || r == 0xfe0e || r == 0xfe0f {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) ||
		unicode.Is(unicode.Variation_Selector, r) || r >= 0xe0000 && r <= 0xe0fff ||
		r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0
}

// checkRow fails unless s may be drawn as one row.
func checkRow(t interface{ Errorf(string, ...any) }, s string) {
	if !utf8.ValidString(s) {
		t.Errorf("%.90q is not valid UTF-8", s)
	}
	marks := 0
	for _, r := range s {
		if forbidden(r) {
			t.Errorf("%.90q holds %U", s, r)
		}
		if unicode.IsMark(r) {
			marks++
		} else {
			marks = 0
		}
		if marks > maxMarks {
			t.Errorf("%.90q has more than %d marks on a character", s, maxMarks)
		}
	}
	for rest := s; rest != ""; {
		n, _ := Cluster(rest)
		if utf8.RuneCountInString(rest[:n]) > maxRunes {
			t.Errorf("%.90q has a cluster of more than %d runes", s, maxRunes)
		}
		rest = rest[n:]
	}
	if w := ansi.StringWidth(s); Width(Text(s)) != w {
		t.Errorf("width of %.90q: got %d, want %d", s, Width(Text(s)), w)
	}
}

func TestHostileTextComesOutHarmlessInEveryForm(t *testing.T) {
	for _, c := range hostile {
		for _, s := range []string{c.text, "x" + c.text + "y", c.text + c.text, c.text + "\n" + c.text} {
			line := string(Line(s))
			checkRow(t, line)
			if line == s && s == c.text {
				t.Errorf("%s: %.90q came out unchanged", c.name, s)
			}
			if again := string(Line(line)); again != line && len(line) <= Limit {
				t.Errorf("%s: cleaning twice gives %.90q, once %.90q", c.name, again, line)
			}
			for _, width := range []int{1, 2, 7, 80} {
				for _, row := range Lines(s, width) {
					checkRow(t, string(row))
					if Width(row) > width {
						t.Errorf("%s: row %.90q is wider than %d", c.name, row, width)
					}
				}
			}
			for row := range strings.SplitSeq(Terminal(s), "\n") {
				checkRow(t, row)
			}
		}
	}
}

func TestLineShowsWhatItReplaces(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"}, {"Grüße, 日本 👍🏽", "Grüße, 日本 👍🏽"},
		{"👨‍👩‍👧‍👦 ❤️ #️⃣ 1️⃣", "👨‍👩‍👧‍👦 ❤️ #️⃣ 1️⃣"},
		{"a\x1b[2Jb", "a␛[2Jb"}, {"a\x00\a\x7f", "a␀␇␡"}, {"a\nb", "a⏎b"}, {"a\r\nb", "a⏎b"}, {"a\rb", "a⏎b"},
		{"a\u2028b\u0085c", "a⏎b⏎c"}, {"a\tb", "a    b"}, {"\xff", "�"}, {"\u009b2J", "�2J"}, {"a\u202eb", "a�b"},
		{"\u0301a", "◌\u0301a"}, {"e\u0301", "e\u0301"}, {"e\u0301\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301�"},
	} {
		if got := Line(c.in); string(got) != c.want {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestLongLineIsFoldedWithItsSizeSaid(t *testing.T) {
	got := string(Line(strings.Repeat("日", 20_000)))
	if !strings.HasSuffix(got, "日 » 55 KiB more") {
		t.Errorf("got the end %q", got[len(got)-40:])
	}
	if len(got) > Limit+40 {
		t.Errorf("got %d bytes", len(got))
	}
}

func TestLinesWrapAtSpacesAndKeepIndentAndEmptyRows(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"abcdefghij", 4, "abcd|efgh|ij"},
		{"a\n\nb", 10, "a||b"},
		{"a\r\nb\u2028c", 10, "a|b|c"},
		{"  - point one goes on", 12, "  - point|one goes on"},
		{"日本語", 4, "日本|語"},
		{"a 日", 1, "a|»"},
		{"word" + strings.Repeat(" ", 20) + "next", 6, "word|next"},
		{"exact fit", 9, "exact fit"},
	} {
		var rows []string
		for _, row := range Lines(c.in, c.width) {
			rows = append(rows, string(row))
		}
		if got := strings.Join(rows, "|"); got != c.want {
			t.Errorf("Lines(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestCutMarksWhereTextGoesOn(t *testing.T) {
	for _, c := range []struct {
		in    Text
		width int
		want  Text
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "ab»"}, {"abc", 0, ""}, {"abc", -1, ""}, {"abc", 1, "»"},
		{"日本", 4, "日本"}, {"日本", 3, "日»"}, {"日本", 2, "»"}, {"é́x", 2, "é́x"}, {"", 5, ""},
	} {
		if got := Cut(c.in, c.width); got != c.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestAnyTextFitsAnyWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		width := rapid.IntRange(1, 200).Draw(t, "width")
		checkRow(t, string(Line(s)))
		if got := Width(Cut(Line(s), width)); got > width {
			t.Errorf("Cut is %d cells wide, want at most %d", got, width)
		}
		for _, row := range Lines(s, width) {
			checkRow(t, string(row))
			if Width(row) > width {
				t.Errorf("row %.90q is %d cells wide, want at most %d", row, Width(row), width)
			}
		}
	})
}

func TestWrappingLosesNoWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zé日]{1,12}`), 1, 30).Draw(t, "words")
		width := rapid.IntRange(2, 60).Draw(t, "width")
		var got strings.Builder
		for _, row := range Lines(strings.Join(words, " "), width) {
			got.WriteString(strings.ReplaceAll(string(row), " ", ""))
		}
		if want := strings.Join(words, ""); got.String() != want {
			t.Errorf("got %q, want %q", got.String(), want)
		}
	})
}

func TestCleanTextIsNotCopied(t *testing.T) {
	for _, s := range []string{"Checkout pool lowered from 200 to 120", "Größe geändert"} {
		if n := testing.AllocsPerRun(100, func() { Line(s) }); n != 0 {
			t.Errorf("Line(%q) allocates %v times", s, n)
		}
	}
}

// The limit is a hundred times what was measured, so that only work that grows with the square of the text fails.
func TestHugeHostileTextTakesLittleTime(t *testing.T) {
	for _, unit := range []string{"\u0301", "👨\u200d", "\u1100", "\x1b]8;;", "\x1b[", "a ", "\n", "\u0d4e", "\x1b[1m", "\xff"} {
		s := strings.Repeat(unit, (1<<20)/len(unit))
		begin := time.Now()
		Line(s)
		Lines(s, 80)
		Terminal(s)
		Styled(s)
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("1 MiB of %q took %v", unit, took)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, c := range hostile {
		f.Add(c.text, 10)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 1 + (width%200+200)%200
		checkRow(t, string(Line(s)))
		checkRow(t, string(Cut(Line(s), width)))
		for _, row := range Lines(s, width) {
			checkRow(t, string(row))
			if Width(row) > width {
				t.Errorf("row %.90q is wider than %d", row, width)
			}
		}
		for row := range strings.SplitSeq(Terminal(s), "\n") {
			checkRow(t, row)
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": "Checkout pool lowered from 200 to 120", "accents": "Größe der Änderung über café", "hostile": "a\x1b[2Jb\u202ec",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Line(s)
			}
		})
	}
}
