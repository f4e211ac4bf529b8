package names

import (
	"debrief/model"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Back returns the text that a person means who saw stored with Hide and made typed of it: names
// that were hidden in it stand as they stood, and a role or letter that was typed is a name.
// Nothing else is touched.
func (n *Names) Back(stored, typed string) string { return n.back(stored, typed, "") }

func (n *Names) back(stored, typed string, owner model.ID) string {
	if n == nil || typed == "" || typed == stored {
		return typed
	}
	v := n.veil(stored, owner)
	if typed == v.shown {
		return stored
	}
	if len(v.names) == 0 && !n.holdsRole(typed) {
		return typed
	}
	// What both begin and end with is as it is stored; between, it is found word by word.
	first, last := v.common(typed)
	end := len(typed) - (len(v.shown) - last)
	was := n.shownWords(v, first, last)
	now := n.typedWords(typed, first, end, was)
	return stored[:v.storedAt(first)] + putBack(was, now) + stored[v.storedAt(last):]
}

// putBack puts the words together as they are meant.
func putBack(was, now []shownWord) string {
	kept := align(was, now)
	free := make([]bool, len(was)) // names that stand nowhere yet
	for i, w := range was {
		free[i] = w.name && !slices.Contains(kept, i)
	}
	var b strings.Builder
	for i, w := range now {
		from := kept[i]
		for j := 0; j < len(was) && from < 0 && w.name; j++ {
			if free[j] && w.same(was[j]) {
				from = j // it moved
			}
		}
		switch {
		case from >= 0 && was[from].name:
			b.WriteString(was[from].stored)
			free[from] = false
		case from < 0 && w.name:
			b.WriteString(w.stored)
		default:
			b.WriteString(w.shown)
		}
	}
	return b.String()
}

// shownWord is a word of a text, a stretch of space or a sign: as it is shown, and as it is or
// would be stored.
type shownWord struct {
	shown, stored string
	name          bool
}

// same tells that two words look the same.
func (w shownWord) same(o shownWord) bool {
	return w.shown == o.shown || strings.ReplaceAll(w.shown, Unbroken, " ") == strings.ReplaceAll(o.shown, Unbroken, " ")
}

// shownWords takes a stretch of a shown text apart, with each name as one word.
func (n *Names) shownWords(v veiled, from, to int) []shownWord {
	var words []shownWord
	plain := func(to int) {
		for from < to {
			end := wordOrSign(v.shown, from)
			if _, last, ok := n.roleAt(v.shown, from); ok {
				end = last
			}
			end = min(end, to)
			words = append(words, shownWord{shown: v.shown[from:end]})
			from = end
		}
	}
	for _, name := range v.names {
		if name.from >= from && name.to <= to {
			plain(name.from)
			words = append(words, shownWord{v.shown[name.from:name.to], v.stored[name.start:name.end], true})
			from = name.to
		}
	}
	plain(to)
	return words
}

// typedWords takes a stretch of a typed text apart: what stands for a name, here or in the text that
// was shown, is one word.
func (n *Names) typedWords(typed string, from, to int, was []shownWord) []shownWord {
	var more []string // what stands for names there, beside roles and letters
	for _, w := range was {
		if w.name && !slices.Contains(more, w.shown) {
			more = append(more, w.shown)
		}
	}
	var words []shownWord
	for i := from; i < to; {
		if name, end, ok := n.roleAt(typed, i); ok && end <= to {
			words = append(words, shownWord{typed[i:end], name, true})
			i = end
			continue
		}
		end := wordOrSign(typed, i)
		for _, shown := range more {
			if last, ok := looksLike(typed, i, shown); ok && last > end {
				end = last
			}
		}
		end = min(end, to)
		words = append(words, shownWord{shown: typed[i:end]})
		i = end
	}
	return words
}

// looksLike tells whether the words stand in the text at i and end there with a word of it.
func looksLike(text string, i int, words string) (end int, ok bool) {
	end = i
	for _, r := range words {
		if end == len(text) {
			return 0, false
		}
		c, size := utf8.DecodeRuneInString(text[end:])
		if c != r && !(unicode.IsSpace(c) && unicode.IsSpace(r)) {
			return 0, false
		}
		end += size
	}
	return end, end == len(text) || wordEnd(text, end) == end
}

func wordOrSign(text string, i int) int {
	if end := wordEnd(text, i); end > i {
		return end
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

func (n *Names) holdsRole(text string) bool {
	for i := 0; i < len(text); i = wordOrSign(text, i) {
		if _, _, ok := n.roleAt(text, i); ok {
			return true
		}
	}
	return false
}

// roleAt reads a role with its letter, or @ and a letter, and returns the name that it stands for.
// Typed by hand it has to be the role that the person has now: "Guest A" may be a machine.
func (n *Names) roleAt(text string, i int) (name string, end int, ok bool) {
	if text[i] == '@' {
		if !isHandle(text, i+1) {
			return "", 0, false
		}
		end := i + 1 + handleLength(text[i+1:])
		who, ok := n.byLetter(text[i+1 : end])
		return "@" + who.Handle, end, ok && !n.isOneOfSeveral(text, end)
	}
	if c := text[i]; c < 'A' || c > 'Z' {
		return "", 0, false
	}
	at := wordEnd(text, i)
	word := text[i:at]
	if !IsRoleWord(word) {
		return "", 0, false
	}
	gap, found := cutGap(text[at:])
	if !found {
		return "", 0, false
	}
	from := at + len(gap)
	end = wordEnd(text, from)
	who, ok := n.byLetter(text[from:end])
	if !ok || who.letter != text[from:end] || who.word != word && gap != Unbroken || n.isOneOfSeveral(text, end) {
		return "", 0, false
	}
	return who.Name, end, true
}

// isOneOfSeveral tells that another letter follows, as in "Person A/C": which of the two is meant nobody
// said, so it stays as it was typed.
func (n *Names) isOneOfSeveral(text string, end int) bool {
	rest, ok := strings.CutPrefix(text[end:], "/")
	if !ok {
		return false
	}
	_, is := n.byLetter(rest[:wordEnd(rest, 0)])
	return is
}

func cutGap(text string) (gap string, ok bool) {
	for _, gap := range []string{Unbroken, " "} {
		if strings.HasPrefix(text, gap) {
			return gap, true
		}
	}
	return "", false
}

// handleLength is how far a handle goes; a sign that may end a sentence is not its last.
func handleLength(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !model.HandleRune(r) })
	if end < 0 {
		end = len(text)
	}
	return len(strings.TrimRight(text[:end], "._-"))
}

// byLetter returns the person of a letter, in any case.
func (n *Names) byLetter(letter string) (roleName, bool) {
	if letter == "" {
		return roleName{}, false
	}
	for _, a := range n.people {
		if strings.EqualFold(a.letter, letter) {
			return a, true
		}
	}
	return roleName{}, false
}

// Who returns the person that a role and letter, or a letter with or without @, stands for.
func (n *Names) Who(typed string) (model.ID, bool) {
	if n == nil {
		return "", false
	}
	typed = model.Tidy(typed)
	if who, ok := n.byLetter(strings.TrimPrefix(typed, "@")); ok {
		return who.ID, true
	}
	if word, letter, ok := strings.Cut(strings.ReplaceAll(typed, Unbroken, " "), " "); ok && IsRoleWord(word) {
		who, ok := n.byLetter(letter)
		return who.ID, ok
	}
	return "", false
}
