package keymap

import "strings"

// Matches reports whether each of the typed words is part of the binding's name, words or keys,
// in any case. Plain parts of words, and no fuzzy search: the texts are short sentences, in
// which the letters of nearly every word can be found scattered.
func (b Binding) Matches(typed string) bool {
	words := strings.Fields(strings.ToLower(typed))
	if len(words) == 0 {
		return true
	}
	written := make([]string, len(b.Keys))
	for i, k := range b.Keys {
		written[i] = Written(k)
	}
	text := strings.ToLower(string(b.Command) + "\n" + b.Word + "\n" + b.Help + "\n" + strings.Join(written, "\n"))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
