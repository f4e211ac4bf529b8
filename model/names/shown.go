package names

import (
	"debrief/model"
	"slices"
	"strings"
	"unicode"
)

// shown is what stands in the place of a name. In an address it is the letter, so that no space
// breaks it.
func (n *Names) shown(who []int, owner model.ID, text string, start, end int) string {
	switch {
	case inAddress(text, start, end):
		return n.letters(who)
	case len(who) > 1:
		return someone + n.gap + strings.ToUpper(n.letters(who))
	case owner != "" && n.people[who[0]].ID == owner:
		if _, begins := wordBefore(text, start); begins {
			return "The owner"
		}
		return "the owner"
	}
	return n.people[who[0]].called(n.gap)
}

// asHandle is what stands in the place of @ and a handle.
func (n *Names) asHandle(who []int, owner model.ID) string {
	if len(who) == 1 && owner != "" && n.people[who[0]].ID == owner {
		return "the owner"
	}
	return "@" + n.letters(who)
}

// mostLetters is how many people are listed who share a name.
const mostLetters = 3

// letters is the letter of one person as a handle; of several who share a name, "a/c": which of them
// is meant the text does not say.
func (n *Names) letters(who []int) string {
	all := make([]string, len(who))
	for i, w := range who {
		all[i] = n.people[w].handle()
	}
	slices.Sort(all)
	if len(all) > mostLetters {
		all = append(all[:mostLetters], "..")
	}
	return strings.Join(all, "/")
}

// longestAddress is how far round a name an address is looked for, in bytes.
const longestAddress = 200

// inAddress tells that a name stands in a web or mail address or a path.
func inAddress(text string, start, end int) bool {
	word := text[start:end]
	before, after := text[max(start-longestAddress, 0):start], text[end:min(end+longestAddress, len(text))]
	word = before[strings.LastIndexFunc(before, unicode.IsSpace)+1:] + word
	if i := strings.IndexFunc(after, unicode.IsSpace); i >= 0 {
		after = after[:i]
	}
	word += after
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.HasPrefix(word, "/") ||
		strings.HasPrefix(word, "~") || strings.ContainsRune(word, '\\') || strings.Count(word, "/") > 1 {
		return true
	}
	at := strings.IndexByte(word, '@')
	return at > 0 && (isWordByte(word[at-1]) || word[at-1] == '_') && strings.Contains(word[at:], ".")
}
