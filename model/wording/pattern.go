package wording

import (
	"fmt"
	"strconv"
	"strings"
)

// kind is what an element of a pattern does.
type kind uint8

const (
	one           kind = iota // one token
	gap                       // up to max tokens of one clause
	wideGap                   // up to max tokens of one sentence
	between                   // ~ : adverbs, "not", asides, short phrases
	ahead                     // the next token is
	notAhead                  // the next token is not
	notBehind                 // the token before is not
	opening                   // the found words begin here
	closing                   // the found words end here
	clauseStart               // ^ : a sentence or clause begins here
	sentenceStart             // ^^
	subject                   // {person} … : who does what follows
	agent                     // {agent} {tool} : whom or what the next words name
)

// element is one step of a compiled pattern.
type element struct {
	kind     kind
	ids      []uint16
	class    class
	min, max int
	who      subjectKind
}

// fits tells whether a token is one of the element's words or classes.
func (e *element) fits(t token) bool {
	if t.class&e.class != 0 {
		return true
	}
	if t.id != 0 {
		for _, id := range e.ids {
			if id == t.id {
				return true
			}
		}
	}
	return false
}

// pattern is a compiled pattern of a rule.
type pattern struct {
	rule     int
	unless   bool
	elements []element
	first    int // the first element that takes a token
}

// compile reads one pattern. Its elements are parted by spaces:
//
//	word            this word; a|b is either
//	<class>         a word of this class, see classNames
//	x? x* x+        optional, any number, at least one
//	..4  ...9       up to that many words within the clause, within the sentence
//	~               adverbs, "not", asides between commas, and short phrases like "in hindsight"
//	=x  !x  -x      the next word is x, is not x; the word before is not x
//	[ ]             around the part that is marked; without them all of it is
//	^ ^^            a clause begins here; a sentence begins here
//	{person}        what follows is done by a person; {machine}, {nobody} (no subject), {someone} (person or none)
//	{agent} {tool}  the words that follow name a person; anything else
func (l *lexicon) compile(source string) (pattern, error) {
	p := pattern{first: -1}
	for _, field := range strings.Fields(source) {
		e, err := l.element(field)
		if err != nil {
			return p, err
		}
		if p.first < 0 && (e.kind == one || e.kind == gap || e.kind == wideGap || e.kind == between) {
			if e.kind != one || e.min == 0 {
				return p, fmt.Errorf("%q begins with a part that may be absent", source)
			}
			p.first = len(p.elements)
		}
		p.elements = append(p.elements, e)
	}
	if p.first < 0 {
		return p, fmt.Errorf("%q names no word", source)
	}
	return p, p.marks(source)
}

// marks refuses a pattern that would mark nothing: a finding shows the words that it asks about.
func (p pattern) marks(source string) error {
	from, to := 0, len(p.elements)
	opens, closes := 0, 0
	for i, e := range p.elements {
		switch e.kind {
		case opening:
			opens, from = opens+1, i
		case closing:
			closes, to = closes+1, i
		}
	}
	if opens != closes || opens > 1 || from > to {
		return fmt.Errorf("%q needs one [ and one ] behind it, around the words that are marked", source)
	}
	for _, e := range p.elements[from:to] {
		if e.kind == one && e.min > 0 && (len(e.ids) > 0 || e.class&^(stop|question) != 0) {
			return nil
		}
	}
	return fmt.Errorf("%q marks no word that has to be there", source)
}

// longestGap is how many words a gap of a pattern may leave open.
const longestGap = 50

func gapOf(k kind, digits string) (element, error) {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > longestGap {
		return element{}, fmt.Errorf("the points before %q need a number from 1 to %d behind them", digits, longestGap)
	}
	return element{kind: k, max: n}, nil
}

// sign returns the element of a sign that is none of words, false where the field is no sign.
func sign(field string) (element, bool) {
	switch field {
	case "[":
		return element{kind: opening}, true
	case "]":
		return element{kind: closing}, true
	case "^":
		return element{kind: clauseStart}, true
	case "^^":
		return element{kind: sentenceStart}, true
	case "~":
		return element{kind: between}, true
	case "{person}":
		return element{kind: subject, who: personSubject}, true
	case "{machine}":
		return element{kind: subject, who: machineSubject}, true
	case "{nobody}":
		return element{kind: subject, who: noSubject}, true
	case "{agent}":
		return element{kind: agent, who: personSubject}, true
	case "{tool}":
		return element{kind: agent, who: machineSubject}, true
	case "{someone}":
		return element{kind: subject, who: personSubject | noSubject}, true
	}
	return element{}, false
}

func (l *lexicon) element(field string) (element, error) {
	if e, ok := sign(field); ok {
		return e, nil
	}
	if digits, ok := strings.CutPrefix(field, "..."); ok {
		return gapOf(wideGap, digits)
	}
	if digits, ok := strings.CutPrefix(field, ".."); ok {
		return gapOf(gap, digits)
	}
	e := element{kind: one, min: 1, max: 1}
	if len(field) > 1 {
		switch field[0] {
		case '=':
			e.kind, field = ahead, field[1:]
		case '!':
			e.kind, field = notAhead, field[1:]
		case '-':
			e.kind, field = notBehind, field[1:]
		}
		switch field[len(field)-1] {
		case '?':
			e.min, field = 0, field[:len(field)-1]
		case '*':
			e.min, e.max, field = 0, 8, field[:len(field)-1]
		case '+':
			e.max, field = 8, field[:len(field)-1]
		}
	}
	for alternative := range strings.SplitSeq(field, "|") {
		if name, ok := strings.CutPrefix(alternative, "<"); ok {
			name = strings.TrimSuffix(name, ">")
			c, known := classNames()[name]
			if !known {
				return e, fmt.Errorf("there is no class <%s>", name)
			}
			e.class |= c
			continue
		}
		if alternative == "" {
			return e, fmt.Errorf("%q has an empty alternative", field)
		}
		e.ids = append(e.ids, l.id(strings.ToLower(strings.ReplaceAll(alternative, "’", "'"))))
	}
	return e, nil
}
