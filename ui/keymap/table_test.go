package keymap_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"debrief/ui/keymap"
)

func defaultTable(t *testing.T) *keymap.Table {
	t.Helper()
	table, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatalf("the default key map: %v", err)
	}
	return table
}

func TestNoKeyAsksForTwoThings(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []keymap.Binding
		want string
	}{
		{"in one scope", []keymap.Binding{
			{Command: keymap.Undo, Scope: keymap.List, Keys: []string{"u"}},
			{Command: keymap.Merge, Scope: keymap.List, Keys: []string{"m", "u"}},
		}, "key u asks for undo and for merge; give one of them another key"},
		{"everywhere and in a scope", []keymap.Binding{
			{Command: keymap.Merge, Scope: keymap.List, Keys: []string{"tab"}},
			{Command: keymap.Next, Scope: keymap.Everywhere, Keys: []string{"tab"}},
		}, "key tab asks for next everywhere and for merge in list; give one of them another key"},
		{"in two scopes that never meet", []keymap.Binding{
			{Command: keymap.Question, Scope: keymap.EmptyLine, Keys: []string{"space"}},
			{Command: keymap.AllQuestions, Scope: keymap.List, Keys: []string{"space"}},
		}, ""},
	} {
		_, err := keymap.New(c.rows)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAConfigFileMovesKeys(t *testing.T) {
	table, err := defaultTable(t).With(map[string][]string{
		"undo":       {"ctrl+y"},
		"help":       {"f2"},
		"theme-dark": {"D"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		scope keymap.Scope
		key   string
		want  keymap.Command
	}{
		{keymap.Everywhere, "ctrl+y", keymap.Undo},
		{keymap.Everywhere, "ctrl+z", ""},
		{keymap.List, "u", keymap.Undo}, // the first row of a command moves, its letter stays
		{keymap.Everywhere, "f2", keymap.Help},
		{keymap.EmptyLine, "?", keymap.Help},
		{keymap.List, "D", keymap.ThemeDark}, // one without a key gets it in the list
	} {
		if got, _ := table.Lookup(c.scope, c.key); got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.key, c.scope, got, c.want)
		}
	}
	if got, _ := defaultTable(t).Lookup(keymap.Everywhere, "ctrl+z"); got != keymap.Undo {
		t.Errorf("the default table changed: ctrl+z asks for %q", got)
	}
}

func TestAConfigFileWithAMistakeIsToldWhichOne(t *testing.T) {
	for _, c := range []struct {
		keys map[string][]string
		want string
	}{
		{map[string][]string{"undoo": {"f5"}}, `there is no command "undoo"`},
		{map[string][]string{"handover": {"H"}}, `there is no command "handover"`},
		{map[string][]string{"clock": {"u"}}, "key u asks for undo and for clock; give one of them another key"},
		{map[string][]string{"clock": {"tab"}}, "key tab asks for next everywhere and for clock in list; give one of them another key"},
	} {
		_, err := defaultTable(t).With(c.keys)
		if err == nil || err.Error() != c.want {
			t.Errorf("%v: got %v, want %s", c.keys, err, c.want)
		}
	}
}

// The commands are read from the source, so that one which is added and forgotten in the table
// fails here.
func TestEveryCommandCanBeReached(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "command.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var commands []keymap.Command
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typed, ok := spec.Type.(*ast.Ident); !ok || typed.Name != "Command" {
			return true
		}
		name, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		commands = append(commands, keymap.Command(name))
		return true
	})
	if len(commands) < 40 {
		t.Fatalf("found only %d commands in command.go", len(commands))
	}
	for n := 1; n <= 7; n++ {
		commands = append(commands, keymap.Phase(n))
	}
	table := defaultTable(t)
	for _, c := range commands {
		b, ok := table.Binding(c)
		switch {
		case !ok:
			t.Errorf("%s stands in no row of the table", c)
		case b.Word == "" || b.Help == "":
			t.Errorf("%s has no word for the footer or none for help", c)
		case b.Scope != keymap.NoKey && (len(b.Keys) == 0 || b.Why == ""):
			t.Errorf("%s has no key, or no reason for it", c)
		}
	}
}

// These begin an entry and go back to typing, so in the list they are no commands.
func TestWhatBeginsAnEntryIsNoCommandOfTheList(t *testing.T) {
	table := defaultTable(t)
	for _, key := range strings.Split(`0 1 2 3 4 5 6 7 8 9 @ ~ + > ! "`, " ") {
		if c, taken := table.Lookup(keymap.List, key); taken {
			t.Errorf("%s asks for %s in the list; there it begins an entry", key, c)
		}
	}
}

// After g the footer showed four of eight places.
func TestAllPlacesAfterGFitIntoAFooterOf80Columns(t *testing.T) {
	width, places := 0, 0
	for _, b := range keymap.Default() {
		if b.Scope == keymap.AfterGo {
			width, places = width+len("  1 ")+len(b.Word), places+1
		}
	}
	if width > 80 || places != 8 {
		t.Errorf("%d places take %d columns", places, width)
	}
}

func TestKeysAreWrittenAsPeopleReadThem(t *testing.T) {
	for key, want := range map[string]string{
		"enter": "Enter", "ctrl+k": "ctrl+k", "shift+tab": "shift+Tab", "pgup": "PgUp", "pgdown": "PgDn",
		"down": "Dn", "space": "Space", "f1": "F1", "J": "J", "+": "+", "shift+down": "shift+Dn",
	} {
		if got := keymap.Written(key); got != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
}

func TestABindingIsFoundByItsWordsAndKeys(t *testing.T) {
	undo, _ := defaultTable(t).Binding(keymap.Undo)
	for typed, want := range map[string]bool{
		"": true, "undo": true, "LATEST back": true, "ctrl+z": true, "undo redo": false, "lts": false,
	} {
		if got := undo.Matches(typed); got != want {
			t.Errorf("%q: got %v, want %v", typed, got, want)
		}
	}
}

func TestTheFirstKeyOfACommandIsShown(t *testing.T) {
	table := defaultTable(t)
	for c, want := range map[keymap.Command]string{keymap.Undo: "ctrl+z", keymap.ThemeDark: "", "nothing": ""} {
		if got := table.Key(c); got != want {
			t.Errorf("%s: got %q, want %q", c, got, want)
		}
	}
}

func TestACommandSaysWhereItWorks(t *testing.T) {
	table := defaultTable(t)
	for c, want := range map[keymap.Command]string{keymap.Merge: "this works on an idea; g 6 goes to Countermeasures", keymap.Back: "this has no use here"} {
		if got := table.Elsewhere(c); got != want {
			t.Errorf("%s: %q, want %q", c, got, want)
		}
	}
}
