package markdown

import (
	"strings"
	"testing"
	"unicode"
)

func bodies() []string {
	return []string{
		"# heading\n\ntext", "Setext\n===\nmore", "Setext\n---", "a\n\n\n\nb", "- a\n- b\n  - c\n\n  d\n- e", "1. a\n2. b", "5) a\n   - b\n     1. c",
		"```go\nfunc main() {}\n```", "```\nopen", "~~~~\n```\n~~~~", "para\n```\ncode\n```\npara", "    indented\n\n    more", "\tindented",
		"> quoted\n> again\n\nplain", "> > nested", "[link](https://example.org/a_(b))", "[x](javascript:alert(1))", "![image](https://example.org/p.png)", "![](https://example.org/p.png)",
		"<https://example.org>", "<script>\nalert(1)\n</script>", "<!--\nhidden", "[a]: https://example.org\n\n[a]", "| a | b |\n| --- | --- |\n| 1 | 2 |", "a  \nb", "a\\\nb",
		"\\*not bold\\*", "\\`not code\\`", "**bold**", "- [ ] task", "---", "***", "term\n: definition", "[^1]\n\n[^1]: note", "a\r\nb\rc",
		"- \n- x", "-", "10. x\n\n\n    code?", "- a\n\n      code in a list", "- a\n```\nx\n```\n- b", "wow![x](https://example.org)", "\\![x](https://example.org)", "[ `a](https://example.org)`", "`a\nb`", "a\n-:", "a\n:-", "a\n:-:",
	}
}

func TestABodyKeepsItsParagraphsListsCodeAndLinks(t *testing.T) {
	for _, c := range []struct{ name, typed, page string }{
		{"paragraphs", "One.\nStill one.\n\n\nTwo.", "One.\nStill one.\n\nTwo.\n"},
		{"list", "Before:\n* a\n* b\n    1. c\n    2. d\n* e\nAfter.", "Before:\n\n- a\n- b\n  1. c\n  2. d\n- e\n  After.\n"},
		{"numbers", "3) a\n4) b", "3. a\n4. b\n"},
		{"code", "See:\n~~~sql\nSELECT *\n  FROM a\n~~~\nDone.", "See:\n\n```sql\nSELECT *\n  FROM a\n```\n\nDone.\n"},
		{"indented code", "See:\n\n    a  b\n\n    c", "See:\n\n```\na  b\n\nc\n```\n"},
		{"fence within code", "````\n```\n````", "````\n```\n````\n"},
		{"link", "see [the graph](https://example.org/a_(b) \"title\").", "see [the graph](https://example.org/a_%28b%29).\n"},
		{"image", "![a graph](https://example.org/p.png)", "[a graph](https://example.org/p.png)\n"},
		{"other scheme", "[x](javascript:alert)", "\\[x\\](javascript:alert)\n"},
		{"quotation", "> it was slow\n> very", "> it was slow\n> very\n"},
		{"heading", "# Loud\ntext", "\\# Loud\ntext\n"},
		{"underline", "Loud\n====", "Loud\n\\====\n"},
		{"html", "<b>x</b>", "&lt;b>x&lt;/b>\n"},
		{"plain signs", `2 \* 3 and \@ben`, "2 \\* 3 and @<!-- -->ben\n"},
		{"inline code", "the `a|b` flag", "the `a|b` flag\n"},
	} {
		if got := string(appendBody(nil, c.typed, "")); got != c.page {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.page)
		}
	}
}

func TestEachLineOfABodyStandsBehindItsPrefix(t *testing.T) {
	for _, s := range bodies() {
		for _, l := range strings.Split(strings.TrimSuffix(string(appendBody(nil, s, "    > ")), "\n"), "\n") {
			if !strings.HasPrefix(l, "    >") {
				t.Errorf("%q writes the line %q", s, l)
			}
		}
	}
}

func TestABodyMakesNothingButParagraphsListsQuotationsCodeAndLinks(t *testing.T) {
	for _, s := range append(bodies(), hostile()...) {
		checkBody(t, s)
	}
}

func FuzzABodyMakesNothingElse(f *testing.F) {
	for _, s := range append(bodies(), hostile()...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 2000 {
			checkBody(t, s)
		}
	})
}

func checkBody(t *testing.T, s string) {
	t.Helper()
	page := appendBody(nil, s, "")
	shape, foreign := shapeOf(parse(t, page), page)
	if foreign != "" {
		t.Errorf("%q makes %s\n%s", s, foreign, page)
	}
	for _, kind := range strings.Fields(shape) {
		switch kind {
		case "Paragraph", "TextBlock", "List", "ListItem", "Blockquote", "FencedCodeBlock":
		default:
			t.Errorf("%q makes a %s\n%s", s, kind, page)
		}
	}
	if words(s) != "" && len(page) == 0 {
		t.Errorf("%q leaves nothing", s)
	}
	// Without the signs of links and code, every letter that was typed can be read.
	if !strings.ContainsAny(s, "[`~<") {
		if got, want := letters(plain(parse(t, page), page)), letters(clean(s)); got != want {
			t.Errorf("%q reads %q, want %q\n%s", s, got, want, page)
		}
	}
}

// letters leaves out all but letters: numbers and signs may belong to a list.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
