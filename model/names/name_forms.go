package names

import (
	"debrief/model"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// form is a word, or several, by which somebody is called in a text.
type form struct {
	parts []nameWord // in small letters
	who   []int      // the people who are called so, each once
	at    int        // whose handle it is, -1 for nobody's
	exact bool       // counts only as whole is written, not in small letters
	whole string     // with its capital
	word  bool       // is an ordinary word as well
	given bool       // is more than a family name
}

// nameWord is a word of a form, and what stands between it and the one before.
type nameWord struct{ between, word string }

// formsOf returns the forms of all people by their first word, those of most words first.
func formsOf(p model.Postmortem) map[string][]form {
	b := formBuilder{forms: make(map[string]*form), also: make(map[string]bool)}
	for word := range strings.FieldsSeq(strings.ToLower(string(p.Incident.Systems))) {
		b.also[word] = true
	}
	for _, a := range p.Attendees {
		b.also[strings.ToLower(model.Tidy(a.Team))] = true
	}
	for i, a := range p.Attendees {
		b.add(i, a.Name, true)
		if !isGroup(a.Name) {
			for n, part := range nameParts(a.Name) {
				b.add(i, part, n == 0)
			}
		}
		for _, other := range a.Other.Words() {
			b.add(i, other, true)
		}
		if utf8.RuneCountInString(a.Handle) > shortName {
			b.add(i, a.Handle, true)
		}
		if f := b.form(a.Handle); f != nil {
			f.at = i
		}
	}
	byFirst := make(map[string][]form, len(b.forms))
	for _, f := range b.forms {
		first := f.parts[0].word
		byFirst[first] = append(byFirst[first], *f)
	}
	for _, list := range byFirst {
		slices.SortFunc(list, func(x, y form) int { return len(y.parts) - len(x.parts) })
	}
	return byFirst
}

type formBuilder struct {
	forms map[string]*form
	also  map[string]bool // words of systems and whole teams of this record
}

// form returns the form of a name, nil where it has no word.
func (b *formBuilder) form(name string) *form {
	parts := nameWords(name)
	if len(parts) == 0 {
		return nil
	}
	key := lower(strings.Join(strings.Fields(name), " "))
	f := b.forms[key]
	if f == nil {
		f = &form{parts: parts, at: -1}
		b.forms[key] = f
	}
	return f
}

// shortName is of how many letters a name is at most that counts only as it is written: "Al".
const shortName = 2

func (b *formBuilder) add(who int, name string, given bool) {
	f := b.form(name)
	if f == nil || utf8.RuneCountInString(name) < shortName {
		return
	}
	if !slices.Contains(f.who, who) {
		f.who = append(f.who, who)
	}
	f.given = f.given || given
	name = norm.NFC.String(name)
	key := lower(name)
	f.word = len(f.parts) == 1 && (isCommonWord(key) || b.also[key])
	f.exact = f.word || utf8.RuneCountInString(name) <= shortName
	if f.whole == "" || name != key {
		f.whole = model.Capital(name)
	}
}

// isGroup tells that a name is that of a team or a desk, of which one word alone names nobody.
func isGroup(name string) bool {
	for word := range strings.FieldsSeq(name) {
		first, _ := utf8.DecodeRuneInString(word)
		if isGroupWord(strings.ToLower(word)) || unicode.IsLower(first) && !isParticle(word) {
			return true
		}
	}
	return false
}

// nameParts are the words of a name that say alone who it is: given name, family name, the halves
// of a double name.
func nameParts(name string) []string {
	var parts []string
	for word := range strings.FieldsSeq(name) {
		if isParticle(strings.ToLower(word)) || strings.HasSuffix(word, ".") {
			continue
		}
		parts = append(parts, word)
		if halves := strings.Split(word, "-"); len(halves) > 1 {
			parts = append(parts, halves...)
		}
	}
	return parts
}

// nameWords takes a name apart into words and what stands between them.
func nameWords(name string) []nameWord {
	var words []nameWord
	from := 0
	for i := 0; i < len(name); {
		end := wordEnd(name, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(name[i:])
			i += size
			continue
		}
		between := strings.TrimSpace(name[from:i])
		if between == "" && i > from {
			between = " "
		}
		words = append(words, nameWord{between, lower(name[i:end])})
		i, from = end, end
	}
	if len(words) > 0 {
		words[0].between = ""
	}
	return words
}

// wordEnd returns where the word ends that begins at i, i itself where none does. In scripts that
// leave no space between words each letter is a word, so a name is found within a sentence.
func wordEnd(text string, i int) int {
	for at := i; at < len(text); {
		if c := text[at]; c < utf8.RuneSelf {
			if !isWordByte(c) {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case !unicode.In(r, unicode.L, unicode.M, unicode.N):
			return at
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer):
			if at == i {
				return at + size
			}
			return at
		}
		at += size
	}
	return len(text)
}

// isWordByte leaves out "_": it stands around a word that is stressed, and between the names of an account.
func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}
