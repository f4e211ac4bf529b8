package main

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"debrief/model/wording"
)

// speakers are the pages beside the source in which the program speaks.
var speakers = []string{ // constant table
	"README.md", "docs/*.md", "docs/decisions/*.md", "model/markdown/testdata/*.md",
}

// quotes are the files that hold words in order to talk about them, and why.
var quotes = map[string]string{ // constant table
	"docs/wording.md": "its tables show sentences that the guard finds",
	"model/wording":   "its rules are made of these words",
}

// kept are soft findings that stay, and why. A firm one never does.
var kept = map[string]string{ // constant table
	"nobody told": "invites an account: nobody told of the event yet",
	"of course":   "words of the sample incident that were dismissed with a reason",
	"whose idea":  "asks who said an idea",
	"a mistake":   "the program's own, when it stops",
}

// The program asks for a language in which nobody is blamed and nothing is told that did not
// happen. So does it speak: prompts, notices, help, the sample, the page and the documents.
func TestTheProgramPassesItsOwnGuard(t *testing.T) {
	guard, err := wording.New(wording.Default())
	if err != nil {
		t.Fatal(err)
	}
	met := make(map[string]bool)
	check := func(place, text string) {
		for _, f := range guard.Check(text, wording.Context{}) {
			words := strings.ToLower(strings.Join(strings.Fields(f.Text), " "))
			if met[words] = true; !f.Firm && kept[words] != "" {
				continue
			}
			line := 1 + strings.Count(text[:f.Start], "\n")
			t.Errorf("%s, line %d of it: %s, %s: %q; %s", place, line, f.Rule, f.Category, f.Text, f.Ask)
		}
	}
	read := 0
	for _, pattern := range speakers {
		pages, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range pages {
			if quotes[filepath.ToSlash(page)] != "" {
				continue
			}
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			read++
			check(page, string(text))
		}
	}
	if read < 6 {
		t.Errorf("only %d pages were read", read)
	}

	files, set := house(t)
	read = 0
	for _, f := range files {
		if quotes[f.folder] != "" || f.folder == "ui/terminaltest" || f.folder == "storage/storagetest" || f.folder == "model/sample/sampletest" {
			continue
		}
		for _, said := range literals(f.ast) {
			read++
			check(set.Position(said.at).String(), said.text)
		}
	}
	if read < 1000 {
		t.Errorf("only %d texts were read", read)
	}
	for _, r := range guard.Rules() {
		check("why of rule "+r.ID, r.Why)
		for _, q := range r.Ask {
			check("question of rule "+r.ID, strings.NewReplacer("{object}", "the alert", "{at}", " at 13:52", "{words}", "").Replace(q.Text))
		}
	}
	for words := range kept {
		if !met[words] {
			t.Errorf("%q is kept, and stands nowhere any more", words)
		}
	}
}

// saying is a text in the source.
type saying struct {
	at   token.Pos
	text string
}

// literals returns the texts of a file with two words or more. One that is put together with +
// over several lines is one text.
func literals(file *ast.File) []saying {
	var all []saying
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field: // its tag is for programs
			if n.Tag != nil {
				return false
			}
		case *ast.BinaryExpr:
			if text, ok := joined(n); ok {
				all = append(all, saying{n.Pos(), text})
				return false
			}
		case *ast.BasicLit:
			if text, ok := joined(n); ok {
				all = append(all, saying{n.Pos(), text})
			}
		}
		return true
	})
	return slices.DeleteFunc(all, func(s saying) bool { return len(strings.Fields(s.text)) < 2 })
}

// joined is the text of an expression that is made of literals alone.
func joined(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.ParenExpr:
		return joined(e.X)
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return "", false
		}
		left, ok := joined(e.X)
		right, too := joined(e.Y)
		return left + right, ok && too
	}
	return "", false
}
