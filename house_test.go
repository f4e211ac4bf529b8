package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the house, from docs/architecture.md: which package may know
// which. They are read from the source, so that a rule that is broken fails
// with the place and one sentence.

// module is the module path. docs/decisions/0018-module-path.md says what it becomes.
const module = "debrief"

// support are the packages below ui that are not screens.
var support = []string{ // constant table
	"safe", "theme", "widget", "terminal", "terminaltest", "preview",
	"entry", "screen", "feature", "queue", "desk", "config", "cli", "keymap",
}

// forScreens are the packages of ours that a screen may import beside model.
var forScreens = []string{ // constant table
	module + "/ui/screen", module + "/ui/feature", module + "/ui/entry", module + "/ui/widget",
	module + "/ui/theme", module + "/ui/safe", module + "/ui/keymap", module + "/ui/desk",
}

// mayStartGoroutines are the files with a go statement, and why a panic in it
// cannot leave the terminal raw.
var mayStartGoroutines = map[string]string{ // constant table
	// folder or file: reason
	"ui/terminaltest": "runs in tests alone",
}

// sourceFile is a Go file of the module that is no test.
type sourceFile struct {
	folder  string // slash-separated, "" is the root
	path    string
	ast     *ast.File
	imports []string
}

// mayReadStores are the packages below ui whose tests know storage, and why. In all other places the
// rule of main.go, that nothing else joins the two, is one of the tests too.
var mayReadStores = map[string]string{ // constant table
	"ui/desk":    "the desk is tested on the store that people have",
	"ui":         "the frame is tested on the store that people have",
	"ui/cli":     "so are the commands",
	"ui/journey": "the tests of the whole program, which look at what is on disk",
}

// house reads all source files of the module but tests and test data.
func house(t *testing.T) ([]sourceFile, *token.FileSet) {
	t.Helper()
	return sources(t, func(name string) bool { return !strings.HasSuffix(name, "_test.go") })
}

// sources reads the Go files of the module that are wanted, but test data.
func sources(t *testing.T, wanted func(name string) bool) ([]sourceFile, *token.FileSet) {
	t.Helper()
	set := token.NewFileSet()
	var files []sourceFile
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := entry.Name()
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "dist") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") || !wanted(base) {
			return nil
		}
		parsed, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		file := sourceFile{path: filepath.ToSlash(name), ast: parsed}
		if file.folder = path.Dir(file.path); file.folder == "." {
			file.folder = ""
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			file.imports = append(file.imports, imported)
		}
		files = append(files, file)
		return nil
	})
	if err != nil {
		t.Fatalf("read the module's source: %v", err)
	}
	return files, set
}

// below reports whether the folder or import path is root or beneath it.
func below(name, root string) bool { return name == root || strings.HasPrefix(name, root+"/") }

func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && !below(imported, module)
}

// screenOf gives the screen a folder or import path below ui belongs to, or "".
func screenOf(folder string) string {
	rest, ok := strings.CutPrefix(folder, "ui/")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	if slices.Contains(support, name) {
		return ""
	}
	return name
}

func TestImportsPointAtTheModel(t *testing.T) {
	files, _ := house(t)
	whoShowsPages := map[string]bool{}
	for _, f := range files {
		for _, imported := range f.imports {
			if why := forbidden(f, imported); why != "" {
				t.Errorf("%s imports %s: %s", f.path, imported, why)
			}
			if screen := screenOf(f.folder); screen != "" && imported == module+"/ui/preview" {
				whoShowsPages[screen] = true
			}
		}
	}
	if len(whoShowsPages) > 1 {
		t.Errorf("the screens %v import ui/preview: one screen shows pages", whoShowsPages)
	}
}

func TestTheTestsKeepTheLayersToo(t *testing.T) {
	files, _ := sources(t, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	joined := map[string]bool{}
	for _, f := range files {
		for _, imported := range f.imports {
			own := strings.TrimPrefix(imported, module+"/")
			switch {
			case own == imported: // not ours
			case below(f.folder, "model") && !below(own, "model"), below(f.folder, "storage") && below(own, "ui"):
				t.Errorf("%s imports %s: the tests of a layer know the layers below it alone", f.path, imported)
			case below(f.folder, "ui") && below(own, "storage"):
				if joined[f.folder] = true; mayReadStores[f.folder] == "" {
					t.Errorf("%s imports %s: list the package with a reason, or say in an interface what is needed", f.path, imported)
				}
			}
		}
	}
	for folder := range mayReadStores {
		if !joined[folder] {
			t.Errorf("no test of %s knows storage any more: take it from the list", folder)
		}
	}
}

// forbidden says why a file may not import a package, or nothing.
func forbidden(f sourceFile, imported string) string {
	own := strings.TrimPrefix(imported, module+"/")
	ours := own != imported
	folder := f.folder
	switch {
	case strings.HasPrefix(imported, "charm.land/glamour/") && folder != "ui/preview":
		return "only ui/preview imports Glamour, which costs 20 ms at every start and needs its filter"
	case strings.HasPrefix(imported, "charm.land/bubbles/") && strings.HasSuffix(imported, "/textinput") &&
		folder != "ui/entry" && folder != "ui/widget":
		return "all text is typed into the one entry of ui/entry"
	case ours && below(own, "model/sample/sampletest") && below(folder, "storage/storagetest"):
		return "" // support of tests both
	case ours && (below(own, "model/sample/sampletest") || below(own, "model/edit/edittest") || below(own, "ui/terminaltest") || below(own, "ui/screen/screentest") || below(own, "storage/storagetest/strace")):
		return own + " is for tests"
	}

	if below(folder, "model") {
		parsers := strings.HasPrefix(imported, "github.com/yuin/goldmark") || strings.HasPrefix(imported, "go.yaml.in/yaml/")
		switch {
		case parsers && below(folder, "model/markdown"), imported == "golang.org/x/text/unicode/norm",
			folder == "model/edit/edittest" && imported == "pgregory.net/rapid": // random edits for tests
			return ""
		case ours && !below(own, "model"):
			return "nothing under model knows ui or storage"
		case !ours && !standard(imported):
			return "under model only model/markdown uses libraries, goldmark and YAML; x/text/unicode/norm is the one exception"
		case imported == "os" || strings.HasPrefix(imported, "os/") || below(imported, "net") ||
			below(imported, "database/sql") || imported == "syscall" || imported == "crypto/rand":
			return "nothing under model touches disk, network, processes or chance: values are handed in"
		}
		return ""
	}
	if !ours {
		return ""
	}

	screen := screenOf(folder)
	switch {
	case below(folder, "storage") && below(own, "ui"):
		return "storage never knows ui; only main.go joins the two"
	case below(folder, "ui") && below(own, "storage"):
		return "ui never knows storage; it says in an interface of its own what it needs"
	case folder != "" && !below(folder, "ui") && !below(folder, "storage"):
		return ""
	case (folder == "ui/widget" || folder == "ui/theme" || folder == "ui/safe") && below(own, "model"):
		return "widgets and themes know no post-mortem"
	case screen != "" && screenOf(own) == screen:
		return ""
	case screen != "" && screenOf(own) != "":
		return "screens never import each other"
	case below(folder, "ui") && folder != "ui" && screenOf(own) != "":
		return "only the frame in ui knows the screens"
	case screen != "" && imported == module+"/ui/preview":
		return "" // counted by the test: one screen shows pages
	case screen != "" && !below(own, "model") && !slices.Contains(forScreens, imported):
		return "a screen imports model, ui/screen, ui/entry, ui/widget, ui/theme, ui/safe, ui/keymap and ui/desk"
	}
	return ""
}

func TestTheModelTakesClockAndChanceAsValues(t *testing.T) {
	files, set := house(t)
	clock := []string{"Now", "Since", "Until", "Local", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}
	for _, f := range files {
		if !below(f.folder, "model") {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			pkg, name, ok := qualified(f, n)
			switch {
			case !ok:
			case pkg == "time" && slices.Contains(clock, name):
				t.Errorf("%s: time.%s: the model is handed its time and its zone", set.Position(n.Pos()), name)
			case (pkg == "math/rand" || pkg == "math/rand/v2") && !strings.HasPrefix(name, "New") &&
				name != "Rand" && name != "Source" && name != "Source64" && name != "PCG" && name != "ChaCha8" && name != "Zipf":
				t.Errorf("%s: rand.%s: the model is handed its source of chance", set.Position(n.Pos()), name)
			}
			return true
		})
	}
}

// qualified resolves pkg.Name to the import path and the name.
func qualified(f sourceFile, n ast.Node) (imported, name string, ok bool) {
	selector, ok := n.(*ast.SelectorExpr)
	if !ok {
		return "", "", false
	}
	ident, ok := selector.X.(*ast.Ident)
	if !ok || ident.Obj != nil { // a variable of the same name
		return "", "", false
	}
	for i, spec := range f.ast.Imports {
		local := path.Base(f.imports[i])
		if strings.HasPrefix(local, "v") && strings.Trim(local[1:], "0123456789") == "" {
			local = path.Base(path.Dir(f.imports[i]))
		}
		if spec.Name != nil {
			local = spec.Name.Name
		}
		if local == ident.Name {
			return f.imports[i], selector.Sel.Name, true
		}
	}
	return "", "", false
}

// model.Visible leaves private rows out and names in: a screen or a page made of it would name people while
// names are off.
func TestOnlyNamesShowARecord(t *testing.T) {
	files, set := house(t)
	for _, f := range files {
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if pkg, name, ok := qualified(f, n); ok && pkg == module+"/model" && name == "Visible" && f.folder != "model/names" {
				t.Errorf("%s: model.Visible: names.For is the only way to a screen or a page", set.Position(n.Pos()))
			}
			return true
		})
	}
}

// A panic in a goroutine of ours, os.Exit and log.Fatal leave the terminal raw,
// in the alternate screen, with the cursor hidden.
func TestNothingLeavesTheTerminalRaw(t *testing.T) {
	files, set := house(t)
	for _, f := range files {
		if f.path == "main.go" || mayStartGoroutines[f.path] != "" || mayStartGoroutines[f.folder] != "" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s: a go statement: a panic in it leaves the terminal raw; return a tea.Cmd, or list the file with a reason", set.Position(n.Pos()))
			}
			pkg, name, ok := qualified(f, n)
			if ok && (pkg == "os" || pkg == "syscall") && name == "Exit" ||
				ok && pkg == "log" && (strings.HasPrefix(name, "Fatal") || strings.HasPrefix(name, "Panic")) {
				t.Errorf("%s: %s.%s: only main.go ends the program, after the terminal is restored", set.Position(n.Pos()), path.Base(pkg), name)
			}
			return true
		})
	}
}

func TestNoPackageHasState(t *testing.T) {
	files, set := house(t)
	variables := map[string]map[string]bool{} // folder → names
	for _, f := range files {
		for _, decl := range f.ast.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s: an init function: what is needed is made where main joins the parts", set.Position(fn.Pos()))
			}
			group, ok := decl.(*ast.GenDecl)
			if !ok || group.Tok != token.VAR {
				continue
			}
			for _, spec := range group.Specs {
				value := spec.(*ast.ValueSpec)
				for _, name := range value.Names {
					if variables[f.folder] == nil {
						variables[f.folder] = map[string]bool{}
					}
					variables[f.folder][name.Name] = true
				}
				if why := explained(f, group, value); why != "" {
					t.Errorf("%s: the package variable %s %s", set.Position(value.Pos()), value.Names[0].Name, why)
				}
			}
		}
	}
	for _, f := range files {
		ast.Inspect(f.ast, func(n ast.Node) bool {
			for _, target := range assigned(n) {
				if name := packageLevel(f.ast, target); name != "_" && variables[f.folder][name] {
					t.Errorf("%s: the package variable %s is changed: a package has no state", set.Position(n.Pos()), name)
				}
			}
			return true
		})
	}
}

// explained says what is wrong with a package variable, or nothing: errors,
// embedded files, checks that a type meets an interface, compiled patterns, and
// tables with a comment are right.
func explained(f sourceFile, group *ast.GenDecl, value *ast.ValueSpec) string {
	if value.Names[0].Name == "_" {
		return ""
	}
	commented := value.Doc != nil || value.Comment != nil || group.Doc != nil
	for _, comments := range []*ast.CommentGroup{value.Doc, group.Doc} {
		if comments == nil {
			continue
		}
		for _, c := range comments.List {
			if strings.HasPrefix(c.Text, "//go:embed ") {
				return ""
			}
		}
	}
	if len(value.Values) == 0 {
		return "has no value: a package has no state"
	}
	if call, ok := value.Values[0].(*ast.CallExpr); ok {
		pkg, name, _ := qualified(f, call.Fun)
		if pkg == "errors" && name == "New" || pkg == "fmt" && name == "Errorf" || pkg == "regexp" && name == "MustCompile" {
			return ""
		}
	}
	if !commented {
		return "has no comment that says what constant it is"
	}
	return ""
}

// assigned gives the expressions that a statement changes.
func assigned(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	}
	return nil
}

// packageLevel gives the name at the root of an expression, unless it is
// declared in a function.
func packageLevel(file *ast.File, e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.Ident:
			if x.Obj == nil { // declared in another file, or an import
				return x.Name
			}
			if top := file.Scope.Lookup(x.Name); top == x.Obj {
				return x.Name
			}
			return ""
		default:
			return ""
		}
	}
}

// .ci/run names the files and folders in which the race detector has something to look at, or why it is
// left out.
func TestTheRaceDetectorSeesWhatRunsSideBySide(t *testing.T) {
	text, err := os.ReadFile(".ci/run")
	if err != nil {
		t.Fatal(err)
	}
	ci := string(text)
	files, set := sources(t, func(string) bool { return true })
	for _, f := range files {
		if f.folder == "ui/journey" || strings.Contains(ci, f.path) || f.folder != "" && regexp.MustCompile(regexp.QuoteMeta(f.folder)+`[\s,]`).MatchString(ci) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			starts := false
			switch n := n.(type) {
			case *ast.GoStmt:
				starts = true
			case *ast.SelectorExpr:
				_, _, function := qualified(f, n)
				starts = slices.Contains([]string{"Parallel", "RunParallel", "AfterFunc", "NewProgram"}, n.Sel.Name) || n.Sel.Name == "Go" && !function
			}
			if starts {
				t.Errorf("%s: it starts something that runs beside it, and .ci/run does not name it", set.Position(n.Pos()))
			}
			return true
		})
	}
}

func TestTheTopLevelIsTheUsers(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	known := []string{"main.go", "ui", "model", "storage", "go.mod", "go.sum", "README.md", "LICENSE", "docs", "testdata"}
	ignored := []string{"debrief", "dist"} // built, and in .gitignore
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case slices.Contains(known, name), slices.Contains(ignored, name), strings.HasPrefix(name, "."):
		case strings.HasSuffix(name, "_test.go"), strings.HasSuffix(name, ".test"), strings.HasSuffix(name, ".prof"):
		default:
			t.Errorf("%s stands at the top level: it belongs under ui, model, storage, docs or testdata", name)
		}
	}
}

// The rules themselves are tested on sources that break them.
func TestTheRulesNoticeWhatBreaksThem(t *testing.T) {
	tests := []struct {
		folder, imported string
		allowed          bool
	}{
		{"model", "time", true},
		{"model", "os", false},
		{"model", "net/http", false},
		{"model", "debrief/ui/safe", false},
		{"model/agenda", "debrief/model", true},
		{"model/markdown", "github.com/yuin/goldmark/ast", true},
		{"model/wording", "github.com/yuin/goldmark", false},
		{"model", "golang.org/x/text/unicode/norm", true},
		{"model", "golang.org/x/text/language", false},
		{"model/markdown", "modernc.org/sqlite", false},
		{"storage", "debrief/ui/screen", false},
		{"storage", "debrief/model", true},
		{"storage/backup", "debrief/storage/files", true},
		{"ui", "debrief/storage", false},
		{"ui/cli", "debrief/storage", false},
		{"ui", "debrief/ui/timeline", true},
		{"ui/timeline", "debrief/ui/closing", false},
		{"ui/timeline", "debrief/ui/timeline/lanes", true},
		{"ui/timeline", "debrief/ui/entry", true},
		{"ui/timeline", "debrief/ui/queue", false},
		{"ui/timeline", "debrief/model/capture", true},
		{"ui/screen", "debrief/ui/timeline", false},
		{"ui/widget", "debrief/model", false},
		{"ui/timeline", "charm.land/bubbles/v2/textinput", false},
		{"ui/entry", "charm.land/bubbles/v2/textinput", true},
		{"ui/closing", "charm.land/glamour/v2", false},
		{"ui/preview", "charm.land/glamour/v2", true},
		{"ui/timeline", "debrief/ui/terminaltest", false},
		{"model/markdown", "debrief/model/sample/sampletest", false},
		{"ui/timeline", "debrief/ui/screen/screentest", false},
		{"", "debrief/storage", true},
	}
	for _, test := range tests {
		why := forbidden(sourceFile{folder: test.folder}, test.imported)
		if (why == "") != test.allowed {
			t.Errorf("%q importing %q: %q, want allowed = %v", test.folder, test.imported, why, test.allowed)
		}
	}
}

func TestTheRulesNoticeAChangedPackageVariable(t *testing.T) {
	source := "package p\nvar count = 0 // table\nfunc f() { count++; local := 1; local = 2; var own int; own = 3; _ = own; other[1] = local }"
	parsed, err := parser.ParseFile(token.NewFileSet(), "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		for _, target := range assigned(n) {
			if name := packageLevel(parsed, target); name != "" && name != "_" {
				got = append(got, name)
			}
		}
		return true
	})
	if want := "[count other]"; fmt.Sprint(got) != want {
		t.Errorf("changed package variables = %v, want %s", got, want)
	}
}

// mayGiveCommands are the functions below ui that return a command, and who runs it.
var mayGiveCommands = map[string]string{ // constant table
	// file, function: reason
	"ui/app.go after":                    "a timer, which options.After stands for",
	"ui/app.go Init":                     "for Bubble Tea",
	"ui/app.go takeEffects":              "what Init and Update hand to Bubble Tea",
	"ui/update.go Update":                "for Bubble Tea",
	"ui/run.go Init":                     "for Bubble Tea, with the net below it",
	"ui/run.go Update":                   "for Bubble Tea, with the net below it",
	"ui/run.go fell":                     "from the net itself",
	"ui/run.go wrap":                     "the net of a command",
	"ui/queue/queue.go Next":             "taken once behind every message",
	"ui/preview/panel.go Grow":           "given to the frame as an effect",
	"ui/terminal/clipboard.go Clipboard": "given to the frame as an effect",
	"ui/terminal/jobs.go InFront":        "given to the frame as an effect",
	"ui/terminal/jobs.go Pause":          "for the net",
	"ui/terminal/signals.go Next":        "for the net",
}

// A command that is returned is dropped one day, and never run: once it stopped all saving for the rest of a
// meeting. What a handler wants done is given to the frame as it arises, by App.effect.
func TestNoCommandIsReturnedForItsCallerToRemember(t *testing.T) {
	files, set := house(t)
	met := make(map[string]bool)
	for _, f := range files {
		for _, decl := range f.ast.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Type.Results == nil || !below(f.folder, "ui") {
				continue
			}
			gives := slices.ContainsFunc(fn.Type.Results.List, func(r *ast.Field) bool {
				pkg, name, ok := qualified(f, r.Type)
				return ok && strings.HasPrefix(pkg, "charm.land/bubbletea/") && name == "Cmd"
			})
			if !gives {
				continue
			}
			name := f.path + " " + fn.Name.Name
			if met[name] = true; mayGiveCommands[name] == "" {
				t.Errorf("%s: %s returns a command: give it to App.effect as it arises", set.Position(fn.Pos()), fn.Name.Name)
			}
		}
	}
	for name := range mayGiveCommands {
		if !met[name] {
			t.Errorf("%s returns no command any more: take it from the list", name)
		}
	}
}

// maxMethods is how many methods a type may have.
const maxMethods = 60

// The limits that keep a function and a type within what one reads at a time: those of .revive.toml,
// which revive checks, and maxMethods. testdata/limits.txt names what is still over one. Nothing may be
// added to it, and what is within its limit again is taken out.
func TestTheLimitsHold(t *testing.T) {
	files, set := house(t)
	over := append(tooManyMethods(files), overTheLimits(t, files, set)...)
	slices.Sort(over)
	over = slices.Compact(over)
	text, err := os.ReadFile("testdata/limits.txt")
	if err != nil {
		t.Fatal(err)
	}
	var known []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			known = append(known, line)
		}
	}
	for _, line := range over {
		if !slices.Contains(known, line) {
			t.Errorf("over its limit: %s", line)
		}
	}
	for _, line := range known {
		if !slices.Contains(over, line) {
			t.Errorf("no longer so; take it out of testdata/limits.txt, or write the lower number: %s", line)
		}
	}
}

// tooManyMethods are the types above maxMethods, each with its number, which may only fall.
func tooManyMethods(files []sourceFile) []string {
	methods := map[string]map[string]bool{} // folder and type → methods, of whatever system
	for _, f := range files {
		for _, decl := range f.ast.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv != nil {
				name := f.folder + " " + receiver(fn)
				if methods[name] == nil {
					methods[name] = map[string]bool{}
				}
				methods[name][fn.Name.Name] = true
			}
		}
	}
	var over []string
	for name, set := range methods {
		if len(set) > maxMethods {
			over = append(over, fmt.Sprintf("methods %s %d", name, len(set)))
		}
	}
	return over
}

// receiver is the name of the type that a method belongs to.
func receiver(fn *ast.FuncDecl) string {
	name := ""
	ast.Inspect(fn.Recv.List[0].Type, func(n ast.Node) bool {
		if ident, ok := n.(*ast.Ident); ok && name == "" {
			name = ident.Name
		}
		return true
	})
	return name
}

// overTheLimits is what revive finds, each with the rule, the file, and the function it is in. A function
// that is short but for the table in it is not too long.
func overTheLimits(t *testing.T, files []sourceFile, set *token.FileSet) []string {
	t.Helper()
	settings, err := os.ReadFile(".revive.toml")
	if err != nil {
		t.Fatal(err)
	}
	limit := regexp.MustCompile(`(?m)^\[rule\.function-length\]\n\s*arguments = \[0, (\d+)\]`).FindSubmatch(settings)
	if limit == nil {
		t.Fatal(".revive.toml has no limit of lines")
	}
	maxLines, _ := strconv.Atoi(string(limit[1]))
	out, err := exec.Command("go", "tool", "revive", "-config", ".revive.toml", "-formatter", "json", "./...").Output()
	if err != nil {
		t.Fatalf("go tool revive: %v", err)
	}
	var found []struct {
		RuleName string
		Position struct {
			Start struct {
				Filename string
				Line     int
			}
		}
	}
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	var over []string
	for _, finding := range found {
		name := filepath.ToSlash(finding.Position.Start.Filename)
		line := finding.RuleName + " " + name
		i := slices.IndexFunc(files, func(f sourceFile) bool { return f.path == name })
		if i >= 0 && finding.RuleName != "exported" { // of these a file is one line
			if fn := functionAt(files[i].ast, set, finding.Position.Start.Line); fn != nil {
				if finding.RuleName == "function-length" && linesWithoutTables(fn, set) <= maxLines {
					continue
				}
				if line += " " + fn.Name.Name; fn.Recv != nil {
					line = strings.TrimSuffix(line, fn.Name.Name) + receiver(fn) + "." + fn.Name.Name
				}
			}
		}
		over = append(over, line)
	}
	return over
}

func functionAt(file *ast.File, set *token.FileSet, line int) *ast.FuncDecl {
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && set.Position(fn.Pos()).Line <= line && line <= set.Position(fn.End()).Line {
			return fn
		}
	}
	return nil
}

// linesWithoutTables is how many lines a function has beside the literals in it that hold no code.
func linesWithoutTables(fn *ast.FuncDecl, set *token.FileSet) int {
	lines := func(n ast.Node) int { return set.Position(n.End()).Line - set.Position(n.Pos()).Line }
	total := lines(fn) - 1
	ast.Inspect(fn, func(n ast.Node) bool {
		table, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		code := false
		ast.Inspect(table, func(n ast.Node) bool {
			_, is := n.(*ast.FuncLit)
			code = code || is && lines(n) > 0
			return !code
		})
		if !code {
			total -= lines(table)
		}
		return code // a table within one that holds code counts for itself
	})
	return total
}

func TestTheLimitsNoticeWhatIsOverThem(t *testing.T) {
	lines := func(line string) string { return strings.Repeat(line+"\n", 61) }
	source := "package p\nfunc (t *T) m() {}\n" +
		"func table() []int { return []int{\n" + lines("1,") + "} }\n" +
		"func code() []func() { return []func(){ func() {\n" + lines("f()") + "} } }\n"
	for i := range maxMethods {
		source += fmt.Sprintf("func (t T) m%d() {}\n", i)
	}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(tooManyMethods([]sourceFile{{folder: "ui", ast: parsed}})); got != "[methods ui T 61]" {
		t.Errorf("too many methods: %s", got)
	}
	for _, line := range []int{3, 66} {
		fn := functionAt(parsed, set, line)
		if got := linesWithoutTables(fn, set); (got > 60) != (fn.Name.Name == "code") {
			t.Errorf("%s has %d lines beside tables", fn.Name.Name, got)
		}
	}
}
