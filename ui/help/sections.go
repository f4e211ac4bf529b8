package help

import (
	"cmp"
	"slices"
	"strings"

	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// entry is one line of the help: some keys and what they do.
type entry struct {
	command keymap.Command // "" for a sign, which is typed and cannot be run
	keys    []string       // as people read them
	words   safe.Text      // in a few words, for its line
	full    safe.Text      // the whole sentence
	binding keymap.Binding // for the filter
}

// section is a heading with its lines.
type section struct {
	title   safe.Text
	column  int
	entries []entry
}

const afterGo = safe.Text("After g")

// sections sorts the table by what a person is doing. Keys of one command that work in the same
// place share a line.
func sections(t *keymap.Table) []section {
	typing := section{title: "While you type"}
	everywhere := section{title: "Everywhere"}
	list := section{title: "In the list (after Esc)", column: 1}
	after := section{title: afterGo}
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
			keys: []string{s.Sign}, words: safe.Line(s.Words), full: safe.Line(s.Words),
			binding: keymap.Binding{Help: s.Words, Keys: []string{s.Sign}},
		})
	}
	return []section{typing, everywhere, after, list}
}

// short is the sections as they stand while nothing is looked for: two keys that belong together
// share a line, and g says what follows it.
func short(all []section) []section {
	var out []section
	for _, s := range all {
		if s.title == afterGo {
			continue
		}
		s.entries = slices.Clone(s.entries)
		for _, p := range pairs() {
			pairUp(&s, p)
		}
		out = append(out, s)
	}
	return out
}

// pair is two commands of one line.
type pair struct {
	first, second keymap.Command
	words         safe.Text
}

func pairs() []pair {
	return []pair{
		{keymap.Up, keymap.Down, "mark another row"}, {keymap.Down, keymap.Up, "mark another row"},
		{keymap.PageUp, keymap.PageDown, "a page up, down"}, {keymap.Next, keymap.Previous, "complete, else next phase"},
		{keymap.First, keymap.Last, "first, last row"}, {keymap.MoveDown, keymap.MoveUp, "move the row down, up"},
		{keymap.Undo, keymap.Redo, "undo, redo"}, {keymap.Finding, keymap.Settle, "wording: next, settle"},
	}
}

// pairUp puts the second of a pair into the line of the first, where it stands behind it.
func pairUp(s *section, p pair) {
	for i := 0; i+1 < len(s.entries); i++ {
		a, b := s.entries[i], s.entries[i+1]
		if a.command != p.first || b.command != p.second {
			continue
		}
		keys := append(slices.Clone(a.keys[:1]), b.keys...)
		if len(strings.Join(keys[:2], " ")) >= keyCells && p.first != keymap.Next {
			return // ctrl+z and ctrl+r: the second key would not be seen
		}
		a.keys, a.words, a.full = keys, p.words, a.full+"; "+b.keysIn(20)+": "+b.full
		s.entries[i] = a
		s.entries = slices.Delete(s.entries, i+1, i+2)
		return
	}
}

// offLast moves the commands that have no use in this phase, whatever row is marked, behind the
// others of their section.
func offLast(all []section, off func(keymap.Command) safe.Text) {
	if off == nil {
		return
	}
	for _, s := range all {
		slices.SortStableFunc(s.entries, func(a, b entry) int { return rank(a, off) - rank(b, off) })
	}
}

func rank(e entry, off func(keymap.Command) safe.Text) int {
	if e.command == "" {
		return 0
	}
	for _, words := range []string{"later version", "works on", "goes there", "has one view", "fixed order"} {
		if strings.Contains(string(off(e.command)), words) {
			return 1
		}
	}
	return 0
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
	e := entry{command: b.Command, words: safe.Line(cmp.Or(b.Brief, b.Help)), full: safe.Line(b.Help), binding: b}
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
