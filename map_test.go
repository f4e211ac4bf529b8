package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTheMapNamesEveryPackage keeps docs/architecture.md true: a stranger finds every package
// there, and nothing that is not there any more.
func TestTheMapNamesEveryPackage(t *testing.T) {
	page := read(t, "docs/architecture.md")
	var named []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*) \\|.*$").FindAllStringSubmatch(page, -1) {
		for _, name := range regexp.MustCompile("`([a-z/]+)`").FindAllStringSubmatch(strings.SplitN(row[1], "|", 2)[0], -1) {
			named = append(named, name[1])
		}
	}
	for _, f := range regexp.MustCompile(`"debrief/(ui/[a-z]+)"`).FindAllStringSubmatch(read(t, "ui/features.go"), -1) {
		if !slices.Contains(named, f[1]) {
			named = append(named, f[1])
		}
	}
	var packages []string
	for _, root := range []string{"model", "storage", "ui"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if d.Name() == "testdata" {
				return fs.SkipDir
			}
			if sources, _ := filepath.Glob(filepath.Join(path, "*.go")); len(sources) > 0 {
				packages = append(packages, filepath.ToSlash(path))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range packages {
		if !slices.Contains(named, p) {
			t.Errorf("docs/architecture.md does not name the package %s", p)
		}
	}
	for _, n := range named {
		if !slices.Contains(packages, n) {
			t.Errorf("docs/architecture.md names %s, and there is no such package", n)
		}
	}
}

// TestTheLinksLeadSomewhere looks after the links of the documents to files of ours and to their headings.
func TestTheLinksLeadSomewhere(t *testing.T) {
	pages := []string{"README.md"}
	for _, pattern := range []string{"docs/*.md", "docs/decisions/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	links := 0
	for _, page := range pages {
		text := regexp.MustCompile("`[^`\n]*`").ReplaceAllString(read(t, page), "")
		for _, link := range regexp.MustCompile(`\]\(([^)\s]+)\)`).FindAllStringSubmatch(text, -1) {
			if strings.Contains(link[1], ":") { // on the net
				continue
			}
			links++
			target, heading, _ := strings.Cut(link[1], "#")
			file := page
			if target != "" {
				file = filepath.Join(filepath.Dir(page), filepath.FromSlash(target))
			}
			is, err := os.Stat(file)
			switch {
			case err != nil:
				t.Errorf("%s: %s leads nowhere", page, link[1])
			case heading != "" && (is.IsDir() || !slices.Contains(headings(read(t, file)), heading)):
				t.Errorf("%s: %s has no such heading", page, link[1])
			}
		}
	}
	if links < 50 {
		t.Errorf("only %d links were looked at", links)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// headings are the names under which the headings of a page are linked to.
func headings(page string) []string {
	var names []string
	for _, h := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(page, -1) {
		name := regexp.MustCompile(`[^a-z0-9 -]`).ReplaceAllString(strings.ToLower(h[1]), "")
		names = append(names, strings.ReplaceAll(name, " ", "-"))
	}
	return names
}
