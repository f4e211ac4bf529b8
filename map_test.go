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
	page, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*) \\|.*$").FindAllStringSubmatch(string(page), -1) {
		for _, name := range regexp.MustCompile("`([a-z/]+)`").FindAllStringSubmatch(strings.SplitN(row[1], "|", 2)[0], -1) {
			named = append(named, name[1])
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
