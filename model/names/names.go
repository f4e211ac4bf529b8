// Package names says who is shown how: a record as its readers may see it, with roles in the place of
// names while those are off, and texts back as they were meant. For is the only way to a screen or a page.
package names

import (
	"debrief/model"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Names knows by which words the people of a record are called, and the role and letter that
// stands for each of them while names are off. The nil Names knows nobody, and leaves every text
// as it is.
//
// A name is found at the borders of words, the longest first: whole names, their parts, handles and
// other names, in any case. One that is an ordinary word too ("Will", "Page") counts with its
// capital alone. Who is not in Attendees is not known.
type Names struct {
	people []roleName
	at     map[model.ID]int
	forms  map[string][]form
	begins [256]bool // what the first word of a form may begin with, to pass over most words at once
	gap    string    // between role and letter
}

// Of returns the names of a record for its screen.
func Of(p model.Postmortem) *Names { return namesOf(p, Unbroken) }

func namesOf(p model.Postmortem, gap string) *Names {
	n := &Names{people: roleNames(p), at: make(map[model.ID]int, len(p.Attendees)), forms: formsOf(p), gap: gap}
	for i, a := range n.people {
		n.at[a.ID] = i
	}
	for first := range n.forms {
		r, _ := utf8.DecodeRuneInString(first)
		plain, _ := utf8.DecodeRuneInString(norm.NFD.String(first)) // its marks may stand behind it
		for _, r := range []rune{r, unicode.ToUpper(r), unicode.ToTitle(r), plain, unicode.ToUpper(plain)} {
			n.begins[string(r)[0]] = true
		}
	}
	return n
}

// Hide returns the text with roles in the place of names.
func (n *Names) Hide(text string) string { return n.hide(text, "") }

// hide is Hide for a text that belongs to somebody's countermeasure: the owner stays named there,
// so in its texts no letter stands for them.
func (n *Names) hide(text string, owner model.ID) string {
	if n == nil {
		return text
	}
	var b strings.Builder
	from := 0
	n.find(text, owner, func(m mention) {
		b.WriteString(text[from:m.start])
		b.WriteString(m.shown)
		from = m.end
	})
	if from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return b.String()
}

// HideAt is Hide for a text of a row of the record that takes along places in the text, in bytes. One
// within a name moves to the end of what stands for it.
func (n *Names) HideAt(p model.Postmortem, r model.Row, text string, places ...*int) string {
	if n == nil {
		return text
	}
	return n.hideAt(text, ownersOf(p).of(r), places...)
}

func (n *Names) hideAt(text string, owner model.ID, places ...*int) string {
	moved := make([]int, len(places))
	grown := 0
	n.find(text, owner, func(m mention) {
		for i, at := range places {
			if *at >= m.end {
				moved[i] = grown + len(m.shown) - (m.end - m.start)
			} else if *at > m.start {
				moved[i] = grown + len(m.shown) - (*at - m.start)
			}
		}
		grown += len(m.shown) - (m.end - m.start)
	})
	for i, at := range places {
		*at += moved[i]
	}
	return n.hide(text, owner)
}

// mention is a place where a text names somebody, and what is shown there.
type mention struct {
	start, end int
	shown      string
}

// find calls found for every place where the text names somebody, in order.
func (n *Names) find(text string, owner model.ID, found func(mention)) {
	for i := 0; i < len(text); {
		end := wordEnd(text, i)
		if end == i {
			i++
			for i < len(text) && !utf8.RuneStart(text[i]) {
				i++
			}
			continue
		}
		if n.begins[text[i]] {
			if m, ok := n.named(text, i, end, owner); ok {
				found(m)
				end = m.end
			}
		}
		i = end
	}
}

// named tells whether a name begins with the word from i to end.
func (n *Names) named(text string, i, end int, owner model.ID) (mention, bool) {
	for _, f := range n.forms[lower(text[i:end])] {
		last, ok := f.matches(text, end)
		if !ok {
			continue
		}
		if isHandle(text, i) {
			if who := f.called(); len(who) > 0 {
				return mention{i - 1, last, n.asHandle(who, owner)}, true
			}
			continue
		}
		if len(f.who) == 0 || f.exact && !f.counts(text, i, last) {
			continue
		}
		return mention{i, last, n.shown(f.who, owner, text, i, last)}, true
	}
	return mention{}, false
}

// lower is a word in small letters, each with its marks as one: a name that was pasted from some systems
// has them apart, and looks the same. Most words are so already.
func lower(word string) string {
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return norm.NFC.String(strings.ToLower(word))
		}
	}
	return word
}

// matches tells whether the other words of the form follow its first one, which ends at at, and
// where the last of them ends.
func (f form) matches(text string, at int) (end int, ok bool) {
	for _, p := range f.parts[1:] {
		if at, ok = skipBetween(text, at, p.between); !ok {
			return 0, false
		}
		end := wordEnd(text, at)
		if lower(text[at:end]) != p.word {
			return 0, false
		}
		at = end
	}
	return at, true
}

func skipBetween(text string, at int, between string) (int, bool) {
	switch {
	case between == " ":
		rest := strings.TrimLeftFunc(text[at:], func(r rune) bool { return unicode.IsSpace(r) || r == '_' })
		return len(text) - len(rest), len(rest) < len(text)-at
	case strings.HasPrefix(text[at:], between):
		return at + len(between), true
	case between == "'" && strings.HasPrefix(text[at:], "’"):
		return at + len("’"), true
	}
	return 0, false
}

// called is whom the form means behind an @: the one whose handle it is, else all who are called so.
func (f form) called() []int {
	if f.at >= 0 {
		return []int{f.at}
	}
	return f.who
}

// isHandle tells that an @ stands before the word, and is not that of a mail address.
func isHandle(text string, i int) bool {
	return i > 0 && text[i-1] == '@' && (i == 1 || !isWordByte(text[i-2]) && text[i-2] != '.' && text[i-2] < utf8.RuneSelf)
}

// counts tells that a form which is an ordinary word too, or very short, is a name here.
func (f form) counts(text string, start, end int) bool {
	if norm.NFC.String(text[start:end]) != f.whole {
		return false
	}
	if !f.word {
		return true
	}
	before, begins := wordBefore(text, start)
	return !f.isTheWord(f.parts[0].word, before, wordAfter(text, end), begins)
}

// wordBefore returns the word before a place, in small letters, and whether a sentence begins there.
func wordBefore(text string, at int) (word string, begins bool) {
	left := strings.TrimRight(text[:at], " \u00a0\"'“‘(*_")
	if left == "" {
		return "", true
	}
	last, size := utf8.DecodeLastRuneInString(left)
	if unicode.IsLetter(last) || unicode.IsDigit(last) {
		start := strings.LastIndexFunc(left, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		return lower(left[start+1:]), false
	}
	return "", strings.ContainsAny(left[len(left)-size:], ".!?:;\n-–—>|")
}

// wordAfter returns the word behind a place, in small letters, where only space stands between.
func wordAfter(text string, at int) string {
	rest := strings.TrimLeft(text[at:], " \u00a0")
	return lower(rest[:wordEnd(rest, 0)])
}
