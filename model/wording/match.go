package wording

// matcher tries the patterns of a guard on the tokens of one text.
type matcher struct {
	tokens []token
	hits   []hit
	kept   []hit // hits that no exception covers
	steps  int   // left for the pattern that is tried; hostile text cannot make one pattern run for long
	widest int   // how many tokens the longest hit spans; hits further apart do not overlap
}

// hit is a match of a pattern, in tokens.
type hit struct {
	rule       int
	unless     bool
	start, end int // marked tokens, end excluded
	from, to   int // all tokens of the match
}

// budget is how many steps one pattern may take at one place. Ordinary sentences need fewer than a hundred.
const budget = 600

// run collects the hits of every pattern at every token.
func (m *matcher) run(g *Guard, phase Phase) {
	for i := range m.tokens {
		t := m.tokens[i]
		if t.id != 0 && int(t.id) < len(g.byWord) {
			for _, p := range g.byWord[t.id] {
				m.try(&g.patterns[p], g, phase, i)
			}
		}
		for c := t.class & g.starts; c != 0; c &= c - 1 {
			for _, p := range g.byClass[bit(c)] {
				m.try(&g.patterns[p], g, phase, i)
			}
		}
	}
}

func (m *matcher) try(p *pattern, g *Guard, phase Phase, i int) {
	if !g.active[phase][p.rule] {
		return
	}
	h := hit{rule: p.rule, unless: p.unless, start: -1, end: -1, from: i, to: i}
	m.steps = budget
	if !m.step(p.elements, i, &h) {
		return
	}
	if h.start < 0 {
		h.start = h.from
	}
	if h.end < 0 {
		h.end = h.to
	}
	// The end of a sentence is no word; at the end of a text it has no sign either.
	for h.start < h.end && m.tokens[h.end-1].is(stop) {
		h.end--
	}
	for h.start < h.end && m.tokens[h.start].is(stop) {
		h.start++
	}
	if h.start >= h.end {
		return
	}
	m.widest = max(m.widest, h.to-h.from)
	m.hits = append(m.hits, h)
}

// step matches the elements from token i on; the hit is filled when it returns true.
func (m *matcher) step(elements []element, i int, h *hit) bool {
	if m.steps--; m.steps < 0 {
		return false
	}
	if len(elements) == 0 {
		h.to = i
		return true
	}
	e, rest := &elements[0], elements[1:]
	switch e.kind {
	case one:
		return m.some(e, rest, i, h)
	case gap, wideGap:
		return m.gap(e, rest, i, h)
	case between:
		return m.between(rest, i, h, 4)
	case ahead:
		return i < len(m.tokens) && e.fits(m.tokens[i]) && m.step(rest, i, h)
	case notAhead:
		return (i >= len(m.tokens) || !e.fits(m.tokens[i])) && m.step(rest, i, h)
	case notBehind:
		return (i == 0 || !e.fits(m.tokens[i-1])) && m.step(rest, i, h)
	case clauseStart:
		return (i == 0 || m.tokens[i-1].is(stop|breaker|comma|conjunction)) && m.step(rest, i, h)
	case sentenceStart:
		return (i == 0 || m.tokens[i-1].is(stop|breaker)) && m.step(rest, i, h)
	case subject:
		return m.subject(i)&e.who != 0 && m.step(rest, i, h)
	case agent:
		return m.agent(i)&e.who != 0 && m.step(rest, i, h)
	case opening:
		if m.step(rest, i, h) {
			h.start = i
			return true
		}
		return false
	case closing:
		if m.step(rest, i, h) {
			h.end = i
			return true
		}
		return false
	}
	return false
}

// some matches a repeated element, longest first.
func (m *matcher) some(e *element, rest []element, i int, h *hit) bool {
	n := 0
	for n < e.max && i+n < len(m.tokens) && e.fits(m.tokens[i+n]) {
		n++
	}
	for ; n >= e.min; n-- {
		if m.step(rest, i+n, h) {
			return true
		}
	}
	return false
}

// gap matches up to max tokens, fewest first, and never leaves the clause or the sentence.
func (m *matcher) gap(e *element, rest []element, i int, h *hit) bool {
	border := stop
	if e.kind == gap {
		border |= breaker | comma
	}
	// Most gaps wait for one word: looking at it here is cheaper than trying all that follows.
	next := rest
	for len(next) > 0 && next[0].kind == opening {
		next = next[1:]
	}
	waits := len(next) > 0 && next[0].kind == one && next[0].min > 0
	for n := 0; ; n++ {
		if !(waits && (i+n >= len(m.tokens) || !next[0].fits(m.tokens[i+n]))) && m.step(rest, i+n, h) {
			return true
		}
		if n == e.max || i+n >= len(m.tokens) || m.tokens[i+n].is(border) {
			return false
		}
	}
}

// between matches what a writer may push between a modal and its verb: adverbs and "not", an aside between commas,
// brackets or dashes, and a short phrase that begins with a preposition ("in hindsight", "at least").
func (m *matcher) between(rest []element, i int, h *hit, units int) bool {
	if m.step(rest, i, h) {
		return true
	}
	if units == 0 || i >= len(m.tokens) {
		return false
	}
	t := m.tokens[i]
	if n := m.filler(i); n > 0 && m.between(rest, i+n, h, units-1) {
		return true
	}
	switch {
	case t.is(adverb | negation):
		return m.between(rest, i+1, h, units-1)
	case t.is(comma | breaker):
		for n := 2; n <= 9 && i+n < len(m.tokens) && !m.tokens[i+n-1].is(stop); n++ {
			if m.tokens[i+n].is(comma|breaker) && m.between(rest, i+n+1, h, units-1) {
				return true
			}
		}
		return m.between(rest, i+1, h, 0)
	case t.is(preposition) && !t.is(toward):
		for n := 2; n <= 4 && i+n < len(m.tokens) && !m.tokens[i+n-1].is(stop|breaker|comma|modal|subjectPronoun); n++ {
			if m.between(rest, i+n, h, units-1) {
				return true
			}
		}
	}
	return false
}

// filler is how many tokens from i on a speaker only puts in between: "sort of", "you know", "100%", and the first
// half of a verb, as in "double checked".
func (m *matcher) filler(i int) int {
	t := m.tokens[i]
	if !t.is(hedge | percent | compound | number | determiner | subjectPronoun) {
		return 0
	}
	next := func(n int) token {
		if i+n < len(m.tokens) {
			return m.tokens[i+n]
		}
		return token{}
	}
	switch {
	case t.is(percent):
		return 1
	case t.is(hedge):
		if next(1).is(preposition) && !next(1).is(toward) {
			return 2 // "sort of"
		}
		return 1
	case t.is(compound):
		if next(1).is(participle | past | base) {
			return 1
		}
	case t.is(subjectPronoun):
		if next(1).is(mental) && next(1).is(base) {
			return 2 // "I guess", "you know"
		}
	default: // "a hundred percent"
		for n := 1; n < 4; n++ {
			if next(n).is(percent) {
				return n + 1
			}
		}
	}
	return 0
}
