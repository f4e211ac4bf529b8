package keymap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Table is the key map in force.
type Table struct {
	bindings []Binding
	commands map[Scope]map[string]Command
}

// New returns the table of the given rows. It is an error where one key asks for two things in
// one scope.
func New(bindings []Binding) (*Table, error) {
	t := &Table{bindings: bindings, commands: make(map[Scope]map[string]Command)}
	for _, b := range bindings {
		for _, k := range b.Keys {
			if other, taken := t.Lookup(b.Scope, k); taken {
				return nil, fmt.Errorf("key %s asks for %s and for %s; give one of them another key", k, other, b.Command)
			}
			if t.commands[b.Scope] == nil {
				t.commands[b.Scope] = make(map[string]Command)
			}
			t.commands[b.Scope][k] = b.Command
		}
	}
	// A key of Everywhere would hide the same key of any other scope.
	for scope, keys := range t.commands {
		if scope == Everywhere {
			continue
		}
		for k, c := range keys {
			if other, taken := t.commands[Everywhere][k]; taken {
				return nil, fmt.Errorf("key %s asks for %s everywhere and for %s in %s; give one of them another key", k, other, c, scope)
			}
		}
	}
	return t, nil
}

// With returns the table with the keys of some commands replaced. The error names the command
// that is not known, or the key that two commands would share.
func (t *Table) With(keys map[string][]string) (*Table, error) {
	rows := slices.Clone(t.bindings)
	names := make([]string, 0, len(keys))
	for name := range keys {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		found := false
		for i := range rows {
			if string(rows[i].Command) == name && rows[i].Scope != EmptyLine {
				rows[i].Keys, found = keys[name], true
				if rows[i].Scope == NoKey {
					rows[i].Scope = List
				}
				break
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no command %q", name)
		}
	}
	return New(rows)
}

// Lookup returns the command of a key in one scope.
func (t *Table) Lookup(s Scope, key string) (Command, bool) {
	c, ok := t.commands[s][key]
	return c, ok
}

// Bindings returns the rows of the table in its order. The caller only reads them.
func (t *Table) Bindings() []Binding { return t.bindings }

// Binding returns the first row of a command.
func (t *Table) Binding(c Command) (Binding, bool) {
	for _, b := range t.bindings {
		if b.Command == c {
			return b, true
		}
	}
	return Binding{}, false
}

// Elsewhere says why a command has no use on a screen that does not bring it: where it works.
func (t *Table) Elsewhere(c Command) string {
	b, _ := t.Binding(c)
	return cmp.Or(b.Elsewhere, "this has no use here")
}

// Key returns how the first key of a command is written for people, "" where it has none.
func (t *Table) Key(c Command) string {
	for _, b := range t.bindings {
		if b.Command == c && len(b.Keys) > 0 {
			return Written(b.Keys[0])
		}
	}
	return ""
}

// Written returns a key as people read it: "Enter", "Up", "ctrl+k", "shift+Tab".
func Written(key string) string {
	mods, last := "", key
	if i := strings.LastIndex(key, "+"); i > 0 && i < len(key)-1 {
		mods, last = key[:i+1], key[i+1:]
	}
	switch last {
	case "pgup":
		last = "PgUp"
	case "pgdown":
		last = "PgDn"
	case "down":
		last = "Dn"
	default:
		if len(last) > 1 {
			last = strings.ToUpper(last[:1]) + last[1:]
		}
	}
	return mods + last
}
