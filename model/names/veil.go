package names

import (
	"debrief/model"
	"strings"
	"unicode/utf8"
)

// veiled is a text and how it is shown while names are off, with where the names in it stand.
type veiled struct {
	stored, shown string
	names         []veiledName
}

// veiledName is a name from start to end of the stored text, from and to of the shown one.
type veiledName struct{ start, end, from, to int }

func (n *Names) veil(stored string, owner model.ID) veiled {
	v := veiled{stored: stored}
	var b strings.Builder
	at := 0
	n.find(stored, owner, func(m mention) {
		b.WriteString(stored[at:m.start])
		from := b.Len()
		b.WriteString(m.shown)
		v.names = append(v.names, veiledName{m.start, m.end, from, b.Len()})
		at = m.end
	})
	b.WriteString(stored[at:])
	v.shown = b.String()
	return v
}

// storedAt is where a place of the shown text lies in the stored one. It is not within a name.
func (v veiled) storedAt(at int) int {
	stored := at
	for _, name := range v.names {
		if name.to > at {
			break
		}
		stored = at - name.to + name.end
	}
	return stored
}

// common returns how far the shown text and a typed one begin alike, and from where in the shown one
// they end alike. Neither cuts a name, and a word or two beside what was typed belong to it: a role
// and its letter are typed apart as often as together.
func (v veiled) common(typed string) (first, last int) {
	shown := v.shown
	for first < len(shown) && first < len(typed) {
		_, size := utf8.DecodeRuneInString(shown[first:])
		if !strings.HasPrefix(typed[first:], shown[first:first+size]) {
			break
		}
		first += size
	}
	last = len(shown)
	for end := len(typed); last > first && end > first; {
		_, size := utf8.DecodeLastRuneInString(shown[:last])
		if !strings.HasSuffix(typed[first:end], shown[last-size:last]) {
			break
		}
		last, end = last-size, end-size
	}
	before, after := 0, len(shown) // the names next to what was typed
	goesOn := first < len(typed) && handleLength(typed[first:]) > 0
	for _, name := range v.names {
		switch {
		case name.from < first && first < name.to, first == name.to && shown[name.from] == '@' && goesOn: // "@b" became "@bo"
			first, before = name.from, name.from
		case name.to <= first:
			before = name.to
		}
		if name.from < last && last < name.to {
			last = name.to
		}
		if name.from >= last {
			after = min(after, name.from)
		}
	}
	return max(backWords(shown, first, 2), before), min(onWord(shown, last), after)
}

// backWords goes so many words back from a place.
func backWords(text string, at, words int) int {
	for ; words > 0 && at > 0; words-- {
		at = len(strings.TrimRight(text[:at], " "+Unbroken))
		for at > 0 {
			_, size := utf8.DecodeLastRuneInString(text[:at])
			if wordEnd(text, at-size) == at-size {
				break
			}
			at -= size
		}
	}
	if at > 0 && text[at-1] == '@' {
		at--
	}
	return at
}

// onWord goes a word on from a place.
func onWord(text string, at int) int {
	at = len(text) - len(strings.TrimLeft(text[at:], " "+Unbroken))
	return wordEnd(text, at)
}
