package wording

import "strings"

// entry is what the lexicon knows of a word.
type entry struct {
	id    uint16
	class class
	parts []part // of a contraction
}

// part is one word of a contraction, and how many letters (an apostrophe counts as one) it takes of it.
type part struct {
	letters int
	id      uint16
	class   class
}

// lexicon collects words while a guard is built.
type lexicon struct {
	words map[string]entry
	bases map[string]string    // "caught": "catch"
	forms map[string][2]string // "catch": "caught", "caught"
}

func newLexicon() *lexicon {
	l := &lexicon{words: make(map[string]entry, 6000), bases: make(map[string]string, 3000), forms: map[string][2]string{}}
	for _, list := range wordLists() {
		l.list(list.class, list.words)
	}
	l.verbs()
	l.contractions()
	return l
}

// id is the number of a spelling, given on first sight.
func (l *lexicon) id(spelling string) uint16 {
	e, ok := l.words[spelling]
	if !ok {
		e = entry{class: word | shape([]byte(spelling))}
	}
	if e.id == 0 {
		e.id = uint16(len(l.words) + 1)
		l.words[spelling] = e
	}
	return e.id
}

// add gives a spelling a further class.
func (l *lexicon) add(spelling string, c class) {
	l.id(spelling)
	e := l.words[spelling]
	e.class |= c | word
	l.words[spelling] = e
}

// set gives a spelling exactly these classes, against what its ending suggests: "need" is no past.
func (l *lexicon) set(spelling string, c class) {
	if e, ok := l.words[spelling]; ok && e.id != 0 {
		l.add(spelling, c)
		return
	}
	l.words[spelling] = entry{id: uint16(len(l.words) + 1), class: c | word}
}

func (l *lexicon) list(c class, words string) {
	for _, w := range strings.Fields(words) {
		l.set(w, c)
	}
}

// verbs enters the forms of every verb the lexicon names, with the classes of its meaning.
func (l *lexicon) verbs() {
	irregular := map[string][2]string{}
	for _, line := range strings.Fields(irregularVerbs) {
		f := strings.Split(line, "/")
		irregular[f[0]] = [2]string{f[1], f[2]}
	}
	kinds := map[string]class{}
	for _, list := range verbLists() {
		for _, v := range strings.Fields(list.words) {
			kinds[v] |= list.class
		}
	}
	for v := range irregular {
		kinds[v] |= 0
	}
	for v, kind := range kinds {
		p, pp := regular(v), regular(v)
		if forms, ok := irregular[v]; ok {
			p, pp = forms[0], forms[1]
			first, _, _ := strings.Cut(p, ",")
			second, _, _ := strings.Cut(pp, ",")
			l.forms[v] = [2]string{first, second}
		}
		l.form(v, v, base|kind)
		l.form(thirdPerson(v), v, third|kind)
		l.form(presentParticiple(v), v, gerund|kind)
		for _, f := range strings.Split(p, ",") {
			l.form(f, v, past|kind)
			if f != pp {
				l.form(f, v, sloppyPast|kind)
			}
		}
		for _, f := range strings.Split(pp, ",") {
			l.form(f, v, participle|kind)
		}
	}
}

// form enters one form; a base that was entered first keeps its place ("found" is of "find", not "found").
func (l *lexicon) form(spelling, verb string, c class) {
	l.set(spelling, c)
	old, ok := l.bases[spelling]
	if !ok || spelling == verb && c&(past|participle) == 0 && !strings.Contains(" left found felt saw ", " "+spelling+" ") || len(verb) < len(old) && old != spelling {
		l.bases[spelling] = verb
	}
}

// contractions enters every joined spelling of the modals: would've, wouldn't've, wouldve, woulda, wouldof, shouldn'ta …
func (l *lexicon) contractions() {
	modals := [...]string{"would", "could", "should", "might", "must", "may", "ought", "need"}
	nots := [...]string{"", "n't", "nt", "n'", "'nt"}
	haves := [...]string{"", "'ve", "ve", "'a", "a", "'of", "of", "'ov", "uv", "'uv", "'f", "'v"}
	for _, m := range modals {
		for _, n := range nots {
			for _, h := range haves {
				if n == "n'" && h == "" || n+h == "" || m == "may" && n+h == "a" || m == "need" && h == "a" && n == "" {
					continue
				}
				l.join(m+n+h, m, n, "not", h, "have")
			}
		}
	}
	for _, m := range modals[:5] {
		l.join(m+"na", m, "n", "not", "a", "have") // "wouldna mattered"
		l.join(m+"n'a", m, "n'", "not", "a", "have")
	}
	l.join("oughta", "ought", "", "", "a", "to")
	for _, had := range [...]string{"'da", "'dve", "'d've", "'d'a", "'duv"} {
		l.join(had, "'d", "", "", had[len("'d"):], "have") // "I'da"
	}
	for _, m := range [...]string{"did", "does", "do", "was", "were", "is", "are", "had", "has", "have", "wo", "ca"} {
		for _, n := range [...]string{"n't", "nt", "'nt"} {
			if m+n == "want" || m+n == "cant" && n == "" {
				continue
			}
			stem := m
			switch m {
			case "wo":
				stem = "will"
			case "ca":
				stem = "can"
			}
			l.join2(m+n, stem, len(m), "not")
		}
	}
	for _, c := range [...]struct {
		spelling string
		class    class
	}{{"'ve", haveForm}, {"'d", modal}, {"'s", possessive}, {"'re", beForm}, {"'ll", modal}, {"'m", beForm}, {"n't", negation}, {"'of", haveForm}, {"'a", haveForm}} {
		l.set(c.spelling, c.class)
	}
	for _, slip := range [...][2]string{{"woudl", "would"}, {"wuld", "would"}, {"wld", "would"}, {"wud", "would"}, {"coudl", "could"}, {"cld", "could"},
		{"cud", "could"}, {"shoudl", "should"}, {"shld", "should"}, {"shd", "should"}, {"ahve", "have"}, {"hav", "have"}, {"haev", "have"}, {"ha", "have"}, {"hae", "have"}, {"receve", "receive"}, {"recieve", "receive"}, {"recive", "receive"}, {"recieved", "received"}, {"no-one", "nobody"}, {"noone", "nobody"}, {"s'posed", "supposed"}, {"sposed", "supposed"}, {"spose", "suppose"}} {
		l.alias(slip[0], slip[1])
	}
	// Spelled apart or not, these are the words "have" and "not": rules name the plain words.
	l.alias("'ve", "have")
	l.alias("'of", "have")
	l.alias("'a", "have")
	l.alias("n't", "not")
}

// alias gives a spelling the number and the classes of another.
func (l *lexicon) alias(spelling, of string) {
	l.id(of)
	l.words[spelling] = l.words[of]
}

func (l *lexicon) join(spelling, first, not, notWord, have, haveWord string) {
	parts := []part{{letters: len(first), id: l.id(first), class: l.words[first].class}}
	if not != "" {
		parts = append(parts, part{letters: len(not), id: l.id(notWord), class: l.words[notWord].class})
	}
	if have != "" {
		parts = append(parts, part{letters: len(have), id: l.id(haveWord), class: l.words[haveWord].class})
	}
	if len(parts) > 1 {
		l.words[spelling] = entry{parts: parts}
	}
}

func (l *lexicon) join2(spelling, stem string, letters int, second string) {
	l.words[spelling] = entry{parts: []part{
		{letters: letters, id: l.id(stem), class: l.words[stem].class},
		{letters: len(spelling) - letters, id: l.id(second), class: l.words[second].class},
	}}
}
