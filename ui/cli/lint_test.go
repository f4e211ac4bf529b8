package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"debrief/model/wording"
)

// text writes a file to look through and returns its name.
func (d *desk) text(name, text string) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func TestLintSaysWhyAFileWasNotReadAndReadsTheOthers(t *testing.T) {
	d := newDesk(t)
	good := d.text("good.md", "We could have known.")
	for _, c := range []struct{ text, want string }{
		{"\x89PNG\x00\x01we would have known", "is a binary file; name texts and Markdown"},
		{"\xff\xfew\x00e\x00", "is written in UTF-16; save it as UTF-8"},
		{strings.Repeat("a line of a log\n", lintLimit>>4) + "x", "has more than 64 MiB; split it"},
	} {
		d.fails(notLinted, c.want, "lint", "--json", d.text("odd", c.text), good)
		if !strings.Contains(d.out.String(), "could have known") {
			t.Errorf("%s: the other file was not read: %q", c.want, d.out.String())
		}
	}
	if runtime.GOOS != "windows" && os.Getuid() > 0 {
		closed := d.text("closed.md", "text")
		if err := os.Chmod(closed, 0); err != nil {
			t.Fatal(err)
		}
		d.fails(notLinted, "look at its permissions", "lint", "--json", closed, good)
	}
}

func TestLintCountsCharactersAndLines(t *testing.T) {
	for _, c := range []struct {
		name, text           string
		line, column, length int
	}{
		{"the very beginning", "could have known", 1, 1, 16},
		{"a mark of the byte order", "\ufeffcould have known", 1, 1, 16},
		{"letters of several bytes", "Größe 日本 we could have known", 1, 13, 16},
		{"lines of Windows", "a\r\nb\r\nwe could have known", 3, 4, 16},
		{"over a line break", "\n\nwe could\nhave known", 3, 4, 16},
		{"bytes that are no text", "\xe9t\xe9 we could have known", 1, 8, 16},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			if code := d.run("lint", "--json", d.text("a.md", c.text)); code != foundWords {
				t.Fatalf("ended with %d: %s", code, d.err.String())
			}
			var got []lintResult
			if err := json.Unmarshal(d.out.Bytes(), &got); err != nil || len(got) != 1 {
				t.Fatalf("%v in %s", err, d.out.String())
			}
			if r := got[0]; r.Line != c.line || r.Column != c.column || r.End != c.column+c.length {
				t.Errorf("%d:%d-%d, want %d:%d-%d", r.Line, r.Column, r.End, c.line, c.column, c.column+c.length)
			}
		})
	}
}

func TestPlacesInALongTextAreThoseOfCounting(t *testing.T) {
	text := strings.Repeat("Ünd we could have known, and we would\nhave seen.\n\n", 200)
	g, err := wording.New(wording.Default())
	if err != nil {
		t.Fatal(err)
	}
	found := g.Check(text, wording.Context{})
	for i, r := range resultsOf("a", text, found) {
		line, column := 1, 1
		for _, c := range text[:found[i].Start] {
			column++
			if c == '\n' {
				line, column = line+1, 1
			}
		}
		if r.Line != line || r.Column != column {
			t.Fatalf("finding %d: %d:%d, want %d:%d", i, r.Line, r.Column, line, column)
		}
	}
	if len(found) != 400 {
		t.Errorf("%d findings", len(found))
	}
}

func TestLintPrintsNothingThatActsOnATerminal(t *testing.T) {
	d := newDesk(t)
	d.program.In = strings.NewReader("The \x1b]0;owned\x07\u202e probe, we could\x1b[2J have known \x1b[31mthat\n")
	name := d.text("a\nb\x1b[31m.md", "we could have\u202e known\n")
	code := d.run("lint", "-", name)
	if code != foundWords {
		t.Fatalf("ended with %d: %s", code, d.err.String())
	}
	if strings.ContainsAny(d.out.String()+d.err.String(), "\x1b\x07\u202e") || strings.Count(d.out.String(), "\n") > 2 {
		t.Errorf("got %q", d.out.String())
	}
	d.run("lint", "--json", name)
	var got []lintResult
	if err := json.Unmarshal(d.out.Bytes(), &got); err != nil || len(got) != 1 || got[0].File != name {
		t.Errorf("the name is not the same any more: %v, %q", err, d.out.String())
	}
	if strings.ContainsAny(d.out.String(), "\x1b\u202e") {
		t.Errorf("got %q", d.out.String())
	}
}

func TestLintFollowsNoLinkOutOfAFolder(t *testing.T) {
	d := newDesk(t)
	outside := d.text("outside.md", "we could have known")
	folder := t.TempDir()
	for name, to := range map[string]string{"link.md": outside, "ring": folder, "broken.md": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(folder, name)); err != nil {
			t.Skip(err)
		}
	}
	if got := d.must("lint", folder); got != "" {
		t.Errorf("got %q", got)
	}
	// What is named is read, link or not.
	if code := d.run("lint", filepath.Join(folder, "link.md")); code != foundWords {
		t.Errorf("a named link ended with %d", code)
	}
	if code := d.run("lint", filepath.Join(folder, "ring")); code != 0 || d.err.Len() > 0 {
		t.Errorf("a linked folder ended with %d: %s", code, d.err.String())
	}
}

func TestLintEndsWithTwoWhereItCannotPrint(t *testing.T) {
	d := newDesk(t)
	d.program.Out = full{}
	for _, form := range []string{"--strict", "--json", "--rules"} {
		args := []string{"lint", form}
		if form != "--rules" {
			args = append(args, d.text("a.md", "we could have known"))
		}
		d.fails(notLinted, "write the result", args...)
	}
}

// A hook over a whole wiki: 1,000 files of 10 KB.
func BenchmarkLintWiki(b *testing.B) {
	page := strings.Repeat("At 14:02 the page fired, and Ana read it as a traffic peak. The service would return 500.\n", 110) +
		"We could have known sooner.\n"
	folder := b.TempDir()
	for i := range 1000 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), []byte(page), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(1000 * len(page)))
	for b.Loop() {
		var out bytes.Buffer
		p := Program{Out: &out, Err: &out, In: strings.NewReader(""), Getenv: func(string) string { return "" }, ConfigPath: "none"}
		if code := p.Run(b.Context(), []string{"lint", folder}); code != foundWords {
			b.Fatalf("ended with %d", code)
		}
	}
}
