package help

import (
	"slices"

	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// entry is one line of the help: some keys and what they do.
type entry struct {
	command keymap.Command // "" for a sign, which is typed and cannot be run
	keys    []string       // as people read them
	words   safe.Text
	binding keymap.Binding // for the filter
}

// section is a heading with its lines.
type section struct {
	title   safe.Text
	column  int
	entries []entry
}

// sections sorts the table by what a person is doing. Keys of one command that work in the same
// place share a line.
func sections(t *keymap.Table) []section {
	typing := section{title: "While you type"}
	everywhere := section{title: "Everywhere"}
	list := section{title: "In the list (after Esc)", column: 1}
	after := section{title: "After g"}
	shown := make(map[keymap.Command][]string) // keys that stand in the left column
	for _, b := range t.Bindings() {
		switch b.Scope {
		case keymap.Everywhere:
			if isForTyping(b.Command) {
				add(&typing, b)
			} else {
				add(&everywhere, b)
			}
			shown[b.Command] = append(shown[b.Command], b.Keys...)
		case keymap.EmptyLine:
			if !join(&everywhere, b) {
				add(&typing, b)
			}
			shown[b.Command] = append(shown[b.Command], b.Keys...)
		case keymap.List:
			if len(b.Keys) > 0 && slices.Contains(shown[b.Command], b.Keys[0]) {
				continue // the same key does the same on the empty line
			}
			if !join(&list, b) {
				add(&list, b)
			}
		case keymap.AfterGo:
			add(&after, b)
		}
	}
	for _, s := range keymap.Signs() {
		typing.entries = append(typing.entries, entry{
			keys: []string{s.Sign}, words: safe.Line(s.Words),
			binding: keymap.Binding{Help: s.Words, Keys: []string{s.Sign}},
		})
	}
	return []section{typing, everywhere, after, list}
}

// isForTyping tells the keys that one needs for the line from those that do something else.
func isForTyping(c keymap.Command) bool {
	switch c {
	case keymap.Enter, keymap.Up, keymap.Down, keymap.PageUp, keymap.PageDown, keymap.Next, keymap.Previous, keymap.Back:
		return true
	}
	return false
}

func add(s *section, b keymap.Binding) {
	e := entry{command: b.Command, words: safe.Line(b.Help), binding: b}
	e.keys = written(nil, b.Keys)
	s.entries = append(s.entries, e)
}

// join adds the keys to the line of the same command; false where there is none.
func join(s *section, b keymap.Binding) bool {
	for i := range s.entries {
		if e := &s.entries[i]; e.command == b.Command {
			e.keys = written(e.keys, b.Keys)
			e.binding.Keys = slices.Concat(e.binding.Keys, b.Keys)
			return true
		}
	}
	return false
}

func written(to, keys []string) []string {
	for _, k := range keys {
		to = append(to, keymap.Written(k))
	}
	return to
}

// keysIn is the keys of a line in so many cells: as many as fit, at least the first.
func (e entry) keysIn(width int) safe.Text {
	var text safe.Text
	for i, k := range e.keys {
		next := text
		if i > 0 {
			next += " "
		}
		next += safe.Line(k)
		if i > 0 && safe.Width(next) > width {
			break
		}
		text = next
	}
	return safe.Cut(text, width)
}
