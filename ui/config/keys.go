package config

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"debrief/ui/keymap"
)

// remapped is one line of keys: a command and the keys that ask for it.
type remapped struct {
	command string
	keys    []string
}

// keys replaces the keys of some commands:
//
//	keys:
//	  undo: ctrl+u
//	  find: [/, ctrl+f]
func (f file) keys(s *Settings, value *yaml.Node) error {
	if isNothing(value) {
		return nil
	}
	if value.Kind != yaml.MappingNode {
		return f.wrong(value.Line, "keys needs a line for each command, such as \"undo: ctrl+u\"")
	}
	var rows []remapped
	var commands []field
	for _, b := range s.Keys.Bindings() {
		if b.Scope != keymap.EmptyLine {
			commands = append(commands, field{string(b.Command), func(_ string, value *yaml.Node) error {
				row, err := f.remap(b, value)
				rows = append(rows, row)
				return err
			}})
		}
	}
	lines, err := f.fields(value, "keys: there is no command", commands)
	if err != nil {
		return err
	}
	table, err := s.Keys.With(wanted(rows, ""))
	if err != nil {
		return f.wrong(blamed(s.Keys, rows, lines, value.Line), "%w", err)
	}
	s.Keys = table
	return nil
}

func (f file) remap(b keymap.Binding, value *yaml.Node) (remapped, error) {
	row := remapped{command: string(b.Command)}
	written := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		written = value.Content
	}
	for _, node := range written {
		if node.Kind != yaml.ScalarNode || node.Value == "" {
			return row, f.wrong(node.Line, "keys of %s are a key or a list, such as [ctrl+u, f5]", row.command)
		}
		key, err := readKey(node.Value)
		if err != nil {
			return row, f.wrong(node.Line, "keys of %s: %w", row.command, err)
		}
		row.keys = append(row.keys, key)
	}
	if b.Scope == keymap.Everywhere {
		if err := usable(row); err != nil {
			return row, f.wrong(value.Line, "%w", err)
		}
	}
	return row, nil
}

// usable refuses what would shut a person in: a command that works while one types and has no
// key any more, or one that takes a letter away from the text.
func usable(row remapped) error {
	if len(row.keys) == 0 {
		return fmt.Errorf("%s needs at least one key", row.command)
	}
	for _, key := range row.keys {
		if key == "space" || utf8.RuneCountInString(key) == 1 {
			return fmt.Errorf("%s works while one types, so %s is needed for text; take a key with ctrl or alt, or f2 to f12", row.command, key)
		}
	}
	return nil
}

// wanted returns the rows as the key map takes them, but for one command.
func wanted(rows []remapped, without string) map[string][]string {
	keys := make(map[string][]string, len(rows))
	for _, row := range rows {
		if row.command != without {
			keys[row.command] = row.keys
		}
	}
	return keys
}

// blamed returns the line of the one command without which the others fit together.
func blamed(table *keymap.Table, rows []remapped, lines map[string]int, otherwise int) int {
	for i := len(rows) - 1; i >= 0; i-- {
		if _, err := table.With(wanted(rows, rows[i].command)); err == nil {
			return lines[rows[i].command]
		}
	}
	return otherwise
}

// readKey reads a key as people write it, "PgUp" or "Ctrl+K", into the name that Bubble Tea has
// for it. A single letter keeps its case: u and U are two keys.
func readKey(written string) (string, error) {
	mods, last := "", written
	if i := strings.LastIndex(written, "+"); i > 0 && i < len(written)-1 {
		mods, last = strings.ToLower(written[:i+1]), written[i+1:]
	}
	for mod := range strings.SplitSeq(strings.TrimSuffix(mods, "+"), "+") {
		switch mod {
		case "", "ctrl", "alt", "shift", "super", "meta", "hyper":
		default:
			return "", fmt.Errorf("%q is no key: before the + stand ctrl, alt or shift", written)
		}
	}
	if last == " " {
		last = "space"
	}
	if utf8.RuneCountInString(last) == 1 {
		if mods != "" {
			last = strings.ToLower(last)
		}
		return mods + last, nil
	}
	switch last = strings.ToLower(last); last {
	case "pgdn", "pagedown":
		last = "pgdown"
	case "pageup":
		last = "pgup"
	case "dn":
		last = "down"
	case "escape":
		last = "esc"
	case "return":
		last = "enter"
	case "enter", "tab", "space", "backspace", "delete", "insert", "esc",
		"up", "down", "left", "right", "home", "end", "pgup", "pgdown":
	default:
		if !isFunctionKey(last) {
			return "", fmt.Errorf("%q is no key: write it as ctrl+k, shift+tab, pgup, f5 or space", written)
		}
	}
	return mods + last, nil
}

func isFunctionKey(name string) bool {
	for n := 1; n <= 20; n++ {
		if name == fmt.Sprintf("f%d", n) {
			return true
		}
	}
	return false
}
