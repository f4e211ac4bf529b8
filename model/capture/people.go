package capture

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
)

// People finds attendees by what is typed after @. It is made once a change; finding one costs
// a search by halves. The zero People knows nobody.
type People struct {
	list  []model.Attendee
	names []name // sorted by word, then rank, then place in list
	quiet bool   // names nobody whose name was not begun
}

// name is one word under which an attendee can be found.
type name struct {
	word string // lower case, without spaces
	rank rank
	who  int
	// unoffered names are understood and complete nothing.
	unoffered bool
}

// rank orders the ways in which a word names somebody: a handle is the surest.
type rank int

const (
	byHandle rank = iota
	byName
	byPart // a part of the name, another name
)

// NewPeople makes the index, in the order of the list.
func NewPeople(attendees []model.Attendee) People {
	p := People{list: attendees}
	for i, a := range attendees {
		p.call(i, a)
	}
	p.sort()
	return p
}

// PeopleOf makes the index of those whom a screen shows. While roles stand in the place of names a
// letter is a handle; people are found by their own names too, and told by their roles.
func PeopleOf(x *model.Index) People {
	p := NewPeople(x.Attendees)
	shown := p
	for i, a := range x.Attendees {
		if own := x.Named(a.ID); own.Name != a.Name {
			p.call(i, withoutLetter(own, shown))
		}
	}
	p.sort()
	return p
}

// OwnersOf is PeopleOf for who owns a countermeasure: owners stay named, so people are told by their
// own names. Nobody is offered whose name was not begun; a letter is understood, and not offered.
func OwnersOf(x *model.Index) People {
	p := People{list: make([]model.Attendee, len(x.Attendees))}
	shown := NewPeople(x.Attendees)
	for i, a := range x.Attendees {
		own := x.Named(a.ID)
		if own.Name == a.Name {
			p.list[i] = own
			p.call(i, own)
			continue
		}
		p.list[i], p.quiet = withoutLetter(own, shown), true
		p.call(i, p.list[i])
		p.names = append(p.names, name{word: fold(a.Handle), rank: byHandle, who: i, unoffered: true})
	}
	p.sort()
	return p
}

// withoutLetter is a person without a handle that is somebody's letter: the letter goes before.
func withoutLetter(a model.Attendee, shown People) model.Attendee {
	if _, taken := shown.Handle(a.Handle); taken {
		a.Handle = ""
	}
	return a
}

func (p *People) call(i int, a model.Attendee) {
	p.add(a.Handle, byHandle, i)
	p.add(a.Name, byName, i)
	for _, part := range strings.Fields(a.Name) {
		p.add(part, byPart, i)
	}
	for _, other := range a.Other.Words() {
		p.add(other, byPart, i)
	}
}

func (p *People) sort() {
	slices.SortFunc(p.names, func(a, b name) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.rank, b.rank), cmp.Compare(a.who, b.who))
	})
}

func (p *People) add(word string, r rank, who int) {
	if word = fold(word); word != "" {
		p.names = append(p.names, name{word: word, rank: r, who: who})
	}
}

// fold is the form in which names are compared: lower case, without spaces and a leading @.
func fold(s string) string {
	s = strings.ToLower(strings.TrimPrefix(s, "@"))
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

// Find returns who is meant by a word: the exact handle, else the only person of that name, else
// the only one of whom a handle or name begins so. Where several fit, they come back in the
// order of the list, to be asked about; where nobody fits, none.
func (p People) Find(word string) []model.Attendee {
	word = fold(word)
	if word == "" {
		return nil
	}
	from, _ := slices.BinarySearchFunc(p.names, word, func(n name, w string) int { return strings.Compare(n.word, w) })
	fits := p.names[from:]
	if len(fits) == 0 || !strings.HasPrefix(fits[0].word, word) {
		return nil
	}
	if fits[0].word == word && fits[0].rank == byHandle {
		return p.list[fits[0].who : fits[0].who+1]
	}
	exact := 0
	for exact < len(fits) && fits[exact].word == word {
		exact++
	}
	if exact > 0 {
		fits = fits[:exact]
	}
	one, only := fits[0].who, true
	several := 0
	for several < len(fits) && strings.HasPrefix(fits[several].word, word) {
		only = only && fits[several].who == one
		several++
	}
	if only {
		return p.list[one : one+1]
	}
	return p.pick(fits[:several])
}

// pick returns the people behind the names, each once, in the order of the list.
func (p People) pick(names []name) []model.Attendee {
	who := make([]int, len(names))
	for i, n := range names {
		who[i] = n.who
	}
	slices.Sort(who)
	var people []model.Attendee
	for _, i := range slices.Compact(who) {
		people = append(people, p.list[i])
	}
	return people
}

// Handle returns the attendee of exactly that handle, upper and lower case being the same.
func (p People) Handle(handle string) (model.Attendee, bool) {
	handle = fold(handle)
	i, _ := slices.BinarySearchFunc(p.names, handle, func(n name, w string) int { return strings.Compare(n.word, w) })
	if i < len(p.names) && p.names[i].word == handle && p.names[i].rank == byHandle {
		return p.list[p.names[i].who], true
	}
	return model.Attendee{}, false
}

// named returns the attendee of exactly that full name.
func (p People) named(full string) (model.Attendee, bool) {
	full = fold(full)
	i, _ := slices.BinarySearchFunc(p.names, full, func(n name, w string) int { return strings.Compare(n.word, w) })
	for ; i < len(p.names) && p.names[i].word == full; i++ {
		if p.names[i].rank == byName {
			return p.list[p.names[i].who], true
		}
	}
	return model.Attendee{}, false
}

// NewHandle makes a handle for a name that nobody has yet: the first name, then with letters of the
// last one, then with a number. It is "" for a name without a letter.
func (p People) NewHandle(full string) string {
	parts := strings.Fields(full)
	var first, last string
	for _, part := range parts {
		part = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, part)
		if first == "" {
			if r, _ := utf8.DecodeRuneInString(part); unicode.IsLetter(r) {
				first = part
			}
			continue
		}
		if part != "" {
			last = part
		}
	}
	if first == "" {
		return ""
	}
	if _, taken := p.Handle(first); !taken {
		return first
	}
	for i := range last {
		if i == 0 {
			continue
		}
		if _, taken := p.Handle(first + last[:i]); !taken {
			return first + last[:i]
		}
	}
	for n := 2; ; n++ {
		h := first + digits(n)
		if _, taken := p.Handle(h); !taken {
			return h
		}
	}
}

// NameOf makes a name for a person of whom only a handle was typed: "jo.brandt" is "Jo Brandt".
func NameOf(handle string) string {
	parts := strings.FieldsFunc(handle, func(r rune) bool { return r == '.' || r == '_' || r == '-' })
	for i, part := range parts {
		r, n := utf8.DecodeRuneInString(part)
		parts[i] = string(unicode.ToUpper(r)) + part[n:]
	}
	return strings.Join(parts, " ")
}
