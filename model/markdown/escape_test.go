package markdown

import (
	"bufio"
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	emoji "github.com/yuin/goldmark-emoji"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	renderer "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// reader reads Markdown with everything switched on that a page may meet.
func reader() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList, emoji.Emoji))
}

func parse(t testing.TB, page []byte) ast.Node {
	t.Helper()
	return reader().Parser().Parse(text.NewReader(page))
}

// plain returns the text of a node as a reader of the page sees it.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				b.WriteByte('\n')
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			inCode := n.Parent().Kind() == ast.KindCodeSpan
			if inCode {
				b.Write(n.Segment.Value(source))
			} else {
				b.Write(resolve(n.Segment.Value(source)))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(source))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// resolve takes the backslashes and entities out of text, as goldmark's renderer does.
func resolve(s []byte) []byte {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	renderer.DefaultWriter.Write(w, s)
	_ = w.Flush() // a buffer takes everything
	return []byte(html.UnescapeString(out.String()))
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// shown returns what a field of one line must look like on the page: its code without the
// backticks, all else as it was typed, with unprintable characters replaced.
func shown(s string, at position) string {
	var b strings.Builder
	s = strings.TrimSpace(s)
	for {
		start, content, end := findCode(s, 0)
		if start < 0 {
			return b.String() + clean(s)
		}
		if _, ok := appendCode(nil, content, at); ok {
			b.WriteString(clean(s[:start]) + inCode(clean(content)))
		} else {
			b.WriteString(clean(s[:end]))
		}
		s = s[end:]
	}
}

// inCode is what a code span shows of its content: one space on both sides belongs to the fence,
// unless there is nothing else (CommonMark 0.31, 6.1).
func inCode(content string) string {
	if len(content) > 2 && strings.HasPrefix(content, " ") && strings.HasSuffix(content, " ") && strings.Trim(content, " ") != "" {
		return content[1 : len(content)-1]
	}
	return content
}

// places are the positions on a page in which a field of one line stands.
type place struct {
	name  string
	at    position
	page  func(s []byte) []byte
	shape string // the kinds of block around the text
}

func places() []place {
	frame := func(before, after string) func([]byte) []byte {
		return func(s []byte) []byte { return append(append([]byte(before), s...), after...) }
	}
	return []place{
		{"paragraph", lineStart, frame("", "\n"), "Paragraph"},
		{"heading", inline, frame("# Row ", "\n"), "Heading"},
		{"list", lineStart, frame("- ", "\n"), "List ListItem TextBlock"},
		{"task", lineStart, frame("- [ ] ", " — Ana\n"), "List ListItem TextBlock"},
		{"bold label", inline, frame("- **Owner:** ", "\n"), "List ListItem TextBlock"},
		{"cell", inCell, frame("| a | b |\n| --- | --- |\n| ", " | x |\n"), "Table TableHeader TableCell TableCell TableRow TableCell TableCell"},
		{"quote", lineStart, frame("> ", "\n"), "Blockquote Paragraph"},
	}
}

func around(p place) string {
	switch p.name {
	case "heading":
		return "Row "
	case "bold label":
		return "Owner: "
	}
	return ""
}

func hostile() []string {
	return []string{
		"a | b", `a \| b`, `\`, `\\|`, "# heading", "a #", "#123", "fixes #1", "GH-1", "owner/repo#1", "C#",
		"*bold* **bold** _it_ __it__ ~~gone~~ ~14:25 and ~14:40", "snake_case_name", "`", "``", "`a", "a`b``c",
		"`code`", "`a|b`", "`a\\|b`", "` `", "`` ` ``", "`a` `b`", "@everyone", "@ben, look", "a@b.example.org", "@", "a @ b",
		"<script>alert(1)</script>", "<!-- hidden", "-->", "<b>", "&lt;b&gt;", "&copy;", "&#27;", "R&D", "AT&T;",
		"[[link]]", "![[embed]]", "[x](javascript:alert(1))", "![x](http://tracker.example.org/p.png)", "[ ] task", "[x] task", "[^1]", "[a]: http://x.example.org",
		"{{ template }}", "{% raw %}", "{macro}", "{{{x}}}", ":smile:", ":+1:", "14:02:33", "10:100:1", "a::b",
		"- item", "+ item", "* item", "1. item", "12) item", "-", "---", "- - -", "===", "> quote", ">", "~~~", "```", ": definition", "=1+1",
		"| --- |", "Setext\n===", "two\nlines", "a\r\nb", "\ttab", "nul\x00 esc\x1b[31m del\x7f", "c1 \u0085 \u009b", "line\u2028sep", "bidi \u202e evil", "broken \xff utf8",
		"https://example.org/a_b*c?x=1&y=2#z", "see https://example.org/x.", "(https://example.org/a(b))", "https://example.org/?a&copy;=1", "HTTPS://EXAMPLE.ORG", "http://", "http://|", "javascript:alert(1)", "JaVaScRiPt&colon;alert(1)",
		"ftp://example.org", "www.example.org", "mailto:a@example.org", "<https://example.org>", "https://user:pw@example.org/@x", "xhttps://example.org", "https://example.org|x", "https://example.org`x`", "https://übung.example.org/ä",
		"0123456789abcdef0123456789abcdef01234567", "`x`0123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef01234567`x`", "commit 0123456789abcdef0123456789abcdef01234567, then",
		"", " ", "!", "a!", "wow!`x`", "*", "_", "a_", "_a", "\\`x`", "a\\", "日本語", "👩‍🚀 e\u0301", "%title", "1986. A year", "`\\`", "<a@b.example.org>",
		"0` `` `", "0` x `1", "a``  ``b", "a` `` `` `b", "`` ` ```", "x ` y",
		"$x$", "$$x$$", "$$ x $$", "a $5 b $6", "$5", "US$5", "$", "$$", "$`x`$", "($HOME/$PATH)", "cost$ and cost$", "$x\ny$", `\(x\)`, `\[x\]`, `C:\(x86\)`,
		":::note", "::include{file=/etc/passwd}", "!!! note", "{: .x}", "{+ in +} {- out -} [+ in +] [- out -]",
		"https://example.org/?q=a|b", "https://example.org/a|https://example.net/b", "[a|b](https://example.org/?q=a|b)", "https://example.org/?q=a|", "https://example.org/?q=`a|b`",
		"zero\u200bwidth soft\u00adhyphen bom\ufeff mark\u200e tag\U000e0041 filler\u3164 sel\ufe01", "a\u200db", "می\u200cخواهم 👩\u200d🚀", "\u200d", "`a\u202eb\u200b`",
	}
}

func TestAFieldOfOneLineReadsAsItWasTyped(t *testing.T) {
	for _, p := range places() {
		for _, s := range hostile() {
			checkLine(t, p, s)
		}
	}
}

// "costs $4 and takes $HOME$" was a formula on GitHub, in other letters and without its spaces. A
// formula with code between its dollars is one too.
func TestADollarMakesNoFormula(t *testing.T) {
	for typed, want := range map[string]string{
		"lost $40,000":       "lost $40,000", // the common case stays readable in the source
		"a $5 b $6":          "a $5 b $6",
		"$x$":                "$x" + dollar,
		"$$":                 "$" + dollar,
		"cost$ and cost$":    "cost" + dollar + " and cost" + dollar,
		"$`x`$":              "$`x`" + dollar,
		"a `$HOME/$PATH` b":  "a `$HOME/$PATH` b",
		"($HOME/$PATH) a $b": "(" + dollar + "HOME/" + dollar + "PATH) a $b",
	} {
		if got := string(appendLine(nil, typed, inline)); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
	if got, want := string(appendLine([]byte("x ("), "$x", inline)), "x ("+dollar+"x"; got != want {
		t.Errorf("behind a bracket: got %q, want %q", got, want)
	}
}

// A link to a dashboard ended at its first pipe, and led to the half of it.
func TestALinkWithAPipeIsWhole(t *testing.T) {
	for _, p := range places() {
		page := p.page(appendLine(nil, "see https://example.org/explore?q=a|b|=c, then", p.at))
		var to []string
		_ = ast.Walk(parse(t, page), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if l, ok := n.(*ast.Link); ok && entering {
				to = append(to, string(l.Destination))
			}
			return ast.WalkContinue, nil
		})
		if len(to) != 1 || to[0] != "https://example.org/explore?q=a%7Cb%7C=c" {
			t.Errorf("%s: leads to %q\n%s", p.name, to, page)
		}
	}
}

func FuzzAFieldOfOneLineReadsAsItWasTyped(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		for _, p := range places() {
			checkLine(t, p, s)
		}
	})
}

func checkLine(t *testing.T, p place, s string) {
	t.Helper()
	escaped := appendLine(nil, s, p.at)
	page := p.page(escaped)
	doc := parse(t, page)
	if len(bytes.TrimSpace(escaped)) == 0 {
		if strings.TrimSpace(s) != "" {
			t.Errorf("%s: %q leaves nothing", p.name, s)
		}
		return
	}
	shape, foreign := shapeOf(doc, page)
	if shape != p.shape || foreign != "" {
		t.Errorf("%s: %q makes %q %s\n%s", p.name, s, shape, foreign, page)
	}
	if !strings.Contains(s, "`") { // code is exempt, and only a parser knows where it ends
		if found := sideEffects(t, page); found != "" {
			t.Errorf("%s: %q keeps %q alive\n%s", p.name, s, found, page)
		}
	}
	got := plain(doc, page)
	if p.name == "cell" {
		got = plain(doc.FirstChild().LastChild().FirstChild(), page)
	}
	got = strings.TrimSuffix(strings.TrimSpace(got), "— Ana")
	if want := around(p) + shown(s, p.at); words(got) != words(want) {
		t.Errorf("%s: %q reads %q, want %q\n%s", p.name, s, words(got), words(want), page)
	}
}

// sideEffects finds what GitHub and its likes look for in the text of a rendered page outside
// code and links: mentions, references, emoji, formulas, what was inserted and deleted; and in its
// source: wiki links, templates, formulas again, and boxes.
func sideEffects(t *testing.T, page []byte) string {
	t.Helper()
	var out bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(renderer.WithUnsafe())).Convert(page, &out); err != nil {
		t.Fatal(err)
	}
	rendered := regexp.MustCompile(`(?s)<code[ >].*?</code>|<a .*?</a>`).ReplaceAllString(out.String(), "<x>")
	for _, text := range regexp.MustCompile(`(?s)<.*?>`).Split(rendered, -1) {
		text = html.UnescapeString(text)
		if found := regexp.MustCompile(`@\w|#\d|\b(?i:gh)-\d|:[a-z+-][\w+-]*:|\b[0-9a-f]{40}\b|[+-][]}]|\\[])]|\$\S([^$]*\S)?\$(\D|$)|\$\$`).FindString(text); found != "" {
			return found
		}
	}
	bare := regexp.MustCompile("(?s)`+[^`]+`+").ReplaceAllString(string(page), "")
	return regexp.MustCompile(`\[\[|\{\{|\{%|(?:^|[^\\])\{:|[^\s\\]\$(\D|$)|(?m)^(:::|::include|!!!)`).FindString(bare)
}

// shapeOf returns the kinds of block of a page, and what it holds that no typed text may make.
func shapeOf(doc ast.Node, source []byte) (shape, foreign string) {
	var kinds []string
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() == ast.KindDocument {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock {
			kinds = append(kinds, n.Kind().String())
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			s := n.Segments.At(0)
			if v := string(s.Value(source)); v != nothing && v != "<br>" && v != "<span>" && v != "</span>" {
				foreign = "HTML " + v
			}
		case *ast.Image, *east.Strikethrough, *east.FootnoteLink, *ast.HTMLBlock:
			foreign = n.Kind().String()
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkEmail || !allowed(string(n.URL(source))) {
				foreign = "link " + string(n.URL(source))
			}
		case *ast.Link:
			if !allowed(string(n.Destination)) {
				foreign = "link " + string(n.Destination)
			}
		}
		if n.Kind().String() == "Emoji" {
			foreign = "emoji"
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(kinds, " "), foreign
}
