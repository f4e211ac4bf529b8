package preview

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/theme"
)

func newPage(t testing.TB, markdown string, width int, name string) *Page {
	th, err := theme.Choose(name, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	return New(markdown, width, th)
}

// all are the rows of a text without their styles.
func all(t testing.TB, markdown string, width int) []string {
	rows := slices.Clone(newPage(t, markdown, width, theme.HighContrast).Rows(0, 1<<30))
	for i, row := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(row), " ")
	}
	return rows
}

func TestMarkdownIsDrawnInPlainRows(t *testing.T) {
	const page = `# Checkout errors

A **bold** word and [a link](https://example.org/x).

| When | What |
| --- | --- |
| 14:09 | Pool lowered |

- [ ] Show pool changes
- [x] Alert on lag

> said so

` + "```" + `
14:08 <ben> lag?
` + "```" + `
`
	got := strings.Join(all(t, page, 60), "\n")
	for _, want := range []string{
		"Checkout errors\n\nA bold word", "a link https://example.org/x", "14:09", "|", "[ ] Show pool changes\n[x] Alert on lag", "| said so", "14:08 <ben> lag?",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// payloads are what came through Glamour or through the screen in tests of terminals.
func payloads() []string {
	raw := []string{
		"\x1b]0;PWNED\a", "\x1b]2;PWNED\x1b\\", "\x1b]52;c;UFdORUQ=\a", "\x1b]8;;file:///etc\x1b\\x\x1b]8;;\x1b\\", "\x1b]8;;http://x", "\x1b]9;hi\a",
		"\x1b]11;?\a", "\x1b]133;A\a", "\x1b]1337;File=inline=1:AA==\a", "\x1b[2J", "\x1b[?1049h", "\x1b[6n", "\x1b[21t", "\x1b[8mhidden", "\x1b[5m",
		"\x1bc", "\x1b#8", "\x1b(0", "\x1bkT\x1b\\", "\x1bP$q\"p\x1b\\", "\x1bPq#0\x1b\\", "\x1b_TITLE\x1b\\", "\x1b^x\x1b\\", "\x1bXx\x1b\\",
		"\x1bPtmux;\x1b\x1b]52;c;AA==\a\x1b\\", "\u009b2J", "\u009d52;c;AA==\u009c", "\x9b2J", "\x9d0;x\x9c", "\u0085", "\a", "\b\b\b", "safe\rEVIL",
		"\v", "\f", "\x00", "\x05", "\x0e\x0f", "\x7f", "\xff\xfe", "\u202egnp", "\u2066a\u2069", "\u200e", "\u200b", "\u2060", "\ufeff", "\u00ad",
		"\U000e0041\U000e007f", "\ufe00", "\u3164", "\ufff9a\ufffb", "\u2028", "e" + strings.Repeat("\u0301", 200), strings.Repeat("👨\u200d", 200),
	}
	entities := []string{
		"&#27;]52;c;UFdORUQ=&#7;", "&#x1b;]0;PWNED&#x7;", "&#27;_TITLE&#27;\\", "&#27;\\_TITLE&#27;&#92;", "&#155;2J", "&#x9d;52;c;AA==&#x9c;", "&#x202e;gnp",
		"&#x200b;", "&#8232;", "&#133;", "&#8;&#8;", "&#13;EVIL", "&#127;", "&#0;", "&#xe0041;", "&shy;", "&zwj;&zwnj;&lrm;&rlm;", "&#27;[8m", "&#27;c", "&NewLine;&Tab;",
		"&#27;P+q544e&#27;\\\\", "&#xFEFF;", "&#12644;", "&#27;]8;;file:///etc&#7;x",
	}
	urls := []string{
		"[x](javascript:alert(1))", "[x](JaVaScRiPt&colon;alert(1))", "[x](file:///etc/passwd)", "[x](http://a&#27;]52;c;AA==&#7;b)", "<http://a\x1b]0;x\ab>",
		"![i](http://t/&#x1b;]0;x&#7;)", "[x](http://e.org/\u202egnp)", "[x]: http://a \"&#27;]0;x&#7;\"\n\n[x]", "[x](data:text/html,a)", "<b\x1b[2J>",
	}
	return slices.Concat(raw, entities, urls)
}

// places are where a text may stand in Markdown.
func places() map[string]string {
	return map[string]string{
		"paragraph": "a %s b", "heading": "# a %s b", "list": "- a %s b", "task": "- [ ] a %s b", "quote": "> a %s b", "table": "| h | %[1]s |\n| --- | --- |\n| a %[1]s | b |",
		"fence": "```\n%s\n```", "fence word": "```%s\nx\n```", "code": "a `%s` b", "link text": "[%s](https://example.org)", "link": "[a](https://example.org/%s)",
		"image": "![%s](https://example.org/i.png)", "html": "<div title=\"%s\">a</div>", "emphasis": "**%s** _%[1]s_", "definition": "term %s\n: what %[1]s",
	}
}

// leaks are the escapes and characters in drawn rows that are not allowed.
func leaks(rows []string) []string {
	allowed := regexp.MustCompile("\x1b\\[[0-9;]*m|\x1b\\]8;;(?i:https?://|mailto:)[!-~]+\x1b\\\\|\x1b\\]8;;\x1b\\\\")
	conceal := regexp.MustCompile("\x1b\\[([0-9;]*;)?0*[568]m")
	var found []string
	for _, row := range rows {
		for _, e := range conceal.FindAllString(row, -1) {
			if !strings.Contains(e, "38;") && !strings.Contains(e, "48;") {
				found = append(found, e)
			}
		}
		rest := allowed.ReplaceAllString(row, "")
		if !utf8.ValidString(rest) {
			found = append(found, "invalid UTF-8")
		}
		for _, r := range rest {
			if r == '\u200d' || r == 0xfe0e || r == 0xfe0f {
				continue
			}
			if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector) || r >= 0xe0000 && r <= 0xe0fff || r == 0x3164 {
				found = append(found, fmt.Sprintf("%U", r))
			}
		}
	}
	return found
}

func TestNoPayloadReachesTheTerminalFromAnyPlace(t *testing.T) {
	renderings := 0
	for _, payload := range payloads() {
		for place, form := range places() {
			for _, width := range []int{20, 80} {
				rows := newPage(t, fmt.Sprintf(form, payload), width, theme.Dark).Rows(0, 1000)
				if found := leaks(rows); len(found) > 0 {
					t.Errorf("%q in a %s leaks %q", payload, place, found)
				}
				for _, row := range rows {
					if w := ansi.StringWidth(row); w > width {
						t.Errorf("%.60q in a %s: a row of %d cells, want at most %d", payload, place, w, width)
					}
				}
				renderings++
			}
		}
	}
	if want := 2 * len(places()) * len(payloads()); renderings != want || len(payloads()) < 87 {
		t.Errorf("%d renderings of %d payloads, want %d of at least 87", renderings, len(payloads()), want)
	}
}

// timeline is a page with a table of so many rows.
func timeline(rows int) string {
	var b strings.Builder
	b.WriteString("# A long night\n\nA summary of it.\n\n## Timeline\n\n| When | Known | What | Account by |\n| --- | --- | --- | --- |\n")
	for i := range rows {
		fmt.Fprintf(&b, "| %02d:%02d | | Event %d: the error share on checkout rises while the index rebuild goes on, seen on the dashboard of the payments team, with a word on what it meant to them | ana ben |\n", i/60%24, i%60, i)
	}
	b.WriteString("\n## Countermeasures\n\n- [ ] The last one\n")
	return b.String()
}

func TestEveryRowOfALongTableIsShownInOrder(t *testing.T) {
	got := strings.Join(all(t, timeline(300), 120), "\n")
	at := 0
	for i := range 300 {
		n := strings.Index(got[at:], fmt.Sprintf("Event %d:", i))
		if n < 0 {
			t.Fatalf("event %d is missing or out of order", i)
		}
		at += n
	}
	if !strings.HasSuffix(got, "\n[ ] The last one") {
		t.Errorf("the page ends in %q", got[len(got)-60:])
	}
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	p := newPage(t, timeline(5000), 80, theme.Dark)
	if rows := p.Rows(0, 22); len(rows) != 22 {
		t.Fatalf("got %d rows, want 22", len(rows))
	}
	if p.next > 3 || p.drawn > 16<<10 {
		t.Errorf("%d pieces with %d bytes were drawn for one screen", p.next, p.drawn)
	}
	if !p.Has(0, 22) || p.Has(10_000, 22) {
		t.Error("Has does not tell what is drawn from what is not")
	}
	before := p.next
	p.Rows(0, 22)
	if p.next != before {
		t.Error("the same rows were drawn twice")
	}
}

func TestTheTotalIsAnEstimateUntilAllIsDrawn(t *testing.T) {
	p := newPage(t, timeline(400), 100, theme.Dark)
	p.Rows(0, 22)
	estimate, exact := p.Total()
	if exact {
		t.Error("the total is called exact after one screen")
	}
	p.Grow(1 << 30)
	total, exact := p.Total()
	if !exact || total != len(p.rows) {
		t.Errorf("got %d, %v; want %d, true", total, exact, len(p.rows))
	}
	if estimate < total/2 || estimate > 2*total {
		t.Errorf("the estimate %d is far from %d", estimate, total)
	}
	if got := p.Rows(total-1, 22); len(got) != 1 {
		t.Errorf("from the last row on there are %d rows, want 1", len(got))
	}
}

func TestSplittingKeepsFencesListsAndNumbersWhole(t *testing.T) {
	var b strings.Builder
	b.WriteString("```\n")
	for i := range 400 {
		fmt.Fprintf(&b, "14:%02d <ben> line %d # not a heading\n", i%60, i)
	}
	b.WriteString("```\n\n")
	for i := 1; i <= 300; i++ {
		fmt.Fprintf(&b, "%d. point number %d\n", i, i)
	}
	rows := all(t, b.String(), 80)
	fenced, listed := 0, 0
	for _, row := range rows {
		if strings.Contains(row, "# not a heading") {
			fenced++
		}
		if n, m := 0, 0; strings.Contains(row, "point number") {
			if _, err := fmt.Sscanf(strings.TrimSpace(row), "%d. point number %d", &n, &m); err != nil || n != m {
				t.Errorf("row %q: %v", row, err)
			}
			listed++
		}
	}
	if fenced != 400 || listed != 300 || len(rows) != 701 {
		t.Errorf("got %d fenced and %d listed rows of %d, want 400, 300 and 701", fenced, listed, len(rows))
	}
}

func TestOneEndlessLineIsCutIntoPieces(t *testing.T) {
	for _, unit := range []string{"a", "word ", "日"} {
		for _, piece := range split(strings.Repeat(unit, 100_000)) {
			if len(piece.source) > 2*pieceBytes || !utf8.ValidString(piece.source) {
				t.Fatalf("a piece of %d bytes of %q", len(piece.source), unit)
			}
		}
	}
}

// Each of these once took from half a second to minutes. The limit is far above what is measured.
func TestTheFirstScreenComesSoonWhateverTheText(t *testing.T) {
	for _, unit := range []string{"> ", "- ", "1. ", "  - a\n", "a\n", "```\n", "[", "*a", "&#27;", "\u0301", "👨\u200d", "| a | b |\n|---|---|\n"} {
		begin := time.Now()
		rows := newPage(t, strings.Repeat(unit, 200_000/len(unit)), 80, theme.Dark).Rows(0, 22)
		if took := time.Since(begin); took > 2*time.Second {
			t.Errorf("%q repeated: the first screen took %v", unit, took)
		}
		if found := leaks(rows); len(found) > 0 {
			t.Errorf("%q repeated leaks %q", unit, found)
		}
	}
}

func TestPagesOfNothing(t *testing.T) {
	for _, source := range []string{"", "\n\n\n", "   "} {
		p := newPage(t, source, 0, theme.Dark)
		if rows := p.Rows(-5, 10); len(rows) != 0 {
			t.Errorf("%q has the rows %q", source, rows)
		}
		if total, exact := p.Total(); total != 0 || !exact {
			t.Errorf("%q has %d rows, %v", source, total, exact)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, payload := range payloads() {
		f.Add("# a\n\n"+payload+"\n\n| a | b |\n|---|---|\n| "+payload+" | c |\n", 40)
	}
	th, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source string, width int) {
		width = 1 + (width%120+120)%120
		rows := New(source, width, th).Rows(0, 200)
		if found := leaks(rows); len(found) > 0 {
			t.Errorf("leaks %q", found)
		}
		for _, row := range rows {
			if w := ansi.StringWidth(row); w > width {
				t.Errorf("a row of %d cells, want at most %d: %q", w, width, row)
			}
		}
	})
}

func BenchmarkFirstScreen(b *testing.B) {
	source := timeline(5000)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		newPage(b, source, 80, theme.Dark).Rows(0, 22)
	}
}

func BenchmarkSplit(b *testing.B) {
	source := timeline(5000)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		split(source)
	}
}
